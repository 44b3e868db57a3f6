#include "grammar.h"

#include "dateline/base/ascii.h"

bool is_dash(const struct work *w, uint32_t i)
{
	if (!is_kind(w, i, TOKEN_PUNCT))
		return false;
	return is_punct(w, i, 0x2013) || is_punct(w, i, 0x2014) ||
	       is_punct(w, i, 0x2015) ||
	       (is_punct(w, i, '-') && (tok(w, i)->flags & TOKEN_SPACE ||
					       is_punct(w, i + 1, '-') ||
					       (i && is_punct(w, i - 1, '-'))));
}

bool is_stop(const struct work *w, uint32_t i)
{
	if (!is_kind(w, i, TOKEN_PUNCT))
		return false;
	return is_punct(w, i, '.') || is_punct(w, i, '!') ||
	       is_punct(w, i, '?') || is_punct(w, i, 0x2026);
}

bool is_stopped(const struct work *w, const struct quoted *q)
{
	uint32_t i = q->inner.end;

	while (i > q->inner.first && is_kind(w, i - 1, TOKEN_MARK))
		i--;
	return q->closed && i > q->inner.first &&
	       is_kind(w, i - 1, TOKEN_PUNCT);
}

bool is_title(const struct work *w, const struct quoted *q)
{
	uint32_t words = 0, capitals = 0;

	for (uint32_t i = q->inner.first; i < q->inner.end; i++) {
		if (!is_kind(w, i, TOKEN_WORD) || in_list(w, i, LEX_prep) ||
			in_list(w, i, LEX_det) || in_list(w, i, LEX_conj) ||
			is_function(w, i, FN_INFINITIVE))
			continue;
		words++;
		capitals += is_capital(w, i);
	}
	return words > 0 && words < 12 && capitals == words &&
	       (!is_stop(w, q->inner.end - 1) ||
		       (words > 1 && is_punct(w, q->inner.end - 1, '.')));
}

bool is_owned_title(const struct work *w, const struct quoted *q)
{
	return q->open > 0 && is_possessive(w, q->open - 1) && is_title(w, q);
}

bool is_adverb(const struct work *w, uint32_t i)
{
	if (!is_kind(w, i, TOKEN_WORD))
		return false;
	return in_list(w, i, LEX_adv) ||
	       (has_ending(w, i, ENDING_ADVERB) &&
		       !in_list(w, i, LEX_not_adv) && !is_capital(w, i));
}

/* The apostrophe of "the workers' plan". */
static bool is_plural_possessive(const struct work *w, uint32_t i)
{
	const struct token *t = tok(w, i);

	return (t->cp == '\'' || t->cp == 0x2019) && t->end - t->start < 4 &&
	       !(t->flags & TOKEN_SPACE) && i > 0 &&
	       has_ending(w, i - 1, ENDING_PLURAL) && !quoted_of(w, i) &&
	       is_kind(w, i + 1, TOKEN_WORD);
}

bool is_possessive(const struct work *w, uint32_t i)
{
	const struct token *t;

	if (is_kind(w, i, TOKEN_MARK))
		return is_plural_possessive(w, i);
	if (!is_kind(w, i, TOKEN_CLITIC) || i == 0)
		return false;
	t = tok(w, i);
	if (ascii_lower(w->doc->text.p[t->end - 1]) != 's')
		return false;
	/* "he's", "Voss's been" are verbs; "Iran's plan" is not. */
	return !in_list(w, i - 1, LEX_subj) && !is_function(w, i + 1, FN_BE) &&
	       !in_list(w, i - 1, LEX_complement) &&
	       !is_function(w, i - 1, FN_RELATIVE) &&
	       !in_list(w, i - 1, LEX_adv);
}

bool is_auxiliary(const struct work *w, uint32_t i)
{
	return i < token_count(w) && token_in(tok(w, i), LEX_aux) &&
	       !is_possessive(w, i) &&
	       !(is_capital(w, i) &&
		       (in_list(w, i, LEX_male) ||
			       (in_list(w, i, LEX_month) &&
				       !(tok(w, i)->flags & TOKEN_SENTENCE))));
}

bool is_plain_verb(const struct work *w, uint32_t i)
{
	const struct token *t;

	if (i >= token_count(w))
		return false;
	t = tok(w, i);
	if (is_auxiliary(w, i))
		return true;
	if (t->kind != TOKEN_WORD || (t->flags & TOKEN_CAPITAL))
		return false;
	return token_in(t, LEX_commonv) ||
	       (t->verb && !token_in(t, LEX_ambig_noun) &&
		       !token_in(t, LEX_role) &&
		       !has_ending(w, i, ENDING_GERUND));
}

bool is_plural(const struct work *w, uint32_t i)
{
	if (in_list(w, i, LEX_plural))
		return true;
	return has_ending(w, i, ENDING_PLURAL) &&
	       !has_ending(w, i, ENDING_SINGULAR);
}

bool has_verb(const struct work *w, struct span s)
{
	for (uint32_t i = s.first; i < s.end; i++)
		if (is_plain_verb(w, i) || has_ending(w, i, ENDING_PAST))
			return true;
	/* Its commas tell a clause without the verb's being known. */
	return has_trait(w, TRAIT_VERB_SECOND);
}

bool any_in(const struct work *w, struct span s, enum lexicon_list list)
{
	for (uint32_t i = s.first; i < s.end; i++)
		if (in_list(w, i, list))
			return true;
	return false;
}

uint32_t count_words(const struct work *w, struct span s)
{
	uint32_t n = 0;

	for (uint32_t i = s.first; i < s.end; i++)
		n += tok(w, i)->kind == TOKEN_WORD ||
		     tok(w, i)->kind == TOKEN_NUMBER;
	return n;
}

struct range bytes_of(const struct work *w, struct span s)
{
	if (s.first >= s.end)
		return (struct range){ 0, 0 };
	return (struct range){ tok(w, s.first)->start, tok(w, s.end - 1)->end };
}

struct str text_of(const struct work *w, struct span s)
{
	return str_range(w->doc->text, bytes_of(w, s));
}
