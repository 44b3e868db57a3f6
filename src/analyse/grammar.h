/* Small questions about tokens, asked by all parts of the analysis. */
#ifndef DATELINE_SRC_ANALYSE_GRAMMAR_H
#define DATELINE_SRC_ANALYSE_GRAMMAR_H

#include "parts.h"

static inline size_t token_count(const struct work *w)
{
	return w->a->tokens.list.n;
}

static inline const struct token *tok(const struct work *w, uint32_t i)
{
	return &w->a->tokens.list.v[i];
}

/* True when token i exists and is in the list. */
static inline bool in_list(
	const struct work *w, uint32_t i, enum lexicon_list list)
{
	return i < token_count(w) && token_in(tok(w, i), list);
}

static inline bool is_function(
	const struct work *w, uint32_t i, enum function what)
{
	return i < token_count(w) && token_in(tok(w, i), LEX_function) &&
	       tok(w, i)->value == (uint16_t)what;
}

static inline bool has_trait(const struct work *w, enum trait trait)
{
	return (w->a->tokens.lex->traits & trait) != 0;
}

/* True when token i is the punctuation mark cp. */
static inline bool is_punct(const struct work *w, uint32_t i, uint32_t cp)
{
	return i < token_count(w) && tok(w, i)->kind == TOKEN_PUNCT &&
	       tok(w, i)->cp == cp;
}

static inline bool is_kind(
	const struct work *w, uint32_t i, enum token_kind kind)
{
	return i < token_count(w) && tok(w, i)->kind == kind;
}

static inline bool is_capital(const struct work *w, uint32_t i)
{
	return is_kind(w, i, TOKEN_WORD) && (tok(w, i)->flags & TOKEN_CAPITAL);
}

/* True when the ending of the word of token i tells this (ending.tsv). */
static inline bool has_ending(
	const struct work *w, uint32_t i, enum ending what)
{
	return i < token_count(w) && token_ends(tok(w, i), what);
}

/* The stretch in marks that holds token i (marks included), or NULL. */
static inline struct quoted *quoted_of(const struct work *w, uint32_t i)
{
	struct speech *s = &w->a->speech;
	uint32_t at = i < s->quoted_at.n ? s->quoted_at.v[i] : 0;

	return at ? &s->quoted.v[at - 1] : NULL;
}

/* True when token i is in a stretch in marks, or one of its marks. */
static inline bool in_quoted(const struct work *w, uint32_t i)
{
	const struct speech *s = &w->a->speech;

	return i < s->quoted_at.n && s->quoted_at.v[i] != 0;
}

/* The name that holds token i, or NULL. */
static inline struct name *name_of(const struct work *w, uint32_t i)
{
	struct speech *s = &w->a->speech;
	uint32_t at = i < s->name_at.n ? s->name_at.v[i] : 0;

	return at ? &s->names.v[at - 1] : NULL;
}

/* A dash between words: – — or --. */
bool is_dash(const struct work *w, uint32_t i);
/* The stretch in marks ends in punctuation, inner marks aside. */
bool is_stopped(const struct work *w, const struct quoted *q);
/* Every word of weight in the marks is capitalised: a work's or show's name. */
bool is_title(const struct work *w, const struct quoted *q);
/* The same, of what somebody has: "told Radio Osk’s “Early Hours”". */
bool is_owned_title(const struct work *w, const struct quoted *q);
/* . ! ? or … */
bool is_stop(const struct work *w, uint32_t i);
/* An adverb that may stand beside a verb ("later", "angrily"). */
bool is_adverb(const struct work *w, uint32_t i);
/* An auxiliary or negation, clitic or word, but no possessive 's. */
bool is_auxiliary(const struct work *w, uint32_t i);
/* A possessive 's or ’s after a noun, or a plural's apostrophe. */
bool is_possessive(const struct work *w, uint32_t i);
/* A word that can only be a verb: for finding where noun phrases stop. */
bool is_plain_verb(const struct work *w, uint32_t i);
/* A noun in the plural, as far as its ending and the lists tell. */
bool is_plural(const struct work *w, uint32_t i);
/* A verb stands in the span, as far as lists and endings tell. */
bool has_verb(const struct work *w, struct span s);
/* True when a token of the span is in the list. */
bool any_in(const struct work *w, struct span s, enum lexicon_list list);
/* Words (no marks, no punctuation) in a span of tokens. */
uint32_t count_words(const struct work *w, struct span s);
/* Bytes of a span of tokens; {0,0} for an empty one. */
struct range bytes_of(const struct work *w, struct span s);
/* The text of a span of tokens. */
struct str text_of(const struct work *w, struct span s);

#endif
