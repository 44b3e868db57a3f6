/*
 * What is read, written for other programs: articles and rounds as text,
 * Markdown or HTML, lists as tables or JSON. The screens and the commands write
 * the same.
 */
#ifndef DATELINE_EXPORT_EXPORT_H
#define DATELINE_EXPORT_EXPORT_H

#include "dateline/base/err.h"
#include "dateline/store/people.h"

enum export_format {
	EXPORT_TEXT,
	EXPORT_MARKDOWN, /* CommonMark 0.30, tables as GitHub has them */
	EXPORT_HTML, /* one page without scripts or anything it would load */
	EXPORT_JSON, /* a line an article */
	EXPORT_CSV, /* RFC 4180 */
	EXPORT_TSV,
	EXPORT_FORMATS
};

/* The format a file's name asks for, by what it ends in; EXPORT_FORMATS: by
 * nothing known. */
enum export_format export_format_of(struct str path);
/* ".txt". */
const char *export_suffix(enum export_format f);
/* Whether it is written of a list: a row an article. */
bool export_is_table(enum export_format f);

/* What is to be written. */
struct export_wish {
	enum export_format format;
	const struct store *store;
	/* Who is who; NULL: as each article has it. A round needs it. */
	const struct people *people;
	const uint32_t *articles; /* in store.articles, n */
	size_t n;
	/* In store.rounds: the report of each, instead of the articles, where
	 * the format is a text's. None: the articles. */
	const uint32_t *rounds;
	size_t n_rounds;
	bool bare; /* without the list of who says what */
	bool list; /* JSON: a row an article, not the whole of each */
	int columns; /* of EXPORT_TEXT; 0: a paragraph a line */
};

/* Appends it. */
void export_make(const struct export_wish *w, struct buf *out);

/* Rows of a list, for those that write them one after another. */
struct export_rows {
	const struct store *store;
	uint32_t *wordings; /* by article: how many have its wording */
};
void export_rows_begin(struct export_rows *x, const struct store *s);
/* Appends the names of the columns; JSON has none. */
void export_rows_head(enum export_format f, struct buf *out);
void export_row(struct export_rows *x, uint32_t article, enum export_format f,
	struct buf *out);
void export_rows_end(struct export_rows *x);

#endif
