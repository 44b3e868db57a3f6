#include "extent.h"

#include "gap.h"

/* A comma, or marks that hold one at their end, stand before token i. */
static bool comma_before(const struct work *w, uint32_t i)
{
	const struct quoted *q = i ? quoted_of(w, i - 1) : NULL;

	if (q)
		return is_punct(w, q->inner.end - 1, ',');
	return i > 0 && is_punct(w, i - 1, ',');
}

enum tense { TENSE_BASE, TENSE_PRESENT, TENSE_PAST, TENSE_GERUND };

static enum tense tense_of(const struct work *w, const struct cue *c)
{
	const struct token *t = tok(w, c->verb);

	if (has_ending(w, c->verb, ENDING_GERUND))
		return TENSE_GERUND;
	if (t->verb &&
		str_eq_nocase(token_str(&w->a->tokens, c->verb),
			str_from_c(w->a->tokens.lex->verbs[t->verb - 1].lemma)))
		return TENSE_BASE;
	return has_ending(w, c->verb, ENDING_PRESENT) ? TENSE_PRESENT
						      : TENSE_PAST;
}

/* True when cue c is a sibling of cue `of`, not inside its content. */
static bool is_sibling(
	const struct work *w, const struct cue *of, const struct cue *c)
{
	uint32_t first = cue_first(c);

	if (c->form == CUE_ACCORDING)
		return true;
	if (first == 0 || (c->frames & (FRAME_WEAK | FRAME_THOUGHT)) ||
		!(c->frames & FRAME_QUOTE))
		return false;
	if (c->form == CUE_GERUND)
		return comma_before(w, first);
	if (is_function(w, first - 1, FN_COORD))
		return c->inherited ? tense_of(w, c) == tense_of(w, of)
				    : first > 1 && is_punct(w, first - 2, ',');
	return c->inverted || (is_punct(w, first - 1, ',') && !c->inherited);
}

/* The first stretch in [start, end) that another cue stands beside, or end. */
static uint32_t owned_by_other(
	const struct work *w, size_t k, uint32_t start, uint32_t end)
{
	const struct speech *sp = &w->a->speech;

	for (uint32_t i = start; i < end;) {
		const struct quoted *q = quoted_of(w, i);

		if (q && q->owner != NONE && q->owner != k) {
			uint32_t first = cue_first(&sp->cues.v[q->owner]);

			return first > start && first < q->open ? first
								: q->open;
		}
		i = q ? q->after : i + 1;
	}
	return end;
}

/* True when the verb stands in a clause that ends at the next comma. */
static bool in_aside(const struct work *w, const struct cue *c)
{
	uint32_t rel = c->words.first - 1;

	if (c->words.first > 1 && is_function(w, rel, FN_RELATIVE) &&
		is_punct(w, rel - 1, ','))
		return true;
	/* "While X said so, …": the main clause follows the comma. */
	return !c->inverted && !c->inherited && c->subject.first > 0 &&
	       in_list(w, c->subject.first - 1, LEX_subordinator) &&
	       !is_function(w, c->subject.first - 1, FN_AS);
}

/* A comma or dash after `i`, before `end`. */
static bool comma_follows(const struct work *w, uint32_t i, uint32_t end)
{
	for (; i < end; i++)
		if (is_punct(w, i, ',') || is_dash(w, i))
			return true;
	return false;
}

/* A second dash after `i`, before `end`; "--" is one. */
static bool dash_follows(const struct work *w, uint32_t i, uint32_t end)
{
	for (i += is_punct(w, i, '-'); i < end; i++)
		if (is_dash(w, i))
			return true;
	return false;
}

/*
 * The writer's own additions that end what is reported, from how gold spans
 * end in PolNeAR train: a last ", which …", ", while …", ", a …".
 */
static bool ends_reported(const struct work *w, uint32_t i, uint32_t end)
{
	if (is_punct(w, i, ';'))
		return true;
	if (!is_punct(w, i, ','))
		return false;
	if (is_function(w, i + 1, FN_AS) && is_auxiliary(w, i + 2))
		return true;
	if (is_function(w, i + 1, FN_CONTRAST))
		return true;
	return (is_function(w, i + 1, FN_RELATIVE) ||
		       is_function(w, i + 1, FN_INDEFINITE)) &&
	       !comma_follows(w, i + 1, end);
}

/* "said it was “over” |— a blow to …": the writer's own after words in marks.
 */
static bool ends_marked(const struct work *w, uint32_t i, uint32_t end)
{
	if (is_dash(w, i))
		return !dash_follows(w, i + 1, end);
	return is_punct(w, i, '(') ||
	       (comma_before(w, i) && has_ending(w, i, ENDING_GERUND));
}

/* ", warning …", ", and …" after what a verb has as its object. */
static bool ends_object(const struct work *w, uint32_t i)
{
	return is_punct(w, i, ',') && (has_ending(w, i + 1, ENDING_GERUND) ||
					      is_function(w, i + 1, FN_COORD));
}

static uint32_t clause_end(
	const struct work *w, const struct cue *c, uint32_t start, uint32_t end)
{
	bool aside = in_aside(w, c);
	bool marked = false;
	unsigned depth = is_punct(w, start, '(');
	bool object = (c->frames & FRAME_OBJECT) && !(c->frames & FRAME_THAT);

	for (uint32_t i = start + 1; i < end; i++) {
		if (quoted_of(w, i)) {
			marked = true;
			continue;
		}
		if (marked && ends_marked(w, i, end))
			return i;
		depth += is_punct(w, i, '(');
		if (is_punct(w, i, ')') && depth-- == 0)
			return i; /* closes the bracket the verb stands in */
		if ((aside && is_punct(w, i, ',')) ||
			ends_reported(w, i, end) ||
			(object && ends_object(w, i)))
			return i;
	}
	return end;
}

/* The first word of the next cue that is no part of cue k's content, or end. */
static uint32_t sibling_start(
	const struct work *w, size_t k, uint32_t start, uint32_t end)
{
	const struct speech *sp = &w->a->speech;
	bool subordinate = in_list(w, start, LEX_subordinator);

	for (size_t m = k + 1; m < sp->cues.n; m++) {
		uint32_t first = cue_first(&sp->cues.v[m]);

		if (first > start && first < end &&
			!(subordinate && !sp->cues.v[m].inherited) &&
			is_sibling(w, &sp->cues.v[k], &sp->cues.v[m]))
			return first;
	}
	return end;
}

uint32_t content_end(const struct work *w, const struct sentence *s, size_t k,
	uint32_t start)
{
	uint32_t end = owned_by_other(w, k, start, s->span.end);

	end = clause_end(w, &w->a->speech.cues.v[k], start, end);
	end = sibling_start(w, k, start, end);
	while (end > start && end < s->span.end &&
		(is_function(w, end - 1, FN_COORD) ||
			is_punct(w, end - 1, ',') ||
			is_function(w, end - 1, FN_AS)))
		end--;
	return end;
}
