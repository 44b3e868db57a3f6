/* Copies, and the links from one article to others, with their evidence. */
#ifndef DATELINE_SRC_STORE_LINKS_H
#define DATELINE_SRC_STORE_LINKS_H

#include "graph.h"

/* What is known of how the articles relate. */
struct relations {
	struct vectors vectors;
	struct graph raw; /* cosines */
	struct graph near; /* smoothed and weakened by days apart */
	struct when *when;
};

/* Sets article.copy_of: equal, nearly equal and extended texts. */
void copies_find(struct store *s, const struct graph *raw);
/* How much of the shorter text the longer one has too, 0–1. */
float copy_share(const struct store *s, const struct article *a,
	const struct article *b);

/* Fills links and evidence. Rounds, storylines and copies must be known. */
void links_make(struct store *s, const struct relations *r);

#endif
