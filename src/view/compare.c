#include "compare.h"

/* Percent of an article's terms that are not yet in `known`; adds them. */
static uint8_t take_terms(
	const struct store *s, const struct article *a, uint8_t *known)
{
	uint32_t fresh = 0;

	for (uint32_t i = 0; i < a->terms.n; i++) {
		uint32_t word = s->terms.v[a->terms.first + i].word;

		fresh += !known[word];
		known[word] = 1;
	}
	return (uint8_t)(a->terms.n ? fresh * 100ull / a->terms.n : 0);
}

static void compare_terms(struct comparison *c)
{
	uint8_t *known = mem_calloc(c->store->words.n + 1, 1);

	c->fresh = mem_alloc(c->n + 1);
	for (uint32_t i = 0; i < c->n; i++)
		c->fresh[i] = take_terms(c->store, compared(c, i), known);
	free(known);
}

void comparison_make(
	struct comparison *c, const struct people *p, const struct round *r)
{
	*c = (struct comparison){ .people = p,
		.store = p->store,
		.articles = p->store->round_articles.v + r->articles.first,
		.n = r->articles.n };
	compare_terms(c);
	compare_speakers(c);
	compare_utterances(c);
	compare_texts(c);
}

void comparison_release(struct comparison *c)
{
	free(c->fresh);
	vec_free(&c->speakers);
	vec_free(&c->in);
	vec_free(&c->said);
	vec_free(&c->outlets);
	vec_free(&c->utterances);
	vec_free(&c->uses);
	free(c->outlet_of);
	vec_free(&c->sentences);
	vec_free(&c->figures);
	intern_release(&c->units);
	arena_release(&c->arena);
}
