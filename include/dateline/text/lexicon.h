/*
 * The word lists of lang/, compiled in: one constant hash table a language, so
 * that a lookup is one probe and says all lists at once. Keys are folded (see
 * fold.h). doc/languages.md says how the files are written.
 */
#ifndef DATELINE_TEXT_LEXICON_H
#define DATELINE_TEXT_LEXICON_H

#include "dateline/base/str.h"
#include "dateline/text/lexicon_lists.h"

/*
 * The lists are two families with a word of 64 bits each. Tokens carry the
 * first, so that asking a token costs one test; lines of pages are looked up
 * in the second.
 */
enum lexicon_list {
#define X(name) LEX_##name,
	WORD_LISTS(X)
#undef X
		LEX_WORD_LISTS,
	LEX_BEFORE_PHRASES = 63,
#define X(name) LEX_##name,
	PHRASE_LISTS(X)
#undef X
		LEX_LISTS_END
};

enum markup_list {
#define X(name) MARKUP_##name,
	MARKUP_LISTS(X)
#undef X
		MARKUP_COUNT
};

/* A file too many stops the build. */
_Static_assert(
	LEX_WORD_LISTS <= 64 && LEX_LISTS_END <= 128 && MARKUP_COUNT <= 64,
	"too many word lists");

#define MARKUP_BIT(list) ((uint64_t)1 << (list))
/* Of a list of words; that of a list of phrases is out of range (-Werror). */
#define LEX_BIT(list) ((uint64_t)1 << (list))

/* Bytes of a folded entry, at most. */
#define LEX_KEY_MAX 80

/* What a function word does: the value of its entry. */
enum function {
	FN_NONE,
#define X(name) FN_##name,
	FUNCTIONS(X)
#undef X
};

enum ending {
#define X(name) ENDING_##name,
	ENDINGS(X)
#undef X
		ENDINGS_END
};

_Static_assert(ENDINGS_END <= 12, "tokens have 12 bits for endings");

enum trait_number {
#define X(name) TRAIT_NUMBER_##name,
	TRAITS(X)
#undef X
};

enum trait {
#define X(name) TRAIT_##name = 1 << TRAIT_NUMBER_##name,
	TRAITS(X)
#undef X
};

/* Frames of a reporting verb: what it may take (verbs.tsv). */
enum verb_frame_number {
#define X(name, letter) FRAME_NUMBER_##name,
	VERB_FRAMES(X)
#undef X
		FRAME_NUMBERS
};

enum verb_frame {
#define X(name, letter) FRAME_##name = 1 << FRAME_NUMBER_##name,
	VERB_FRAMES(X)
#undef X
};

struct lex_verb {
	const char *lemma; /* "mit|teilen": forms without their particle
			      need it further on in the clause */
	uint16_t frames;
};

struct lex_entry {
	uint64_t lists; /* LEX_BIT of every list of words that holds it;
			   MARKUP_BIT in the lexicon of markup */
	uint64_t phrases; /* the same of lists of phrases, from bit 0 */
	uint32_t offset; /* of the key in chars */
	uint16_t verb; /* index in verbs + 1; 0: not a reporting verb */
	uint8_t length;
	uint8_t value; /* month, weekday, function, rank; 0: none */
};

struct lex_ending {
	const char *text; /* ASCII, small */
	uint8_t n, what; /* its length; enum ending */
};

/*
 * A slot of the table: an entry + 1 and 16 bits of its hash, so that a word
 * that is in no list costs no look at the entries (a cache miss).
 */
#define LEX_SLOT_TAG(hash) ((uint32_t)((hash) >> 32) & 0xFFFF0000u)
#define LEX_SLOT_ENTRY(slot) ((slot)&0xFFFFu)

/* Endings are in the order of these bits of their last letters. */
#define LEX_LETTER_MASK 31
#define LEX_LETTERS (LEX_LETTER_MASK + 1)

struct lexicon {
	const char *lang; /* primary subtag: "en"; "any" for words of all
			     languages, "html" for those of markup */
	const char *chars;
	const struct lex_entry *entries;
	const uint32_t *slots; /* open addressing; 0: free */
	uint32_t mask;
	const struct lex_verb *verbs;
	uint32_t n_verbs;
	const struct lex_ending *endings;
	/* The first ending with each last letter, or with a later one. */
	const uint8_t *ending_at; /* LEX_LETTERS + 1 of them */
	const int8_t *weights; /* enum weight; NULL: no weights.tsv */
	uint64_t lists; /* those that have entries */
	uint32_t traits; /* enum trait */
	bool exact; /* has entries whose accents matter */
};

/*
 * The lexicon of a language tag ("en-GB", "de"). A language without one has
 * that for any language; STR_NONE, unknown, has English. Never NULL.
 */
const struct lexicon *lexicon_get(struct str lang);
/* Short for those of "en" and "any". */
const struct lexicon *lexicon_english(void);
const struct lexicon *lexicon_any(void);
/* The names of months and weekdays of all languages, and no other words. */
const struct lexicon *lexicon_calendar(void);
/* The names of lang/html. */
const struct lexicon *lexicon_markup(void);
/* Those of all languages, "any" too, *n many. */
const struct lexicon *lexicon_all(size_t *n);
/* The entry of a folded word or phrase, or NULL. */
const struct lex_entry *lexicon_find(
	const struct lexicon *lex, struct str folded);
/* The same for one whose str_hash() is known. */
const struct lex_entry *lexicon_find_hash(
	const struct lexicon *lex, struct str folded, uint64_t hash);
bool lexicon_has(
	const struct lexicon *lex, struct str folded, enum lexicon_list list);

/* True when one of the lists that hold the entry is `list`; e may be NULL. */
static inline bool lex_entry_in(
	const struct lex_entry *e, enum lexicon_list list)
{
	if (!e)
		return false;
	return (list < 64 ? e->lists >> list : e->phrases >> (list - 64)) & 1;
}

#endif
