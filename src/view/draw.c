#include "draw.h"

#include "dateline/text/bidi.h"
#include "dateline/text/sanitize.h"
#include "dateline/text/translit.h"
#include "dateline/text/utf8.h"
#include "dateline/text/width.h"

struct str glyph_str(enum glyph g, bool ascii)
{
	static const struct {
		const char *utf8, *ascii;
	} glyphs[GLYPH_COUNT] = {
		[GLYPH_ELLIPSIS] = { "…", ".." },
		[GLYPH_BAR] = { "▌", "|" },
		[GLYPH_THIN_BAR] = { "╎", ":" },
		[GLYPH_DOT] = { "·", "-" },
		[GLYPH_RULE] = { "─", "-" },
		[GLYPH_VERTICAL] = { "│", "|" },
		[GLYPH_MORE] = { "▸", ">" },
		[GLYPH_OPEN] = { "▾", "v" },
		[GLYPH_DASH] = { "–", "-" },
		[GLYPH_FULL] = { "█", "#" },
		[GLYPH_DISC] = { "●", "x" },
		[GLYPH_UNEQUAL] = { "≠", "~" },
		[GLYPH_RING] = { "○", "o" },
		[GLYPH_STAR] = { "★", "*" },
		[GLYPH_NOTE] = { "✎", "n" },
		[GLYPH_SHADE] = { "▒", "~" },
	};

	return str_from_c(ascii ? glyphs[g].ascii : glyphs[g].utf8);
}

struct pen pen_at(const struct area *a, int row, int col)
{
	struct pen p = { a->screen, a->row + row, a->col + col,
		a->col + a->cols, STYLE_text, 0 };

	if (row < 0 || row >= a->rows || col < 0)
		p.end = p.col;
	return p;
}

/*
 * The cluster, when a terminal may be given it. Text is clean, but for that of
 * an image that is damaged (store/image.h: characters are the last thing that
 * is looked at).
 */
static struct str harmless(struct str cluster)
{
	uint32_t cp;

	for (size_t i = 0; i < cluster.n;) {
		i += utf8_decode(cluster, i, &cp);
		if (cp == UTF8_BAD || text_is_forbidden(cp))
			return STR("\xEF\xBF\xBD");
	}
	return cluster;
}

/* In place of what the terminal would draw over two columns: curses, and all
 * that stands behind it on the row, would be one column off. Letters that have
 * no like in ASCII stay, to be read. */
static struct str narrow(const struct pen *p, struct str cluster, char *scratch)
{
	if (!p->screen->ambiguous_wide || !text_is_ambiguous(cluster))
		return cluster;
	*scratch = text_to_ascii(cluster);
	return *scratch == '?' ? cluster : str_of(scratch, 1);
}

static void put_cell(const struct pen *p, struct str bytes, int width)
{
	struct cell *c = screen_at(p->screen, p->row, p->col);

	bytes = utf8_cut(bytes, CELL_BYTES);
	memcpy(c->bytes, bytes.p, bytes.n);
	c->n = (uint8_t)bytes.n;
	c->width = (uint8_t)width;
	c->style = p->style;
	c->marks = p->marks;
	if (width == 2) {
		c[1].n = c[1].width = 0;
		c[1].style = p->style;
		c[1].marks = p->marks;
	}
}

/* Draws the characters of one byte from `at` on that fit; their number. */
static size_t put_plain(struct pen *p, struct str s, size_t at)
{
	size_t n = text_plain_run(s, at, (size_t)pen_room(p));
	struct cell *c;

	if (n == 0)
		return 0;
	c = screen_at(p->screen, p->row, p->col);
	for (size_t i = 0; i < n; i++) {
		c[i].bytes[0] = s.p[at + i];
		c[i].n = c[i].width = 1;
		c[i].style = p->style;
		c[i].marks = p->marks;
	}
	p->col += (int)n;
	return n;
}

/* What is copied off the screen is to have blanks that can be typed. */
static bool is_blank(struct str cluster)
{
	return str_eq(cluster, STR("\n")) || str_eq(cluster, STR("\t")) ||
	       str_eq(cluster, STR("\xC2\xA0"));
}

int pen_put(struct pen *p, enum style style, struct str s)
{
	int start = p->col;

	p->style = (uint8_t)style;
	for (size_t i = 0; i < s.n;) {
		size_t plain = put_plain(p, s, i), end;
		int width;
		struct str bytes;
		char like;

		if (plain) {
			i += plain;
			continue;
		}
		end = text_cluster(s, i, &width);
		bytes = str_slice(s, i, end);
		if (is_blank(bytes)) {
			bytes = STR(" ");
			width = 1;
		}
		if (p->col + width > p->end)
			break;
		if (width > 0)
			put_cell(p, narrow(p, harmless(bytes), &like), width);
		p->col += width;
		i = end;
	}
	return p->col - start;
}

void pen_glyph(struct pen *p, enum style style, enum glyph g)
{
	pen_put(p, style, glyph_str(g, p->screen->ascii));
}

void pen_rule(struct pen *p, enum style style, enum glyph g, int n)
{
	for (int i = 0; i < n && p->col < p->end; i++)
		pen_glyph(p, style, g);
}

void pen_space(struct pen *p, int n)
{
	for (int i = 0; i < n && p->col < p->end; i++) {
		put_cell(p, STR(""), 1);
		p->col++;
	}
}

int pen_room(const struct pen *p)
{
	return p->end > p->col ? p->end - p->col : 0;
}

void pen_field(struct pen *p, enum style style, struct str s, int width)
{
	struct str ellipsis = glyph_str(GLYPH_ELLIPSIS, p->screen->ascii);
	int cut = text_width(ellipsis), used;
	struct str fit;

	if (width > pen_room(p))
		width = pen_room(p);
	if (width <= 0)
		return;
	fit = text_fit(s, width, &used);
	if (fit.n < s.n && width > cut) {
		fit = str_trim(text_fit(s, width - cut, NULL));
		used = pen_put(p, style, fit);
		used += pen_put(p, style, ellipsis);
	} else {
		used = pen_put(p, style, fit);
	}
	/* Behind the first blank: the rest of a line stays erased. */
	pen_space(p, width > used);
	pen_end(p, s);
	pen_space(p, width - used - 1);
}

void pen_right(struct pen *p, enum style style, struct str s)
{
	int width = text_width(s);
	struct pen right = *p;

	if (width == 0 || pen_room(p) < width + 1)
		return;
	right.col = p->end - width;
	p->end = right.col - 1;
	pen_put(&right, style, s);
	pen_end(&right, s);
}

void pen_end(const struct pen *p, struct str s)
{
	struct cell *c;

	if (p->col == 0 || !text_has_rtl(s))
		return;
	c = screen_at(p->screen, p->row, p->col - 1);
	if (c->width == 0 && p->col > 1 && c[-1].width == 2)
		c--;
	c->ends_rtl = true;
}
