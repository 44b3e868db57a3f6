/*
 * The word lists of lang/, compiled in: one constant hash table a language.
 * Keys are folded (see fold.h); an entry may hold spaces (a phrase).
 */
#ifndef DATELINE_TEXT_LEXICON_H
#define DATELINE_TEXT_LEXICON_H

#include "dateline/base/str.h"
#include "dateline/text/lexicon_lists.h"

enum lexicon_list {
#define X(name) LEX_##name,
	LEXICON_LISTS(X)
#undef X
		LEX_COUNT
};

enum markup_list {
#define X(name) MARKUP_##name,
	MARKUP_LISTS(X)
#undef X
		MARKUP_COUNT
};

/* An entry's lists are the bits of one word. */
_Static_assert(LEX_COUNT <= 64 && MARKUP_COUNT <= 64, "too many word lists");

#define MARKUP_BIT(list) ((uint64_t)1 << (list))
#define LEX_BIT(list) ((uint64_t)1 << (list))

/* Frames of a reporting verb: what it may take (verbs.tsv). */
enum verb_frame {
	FRAME_QUOTE = 1, /* q: a direct quote */
	FRAME_THAT = 2, /* t: a that-clause */
	FRAME_ADDRESSEE = 4, /* p: an addressee first */
	FRAME_TO = 8, /* i: a to-infinitive */
	FRAME_OBJECT = 16, /* o: content as its object */
	FRAME_THOUGHT = 32, /* a: a thought, not speech */
	FRAME_WEAK = 64, /* w: weak evidence */
	FRAME_CLAUSE = 128, /* c: a clause without "that" */
	FRAME_OBJECT_SAID = 256 /* r: its object alone is reported speech */
};

struct lex_verb {
	const char *lemma;
	uint16_t frames;
};

struct lex_entry {
	uint64_t lists; /* LEX_BIT of every list that holds it; MARKUP_BIT in
			   the lexicon of markup */
	uint32_t offset; /* of the key in chars */
	uint16_t length;
	uint16_t verb; /* index in verbs + 1; 0: not a reporting verb */
	uint16_t value; /* month, weekday */
};

struct lexicon {
	const char *lang; /* primary subtag: "en"; "any" for words of all
			     languages, "html" for those of markup */
	const char *chars;
	const struct lex_entry *entries;
	const uint16_t *slots; /* entry + 1, open addressing */
	uint32_t mask;
	const struct lex_verb *verbs;
	uint32_t n_verbs;
};

/*
 * The lexicon of a language tag ("en-GB", "de"); English when it is unknown or
 * STR_NONE. Never NULL.
 */
const struct lexicon *lexicon_get(struct str lang);
/* English: most page furniture is, whatever the page's language. */
const struct lexicon *lexicon_english(void);
/* The words of lang/any and the names of lang/html. */
const struct lexicon *lexicon_any(void);
const struct lexicon *lexicon_markup(void);
/* All of them, *n many. */
const struct lexicon *lexicon_all(size_t *n);
/* The entry of a folded word or phrase, or NULL. */
const struct lex_entry *lexicon_find(
	const struct lexicon *lex, struct str folded);
/* The same for one whose str_hash() is known. */
const struct lex_entry *lexicon_find_hash(
	const struct lexicon *lex, struct str folded, uint64_t hash);
bool lexicon_has(
	const struct lexicon *lex, struct str folded, enum lexicon_list list);

/*
 * The language of a text by its stop words (first 2 000 bytes), as a primary
 * subtag; NULL when no language's words reach an eighth of all.
 */
const char *lexicon_guess(struct str text);

#endif
