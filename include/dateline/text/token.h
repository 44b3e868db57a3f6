/*
 * Words, numbers and marks of a text, in order, each with what the lexicon
 * says of it, and the sentences they form. Made once an article; quotes,
 * names, dates and terms all read it.
 */
#ifndef DATELINE_TEXT_TOKEN_H
#define DATELINE_TEXT_TOKEN_H

#include "dateline/base/mem.h"
#include "dateline/text/lexicon.h"

enum token_kind {
	TOKEN_WORD, /* letters, with inner apostrophes, hyphens and the full
		       stops of abbreviations ("U.S.", "Veles-Koren") */
	TOKEN_CLITIC, /* 's ’s 'll 'd … split from the word before */
	TOKEN_NUMBER, /* digits with inner . , : and suffixes (1,500 9:58 4th)
		       */
	TOKEN_PUNCT, /* one punctuation mark or symbol; `cp` says which */
	TOKEN_MARK, /* a quotation mark (also '' and ``, single ones too unless
		       they are apostrophes inside a word) */
	TOKEN_BREAK /* a line end: no sentence or quote goes past it */
};

enum token_flag {
	TOKEN_CAPITAL = 1, /* starts with an upper-case letter */
	TOKEN_UPPER = 2, /* two letters or more, all upper-case */
	TOKEN_SPACE = 4, /* white space or a line end stands before it */
	TOKEN_SENTENCE = 8, /* first token of a sentence */
	TOKEN_ABBR = 16 /* its last byte is an abbreviation's full stop */
};

struct token {
	uint64_t lists; /* LEX_BITs of the folded word */
	uint32_t start, end; /* bytes in the text */
	uint16_t cp; /* of a mark or punctuation, else 0; TOKEN_CP_FAR for one
			that 16 bits do not hold */
	uint16_t verb; /* as lex_entry.verb */
	uint8_t value; /* as lex_entry.value */
	uint8_t flags;
	uint16_t kind : 4;
	uint16_t endings : 12; /* of a word: bits 1 << enum ending */
};

/* What fits in the fields of some bits. */
#define TOKEN_KINDS 0xF
#define TOKEN_ENDINGS 0xFFF

#define TOKEN_CP_FAR 0xFFFF /* no character (Unicode, noncharacters) */

/* Tokens are most of what an article in work costs in memory. */
_Static_assert(sizeof(struct token) == 24, "tokens grow");

struct tokens {
	struct str text;
	const struct lexicon *lex;
	VEC_OF(struct token) list;
};

/* True for a quotation mark of any style, an apostrophe too. */
bool token_is_mark(uint32_t cp);

/* Fills *t (its memory is reused) from clean UTF-8. Linear, no allocation per
 * token. text must outlive t. */
void tokenize(struct tokens *t, struct str text, const struct lexicon *lex);
void tokens_release(struct tokens *t);

static inline struct str token_str(const struct tokens *t, size_t i)
{
	return str_slice(t->text, t->list.v[i].start, t->list.v[i].end);
}

static inline bool token_ends(const struct token *t, enum ending what)
{
	return (t->endings >> what & 1) != 0;
}

static inline bool token_in(const struct token *t, enum lexicon_list list)
{
	return (t->lists & LEX_BIT(list)) != 0;
}

#endif
