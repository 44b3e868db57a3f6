#include "finish.h"

#include "calendar.h"
#include "estimate.h"
#include "links.h"
#include "numbers.h"
#include "order.h"
#include "partition.h"
#include "permute.h"
#include "postings.h"
#include "rounds.h"
#include "smooth.h"
#include "text_index.h"
#include "timing.h"

/* Neighbours smooth a second time when so alike. */
#define LINK_SMOOTH_MIN .1F

/* Puts the articles in order again, now that more dates are known. */
static void settle_order(struct store *s, struct relations *r, uint32_t *of)
{
	uint32_t *order = store_order(s);

	permute_articles(s, order);
	permute_vectors(&r->vectors, order);
	permute_graph(&r->raw, order);
	permute_graph(&r->near, order);
	permute_clusters(of, order, s->articles.n);
	free(order);
	store_index_times(s);
}

/* The clusters that are rounds; years are filled in for them. */
static uint32_t *find_rounds(struct store *s, struct relations *r)
{
	struct graph cosines, guessed;

	estimate_years(s, &r->raw);
	free(r->when);
	r->when = when_make(s);
	numbers_apply(&r->raw, s, &r->vectors);
	graph_copy(&cosines, &r->raw);
	calendar_apply(&r->raw, s, r->when);
	when_scale(r->when, &r->raw);
	timing_guess(&guessed, &cosines, r->when);
	graph_for_rounds(&r->near, &r->raw, &guessed);
	graph_release(&cosines);
	graph_release(&guessed);
	return partition_rounds(&r->near);
}

/*
 * Links are ranked by similarities that are smoothed once more, and by what is
 * known of dates alone: that another date is likelier is no reason to miss one.
 */
static void smooth_for_links(struct relations *r)
{
	struct graph once = r->near, known;

	timing_known(&known, &r->raw, r->when);
	graph_smooth(&r->near, &once, &known, LINK_SMOOTH_MIN);
	graph_release(&once);
	graph_release(&known);
}

void store_relate(struct store *s, const struct frequencies *f)
{
	struct relations r;
	uint32_t *of;

	vectors_make(&r.vectors, s, f);
	r.when = when_make(s);
	graph_make(&r.raw, &r.vectors, r.when);
	of = find_rounds(s, &r);
	estimate_days(s, &r.raw, of);
	smooth_for_links(&r);
	settle_order(s, &r, of);
	free(r.when);
	r.when = when_make(s);
	when_scale(r.when, &r.raw);
	rounds_make(s, of, &r.raw);
	copies_find(s, &r.raw);
	links_make(s, &r);
	titles_make(s);
	if (!f)
		postings_add(s, &r.vectors, 0);
	vectors_release(&r.vectors);
	graph_release(&r.raw);
	graph_release(&r.near);
	free(r.when);
	free(of);
}

static void drop_terms(struct store *s)
{
	vec_free(&s->terms);
	vec_free(&s->shingles);
	for (size_t i = 0; i < s->articles.n; i++)
		s->articles.v[i].terms = s->articles.v[i].shingles =
			(struct span){ 0 };
}

void store_finish(struct store *s)
{
	store_normalise(s);
	store_relate(s, NULL);
	drop_terms(s);
	store_index_ids(s);
	text_index_make(s);
}
