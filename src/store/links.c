#include "links.h"

#include "looks_back.h"
#include "quote_hash.h"

#include <math.h>

/* Links an article has at most; fewer in an archive too large to hold them. */
#define LINKS_MAX 48
#define LARGE_ARCHIVE 20000
#define LINKS_LARGE 12
/* The part of the smoothed similarity in a link's score (doc/rounds.md). */
#define SMOOTHED_PART .8F

/* What links_make() works on. */
struct linking {
	struct store *s;
	const struct relations *r;
	struct quote_hashes quotes;
};

/* The links of a share of the articles. */
struct linked {
	VEC_OF(struct link) links;
	VEC_OF(struct look_back) looks_back;
};

/* What one thread needs. */
struct linker {
	const struct linking *of;
	struct store *s;
	struct linked *out; /* of the share in work */
	VEC_OF(struct link) found; /* of the article in work */
	uint32_t *seen; /* by article: the last one it was found for, + 1 */
	struct looker looker;
};

static uint32_t copy_root(const struct store *s, uint32_t i)
{
	return s->articles.v[i].copy_of == STORE_NONE
		       ? i
		       : s->articles.v[i].copy_of;
}

size_t links_max(size_t articles)
{
	return articles > LARGE_ARCHIVE ? LINKS_LARGE : LINKS_MAX;
}

enum link_kind link_kind_of(const struct in_common *c)
{
	if (c->copy)
		return LINK_COPY;
	if (c->round)
		return LINK_ROUND;
	if (c->past)
		return LINK_MENTIONS;
	return c->storyline ? LINK_STORYLINE : LINK_RELATED;
}

/* A quote repeated sooner is a late report of the same. */
#define REPEATED_AFTER 7

/* Whether the article names the time of the other's round, or repeats what was
 * said there. */
static bool looks_back(
	const struct store *s, uint32_t from, const struct link *l)
{
	const struct round *own = &s->rounds.v[s->articles.v[from].round];
	const struct round *to = &s->rounds.v[s->articles.v[l->to].round];
	bool is_earlier = to->last != STORE_NO_DAY &&
			  own->first != STORE_NO_DAY &&
			  to->last + REPEATED_AFTER < own->first &&
			  to->storyline == own->storyline;

	return l->marks & LINK_LOOKS_BACK ||
	       (l->marks & LINK_QUOTES && is_earlier);
}

uint16_t links_score(float score)
{
	return (uint16_t)(fminf(fmaxf(score, 0), 1) * LINK_SCORE_ONE + .5F);
}

uint8_t links_kind(const struct store *s, uint32_t from, const struct link *l)
{
	uint32_t a = s->articles.v[from].round, b = s->articles.v[l->to].round;
	const struct in_common c = {
		.copy = copy_root(s, from) == copy_root(s, l->to),
		.round = a == b,
		.past = looks_back(s, from, l),
		.storyline =
			s->rounds.v[a].storyline == s->rounds.v[b].storyline,
	};

	return (uint8_t)link_kind_of(&c);
}

static void add_link(struct linker *l, uint32_t from, uint32_t to, float score)
{
	struct link link = { .to = to };

	score *= 1 - LINKS_ROUND_PART;
	if (l->s->articles.v[from].round == l->s->articles.v[to].round)
		score += LINKS_ROUND_PART;
	link.score = links_score(score);
	l->seen[to] = from + 1;
	*vec_push(&l->found) = link;
}

/*
 * The articles of the round that are not alike: all the same, so that of those
 * the first ones are kept, and more of them need not be looked at.
 */
static void add_round(struct linker *l, uint32_t i, const struct span *round)
{
	size_t left = links_max(l->of->r->vectors.of);

	for (uint32_t k = 0; k < round->n && left; k++) {
		uint32_t to = l->s->round_articles.v[round->first + k];

		if (to == i || l->seen[to] == i + 1)
			continue;
		add_link(l, i, to, 0);
		left--;
	}
}

static void find_links(struct linker *l, uint32_t i)
{
	const struct relations *r = l->of->r;
	const struct graph *raw = &r->raw, *near = &r->near;
	const struct when *when = r->when;
	const struct span *round =
		&l->s->rounds.v[l->s->articles.v[i].round].articles;

	l->found.n = 0;
	for (uint32_t k = raw->first[i]; k < raw->first[i + 1]; k++) {
		uint32_t to = raw->e[k].to;
		float sim = raw->e[k].sim * when_factor(&when[i], &when[to]);

		/* Both graphs join the same articles. */
		add_link(l, i, to,
			(1 - SMOOTHED_PART) * sim +
				SMOOTHED_PART * near->e[k].sim);
	}
	add_round(l, i, round);
}

/* The link that a look back on a round is given to: the best one there, else a
 * new one to its first article. */
static struct link *link_of_round(struct linker *l, uint32_t i, uint32_t round)
{
	const struct store *s = l->s;
	struct link *best = NULL;

	for (size_t k = 0; k < l->found.n; k++) {
		struct link *link = &l->found.v[k];

		if (s->articles.v[link->to].round == round &&
			(!best || link->score > best->score))
			best = link;
	}
	if (best)
		return best;
	add_link(l, i, s->round_articles.v[s->rounds.v[round].articles.first],
		0);
	return &l->found.v[l->found.n - 1];
}

static void find_mentions(struct linker *l, uint32_t i)
{
	looks_back_find(&l->looker, l->s, i);
	for (size_t k = 0; k < l->looker.list.n; k++) {
		const struct looking *back = &l->looker.list.v[k];
		struct link *link = link_of_round(l, i, back->round);

		link->marks = LINK_LOOKS_BACK;
		*vec_push(&l->out->looks_back) =
			(struct look_back){ i, link->to, back->words };
	}
}

static int by_score(const void *x, const void *y)
{
	const struct link *a = x, *b = y;

	if (a->score != b->score)
		return a->score < b->score ? 1 : -1;
	return (a->to > b->to) - (a->to < b->to);
}

void links_sort(struct link *v, size_t n)
{
	if (n)
		qsort(v, n, sizeof *v, by_score);
}

/* The best of those that were found; their place is among the share's own. */
static void keep_links(struct linker *l, uint32_t i)
{
	struct store *s = l->s;
	size_t max = links_max(l->of->r->vectors.of);
	struct span *at = &s->articles.v[i].links;
	uint32_t speakers[SHARED_SPEAKERS];

	*at = (struct span){ (uint32_t)l->out->links.n, 0 };
	links_sort(l->found.v, l->found.n);
	for (size_t k = 0; k < l->found.n && k < max; k++) {
		struct link *link = &l->found.v[k];

		if (quote_hashes_shared(
			    &l->of->quotes, s, i, link->to, speakers))
			link->marks |= LINK_QUOTES;
		link->kind = links_kind(s, i, link);
		*vec_push(&l->out->links) = *link;
		at->n++;
	}
}

static void *linker_new(void *ctx)
{
	const struct linking *of = ctx;
	struct linker *l = mem_calloc(1, sizeof *l);

	l->of = of;
	l->s = of->s;
	l->seen = mem_calloc(of->s->articles.n, sizeof *l->seen);
	return l;
}

static void linker_free(void *tools)
{
	struct linker *l = tools;

	looker_release(&l->looker);
	vec_free(&l->found);
	free(l->seen);
	free(l);
}

static void link_share(void *tools, struct share *share)
{
	struct linker *l = tools;

	share->made = l->out = mem_calloc(1, sizeof *l->out);
	for (uint32_t i = (uint32_t)share->first; i < share->end; i++) {
		find_links(l, i);
		find_mentions(l, i);
		keep_links(l, i);
	}
}

static void take_share(void *ctx, struct share *share)
{
	struct linking *of = ctx;
	struct store *s = of->s;
	struct linked *made = share->made;

	for (size_t i = share->first; i < share->end; i++)
		s->articles.v[i].links.first += (uint32_t)s->links.n;
	for (size_t k = 0; k < made->links.n; k++)
		*vec_push(&s->links) = made->links.v[k];
	for (size_t k = 0; k < made->looks_back.n; k++)
		*vec_push(&s->looks_back) = made->looks_back.v[k];
	vec_free(&made->links);
	vec_free(&made->looks_back);
	free(made);
}

void links_make(struct store *s, const struct relations *r, struct crew *crew)
{
	struct linking of = { .s = s, .r = r };
	const struct crew_work work = { &of, linker_new, linker_free,
		link_share, take_share, 0 };

	quote_hashes_make(&of.quotes, s, NULL, s->articles.n);
	crew_work(crew, s->articles.n, &work);
	quote_hashes_release(&of.quotes);
}
