#include "dateline/store/compare.h"

#include "dateline/store/terms.h"

/* Percent of an article's terms that are not yet in `known`; adds them. */
static uint8_t take_terms(const struct analysis *a, struct intern *known)
{
	uint32_t before = known->n;

	for (size_t i = 0; i < a->terms.n; i++)
		intern_add(known, a->terms.v[i].word);
	return (uint8_t)(a->terms.n ? (known->n - before) * 100ull / a->terms.n
				    : 0);
}

static void compare_terms(struct comparison *c)
{
	struct intern known = { 0 };
	struct term_reader r = { 0 };

	c->fresh = mem_alloc(c->n + 1);
	for (uint32_t i = 0; i < c->n; i++) {
		terms_read(&r, c->store, c->articles[i]);
		c->fresh[i] = take_terms(&r.analysis, &known);
	}
	intern_release(&known);
	terms_release(&r);
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
