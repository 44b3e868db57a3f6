/*
 * Who is who across the archive. An article's own persons (store.persons) are
 * joined to identities: one person, body or description each, with all names
 * and roles it is given, why they are taken for one, and what it said.
 *
 * Cautious: what is joined wrongly puts words into somebody's mouth, what is
 * left apart is only listed twice. Kinds never mix, and what the reader says
 * (corrections) comes before everything. doc/people.md has the rules.
 */
#ifndef DATELINE_STORE_PEOPLE_H
#define DATELINE_STORE_PEOPLE_H

#include "dateline/store/store.h"

#include <stdatomic.h>

enum people_verdict {
	PEOPLE_SAME, /* name is other: shown under the name `other` */
	PEOPLE_APART /* name is not other */
};

/* What the reader says of two names. The strings are as screens show them;
 * they are compared folded, without hyphens. */
struct people_correction {
	struct str name, other;
	struct str article; /* only the name in the article with this id;
			       STR_NONE: wherever it stands */
	enum people_verdict verdict;
};

/* One of the names or roles of an identity. */
struct people_form {
	struct str text; /* as it is written most often; in the store */
	uint32_t articles, quotes; /* that have it */
};

/* A name that is not the identity's own, and why it is taken for the same. */
struct people_join {
	struct str name; /* in the store */
	struct str why; /* "same name but for a hyphen", "merged by you" */
	uint32_t articles; /* in which it was so taken */
	bool by_reader;
};

/* One quote and the article it stands in. */
struct people_said {
	uint32_t article; /* in store.articles */
	uint32_t quote; /* in store.quotes */
};

struct identity {
	struct str id; /* stable while its own name is; unique */
	struct str name; /* its own: the fullest, or the reader's */
	struct str role; /* the most frequent; STR_NONE: unknown */
	struct span names; /* people.names, the most frequent first */
	struct span roles; /* people.roles, the most frequent first */
	struct span joins; /* people.joins, by name */
	struct span said; /* people.said, by date of the article */
	struct span articles; /* people.articles, by date */
	uint32_t mentions;
	uint32_t number; /* in order of the first use of its first name */
	uint16_t kind; /* enum person_kind */
	char gender; /* 'm', 'f', or 0 */
	bool corrected; /* by the reader */
};

/* Flat arrays over a finished store, which must outlive it. */
struct people {
	const struct store *store;
	VEC_OF(struct identity) list; /* most quotes first, then by name */
	uint32_t *of; /* by number in store.persons: in list */
	VEC_OF(struct people_form) names, roles;
	VEC_OF(struct people_join) joins;
	VEC_OF(struct people_said) said;
	VEC_OF(uint32_t) articles; /* in store.articles */
	struct arena arena; /* ids and reasons */
};

/*
 * Joins the persons of the store; n corrections, of which a later one about the
 * same names (and article) replaces an earlier. The same for the same store
 * and corrections. Near linear: names meet by hashes only.
 */
void people_make(struct people *p, const struct store *s,
	const struct people_correction *c, size_t n);
/* Empties it; store is NULL afterwards. */
void people_release(struct people *p);
/* The same on the heap, for who hands it on; NULL may be freed. */
struct people *people_new(
	const struct store *s, const struct people_correction *c, size_t n);
void people_free(struct people *p);

/* The identity of a person of an article (in store.persons). */
static inline const struct identity *people_identity(
	const struct people *p, uint32_t person)
{
	return &p->list.v[p->of[person]];
}

/*
 * The identity that bears this name, else the only one with it as a part; in
 * people.list. STORE_NONE when there is none, or more than one.
 */
uint32_t people_find(const struct people *p, struct str name);

/*
 * What an identity said, each utterance once: the same words in several
 * articles, also when cut or told otherwise (as the round's screen finds
 * them). Reported speech is the writer's words: it is the same when it is
 * equal, as it is in copies.
 */
struct utterance {
	struct span said; /* utterances.said, by date: the first is the
			     earliest */
	uint32_t sources; /* different outlets */
	bool reworded; /* some of them have other words than the first */
};
struct utterances {
	VEC_OF(struct utterance) list; /* by date of the first */
	VEC_OF(struct people_said) said;
};
/* Made when an identity's screen is opened: near linear in its words. *u keeps
 * its memory from call to call. */
void utterances_make(
	struct utterances *u, const struct people *p, uint32_t identity);
/*
 * The utterances of the whole archive, of those nobody is named for too: in the
 * order of their first uses, the latest first, those without a date last. False
 * when it was stopped by *stop, which may be NULL. Linear in all quotes' words.
 */
bool utterances_make_all(
	struct utterances *u, const struct people *p, const atomic_bool *stop);
void utterances_release(struct utterances *u);

#endif
