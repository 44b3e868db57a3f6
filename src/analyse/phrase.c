#include "phrase.h"

#include "grammar.h"

bool wants_noun(const struct work *w, uint32_t i)
{
	return is_function(w, i, FN_DEFINITE) ||
	       is_function(w, i, FN_INDEFINITE) ||
	       (in_list(w, i, LEX_det) && in_list(w, i, LEX_objpron));
}

/* Opens a phrase that is no time: "the quarrel", "most of it". */
static bool opens_object(const struct work *w, uint32_t i)
{
	if (in_list(w, i, LEX_det) && is_function(w, i + 1, FN_GENITIVE))
		return !is_kind(w, i, TOKEN_NUMBER);
	return wants_noun(w, i) && !in_list(w, i + 1, LEX_timew) &&
	       !in_list(w, i + 1, LEX_days) && !in_list(w, i + 1, LEX_month) &&
	       !is_kind(w, i + 1, TOKEN_NUMBER);
}

bool governs_object(const struct work *w, uint32_t i)
{
	if (!is_kind(w, i, TOKEN_WORD) || is_capital(w, i) ||
		in_list(w, i, LEX_prep) || in_list(w, i, LEX_det) ||
		in_list(w, i, LEX_conj) || in_list(w, i, LEX_function) ||
		in_list(w, i, LEX_timew) || in_list(w, i, LEX_pron) ||
		is_adverb(w, i) || has_ending(w, i, ENDING_GERUND) ||
		(i > 0 && is_function(w, i - 1, FN_INFINITIVE)))
		return false;
	return opens_object(w, i + 1) && !quoted_of(w, i + 1);
}

static bool is_loose_end(const struct work *w, uint32_t i)
{
	return !is_capital(w, i) && !in_list(w, i, LEX_role) &&
	       !in_list(w, i, LEX_plural) &&
	       (in_list(w, i, LEX_prep) || is_function(w, i, FN_COORD) ||
		       is_dash(w, i) || is_adverb(w, i));
}

struct span trim_phrase(const struct work *w, struct span s)
{
	while (s.end > s.first + 1 && is_loose_end(w, s.end - 1))
		s.end--;
	return s;
}

/* "including |some", "echoing |two experts"; but "leading scientists" */
static bool opens_participle(const struct work *w, struct span s)
{
	return has_ending(w, s.first, ENDING_GERUND) &&
	       !is_capital(w, s.first) && !in_list(w, s.first, LEX_role) &&
	       (s.end - s.first > 2 || in_list(w, s.first + 1, LEX_det) ||
		       is_kind(w, s.first + 1, TOKEN_NUMBER));
}

bool is_noun_phrase(const struct work *w, struct span s)
{
	if (s.end - s.first > 1 &&
		(opens_participle(w, s) || wants_noun(w, s.end - 1)))
		return false;
	for (uint32_t i = s.first + 1; i + 1 < s.end; i++)
		if (governs_object(w, i))
			return false;
	return true;
}
