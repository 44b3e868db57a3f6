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

/* The links an article has at most in an archive of so many articles. */
size_t links_max(size_t articles);
/* What a link is between articles with these rounds and first copies. */
enum link_kind link_kind_of(bool same_copy, bool same_round, bool same_line);

/* Fills links and evidence. Rounds, storylines and copies must be known. */
void links_make(struct store *s, const struct relations *r);

#endif
