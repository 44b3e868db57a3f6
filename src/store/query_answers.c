/*
 * Whether an article answers a query, found by reading it: what the index says
 * must be the same.
 */
#include "query_answers.h"

#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"
#include "dateline/text/words.h"
#include "query_limits.h"

/* One article being read. */
struct reader {
	struct query_reader *r;
	const struct query *q;
	const struct store *s;
	const struct article *a;
};

/* The word of the text is the phrase's, or begins with it. */
static bool is_word(struct query_reader *r, struct str text, struct range at,
	const struct query_phrase *phrase, uint32_t number)
{
	struct str want = r->q->words.v[phrase->words.first + number], word;

	/* most words differ from the first letter on */
	if ((uint8_t)text.p[at.start] < 0x80 &&
		ascii_lower(text.p[at.start]) != want.p[0])
		return false;
	buf_clear(&r->folded);
	text_fold(&r->folded, str_range(text, at));
	word = buf_str(&r->folded);
	return phrase->prefix && number + 1 == phrase->words.n
		       ? str_starts(word, want)
		       : str_eq(word, want);
}

bool query_stands_at(struct query_reader *r, struct str text, struct range word,
	const struct query_phrase *phrase, uint32_t *end)
{
	for (uint32_t i = 0;; i++) {
		if (!is_word(r, text, word, phrase, i))
			return false;
		*end = word.end;
		if (i + 1 == phrase->words.n)
			return true;
		if (!word_next(text, word.end, &word))
			return false;
	}
}

bool query_find_phrase(struct query_reader *r, struct str text, size_t from,
	const struct query_phrase *phrase, struct range *hit)
{
	struct range word;

	for (size_t at = from; word_next(text, at, &word); at = word.end)
		if (query_stands_at(r, text, word, phrase, &hit->end)) {
			hit->start = word.start;
			return true;
		}
	return false;
}

static bool has(
	struct reader *r, struct str text, const struct query_phrase *phrase)
{
	struct range hit;

	return query_find_phrase(r->r, text, 0, phrase, &hit);
}

static bool any_byline(struct reader *r, const struct query_phrase *phrase)
{
	for (uint32_t i = 0; i < r->a->bylines.n; i++)
		if (has(r,
			    store_str(r->s,
				    r->s->strings.v[r->a->bylines.first + i]),
			    phrase))
			return true;
	return false;
}

static bool is_round(struct reader *r, const struct query_phrase *phrase)
{
	const struct round *round = &r->s->rounds.v[r->a->round];

	return has(r, store_str(r->s, round->id), phrase) ||
	       has(r, store_str(r->s, round->title), phrase);
}

static uint32_t number_of(const struct reader *r)
{
	return (uint32_t)(r->a - r->s->articles.v);
}

static bool any_tag(struct reader *r, const struct query_phrase *phrase)
{
	const struct marks *m = r->q->marks;

	for (size_t i = 0; m && i < m->tags.n; i++)
		if (mark_set_has(&m->tags.v[i].set, number_of(r)) &&
			has(r, m->tags.v[i].name, phrase))
			return true;
	return false;
}

static bool text_has(struct reader *r, const struct query_phrase *phrase)
{
	const struct article *a = r->a;

	switch ((enum query_field)phrase->field) {
	case QUERY_TITLE:
		return has(r, store_str(r->s, a->title), phrase);
	case QUERY_SOURCE:
		return has(r, store_source(r->s, a), phrase);
	case QUERY_BY:
		return any_byline(r, phrase);
	case QUERY_PLACE:
		return has(r, store_str(r->s, a->dateline), phrase);
	case QUERY_ROUND:
		return is_round(r, phrase);
	case QUERY_LANG:
		return has(r, store_str(r->s, a->lang), phrase);
	case QUERY_TAG:
		return any_tag(r, phrase);
	default:
		return has(r, store_str(r->s, a->title), phrase) ||
		       has(r, store_str(r->s, a->text), phrase);
	}
}

static bool quote_has(struct reader *r, const struct store_quote *quote,
	const struct query_phrase *phrase)
{
	if (phrase->field == QUERY_QUOTE)
		return has(r,
			str_range(store_str(r->s, r->a->text), quote->span),
			phrase);
	return quote->person != STORE_NONE &&
	       has(r, store_str(r->s, r->s->persons.v[quote->person].name),
		       phrase);
}

static bool quote_fits(struct reader *r, const struct query_item *item,
	const struct store_quote *quote)
{
	for (uint32_t i = 0; i < item->phrases.n; i++)
		if (!quote_has(r, quote,
			    &r->q->phrases.v[item->phrases.first + i]))
			return false;
	return true;
}

static bool any_quote(struct reader *r, const struct query_item *item)
{
	for (uint32_t i = 0; i < r->a->quotes.n; i++)
		if (quote_fits(
			    r, item, &r->s->quotes.v[r->a->quotes.first + i]))
			return true;
	return false;
}

static bool is_in_days(const struct article *a, const struct query_item *item)
{
	int32_t first, last;

	return date_day_span(&a->date, &first, &last) && first <= item->to &&
	       last >= item->from;
}

static bool is_marked(const struct reader *r, enum query_is kind)
{
	const struct marks *m = r->q->marks;

	switch (kind) {
	case IS_READ:
		return m && mark_set_has(&m->read, number_of(r));
	case IS_UNREAD:
		return !m || !mark_set_has(&m->read, number_of(r));
	default:
		return m && mark_set_has(&m->starred, number_of(r));
	}
}

static bool is(const struct reader *r, enum query_is kind)
{
	const struct article *a = r->a;

	switch (kind) {
	case IS_COPY:
		return a->copy_of != STORE_NONE;
	case IS_DATED:
		return a->date.year && a->date_basis != BASIS_ESTIMATED;
	case IS_ESTIMATED:
		return a->date_basis == BASIS_ESTIMATED;
	case IS_UNDATED:
		return a->date.year == 0;
	case IS_ALONE:
		return r->s->rounds.v[a->round].articles.n == 1;
	default:
		return is_marked(r, kind);
	}
}

static bool fits(struct reader *r, const struct query_item *item)
{
	switch (item->field) {
	case QUERY_SAID:
	case QUERY_QUOTE:
		return any_quote(r, item);
	case QUERY_DATE:
		return is_in_days(r->a, item);
	case QUERY_WORDS:
		return r->a->words >= (uint32_t)item->from &&
		       r->a->words <= (uint32_t)item->to;
	case QUERY_IS:
		return is(r, item->is);
	default:
		return text_has(r, &r->q->phrases.v[item->phrases.first]);
	}
}

bool query_fits(
	struct query_reader *r, const struct query_item *item, uint32_t article)
{
	struct reader reader = { r, r->q, r->s, &r->s->articles.v[article] };

	return fits(&reader, item);
}

void query_reader_release(struct query_reader *r)
{
	buf_release(&r->folded);
}

bool query_answers(
	const struct query *q, const struct store *s, uint32_t article)
{
	struct query_reader r = { .q = q, .s = s };
	bool stack[QUERY_STACK] = { true };
	size_t n = 0;

	for (size_t i = 0; i < q->items.n; i++) {
		const struct query_item *item = &q->items.v[i];

		if (item->op == QUERY_MATCH) {
			stack[n++] = query_fits(&r, item, article);
		} else if (item->op == QUERY_NOT) {
			stack[n - 1] = !stack[n - 1];
		} else {
			n--;
			stack[n - 1] = item->op == QUERY_AND
					       ? stack[n - 1] && stack[n]
					       : stack[n - 1] || stack[n];
		}
	}
	query_reader_release(&r);
	return stack[0];
}
