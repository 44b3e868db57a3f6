/*
 * A text in parts, and the ways to write them, one a file: as plain text,
 * Markdown, HTML. What is written of articles and rounds is told once
 * (article.c, report.c).
 */
#ifndef EXPORT_MARKUP_H
#define EXPORT_MARKUP_H

#include "dateline/doc/doc.h"

/* What parts of one kind stand in together. */
enum markup_group { MARKUP_LOOSE, MARKUP_LIST, MARKUP_TABLE };

struct markup {
	const struct markup_ops *ops;
	struct buf *out;
	int columns; /* of plain text; 0: a paragraph a line */
	enum markup_group group; /* that is open */
};

/* All texts are clean (sanitize.h) and none is markup: it is escaped. */
struct markup_ops {
	/* The whole: its title, its language ("" where it has several). */
	void (*begin)(struct markup *m, struct str title, struct str lang);
	void (*end)(struct markup *m);
	void (*heading)(struct markup *m, int level, struct str text);
	/* The line below a heading: who, when. */
	void (*facts)(struct markup *m, struct str text);
	/* An address: a link where it can be one (url.h). */
	void (*link)(struct markup *m, struct str url);
	/* A block of an article. */
	void (*block)(struct markup *m, enum block_kind kind, struct str text);
	/* Of a list. */
	void (*item)(struct markup *m, struct str text);
	/* Of a table; the first one has the columns' names. */
	void (*row)(struct markup *m, const struct str *cells, size_t n);
	/* Between two articles. */
	void (*rule)(struct markup *m);
};

extern const struct markup_ops markup_text, markup_markdown, markup_html;

#endif
