/*
 * Where the article is in a page dump: each block gets a value, and the body
 * is the run of blocks with the largest sum (Kadane's algorithm; Bentley,
 * Programming Pearls, column 8), cut at the heading of what follows. The
 * values were tuned on w3m and lynx dumps of 400 pages of the trafilatura set
 * and 41 news pages of the readability set; no single one of them moves F1 by
 * more than .01 when changed by a third, but GAP_FREE (.025).
 */
#include "input/lead.h"
#include "input/phrase.h"
#include "input/plain.h"

#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"
#include "dateline/text/language.h"
#include "dateline/text/utf8.h"

enum {
	SENTENCE_MIN = 60, /* characters of a block that is surely prose */
	SENTENCE_SHORT = 25,
	VALUE_MAX = 420, /* of one block: a single long one is no article */
	PROSE_MIN = 100, /* that ends in no sentence but holds one */
	VALUE_LINKS = 10, /* off for each link in a sentence */
	VALUE_SHORT = -14,
	VALUE_SHORT_LINK = -20,
	VALUE_BULLET = -20,
	VALUE_BULLET_LINK = -25,
	VALUE_JUNK = -60,
	PROSE_PART = 5, /* tenths of such a block's length */
	STOPS_PART = 30, /* % of stop words in prose */
	WORDS_BYTES = 600, /* of a block, to count words in */
	WEAK_PART = 8,
	WEAK_MAX = 180, /* of one that may be furniture */
	JUNK_MAX = 300, /* characters of furniture that is a sentence */
	GAP_FREE = 2, /* short lines until their value is halved */
	VALUE_TEASER = -200,
	VALUE_TAIL = -120,
	TEASER_MAX = 260, /* characters; longer, "…" ends a paragraph */
	TEASER_GAP = 3, /* menu lines before a teaser, at least */
	TEASER_BLOCKS = 1, /* of prose that stand together in one */
	CLOSED_MIN = 400, /* sum of a run that a heading of comments closes */
	CLOSED_PART = 2, /* behind it, prose is worth the half */
	TAIL_AFTER = 65 /* % of the run before a tail heading cuts it */
};

static bool is_closing(uint32_t cp)
{
	return cp == '"' || cp == '\'' || cp == ')' || cp == ']' ||
	       cp == 0x201D || cp == 0x201C || cp == 0x2019 || cp == 0x2018 ||
	       cp == 0xBB || cp == 0xAB;
}

bool plain_ends_sentence(struct str s)
{
	uint32_t cp = 0;
	size_t closing = 0;

	while (s.n) {
		size_t at = utf8_prev(s, s.n);

		utf8_decode(s, at, &cp);
		if (!is_closing(cp) && cp != ' ')
			break;
		s.n = at;
		closing++;
	}
	return s.n && (cp == '.' || cp == '!' || cp == '?' || cp == ':' ||
			      cp == 0x2026 || cp == 0x3002 || cp == 0x0964 ||
			      cp == 0x061F || cp == 0x06D4 || cp == 0xFF01 ||
			      cp == 0xFF1F || (closing && cp == ','));
}

bool plain_is_cut(struct str s)
{
	while (s.n && (s.p[s.n - 1] == ']' || s.p[s.n - 1] == ')' ||
			      s.p[s.n - 1] == ' '))
		s.n--;
	return str_ends(s, STR("...")) || str_ends(s, STR("\xE2\x80\xA6"));
}

/* The language of the prose: of the first long blocks, menus left out. */
static const struct lexicon *guess_language(struct plain *p)
{
	struct buf prose = { 0 };
	const char *lang;

	for (size_t i = 0; i < p->blocks.n && prose.n < LANGUAGE_BYTES; i++) {
		const struct plain_block *b = &p->blocks.v[i];

		if (b->points < SENTENCE_MIN || !b->sentence)
			continue;
		buf_add(&prose, utf8_cut(b->text, LANGUAGE_BYTES));
		buf_add_c(&prose, ' ');
	}
	lang = language_guess(prose.n ? buf_str(&prose) : buf_str(&p->text));
	buf_release(&prose);
	p->lang = str_from_c(lang);
	return lexicon_get(p->lang);
}

/* A sentence ends inside: a full stop, a space, and more behind it. */
static bool holds_sentence(struct str s)
{
	for (size_t at = str_find(s, STR(". "), 0); at != STR_NPOS;
		at = str_find(s, STR(". "), at + 2))
		if (at > 2 && at + 3 < s.n && ascii_is_alnum(s.p[at - 1]) &&
			ascii_is_alnum(s.p[at - 2]) &&
			!ascii_is_digit(s.p[at - 1]))
			return true;
	return false;
}

/* What the blocks that are no article are worth. */
static int value_of_furniture(const struct plain_block *b)
{
	if (b->tail)
		return VALUE_TAIL;
	if (b->junk)
		return VALUE_JUNK;
	return plain_is_cut(b->text) && b->points < TEASER_MAX ? VALUE_TEASER
							       : 0;
}

static int value_of_prose(const struct plain_block *b)
{
	int n = (int)(b->points < VALUE_MAX ? b->points : VALUE_MAX);

	if (b->weak && !b->bullet && b->sentence)
		return n / WEAK_PART;
	if (b->sentence && b->points >= SENTENCE_MIN)
		return n - b->links * VALUE_LINKS;
	if (b->points >= PROSE_MIN && (holds_sentence(b->text) || b->prose))
		return n * PROSE_PART / 10 - b->links * VALUE_LINKS;
	return b->sentence && !b->bullet && b->points >= SENTENCE_SHORT
		       ? n * 7 / 10
		       : 0;
}

static int value_of(const struct plain_block *b)
{
	int value = value_of_furniture(b);

	if (value == 0)
		value = value_of_prose(b);
	if (value != 0)
		return value;
	if (b->bullet)
		return b->links ? VALUE_BULLET_LINK : VALUE_BULLET;
	return b->links ? VALUE_SHORT_LINK : VALUE_SHORT;
}

/* "© 2008 …", "Copyright …". */
static bool is_copyright(struct str s)
{
	return str_starts(s, STR("\xC2\xA9")) ||
	       str_starts_nocase(s, STR("copyright ")) ||
	       str_starts_nocase(s, STR("(c) "));
}

/*
 * Counts the words of a block that say what it is: stop words, which prose is
 * full of, and words of page furniture ("newsletter", "cookies").
 */
static void read_words(
	struct plain_block *b, const struct lexicon *lex, struct buf *folded)
{
	struct str text = utf8_cut(b->text, WORDS_BYTES), rest, word;
	unsigned words = 0, stops = 0, junk = 0;

	buf_clear(folded);
	text_fold(folded, text);
	rest = buf_str(folded);
	while (phrase_word(&rest, &word)) {
		while (word.n && !ascii_is_alpha(word.p[word.n - 1]) &&
			word.p[word.n - 1] >= 0)
			word.n--;
		words++;
		stops += lexicon_has(lex, word, LEX_stop);
		junk += phrase_has(word, lex, LEX_furniture);
	}
	if (is_copyright(b->text))
		junk += 2;
	b->weak = junk > 0 && b->points <= WEAK_MAX;
	b->prose = words >= 8 && stops * 100 >= words * STOPS_PART;
	b->junk = junk > (b->sentence && b->points >= SENTENCE_SHORT) &&
		  b->points <= JUNK_MAX;
}

/* What a block adds to a run: the more short lines stand together, the less
 * each of them says, because a long menu or advertisement may stand between
 * two paragraphs. */
static int cost(int value, int *gap)
{
	if (value > 0 || value < VALUE_BULLET_LINK) {
		*gap = 0;
		return value;
	}
	return value * GAP_FREE / (GAP_FREE + (*gap)++);
}

/*
 * The run of blocks with the largest sum; empty when none is above 0. What
 * stands behind the heading of the comments counts less, because comments are
 * prose as well, and may be longer than the article (w3m and lynx dumps of
 * trafilatura: F1 .878, .881 -> .881, .884).
 */
static void best_run(struct plain *p)
{
	long sum = 0, best = 0;
	size_t start = 0;
	int gap = 0;
	bool closed = false;

	p->start = p->end = 0;
	for (size_t i = 0; i < p->blocks.n; i++) {
		const struct plain_block *b = &p->blocks.v[i];
		int value = b->value;

		if (sum <= 0) {
			sum = 0;
			start = i;
		}
		closed = closed || (b->tail && b->weak && best >= CLOSED_MIN);
		if (closed && value > 0)
			value /= CLOSED_PART;
		sum += cost(value, &gap);
		if (sum > best) {
			best = sum;
			p->start = start;
			p->end = i + 1;
		}
	}
}

static void cut_tail(struct plain *p)
{
	uint64_t total = 0, before = 0;

	for (size_t i = p->start; i < p->end; i++)
		total += p->blocks.v[i].points;
	for (size_t i = p->start; i < p->end; i++) {
		if (p->blocks.v[i].tail && before * 100 >= total * TAIL_AFTER)
			p->end = i;
		before += p->blocks.v[i].points;
	}
	while (p->end > p->start && p->blocks.v[p->end - 1].value < 0)
		p->end--;
}

/*
 * Behind the article stand teasers: single blocks of prose among menu lines.
 * They go from the end, up to prose that stands together.
 */
static void cut_teasers(struct plain *p)
{
	while (p->end > p->start + 1) {
		size_t i = p->end - 1, gap;

		while (i > p->start && p->blocks.v[i - 1].value > 0)
			i--;
		gap = i;
		while (gap > p->start && p->blocks.v[gap - 1].value <= 0)
			gap--;
		if (gap == p->start || i - gap < TEASER_GAP ||
			p->end - i > TEASER_BLOCKS)
			return;
		p->end = gap;
	}
}

static bool is_plain_sentence(const struct plain_block *b)
{
	return b->sentence && !b->tail && !b->junk && !b->bullet;
}

/* A short text with no furniture is the article whole, but for its title. */
static void keep_whole(struct plain *p)
{
	size_t first = p->start, last = p->end;

	while (first > 1 && is_plain_sentence(&p->blocks.v[first - 1]))
		first--;
	if (first == 1)
		p->start = first;
	while (last < p->blocks.n && is_plain_sentence(&p->blocks.v[last]))
		last++;
	if (last == p->blocks.n)
		p->end = last;
}

/* A paragraph that a hard line end cut still opens with its dateline. */
static bool has_dateline(const struct plain *p, const struct plain_block *b)
{
	struct dateline line;

	return lead_dateline(b->text, p->lex, &line) &&
	       (line.agency.n || line.date.month);
}

static bool names_comments(const struct plain *p, struct str heading)
{
	struct str word;

	while (phrase_word(&heading, &word))
		if (phrase_is(phrase_unquoted(word), p->lex, LEX_comments))
			return true;
	return false;
}

void plain_find_body(struct plain *p)
{
	struct buf folded = { 0 };

	p->lex = guess_language(p);
	for (size_t i = 0; i < p->blocks.n; i++) {
		struct plain_block *b = &p->blocks.v[i];

		read_words(b, p->lex, &folded);
		b->tail = lead_is_tail_heading(b->text, p->lex);
		b->comments = b->tail && names_comments(p, b->text);
		b->sentence = b->sentence || has_dateline(p, b);
		b->value = value_of(b);
	}
	buf_release(&folded);
	best_run(p);
	if (p->start == p->end) {
		p->end = p->blocks.n;
		p->bare = true;
		return;
	}
	cut_tail(p);
	cut_teasers(p);
	keep_whole(p);
}
