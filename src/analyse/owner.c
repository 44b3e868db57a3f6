#include "owner.h"

#include "content.h"
#include "gap.h"

/* "said the world lost a voice that |said “…”": the outer verb's content. */
static bool is_restrictive(const struct work *w, const struct cue *c)
{
	const struct speech *sp = &w->a->speech;
	uint32_t rel = c->words.first - 1;

	if (c->words.first < 2 || !is_function(w, rel, FN_RELATIVE) ||
		is_punct(w, rel - 1, ','))
		return false;
	return sp->cues.v[0].verb < rel &&
	       (sp->cues.v[0].frames & FRAME_CLAUSE);
}

/*
 * "said he would offer “a prayer”": a fragment inside the clause another verb
 * reports is that verb's (PolNeAR: the outer cue).
 */
static bool is_embedded(
	const struct work *w, const struct cue *c, const struct quoted *q)
{
	const struct speech *sp = &w->a->speech;
	const struct cue *outer = &sp->cues.v[0];

	if (is_kind(w, q->open - 1, TOKEN_PUNCT))
		return false;
	if (c->frames & FRAME_WEAK)
		return true;
	return !is_capital(w, q->inner.first) && outer->verb < c->verb &&
	       (outer->frames & FRAME_CLAUSE) && !c->inherited &&
	       outer->form == CUE_FINITE;
}

/* True when nothing but a comma, colon or dash parts the stretch from cue c. */
static bool is_right_before(
	const struct work *w, const struct cue *c, const struct quoted *q)
{
	uint32_t i = cue_end(c);

	if (i > q->open || is_restrictive(w, c) || is_embedded(w, c, q))
		return false;
	if ((c->frames & FRAME_ADDRESSEE) && i < q->open &&
		!is_kind(w, i, TOKEN_PUNCT))
		i = skip_addressee(w, i, q->open);
	i = skip_times(w, i, q->open);
	while (i < q->open && (is_kind(w, i, TOKEN_PUNCT) || is_adverb(w, i)))
		i++;
	return i == q->open;
}

static bool is_right_after(const struct work *w, const struct sentence *s,
	const struct cue *c, const struct quoted *q)
{
	uint32_t first = cue_first(c);
	bool stopped = is_stopped(w, q);

	if (c->inherited || is_restrictive(w, c))
		return false;
	if (q->open > s->span.first && is_kind(w, q->open - 1, TOKEN_WORD) &&
		!closes_fragment(w, s, c, q))
		return false;
	if (first == q->after)
		return stopped || c->inverted;
	return first == q->after + 1 && is_punct(w, q->after, ',');
}

static bool is_near(const struct cue *c, const struct quoted *q)
{
	return c->verb + GAP_MAX > q->open;
}

/* The cue from `near` on that stands beside q, or NONE. */
static uint32_t owner_of(const struct work *w, const struct sentence *s,
	const struct quoted *q, size_t near)
{
	const struct speech *sp = &w->a->speech;
	uint32_t owner = NONE;

	for (size_t k = near; k < sp->cues.n; k++) {
		const struct cue *c = &sp->cues.v[k];

		if (c->verb > q->after + GAP_MAX)
			break;
		if (is_right_after(w, s, c, q) ||
			(owner == NONE && is_right_before(w, c, q)))
			owner = (uint32_t)k;
	}
	return owner;
}

void own_quoted(struct work *w, const struct sentence *s)
{
	struct speech *sp = &w->a->speech;
	size_t near = 0;

	for (uint32_t i = s->span.first; i < s->span.end;) {
		struct quoted *q = quoted_of(w, i);

		if (!q) {
			i++;
			continue;
		}
		i = q->after;
		while (near < sp->cues.n && !is_near(&sp->cues.v[near], q))
			near++;
		q->owner = owner_of(w, s, q, near);
	}
}
