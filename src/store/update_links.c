#include "links.h"
#include "update_parts.h"

struct linking {
	struct update *u;
	uint32_t *heirs; /* by old article that is gone: the first copy left */
	uint8_t *linked; /* by article: has new links already */
	VEC_OF(struct link) found; /* of the article in work */
};

/* The first of the old articles with the same wording. */
static uint32_t old_root(const struct linking *l, uint32_t article)
{
	const struct update *u = l->u;
	uint32_t root = u->s->articles.v[article].copy_of;

	if (root == STORE_NONE)
		root = article;
	return u->is_gone[root] ? l->heirs[root] : root;
}

static uint32_t root_of(const struct linking *l, uint32_t article)
{
	const struct article *a = update_article(l->u, article);

	if (article < l->u->old)
		return old_root(l, article);
	return a->copy_of == STORE_NONE ? article : a->copy_of;
}

/* Where the first of a wording is gone, the next one is the first. */
static void find_heirs(struct linking *l)
{
	struct update *u = l->u;
	const struct store *s = u->s;

	l->heirs = store_places(NULL, 0, u->old);
	for (size_t i = 0; u->gone.n && i < s->by_time.n; i++) {
		uint32_t a = s->by_time.v[i], root = s->articles.v[a].copy_of;

		if (root == STORE_NONE || u->is_gone[a] || !u->is_gone[root])
			continue;
		if (l->heirs[root] == STORE_NONE)
			l->heirs[root] = a;
		*vec_push(&u->copies) = (struct copy_change){ a,
			l->heirs[root] == a ? STORE_NONE : l->heirs[root] };
	}
}

/* Copies of an old article are its copies also when they are dated before. */
static void place_copies(struct linking *l)
{
	struct update *u = l->u;
	const struct store *p = u->part;
	uint32_t *root = store_places(NULL, 0, p->articles.n);

	for (uint32_t i = 0; i < p->articles.n; i++) {
		uint32_t of = p->articles.v[i].copy_of;

		of = of == STORE_NONE ? i : of;
		if (u->origin[i] < u->old && root[of] == STORE_NONE)
			root[of] = old_root(l, u->origin[i]);
	}
	for (uint32_t i = 0; i < p->articles.n; i++) {
		uint32_t of = p->articles.v[i].copy_of;

		of = of == STORE_NONE ? i : of;
		if (u->origin[i] < u->old)
			continue;
		if (root[of] == STORE_NONE)
			root[of] = u->origin[i];
		u->fresh->articles.v[u->origin[i] - u->old].copy_of =
			root[of] == u->origin[i] ? STORE_NONE : root[of];
	}
	free(root);
}

static uint32_t line_of(const struct update *u, uint32_t round)
{
	return round < u->s->rounds.n
		       ? u->s->rounds.v[round].storyline
		       : u->rounds.v[u->round_change[round]].storyline;
}

/* A link that looks back does so in whatever round the two are. */
static uint8_t kind_of(
	const struct linking *l, uint32_t from, const struct link *link)
{
	uint32_t x = update_article(l->u, from)->round;
	uint32_t y = update_article(l->u, link->to)->round;
	const struct in_common c = {
		.copy = root_of(l, from) == root_of(l, link->to),
		.round = x == y,
		.past = link->kind == LINK_MENTIONS,
		.storyline = line_of(l->u, x) == line_of(l->u, y),
	};

	return (uint8_t)link_kind_of(&c);
}

static int by_from(const void *x, const void *y)
{
	const struct look_back *a = x, *b = y;

	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	return (a->to > b->to) - (a->to < b->to);
}

/* Where the part says that an article looks back, beside what is known. */
static void keep_look_backs(struct update *u)
{
	const struct store *s = u->s, *p = u->part;

	for (size_t i = 0; i < s->looks_back.n; i++)
		if (!u->is_gone[s->looks_back.v[i].from])
			*vec_push(&u->looks_back) = s->looks_back.v[i];
	for (size_t i = 0; i < p->looks_back.n; i++) {
		struct look_back b = p->looks_back.v[i];

		b.from = u->origin[b.from];
		b.to = u->origin[b.to];
		if (b.from >= u->old || b.to >= u->old)
			*vec_push(&u->looks_back) = b;
	}
	if (u->looks_back.n)
		qsort(u->looks_back.v, u->looks_back.n, sizeof *u->looks_back.v,
			by_from);
}

/* The links of an article of the part; of an old one those to fresh ones. */
static void take_new(struct linking *l, uint32_t in_part)
{
	const struct update *u = l->u;
	struct span links = u->part->articles.v[in_part].links;

	for (uint32_t k = links.first; k < links.first + links.n; k++) {
		struct link link = u->part->links.v[k];

		link.to = u->origin[link.to];
		if (u->origin[in_part] >= u->old || link.to >= u->old)
			*vec_push(&l->found) = link;
	}
}

static void take_old(struct linking *l, uint32_t article)
{
	const struct update *u = l->u;
	struct span links = u->s->articles.v[article].links;

	for (uint32_t k = links.first; k < links.first + links.n; k++)
		if (!u->is_gone[u->s->links.v[k].to])
			*vec_push(&l->found) = u->s->links.v[k];
}

/* What was found, best first. */
static void keep_links(struct linking *l, uint32_t article)
{
	struct update *u = l->u;
	struct link_change c = { article,
		{ (uint32_t)(u->s->links.n + u->links.n), 0 } };
	size_t max = links_max(u->by_time.n);

	links_sort(l->found.v, l->found.n);
	for (size_t k = 0; k < l->found.n && k < max; k++) {
		struct link link = l->found.v[k];

		link.kind = kind_of(l, article, &link);
		*vec_push(&u->links) = link;
		c.links.n++;
	}
	*vec_push(&u->relinked) = c;
	l->linked[article] = 1;
}

static void link_part(struct linking *l)
{
	const struct update *u = l->u;

	for (uint32_t i = 0; i < u->part->articles.n; i++) {
		uint32_t article = u->origin[i];

		l->found.n = 0;
		take_new(l, i);
		if (article < u->old) {
			if (l->found.n == 0)
				continue;
			take_old(l, article);
		}
		keep_links(l, article);
	}
}

/* The other articles that are linked to one that is gone. */
static void unlink_gone(struct linking *l)
{
	const struct update *u = l->u;
	const struct store *s = u->s;

	for (size_t i = 0; u->gone.n && i < s->by_time.n; i++) {
		uint32_t article = s->by_time.v[i];
		struct span links = s->articles.v[article].links;
		bool any = false;

		for (uint32_t k = 0; k < links.n; k++)
			any |= u->is_gone[s->links.v[links.first + k].to];
		if (!any || u->is_gone[article] || l->linked[article])
			continue;
		l->found.n = 0;
		take_old(l, article);
		keep_links(l, article);
	}
}

void update_find_links(struct update *u)
{
	struct linking l = { .u = u };

	l.linked = mem_calloc(update_all(u), 1);
	find_heirs(&l);
	place_copies(&l);
	link_part(&l);
	unlink_gone(&l);
	keep_look_backs(u);
	free(l.heirs);
	free(l.linked);
	vec_free(&l.found);
}
