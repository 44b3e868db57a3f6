#include "gap.h"

bool opens_quoted(const struct work *w, uint32_t i)
{
	const struct quoted *q = quoted_of(w, i);

	return q && q->open == i;
}

bool opens_clause(const struct work *w, uint32_t i)
{
	return in_list(w, i, LEX_complement) || in_list(w, i, LEX_pron) ||
	       in_list(w, i, LEX_det) || is_capital(w, i) ||
	       is_kind(w, i, TOKEN_NUMBER) || opens_quoted(w, i);
}

static bool is_object_pronoun(const struct work *w, uint32_t i)
{
	return in_list(w, i, LEX_objpron);
}

uint32_t find_complement(const struct work *w, uint32_t i, uint32_t end)
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

uint32_t skip_times(const struct work *w, uint32_t i, uint32_t end)
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

uint32_t skip_addressee(const struct work *w, uint32_t i, uint32_t end)
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

/* The same where the verb is followed by a word, not by a mark. */
static uint32_t start_at_word(
	const struct work *w, const struct cue *c, uint32_t i, uint32_t end)
{
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
	return i;
}

/* "As Smith noted, |…" */
static bool is_compared(const struct work *w, const struct cue *c)
{
	return !c->inverted && c->subject.first > 0 &&
	       is_function(w, c->subject.first - 1, FN_AS);
}

/* "called for |a ban", "referred to |him": what a verb's object starts with. */
static uint32_t object_start(const struct work *w, uint32_t i)
{
	if (is_punct(w, i, ',') || is_punct(w, i, ':'))
		return i + 1;
	if ((in_list(w, i, LEX_prep) || is_function(w, i, FN_INFINITIVE)) &&
		is_kind(w, i + 1, TOKEN_WORD))
		return i + 1;
	return i;
}

uint32_t find_question(const struct work *w, uint32_t i, uint32_t end)
{
	for (uint32_t k = i; k < end && k - i < GAP_MAX; k++) {
		if (in_list(w, k, LEX_complement) ||
			(k == i && is_function(w, k, FN_RELATIVE)))
			return k;
		if (quoted_of(w, k) || is_kind(w, k, TOKEN_PUNCT) ||
			is_plain_verb(w, k))
			return NONE;
	}
	return NONE;
}

/* Where each clause has its comma: behind the first one, or a colon. */
static uint32_t after_border(const struct work *w, uint32_t i, uint32_t end)
{
	for (uint32_t k = i; k < end && k - i < GAP_MAX; k++) {
		if (opens_quoted(w, k))
			return k;
		if (is_punct(w, k, ':') || is_punct(w, k, ','))
			return k + 1;
		if (is_kind(w, k, TOKEN_PUNCT) && !is_punct(w, k, '-'))
			return NONE;
	}
	return NONE;
}

static uint32_t start_behind(
	const struct work *w, const struct cue *c, uint32_t end)
{
	uint32_t i = cue_end(c);

	if ((c->frames & FRAME_OBJECT) && !(c->frames & FRAME_THAT))
		return object_start(w, i);
	if (has_trait(w, TRAIT_VERB_SECOND))
		return after_border(w, i, end);
	if (c->frames & FRAME_ADDRESSEE)
		i = skip_addressee(w, i, end);
	i = skip_times(w, i, end);
	if (i >= end)
		return NONE;
	if (is_punct(w, i, ':'))
		return i + 1;
	if (is_punct(w, i, ','))
		return is_compared(w, c) && is_kind(w, i + 1, TOKEN_WORD)
			       ? i + 1
			       : or_later(
					 w, after_comma(w, i + 1, end), i, end);
	if (is_kind(w, i, TOKEN_PUNCT))
		return is_dash(w, i) && opens_quoted(w, i + 1) ? i + 1 : NONE;
	return start_at_word(w, c, i, end);
}

uint32_t content_start(const struct work *w, const struct cue *c, uint32_t end)
{
	uint32_t question = NONE;

	if (c->frames & FRAME_QUESTION)
		question = find_question(w, cue_end(c), end);
	return question != NONE ? question : start_behind(w, c, end);
}
