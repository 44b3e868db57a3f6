#include "rounds.h"

#include "cluster.h"

/* Rounds continue one another when so alike in the mean. */
#define STORYLINE_MIN .12F

/* Numbers the clusters by their first articles; writes article.round. */
static uint32_t number_rounds(struct store *s, const uint32_t *of)
{
	uint32_t n = (uint32_t)s->articles.n, rounds = 0;
	uint32_t *number = mem_alloc(n * sizeof *number);

	for (uint32_t i = 0; i < n; i++)
		number[i] = STORE_NONE;
	for (uint32_t i = 0; i < n; i++) {
		if (number[of[i]] == STORE_NONE)
			number[of[i]] = rounds++;
		s->articles.v[i].round = number[of[i]];
	}
	free(number);
	return rounds;
}

/*
 * Lists the members of n groups, group[i] being that of i: spans by group and
 * the members in their order.
 */
static void list_members(const uint32_t *group, uint32_t members,
	struct span *spans, uint32_t *list)
{
	uint32_t at = 0;

	for (uint32_t i = 0; i < members; i++)
		spans[group[i]].n++;
	for (uint32_t i = 0; i < members; i++) {
		struct span *p = &spans[group[i]];

		if (p->first == STORE_NONE) {
			p->first = at;
			at += p->n;
			p->n = 0;
		}
		list[p->first + p->n++] = i;
	}
}

/* How alike the article is to the others of its round, in sum. */
static float centrality(
	const struct store *s, const struct graph *raw, uint32_t i)
{
	float sum = 0;

	for (uint32_t k = raw->first[i]; k < raw->first[i + 1]; k++)
		if (s->articles.v[raw->e[k].to].round == s->articles.v[i].round)
			sum += raw->e[k].sim;
	return sum;
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

/* The title is that of the article that is most like the others. */
static void describe_round(
	struct store *s, struct round *r, const struct graph *raw)
{
	float best = -1;

	for (uint32_t k = 0; k < r->articles.n; k++) {
		uint32_t i = s->round_articles.v[r->articles.first + k];
		const struct article *a = &s->articles.v[i];
		float central = a->title.n ? centrality(s, raw, i) : -.5F;

		if (central > best) {
			best = central;
			r->title = a->title;
		}
	}
	r->id = s->articles.v[s->round_articles.v[r->articles.first]].id;
	round_measure(s, r);
}

static void fill_rounds(struct store *s, uint32_t n, const struct graph *raw)
{
	uint32_t members = (uint32_t)s->articles.n;
	uint32_t *group = mem_alloc(members * sizeof *group);
	struct span *spans = mem_alloc(n * sizeof *spans);

	for (uint32_t i = 0; i < members; i++) {
		group[i] = s->articles.v[i].round;
		*vec_push(&s->round_articles) = 0;
	}
	for (uint32_t r = 0; r < n; r++)
		spans[r] = (struct span){ STORE_NONE, 0 };
	list_members(group, members, spans, s->round_articles.v);
	for (uint32_t r = 0; r < n; r++) {
		struct round round = { .articles = spans[r] };

		describe_round(s, &round, raw);
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

/* Numbers the storylines by their first rounds; writes round.storyline. */
static uint32_t number_storylines(struct store *s, const struct graph *g)
{
	uint32_t n = (uint32_t)s->rounds.n, storylines = 0;
	uint32_t *of = mem_alloc(n * sizeof *of);
	struct merges merges = { 0 };

	cluster_average(&merges, g, STORYLINE_MIN);
	for (uint32_t r = 0; r < n; r++)
		of[r] = r;
	for (size_t k = 0; k < merges.list.n; k++)
		of[merges.list.v[k].b] = merges.list.v[k].a;
	for (uint32_t r = 0; r < n; r++) {
		of[r] = of[of[r]];
		s->rounds.v[r].storyline =
			of[r] == r ? storylines++
				   : s->rounds.v[of[r]].storyline;
	}
	vec_free(&merges.list);
	free(of);
	return storylines;
}

void storyline_title(const struct store *s, struct storyline *l)
{
	uint32_t most = 0;

	for (uint32_t k = 0; k < l->rounds.n; k++) {
		uint32_t number = s->storyline_rounds.v[l->rounds.first + k];
		const struct round *r = &s->rounds.v[number];

		if (r->articles.n > most) {
			most = r->articles.n;
			l->title = r->title;
		}
	}
}

static void describe_storyline(const struct store *s, struct storyline *l)
{
	l->id = s->rounds.v[s->storyline_rounds.v[l->rounds.first]].id;
	storyline_title(s, l);
}

static void fill_storylines(struct store *s, uint32_t n)
{
	uint32_t members = (uint32_t)s->rounds.n;
	uint32_t *group = mem_alloc(members * sizeof *group);
	struct span *spans = mem_alloc(n * sizeof *spans);

	for (uint32_t r = 0; r < members; r++) {
		group[r] = s->rounds.v[r].storyline;
		*vec_push(&s->storyline_rounds) = 0;
	}
	for (uint32_t l = 0; l < n; l++)
		spans[l] = (struct span){ STORE_NONE, 0 };
	list_members(group, members, spans, s->storyline_rounds.v);
	for (uint32_t l = 0; l < n; l++) {
		struct storyline line = { .rounds = spans[l] };

		describe_storyline(s, &line);
		*vec_push(&s->storylines) = line;
	}
	free(group);
	free(spans);
}

void rounds_make(struct store *s, const uint32_t *of, const struct graph *raw)
{
	struct graph g;

	fill_rounds(s, number_rounds(s, of), raw);
	round_graph(&g, s, raw);
	fill_storylines(s, number_storylines(s, &g));
	graph_release(&g);
}
