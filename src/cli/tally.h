/* Who spoke in some articles, each person once, with counts. */
#ifndef DATELINE_SRC_CLI_TALLY_H
#define DATELINE_SRC_CLI_TALLY_H

#include "time_span.h"

struct tally_entry {
	struct str name, role; /* in the store */
	uint32_t number; /* of the folded name in tally.names */
	uint32_t quotes, articles;
	struct time_span time; /* of the articles */
};

struct tally {
	VEC_OF(struct tally_entry) list;
	struct intern names; /* folded; as list until it is sorted */
};

/* Adds who is quoted in one article of the store. */
void tally_add(struct tally *p, const struct store *s, uint32_t article);
/* Most quotes first, then by name; no more can be added. */
void tally_sort(struct tally *p);
void tally_release(struct tally *p);

#endif
