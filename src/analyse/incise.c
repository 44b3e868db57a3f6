/*
 * In French and Spanish who speaks is often named inside the marks, and a
 * dialogue has only a dash in front of each turn. Such a stretch is cut into
 * pieces around those words, so that all later steps see what they see where
 * marks stand around each piece.
 */
#include "incise.h"

#include "grammar.h"

/* Tokens before the verb, of its subject, and of all that is added to it. */
#define VERB_MAX 6
#define SUBJECT_MAX 14
#define INCISE_MAX 30

/* The verb of an incise that starts at i, or NONE; *tied: "a-t-il ajouté". */
static uint32_t incise_verb(
	const struct work *w, uint32_t i, uint32_t end, bool *tied)
{
	*tied = false;
	for (uint32_t k = i; k < end && k - i < VERB_MAX; k++) {
		const struct token *t = tok(w, k);
		bool pronoun = in_list(w, k, LEX_subj) && k > i &&
			       !(t->flags & TOKEN_SPACE);

		if (t->kind != TOKEN_WORD || (t->flags & TOKEN_CAPITAL))
			return NONE;
		if (t->verb)
			return w->a->tokens.lex->verbs[t->verb - 1].frames &
					       FRAME_QUOTE
				       ? k
				       : NONE;
		if (!is_auxiliary(w, k) && !is_adverb(w, k) && !pronoun)
			return NONE;
		*tied |= pronoun;
	}
	return NONE;
}

/* The token after a noun phrase at i that may name a speaker, or NONE. */
static uint32_t incise_subject(const struct work *w, uint32_t i, uint32_t end)
{
	bool person = false;
	uint32_t k = i;

	if (in_list(w, i, LEX_subj))
		return i + 1;
	if (i >= end || !(is_capital(w, i) || in_list(w, i, LEX_det) ||
				in_list(w, i, LEX_role)))
		return NONE;
	while (k < end && k - i < SUBJECT_MAX && is_kind(w, k, TOKEN_WORD) &&
		!is_plain_verb(w, k)) {
		person |= is_capital(w, k) || in_list(w, k, LEX_role);
		k++;
	}
	return person && (k == end || !is_kind(w, k, TOKEN_WORD)) ? k : NONE;
}

/* "Lee said", "she said": the token after such words, or NONE. */
static uint32_t subject_first(const struct work *w, uint32_t i, uint32_t end)
{
	uint32_t k = i;
	const struct token *t;

	while (k < end && k - i < VERB_MAX &&
		(is_capital(w, k) || in_list(w, k, LEX_subj)))
		k++;
	if (k == i || !is_kind(w, k, TOKEN_WORD))
		return NONE;
	t = tok(w, k);
	return t->verb && (w->a->tokens.lex->verbs[t->verb - 1].frames &
				  FRAME_QUOTE)
		       ? k + 1
		       : NONE;
}

bool speaks_until_stop(const struct work *w, uint32_t i, uint32_t end)
{
	bool tied;
	uint32_t k = incise_verb(w, i, end, &tied);

	k = k == NONE ? subject_first(w, i, end)
		      : incise_subject(w, k + 1, end);
	return k != NONE && k < end && is_stop(w, k);
}

/* "soupire X|, 71 ans, qui …": what is added to the speaker goes on. */
static bool is_added(const struct work *w, uint32_t comma)
{
	return is_kind(w, comma + 1, TOKEN_NUMBER) ||
	       is_function(w, comma + 1, FN_RELATIVE) ||
	       in_list(w, comma + 1, LEX_role) ||
	       (in_list(w, comma + 1, LEX_article) &&
		       in_list(w, comma + 2, LEX_role));
}

/*
 * Where what is said goes on after an incise that starts at token i: the
 * punctuation that ends it; `end` when nothing does; NONE when it is none.
 */
static uint32_t incise_end(const struct work *w, uint32_t i, uint32_t end)
{
	bool tied, added;
	uint32_t k = incise_verb(w, i, end, &tied);

	if (k == NONE)
		return NONE;
	k++;
	if (!tied)
		k = incise_subject(w, k, end);
	if (k == NONE)
		return NONE;
	added = is_punct(w, k, ',') && is_added(w, k);
	while (k < end && k - i < INCISE_MAX &&
		(!is_kind(w, k, TOKEN_PUNCT) || (added && is_punct(w, k, ','))))
		k++;
	return k < end && is_kind(w, k, TOKEN_PUNCT) ? k : end;
}

/* The first punctuation in [i, end) that an incise follows, or NONE. */
static uint32_t find_incise(
	const struct work *w, uint32_t i, uint32_t end, uint32_t *after)
{
	for (; i + 1 < end; i++) {
		if (!is_punct(w, i, ',') && !is_punct(w, i, '?') &&
			!is_punct(w, i, '!') && !is_dash(w, i))
			continue;
		*after = incise_end(w, i + 1, end);
		if (*after != NONE)
			return i;
	}
	return NONE;
}

/* What is said begins behind the punctuation that ends the incise. */
static void skip_punctuation(const struct work *w, struct quoted *q)
{
	while (q->inner.first < q->inner.end &&
		is_kind(w, q->inner.first, TOKEN_PUNCT) &&
		tok(w, q->inner.first)->cp < 0x80)
		q->inner.first++;
}

static void add_piece(struct work *w, struct quoted q)
{
	if (count_words(w, q.inner) > 0)
		*vec_push(&w->a->speech.quoted) = q;
}

void add_pieces(struct work *w, struct quoted q)
{
	while (q.inner.first < q.inner.end) {
		uint32_t after = NONE;
		uint32_t at =
			find_incise(w, q.inner.first, q.inner.end, &after);
		struct quoted piece = q;

		if (at == NONE)
			break;
		piece.inner.end = is_dash(w, at) ? at : at + 1;
		piece.after = at + 1;
		piece.closed = true;
		add_piece(w, piece);
		q.open = after;
		q.inner.first = after + 1;
		q.resumed = true;
		if (after >= q.inner.end)
			return;
		skip_punctuation(w, &q);
	}
	add_piece(w, q);
}

bool opens_dialogue(const struct work *w, struct span paragraph)
{
	uint32_t after;

	return is_dash(w, paragraph.first) &&
	       find_incise(w, paragraph.first + 1, paragraph.end, &after) !=
		       NONE;
}
