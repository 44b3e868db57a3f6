#include "rows.h"

#include "dateline/text/width.h"
#include "dateline/text/wrap.h"

struct row row_of(enum row_kind kind)
{
	return (struct row){ .kind = (uint8_t)kind,
		.article = STORE_NONE,
		.round = STORE_NONE,
		.quote = UINT32_MAX,
		.person = STORE_NONE,
		.link = UINT32_MAX,
		.place = ROW_NO_PLACE,
		.fold = FOLD_NONE,
		.style = STYLE_text };
}

void rows_add(struct rows *r, const struct row *row)
{
	*vec_push(&r->list) = *row;
}

void rows_add_heading(struct rows *r, struct str title)
{
	struct row blank = row_of(ROW_BLANK), heading = row_of(ROW_HEADING);

	if (r->list.n)
		rows_add(r, &blank);
	heading.main = title;
	rows_add(r, &heading);
}

void rows_add_none(struct rows *r, struct str why)
{
	struct row none = row_of(ROW_NOTE);

	if (r->list.n)
		return;
	none.indent = 1;
	none.main = why;
	rows_add(r, &none);
}

void rows_add_wrapped(struct rows *r, const struct row *model, struct str text)
{
	struct lines lines = { 0 };
	struct row row = *model;
	/* One column for the cursor, one blank at the end. */
	int room = r->cols - row_main_col(model) - 2;

	room -= row.right.n ? text_width(row.right) + 1 : 0;
	text_wrap(text, (struct range){ 0, (uint32_t)text.n },
		room < 8 ? 8 : room, &lines);
	for (size_t i = 0; i < lines.list.n; i++) {
		row.main = str_range(text, lines.list.v[i]);
		rows_add(r, &row);
		row.kind = ROW_NOTE;
		row.left = row.right = STR_NONE;
	}
	lines_release(&lines);
}

struct str rows_keep(struct rows *r, struct buf *b)
{
	struct str kept = arena_dup(&r->arena, buf_str(b));

	buf_clear(b);
	return kept;
}

void rows_clear(struct rows *r)
{
	r->list.n = r->parts.n = 0;
	arena_clear(&r->arena);
	r->serial++;
}

void rows_release(struct rows *r)
{
	vec_free(&r->list);
	vec_free(&r->parts);
	arena_release(&r->arena);
}

bool row_is_still(const struct row *r)
{
	return r->kind == ROW_BLANK || r->kind == ROW_HEADING ||
	       r->kind == ROW_NOTE;
}

static void draw_heading(const struct row *row, struct pen *p)
{
	pen_rule(p, STYLE_dim, GLYPH_RULE, 3);
	pen_space(p, 1);
	pen_put(p, STYLE_group, row->main);
	pen_space(p, 1);
	pen_rule(p, STYLE_dim, GLYPH_RULE, pen_room(p));
}

int row_main_col(const struct row *row)
{
	return row->indent + (row->left_cols ? row->left_cols + 1 : 0);
}

void row_draw(const struct row *row, struct pen *p)
{
	if (row->kind == ROW_BLANK)
		return;
	if (row->kind == ROW_HEADING) {
		draw_heading(row, p);
		return;
	}
	pen_right(p, STYLE_dim, row->right);
	pen_space(p, row->indent);
	if (row->left_cols) {
		pen_field(p, STYLE_key, row->left, row->left_cols);
		pen_space(p, 1);
	}
	if (text_width(row->main) <= pen_room(p))
		pen_put(p, (enum style)row->style, row->main);
	else
		pen_field(p, (enum style)row->style, row->main, pen_room(p));
	pen_end(p, row->main);
}

void rows_draw_parts(const struct rows *r, struct span parts, struct str text,
	const struct pen *start)
{
	const char *end = text.p + text.n;

	for (uint32_t i = 0; i < parts.n; i++) {
		struct row_part part = r->parts.v[parts.first + i];
		struct pen p = *start;

		if (part.text.p >= end || part.text.p + part.text.n <= text.p)
			continue;
		if (part.text.p < text.p)
			part.text = str_slice(part.text,
				(size_t)(text.p - part.text.p), part.text.n);
		if (part.text.p + part.text.n > end)
			part.text.n = (size_t)(end - part.text.p);
		p.col += text_width(
			str_of(text.p, (size_t)(part.text.p - text.p)));
		if (p.col + text_width(part.text) < p.end)
			pen_put(&p, part.style, part.text);
	}
}
