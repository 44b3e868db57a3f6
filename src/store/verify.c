#include "verify.h"

static bool sref_in(const struct store *s, struct sref r)
{
	return r.at <= s->chars.n && r.n <= s->chars.n - r.at;
}

static bool span_in(struct span span, size_t n)
{
	return span.first <= n && span.n <= n - span.first;
}

static bool range_in(struct range r, uint32_t n)
{
	return r.start <= r.end && r.end <= n;
}

static bool is_index(uint32_t i, size_t n)
{
	return i < n || i == STORE_NONE;
}

static bool date_good(const struct date *d)
{
	return d->year >= 0 && d->year <= 2999 && d->month <= 12 &&
	       d->day <= 31 && d->hour < 24 && d->minute < 60 &&
	       d->second <= 60 && d->weekday <= 7 &&
	       d->precision <= DATE_SECOND && d->order <= DATE_ORDER_OPEN;
}

static bool srefs_good(const struct store *s, const struct sref *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!sref_in(s, v[i]))
			return false;
	return true;
}

static bool indices_good(const uint32_t *v, size_t n, size_t limit)
{
	for (size_t i = 0; i < n; i++)
		if (v[i] >= limit)
			return false;
	return true;
}

/* Its own strings, and that its spans are in their arrays. */
static bool head_good(const struct store *s, const struct article *a)
{
	return sref_in(s, a->id) && sref_in(s, a->path) &&
	       sref_in(s, a->title) && sref_in(s, a->source) &&
	       sref_in(s, a->site) && sref_in(s, a->dateline) &&
	       sref_in(s, a->url) && sref_in(s, a->lang) &&
	       sref_in(s, a->text) && span_in(a->bylines, s->strings.n) &&
	       span_in(a->warnings, s->strings.n) &&
	       span_in(a->blocks, s->blocks.n) &&
	       span_in(a->persons, s->persons.n) &&
	       span_in(a->quotes, s->quotes.n) &&
	       span_in(a->mentions, s->mentions.n) &&
	       span_in(a->terms, s->terms.n) &&
	       span_in(a->shingles, s->shingles.n) &&
	       span_in(a->links, s->links.n) && date_good(&a->date) &&
	       date_good(&a->hint) && a->round < s->rounds.n &&
	       is_index(a->copy_of, s->articles.n) &&
	       a->date_basis < BASIS_KINDS;
}

static bool blocks_good(const struct store *s, const struct article *a)
{
	const struct block *b = s->blocks.v + a->blocks.first;
	uint32_t end = 0;

	for (uint32_t i = 0; i < a->blocks.n; i++) {
		if (b[i].kind >= BLOCK_KINDS || b[i].start < end ||
			b[i].end < b[i].start || b[i].end > a->text.n)
			return false;
		end = b[i].end;
	}
	return true;
}

static bool quotes_good(const struct store *s, const struct article *a)
{
	const struct store_quote *q = s->quotes.v + a->quotes.first;

	for (uint32_t i = 0; i < a->quotes.n; i++)
		if (!range_in(q[i].span, a->text.n) ||
			!range_in(q[i].mention, a->text.n) ||
			!range_in(q[i].cue, a->text.n) ||
			!is_index(q[i].person, s->persons.n) ||
			q[i].kind >= QUOTE_KINDS)
			return false;
	return true;
}

static bool mentions_good(const struct store *s, const struct article *a)
{
	const struct store_mention *m = s->mentions.v + a->mentions.first;

	for (uint32_t i = 0; i < a->mentions.n; i++)
		if (!range_in(m[i].span, a->text.n) ||
			m[i].person >= s->persons.n)
			return false;
	return true;
}

static bool articles_good(const struct store *s)
{
	for (size_t i = 0; i < s->articles.n; i++) {
		const struct article *a = &s->articles.v[i];

		if (!head_good(s, a) || !blocks_good(s, a) ||
			!quotes_good(s, a) || !mentions_good(s, a))
			return false;
	}
	return true;
}

static bool persons_good(const struct store *s)
{
	for (size_t i = 0; i < s->persons.n; i++)
		if (!sref_in(s, s->persons.v[i].name) ||
			!sref_in(s, s->persons.v[i].role) ||
			s->persons.v[i].kind >= PERSON_KINDS)
			return false;
	return true;
}

static bool terms_good(const struct store *s)
{
	for (size_t i = 0; i < s->terms.n; i++)
		if (s->terms.v[i].word >= s->words.n)
			return false;
	return true;
}

static bool rounds_good(const struct store *s)
{
	for (size_t i = 0; i < s->rounds.n; i++) {
		const struct round *r = &s->rounds.v[i];

		if (!sref_in(s, r->id) || !sref_in(s, r->title) ||
			!span_in(r->articles, s->round_articles.n) ||
			r->articles.n == 0 || r->storyline >= s->storylines.n)
			return false;
	}
	return indices_good(
		s->round_articles.v, s->round_articles.n, s->articles.n);
}

static bool storylines_good(const struct store *s)
{
	for (size_t i = 0; i < s->storylines.n; i++) {
		const struct storyline *l = &s->storylines.v[i];

		if (!sref_in(s, l->id) || !sref_in(s, l->title) ||
			!span_in(l->rounds, s->storyline_rounds.n) ||
			l->rounds.n == 0)
			return false;
	}
	return indices_good(
		s->storyline_rounds.v, s->storyline_rounds.n, s->rounds.n);
}

static bool links_good(const struct store *s)
{
	for (size_t i = 0; i < s->links.n; i++)
		if (s->links.v[i].to >= s->articles.n ||
			!span_in(s->links.v[i].why, s->evidence.n) ||
			s->links.v[i].kind >= LINK_KINDS)
			return false;
	for (size_t i = 0; i < s->evidence.n; i++)
		if (!sref_in(s, s->evidence.v[i].text) ||
			s->evidence.v[i].kind > EVIDENCE_COPY)
			return false;
	return true;
}

static bool skips_good(const struct store *s)
{
	for (size_t i = 0; i < s->skips.n; i++)
		if (!sref_in(s, s->skips.v[i].where) ||
			!sref_in(s, s->skips.v[i].why))
			return false;
	return true;
}

bool store_verify(const struct store *s)
{
	return s->by_id.n == s->articles.n &&
	       indices_good(s->by_id.v, s->by_id.n, s->articles.n) &&
	       srefs_good(s, s->strings.v, s->strings.n) &&
	       srefs_good(s, s->words.v, s->words.n) && articles_good(s) &&
	       persons_good(s) && terms_good(s) && rounds_good(s) &&
	       storylines_good(s) && links_good(s) && skips_good(s);
}
