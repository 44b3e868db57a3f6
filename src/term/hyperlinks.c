#include "term/hyperlinks.h"

#include "term/terminfo.h"

#include <curses.h>
#include <unistd.h>

/* Cursor and attributes, kept and given back (DECSC, DECRC). */
#define SAVE "\0337"
#define RESTORE "\0338"
/* All lines of a link are one to the terminal: they have an id. Source:
 * "Hyperlinks in terminal emulators", the specification by E. Koblinger. */
#define OPEN "\033]8;id=dateline;"
#define CLOSE "\033]8;;"
#define ST "\033\\"

static void add_paint(struct buf *out, const struct paint *paint)
{
	static const struct {
		attr_t curses;
		char sgr;
	} attributes[] = { { A_BOLD, '1' }, { A_DIM, '2' }, { A_ITALIC, '3' },
		{ A_UNDERLINE, '4' }, { A_REVERSE, '7' } };
	int fg, bg;

	buf_add(out, STR("\033[0"));
	for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
		if (!(paint->attributes & attributes[i].curses))
			continue;
		buf_add_c(out, ';');
		buf_add_c(out, attributes[i].sgr);
	}
	buf_add_c(out, 'm');
	if (paint->pair && extended_pair_content(paint->pair, &fg, &bg) == OK)
		terminfo_colors(out, fg, bg);
}

/* Attributes change only where they do on the screen. */
static void add_cells(struct hyperlinks *h, const struct blitter *b,
	const struct cell *cells, int n)
{
	static const struct paint plain = { 0 };
	const struct paint *before = &plain;
	struct buf text = { 0 };

	add_paint(&h->next, before);
	for (int i = 0; i < n; i++) {
		const struct paint *paint;

		buf_clear(&text);
		paint = blit_cell(b, &cells[i], before, &text);
		if (paint != before)
			add_paint(&h->next, paint);
		before = paint;
		buf_add(&h->next, buf_str(&text));
	}
	buf_release(&text);
}

static void add_link(struct hyperlinks *h, const struct blitter *b,
	const struct screen *s, const struct screen_link *link)
{
	buf_add_f(&h->next, "\033[%d;%dH", link->row + 1, link->col + 1);
	buf_add_f(&h->next, OPEN "%.*s" ST, STR_ARG(link->address));
	add_cells(h, b, screen_at(s, link->row, link->col), link->cols);
	buf_add(&h->next, STR(CLOSE ST));
}

void hyperlinks_prepare(
	struct hyperlinks *h, const struct blitter *b, const struct screen *s)
{
	buf_clear(&h->next);
	if (!h->able)
		return;
	if (s->links.n)
		buf_add(&h->next, STR(SAVE));
	for (size_t i = 0; i < s->links.n; i++)
		add_link(h, b, s, &s->links.v[i]);
	if (s->links.n)
		buf_add(&h->next, STR(RESTORE));
	if (str_eq(buf_str(&h->shown), buf_str(&h->next)))
		return;
	for (size_t i = 0; i < h->rows.n; i++)
		wredrawln(stdscr, h->rows.v[i], 1);
}

void hyperlinks_show(struct hyperlinks *h, const struct screen *s)
{
	struct buf before = h->shown;

	if (str_eq(buf_str(&h->shown), buf_str(&h->next)))
		return;
	(void)!write(STDOUT_FILENO, h->next.p, h->next.n);
	h->shown = h->next;
	h->next = before;
	h->rows.n = 0;
	for (size_t i = 0; i < s->links.n; i++)
		*vec_push(&h->rows) = s->links.v[i].row;
}

void hyperlinks_reset(struct hyperlinks *h)
{
	buf_clear(&h->shown);
	h->rows.n = 0;
}

void hyperlinks_release(struct hyperlinks *h)
{
	buf_release(&h->shown);
	buf_release(&h->next);
	vec_free(&h->rows);
}
