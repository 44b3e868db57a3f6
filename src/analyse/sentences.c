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

/* A reporting verb and its subject follow: "…?" Smith asked. "…!" said he. */
static bool tag_follows(const struct work *w, uint32_t i)
{
	for (uint32_t k = i; k < i + 6 && k < token_count(w); k++) {
		const struct token *t = tok(w, k);

		if (t->kind != TOKEN_WORD || quoted_of(w, k))
			return false;
		if (t->verb && !(t->flags & TOKEN_CAPITAL) &&
			!token_in(t, LEX_ambig_noun))
			return true;
	}
	return false;
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
	if (is_stop(w, last) && !is_punct(w, last, '.'))
		return !tag_follows(w, i);
	return true;
}

static void close_sentence(
	struct speech *s, struct span *span, uint32_t end, uint32_t paragraph)
{
	if (span->first < end)
		*vec_push(&s->sentences) =
			(struct sentence){ { span->first, end }, paragraph };
	span->first = end;
}

void find_sentences(struct work *w)
{
	struct speech *s = &w->a->speech;
	struct span span = { 0, 0 };
	uint32_t paragraph = 0, n = (uint32_t)token_count(w), i = 0;
	uint32_t pieces = 0;

	s->sentences.n = 0;
	while (i < n) {
		const struct quoted *q;

		if (is_kind(w, i, TOKEN_BREAK)) {
			close_sentence(s, &span, i, paragraph++);
			span.first = ++i;
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
