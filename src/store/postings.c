#include "postings.h"

#include <math.h>

#define WEIGHTS 255.F

void inverted_make(struct inverted *in, const struct vectors *v)
{
	uint32_t *next = mem_calloc(v->words + 2, sizeof *next);

	in->p = mem_alloc(v->first[v->n] * sizeof *in->p);
	in->first = next;
	for (size_t k = 0; k < v->first[v->n]; k++)
		next[v->v[k].word + 2]++;
	for (size_t w = 1; w < v->words; w++)
		next[w + 1] += next[w];
	next++;
	for (uint32_t i = 0; i < v->n; i++)
		for (uint32_t k = v->first[i]; k < v->first[i + 1]; k++)
			in->p[next[v->v[k].word]++] =
				(struct posting){ i, v->v[k].w };
}

void inverted_release(struct inverted *in)
{
	free(in->p);
	free(in->first);
}

static void put_number(struct store *s, uint32_t n)
{
	for (; n >= 0x80; n >>= 7)
		*vec_push(&s->postings) = (uint8_t)(n | 0x80);
	*vec_push(&s->postings) = (uint8_t)n;
}

/* A number and the byte behind it must stand before `end`. */
static bool get_number(const uint8_t **p, const uint8_t *end, uint32_t *n)
{
	*n = 0;
	for (unsigned shift = 0; *p < end && shift < 32; shift += 7) {
		uint8_t byte = *(*p)++;

		*n |= (uint32_t)(byte & 0x7F) << shift;
		if (byte < 0x80)
			return *p < end;
	}
	return false;
}

/* A run of n postings; `first` is the number of article 0. */
static void put_run(
	struct store *s, const struct posting *p, size_t n, uint32_t first)
{
	struct posting_run run = { (uint32_t)s->postings.n,
		first + p[0].article, (uint32_t)n, STORE_NONE };
	uint32_t before = p[0].article;

	for (size_t k = 0; k < n; k++) {
		long w = lroundf(p[k].w * WEIGHTS);

		if (k)
			put_number(s, p[k].article - before);
		before = p[k].article;
		*vec_push(&s->postings) = (uint8_t)(w < 1 ? 1 : w);
	}
	*vec_push(&s->posting_runs) = run;
}

static void put_list(struct store *s, uint32_t word, const struct posting *p,
	size_t n, uint32_t first)
{
	struct posting_list *list = &s->posting_lists.v[word];

	list->n += (uint32_t)n;
	while (n) {
		size_t some = n < POSTING_RUN ? n : POSTING_RUN;
		uint32_t run = (uint32_t)s->posting_runs.n;

		put_run(s, p, some, first);
		if (list->first == STORE_NONE)
			list->first = run;
		else
			s->posting_runs.v[list->last].next = run;
		list->last = run;
		p += some;
		n -= some;
	}
}

void postings_add(struct store *s, const struct vectors *v, uint32_t first)
{
	struct inverted in;

	while (s->posting_lists.n < s->words.n)
		*vec_push(&s->posting_lists) =
			(struct posting_list){ STORE_NONE, STORE_NONE, 0 };
	inverted_make(&in, v);
	for (uint32_t w = 0; w < v->words; w++)
		put_list(s, w, in.p + in.first[w],
			in.first[w + 1] - in.first[w], first);
	inverted_release(&in);
}

size_t postings_read(
	const struct store *s, const struct posting_run *r, struct posting *out)
{
	const uint8_t *p = s->postings.v + r->at, *end;
	uint32_t article = r->article, step;

	end = s->postings.v + s->postings.n;
	for (uint32_t k = 0; k < r->n; k++) {
		if (k && !get_number(&p, end, &step))
			return k;
		if (k)
			article += step;
		out[k] = (struct posting){ article, (float)*p++ / WEIGHTS };
	}
	return r->n;
}

bool postings_good(const struct store *s, const struct posting_run *r)
{
	struct posting p[POSTING_RUN];

	if (r->n == 0 || r->n > POSTING_RUN || r->at >= s->postings.n ||
		postings_read(s, r, p) != r->n)
		return false;
	for (uint32_t k = 0; k < r->n; k++)
		if (p[k].article >= s->articles.n ||
			(k && p[k].article <= p[k - 1].article))
			return false;
	return true;
}
