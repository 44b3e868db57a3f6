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
		return comma_before(w, first) ||
		       (!c->inherited &&
			       (comma_before(w, first - 1) ||
				       is_function(w, first - 1, FN_COORD)));
	if (is_function(w, first - 1, FN_COORD))
		return c->inherited
			       ? tense_of(w, c) == tense_of(w, of)
			       : first > 1 &&
					 (quoted_of(w, first - 2) ||
						 is_punct(w, first - 2, ',') ||
						 is_dash(w, first - 2));
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

/* "But when X came and said so, …": the first clause of the sentence. */
static bool in_first_clause(
	const struct work *w, const struct sentence *s, const struct cue *c)
{
	uint32_t i = s->span.first;

	while (is_function(w, i, FN_COORD))
		i++;
	if (!in_list(w, i, LEX_subordinator) &&
		!(is_adverb(w, i) && is_function(w, i + 1, FN_AS)))
		return false;
	while (i < c->words.first && !quoted_of(w, i) && !is_punct(w, i, ','))
		i++;
	return i == c->words.first;
}

/* True when the verb stands in a clause that ends at the next comma. */
static bool in_aside(
	const struct work *w, const struct sentence *s, const struct cue *c)
{
	uint32_t rel = c->words.first - 1;

	if (c->words.first > 1 && is_function(w, rel, FN_RELATIVE) &&
		is_punct(w, rel - 1, ','))
		return true;
	/* "When asked if …, X said" */
	if (c->subject.first == c->subject.end &&
		(tok(w, c->words.first)->flags & TOKEN_SENTENCE ||
			in_list(w, rel, LEX_conj)))
		return true;
	/* "Among those who said so, …" */
	if (c->subject.first > 0 &&
		in_list(w, c->subject.first - 1, LEX_prep) &&
		tok(w, c->subject.first - 1)->flags & TOKEN_SENTENCE &&
		!c->inverted)
		return true;
	/* "While X said so, …": the main clause follows the comma. */
	if (!c->inverted && !c->inherited && c->subject.first > 0 &&
		in_list(w, c->subject.first - 1, LEX_subordinator) &&
		!is_function(w, c->subject.first - 1, FN_AS))
		return true;
	return in_first_clause(w, s, c);
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

/* ", and" after `i`: what stands between is a list. */
static bool is_list(const struct work *w, uint32_t i, uint32_t end)
{
	for (uint32_t k = i; k < end && k - i < GAP_MAX; k++)
		if (is_punct(w, k, ',') && is_function(w, k + 1, FN_COORD))
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
	if (is_dash(w, i) && is_function(w, i + 1, FN_INDEFINITE))
		return true;
	if (!is_punct(w, i, ','))
		return false;
	if (is_function(w, i + 1, FN_AS) && is_auxiliary(w, i + 2))
		return true;
	if (is_function(w, i + 1, FN_CONTRAST))
		return true;
	if (is_function(w, i + 1, FN_INDEFINITE))
		return !is_list(w, i + 1, end);
	return is_function(w, i + 1, FN_RELATIVE) &&
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

/* "“a liar,” |“a cheat” and “a thief”": more words in marks follow. */
static bool is_listed(const struct work *w, uint32_t i)
{
	return quoted_of(w, i) ||
	       (is_function(w, i, FN_COORD) && quoted_of(w, i + 1));
}

/* What ends the content of a verb before its sentence does. */
struct limits {
	bool aside; /* the verb stands in an aside */
	bool object; /* its object is what is said */
};

/* Token i, the last one of words in marks, ends a content with a comma. */
static bool ends_in_marks(
	const struct work *w, const struct limits *by, uint32_t i)
{
	return (by->aside || by->object) && comma_before(w, i + 1) &&
	       !is_listed(w, i + 1);
}

static bool ends_at(
	const struct work *w, const struct limits *by, uint32_t i, uint32_t end)
{
	return (by->aside && is_punct(w, i, ',')) || ends_reported(w, i, end) ||
	       (by->object && ends_object(w, i));
}

/*
 * "…, |a promise made in May": the writer's word on a clause, if it goes on no
 * list; "Ana Ruiz, |a nurse, …" is part of one.
 */
static bool is_comment(const struct work *w, struct span clause, uint32_t end)
{
	uint32_t i = clause.end;

	return is_punct(w, i, ',') && is_function(w, i + 1, FN_INDEFINITE) &&
	       has_verb(w, clause) && !is_capital(w, i - 1) &&
	       !is_list(w, i + 1, end);
}

uint32_t content_limit(const struct work *w, const struct sentence *s, size_t k,
	struct span reach)
{
	struct limits by = { in_aside(w, s, &w->a->speech.cues.v[k]), false };
	uint32_t end = owned_by_other(w, k, reach.first, reach.end);

	for (uint32_t i = reach.first; i < end; i++) {
		if (by.aside && quoted_of(w, i) && ends_in_marks(w, &by, i))
			return i + 1;
		if (!in_quoted(w, i) &&
			is_comment(w, (struct span){ reach.first, i }, end))
			return i;
	}
	return end;
}

static uint32_t clause_end(const struct work *w, const struct sentence *s,
	const struct cue *c, struct span content)
{
	uint32_t start = content.first, end = content.end;
	struct limits by = { in_aside(w, s, c), takes_object(c) };
	bool marked = false;
	unsigned depth = is_punct(w, start, '(');

	for (uint32_t i = start + 1; i < end; i++) {
		if (quoted_of(w, i)) {
			marked = true;
			if (ends_in_marks(w, &by, i))
				return i + 1;
			continue;
		}
		if (marked && ends_marked(w, i, end))
			return i;
		depth += is_punct(w, i, '(');
		if (is_punct(w, i, ')') && depth-- == 0)
			return i; /* closes the bracket the verb stands in */
		if (ends_at(w, &by, i, end))
			return i;
	}
	return end;
}

/* The first word of the next cue that is no part of cue k's content, or end. */
static uint32_t sibling_start(
	const struct work *w, size_t k, uint32_t start, uint32_t end)
{
	const struct speech *sp = &w->a->speech;
	bool subordinate = in_list(w, start, LEX_subordinator) ||
			   (in_list(w, start, LEX_complement) &&
				   in_list(w, start + 1, LEX_subordinator));

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

	end = clause_end(
		w, s, &w->a->speech.cues.v[k], (struct span){ start, end });
	end = sibling_start(w, k, start, end);
	while (end > start && end < s->span.end &&
		(is_function(w, end - 1, FN_COORD) ||
			is_punct(w, end - 1, ',') ||
			is_function(w, end - 1, FN_AS)))
		end--;
	return end;
}
