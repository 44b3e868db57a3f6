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
	return (in_list(w, i, LEX_prep) || in_list(w, i, LEX_conj)) &&
	       find_complement(w, i, s->span.end) == NONE;
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

/* Marks right in front of the cue, from `from` on. */
static struct span marked_before(const struct work *w, const struct sentence *s,
	const struct cue *c, struct span before)
{
	const struct quoted *q = quoted_of(w, before.end - 1);

	if (!is_stopped(w, q) && !c->inverted && !ends_clause(w, s, c))
		return (struct span){ 0, 0 };
	if (q->open > before.first &&
		(is_punct(w, q->open - 1, ':') || is_dash(w, q->open - 1)))
		before.first = q->open;
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
	if (is_punct(w, i, ',') && i + 1 < end &&
		!quoted_of(w, before.end - 1) &&
		(is_auxiliary(w, i + 1) || is_plain_verb(w, i + 1)))
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

/* "In both cases, Smith said, …", "But, Smith said, …": no clause in front. */
static bool is_circumstance(const struct work *w, const struct sentence *s,
	const struct cue *c, struct span before)
{
	uint32_t next = cue_end(c);

	if (before.first >= before.end || next + 1 >= s->span.end ||
		!is_punct(w, next, ',') || !is_kind(w, next + 1, TOKEN_WORD) ||
		is_function(w, next + 1, FN_COORD) ||
		is_function(w, next + 1, FN_RELATIVE) ||
		has_ending(w, next + 1, ENDING_GERUND))
		return false;
	for (uint32_t i = before.first; i < before.end; i++)
		if (quoted_of(w, i) || is_plain_verb(w, i))
			return false;
	return in_list(w, before.first, LEX_prep) ||
	       in_list(w, before.first, LEX_conj) || is_adverb(w, before.first);
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

	if (is_circumstance(w, s, c, before)) {
		start = cue_end(c) + 1;
	} else if (before.first < before.end &&
		   !introduces_quoted(w, k, before)) {
		out.before = before;
		out.after = content_resumed(w, s, k, before);
		return out;
	} else {
		start = start_after(w, s, c);
	}
	if (start != NONE && start < s->span.end)
		out.after = (struct span){ start, content_end(w, s, k, start) };
	return out;
}
