#include "outlets.h"

#include "dateline/base/ascii.h"

static int by_name(const void *a, const void *b)
{
	struct str x = ((const struct outlet *)a)->name;
	struct str y = ((const struct outlet *)b)->name;

	for (size_t i = 0; i < x.n && i < y.n; i++) {
		int d = ascii_lower(x.p[i]) - ascii_lower(y.p[i]);

		if (d)
			return d;
	}
	return x.n != y.n ? (x.n > y.n) - (x.n < y.n) : str_cmp(x, y);
}

/* Sorts the list, and tells the articles the new places. */
static void sort(struct outlets *o, const struct intern *names)
{
	uint32_t *place = mem_alloc((o->list.n + 1) * sizeof *place);

	if (o->list.n)
		qsort(o->list.v, o->list.n, sizeof *o->list.v, by_name);
	for (size_t i = 0; i < o->list.n; i++)
		place[intern_find(names, o->list.v[i].name)] = (uint32_t)i;
	for (size_t i = 0; o->list.n && i < o->of.n; i++)
		o->of.v[i] = place[o->of.v[i]];
	free(place);
}

void outlets_find(struct outlets *o, const struct store *s)
{
	struct intern names = { 0 };

	o->list.n = o->of.n = 0;
	for (size_t i = 0; i < s->articles.n; i++)
		*vec_push(&o->of) = 0;
	for (size_t i = 0; i < s->by_time.n; i++) {
		uint32_t article = s->by_time.v[i];
		struct str name = store_source(s, &s->articles.v[article]);
		uint32_t n = intern_add(&names, name);

		if (n == o->list.n)
			*vec_push(&o->list) = (struct outlet){ name, 0 };
		o->list.v[n].articles++;
		o->of.v[article] = n;
	}
	sort(o, &names);
	intern_release(&names);
}

uint32_t outlets_named(const struct outlets *o, struct str name)
{
	for (size_t i = 0; i < o->list.n; i++)
		if (str_eq(o->list.v[i].name, name))
			return (uint32_t)i;
	return STORE_NONE;
}

void outlets_release(struct outlets *o)
{
	vec_free(&o->list);
	vec_free(&o->of);
}
