#include "rounds.h"

#include "cluster.h"

/* Rounds continue one another when so alike in the mean. */
#define STORYLINE_MIN .12F

/* Numbers the clusters by their first articles; writes article.round. */
static uint32_t number_rounds(struct store *s, const uint32_t *of)
{
	size_t n = s->articles.n;
	uint32_t *number = mem_alloc(n * sizeof *number), rounds = 0;

	for (size_t i = 0; i < n; i++)
		number[i] = STORE_NONE;
	for (size_t at = 0; at < s->by_time.n; at++) {
		uint32_t i = s->by_time.v[at];

		if (number[of[i]] == STORE_NONE)
			number[of[i]] = rounds++;
		s->articles.v[i].round = number[of[i]];
	}
	free(number);
	return rounds;
}

/*
 * Lists the members of groups, group[i] being that of i: spans by group, and
 * the members in the order they are given in.
 */
static void list_members(const uint32_t *order, size_t n, const uint32_t *group,
	struct span *spans, uint32_t *list)
{
	uint32_t at = 0;

	for (size_t k = 0; k < n; k++)
		spans[group[order[k]]].n++;
	for (size_t k = 0; k < n; k++) {
		struct span *p = &spans[group[order[k]]];

		if (p->first == STORE_NONE) {
			p->first = at;
			at += p->n;
			p->n = 0;
		}
		list[p->first + p->n++] = order[k];
	}
}

static uint32_t count_sources(const struct store *s, const struct round *r)
{
	struct intern names = { 0 };
	uint32_t n;

	for (uint32_t k = 0; k < r->articles.n; k++) {
		uint32_t i = s->round_articles.v[r->articles.first + k];

		intern_add(&names, store_source(s, &s->articles.v[i]));
	}
	n = names.n;
	intern_release(&names);
	return n;
}

void round_measure(const struct store *s, struct round *r)
{
	r->first = r->last = STORE_NO_DAY;
	for (uint32_t k = 0; k < r->articles.n; k++) {
		uint32_t i = s->round_articles.v[r->articles.first + k];
		int32_t first, last;

		if (!date_day_span(&s->articles.v[i].date, &first, &last))
			continue;
		if (r->first == STORE_NO_DAY || first < r->first)
			r->first = first;
		if (r->last == STORE_NO_DAY || last > r->last)
			r->last = last;
	}
	r->sources = r->articles.n == 1 ? 1 : count_sources(s, r);
}

static void describe_round(const struct store *s, struct round *r)
{
	r->id = s->articles.v[s->round_articles.v[r->articles.first]].id;
	round_measure(s, r);
}

void rounds_fill(struct store *s, const uint32_t *of)
{
	uint32_t n = number_rounds(s, of);
	uint32_t *group = mem_alloc(s->articles.n * sizeof *group);
	struct span *spans = mem_alloc(n * sizeof *spans);

	s->rounds.n = s->rounds_by_time.n = s->round_articles.n = 0;
	for (size_t i = 0; i < s->articles.n; i++)
		group[i] = s->articles.v[i].round;
	for (size_t k = 0; k < s->by_time.n; k++)
		*vec_push(&s->round_articles) = 0;
	for (uint32_t r = 0; r < n; r++)
		spans[r] = (struct span){ STORE_NONE, 0 };
	list_members(
		s->by_time.v, s->by_time.n, group, spans, s->round_articles.v);
	for (uint32_t r = 0; r < n; r++) {
		struct round round = { .articles = spans[r] };

		describe_round(s, &round);
		*vec_push(&s->rounds_by_time) = r;
		*vec_push(&s->rounds) = round;
	}
	free(group);
	free(spans);
}

/* Adds the edges from round r to others: the mean over pairs of articles. */
static void add_round_edges(const struct store *s, const struct graph *raw,
	uint32_t r, struct graph *g, float *sum)
{
	const struct round *from = &s->rounds.v[r];
	uint32_t n = g->first[r];

	for (uint32_t m = 0; m < from->articles.n; m++) {
		uint32_t i = s->round_articles.v[from->articles.first + m];

		for (uint32_t k = raw->first[i]; k < raw->first[i + 1]; k++) {
			uint32_t to = s->articles.v[raw->e[k].to].round;

			if (to == r)
				continue;
			if (sum[to] == 0)
				g->e[n++].to = to;
			sum[to] += raw->e[k].sim;
		}
	}
	for (uint32_t k = g->first[r]; k < n; k++) {
		uint32_t to = g->e[k].to;

		g->e[k].sim = sum[to] / cluster_pairs(from->articles.n,
						s->rounds.v[to].articles.n);
		sum[to] = 0;
	}
	g->first[r + 1] = n;
}

static void round_graph(
	struct graph *g, const struct store *s, const struct graph *raw)
{
	float *sum = mem_calloc(s->rounds.n, sizeof *sum);

	g->n = s->rounds.n;
	g->e = mem_alloc(raw->first[raw->n] * sizeof *g->e);
	g->first = mem_calloc(g->n + 1, sizeof *g->first);
	for (uint32_t r = 0; r < g->n; r++)
		add_round_edges(s, raw, r, g, sum);
	free(sum);
}

/* The storyline of each round, named by its first; the caller frees it. */
static uint32_t *find_storylines(const struct graph *g)
{
	uint32_t n = (uint32_t)g->n;
	uint32_t *of = mem_alloc(n * sizeof *of);
	struct merges merges = { 0 };

	cluster_average(&merges, g, STORYLINE_MIN);
	for (uint32_t r = 0; r < n; r++)
		of[r] = r;
	for (size_t k = 0; k < merges.list.n; k++)
		of[merges.list.v[k].b] = merges.list.v[k].a;
	for (uint32_t r = 0; r < n; r++)
		of[r] = of[of[r]];
	vec_free(&merges.list);
	return of;
}

/* Numbers the storylines by their first rounds; writes round.storyline. */
static uint32_t number_storylines(struct store *s, const uint32_t *of)
{
	uint32_t n = (uint32_t)s->rounds.n, storylines = 0;
	uint32_t *number = mem_alloc(n * sizeof *number);

	for (uint32_t r = 0; r < n; r++)
		number[r] = STORE_NONE;
	for (uint32_t r = 0; r < n; r++) {
		if (number[of[r]] == STORE_NONE)
			number[of[r]] = storylines++;
		s->rounds.v[r].storyline = number[of[r]];
	}
	free(number);
	return storylines;
}

void storylines_fill(struct store *s, const uint32_t *of)
{
	uint32_t members = (uint32_t)s->rounds.n, n = number_storylines(s, of);
	uint32_t *group = mem_alloc(members * sizeof *group);
	struct span *spans = mem_alloc(n * sizeof *spans);

	s->storylines.n = s->storyline_rounds.n = 0;
	for (uint32_t r = 0; r < members; r++) {
		group[r] = s->rounds.v[r].storyline;
		*vec_push(&s->storyline_rounds) = 0;
	}
	for (uint32_t l = 0; l < n; l++)
		spans[l] = (struct span){ STORE_NONE, 0 };
	list_members(s->rounds_by_time.v, members, group, spans,
		s->storyline_rounds.v);
	for (uint32_t l = 0; l < n; l++) {
		uint32_t first = s->storyline_rounds.v[spans[l].first];

		*vec_push(&s->storylines) =
			(struct storyline){ .id = s->rounds.v[first].id,
				.rounds = spans[l] };
	}
	free(group);
	free(spans);
}

void rounds_make(struct store *s, const uint32_t *of, const struct graph *raw)
{
	uint32_t *storylines;
	struct graph g;

	rounds_fill(s, of);
	round_graph(&g, s, raw);
	storylines = find_storylines(&g);
	storylines_fill(s, storylines);
	graph_release(&g);
	free(storylines);
}
