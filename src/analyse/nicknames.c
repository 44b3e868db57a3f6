#include "nicknames.h"

#include "grammar.h"

/* Words of a nickname: "The Rock". */
#define NICKNAME_MAX 2

uint16_t nickname_group(const struct work *w, uint32_t i)
{
	return in_list(w, i, LEX_nickname) ? tok(w, i)->value : 0;
}

/* A first name, with the initial behind it or without, ends before token i. */
static bool follows_first_name(const struct work *w, uint32_t i)
{
	const uint64_t first =
		LEX_BIT(LEX_male) | LEX_BIT(LEX_female) | LEX_BIT(LEX_nickname);

	if (i == 0 || !is_capital(w, i - 1))
		return false;
	if (tok(w, i - 1)->lists & first)
		return true;
	return i > 1 && tok(w, i - 1)->end - tok(w, i - 1)->start <= 2 &&
	       is_capital(w, i - 2) && (tok(w, i - 2)->lists & first);
}

static bool spaced(const struct work *w, uint32_t i)
{
	return i < token_count(w) && (tok(w, i)->flags & TOKEN_SPACE);
}

uint32_t nickname_end(const struct work *w, uint32_t i)
{
	uint32_t k = i + 1;
	bool bracket = is_punct(w, i, '(');

	if (!(bracket || is_kind(w, i, TOKEN_MARK)) || !spaced(w, i) ||
		!follows_first_name(w, i))
		return i;
	while (is_capital(w, k) && k - i <= NICKNAME_MAX)
		k++;
	/* "Clinton ‘A Disgrace’ Over Pier", in a headline's capitals */
	if (is_function(w, i + 1, FN_INDEFINITE) || in_list(w, k + 1, LEX_prep))
		return i;
	if (k == i + 1 || (bracket && !in_list(w, i + 1, LEX_nickname)))
		return i;
	if (spaced(w, k) ||
		!(bracket ? is_punct(w, k, ')') : is_kind(w, k, TOKEN_MARK)))
		return i;
	return is_capital(w, k + 1) && spaced(w, k + 1) &&
			       !(tok(w, k + 1)->flags & TOKEN_SENTENCE)
		       ? k + 1
		       : i;
}
