/* Phrases of the word lists at the start of a line. */
#ifndef DATELINE_SRC_INPUT_PHRASE_H
#define DATELINE_SRC_INPUT_PHRASE_H

#include "dateline/base/str.h"
#include "dateline/text/lexicon.h"

/*
 * The longest phrase of `list` that s starts with, in the language given, in
 * English (most page furniture is English whatever the article's language) or
 * in the list for any language: its length in bytes; 0: none. *words, when not
 * NULL, gets how many words it has. A phrase ends at the end of a word or
 * where a dump has glued the next one to it ("likeRELATED").
 */
size_t phrase_prefix(struct str s, const struct lexicon *lex,
	enum lexicon_list list, unsigned *words);
/* True when the whole of s is a phrase of the list. */
bool phrase_is(struct str s, const struct lexicon *lex, enum lexicon_list list);

/* True for a folded word or phrase of the list, in the same languages. */
bool phrase_has(
	struct str folded, const struct lexicon *lex, enum lexicon_list list);

/* The number the list gives to a word (of a month or weekday); 0: none. */
unsigned phrase_value(
	struct str word, const struct lexicon *lex, enum lexicon_list list);

/* True for a word that starts with a capital, or in a script without case. */
bool phrase_is_capital(struct str word);
/* s without the quotation marks (and ASCII closing brackets) at its ends. */
struct str phrase_unquoted(struct str s);
/* The next word of *rest, cut at white space; false at the end. */
bool phrase_word(struct str *rest, struct str *word);
size_t phrase_count(struct str s);

#endif
