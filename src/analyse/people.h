/*
 * The persons of one article: names that mean the same person joined, with
 * kind, gender and role, and who was named or spoke last.
 */
#ifndef DATELINE_SRC_ANALYSE_PEOPLE_H
#define DATELINE_SRC_ANALYSE_PEOPLE_H

#include "parts.h"

/* Where the text has got to; a sentence all in marks does not count. */
struct place {
	uint32_t sentence, paragraph;
};

/* As what a person appears, from the most to the least prominent. */
enum seen_as {
	SEEN_MAIN, /* the subject of the sentence */
	SEEN_SPEAKER,
	SEEN_SUBJECT, /* of another clause */
	SEEN_NAMED,
	SEEN_AS
};

/* What is known of out->persons.v[i] besides what the caller sees. */
struct facts {
	uint64_t first_key, last_key;
	uint64_t nick_key; /* as in struct name */
	uint16_t group;
	uint32_t next; /* with the same slot key, or NONE */
	uint32_t same_as; /* the full name a first name stands for, or NONE */
	uint32_t since; /* the sentence of the first mention, or NONE */
	uint32_t named; /* the token after the last mention so far, or 0 */
	struct place seen[SEEN_AS]; /* last; sentence NONE: never */
	struct span as; /* the role, or the description that names it */
	uint32_t tokens; /* of the canonical name; 0 in capitals */
	bool full; /* first name and surname, or a title */
	bool apart; /* a title told the gender of a surname alone */
	bool first_name; /* starts with a known one */
	bool firm; /* certainly a name */
	bool plural;
	bool presumed; /* the office, by find_by_prominence() alone */
	bool guessed; /* since last named, the subject by a doubtful pronoun */
};

struct cast {
	VEC_OF(struct facts) facts; /* by person */
	VEC_OF(uint32_t) slots; /* by key: person + 1 */
	VEC_OF(uint32_t) recent; /* by last mention, newest last */
	struct place now;
};

void cast_free(struct cast *p);
/* Forgets the article before. */
void people_reset(struct work *w);

/* Hash of a word for comparing names: case, accents and stops aside. */
uint64_t name_key(struct str word);

/* A new person; its facts' chain, first mention and sights are set here. */
uint32_t people_new_person(struct work *w, struct facts facts, struct str name);
/* The person with this first name and surname, or PERSON_NONE. */
uint32_t people_of_name(struct work *w, uint64_t first, uint64_t last);
/* Sets somebody's office. */
void people_give_role(struct work *w, uint32_t person, struct span role);
/* Somebody else in the article has the same surname. */
bool people_has_namesake(const struct work *w, uint32_t person);
/* Joins s->names to persons: fills their `person`. */
void people_join_names(struct work *w);

/* Whom words mean that are no name. */
struct referent {
	uint32_t person; /* or PERSON_NONE */
	uint8_t sure; /* 0–100 */
};

/*
 * The person behind a noun phrase (descriptions.c): the one of that role named
 * before ("the minister"), else a person of its own, named by the phrase.
 */
struct referent people_describe(struct work *w, struct span phrase);
/* The same, but PERSON_NONE when nobody before is meant. */
uint32_t people_known(struct work *w, struct span phrase);
/* Whom a pronoun means (pronouns.c). */
struct referent people_pronoun(struct work *w, uint32_t token);
/* The one person the text is about right now, or PERSON_NONE. */
uint32_t people_prominent(const struct work *w);
/* A new sentence of the writer's begins; `opens`: a paragraph with it. */
void people_advance(struct work *w, bool opens);
/* Notes that a person is mentioned at a token. Ascending. */
void people_seen(struct work *w, uint32_t person, uint32_t token);
/* Notes that a person already seen does more than be mentioned. */
void people_acted(struct work *w, uint32_t person, enum seen_as as);

/* Finds the offices and trades that stand beside names (roles.c). */
void find_roles(struct work *w);

#endif
