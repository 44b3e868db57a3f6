/* Which table rows are data: rows of layout hold the page. */
#include "input/html_body.h"

#define ROW_CELL 200 /* characters; a longer cell is layout, not data */
#define ROW_UP 8 /* elements between a block and its row */

/* What a row is; linked data are mostly links: labels, or a menu. */
enum { ROW_UNKNOWN, ROW_DATA, ROW_LINKED, ROW_LAYOUT };

/* The innermost row that a block is in, or HTML_NONE. */
static uint32_t row_of(const struct html_body *b, uint32_t i)
{
	const struct html_page *page = &b->r->page;
	uint32_t e = page->blocks.v[i].element;

	if (!(page->blocks.v[i].state & ~(unsigned)b->container->state &
		    IN_TABLE))
		return HTML_NONE;
	for (int up = 0; up < ROW_UP && e > 0; up++) {
		if (page->elements.v[e].tag == TAG_tr)
			return e;
		e = page->elements.v[e].parent;
	}
	return HTML_NONE;
}

static uint8_t judge(const struct html_page *page, uint32_t row)
{
	const struct html_element *e = &page->elements.v[row];
	uint32_t linked = 0;

	for (uint32_t i = e->block; i < e->block_end; i++) {
		if (page->blocks.v[i].chars > ROW_CELL)
			return ROW_LAYOUT;
		linked += html_is_linked_away(&page->blocks.v[i]);
	}
	return linked * 2 > e->block_end - e->block ? ROW_LINKED : ROW_DATA;
}

/* Each row is judged once: a page may be one row of a hundred thousand
 * blocks. */
static uint8_t kind_of_row(const struct html_body *b, uint32_t row)
{
	if (row == HTML_NONE)
		return ROW_LAYOUT;
	if (b->rows[row] == ROW_UNKNOWN)
		b->rows[row] = judge(&b->r->page, row);
	return b->rows[row];
}

uint32_t html_data_row(const struct html_body *b, uint32_t i)
{
	uint32_t row = row_of(b, i);

	return kind_of_row(b, row) == ROW_LAYOUT ? HTML_NONE : row;
}

bool html_is_data_cell(const struct html_body *b, uint32_t i)
{
	return kind_of_row(b, row_of(b, i)) == ROW_DATA;
}
