/* What is written with markup: articles, the report of a round; and tables. */
#ifndef EXPORT_PARTS_H
#define EXPORT_PARTS_H

#include "dateline/export/export.h"
#include "export/markup.h"

/* One article: head, text, quotes. */
void article_write(
	struct markup *m, const struct export_wish *w, uint32_t article);
/* "Reuters · Jane Doe, John Roe · 2008-04-07". */
void article_facts(struct buf *out, const struct store *s, uint32_t article);
/* A round: in time, who said what, what differs. */
void report_write(
	struct markup *m, const struct people *people, uint32_t round);
/* What it is called; never empty. */
struct str report_title(const struct store *s, uint32_t round);

/* Cells of a table: CSV or TSV. A row ends with table_end(). */
void table_cell(
	struct buf *out, enum export_format f, struct str text, bool first);
void table_end(struct buf *out, enum export_format f);

#endif
