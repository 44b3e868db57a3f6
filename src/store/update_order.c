#include "order.h"
#include "update_parts.h"

/* The first place of the list that the number is to stand before. */
static size_t place_for(const uint32_t *list, size_t n, const struct merging *m,
	uint32_t number)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (m->compare(m->u, list[mid], number) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static void append(struct numbers *out, const uint32_t *v, size_t n)
{
	if (n)
		memcpy(out->v + out->n, v, n * sizeof *v);
	out->n += n;
}

/* Few numbers are added to many: each is looked for, the rest is copied. */
void update_merge(struct numbers *out, const struct merging *m)
{
	uint32_t *kept = mem_alloc(m->n * sizeof *kept);
	size_t n = 0, at = 0;

	for (size_t i = 0; i < m->n; i++)
		if (!m->drop || !m->drop[m->have[i]])
			kept[n++] = m->have[i];
	out->n = 0;
	out->cap = n + m->n_add;
	out->v = mem_realloc(out->v, out->cap * sizeof *out->v);
	for (size_t i = 0; i < m->n_add; i++) {
		size_t to = at + place_for(kept + at, n - at, m, m->add[i]);

		append(out, kept + at, to - at);
		append(out, &m->add[i], 1);
		at = to;
	}
	append(out, kept + at, n - at);
	free(kept);
}

static int compare_times(const struct update *u, uint32_t a, uint32_t b)
{
	return store_compare_times(update_store(u, a), update_article(u, a),
		update_store(u, b), update_article(u, b));
}

static int compare_ids(const struct update *u, uint32_t a, uint32_t b)
{
	return str_cmp(store_str(update_store(u, a), update_article(u, a)->id),
		store_str(update_store(u, b), update_article(u, b)->id));
}

/* The fresh articles in an order of their own store, numbered as of u. */
static uint32_t *renumbered(const struct update *u, const uint32_t *order)
{
	size_t n = u->fresh->articles.n;
	uint32_t *v = mem_alloc(n * sizeof *v);

	for (size_t i = 0; i < n; i++)
		v[i] = u->old + order[i];
	return v;
}

void update_merge_articles(struct update *u)
{
	uint32_t *order = store_order(u->fresh);
	uint32_t *by_time = renumbered(u, order);
	uint32_t *by_id = renumbered(u, u->fresh->by_id.v);
	struct merging m = { u->s->by_time.v, u->s->by_time.n, u->is_gone,
		by_time, u->fresh->articles.n, u, compare_times };

	update_merge(&u->by_time, &m);
	m.have = u->s->by_id.v;
	m.n = u->s->by_id.n;
	m.add = by_id;
	m.compare = compare_ids;
	update_merge(&u->by_id, &m);
	free(order);
	free(by_time);
	free(by_id);
}
