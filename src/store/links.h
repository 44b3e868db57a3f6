/* Copies, and the links from one article to others. */
#ifndef DATELINE_SRC_STORE_LINKS_H
#define DATELINE_SRC_STORE_LINKS_H

#include "crew.h"
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

/* The links an article has at most in an archive of so many articles. */
size_t links_max(size_t articles);
/* What two linked articles have in common. */
struct in_common {
	bool copy; /* the wording */
	bool round, storyline;
	bool past; /* the one looks back on the round of the other */
};
enum link_kind link_kind_of(const struct in_common *c);

/* What being of the same round adds to a link's score, the rest being scaled.
 */
#define LINKS_ROUND_PART .1F

/* A link's score of 0–1; more is 1. */
uint16_t links_score(float score);
/* The kind of an article's link, by the rounds and storylines as they are. */
uint8_t links_kind(const struct store *s, uint32_t from, const struct link *l);
/* The best first. */
void links_sort(struct link *v, size_t n);

/* Fills links and looks_back. Rounds, storylines and copies must be known. */
void links_make(struct store *s, const struct relations *r, struct crew *crew);

#endif
