#include "content.h"

#include "grammar.h"

/* Tokens between a verb and what it reports ("told the committee on …"). */
#define GAP_MAX 25

static bool opens_quoted(const struct work *w, uint32_t i)
{
	const struct quoted *q = quoted_of(w, i);

	return q && q->open == i;
}

/* A word that may open a clause: he, the, Iran, those … */
static bool opens_clause(const struct work *w, uint32_t i)
{
	return in_list(w, i, LEX_complement) || in_list(w, i, LEX_pron) ||
	       in_list(w, i, LEX_det) || is_capital(w, i) ||
	       is_kind(w, i, TOKEN_NUMBER) || opens_quoted(w, i);
}

static bool is_object_pronoun(const struct work *w, uint32_t i)
{
	return in_list(w, i, LEX_pron) &&
	       (!in_list(w, i, LEX_subj) || has_ending(w, i, "it") ||
		       has_ending(w, i, "you"));
}

/* "that" (or marks, a colon) within reach, no verb or comma before it. */
static uint32_t find_complement(const struct work *w, uint32_t i, uint32_t end)
{
	for (uint32_t k = i; k < end && k - i < GAP_MAX; k++) {
		if (opens_quoted(w, k) || in_list(w, k, LEX_complement))
			return k;
		if (is_punct(w, k, ':'))
			return k + 1;
		if (is_punct(w, k, ','))
			return opens_quoted(w, k + 1) ? k + 1 : NONE;
		if (is_plain_verb(w, k) || tok(w, k)->kind == TOKEN_PUNCT)
			return NONE;
	}
	return NONE;
}

/* The end of one time at i: "on Friday", "in 2008", "last week"; i if none. */
static uint32_t time_end(const struct work *w, uint32_t i)
{
	uint32_t k = i;
	bool prep = in_list(w, k, LEX_prep);

	k += prep;
	k += in_list(w, k, LEX_det);
	if (in_list(w, k, LEX_timew) || in_list(w, k, LEX_days) ||
		in_list(w, k, LEX_month) || is_adverb(w, k))
		return k + 1;
	return prep && is_kind(w, k, TOKEN_NUMBER) ? k + 1 : i;
}

/*
 * Passes over "on Friday", "last week", "in 2008", "later", unless a bare
 * noun phrase goes on after them ("each year brings").
 */
static uint32_t skip_times(const struct work *w, uint32_t i, uint32_t end)
{
	while (i < end) {
		uint32_t next = time_end(w, i);

		if (next == i || (next < end && in_list(w, i, LEX_det) &&
					 !in_list(w, i, LEX_article) &&
					 !is_kind(w, next, TOKEN_PUNCT) &&
					 !in_list(w, next, LEX_prep) &&
					 !opens_clause(w, next)))
			return i;
		i = next;
	}
	return i;
}

/* Passes over whom the words are said to: "told reporters", "told him". */
static uint32_t skip_addressee(const struct work *w, uint32_t i, uint32_t end)
{
	uint32_t k;

	if (is_object_pronoun(w, i))
		return i + 1;
	k = find_complement(w, i, end);
	if (k != NONE)
		return k;
	for (k = i + 1; k < end && k - i < 12; k++) {
		if (is_kind(w, k, TOKEN_PUNCT))
			return k;
		if (in_list(w, k, LEX_subj) ||
			(in_list(w, k, LEX_det) &&
				!in_list(w, k - 1, LEX_prep)))
			return k;
	}
	return end;
}

/* The start of what follows a comma after the verb, or NONE. */
static uint32_t after_comma(const struct work *w, uint32_t i, uint32_t end)
{
	if (opens_quoted(w, i) || in_list(w, i, LEX_complement))
		return i;
	for (uint32_t k = i; k < end && k - i < GAP_MAX; k++)
		if (is_punct(w, k, ','))
			return opens_clause(w, k + 1) ? k + 1 : NONE;
	return opens_clause(w, i) ? i : NONE;
}

/* A stretch in marks further on that nothing else explains, or NONE. */
static uint32_t later_quoted(const struct work *w, uint32_t i, uint32_t end)
{
	for (; i < end; i++) {
		const struct quoted *q = quoted_of(w, i);

		if (q)
			return q->owner == NONE &&
					       (is_punct(w, i - 1, ',') ||
						       is_punct(w, i - 1, ':'))
				       ? i
				       : NONE;
		if (tok(w, i)->verb && is_plain_verb(w, i))
			return NONE;
	}
	return NONE;
}

static uint32_t or_later(
	const struct work *w, uint32_t start, uint32_t i, uint32_t end)
{
	return start == NONE ? later_quoted(w, i, end) : start;
}

static uint32_t content_start(
	const struct work *w, const struct cue *c, uint32_t end)
{
	uint32_t i = c->inverted ? c->subject.end : c->words.end;

	if ((c->frames & FRAME_OBJECT) && !(c->frames & FRAME_THAT))
		return is_punct(w, i, ',') || is_punct(w, i, ':') ? i + 1 : i;
	if (c->frames & FRAME_ADDRESSEE)
		i = skip_addressee(w, i, end);
	i = skip_times(w, i, end);
	if (i >= end)
		return NONE;
	if (is_punct(w, i, ':'))
		return i + 1;
	if (is_punct(w, i, ','))
		return or_later(w, after_comma(w, i + 1, end), i, end);
	if (is_function(w, i, FN_INFINITIVE))
		return c->frames & FRAME_TO ? i : find_complement(w, i, end);
	if (in_list(w, i, LEX_complement) || opens_quoted(w, i))
		return i;
	if (in_list(w, i, LEX_prep) && (c->frames & FRAME_CLAUSE) &&
		(is_kind(w, i + 1, TOKEN_NUMBER) ||
			in_list(w, i + 1, LEX_plural)))
		return i; /* "said about half of them" */
	if (in_list(w, i, LEX_prep) || is_function(w, i, FN_AS))
		return or_later(w, find_complement(w, i, end), i, end);
	if (is_kind(w, i, TOKEN_PUNCT))
		return is_dash(w, i) && opens_quoted(w, i + 1) ? i + 1 : NONE;
	return i;
}

static uint32_t cue_first(const struct cue *c)
{
	if (c->inverted || c->inherited)
		return c->words.first;
	return c->subject.first < c->words.first ? c->subject.first
						 : c->words.first;
}

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

	if (has_ending(w, c->verb, "ing"))
		return TENSE_GERUND;
	if (t->verb &&
		str_eq_nocase(token_str(&w->a->tokens, c->verb),
			str_from_c(w->a->tokens.lex->verbs[t->verb - 1].lemma)))
		return TENSE_BASE;
	return has_ending(w, c->verb, "s") ? TENSE_PRESENT : TENSE_PAST;
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
	       in_list(w, c->subject.first - 1, LEX_subordinator);
}

/* A comma or dash after `i`, before `end`. */
static bool comma_follows(const struct work *w, uint32_t i, uint32_t end)
{
	for (; i < end; i++)
		if (is_punct(w, i, ',') || is_dash(w, i))
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
	if (is_function(w, i + 1, FN_CONTRAST))
		return true;
	return (is_function(w, i + 1, FN_RELATIVE) ||
		       is_function(w, i + 1, FN_INDEFINITE)) &&
	       !comma_follows(w, i + 1, end);
}

static uint32_t clause_end(
	const struct work *w, const struct cue *c, uint32_t start, uint32_t end)
{
	bool aside = in_aside(w, c);

	for (uint32_t i = start + 1; i < end; i++)
		if (!quoted_of(w, i) && ((aside && is_punct(w, i, ',')) ||
						ends_reported(w, i, end)))
			return i;
	return end;
}

static uint32_t content_end(const struct work *w, const struct sentence *s,
	size_t k, uint32_t start)
{
	const struct speech *sp = &w->a->speech;
	uint32_t end = owned_by_other(w, k, start, s->span.end);

	end = clause_end(w, &sp->cues.v[k], start, end);
	for (size_t m = k + 1; m < sp->cues.n; m++) {
		uint32_t first = cue_first(&sp->cues.v[m]);

		if (first > start && first < end &&
			!(in_list(w, start, LEX_subordinator) &&
				!sp->cues.v[m].inherited) &&
			is_sibling(w, &sp->cues.v[k], &sp->cues.v[m])) {
			end = first;
			break;
		}
	}
	while (end > start && end < s->span.end &&
		(is_function(w, end - 1, FN_COORD) ||
			is_punct(w, end - 1, ',') ||
			is_function(w, end - 1, FN_AS)))
		end--;
	return end;
}

/* True when nothing that could be content follows the cue. */
static bool ends_clause(
	const struct work *w, const struct sentence *s, const struct cue *c)
{
	uint32_t i = c->inverted ? c->subject.end : c->words.end;

	if (c->form == CUE_ACCORDING)
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
	if (!is_function(w, from, FN_CONTRAST) && !is_function(w, from, FN_AS))
		return from;
	for (uint32_t i = from; i + 2 < end; i++)
		if (!quoted_of(w, i) && is_punct(w, i, ',') &&
			opens_clause(w, i + 1))
			return i + 1;
	return from;
}

/* The content in front of the cue; empty when there is none. */
static struct span content_before(const struct work *w,
	const struct sentence *s, const struct cue *c, uint32_t from)
{
	uint32_t first = cue_first(c);
	struct span none = { 0, 0 };
	const struct quoted *q;

	if (first <= from)
		return none;
	if (is_function(w, first - 1, FN_AS) && first >= from + 2)
		first--;
	q = quoted_of(w, first - 1);
	if (q) {
		bool stopped =
			q->closed && is_kind(w, q->inner.end - 1, TOKEN_PUNCT);

		if (!stopped && !c->inverted && !ends_clause(w, s, c))
			return none;
		if (q->open > from && (is_punct(w, q->open - 1, ':') ||
					      is_dash(w, q->open - 1)))
			from = q->open;
		return (struct span){ from, first };
	}
	if (c->form == CUE_ACCORDING)
		return opens_reported(w, first) ? none
						: (struct span){ from, first };
	if (!is_punct(w, first - 1, ',') && !is_dash(w, first - 1))
		return none;
	q = first >= 2 ? quoted_of(w, first - 2) : NULL;
	if (!q && !(c->frames & (FRAME_THAT | FRAME_THOUGHT)))
		return none;
	if (c->form == CUE_GERUND || c->inherited)
		return none;
	if (!ends_clause(w, s, c))
		return none;
	from = after_contrast(w, from, first);
	return (struct span){ from, first };
}

/* What goes on after a cue that stands behind or inside its content. */
static struct span content_resumed(const struct work *w,
	const struct sentence *s, size_t k, struct span before)
{
	const struct cue *c = &w->a->speech.cues.v[k];
	uint32_t i = c->inverted ? c->subject.end : c->words.end;
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
	uint32_t i = c->inverted ? c->subject.end : c->words.end;

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
	uint32_t next = c->inverted ? c->subject.end : c->words.end;

	if (before.first >= before.end || next + 1 >= s->span.end ||
		!is_punct(w, next, ',') || !is_kind(w, next + 1, TOKEN_WORD) ||
		is_function(w, next + 1, FN_COORD) ||
		is_function(w, next + 1, FN_RELATIVE) ||
		has_ending(w, next + 1, "ing"))
		return false;
	for (uint32_t i = before.first; i < before.end; i++)
		if (quoted_of(w, i) || is_plain_verb(w, i))
			return false;
	return in_list(w, before.first, LEX_prep) ||
		in_list(w, before.first, LEX_conj) ||
		is_adverb(w, before.first);
}

struct content find_content(
	const struct work *w, const struct sentence *s, size_t k, uint32_t from)
{
	const struct cue *c = &w->a->speech.cues.v[k];
	struct content out = { { 0, 0 }, { 0, 0 } };
	uint32_t start;

	out.before = content_before(w, s, c, from);
	if (is_circumstance(w, s, c, out.before)) {
		out.before = (struct span){ 0, 0 };
		start = (c->inverted ? c->subject.end : c->words.end) + 1;
		out.after = (struct span){ start, content_end(w, s, k, start) };
		return out;
	}
	if (introduces_quoted(w, k, out.before))
		out.before = (struct span){ 0, 0 };
	if (out.before.first < out.before.end) {
		out.after = content_resumed(w, s, k, out.before);
		return out;
	}
	if (c->form == CUE_ACCORDING) {
		start = c->subject.end;
		while (start < s->span.end && !is_punct(w, start, ','))
			start++;
		start++;
	} else {
		start = content_start(w, c, s->span.end);
	}
	if (start == NONE || start >= s->span.end)
		return out;
	out.after = (struct span){ start, content_end(w, s, k, start) };
	return out;
}

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
		outer->form == CUE_FINITE && !(c->frames & FRAME_CLAUSE);
}

/* True when nothing but a comma, colon or dash parts the stretch from cue c. */
static bool is_right_before(
	const struct work *w, const struct cue *c, const struct quoted *q)
{
	uint32_t i = c->inverted ? c->subject.end : c->words.end;

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

static bool is_right_after(
	const struct work *w, const struct cue *c, const struct quoted *q)
{
	uint32_t first = cue_first(c);
	bool stopped = is_stopped(w, q);

	if (c->inherited || is_restrictive(w, c))
		return false;
	if (first == q->after)
		return stopped || c->inverted;
	return first == q->after + 1 && is_punct(w, q->after, ',');
}

static bool is_near(const struct cue *c, const struct quoted *q)
{
	return c->verb + GAP_MAX > q->open;
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
		for (size_t k = near; k < sp->cues.n; k++) {
			const struct cue *c = &sp->cues.v[k];

			if (c->verb > q->after + GAP_MAX)
				break;
			if (is_right_after(w, c, q) ||
				(q->owner == NONE && is_right_before(w, c, q)))
				q->owner = (uint32_t)k;
		}
	}
}
