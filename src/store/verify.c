#include "verify.h"

#include "postings.h"

/* Days of the years that dates may have, and some. */
#define DAYS_MAX 1000000

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

static bool is_in(uint32_t i, struct span span)
{
	return i >= span.first && i - span.first < span.n;
}

static bool date_good(const struct date *d)
{
	return d->year >= 0 && d->year <= 2999 && d->month <= 12 &&
	       d->day <= 31 && d->hour < 24 && d->minute < 60 &&
	       d->second <= 60 && d->weekday <= 7 &&
	       d->precision <= DATE_SECOND && d->order <= DATE_ORDER_OPEN;
}

static bool day_good(int32_t day)
{
	return day == STORE_NO_DAY || (day >= -DAYS_MAX && day <= DAYS_MAX);
}

static bool srefs_good(const struct store *s, const struct sref *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!sref_in(s, v[i]))
			return false;
	return true;
}

/* Every number below n once, in some order. */
static bool is_order(const uint32_t *v, size_t n)
{
	uint8_t *met = mem_calloc(n, 1);
	size_t i = 0;

	for (; i < n && v[i] < n && !met[v[i]]; i++)
		met[v[i]] = 1;
	free(met);
	return i == n;
}

/*
 * Members by their groups: all that is asked of a member is in of[], so that
 * the records themselves are read once and in their order.
 */
struct grouping {
	uint32_t *of; /* by member: its group, or STORE_NONE */
	size_t n;
};

/* False when one is no member, or has a group already. */
static bool add_group(
	struct grouping *g, const uint32_t *v, size_t n, uint32_t group)
{
	for (size_t i = 0; i < n; i++) {
		if (v[i] >= g->n || g->of[v[i]] != STORE_NONE)
			return false;
		g->of[v[i]] = group;
	}
	return true;
}

/* Whether a list has each member with a group once, and no other. */
static bool lists_grouped(const struct grouping *g, const uint32_t *v, size_t n)
{
	uint8_t *met = mem_calloc(g->n, 1);
	size_t grouped = 0, i = 0;

	for (size_t k = 0; k < g->n; k++)
		grouped += g->of[k] != STORE_NONE;
	for (; i < n && v[i] < g->n && g->of[v[i]] != STORE_NONE && !met[v[i]];
		i++)
		met[v[i]] = 1;
	free(met);
	return i == n && n == grouped;
}

/* An article that is not gone. */
static bool is_there(const struct store *s, uint32_t article)
{
	return article < s->articles.n &&
	       s->articles.v[article].round != STORE_NONE;
}

static bool copy_good(const struct store *s, const struct article *a)
{
	return a->copy_of == STORE_NONE ||
	       (is_there(s, a->copy_of) &&
		       s->articles.v[a->copy_of].copy_of == STORE_NONE);
}

/* Its own strings, and that its spans are in their arrays. */
static bool head_good(const struct store *s, const struct article *a)
{
	return sref_in(s, a->id) && sref_in(s, a->path) &&
	       sref_in(s, a->title) && sref_in(s, a->source) &&
	       sref_in(s, a->site) && sref_in(s, a->dateline) &&
	       sref_in(s, a->url) && sref_in(s, a->lang) &&
	       sref_in(s, a->text) && span_in(a->bylines, s->strings.n) &&
	       span_in(a->translations, s->strings.n) &&
	       span_in(a->warnings, s->strings.n) &&
	       span_in(a->blocks, s->blocks.n) &&
	       span_in(a->persons, s->persons.n) &&
	       span_in(a->quotes, s->quotes.n) &&
	       span_in(a->mentions, s->mentions.n) &&
	       span_in(a->anchors, s->anchors.n) &&
	       span_in(a->terms, s->terms.n) &&
	       span_in(a->shingles, s->shingles.n) &&
	       span_in(a->links, s->links.n) && date_good(&a->date) &&
	       date_good(&a->hint) && copy_good(s, a) &&
	       is_index(a->file, s->files.n) &&
	       is_index(a->outlet, s->outlets.n) && a->date_basis < BASIS_KINDS;
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
			(q[i].person != STORE_NONE &&
				!is_in(q[i].person, a->persons)) ||
			q[i].kind >= QUOTE_KINDS)
			return false;
	return true;
}

static bool mentions_good(const struct store *s, const struct article *a)
{
	const struct store_mention *m = s->mentions.v + a->mentions.first;

	for (uint32_t i = 0; i < a->mentions.n; i++)
		if (!range_in(m[i].span, a->text.n) ||
			!is_in(m[i].person, a->persons))
			return false;
	return true;
}

/* They are drawn in order. */
static bool anchors_good(const struct store *s, const struct article *a)
{
	const struct store_anchor *x = s->anchors.v + a->anchors.first;
	uint32_t end = 0;

	for (uint32_t i = 0; i < a->anchors.n; i++) {
		if (!range_in(x[i].span, a->text.n) || x[i].span.start < end ||
			!sref_in(s, x[i].url))
			return false;
		end = x[i].span.end;
	}
	return true;
}

static bool links_good(const struct store *s, const struct article *a)
{
	const struct link *l = s->links.v + a->links.first;

	for (uint32_t i = 0; i < a->links.n; i++)
		if (!is_there(s, l[i].to) || l[i].kind >= LINK_KINDS ||
			(l[i].marks & ~(LINK_QUOTES | LINK_LOOKS_BACK)))
			return false;
	return true;
}

static bool looks_back_good(const struct store *s)
{
	for (size_t i = 0; i < s->looks_back.n; i++) {
		const struct look_back *b = &s->looks_back.v[i];

		if (b->from >= s->articles.n || b->to >= s->articles.n ||
			!range_in(b->words, s->articles.v[b->from].text.n))
			return false;
	}
	return true;
}

static bool heads_good(const struct store *s)
{
	for (size_t i = 0; i < s->articles.n; i++)
		if (!head_good(s, &s->articles.v[i]))
			return false;
	return true;
}

static bool articles_good(const struct store *s)
{
	for (size_t i = 0; i < s->articles.n; i++) {
		const struct article *a = &s->articles.v[i];

		if (!blocks_good(s, a) || !quotes_good(s, a) ||
			!mentions_good(s, a) || !anchors_good(s, a) ||
			!links_good(s, a))
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

static bool round_good(
	const struct store *s, uint32_t number, struct grouping *articles)
{
	const struct round *r = &s->rounds.v[number];

	return sref_in(s, r->id) && sref_in(s, r->title) &&
	       day_good(r->first) && day_good(r->last) &&
	       r->storyline < s->storylines.n &&
	       span_in(r->articles, s->round_articles.n) &&
	       add_group(articles, s->round_articles.v + r->articles.first,
		       r->articles.n, number);
}

/* Every article is in the round it names; those of none are gone, and in no
 * order. */
static bool rounds_good(const struct store *s)
{
	struct grouping articles = { store_places(NULL, 0, s->articles.n),
		s->articles.n };
	bool good = true;

	for (uint32_t i = 0; i < s->rounds.n && good; i++)
		good = round_good(s, i, &articles);
	for (uint32_t i = 0; i < s->articles.n && good; i++)
		good = articles.of[i] == s->articles.v[i].round;
	good = good && lists_grouped(&articles, s->by_time.v, s->by_time.n) &&
	       lists_grouped(&articles, s->by_id.v, s->by_id.n);
	free(articles.of);
	return good;
}

static bool storyline_good(
	const struct store *s, uint32_t number, struct grouping *rounds)
{
	const struct storyline *l = &s->storylines.v[number];

	return sref_in(s, l->id) && sref_in(s, l->title) &&
	       span_in(l->rounds, s->storyline_rounds.n) &&
	       add_group(rounds, s->storyline_rounds.v + l->rounds.first,
		       l->rounds.n, number);
}

/* Every round with articles is in the storyline it names, and in time. */
static bool storylines_good(const struct store *s)
{
	struct grouping rounds = { store_places(NULL, 0, s->rounds.n),
		s->rounds.n };
	bool good = true;

	for (uint32_t i = 0; i < s->storylines.n && good; i++)
		good = storyline_good(s, i, &rounds);
	for (uint32_t i = 0; i < s->rounds.n && good; i++) {
		const struct round *r = &s->rounds.v[i];

		good = rounds.of[i] ==
		       (r->articles.n ? r->storyline : STORE_NONE);
	}
	good = good &&
	       lists_grouped(&rounds, s->rounds_by_time.v, s->rounds_by_time.n);
	free(rounds.of);
	return good;
}

/* The runs of a word lead forward, so that they end. */
static bool runs_good(const struct store *s)
{
	for (size_t i = 0; i < s->posting_runs.n; i++) {
		const struct posting_run *r = &s->posting_runs.v[i];

		if (r->next != STORE_NONE &&
			(r->next <= i || r->next >= s->posting_runs.n))
			return false;
		if (!postings_good(s, r))
			return false;
	}
	return true;
}

static bool words_good(const struct store *s)
{
	size_t n = s->words.n, runs = s->posting_runs.n;

	if (s->by_word.n != n || s->posting_lists.n != n ||
		!srefs_good(s, s->words.v, n) || !is_order(s->by_word.v, n))
		return false;
	for (size_t i = 0; i < n; i++) {
		const struct posting_list *l = &s->posting_lists.v[i];

		if (!is_index(l->first, runs) || !is_index(l->last, runs) ||
			(l->first == STORE_NONE) != (l->last == STORE_NONE))
			return false;
	}
	return runs_good(s);
}

static bool skips_good(const struct store *s)
{
	for (size_t i = 0; i < s->skips.n; i++)
		if (!sref_in(s, s->skips.v[i].where) ||
			!sref_in(s, s->skips.v[i].why) ||
			!is_index(s->skips.v[i].file, s->files.n))
			return false;
	for (size_t i = 0; i < s->files.n; i++)
		if (!sref_in(s, s->files.v[i].path))
			return false;
	return true;
}

/* Its walks stay within it, whatever the numbers (text_index.h). */
static bool index_good(const struct store *s)
{
	return s->index.articles <= s->articles.n &&
	       s->added.articles <= s->articles.n;
}

bool verify_heads(const struct store *s)
{
	return rounds_good(s) && storylines_good(s) && heads_good(s) &&
	       srefs_good(s, s->strings.v, s->strings.n) &&
	       srefs_good(s, s->outlets.v, s->outlets.n) && skips_good(s) &&
	       index_good(s);
}

bool verify_rest(const struct store *s)
{
	return articles_good(s) && looks_back_good(s) && words_good(s) &&
	       persons_good(s) && terms_good(s);
}
