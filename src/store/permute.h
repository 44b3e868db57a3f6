/* Putting articles, and what is known of them by number, into another order. */
#ifndef DATELINE_SRC_STORE_PERMUTE_H
#define DATELINE_SRC_STORE_PERMUTE_H

#include "graph.h"

/* order[k] is the article that becomes the k-th. */
void permute_articles(struct store *s, const uint32_t *order);
void permute_vectors(struct vectors *v, const uint32_t *order);
void permute_graph(struct graph *g, const uint32_t *order, struct crew *crew);
/* of[i] names clusters by one of their articles; so it does afterwards. */
void permute_clusters(uint32_t *of, const uint32_t *order, size_t n);

#endif
