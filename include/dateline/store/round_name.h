/* What a round is called in a storyline: where it was and who spoke, beside
 * when: "28 May 2007 · Arvo · Lind, Veles-Koren". */
#ifndef DATELINE_STORE_ROUND_NAME_H
#define DATELINE_STORE_ROUND_NAME_H

#include "dateline/store/people.h"

#define ROUND_HEADS 2

struct round_name {
	struct str place; /* of most of its datelines; STR_NONE: none has one */
	/* The surnames of the people that most of its articles quote, who is
	 * quoted most first. */
	struct str heads[ROUND_HEADS];
	size_t n_heads;
};

/* Strings live in the people or the arena. Linear in the round's persons. */
void round_name_find(struct round_name *name, const struct people *p,
	const struct round *r, struct arena *arena);

#endif
