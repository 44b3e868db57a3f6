#include "repeats.h"

#include "dateline/base/ascii.h"

/* With more quotes set off than this nothing is looked for: bounds the work. */
#define SET_OFF_MAX 32

/* Bytes: shorter words prove nothing ("No"), more need no comparing. */
#define REPEAT_MIN 6
#define REPEAT_MAX 80

static bool is_set_off(
	const struct doc *d, const struct quote *q, size_t *block)
{
	while (*block < d->n_blocks && d->blocks[*block].end <= q->span.start)
		++*block;
	if (*block == d->n_blocks || d->blocks[*block].start > q->span.start)
		return false;
	switch (d->blocks[*block].kind) {
	case BLOCK_HEADING:
	case BLOCK_QUOTE:
	case BLOCK_CAPTION:
	case BLOCK_STANDFIRST:
		return true;
	default:
		return false;
	}
}

/* Its words without the punctuation at the end. */
static struct str words_of(const struct doc *d, const struct quote *q)
{
	struct str s = str_range(d->text, q->span);

	while (s.n && (uint8_t)s.p[s.n - 1] < 0x80 &&
		!ascii_is_alnum(s.p[s.n - 1]))
		s.n--;
	return s;
}

/* Words that are set off and that the running text quotes too. */
static bool is_repeat(const struct work *w, size_t quote)
{
	const struct analysis *out = w->out;
	const bool *set_off = w->a->speech.set_off.v;
	struct str words = words_of(w->doc, &out->quotes.v[quote]);

	if (!set_off[quote] || words.n < REPEAT_MIN)
		return false;
	words = str_slice(
		words, 0, words.n < REPEAT_MAX ? words.n : REPEAT_MAX);
	for (size_t k = 0; k < out->quotes.n; k++)
		if (!set_off[k] &&
			str_find_nocase(
				str_range(w->doc->text, out->quotes.v[k].span),
				words, 0) != STR_NPOS)
			return true;
	return false;
}

/* Fills speech.set_off; how many there are. */
static size_t find_set_off(struct work *w)
{
	struct speech *sp = &w->a->speech;
	size_t block = 0, n = 0;

	sp->set_off.n = 0;
	for (size_t k = 0; k < w->out->quotes.n; k++) {
		bool off = is_set_off(w->doc, &w->out->quotes.v[k], &block);

		*vec_push(&sp->set_off) = off;
		n += off;
	}
	return n;
}

void drop_repeats(struct work *w)
{
	size_t n = 0, found = find_set_off(w);
	struct quote *v = w->out->quotes.v;

	if (found == 0 || found > SET_OFF_MAX)
		return;
	for (size_t k = 0; k < w->out->quotes.n; k++) {
		uint32_t person = v[k].person;

		if (is_repeat(w, k)) {
			v[k].span.end = v[k].span.start;
			if (person != PERSON_NONE)
				w->out->persons.v[person].quotes--;
		}
	}
	for (size_t k = 0; k < w->out->quotes.n; k++)
		if (v[k].span.end > v[k].span.start)
			v[n++] = v[k];
	w->out->quotes.n = n;
}
