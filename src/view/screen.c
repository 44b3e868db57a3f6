#include "dateline/view/screen.h"

void screen_resize(struct screen *s, int rows, int cols)
{
	size_t cells = (size_t)rows * (size_t)cols;

	s->rows = rows;
	s->cols = cols;
	s->cells =
		mem_realloc(s->cells, (cells ? cells : 1) * sizeof *s->cells);
	for (int i = 0; i < SCREEN_PARTS; i++)
		s->parts[i].rows = mem_realloc(s->parts[i].rows,
			(rows ? (size_t)rows : 1) * sizeof *s->parts[i].rows);
	screen_clear(s);
}

void screen_clear(struct screen *s)
{
	size_t n = (size_t)s->rows * (size_t)s->cols;

	for (size_t i = 0; i < n; i++)
		s->cells[i] = (struct cell){ .width = 1 };
	for (int i = 0; i < SCREEN_PARTS; i++)
		s->parts[i].of = NULL;
	s->look = 0;
	s->scrolled_by = 0;
	s->anew = true;
	s->cursor_row = s->cursor_col = 0;
	s->cursor_visible = false;
}

void screen_release(struct screen *s)
{
	free(s->cells);
	for (int i = 0; i < SCREEN_PARTS; i++)
		free(s->parts[i].rows);
	vec_free(&s->links);
	*s = (struct screen){ 0 };
}

static void print_row(const struct screen *s, int row, struct buf *out)
{
	size_t keep = out->n;

	for (int col = 0; col < s->cols; col++) {
		const struct cell *c = screen_at(s, row, col);

		if (c->n) {
			buf_add(out, str_of(c->bytes, c->n));
			keep = c->bytes[0] == ' ' ? keep : out->n;
		} else if (c->width) {
			buf_add_c(out, ' ');
		}
	}
	out->n = keep;
	buf_add_c(out, '\n');
}

void screen_print(const struct screen *s, struct buf *out)
{
	for (int row = 0; row < s->rows; row++)
		print_row(s, row, out);
}
