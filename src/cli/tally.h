/* Who spoke in some articles, each identity once, with counts. */
#ifndef DATELINE_SRC_CLI_TALLY_H
#define DATELINE_SRC_CLI_TALLY_H

#include "command.h"
#include "time_span.h"

#include "dateline/store/people.h"

struct tally_entry {
	uint32_t identity; /* in people.list */
	uint32_t quotes, articles;
	uint32_t latest; /* article counted last */
	struct time_span time; /* of the articles */
};

struct tally {
	const struct people *people;
	VEC_OF(struct tally_entry) list;
	uint32_t *entry_of; /* by identity: its place in the list + 1 */
};

void tally_begin(struct tally *t, const struct people *p);
/* Adds who is quoted in one article of the store. */
void tally_add(struct tally *t, uint32_t article);
/* Most quotes first, then as people.list. No more can be added. */
void tally_sort(struct tally *t);
/* Empties it, to begin anew. */
void tally_clear(struct tally *t);
void tally_release(struct tally *t);

#endif
