#include "dateline/store/outlets.h"

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

/* `numbers` has by outlet of the store the number of its name, once known. */
static uint32_t number_of(struct intern *names, uint32_t *numbers,
	const struct store *s, const struct article *a)
{
	uint32_t *known = a->outlet < s->outlets.n ? &numbers[a->outlet] : NULL;
	uint32_t number;

	if (known && *known != STORE_NONE)
		return *known;
	number = intern_add(names, store_source(s, a));
	if (known)
		*known = number;
	return number;
}

void outlets_find(struct outlets *o, const struct store *s)
{
	struct intern names = { 0 };
	uint32_t *numbers = mem_alloc((s->outlets.n + 1) * sizeof *numbers);

	for (size_t i = 0; i < s->outlets.n; i++)
		numbers[i] = STORE_NONE;
	o->list.n = o->of.n = 0;
	for (size_t i = 0; i < s->articles.n; i++)
		*vec_push(&o->of) = 0;
	for (size_t i = 0; i < s->by_time.n; i++) {
		uint32_t article = s->by_time.v[i];
		const struct article *a = &s->articles.v[article];
		uint32_t n = number_of(&names, numbers, s, a);

		if (n == o->list.n)
			*vec_push(&o->list) =
				(struct outlet){ store_source(s, a), 0 };
		o->list.v[n].articles++;
		o->of.v[article] = n;
	}
	sort(o, &names);
	free(numbers);
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
