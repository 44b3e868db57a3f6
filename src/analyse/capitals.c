#include "capitals.h"

#include "grammar.h"
#include "people.h"

/* Words of a name whose first name is in no list. */
#define UNKNOWN_MAX 4

static bool is_first_name(const struct work *w, uint32_t i)
{
	return in_list(w, i, LEX_male) || in_list(w, i, LEX_female);
}

static bool is_title_word(const struct work *w, uint32_t i)
{
	return (in_list(w, i, LEX_titlecap) || in_list(w, i, LEX_role)) &&
	       !in_list(w, i, LEX_plural);
}

/* A noun by one of the lists: no part of a name whose words are unknown. */
static bool is_known_noun(const struct work *w, uint32_t i)
{
	const uint64_t nouns = LEX_BIT(LEX_role) | LEX_BIT(LEX_titlecap) |
			       LEX_BIT(LEX_orgword) | LEX_BIT(LEX_stmt) |
			       LEX_BIT(LEX_plural) | LEX_BIT(LEX_timew);

	return (tok(w, i)->lists & nouns) != 0;
}

bool is_surely_name(const struct work *w, struct span *run)
{
	uint32_t titles = run->first;

	while (titles < run->end && is_title_word(w, titles))
		titles++;
	if (titles > run->first && titles < run->end)
		return !is_known_noun(w, titles);
	for (uint32_t k = run->first; k + 1 < run->end; k++) {
		if (!is_first_name(w, k) || is_known_noun(w, k + 1))
			continue;
		while (k > run->first && is_title_word(w, k - 1))
			k--;
		run->first = k;
		return true;
	}
	return false;
}

/* A word that belongs to the noun behind it stands before the run. */
static bool is_attached(const struct work *w, uint32_t first)
{
	const struct token *t = first ? tok(w, first - 1) : NULL;

	if (!t || (tok(w, first)->flags & TOKEN_SENTENCE) ||
		t->kind == TOKEN_PUNCT || t->kind == TOKEN_MARK ||
		t->kind == TOKEN_BREAK)
		return false;
	return !t->verb && !is_auxiliary(w, first - 1) &&
	       !(in_list(w, first - 1, LEX_prep) &&
		       !in_list(w, first - 1, LEX_det)) &&
	       !is_function(w, first - 1, FN_ACCORDING) &&
	       !in_list(w, first - 1, LEX_quotative) &&
	       !is_function(w, first - 1, FN_COORD);
}

/* "Mehmet Yildiz" where neither word is known. */
static bool is_unknown_pair(const struct work *w, struct span run)
{
	uint32_t n = run.end - run.first;

	if (n < 2 || n > UNKNOWN_MAX || is_attached(w, run.first) ||
		(run.first > 0 && in_list(w, run.first - 1, LEX_prep)))
		return false;
	if ((tok(w, run.first)->flags & TOKEN_SENTENCE) &&
		has_ending(w, run.first, ENDING_INFLECTED))
		return false; /* "Junge Wölfe" */
	for (uint32_t i = run.first; i < run.end; i++)
		if (is_known_noun(w, i))
			return false;
	return true;
}

/* "Albers |sagte", "sagte |Albers": a noun without article speaks. */
static bool speaks_bare(const struct work *w, uint32_t i)
{
	if (tok(w, i)->lists || is_attached(w, i))
		return false;
	if (i > 0 && tok(w, i - 1)->verb)
		return !is_capital(w, i - 1);
	return (tok(w, i)->flags & TOKEN_SENTENCE) &&
	       is_kind(w, i + 1, TOKEN_WORD) && tok(w, i + 1)->verb &&
	       !is_capital(w, i + 1) &&
	       !has_ending(w, i + 1, ENDING_PARTICIPLE);
}

static bool is_surname(const struct work *w, uint32_t i)
{
	const struct speech *s = &w->a->speech;
	uint64_t key = name_key(token_str(&w->a->tokens, i));

	for (size_t k = 0; k < s->surnames.n; k++)
		if (s->surnames.v[k] == key)
			return true;
	return false;
}

bool is_likely_name(const struct work *w, struct span *run)
{
	uint32_t last = run->end - 1;

	if (is_surely_name(w, run))
		return true;
	if (run->end - run->first > 1)
		return is_unknown_pair(w, *run) || is_surname(w, last);
	return in_list(w, last, LEX_gpe) ||
	       (tok(w, last)->flags & TOKEN_UPPER) || is_surname(w, last) ||
	       (is_first_name(w, last) && !is_attached(w, last)) ||
	       speaks_bare(w, last);
}
