#include "tally.h"

#include "dateline/text/fold.h"

static struct tally_entry *entry_of(
	struct tally *p, const struct store_person *who, const struct store *s)
{
	struct buf folded = { 0 };
	struct str name = store_str(s, who->name);
	uint32_t number;

	text_fold(&folded, name);
	number = intern_add(&p->names, buf_str(&folded));
	buf_release(&folded);
	if (number == p->list.n)
		*vec_push(&p->list) =
			(struct tally_entry){ .name = name, .number = number };
	return &p->list.v[number];
}

void tally_add(struct tally *p, const struct store *s, uint32_t article)
{
	const struct article *a = &s->articles.v[article];

	for (uint32_t i = 0; i < a->persons.n; i++) {
		const struct store_person *who =
			&s->persons.v[a->persons.first + i];
		struct tally_entry *e;

		if (who->quotes == 0)
			continue;
		e = entry_of(p, who, s);
		e->quotes += who->quotes;
		e->articles++;
		if (!e->role.n)
			e->role = store_str(s, who->role);
		time_span_add(&e->time, a);
	}
}

static int by_quotes(const void *a, const void *b)
{
	const struct tally_entry *x = a, *y = b;

	if (x->quotes != y->quotes)
		return x->quotes < y->quotes ? 1 : -1;
	return x->number < y->number ? -1 : x->number > y->number;
}

void tally_sort(struct tally *p)
{
	if (p->list.n)
		qsort(p->list.v, p->list.n, sizeof *p->list.v, by_quotes);
}

void tally_release(struct tally *p)
{
	vec_free(&p->list);
	intern_release(&p->names);
}
