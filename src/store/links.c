#include "links.h"

#include "evidence.h"

/* Links an article has at most, and how many of them say why; fewer each in
 * an archive too large to hold them all. */
#define LINKS_MAX 48
#define EXPLAINED 12
#define LARGE_ARCHIVE 20000
#define LINKS_LARGE 12
#define EXPLAINED_LARGE 3
/* The part of the smoothed similarity in a link's score (doc/rounds.md). */
#define SMOOTHED_PART .8F
/* What being of the same round adds, the rest being scaled. */
#define ROUND_PART .1F

struct linker {
	struct store *s;
	const struct relations *r;
	VEC_OF(struct link) found;
	uint32_t *seen; /* by article: the last one it was found for, + 1 */
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

enum link_kind link_kind_of(bool same_copy, bool same_round, bool same_line)
{
	if (same_copy)
		return LINK_COPY;
	if (same_round)
		return LINK_ROUND;
	return same_line ? LINK_STORYLINE : LINK_RELATED;
}

static enum link_kind kind_of(const struct store *s, uint32_t from, uint32_t to)
{
	uint32_t a = s->articles.v[from].round, b = s->articles.v[to].round;

	return link_kind_of(copy_root(s, from) == copy_root(s, to), a == b,
		s->rounds.v[a].storyline == s->rounds.v[b].storyline);
}

static void add_link(struct linker *l, uint32_t from, uint32_t to, float score)
{
	struct link link = { .to = to, .kind = kind_of(l->s, from, to) };

	link.score = score * (1 - ROUND_PART);
	if (l->s->articles.v[from].round == l->s->articles.v[to].round)
		link.score += ROUND_PART;
	l->seen[to] = from + 1;
	*vec_push(&l->found) = link;
}

static void find_links(struct linker *l, uint32_t i)
{
	const struct graph *raw = &l->r->raw, *near = &l->r->near;
	const struct when *when = l->r->when;
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
	for (uint32_t k = 0; k < round->n; k++) {
		uint32_t to = l->s->round_articles.v[round->first + k];

		if (to != i && l->seen[to] != i + 1)
			add_link(l, i, to, 0);
	}
}

static int by_score(const void *x, const void *y)
{
	const struct link *a = x, *b = y;

	if (a->score != b->score)
		return a->score < b->score ? 1 : -1;
	return (a->to > b->to) - (a->to < b->to);
}

static void keep_links(struct linker *l, struct witnesses *w, uint32_t i)
{
	struct store *s = l->s;
	size_t of = l->r->vectors.of, max = links_max(of);
	size_t explained = of > LARGE_ARCHIVE ? EXPLAINED_LARGE : EXPLAINED;
	struct span *at = &s->articles.v[i].links;

	*at = (struct span){ (uint32_t)s->links.n, 0 };
	if (l->found.n)
		qsort(l->found.v, l->found.n, sizeof *l->found.v, by_score);
	for (size_t k = 0; k < l->found.n && k < max; k++) {
		struct link *link = &l->found.v[k];

		if (k < explained)
			evidence_add(w, i, link);
		*vec_push(&s->links) = *link;
		at->n++;
	}
}

void links_make(struct store *s, const struct relations *r)
{
	struct linker l = { .s = s, .r = r };
	struct witnesses *w = evidence_start(s, r);

	l.seen = mem_calloc(s->articles.n, sizeof *l.seen);
	for (uint32_t i = 0; i < s->articles.n; i++) {
		find_links(&l, i);
		keep_links(&l, w, i);
	}
	evidence_end(w);
	vec_free(&l.found);
	free(l.seen);
}
