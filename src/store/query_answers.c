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

/* The word is ASCII, which is folded byte for byte, and begins as `want` does
 * or, `whole`, is it. False in *ascii when it is not ASCII. */
static bool is_ascii_word(
	struct str word, struct str want, bool whole, bool *ascii)
{
	size_t n = word.n < want.n ? word.n : want.n;

	for (size_t i = 0; i < word.n; i++) {
		*ascii = (uint8_t)word.p[i] < 0x80;
		if (!*ascii)
			return false;
		if (i < n && ascii_lower(word.p[i]) != want.p[i])
			return false;
	}
	return whole ? word.n == want.n : word.n >= want.n;
}

/* The word of the text is the phrase's, or begins with it. */
static bool is_word(struct query_reader *r, struct str text, struct range at,
	const struct query_phrase *phrase, uint32_t number)
{
	struct str want = r->q->words.v[phrase->words.first + number], word;
	bool whole = !phrase->prefix || number + 1 < phrase->words.n;
	bool ascii = true;

	word = str_range(text, at);
	if (is_ascii_word(word, want, whole, &ascii))
		return true;
	if (ascii)
		return false;
	buf_clear(&r->folded);
	text_fold(&r->folded, word);
	word = buf_str(&r->folded);
	return whole ? str_eq(word, want) : str_starts(word, want);
}

/* The phrase stands from this word of the text on; *end is where it ends. */
static bool stands_at(struct query_reader *r, struct str text,
	struct range word, const struct query_phrase *phrase, uint32_t *end)
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

/* The place at or after `from` where a word may begin that is the phrase's: all
 * but those bytes are passed over at once. */
static size_t next_likely(struct str text, size_t from, char first)
{
	size_t at = from;

	for (; at < text.n; at++) {
		uint8_t byte = (uint8_t)text.p[at];

		if (byte >= 0x80)
			break;
		if (ascii_lower((char)byte) == first &&
			(at == from || !ascii_is_alnum(text.p[at - 1])))
			return at;
	}
	/* Others may be letters too: the word that they stand in, as a whole */
	while (at < text.n && at > from && ascii_is_alnum(text.p[at - 1]))
		at--;
	return at;
}

bool query_find_phrase(struct query_reader *r, struct str text, size_t from,
	const struct query_phrase *phrase, struct range *hit)
{
	char first = r->q->words.v[phrase->words.first].p[0];
	struct range word;

	for (size_t at = next_likely(text, from, first);
		word_next(text, at, &word);
		at = next_likely(text, word.end, first))
		if (stands_at(r, text, word, phrase, &hit->end)) {
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

static bool any_note(struct reader *r, const struct query_phrase *phrase)
{
	const struct marks *m = r->q->marks;
	struct span notes = { 0 };

	if (m)
		notes = notes_of(&m->notes, number_of(r));
	for (uint32_t i = notes.first; i < notes.first + notes.n; i++)
		if (has(r, m->notes.list.v[i].text, phrase))
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
	case QUERY_NOTE:
		return any_note(r, phrase);
	default:
		return has(r, store_str(r->s, a->title), phrase) ||
		       has(r, store_str(r->s, a->text), phrase);
	}
}

static bool is_said_by(struct reader *r, const struct store_quote *quote,
	const struct query_phrase *phrase)
{
	return has(r, r->r->speaker, phrase) ||
	       (quote->person != STORE_NONE &&
		       has(r,
			       store_str(r->s,
				       r->s->persons.v[quote->person].name),
			       phrase));
}

static bool quote_has(struct reader *r, const struct store_quote *quote,
	const struct query_phrase *phrase)
{
	if (phrase->field != QUERY_SAID &&
		has(r, str_range(store_str(r->s, r->a->text), quote->span),
			phrase))
		return true;
	return phrase->field != QUERY_QUOTE && is_said_by(r, quote, phrase);
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
	if (r->r->quote)
		return quote_fits(r, item, r->r->quote);
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

static bool is_weekday(const struct article *a, const struct query_item *item)
{
	const struct date *d = &a->date;
	int32_t at;

	if (!d->month || !d->day)
		return false;
	at = date_weekday(date_days(d->year, d->month, d->day));
	return at >= item->from && at <= item->to;
}

static bool is_marked(const struct reader *r, enum query_is kind)
{
	const struct marks *m = r->q->marks;

	switch (kind) {
	case IS_READ:
		return m && mark_set_has(&m->read, number_of(r));
	case IS_UNREAD:
		return !m || !mark_set_has(&m->read, number_of(r));
	case IS_LATER:
		return m && mark_set_has(&m->later, number_of(r));
	case IS_NOTED:
		return m && notes_of(&m->notes, number_of(r)).n > 0;
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
	case QUERY_WEEKDAY:
		return is_weekday(r->a, item);
	case QUERY_WORDS:
		return r->a->words >= (uint32_t)item->from &&
		       r->a->words <= (uint32_t)item->to;
	case QUERY_IS:
		return is(r, item->is);
	default:
		return r->r->quote && item->field == QUERY_ANYWHERE
			       ? quote_fits(r, item, r->r->quote)
			       : text_has(r,
					 &r->q->phrases.v[item->phrases.first]);
	}
}

bool query_fits(
	struct query_reader *r, const struct query_item *item, uint32_t article)
{
	struct reader reader = { r, r->q, r->s, &r->s->articles.v[article] };

	return fits(&reader, item);
}

bool query_answers_quote(const struct query *q, const struct people *p,
	const struct people_said *x)
{
	const struct store_quote *quote = &p->store->quotes.v[x->quote];
	struct query_reader r = { .q = q, .s = p->store, .quote = quote };
	bool answers;

	if (quote->person != STORE_NONE)
		r.speaker = people_identity(p, quote->person)->name;
	answers = query_read(&r, x->article);
	query_reader_release(&r);
	return answers;
}

void query_reader_release(struct query_reader *r)
{
	buf_release(&r->folded);
	vec_free(&r->truths);
}

bool query_answers(
	const struct query *q, const struct store *s, uint32_t article)
{
	struct query_reader r = { .q = q, .s = s };
	bool answers = query_read(&r, article);

	query_reader_release(&r);
	return answers;
}

/* What is known of a condition, in the order of Kleene's "and". */
enum truth { NO, UNKNOWN, YES };

static enum truth worse(enum truth a, enum truth b)
{
	return a < b ? a : b;
}

static enum truth better(enum truth a, enum truth b)
{
	return a > b ? a : b;
}

/* Evaluates the postfix query from what is known of its conditions. */
static enum truth evaluate(const struct query_reader *r)
{
	enum truth stack[QUERY_STACK] = { YES };
	size_t n = 0;

	for (size_t i = 0; i < r->q->items.n; i++) {
		switch (r->q->items.v[i].op) {
		case QUERY_MATCH:
			stack[n++] = (enum truth)r->truths.v[i];
			break;
		case QUERY_NOT:
			stack[n - 1] = (enum truth)(YES - stack[n - 1]);
			break;
		case QUERY_AND:
			n--;
			stack[n - 1] = worse(stack[n - 1], stack[n]);
			break;
		default:
			n--;
			stack[n - 1] = better(stack[n - 1], stack[n]);
		}
	}
	return stack[0];
}

/* What it costs to know a condition: nothing but the record, a line, or the
 * text. */
enum cost { COST_RECORD, COST_LINE, COST_TEXT, COSTS };

static enum cost cost_of(enum query_field field)
{
	switch (field) {
	case QUERY_DATE:
	case QUERY_WEEKDAY:
	case QUERY_WORDS:
	case QUERY_IS:
		return COST_RECORD;
	case QUERY_ANYWHERE:
	case QUERY_SAID:
	case QUERY_QUOTE:
		return COST_TEXT;
	default:
		return COST_LINE;
	}
}

/* The cheap conditions first: often they decide. */
bool query_read(struct query_reader *r, uint32_t article)
{
	enum truth truth = UNKNOWN;

	r->truths.n = 0;
	for (size_t i = 0; i < r->q->items.n; i++)
		*vec_push(&r->truths) = UNKNOWN;
	for (int cost = COST_RECORD; cost < COSTS && truth == UNKNOWN; cost++) {
		for (size_t i = 0; i < r->q->items.n; i++) {
			const struct query_item *item = &r->q->items.v[i];

			if (item->op == QUERY_MATCH &&
				cost_of(item->field) == (enum cost)cost)
				r->truths.v[i] =
					query_fits(r, item, article) ? YES : NO;
		}
		truth = evaluate(r);
	}
	return truth == YES;
}
