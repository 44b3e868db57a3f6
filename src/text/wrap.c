#include "dateline/text/wrap.h"

#include "dateline/text/utf8.h"
#include "dateline/text/width.h"

#include <unictype.h>
#include <unilbrk.h>

/*
 * A line is loose that leaves more than this share of its columns empty: then
 * the word that did not fit may be parted. Half of Knuth and Plass's ("Breaking
 * Paragraphs into Lines", 1981) tolerance: they stretch each space by half.
 */
#define LOOSE_SHARE 10
/* Lines with a hyphen that may follow one another: more make a ladder (Chicago
 * Manual of Style: three at most). */
#define LADDER 2

/* A word is looked at as far as this many bytes: with the marks around it, more
 * than hyphenate() parts. */
#define WORD_LOOK 80

/* The state of one run without U+000A, with its break opportunities. */
struct wrapper {
	const struct wrap_style *style;
	struct str text;
	const char *breaks; /* u8_possible_linebreaks, from `base` on */
	uint32_t base;
	int columns;
	size_t mark; /* the first in style->marks behind the line's start */
	int ladder; /* lines with hyphens so far, without one between */
	struct lines *out;
};

/* A place where the line may end. */
struct stop {
	uint32_t at; /* the line's start: none */
	int columns; /* up to there, without spaces at the end */
	bool hyphen;
};

static void add_line(struct wrapper *w, uint32_t start, const struct stop *stop)
{
	uint32_t end = stop->at;

	while (end > start && w->text.p[end - 1] == ' ')
		end--;
	if (stop->hyphen)
		*vec_push(&w->out->hyphened) = (uint32_t)w->out->list.n;
	*vec_push(&w->out->list) = (struct range){ start, end };
}

/* A space alone: one that carries a mark is a character like others. */
static bool is_space(struct str text, size_t at, size_t cluster_end)
{
	return text.p[at] == ' ' && cluster_end == at + 1;
}

static uint32_t skip_spaces(const struct wrapper *w, uint32_t at, uint32_t end)
{
	struct str upto = str_of(w->text.p, end);
	int cols;

	while (at < end && w->text.p[at] == ' ' &&
		is_space(upto, at, text_cluster(upto, at, &cols)))
		at++;
	return at;
}

static bool is_soft_hyphen(struct str text, size_t end)
{
	return end >= 2 && text.p[end - 2] == '\xC2' &&
	       text.p[end - 1] == '\xAD';
}

/* The columns of the marks that stand behind what ends at `end`. */
static int mark_columns(const struct wrapper *w, size_t *mark, size_t end)
{
	int columns = 0;

	while (*mark < w->style->n_marks && w->style->marks[*mark].at <= end)
		columns += w->style->marks[(*mark)++].columns;
	return columns;
}

/* Between the letters of "U.S.", "e.g." and an address: LB29 of UAX #14, which
 * libunistring 1.0 does not obey. */
static bool is_infix(struct str text, size_t at)
{
	uint32_t next;

	if (str_chr(STR(".,:;"), text.p[at - 1], 0) == STR_NPOS)
		return false;
	utf8_decode(text, at, &next);
	return uc_is_property_alphabetic(next) &&
	       !uc_is_property_ideographic(next);
}

/* What is behind a cluster may stand on the next line: notes it in *last. */
static void note_stop(
	const struct wrapper *w, size_t at, int solid, struct stop *last)
{
	struct stop stop = { (uint32_t)at, solid, is_soft_hyphen(w->text, at) };

	if (w->breaks[at - w->base] != UC_BREAK_POSSIBLE ||
		is_infix(w->text, at))
		return;
	if (stop.hyphen && (!w->style->soft || solid + 1 > w->columns))
		return;
	*last = stop;
}

/* The end of the word that starts at `at`: where a line may end again. */
static uint32_t word_end(const struct wrapper *w, uint32_t at, uint32_t end)
{
	uint32_t i = at;

	while (i < end && w->text.p[i] != ' ' && i - at <= WORD_LOOK &&
		(i == at || w->breaks[i - w->base] != UC_BREAK_POSSIBLE))
		i++;
	return i;
}

/* How much of [from, end) the columns have room for. */
static uint32_t fitting(
	const struct wrapper *w, uint32_t from, uint32_t end, int room)
{
	struct str upto = str_of(w->text.p, end);
	size_t mark = w->mark;

	mark_columns(w, &mark, from);
	while (from < end) {
		int columns;
		size_t next = text_cluster(upto, from, &columns);

		room -= columns + mark_columns(w, &mark, next);
		if (room < 0)
			break;
		from = (uint32_t)next;
	}
	return from;
}

/* Parts the word behind the last stop, when the line is loose without. */
static void part_word(const struct wrapper *w, uint32_t end, struct stop *last)
{
	int room = w->columns - last->columns;
	uint32_t from, fits;
	size_t parted;

	if (!w->style->hyphens || w->ladder >= LADDER ||
		room * LOOSE_SHARE <= w->columns)
		return;
	/* Where the last stop is behind spaces, `columns` is without these. */
	from = last->at;
	for (uint32_t i = from; i > w->base && w->text.p[i - 1] == ' '; i--)
		room--;
	end = word_end(w, from, end);
	fits = fitting(w, from, end, room - 1);
	parted = hyphenate(
		w->style->hyphens, str_slice(w->text, from, end), fits - from);
	if (parted)
		*last = (struct stop){ from + (uint32_t)parted, 0, true };
}

/* The end of the line that starts at `at`: at a break, or where it is full. */
static struct stop line_end(const struct wrapper *w, uint32_t at, uint32_t end)
{
	struct str upto = str_of(w->text.p, end);
	struct stop last = { at, 0, false };
	size_t i = at, mark = w->mark;
	int used = 0, solid = 0;

	while (i < end) {
		int cols;
		size_t next = text_cluster(upto, i, &cols);

		if (i > at)
			note_stop(w, i, solid, &last);
		cols += mark_columns(w, &mark, next);
		/* Spaces may hang over the edge: they are dropped there. */
		if (used + cols > w->columns && !is_space(upto, i, next))
			break;
		used += cols;
		if (!is_space(upto, i, next))
			solid = used;
		i = next;
	}
	if (i >= end)
		return (struct stop){ end, solid, false };
	part_word(w, end, &last);
	if (last.at > at)
		return last;
	if (i == at) {
		int cols;

		i = text_cluster(upto, at, &cols);
	}
	return (struct stop){ (uint32_t)i, solid, false };
}

static void wrap_run(struct wrapper *w, uint32_t start, uint32_t end)
{
	uint32_t at = start;

	w->ladder = 0;
	if (start == end)
		add_line(w, start, &(struct stop){ end, 0, false });
	while (at < end) {
		struct stop stop = line_end(w, at, end);

		add_line(w, at, &stop);
		w->ladder = stop.hyphen ? w->ladder + 1 : 0;
		mark_columns(w, &w->mark, stop.at);
		at = skip_spaces(w, stop.at, end);
	}
}

void text_wrap_as(struct str text, struct range range,
	const struct wrap_style *style, struct lines *out)
{
	size_t n = range.end - range.start;
	struct str upto = str_slice(text, 0, range.end);
	struct wrapper w = { .style = style,
		.text = text,
		.base = range.start,
		.columns = style->columns < 1 ? 1 : style->columns,
		.out = out };
	uint32_t at = range.start;
	char *breaks;

	if (n == 0)
		return;
	w.breaks = breaks = mem_alloc(n);
	u8_possible_linebreaks(
		(const uint8_t *)text.p + range.start, n, "UTF-8", breaks);
	mark_columns(&w, &w.mark, range.start);
	while (at < range.end) {
		size_t nl = str_chr(upto, '\n', at);
		uint32_t end = nl < range.end ? (uint32_t)nl : range.end;

		wrap_run(&w, at, end);
		at = end + 1;
	}
	free(breaks);
}

void text_wrap(
	struct str text, struct range range, int columns, struct lines *out)
{
	const struct wrap_style style = { .columns = columns };

	text_wrap_as(text, range, &style, out);
}

void lines_clear(struct lines *lines)
{
	lines->list.n = lines->hyphened.n = 0;
}

void lines_release(struct lines *lines)
{
	vec_free(&lines->list);
	vec_free(&lines->hyphened);
}
