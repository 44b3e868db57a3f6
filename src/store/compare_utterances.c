/* What was said, each utterance once, and which outlet has it in which words.
 */
#include "dateline/store/compare.h"

#include "dateline/store/wording.h"

/* Quotes of one speaker held against each other: the work is quadratic. */
#define SAID_MAX 200

/* A quote of the round, by speaker. */
struct said {
	uint32_t speaker, at, quote;
	uint32_t wording; /* in wordings.list; STORE_NONE: reported */
	uint32_t utterance; /* in c->utterances */
	bool told; /* otherwise than the utterance's first */
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
	struct said q = { .speaker = said->speaker,
		.at = said->at,
		.quote = said->quote,
		.wording = STORE_NONE };

	if (quote->kind != QUOTE_REPORTED)
		q.wording = wordings_add(&r->wordings,
			str_range(store_str(s, a->text), quote->span));
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

/* How an earlier quote of the speaker is like one. Reported speech has no words
 * to compare: all of a speaker's is one. */
static enum wording_likeness likeness(const struct reading *r,
	const struct said *earlier, const struct said *q)
{
	enum wording_likeness like;

	if ((earlier->wording == STORE_NONE) != (q->wording == STORE_NONE))
		return WORDING_OTHER;
	if (q->wording == STORE_NONE)
		return WORDING_SAME;
	like = wordings_compare(&r->wordings, earlier->wording, q->wording);
	return like == WORDING_TOLD && earlier->at == q->at ? WORDING_OTHER
							    : like;
}

/* The utterance of the i-th quote; the speaker's start at `first`. */
static void find_utterance(struct reading *r, size_t first, size_t i)
{
	struct said *q = &r->list.v[i];
	const struct said *told = NULL;

	if (first + SAID_MAX < i)
		first = i - SAID_MAX;
	for (size_t j = first; j < i; j++) {
		const struct said *earlier = &r->list.v[j];
		enum wording_likeness like = likeness(r, earlier, q);

		if (like == WORDING_SAME) {
			q->utterance = earlier->utterance;
			q->told = earlier->told;
			return;
		}
		if (like == WORDING_TOLD && !told)
			told = earlier;
	}
	q->told = told != NULL;
	q->utterance = told ? told->utterance : (uint32_t)r->c->utterances.n;
	if (!told)
		*vec_push(&r->c->utterances) =
			(struct compared_utterance){ .speaker = q->speaker,
				.reported = q->wording == STORE_NONE };
}

static int by_utterance(const void *a, const void *b)
{
	const struct said *x = a, *y = b;

	if (x->utterance != y->utterance)
		return x->utterance < y->utterance ? -1 : 1;
	return by_speaker(a, b);
}

static void add_use(struct comparison *c, const struct said *q)
{
	struct compared_utterance *u = &c->utterances.v[q->utterance];
	uint32_t outlet = c->outlet_of[q->at];
	uint8_t carries = u->reported ? CARRIES_REPORT
			  : q->told   ? CARRIES_REWORDED
				      : CARRIES_WORDS;

	if (u->uses.n++ == 0) {
		u->uses.first = (uint32_t)c->uses.n;
		u->carries = arena_alloc(&c->arena, c->outlets.n);
		memset(u->carries, CARRIES_NOT, c->outlets.n);
	}
	*vec_push(&c->uses) =
		(struct compared_said){ q->speaker, q->at, q->quote };
	u->outlets += u->carries[outlet] == CARRIES_NOT;
	if (u->carries[outlet] < carries)
		u->carries[outlet] = carries;
}

/* In how many outlets, then by first use; what is reported comes last. */
static int by_outlets(const void *a, const void *b)
{
	const struct compared_utterance *x = a, *y = b;

	if (x->speaker != y->speaker)
		return x->speaker < y->speaker ? -1 : 1;
	if (x->reported != y->reported)
		return x->reported ? 1 : -1;
	if (x->outlets != y->outlets)
		return x->outlets > y->outlets ? -1 : 1;
	return (x->uses.first > y->uses.first) -
	       (x->uses.first < y->uses.first);
}

static void name_outlets(struct comparison *c)
{
	struct intern names = { 0 };

	c->outlet_of = mem_alloc((c->n + 1) * sizeof *c->outlet_of);
	for (uint32_t at = 0; at < c->n; at++) {
		struct str name = store_source(c->store, compared(c, at));

		c->outlet_of[at] = intern_add(&names, name);
		if (c->outlet_of[at] == c->outlets.n)
			*vec_push(&c->outlets) = name;
	}
	intern_release(&names);
}

void compare_utterances(struct comparison *c)
{
	struct reading r = { .c = c };
	size_t first = 0;

	name_outlets(c);
	for (size_t i = 0; i < c->said.n; i++)
		add_said(&r, &c->said.v[i]);
	if (r.list.n == 0)
		return;
	qsort(r.list.v, r.list.n, sizeof *r.list.v, by_speaker);
	for (size_t i = 0; i < r.list.n; i++) {
		if (r.list.v[i].speaker != r.list.v[first].speaker)
			first = i;
		find_utterance(&r, first, i);
	}
	qsort(r.list.v, r.list.n, sizeof *r.list.v, by_utterance);
	for (size_t i = 0; i < r.list.n; i++)
		add_use(c, &r.list.v[i]);
	qsort(c->utterances.v, c->utterances.n, sizeof *c->utterances.v,
		by_outlets);
	wordings_release(&r.wordings);
	vec_free(&r.list);
}
