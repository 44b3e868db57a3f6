/*
 * The persons of one article: names that mean the same person joined, with
 * kind, gender and role, and who was named or spoke last.
 */
#ifndef DATELINE_SRC_ANALYSE_PEOPLE_H
#define DATELINE_SRC_ANALYSE_PEOPLE_H

#include "parts.h"

/* What is known of out->persons.v[i] besides what the caller sees. */
struct facts {
	uint64_t first_key, last_key;
	uint32_t next; /* with the same slot key, or NONE */
	uint32_t same_as; /* the full name a first name stands for, or NONE */
	uint32_t named_at; /* token of the last mention so far */
	uint32_t subject_at; /* token of the last mention as a subject */
	uint32_t spoke_at; /* token of the last quote so far */
	uint32_t tokens; /* of the canonical name */
	bool full; /* first name and surname, or a title */
	bool firm; /* certainly a name */
	bool plural;
};

struct people {
	VEC_OF(struct facts) facts; /* by person */
	VEC_OF(uint32_t) slots; /* by key: person + 1 */
	VEC_OF(uint32_t) recent; /* humans by last mention, newest last */
};

struct people *people_new(void);
void people_free(struct people *p);
/* Forgets the article before. */
void people_reset(struct work *w);

/* Hash of a word for comparing names: ASCII case aside. */
uint64_t name_key(struct str word);

/* Joins s->names to persons: fills their `person`. */
void people_join_names(struct work *w);
/*
 * The person behind a noun phrase that is no name: the one of that role named
 * before ("the minister"), else a person of its own, named by the phrase.
 */
uint32_t people_describe(struct work *w, struct span phrase);
/* Whom a pronoun means, or PERSON_NONE. */
uint32_t people_pronoun(struct work *w, uint32_t token);
/* Notes that a person is mentioned, or speaks, at a token. Ascending. */
void people_seen(struct work *w, uint32_t person, uint32_t token);
/* The mention is a subject: the pronoun after it rather means this person. */
void people_acted(struct work *w, uint32_t person, uint32_t token);
void people_spoke(struct work *w, uint32_t person, uint32_t token);

/* Finds the offices and trades that stand beside names (roles.c). */
void find_roles(struct work *w);

#endif
