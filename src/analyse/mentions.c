#include "mentions.h"

#include "grammar.h"
#include "people.h"

static void add_mention(struct work *w, struct range span, uint32_t person)
{
	if (span.start < span.end && person != PERSON_NONE)
		*vec_push(&w->out->mentions) = (struct mention){ span, person };
}

static int by_start(const void *a, const void *b)
{
	const struct mention *x = a, *y = b;

	if (x->span.start != y->span.start)
		return x->span.start < y->span.start ? -1 : 1;
	if (x->span.end != y->span.end)
		return x->span.end > y->span.end ? -1 : 1;
	return (x->person > y->person) - (x->person < y->person);
}

/* A speaker, or a human with first name and surname or with a title. */
static bool is_kept(const struct work *w, uint32_t person)
{
	const struct person *p = &w->out->persons.v[person];

	return p->quotes > 0 ||
	       (p->kind == PERSON_HUMAN &&
		       w->a->speech.people->facts.v[person].full);
}

static void collect(struct work *w)
{
	const struct speech *sp = &w->a->speech;

	w->out->mentions.n = 0;
	for (size_t i = 0; i < sp->names.n; i++) {
		const struct name *n = &sp->names.v[i];

		if (name_of(w, n->span.first) == n && is_kept(w, n->person))
			add_mention(w, bytes_of(w, n->span), n->person);
	}
	for (size_t i = 0; i < w->out->quotes.n; i++)
		add_mention(w, w->out->quotes.v[i].mention,
			w->out->quotes.v[i].person);
}

/* Keeps one of mentions that overlap: the longer, first one. */
static void drop_overlaps(struct analysis *out)
{
	size_t n = 0;

	if (out->mentions.n)
		qsort(out->mentions.v, out->mentions.n, sizeof *out->mentions.v,
			by_start);
	for (size_t i = 0; i < out->mentions.n; i++) {
		struct mention m = out->mentions.v[i];

		if (n == 0 || out->mentions.v[n - 1].span.end <= m.span.start)
			out->mentions.v[n++] = m;
	}
	out->mentions.n = n;
}

static uint32_t renumber(uint32_t *number, uint32_t person, uint32_t *next)
{
	if (person == PERSON_NONE)
		return person;
	if (number[person] == PERSON_NONE)
		number[person] = (*next)++;
	return number[person];
}

/* Moves persons to their new numbers; unnumbered ones are dropped. */
static void reorder(struct work *w, const uint32_t *number, uint32_t n)
{
	struct analysis *out = w->out;
	struct person *sorted = arena_alloc(w->arena, n * sizeof *sorted + 1);

	for (size_t i = 0; i < out->persons.n; i++)
		if (number[i] != PERSON_NONE)
			sorted[number[i]] = out->persons.v[i];
	if (n)
		memcpy(out->persons.v, sorted, n * sizeof *sorted);
	out->persons.n = n;
	for (uint32_t i = 0; i < n; i++)
		out->persons.v[i].mentions = 0;
	for (size_t i = 0; i < out->mentions.n; i++)
		out->persons.v[out->mentions.v[i].person].mentions++;
}

void list_mentions(struct work *w)
{
	struct analysis *out = w->out;
	size_t persons = out->persons.n;
	uint32_t *number = arena_alloc(w->arena, persons * sizeof *number + 1);
	uint32_t next = 0;

	for (size_t i = 0; i < persons; i++)
		number[i] = PERSON_NONE;
	collect(w);
	drop_overlaps(out);
	for (size_t i = 0; i < out->mentions.n; i++)
		out->mentions.v[i].person =
			renumber(number, out->mentions.v[i].person, &next);
	for (size_t i = 0; i < out->quotes.n; i++)
		out->quotes.v[i].person =
			renumber(number, out->quotes.v[i].person, &next);
	reorder(w, number, next);
}
