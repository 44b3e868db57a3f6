/* The dateline, and what a finished article says of itself in its text. */
#include "input/lead.h"

#include "dateline/base/ascii.h"
#include "dateline/text/language.h"
#include "dateline/text/utf8.h"
#include "input/phrase.h"

enum {
	DATELINE_MAX = 110, /* bytes up to its dash */
	PLACE_MAX = 60,
	PLACE_WORDS_MAX = 7,
	AGENCY_MAX = 40,
	AGENCY_WORDS_MAX = 4 /* of one in no list */
};

/* The dash that ends a dateline, with the spaces around it. */
struct dash {
	size_t start, end;
};

/* Length of the dash at `at`: "–", "—", "―", " - ", " -- ", " _ ", or the
 * colon behind an agency; 0: none. */
static size_t dash_at(struct str s, size_t at)
{
	static const char *const dashes[] = { "\xE2\x80\x93", "\xE2\x80\x94",
		"\xE2\x80\x95", " -- ", "-- ", " - ", " _ " };
	struct str rest = str_slice(s, at, s.n);

	for (size_t i = 0; i < sizeof dashes / sizeof dashes[0]; i++)
		if (str_starts(rest, str_from_c(dashes[i])))
			return strlen(dashes[i]);
	if (at > 0 && s.p[at - 1] == ')')
		return str_starts(rest, STR(": ")) ||
				       str_starts(rest, STR("- "))
			       ? 2
		       : str_starts(rest, STR(".- ")) ? 3
						      : 0;
	return 0;
}

static bool find_dash(struct str s, struct dash *dash)
{
	size_t limit = s.n < DATELINE_MAX ? s.n : DATELINE_MAX;

	for (size_t at = 0; at < limit; at++) {
		size_t n = dash_at(s, at);

		if (n == 0)
			continue;
		dash->start = at;
		dash->end = at + n;
		while (dash->end < s.n && s.p[dash->end] == ' ')
			dash->end++;
		return dash->end < s.n;
	}
	return false;
}

static bool is_upper_word(struct str word)
{
	size_t letters = 0;

	for (size_t i = 0; i < word.n; i++) {
		if (word.p[i] >= 'a' && word.p[i] <= 'z')
			return false;
		letters += ascii_is_upper(word.p[i]);
	}
	return letters >= 2;
}

/* A place reads as words in capitals, with short connectives between. */
static bool is_place(struct str s)
{
	struct str word;
	size_t words = 0;

	if (s.n > PLACE_MAX || !phrase_is_capital(s))
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (ascii_is_digit(s.p[i]) || strchr("\"?!:;|", s.p[i]))
			return false;
	while (phrase_word(&s, &word)) {
		if (!phrase_is_capital(word) && word.n > 3)
			return false;
		/* A full stop ends a sentence, unless it shortens: "St.". */
		if (word.p[word.n - 1] == '.' && word.n > 5)
			return false;
		words++;
	}
	return words <= PLACE_WORDS_MAX;
}

/* The first part of a place, up to its comma or slash. */
static struct str first_part(struct str place)
{
	size_t at = 0;

	while (at < place.n && place.p[at] != ',' && place.p[at] != '/')
		at++;
	return str_slice(place, 0, at);
}

static bool is_upper_place(struct str place)
{
	struct str part = first_part(place), word;
	bool any = false;

	while (phrase_word(&part, &word)) {
		if (word.n > 3 && !is_upper_word(word))
			return false;
		any = any || (word.n > 2 && is_upper_word(word));
	}
	return any;
}

/* An agency known by name, or joined names of which the first is. */
static bool is_agency(struct str s, const struct lexicon *lex)
{
	return s.n >= 2 && s.n <= AGENCY_MAX &&
	       (phrase_is(s, lex, LEX_agency) ||
		       phrase_is(first_part(s), lex, LEX_agency) ||
		       phrase_prefix(s, lex, LEX_agency, NULL) > 0);
}

/* Behind a place in capitals any name in brackets is an agency, because news
 * style sets nothing else there; behind others, one with a word for it:
 * "Kelm (Coast Wire)", but not "Ada Lind (Coast Party)". */
static bool is_agency_of(
	struct str place, struct str s, const struct lexicon *lex)
{
	bool sure = is_upper_place(place);
	struct str rest = s, word;
	size_t words = 0;

	if (s.n < 2 || s.n > AGENCY_MAX)
		return false;
	while (phrase_word(&rest, &word)) {
		if (!phrase_is_capital(word) && word.n > 3)
			return false;
		sure = sure || phrase_is(word, lex, LEX_agency_word);
		words++;
	}
	return sure && words <= AGENCY_WORDS_MAX && phrase_is_capital(s);
}

/* Takes "(Reuters)", "/Reuters/" or "(May 14)" off the end of the head. */
static void take_brackets(
	struct str *head, const struct lexicon *lex, struct dateline *out)
{
	struct str inner, place;
	struct range span;
	bool slashes = str_ends(*head, STR("/"));
	size_t open;

	if (!slashes && !str_ends(*head, STR(")")))
		return;
	open = str_chr(*head, slashes ? '/' : '(', 0);
	if (open == STR_NPOS || open + 1 >= head->n)
		return;
	inner = str_trim(str_slice(*head, open + 1, head->n - 1));
	place = str_trim(str_slice(*head, 0, open));
	if (is_agency(inner, lex))
		out->agency = inner;
	else if (!date_find(inner, 0, lex, &out->date, &span)) {
		if (!is_agency_of(place, inner, lex))
			return;
		out->agency = inner;
	}
	*head = place;
}

/* Takes ", May 14" off the end of the head. */
static void take_date(
	struct str *head, const struct lexicon *lex, struct dateline *out)
{
	struct range span;
	struct date d;

	while (head->n && strchr(" ,", head->p[head->n - 1]))
		head->n--;
	if (!date_find(*head, 0, lex, &d, &span) || span.end + 1 < head->n)
		return;
	out->date = d;
	*head = str_slice(*head, 0, span.start);
	while (head->n && strchr(" ,", head->p[head->n - 1]))
		head->n--;
}

bool lead_dateline(
	struct str paragraph, const struct lexicon *lex, struct dateline *out)
{
	struct dash dash;
	struct str head;

	*out = (struct dateline){ .date.zone = DATE_NO_ZONE };
	if (!find_dash(paragraph, &dash))
		return false;
	head = str_trim(str_slice(paragraph, 0, dash.start));
	take_brackets(&head, lex, out);
	take_date(&head, lex, out);
	if (!out->agency.n)
		take_brackets(&head, lex, out);
	if (head.n == 0 ? !out->agency.n : !is_place(head))
		return false;
	/* Neither agency nor day: "BAGHDAD –", "Berlin –", but no clause. */
	if (!out->agency.n && !out->date.month &&
		(!phrase_is_capital(phrase_unquoted(
			 str_slice(paragraph, dash.end, paragraph.n))) ||
			(!is_upper_place(head) &&
				!phrase_is(first_part(head), lex, LEX_gpe))))
		return false;
	if (phrase_is(head, lex, LEX_tail) || phrase_is(head, lex, LEX_note) ||
		phrase_is(head, lex, LEX_caption))
		return false;
	out->place = head;
	out->length = dash.end;
	return true;
}

enum {
	/* "sun", "sat", "So" are other words as well. */
	WEEKDAY_MIN = 5,
	LEAD_PARAGRAPHS = 2 /* that say on what day it happened */
};

/* The first weekday named in s, Monday 1; 0: none. */
static uint8_t weekday_in(struct str s, const struct lexicon *lex)
{
	struct str word;

	while (phrase_word(&s, &word)) {
		size_t n = 0;
		unsigned value;

		while (n < word.n &&
			(ascii_is_alpha(word.p[n]) ||
				(uint8_t)word.p[n] >= 0xC3) &&
			(uint8_t)word.p[n] != 0xE2)
			n += word.p[n] < 0 ? 2 : 1;
		value = n < WEEKDAY_MIN ? 0
					: phrase_value(str_slice(word, 0, n),
						  lex, LEX_weekday);
		if (value)
			return (uint8_t)value;
	}
	return 0;
}

/* Month and day of the dateline: a date when it names the year, else a hint. */
static void take_day(struct doc *d, const struct date *said)
{
	if (said->year && d->date.year == 0) {
		d->date = *said;
		d->date_basis = BASIS_TEXT;
	}
	if (said->month && d->hint.month == 0) {
		d->hint.month = said->month;
		d->hint.day = said->day;
		if (said->weekday)
			d->hint.weekday = said->weekday;
	}
}

/* The dateline leaves the block it opens: the block starts behind it. */
static void take_dateline(
	struct doc_builder *b, struct block *block, const struct lexicon *lex)
{
	struct str text =
		str_slice(buf_str(&b->text), block->start, block->end);
	struct dateline got;

	if (!lead_dateline(text, lex, &got))
		return;
	if (!b->doc.dateline.n)
		b->doc.dateline = doc_clean(b, got.place);
	/* The agency wrote it, whatever site the copy was saved from. */
	if (got.agency.n &&
		(!b->doc.source.n || str_eq(b->doc.source, b->doc.site)))
		b->doc.source = doc_clean(b, got.agency);
	take_day(&b->doc, &got.date);
	block->start += (uint32_t)got.length;
}

void lead_complete(struct doc_builder *b)
{
	struct str text = buf_str(&b->text);
	const struct lexicon *lex;
	size_t paragraphs = 0;

	if (!b->doc.lang.n)
		b->doc.lang = str_from_c(language_guess(text));
	lex = lexicon_get(b->doc.lang);
	for (size_t i = 0; i < b->blocks.n && paragraphs < LEAD_PARAGRAPHS;
		i++) {
		struct block *block = &b->blocks.v[i];

		if (block->kind != BLOCK_PARAGRAPH &&
			block->kind != BLOCK_STANDFIRST)
			continue;
		if (paragraphs == 0)
			take_dateline(b, block, lex);
		if (b->doc.hint.weekday == 0)
			b->doc.hint.weekday = weekday_in(
				str_slice(text, block->start, block->end), lex);
		paragraphs += block->kind == BLOCK_PARAGRAPH;
	}
}
