#include "tally.h"

void tally_begin(struct tally *t, const struct people *p)
{
	*t = (struct tally){ .people = p };
	t->entry_of = mem_calloc(p->list.n + 1, sizeof *t->entry_of);
}

static struct tally_entry *entry_of(struct tally *t, uint32_t identity)
{
	if (t->entry_of[identity] == 0) {
		*vec_push(&t->list) =
			(struct tally_entry){ .identity = identity,
				.latest = STORE_NONE };
		t->entry_of[identity] = (uint32_t)t->list.n;
	}
	return &t->list.v[t->entry_of[identity] - 1];
}

void tally_add(struct tally *t, uint32_t article)
{
	const struct store *s = t->people->store;
	const struct article *a = &s->articles.v[article];

	for (uint32_t i = a->persons.first; i < a->persons.first + a->persons.n;
		i++) {
		struct tally_entry *e;

		if (s->persons.v[i].quotes == 0)
			continue;
		e = entry_of(t, t->people->of[i]);
		e->quotes += s->persons.v[i].quotes;
		e->articles += e->latest != article;
		e->latest = article;
		time_span_add(&e->time, a);
	}
}

static int by_quotes(const void *a, const void *b)
{
	const struct tally_entry *x = a, *y = b;

	if (x->quotes != y->quotes)
		return x->quotes < y->quotes ? 1 : -1;
	return x->identity < y->identity ? -1 : x->identity > y->identity;
}

void tally_sort(struct tally *t)
{
	if (t->list.n)
		qsort(t->list.v, t->list.n, sizeof *t->list.v, by_quotes);
}

void tally_clear(struct tally *t)
{
	for (size_t i = 0; i < t->list.n; i++)
		t->entry_of[t->list.v[i].identity] = 0;
	t->list.n = 0;
}

void tally_release(struct tally *t)
{
	vec_free(&t->list);
	free(t->entry_of);
}
