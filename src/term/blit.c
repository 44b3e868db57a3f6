#include "term/blit.h"

#include "dateline/text/translit.h"
#include "dateline/text/utf8.h"

#include <curses.h>
#include <wchar.h>

#define FLAG_A 0x1F1E6 /* regional indicators: a flag is two of them */
#define FLAG_Z 0x1F1FF
/* Left-to-right mark: it has no width, and ends a run from right to left. None
 * comes from a text: the gate drops them (sanitize.h). */
#define LRM L'\x200E'

/* What curses is given for a cell: a character with its marks, ended by 0, and
 * for the second column a character of its own unless the first is wide. */
struct glyph {
	wchar_t chars[CCHARW_MAX + 1];
	wchar_t second;
	bool wide;
};

/*
 * The code points of a cell, at most as many as curses keeps in one; their
 * number. Only marks may follow the base: what takes columns of its own would
 * move the rest of the row, so of a sequence (a family, a flag) the first
 * stands for all, without what joins it to the next.
 */
static size_t cell_chars(const struct cell *c, wchar_t *out)
{
	struct str s = str_of(c->bytes, c->n);
	size_t n = 0;

	for (size_t at = 0; at < s.n && n < CCHARW_MAX;) {
		uint32_t cp;

		at += utf8_decode(s, at, &cp);
		if (n > 0 && wcwidth((wchar_t)cp) != 0)
			return 1;
		out[n++] = (wchar_t)cp;
	}
	return n;
}

/* A flag as the letters of its country: terminals differ in the columns they
 * give to half a flag. */
static bool flag_glyph(const struct cell *c, struct glyph *g)
{
	struct str s = str_of(c->bytes, c->n);
	uint32_t first, second;
	size_t n = utf8_decode(s, 0, &first);

	if (first < FLAG_A || first > FLAG_Z || n >= s.n)
		return false;
	utf8_decode(s, n, &second);
	g->chars[0] = (wchar_t)('A' + (first - FLAG_A));
	g->chars[1] = 0;
	if (second >= FLAG_A && second <= FLAG_Z)
		g->second = (wchar_t)('A' + (second - FLAG_A));
	return true;
}

/*
 * The C library's idea of a character's width, which curses moves the cursor
 * by, may differ from ours: then the base stands alone (selectors change
 * widths), or "?" where it would not fit.
 */
static void cell_glyph(
	const struct blitter *b, const struct cell *c, struct glyph *g)
{
	size_t n;
	int width;

	*g = (struct glyph){ .second = L' ' };
	if (c->n == 1 || !b->utf8) {
		g->chars[0] = (wchar_t)text_to_ascii(str_of(c->bytes, c->n));
		return;
	}
	if (flag_glyph(c, g))
		return;
	n = cell_chars(c, g->chars);
	width = n ? wcwidth(g->chars[0]) : -1;
	if (width < 1 || width > c->width) {
		g->chars[0] = L'?';
		width = 1;
		n = 1;
	}
	g->wide = width == 2;
	g->chars[width == c->width ? n : 1] = 0;
}

/* A cell with as many marks as curses keeps goes without. */
static void end_rtl(
	const struct blitter *b, const struct cell *c, struct glyph *g)
{
	size_t n = wcslen(g->chars);

	if (!c->ends_rtl || !b->utf8 || n >= CCHARW_MAX)
		return;
	g->chars[n] = LRM;
	g->chars[n + 1] = 0;
}

static bool is_blank(const struct cell *c)
{
	return c->n == 0 || (c->n == 1 && c->bytes[0] == ' ');
}

static const struct paint *cell_paint(
	const struct blitter *b, const struct cell *c)
{
	static const struct paint plain = { 0 };

	if (c->style >= STYLE_COUNT)
		return &plain;
	return c->n ? &b->palette->paints[c->style][c->marks & (MARK_SETS - 1)]
		    : &b->palette
			       ->fillers[c->style][c->marks & (MARK_SETS - 1)];
}

/*
 * The paint of a blank. Where nothing of its own would show, it takes that of
 * the text before it, so that a run of words is sent without changes of
 * attributes; after the last word, that of an erased line.
 */
static const struct paint *blank_paint(
	const struct paint *own, const struct paint *before, bool trailing)
{
	static const struct paint plain = { 0 };

	if (own->solid)
		return own;
	return trailing || before->solid ? &plain : before;
}

/*
 * The paint of a character. Plain text after a colour is in a pair of its own:
 * curses then takes back the colour ("39") and does not reset all besides,
 * which are 3 bytes more for each such change. In a row only: each row starts
 * in pair 0, as after an erasure.
 */
static const struct paint *text_paint(const struct blitter *b,
	const struct paint *own, const struct paint *before)
{
	bool plain = own->pair == 0 && !own->attributes;

	return plain && before->pair && !before->attributes ? &b->palette->back
							    : own;
}

static cchar_t *put(
	cchar_t *out, const wchar_t *chars, const struct paint *paint)
{
	int pair = paint->pair;

	setcchar(out, chars, paint->attributes, 0, &pair);
	return out + 1;
}

/* A cell of one or two columns; gives where the next one goes. */
static cchar_t *put_cell(const struct blitter *b, cchar_t *out,
	const struct cell *c, const struct paint *paint)
{
	struct glyph g;

	if (is_blank(c)) {
		bool ends = c->ends_rtl && b->utf8;

		return put(out, ends ? (const wchar_t[]){ L' ', LRM, 0 } : L" ",
			paint);
	}
	if (c->n == 1 && c->bytes[0] > ' ' && c->bytes[0] <= '~' &&
		!c->ends_rtl)
		return put(out, (const wchar_t[]){ c->bytes[0], 0 }, paint);
	cell_glyph(b, c, &g);
	end_rtl(b, c, &g);
	out = put(out, g.chars, paint);
	if (c->width == 2 && !g.wide)
		out = put(out, (const wchar_t[]){ g.second, 0 }, paint);
	return out;
}

/* The column after the last cell of the row that is not blank. */
static int text_end(const struct cell *cells, int cols)
{
	while (cols > 0 && is_blank(&cells[cols - 1]) &&
		!(cols > 1 && cells[cols - 2].width == 2))
		cols--;
	return cols;
}

/* The cells of a row that are not as they were: [first, end). */
struct span {
	int first, end;
};

static bool is_same(const struct cell *a, const struct cell *b)
{
	return memcmp(a, b, sizeof *a) == 0;
}

/* Of rows that differ. Never half a wide cell. */
static struct span changed_span(
	const struct cell *before, const struct cell *now, int cols)
{
	struct span s = { 0, cols };

	while (is_same(&before[s.first], &now[s.first]))
		s.first++;
	while (is_same(&before[s.end - 1], &now[s.end - 1]))
		s.end--;
	if (s.first > 0 && now[s.first].width == 0)
		s.first--;
	if (now[s.end - 1].width == 2)
		s.end++;
	return s;
}

static void blit_span(
	struct blitter *b, int row, const struct cell *cells, struct span s)
{
	static const struct paint plain = { 0 };
	const struct paint *paint = &plain;
	cchar_t *out = b->row;
	int end = text_end(cells, b->cols);

	for (int col = 0; col < s.end; col++) {
		const struct cell *c = &cells[col];
		const struct paint *own = cell_paint(b, c);

		paint = is_blank(c) ? blank_paint(own, paint, col >= end)
				    : text_paint(b, own, paint);
		if (col >= s.first)
			out = put_cell(b, out, c, paint);
		/* A mark moves: blanks beside it stay as they are. */
		if (c->marks)
			paint = &plain;
		col += c->width == 2;
	}
	mvadd_wchnstr(row, s.first, b->row, (int)(out - (cchar_t *)b->row));
}

static int text_start(const struct cell *cells, int end)
{
	int col = 0;

	while (col < end && is_blank(&cells[col]))
		col++;
	return col;
}

/* About what a move, and an erasure to the end of the row, take. */
#define MOVE_BYTES 6
#define ERASE_BYTES 3

/* How many bytes fewer a row is when all is erased before it is drawn; without
 * changes of looks. */
static int erasing_saves(
	const struct cell *before, const struct cell *now, int cols)
{
	int end = text_end(now, cols), start = text_start(now, end);
	struct span s;
	int saved = 0;

	if (memcmp(before, now, (size_t)cols * sizeof *now) == 0)
		return end > 0 ? start - end - MOVE_BYTES : 0;
	s = changed_span(before, now, cols);
	if (text_end(before, cols) > end)
		saved = ERASE_BYTES + (end == 0 ? MOVE_BYTES : 0);
	if (s.end < end)
		saved -= end - s.end;
	/* Blanks over what was there, or text that could stay. */
	return saved + (start - s.first);
}

/*
 * Another kind of screen shares little with the one before, and has blanks
 * where that had words. Measured at 80x24: an article opened from the list
 * 1 655 → 1 498 bytes, another one 1 498 → 1 364; pages of lists and articles
 * are drawn over as before. What is saved must be worth a screen that is empty
 * for a moment on a slow line.
 */
#define ERASING_PAYS 48

static void erase_shown(struct blitter *b, const struct screen *s)
{
	size_t cols = (size_t)s->cols;
	int saved = 0;

	for (int row = 0; row < s->rows; row++)
		saved += erasing_saves(b->shown + (size_t)row * cols,
			screen_at(s, row, 0), s->cols);
	if (saved < ERASING_PAYS)
		return;
	memset(b->shown, 0, (size_t)s->rows * cols * sizeof *b->shown);
	clearok(curscr, TRUE);
}

static void set_size(struct blitter *b, const struct screen *s)
{
	blit_release(b);
	b->rows = s->rows;
	b->cols = s->cols;
	b->shown =
		mem_calloc((size_t)s->rows * (size_t)s->cols, sizeof *b->shown);
	b->row = mem_calloc((size_t)s->cols + 2, sizeof(cchar_t));
	erase();
}

/*
 * Moves what moves, so that only the rows that come in sight differ. Those are
 * not known to be anything: a cell without width is none.
 */
static void scroll_shown(struct blitter *b, const struct screen *s)
{
	size_t row = (size_t)s->cols;
	int by = s->scrolled_by, kept = s->scrolled_rows - abs(by);
	struct cell *top = b->shown + (size_t)s->scrolled_row * row;
	struct cell *moved = top + (by < 0 ? (size_t)-by : 0) * row;
	struct cell *fresh = top + (by > 0 ? (size_t)kept : 0) * row;

	scrollok(stdscr, TRUE);
	setscrreg(s->scrolled_row, s->scrolled_row + s->scrolled_rows - 1);
	scrl(by);
	setscrreg(0, s->rows - 1);
	scrollok(stdscr, FALSE);
	memmove(moved, top + (by > 0 ? (size_t)by : 0) * row,
		(size_t)kept * row * sizeof *top);
	memset(fresh, 0, (size_t)abs(by) * row * sizeof *top);
}

void blit(struct blitter *b, const struct screen *s)
{
	size_t row_bytes = (size_t)s->cols * sizeof(struct cell);

	if (!b->shown || b->rows != s->rows || b->cols != s->cols)
		set_size(b, s);
	else if (s->scrolled_by)
		scroll_shown(b, s);
	else if (s->anew)
		erase_shown(b, s);
	for (int row = 0; row < s->rows; row++) {
		const struct cell *cells = screen_at(s, row, 0);
		struct cell *shown = b->shown + (size_t)row * (size_t)s->cols;

		if (!memcmp(shown, cells, row_bytes))
			continue;
		blit_span(b, row, cells, changed_span(shown, cells, s->cols));
		memcpy(shown, cells, row_bytes);
	}
}

const struct paint *blit_cell(const struct blitter *b, const struct cell *c,
	const struct paint *before, struct buf *out)
{
	struct glyph g;

	if (c->width == 0)
		return before;
	if (is_blank(c)) {
		buf_add_c(out, ' ');
		return blank_paint(cell_paint(b, c), before, false);
	}
	cell_glyph(b, c, &g);
	for (size_t i = 0; g.chars[i]; i++)
		buf_add_cp(out, (uint32_t)g.chars[i]);
	if (c->width == 2 && !g.wide)
		buf_add_cp(out, (uint32_t)g.second);
	return cell_paint(b, c);
}

void blit_reset(struct blitter *b)
{
	b->rows = 0;
}

void blit_release(struct blitter *b)
{
	free(b->shown);
	free(b->row);
	b->shown = NULL;
	b->row = NULL;
}
