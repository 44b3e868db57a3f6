/*
 * The names of the archive's persons as nodes: all uses of one name, of one
 * kind, within the reach in which equal names mean one person. Rules join
 * nodes to sets (namesakes.h); a set is an identity.
 */
#ifndef DATELINE_SRC_STORE_NAMES_H
#define DATELINE_SRC_STORE_NAMES_H

#include "dateline/store/people.h"

/* Why two nodes are one person. */
enum name_reason {
	NAME_ALONE, /* they are not: it was not joined */
	NAME_BY_READER,
	NAME_SPACE, /* but for a space */
	NAME_MIDDLE, /* but for a middle name or initial */
	NAME_END, /* the end of the full name */
	NAME_FRONT, /* its front */
	NAME_INITIAL, /* an initial for the first name */
	NAME_LETTER, /* but for a letter */
	NAME_SUFFIX, /* but for "Jr." */
	NAME_SHORT, /* but for a first name cut short */
	NAME_GIVEN, /* another form of the first name */
	NAME_SURNAME, /* a bare surname */
	NAME_FIRST, /* a bare first name */
	NAME_SAME /* the same bare name */
};

/* What else speaks for it: both are there. */
enum name_scope {
	NAME_NOWHERE,
	NAME_IN_ROUND,
	NAME_IN_STORYLINE,
	NAME_BY_ROLE, /* both have it */
	NAME_IN_ARCHIVE /* nobody else bears the name */
};

struct name_use {
	uint32_t person; /* in store.persons */
	uint32_t article;
};

struct name_node {
	struct str key; /* folded words, one space between; see names_key() */
	struct str given, surname; /* its first and last word; given is empty
				      for a bare name */
	struct span uses; /* names.uses, by article */
	uint32_t parent; /* of the set it is in */
	uint32_t next; /* in its set's list; STORE_NONE */
	uint32_t last; /* of a root: the end of that list */
	struct sref role; /* what both have, with NAME_BY_ROLE */
	uint32_t place; /* an article of the round it is confined to;
			   STORE_NONE: the archive */
	uint32_t article; /* the one it is confined to by a correction;
			     STORE_NONE */
	uint16_t kind;
	uint8_t reason, scope; /* enum name_reason, name_scope */
	char gender; /* 'm', 'f', or 0 */
	bool listed; /* its given name is a known one */
	bool own; /* the reader's choice for the identity's own name */
	bool vetoed; /* a reader's PEOPLE_APART names it */
};

/* Two nodes that the reader said are not one. */
struct name_veto {
	uint32_t a, b;
};

struct names {
	const struct store *store;
	VEC_OF(struct name_node) nodes; /* by first use */
	VEC_OF(struct name_use) uses; /* by node */
	VEC_OF(struct name_veto) vetoes;
	uint32_t *node_of; /* by number in store.persons */
	struct intern keys;
	struct arena arena;
};

/* Finds the nodes; what the reader corrected is joined, or apart, already. */
void names_make(struct names *n, const struct store *s,
	const struct people_correction *c, size_t corrections);
void names_release(struct names *n);

/* The root of the set a node is in. */
uint32_t names_root(const struct names *n, uint32_t node);
/* True when the reader said that the sets of two nodes are apart. */
bool names_apart(const struct names *n, uint32_t a, uint32_t b);

struct name_why {
	enum name_reason reason;
	enum name_scope scope;
	struct sref role;
};
/*
 * Joins the sets of two nodes for a reason, which is kept at `node`, the lesser
 * name, unless it has one. False when the reader said they are apart.
 */
bool names_join(struct names *n, uint32_t node, uint32_t to,
	const struct name_why *why);

/*
 * Appends the words of a human name by which names are compared: folded, apart
 * at hyphens, spaces and full stops; without particles ("al-", "van") and what
 * follows the surname ("Jr.") behind a comma. Of other kinds: folded, without
 * articles.
 */
void names_key(struct buf *out, struct str name, enum person_kind kind,
	const struct lexicon *lex);

#define NAME_WORDS_MAX 8
/* Cuts a key into its words, at most NAME_WORDS_MAX, and what follows the
 * surname; how many words. */
size_t name_words(
	struct str key, struct str words[NAME_WORDS_MAX], struct str *suffix);

#endif
