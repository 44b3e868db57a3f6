/* Who spoke in some articles, each person once, with counts. */
#ifndef DATELINE_SRC_CLI_PEOPLE_H
#define DATELINE_SRC_CLI_PEOPLE_H

#include "time_span.h"

struct people_entry {
	struct str name, role; /* in the store */
	uint32_t number; /* of the folded name in people.names */
	uint32_t quotes, articles;
	struct time_span time; /* of the articles */
};

struct people {
	VEC_OF(struct people_entry) list;
	struct intern names; /* folded; as list until it is sorted */
};

/* Adds who is quoted in one article of the store. */
void people_add(struct people *p, const struct store *s, uint32_t article);
/* Most quotes first, then by name; no more can be added. */
void people_sort(struct people *p);
void people_release(struct people *p);

#endif
