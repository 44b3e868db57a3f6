/* Who is quoted in which article of a round: each identity once. */
#include "dateline/store/compare.h"

/* The speaker of an identity; `of` has places in the list + 1. */
static struct compared_speaker *speaker_of(
	struct comparison *c, uint32_t *of, uint32_t identity)
{
	if (of[identity] == 0) {
		*vec_push(&c->speakers) = (struct compared_speaker){
			.name = c->people->list.v[identity].name,
			.number = identity
		};
		of[identity] = (uint32_t)c->speakers.n;
	}
	return &c->speakers.v[of[identity] - 1];
}

/* Articles come in order: it counts when the last counted is another. */
static void count_article(struct compared_speaker *speaker, uint32_t at)
{
	if (speaker->in.n && speaker->last == at)
		return;
	speaker->last = at;
	speaker->in.n++;
}

static void add_quote(
	struct comparison *c, uint32_t *of, uint32_t at, uint32_t i)
{
	const struct store_quote *q =
		&c->store->quotes.v[compared(c, at)->quotes.first + i];
	struct compared_speaker *speaker;
	bool direct = q->kind == QUOTE_DIRECT;

	if (q->person == STORE_NONE)
		return;
	speaker = speaker_of(c, of, c->people->of[q->person]);
	if (speaker->quotes == 0 || (direct && !speaker->direct)) {
		speaker->at = at;
		speaker->quote = i;
		speaker->direct = direct;
	}
	*vec_push(&c->said) = (struct compared_said){ speaker->number, at, i };
	speaker->quotes++;
	count_article(speaker, at);
}

/* The articles of each speaker together: comparison.in. */
static void list_articles(struct comparison *c, const uint32_t *of)
{
	uint32_t n = 0;

	for (size_t i = 0; i < c->speakers.n; i++) {
		c->speakers.v[i].in.first = n;
		n += c->speakers.v[i].in.n;
		c->speakers.v[i].in.n = 0;
	}
	vec_zero(&c->in, n);
	for (size_t i = 0; i < c->said.n; i++) {
		struct compared_speaker *s =
			&c->speakers.v[of[c->said.v[i].speaker] - 1];
		uint32_t *in = c->in.v + s->in.first;

		if (s->in.n == 0 || in[s->in.n - 1] != c->said.v[i].at)
			in[s->in.n++] = c->said.v[i].at;
	}
}

static int by_articles(const void *a, const void *b)
{
	const struct compared_speaker *x = a, *y = b;
	int c;

	if (x->in.n != y->in.n)
		return x->in.n > y->in.n ? -1 : 1;
	if (x->quotes != y->quotes)
		return x->quotes > y->quotes ? -1 : 1;
	c = str_cmp(x->name, y->name);
	return c ? c : (x->number > y->number) - (x->number < y->number);
}

void compare_speakers(struct comparison *c)
{
	uint32_t *of = mem_calloc(c->people->list.n + 1, sizeof *of);

	for (uint32_t at = 0; at < c->n; at++)
		for (uint32_t i = 0; i < compared(c, at)->quotes.n; i++)
			add_quote(c, of, at, i);
	list_articles(c, of);
	if (c->speakers.n)
		qsort(c->speakers.v, c->speakers.n, sizeof *c->speakers.v,
			by_articles);
	free(of);
}
