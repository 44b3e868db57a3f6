#include "content.h"

#include "extent.h"
#include "gap.h"

/* True when nothing that could be content follows the cue. */
static bool ends_clause(
	const struct work *w, const struct sentence *s, const struct cue *c)
{
	uint32_t i = cue_end(c);

	if (c->form == CUE_ACCORDING ||
		(c->inverted && has_trait(w, TRAIT_VERB_SECOND)))
		return true;
	if ((c->frames & FRAME_ADDRESSEE) && i < s->span.end &&
		!is_kind(w, i, TOKEN_PUNCT))
		i = skip_addressee(w, i, s->span.end);
	i = skip_times(w, i, s->span.end);
	if (i >= s->span.end || is_kind(w, i, TOKEN_PUNCT))
		return true;
	if (opens_quoted(w, i))
		return false;
	if (is_function(w, i, FN_INFINITIVE))
		return !(c->frames & FRAME_TO);
	/* "agreed |on a date": what is done, by a verb that can take "to do" */
	if (in_list(w, i, LEX_prep) && (c->frames & FRAME_TO))
		return false;
	return (in_list(w, i, LEX_prep) || in_list(w, i, LEX_conj)) &&
	       find_complement(w, i, s->span.end) == NONE;
}

bool closes_fragment(const struct work *w, const struct sentence *s,
	const struct cue *c, const struct quoted *q)
{
	const struct speech *sp = &w->a->speech;

	if (c->form == CUE_ACCORDING || c->inverted ||
		sp->cues.v[0].verb > q->open)
		return true;
	return (c->frames & FRAME_THAT) && ends_clause(w, s, c);
}

/* "that, |according to X, …": what is reported comes after the cue. */
static bool opens_reported(const struct work *w, uint32_t first)
{
	uint32_t before = first - 1;

	if (before > 0 && is_punct(w, before, ','))
		before--;
	return in_list(w, before, LEX_complement) ||
	       is_function(w, before, FN_RELATIVE);
}

/* "Though X, |Y, she said": what is said starts after the clause in front. */
static uint32_t after_contrast(
	const struct work *w, uint32_t from, uint32_t end)
{
	if (!is_function(w, from, FN_CONTRAST) &&
		!is_function(w, from, FN_CONCESSION) &&
		!is_function(w, from, FN_AS))
		return from;
	for (uint32_t i = from; i + 2 < end; i++)
		if (!quoted_of(w, i) && is_punct(w, i, ',') &&
			opens_clause(w, i + 1))
			return i + 1;
	return from;
}

/* Marks right in front of the cue, from `from` on, or a clause that ends in
 * them. */
static struct span marked_before(const struct work *w, const struct sentence *s,
	const struct cue *c, struct span before)
{
	const struct quoted *q = quoted_of(w, before.end - 1);

	const struct span none = { 0, 0 };

	if (!is_stopped(w, q) && !c->inverted && !ends_clause(w, s, c))
		return none;
	if (q->open > before.first &&
		(is_punct(w, q->open - 1, ':') || is_dash(w, q->open - 1)))
		before.first = q->open;
	if (q->open > before.first && is_kind(w, q->open - 1, TOKEN_WORD) &&
		!closes_fragment(w, s, c, q))
		return none;
	return before;
}

/* True when a comma (or dash) in front of the cue ends what it reports. */
static bool closes_content(const struct work *w, const struct sentence *s,
	const struct cue *c, uint32_t first)
{
	bool marked = first >= 2 && quoted_of(w, first - 2);

	if (!is_punct(w, first - 1, ',') && !is_dash(w, first - 1))
		return false;
	if (!marked && !(c->frames & (FRAME_THAT | FRAME_THOUGHT)))
		return false;
	return c->form != CUE_GERUND && !c->inherited && ends_clause(w, s, c);
}

/* The content in front of the cue; empty when there is none. */
static struct span content_before(const struct work *w,
	const struct sentence *s, const struct cue *c, uint32_t from)
{
	struct span before = { from, cue_first(c) };
	const struct span none = { 0, 0 };

	if (before.end <= from)
		return none;
	if (is_function(w, before.end - 1, FN_AS) && before.end >= from + 2)
		before.end--;
	if (quoted_of(w, before.end - 1))
		return marked_before(w, s, c, before);
	if (c->form == CUE_ACCORDING && (c->frames & FRAME_THAT))
		return opens_reported(w, before.end) ? none : before;
	if (!closes_content(w, s, c, before.end))
		return none;
	before.first = after_contrast(w, from, before.end);
	return before;
}

/* True when a span, or its last part, is a clause that can stand alone. */
static bool is_whole_clause(const struct work *w, struct span s)
{
	uint32_t i;

	for (i = s.first; i < s.end; i++)
		if (is_punct(w, i, ';'))
			s.first = i + 1;
	i = s.first + is_function(w, s.first, FN_COORD);

	return !in_list(w, i, LEX_subordinator) && !in_list(w, i, LEX_prep) &&
	       has_verb(w, s);
}

/*
 * True when what stands at i after "X, he said, |…" goes on with what was
 * said, and is no addition of the writer's: ", adding …", ", who …". After a
 * whole clause only a conjunction goes on; anything else tells of the speaker
 * or the occasion: ", said Ilse Marrend, a nurse", "he said, on the way home".
 */
static bool resumes(const struct work *w, const struct cue *c, uint32_t i,
	struct span before)
{
	if (!is_kind(w, i, TOKEN_WORD) && !is_kind(w, i, TOKEN_NUMBER))
		return false;
	if (c->form == CUE_ACCORDING && is_function(w, i, FN_COORD))
		return false;
	if (has_ending(w, i, ENDING_GERUND) || is_function(w, i, FN_CONTRAST) ||
		(is_function(w, i, FN_RELATIVE) &&
			!in_list(w, i, LEX_complement)))
		return false;
	return !is_whole_clause(w, before) ||
	       (!c->inverted && in_list(w, i, LEX_conj));
}

/* What goes on after a cue that stands behind or inside its content. */
static struct span content_resumed(const struct work *w,
	const struct sentence *s, size_t k, struct span before)
{
	const struct cue *c = &w->a->speech.cues.v[k];
	uint32_t i = cue_end(c);
	uint32_t end = s->span.end;

	while (i < end && i - c->verb < GAP_MAX &&
		!is_kind(w, i, TOKEN_PUNCT) && !quoted_of(w, i))
		i++;
	if (i >= end)
		return (struct span){ 0, 0 };
	if (opens_quoted(w, i) || opens_quoted(w, i + 1)) {
		i += !opens_quoted(w, i);
		return (struct span){ i, content_end(w, s, k, i) };
	}
	if (is_punct(w, i, ',') && is_function(w, i + 1, FN_COORD) &&
		opens_quoted(w, i + 2))
		return (struct span){ i + 2, content_end(w, s, k, i + 2) };
	if (is_punct(w, i, ',') && i + 1 < end &&
		!quoted_of(w, before.end - 1) && resumes(w, c, i + 1, before))
		return (struct span){ i + 1, content_end(w, s, k, i + 1) };
	return (struct span){ 0, 0 };
}

/* "In a statement, Smith said, “…”": what is in front is no content. */
static bool introduces_quoted(
	const struct work *w, size_t k, struct span before)
{
	const struct cue *c = &w->a->speech.cues.v[k];
	uint32_t i = cue_end(c);

	if (before.first >= before.end || quoted_of(w, before.end - 1) ||
		(is_punct(w, before.end - 1, ',') &&
			quoted_of(w, before.end - 2)))
		return false;
	for (; i < token_count(w) && i - c->verb < GAP_MAX; i++) {
		const struct quoted *q = quoted_of(w, i);

		if (q)
			return q->owner == k &&
			       (is_capital(w, q->inner.first) ||
				       !is_kind(w, q->inner.first, TOKEN_WORD));
		if (is_stop(w, i))
			return false;
	}
	return false;
}

/* Where the content of a cue starts that is not in front of it, or NONE. */
static uint32_t start_after(
	const struct work *w, const struct sentence *s, const struct cue *c)
{
	uint32_t start = cue_end(c);
	const struct name *beside;

	if (c->form != CUE_ACCORDING)
		return content_start(w, c, s->span.end);
	if (has_trait(w, TRAIT_VERB_SECOND))
		return start + is_punct(w, start, ',');
	while (start < s->span.end && !is_punct(w, start, ','))
		start++;
	beside = name_of(w, start + 1);
	if (beside && beside->title == start + 1 &&
		is_punct(w, beside->span.end, ','))
		start = beside->span.end;
	return start + 1;
}

struct content find_content(
	const struct work *w, const struct sentence *s, size_t k, uint32_t from)
{
	const struct cue *c = &w->a->speech.cues.v[k];
	struct content out = { { 0, 0 }, { 0, 0 } };
	struct span before = content_before(w, s, c, from);
	uint32_t start;

	if (before.first < before.end && !introduces_quoted(w, k, before)) {
		out.before = before;
		out.after = content_resumed(w, s, k, before);
		return out;
	}
	start = start_after(w, s, c);
	if (start != NONE && start < s->span.end)
		out.after = (struct span){ start, content_end(w, s, k, start) };
	return out;
}
