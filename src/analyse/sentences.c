/*
 * The writer's sentences. A stretch in marks is one piece of the sentence it
 * stands in, whatever stops it holds; "…!" she said goes on after its mark.
 */
#include "grammar.h"
#include "parts.h"

/*
 * Longer ones are lists or lack stops; cut, so that looking through a sentence
 * for each of its verbs stays linear in the text.
 */
#define SENTENCE_MAX 300

/* Words up to the verb that tells who spoke. */
#define TAG_WORDS 6

/* Tokens of "HAVENBROOK, Vell., Dec. 8 (VPI) —". */
#define DATELINE_MAX 16

/* A reporting verb and its subject follow: "…?" Smith asked. "…!" said he. */
static bool tag_follows(const struct work *w, uint32_t i)
{
	for (uint32_t k = i; k < i + TAG_WORDS && k < token_count(w); k++) {
		const struct token *t = tok(w, k);

		if (quoted_of(w, k) || is_stop(w, k) || t->kind == TOKEN_BREAK)
			return false;
		if (t->kind == TOKEN_WORD && t->verb &&
			!(t->flags & TOKEN_CAPITAL) &&
			!token_in(t, LEX_ambig_noun))
			return w->a->tokens.lex->verbs[t->verb - 1].frames &
			       FRAME_THAT;
	}
	return false;
}

/* "“…over.” Smith said.": a sentence that only tells who spoke. */
static bool is_bare_tag(const struct work *w, uint32_t i)
{
	uint32_t verb = i;

	while (verb < i + TAG_WORDS &&
		(is_capital(w, verb) || in_list(w, verb, LEX_subj)))
		verb++;
	return verb > i && is_plain_verb(w, verb) && tok(w, verb)->verb &&
	       is_punct(w, verb + 1, '.');
}

static bool starts_here(const struct work *w, uint32_t i)
{
	const struct quoted *before = i ? quoted_of(w, i - 1) : NULL;
	uint32_t last;

	if (!(tok(w, i)->flags & TOKEN_SENTENCE))
		return false;
	if (!before || quoted_of(w, i))
		return true;
	last = before->inner.end - 1;
	while (last > before->inner.first && is_kind(w, last, TOKEN_MARK))
		last--;
	if (is_punct(w, last, '.'))
		return !is_bare_tag(w, i);
	return !is_stop(w, last) || !tag_follows(w, i);
}

static void close_sentence(
	struct speech *s, struct span *span, uint32_t end, uint32_t paragraph)
{
	if (span->first < end)
		*vec_push(&s->sentences) =
			(struct sentence){ { span->first, end }, paragraph };
	span->first = end;
}

/*
 * The token after the place that opens a dispatch: "HAVENBROOK, Dec. 8 (VPI)
 * — |The mayor said". It is no part of a sentence; i when there is none.
 */
static uint32_t after_dateline(const struct work *w, uint32_t i)
{
	uint32_t k = i;

	if (!is_kind(w, i, TOKEN_WORD) || !(tok(w, i)->flags & TOKEN_UPPER))
		return i;
	while (k < i + DATELINE_MAX && !is_dash(w, k) &&
		(is_capital(w, k) || is_kind(w, k, TOKEN_NUMBER) ||
			is_punct(w, k, ',') || is_punct(w, k, '.') ||
			is_punct(w, k, '(') || is_punct(w, k, ')')))
		k++;
	if (!is_dash(w, k))
		return i;
	while (is_dash(w, k))
		k++;
	return is_kind(w, k, TOKEN_BREAK) || k >= token_count(w) ? i : k;
}

void find_sentences(struct work *w)
{
	struct speech *s = &w->a->speech;
	struct span span = { 0, 0 };
	uint32_t paragraph = 0, n = (uint32_t)token_count(w), i = 0;
	uint32_t pieces = 0;

	s->sentences.n = 0;
	i = span.first = after_dateline(w, 0);
	while (i < n) {
		const struct quoted *q;

		if (is_kind(w, i, TOKEN_BREAK)) {
			close_sentence(s, &span, i, paragraph++);
			i = span.first = after_dateline(w, i + 1);
			continue;
		}
		if (starts_here(w, i) || pieces++ == SENTENCE_MAX) {
			close_sentence(s, &span, i, paragraph);
			pieces = 0;
		}
		q = quoted_of(w, i);
		i = q ? q->after : i + 1;
	}
	close_sentence(s, &span, n, paragraph);
}
