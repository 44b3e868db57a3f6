#include "looks_back.h"

#include "vocabulary.h"

#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"
#include "dateline/text/words.h"

/* Rounds looked at before the last one that may be meant; articles of one. */
#define ROUNDS_MAX 8
#define ARTICLES_MAX 8
/* An event is reported from its day on, or up to two days later. */
#define REPORTED_WITHIN 2
/* Words of the sentence that must be the round's. */
#define SHARED_MIN 2
/* Words given before the date; where it comes first, after it; and in a phrase
 * behind it: "of last year". */
#define WORDS_BEFORE 8
#define WORDS_AFTER 6
#define PHRASE_WORDS 4

/* One date in a sentence of an article. */
struct glance {
	const struct store *s;
	const struct lexicon *lex;
	const struct article *article;
	const struct round *own;
	struct str text;
	struct range sentence, span; /* of the date */
	struct date date;
	int32_t first, last; /* the days it may mean */
	struct buf *fold;
};

/* The next word of a range, folded; false at its end. */
static bool next_word(
	struct glance *g, size_t *at, size_t end, struct str *word)
{
	struct range found;

	if (!word_next(str_slice(g->text, 0, end), *at, &found))
		return false;
	*at = found.end;
	buf_clear(g->fold);
	text_fold(g->fold, str_range(g->text, found));
	*word = buf_str(g->fold);
	return true;
}

static bool ends_sentence(struct str text, size_t at)
{
	return strchr(".!?", text.p[at]) && text.p[at] &&
	       (at + 1 >= text.n || ascii_is_space(text.p[at + 1]));
}

/* The sentence of a block around the date: up to full stops before blanks. One
 * of an abbreviation makes it shorter, never longer. */
static void find_sentence(struct glance *g, const struct block *b)
{
	size_t start = g->span.start, end = g->span.end;

	while (start > b->start && !ends_sentence(g->text, start - 1))
		start--;
	while (end < b->end && !ends_sentence(g->text, end))
		end++;
	g->sentence = (struct range){ (uint32_t)start, (uint32_t)end };
}

static bool speaks_of_coming(struct glance *g)
{
	size_t at = g->sentence.start;
	struct str word;

	while (next_word(g, &at, g->sentence.end, &word))
		if (lex_entry_in(lexicon_find(g->lex, word), LEX_coming))
			return true;
	return false;
}

/* "of last year" right behind the date: takes it in. */
static bool is_year_before(struct glance *g)
{
	size_t at = g->span.end, stop = at;
	struct buf phrase = { 0 };
	bool found = false;
	struct str word;

	for (int i = 0; i < PHRASE_WORDS && !found; i++) {
		if (!next_word(g, &at, g->sentence.end, &word))
			break;
		buf_add(&phrase, phrase.n ? STR(" ") : STR(""));
		buf_add(&phrase, word);
		found = lex_entry_in(lexicon_find(g->lex, buf_str(&phrase)),
			LEX_year_before);
		stop = at;
	}
	buf_release(&phrase);
	if (found)
		g->span.end = (uint32_t)stop;
	return found;
}

/* Whether day and month d come before those of the own round in a year. */
static bool is_before(const struct date *d, const struct date *own)
{
	return d->month < own->month ||
	       (d->month == own->month && d->day && d->day < own->day);
}

/* Fills in the year that the text leaves out; false when it is not sure. */
static bool find_year(struct glance *g)
{
	struct date own;

	if (g->date.year)
		return true;
	date_from_days(g->own->first, &own);
	if (is_year_before(g))
		g->date.year = (int16_t)(own.year - 1);
	else if ((g->date.month == own.month && !g->date.day) ||
		 !(g->lex->lists & LEX_BIT(LEX_coming)) || speaks_of_coming(g))
		return false;
	else
		g->date.year = (int16_t)(own.year - !is_before(&g->date, &own));
	g->date.precision = g->date.day ? DATE_DAY : DATE_MONTH;
	return true;
}

/* The term of a word in the title or first paragraph of an article; NULL. */
static const struct store_term *opening(
	const struct store *s, uint32_t article, uint32_t word)
{
	const struct store_term *t = vocabulary_term(s, article, word);

	return t && (t->title || t->lead) ? t : NULL;
}

/* The words of a sentence that another article opens with. */
struct shared {
	int n;
	bool common; /* one of them is no name */
	bool distinct; /* one of them is not in its own article's title */
};

static struct shared count_shared(struct glance *g, uint32_t article)
{
	uint32_t own = (uint32_t)(g->article - g->s->articles.v);
	size_t at = g->sentence.start;
	struct shared c = { 0 };
	struct str word;

	while (next_word(g, &at, g->sentence.end, &word)) {
		const struct lex_entry *e = lexicon_find(g->lex, word);
		uint32_t number = vocabulary_find(g->s, word);
		const struct store_term *t;

		if (number == STORE_NONE || lex_entry_in(e, LEX_month))
			continue;
		t = opening(g->s, article, number);
		/* In a title an everyday word says what it is about: talks. */
		if (!t || (!t->title && lex_entry_in(e, LEX_vague)))
			continue;
		c.n++;
		c.common |= !t->name;
		t = opening(g->s, own, number);
		c.distinct |= !t || !t->title;
	}
	return c;
}

static bool is_about(struct glance *g, const struct round *r)
{
	const uint32_t *list = g->s->round_articles.v + r->articles.first;
	bool is_day = g->date.precision >= DATE_DAY;

	for (uint32_t k = 0; k < r->articles.n && k < ARTICLES_MAX; k++) {
		struct shared c = count_shared(g, list[k]);

		if (c.n >= SHARED_MIN && c.common && (is_day || c.distinct))
			return true;
	}
	return false;
}

/* The place in the storyline after the last round that begins by a day. */
static uint32_t place_after(
	const struct store *s, const struct storyline *line, int32_t day)
{
	const uint32_t *list = s->storyline_rounds.v + line->rounds.first;
	uint32_t low = 0, high = line->rounds.n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		int32_t first = s->rounds.v[list[mid]].first;

		/* Rounds without a day come last. */
		if (first != STORE_NO_DAY && first <= day)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The one earlier round of those days; STORE_NONE: none, or several. */
static uint32_t find_round(const struct glance *g)
{
	const struct storyline *line = &g->s->storylines.v[g->own->storyline];
	const uint32_t *list = g->s->storyline_rounds.v + line->rounds.first;
	bool is_day = g->date.precision >= DATE_DAY;
	uint32_t at = place_after(
		g->s, line, g->last + (is_day ? REPORTED_WITHIN : 0));
	uint32_t found = STORE_NONE;

	for (int k = 0; k < ROUNDS_MAX && at-- > 0; k++) {
		const struct round *r = &g->s->rounds.v[list[at]];

		if (r == g->own || r->first == STORE_NO_DAY ||
			r->last < g->first || r->last >= g->own->first)
			continue;
		if (found != STORE_NONE)
			return STORE_NONE;
		found = list[at];
	}
	return found;
}

/* The start of the word before `at`, in the sentence. */
static size_t word_back(const struct glance *g, size_t at)
{
	while (at > g->sentence.start && ascii_is_space(g->text.p[at - 1]))
		at--;
	while (at > g->sentence.start && !ascii_is_space(g->text.p[at - 1]))
		at--;
	return at;
}

static size_t word_on(const struct glance *g, size_t at)
{
	while (at < g->sentence.end && ascii_is_space(g->text.p[at]))
		at++;
	while (at < g->sentence.end && !ascii_is_space(g->text.p[at]))
		at++;
	return at;
}

/* The date with the words before it; where it stands first, those after it. */
static struct range words_of(const struct glance *g)
{
	size_t start = g->span.start, end = g->span.end;

	for (int n = 0; n < WORDS_BEFORE; n++)
		start = word_back(g, start);
	while (start < g->span.start && ascii_is_space(g->text.p[start]))
		start++;
	for (int n = 0; start == g->span.start && n < WORDS_AFTER; n++)
		end = word_on(g, end);
	return (struct range){ (uint32_t)start, (uint32_t)end };
}

static bool has_digit(struct str text, size_t from, size_t end)
{
	while (from < end && !ascii_is_digit(text.p[from]))
		from++;
	return from < end;
}

/* A month that may be that of a figure ("rose 5 % in May", "May's orders") and
 * not that of an event: with numbers beside it, or right before the own one. */
static bool is_of_figures(const struct glance *g)
{
	if (g->date.precision >= DATE_DAY)
		return false;
	return g->last + 31 >= g->own->first ||
	       has_digit(g->text, g->sentence.start, g->span.start) ||
	       has_digit(g->text, g->span.end, g->sentence.end);
}

static void take_date(struct looker *l, struct glance *g)
{
	uint32_t round;

	if (!find_year(g) || !date_day_span(&g->date, &g->first, &g->last) ||
		g->first >= g->own->first || is_of_figures(g))
		return;
	round = find_round(g);
	if (round == STORE_NONE)
		return;
	for (size_t k = 0; k < l->list.n; k++)
		if (l->list.v[k].round == round)
			return;
	if (is_about(g, &g->s->rounds.v[round]))
		*vec_push(&l->list) = (struct looking){ round, words_of(g) };
}

static bool is_told(const struct block *b)
{
	return b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_STANDFIRST ||
	       b->kind == BLOCK_QUOTE || b->kind == BLOCK_LIST;
}

/* Whether the storyline has a round before the article's own. */
static bool has_past(const struct store *s, const struct round *own)
{
	const struct storyline *line = &s->storylines.v[own->storyline];
	const struct round *first =
		&s->rounds.v[s->storyline_rounds.v[line->rounds.first]];

	return own->first != STORE_NO_DAY && first->first != STORE_NO_DAY &&
	       first->first < own->first;
}

void looks_back_find(struct looker *l, const struct store *s, uint32_t article)
{
	const struct article *a = &s->articles.v[article];
	struct glance g = { .s = s,
		.article = a,
		.own = &s->rounds.v[a->round],
		.lex = lexicon_get(store_str(s, a->lang)),
		.text = store_str(s, a->text),
		.fold = &l->fold };

	l->list.n = 0;
	if (!has_past(s, g.own))
		return;
	for (uint32_t k = 0; k < a->blocks.n; k++) {
		const struct block *b = &s->blocks.v[a->blocks.first + k];
		struct str text = str_slice(g.text, 0, b->end);
		size_t at = b->start;

		while (is_told(b) &&
			date_find_month(text, at, g.lex, &g.date, &g.span)) {
			at = g.span.end;
			find_sentence(&g, b);
			take_date(l, &g);
		}
	}
}

void looker_release(struct looker *l)
{
	vec_free(&l->list);
	buf_release(&l->fold);
}
