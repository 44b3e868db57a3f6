#include "bracket.h"

#include "grammar.h"

/* Tokens between the parts. */
#define BRACKET_MAX 25

static struct str lemma_of(const struct work *w, uint32_t v)
{
	return str_from_c(w->a->tokens.lex->verbs[tok(w, v)->verb - 1].lemma);
}

/* The particles of a lemma "an|zu|geben", one a call. */
static bool next_particle(struct str *lemma, struct str *particle)
{
	size_t bar = str_chr(*lemma, '|', 0);

	if (bar == STR_NPOS)
		return false;
	*particle = str_slice(*lemma, 0, bar);
	*lemma = str_slice(*lemma, bar + 1, lemma->n);
	return true;
}

/* "mitgeteilt", "mitteilte": the particle is in its place. */
static bool is_joined(const struct work *w, uint32_t v)
{
	struct str lemma = lemma_of(w, v), particle;
	struct str form = token_str(&w->a->tokens, v);

	while (next_particle(&lemma, &particle))
		if (form.n > particle.n &&
			str_eq_nocase(str_slice(form, 0, particle.n), particle))
			return true;
	return false;
}

static bool is_particle_of(const struct work *w, uint32_t v, uint32_t i)
{
	struct str lemma = lemma_of(w, v), particle;

	while (next_particle(&lemma, &particle))
		if (str_eq_nocase(token_str(&w->a->tokens, i), particle))
			return true;
	return false;
}

/* The particle that ends the clause of the verb, or 0. */
static uint32_t particle_after(const struct work *w, uint32_t v, uint32_t end)
{
	for (uint32_t i = v + 1; i < end && i - v < BRACKET_MAX; i++) {
		if (in_quoted(w, i) || is_stop(w, i) || is_punct(w, i, ':'))
			return 0;
		if (is_kind(w, i, TOKEN_WORD) && is_particle_of(w, v, i) &&
			(i + 1 >= end || !is_kind(w, i + 1, TOKEN_WORD) ||
				is_function(w, i + 1, FN_COORD)))
			return i;
	}
	return 0;
}

/* The auxiliary that a participle at v closes the bracket of, or NONE. */
static uint32_t auxiliary_before(
	const struct work *w, uint32_t floor, uint32_t v)
{
	for (uint32_t i = v; i > floor && v - i < BRACKET_MAX; i--) {
		if (in_quoted(w, i - 1) || is_kind(w, i - 1, TOKEN_PUNCT))
			return NONE;
		if (is_function(w, i - 1, FN_HAVE) ||
			is_function(w, i - 1, FN_BE))
			return i - 1;
	}
	return NONE;
}

/* "a|-t-il| déclaré": the auxiliary before a pronoun tied to it, or NONE. */
static uint32_t tied_auxiliary(
	const struct work *w, uint32_t floor, uint32_t v, uint32_t *pronoun)
{
	uint32_t i = v;

	while (i > floor && (is_adverb(w, i - 1) || is_auxiliary(w, i - 1)))
		i--;
	if (i < floor + 2 || !in_list(w, i - 1, LEX_subj) ||
		(tok(w, i - 1)->flags & TOKEN_SPACE) || !is_auxiliary(w, i - 2))
		return NONE;
	*pronoun = --i;
	while (i > floor && is_auxiliary(w, i - 1) && !in_quoted(w, i - 1))
		i--;
	return i;
}

static bool find_tied(const struct work *w, uint32_t floor, struct cue *c)
{
	uint32_t pronoun = 0, v = c->verb;
	uint32_t first = tied_auxiliary(w, floor, v, &pronoun);

	if (first == NONE)
		return false;
	c->words = (struct span){ first, pronoun };
	c->subject = (struct span){ pronoun, pronoun + 1 };
	c->close = v;
	c->inverted = true;
	return true;
}

static bool find_participle(
	const struct work *w, const struct sentence *s, struct cue *c)
{
	uint32_t v = c->verb, aux;

	if (!has_ending(w, v, ENDING_PARTICIPLE))
		return false;
	aux = auxiliary_before(w, s->span.first, v);
	if (aux != NONE && is_function(w, aux, FN_HAVE)) {
		c->words = (struct span){ aux, aux + 1 };
		c->close = v;
		return true;
	}
	/* "wie Voss gesagt |hat" */
	if (aux == NONE && is_function(w, v + 1, FN_HAVE)) {
		c->words = (struct span){ v, v + 2 };
		return true;
	}
	c->form = CUE_PASSIVE;
	return true;
}

bool find_bracket(const struct work *w, const struct sentence *s, struct cue *c)
{
	uint32_t v = c->verb;

	c->form = CUE_FINITE;
	if (find_tied(w, s->span.first, c))
		return true;
	if (!has_trait(w, TRAIT_VERB_SECOND))
		return false;
	if (find_participle(w, s, c))
		return true;
	if (str_chr(lemma_of(w, v), '|', 0) == STR_NPOS || is_joined(w, v))
		return false;
	c->words = (struct span){ v, v + 1 };
	c->close = particle_after(w, v, s->span.end);
	if (!c->close)
		c->form = CUE_PASSIVE;
	return true;
}
