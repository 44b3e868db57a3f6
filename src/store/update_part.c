/*
 * The fresh articles and those they may be like, related as an archive of their
 * own in which words weigh what they weigh in all.
 */
#include "copy.h"
#include "finish.h"
#include "order.h"
#include "update_parts.h"

#include "dateline/store/terms.h"

/* Adds the terms of an article of `from`: of a finished store from its text,
 * else those it has. */
static struct span put_terms(struct store *part, const struct store *from,
	uint32_t article, struct term_reader *r)
{
	struct span have = from->articles.v[article].terms;
	struct span out = { (uint32_t)part->terms.n, 0 };

	if (r)
		terms_read(r, from, article);
	out.n = r ? (uint32_t)r->analysis.terms.n : have.n;
	for (uint32_t k = 0; k < out.n; k++) {
		struct store_term t;

		if (r) {
			t = store_term_of(
				&r->analysis.terms.v[k], &part->interned);
		} else {
			t = from->terms.v[have.first + k];
			t.word = intern_add(&part->interned,
				store_str(from, from->words.v[t.word]));
		}
		*vec_push(&part->terms) = t;
	}
	return out;
}

/* Its sketch, as its terms. */
static struct span put_shingles(struct store *part, const struct store *from,
	uint32_t article, const struct term_reader *r)
{
	struct span have = from->articles.v[article].shingles;
	const uint32_t *v =
		r ? r->analysis.shingles.v : from->shingles.v + have.first;
	struct span out = { (uint32_t)part->shingles.n,
		r ? (uint32_t)r->analysis.shingles.n : have.n };

	for (uint32_t k = 0; k < out.n; k++)
		*vec_push(&part->shingles) = v[k];
	return out;
}

static void copy_article(struct store *part, const struct store *from,
	uint32_t article, struct term_reader *r)
{
	struct span terms = put_terms(part, from, article, r);
	struct span shingles = put_shingles(part, from, article, r);
	struct article *a;

	store_copy_article(part, from, article, NULL);
	a = &part->articles.v[part->articles.n - 1];
	a->terms = terms;
	a->shingles = shingles;
	a->links = (struct span){ 0 };
	a->round = a->copy_of = STORE_NONE;
}

static void copy_articles(struct update *u)
{
	struct term_reader r = { 0 };

	for (size_t i = 0; i < u->near.n; i++)
		copy_article(u->part, u->s, u->near.v[i], &r);
	for (uint32_t i = 0; i < u->fresh->articles.n; i++)
		copy_article(u->part, u->fresh, i, NULL);
	terms_release(&r);
}

/* In how many articles of all each word of the part is. */
static uint32_t *count_articles(const struct update *u)
{
	const struct store *p = u->part, *f = u->fresh;
	uint32_t *in_fresh = mem_calloc(f->words.n, sizeof *in_fresh);
	uint32_t *df = mem_calloc(p->words.n, sizeof *df);

	update_count_fresh(u, in_fresh);
	for (size_t w = 0; w < p->words.n; w++) {
		struct str word = store_str(p, p->words.v[w]);
		uint32_t old = store_find_word(u->s, word);
		uint32_t own = store_find_word(f, word);

		if (old != STORE_NONE)
			df[w] += u->s->posting_lists.v[old].n;
		if (own != STORE_NONE)
			df[w] += in_fresh[own];
	}
	free(in_fresh);
	return df;
}

static void find_origins(struct update *u)
{
	const struct store *p = u->part;

	u->origin = mem_alloc(p->articles.n * sizeof *u->origin);
	for (size_t i = 0; i < p->articles.n; i++) {
		struct str id = store_str(p, p->articles.v[i].id);
		uint32_t fresh = store_find(u->fresh, id);

		u->origin[i] = fresh == STORE_NONE ? store_find(u->s, id)
						   : u->old + fresh;
	}
}

static void take_dates(struct update *u)
{
	for (size_t i = 0; i < u->part->articles.n; i++) {
		const struct article *a = &u->part->articles.v[i];
		struct article *to;

		if (u->origin[i] < u->old)
			continue;
		to = &u->fresh->articles.v[u->origin[i] - u->old];
		to->date = a->date;
		to->hint = a->hint;
		to->date_basis = a->date_basis;
	}
}

void update_relate_part(struct update *u)
{
	struct frequencies all = { NULL,
		u->s->by_time.n - u->gone.n + u->fresh->articles.n };
	uint32_t *df;

	u->part = store_new();
	copy_articles(u);
	store_normalise(u->part, &CREW_ALONE);
	df = count_articles(u);
	all.df = df;
	store_relate(u->part, &all, &CREW_ALONE);
	free(df);
	find_origins(u);
	take_dates(u);
}
