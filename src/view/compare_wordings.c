/* Words of one speaker that two articles give differently. */
#include "compare.h"

#include "dateline/store/wording.h"

/* Quotes of one speaker held against each other: the work is quadratic. */
#define SAID_MAX 200

struct said {
	uint32_t speaker, at, quote;
	uint32_t wording; /* in wordings.list */
};

struct reading {
	struct comparison *c;
	struct wordings wordings;
	VEC_OF(struct said) list;
};

static void add_said(struct reading *r, const struct compared_said *said)
{
	const struct store *s = r->c->store;
	const struct article *a = compared(r->c, said->at);
	const struct store_quote *quote =
		&s->quotes.v[a->quotes.first + said->quote];
	struct said q = { said->speaker, said->at, said->quote, 0 };

	if (quote->kind == QUOTE_REPORTED || a->copy_of != STORE_NONE)
		return;
	q.wording = wordings_add(
		&r->wordings, str_range(store_str(s, a->text), quote->span));
	*vec_push(&r->list) = q;
}

static int by_speaker(const void *a, const void *b)
{
	const struct said *x = a, *y = b;

	if (x->speaker != y->speaker)
		return x->speaker < y->speaker ? -1 : 1;
	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return (x->quote > y->quote) - (x->quote < y->quote);
}

/* Whether the i-th is another wording of an earlier one; the speaker's start
 * at `first`. */
static bool is_reworded(const struct reading *r, size_t first, size_t i)
{
	const struct said *q = &r->list.v[i];
	bool reworded = false;

	if (first + SAID_MAX < i)
		first = i - SAID_MAX;
	for (size_t j = first; j < i; j++) {
		const struct said *earlier = &r->list.v[j];
		enum wording_likeness like = wordings_compare(
			&r->wordings, earlier->wording, q->wording);

		if (like == WORDING_SAME)
			return false;
		reworded |= like == WORDING_TOLD && earlier->at != q->at;
	}
	return reworded;
}

void compare_wordings(struct comparison *c)
{
	struct reading r = { .c = c };
	size_t first = 0;

	for (size_t i = 0; i < c->said.n; i++)
		add_said(&r, &c->said.v[i]);
	if (r.list.n)
		qsort(r.list.v, r.list.n, sizeof *r.list.v, by_speaker);
	for (size_t i = 0; i < r.list.n; i++) {
		const struct said *q = &r.list.v[i];

		if (q->speaker != r.list.v[first].speaker)
			first = i;
		if (is_reworded(&r, first, i))
			*vec_push(&c->wordings) =
				(struct compared_wording){ q->speaker, q->at,
					q->quote };
	}
	wordings_release(&r.wordings);
	vec_free(&r.list);
}
