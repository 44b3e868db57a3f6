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

/* The number of an outlet's name. Names that articles share are looked at
 * once: `places` has where they are, and `of` by place their numbers. */
struct naming {
	struct intern names, places;
	VEC_OF(uint32_t) of;
};

static uint32_t name_number(
	struct naming *n, const struct store *s, const struct article *a)
{
	struct str place =
		str_of((const char *)&a->outlet, sizeof a->outlet);
	uint32_t at;

	if (!a->outlet.n)
		return intern_add(&n->names, store_source(s, a));
	at = intern_add(&n->places, place);
	if (at == n->of.n) {
		uint32_t number = intern_add(&n->names, store_source(s, a));

		*vec_push(&n->of) = number;
	}
	return n->of.v[at];
}

void outlets_find(struct outlets *o, const struct store *s)
{
	struct naming naming = { 0 };

	o->list.n = o->of.n = 0;
	for (size_t i = 0; i < s->articles.n; i++)
		*vec_push(&o->of) = 0;
	for (size_t i = 0; i < s->by_time.n; i++) {
		uint32_t article = s->by_time.v[i];
		const struct article *a = &s->articles.v[article];
		uint32_t n = name_number(&naming, s, a);

		if (n == o->list.n)
			*vec_push(&o->list) =
				(struct outlet){ store_source(s, a), 0 };
		o->list.v[n].articles++;
		o->of.v[article] = n;
	}
	sort(o, &naming.names);
	intern_release(&naming.names);
	intern_release(&naming.places);
	vec_free(&naming.of);
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
