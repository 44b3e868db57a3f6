/*
 * The articles that new ones may be like: by the postings of their words, the
 * heaviest first, and with the best of those their rounds.
 */
#include "order.h"
#include "postings.h"
#include "update_parts.h"
#include "when.h"

/* As in graph.c: postings an article may visit, and those of a frequent word to
 * either side in time, here in runs. */
#define VISITS_MAX 4000
#define RUNS_NEAR 4
#define NEAR_DAYS 180.F
/* Articles taken for each new one, and how many of them with their rounds; of a
 * large round so many (doc/rounds.md says what more would give). */
#define NEAR 16
#define WITH_ROUND 2
#define ROUND_MAX 24
/* Less alike says nothing. */
#define SIM_MIN .02F

struct near {
	struct update *u;
	const struct article *article; /* for which is looked */
	float *sum; /* by article of s */
	struct numbers touched;
	uint8_t *taken; /* by article of s */
	struct weight *query;
	struct candidate {
		uint32_t article;
		float rank;
	} best[NEAR];
	size_t n_best;
};

/*
 * The article of s that is next in time, by number. Articles of the last full
 * run stand in the order of their numbers; later ones are passed over.
 */
static uint32_t place_of(const struct update *u, const struct article *a)
{
	const uint32_t *v = u->s->by_time.v;
	size_t low = 0, high = u->s->by_time.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (store_compare_times(
			    u->s, &u->s->articles.v[v[mid]], u->fresh, a) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	while (low && (low == u->s->by_time.n || v[low] > low))
		low--;
	return u->s->by_time.n ? v[low] : 0;
}

static size_t visit_run(struct near *n, const struct posting_run *r, float w)
{
	struct posting p[POSTING_RUN];
	size_t found = postings_read(n->u->s, r, p);

	for (size_t k = 0; k < found; k++) {
		float *sum = &n->sum[p[k].article];

		if (*sum == 0)
			*vec_push(&n->touched) = p[k].article;
		*sum += w * p[k].w;
	}
	return found;
}

/* The runs of a word around an article's number; how many postings. */
static size_t visit_word(struct near *n, const struct weight *w, uint32_t place)
{
	const struct store *s = n->u->s;
	const struct posting_run *runs = s->posting_runs.v;
	size_t before = 0, at = 0, visited = 0;
	uint32_t first;

	if (w->word >= s->posting_lists.n)
		return 0;
	first = s->posting_lists.v[w->word].first;
	for (uint32_t r = first; r != STORE_NONE; r = runs[r].next)
		before += runs[r].article < place;
	for (uint32_t r = first; r != STORE_NONE; r = runs[r].next, at++)
		if (at + RUNS_NEAR >= before && at < before + RUNS_NEAR)
			visited += visit_run(n, &runs[r], w->w);
	return visited;
}

static void visit(struct near *n, uint32_t i)
{
	const struct vectors *v = &n->u->vectors;
	uint32_t words = v->first[i + 1] - v->first[i];
	uint32_t place = place_of(n->u, n->article);
	size_t visits = 0;

	if (words == 0)
		return;
	memcpy(n->query, v->v + v->first[i], words * sizeof *n->query);
	qsort(n->query, words, sizeof *n->query, weight_by_weight);
	for (uint32_t k = 0; k < words && visits < VISITS_MAX; k++)
		visits += visit_word(n, &n->query[k], place);
}

static void keep_best(struct near *n, uint32_t article, float rank)
{
	size_t at;

	if (n->n_best == NEAR && rank <= n->best[NEAR - 1].rank)
		return;
	for (at = n->n_best < NEAR ? n->n_best++ : NEAR - 1;
		at && n->best[at - 1].rank < rank; at--)
		n->best[at] = n->best[at - 1];
	n->best[at] = (struct candidate){ article, rank };
}

static void choose(struct near *n)
{
	struct when own = when_of(n->article);

	n->n_best = 0;
	for (size_t k = 0; k < n->touched.n; k++) {
		uint32_t to = n->touched.v[k];
		float sim = n->sum[to];
		struct when when = when_of(&n->u->s->articles.v[to]);
		int32_t days = when_apart(&own, &when);

		n->sum[to] = 0;
		if (sim < SIM_MIN || n->u->is_gone[to] ||
			n->u->s->articles.v[to].round == STORE_NONE)
			continue;
		keep_best(n, to,
			days > 0 ? sim / (1 + (float)days / NEAR_DAYS) : sim);
	}
	n->touched.n = 0;
}

static void take(struct near *n, uint32_t article)
{
	if (n->taken[article] || n->u->is_gone[article])
		return;
	n->taken[article] = 1;
	*vec_push(&n->u->near) = article;
}

/* Of a large round those about the article, which are nearest in time. */
static void take_round(struct near *n, uint32_t article)
{
	const struct store *s = n->u->s;
	struct span in = s->rounds.v[s->articles.v[article].round].articles;
	const uint32_t *v = s->round_articles.v + in.first;
	uint32_t from = 0, to = in.n;

	if (in.n > ROUND_MAX) {
		while (v[from] != article)
			from++;
		from = from > ROUND_MAX / 2 ? from - ROUND_MAX / 2 : 0;
		to = from + ROUND_MAX < in.n ? from + ROUND_MAX : in.n;
	}
	for (uint32_t k = from; k < to; k++)
		take(n, v[k]);
}

static void start(struct near *n)
{
	const struct vectors *v = &n->u->vectors;
	uint32_t longest = 0;

	for (size_t i = 0; i < v->n; i++)
		if (v->first[i + 1] - v->first[i] > longest)
			longest = v->first[i + 1] - v->first[i];
	n->query = mem_alloc(longest * sizeof *n->query);
	n->sum = mem_calloc(n->u->old, sizeof *n->sum);
	n->taken = mem_calloc(n->u->old, 1);
}

void update_find_near(struct update *u)
{
	struct near n = { .u = u };

	start(&n);
	for (uint32_t i = 0; i < u->fresh->articles.n; i++) {
		n.article = &u->fresh->articles.v[i];
		visit(&n, i);
		choose(&n);
		for (size_t k = 0; k < n.n_best; k++) {
			take(&n, n.best[k].article);
			if (k < WITH_ROUND)
				take_round(&n, n.best[k].article);
		}
	}
	free(n.query);
	free(n.sum);
	free(n.taken);
	vec_free(&n.touched);
}
