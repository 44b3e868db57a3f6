#include "finish.h"

#include "calendar.h"
#include "estimate.h"
#include "links.h"
#include "neighbours.h"
#include "numbers.h"
#include "order.h"
#include "outlet.h"
#include "partition.h"
#include "permute.h"
#include "postings.h"
#include "rounds.h"
#include "smooth.h"
#include "text_index.h"
#include "timing.h"

/* Neighbours smooth a second time when so alike. */
#define LINK_SMOOTH_MIN .1F

/*
 * How much is done after each stage, in thousandths of the time that all take
 * with one thread: measured on 100 000 generated articles.
 */
enum {
	DONE_ORDER = 50,
	DONE_VECTORS = 80,
	DONE_NEIGHBOURS = 540,
	DONE_ROUNDS = 600,
	DONE_SMOOTH = 660,
	DONE_LINKS = 780,
	DONE_RELATED = 800,
	DONE_ALL = 1000
};

static bool is_in_order(const uint32_t *order, size_t n)
{
	size_t i = 0;

	while (i < n && order[i] == i)
		i++;
	return i == n;
}

/* Puts the articles in order again, now that more dates are known. */
static void settle_order(
	struct store *s, struct relations *r, uint32_t *of, struct crew *crew)
{
	uint32_t *order = store_order(s);

	if (!is_in_order(order, s->articles.n)) {
		permute_articles(s, order);
		permute_vectors(&r->vectors, order);
		permute_graph(&r->raw, order, crew);
		permute_graph(&r->near, order, crew);
		permute_clusters(of, order, s->articles.n);
	}
	free(order);
	store_index_times(s);
}

/* The clusters that are rounds; years are filled in for them. */
static uint32_t *find_rounds(
	struct store *s, struct relations *r, struct crew *crew)
{
	struct graph cosines, guessed = { 0 };

	estimate_years(s, &r->raw);
	free(r->when);
	r->when = when_make(s);
	numbers_apply(&r->raw, s, &r->vectors, crew);
	graph_copy(&cosines, &r->raw);
	calendar_apply(&r->raw, s, r->when);
	when_scale(r->when, &r->raw, crew);
	timing_guess(&guessed, &cosines, r->when, crew);
	graph_release(&cosines);
	graph_for_rounds(&r->near, &r->raw, &guessed, crew);
	graph_release(&guessed);
	return partition_rounds(&r->near);
}

/*
 * Links are ranked by similarities that are smoothed once more, and by what is
 * known of dates alone: that another date is likelier is no reason to miss one.
 */
static void smooth_for_links(struct relations *r, struct crew *crew)
{
	struct graph once = r->near, known = { 0 };

	timing_known(&known, &r->raw, r->when, crew);
	graph_smooth(&r->near, &once, &known, LINK_SMOOTH_MIN, crew);
	graph_release(&once);
	graph_release(&known);
}

/* What rounds, copies and postings are made of; each leaves it as it is. */
struct related {
	struct store *s;
	const struct relations *r;
	const uint32_t *of; /* the cluster of each article */
};

static void make_rounds(void *ctx)
{
	const struct related *x = ctx;

	rounds_make(x->s, x->of, &x->r->raw);
}

static void find_copies(void *ctx)
{
	const struct related *x = ctx;

	copies_find(x->s, &x->r->raw);
}

static void make_postings(void *ctx)
{
	const struct related *x = ctx;

	postings_add(x->s, &x->r->vectors, 0);
}

/* `all`: the store is all of the archive. */
static void group(struct store *s, const struct relations *r,
	const uint32_t *of, bool all, struct crew *crew)
{
	static void (*const tasks[])(
		void *) = { make_rounds, find_copies, make_postings };
	struct related x = { s, r, of };

	crew_tasks(crew, all ? 3 : 2, tasks, &x);
}

void store_relate(
	struct store *s, const struct frequencies *f, struct crew *crew)
{
	struct relations r = { 0 };
	uint32_t *of;

	crew_stage(crew, DONE_VECTORS);
	vectors_make(&r.vectors, s, f, crew);
	r.when = when_make(s);
	crew_stage(crew, DONE_NEIGHBOURS);
	graph_make(&r.raw, &r.vectors, r.when, crew);
	crew_stage(crew, DONE_ROUNDS);
	of = find_rounds(s, &r, crew);
	estimate_days(s, &r.raw, of);
	crew_stage(crew, DONE_SMOOTH);
	smooth_for_links(&r, crew);
	settle_order(s, &r, of, crew);
	free(r.when);
	r.when = when_make(s);
	when_scale(r.when, &r.raw, crew);
	group(s, &r, of, !f, crew);
	crew_stage(crew, DONE_LINKS);
	links_make(s, &r, crew);
	crew_stage(crew, DONE_RELATED);
	titles_make(s);
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

void store_finish_with(struct store *s, bool search, struct crew *crew)
{
	crew_stage(crew, DONE_ORDER);
	store_normalise(s, crew);
	store_relate(s, NULL, crew);
	drop_terms(s);
	outlets_share(s);
	store_index_ids(s);
	crew_stage(crew, DONE_ALL);
	if (search)
		text_index_make(s, crew);
	crew_stage(crew, DONE_ALL);
}

void store_finish(struct store *s)
{
	store_finish_with(s, true, &CREW_ALONE);
}
