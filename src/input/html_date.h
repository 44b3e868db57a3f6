/* Dates that a page shows to its readers; for html_date.c. */
#ifndef DATELINE_SRC_INPUT_HTML_DATE_H
#define DATELINE_SRC_INPUT_HTML_DATE_H

#include "input/html_reader.h"

/* News pages are younger than the Web; 1970-01-01 is a computer's zero. */
#define HTML_FIRST_YEAR 1990

/* How a block must say its date. */
enum html_wording {
	AS_PUBLISHED, /* behind a word for it: "… Posted on May 14, 2006 …" */
	AS_LINE, /* little else in it: "Published May 14, 2006, 9:58" */
	AS_BARE_LINE, /* the same without a field's name: "Release: May 14" */
	AS_OPENING, /* near the start: "Ostheim, 14 May 2006 – The …" */
	AS_ANY, /* a short block, or one that opens with the date */
	AS_UPDATED /* the same of a date of change */
};

/* What words beside a date say of it. */
enum html_date_label { LABEL_NONE, LABEL_PUBLISHED, LABEL_UPDATED };

/*
 * The first full date in the blocks [from, to) that is worded so. Where inline
 * elements touch, their texts are read as apart: "<b>Apr</b><b>04</b>".
 */
bool html_date_in_blocks(const struct html_reader *r, size_t from, size_t to,
	enum html_wording wording, struct date *out);
/* The first of them that is nothing but a month and a year. */
bool html_month_in_blocks(
	const struct html_reader *r, size_t from, size_t to, struct date *out);
/* The first date in a text that stands behind a word for publication. */
bool html_date_behind_word(
	const struct html_reader *r, struct str text, struct date *out);
/* The first full date in the text of element e; *label gets what
 * the words before it, in it and around it, say of it. */
bool html_date_in_element(const struct html_reader *r, uint32_t e,
	struct date *out, enum html_date_label *label);
/* What the words before element e say of a date in it. */
enum html_date_label html_date_label(const struct html_reader *r, uint32_t e);
/* Settles which number is the day where *d leaves it open: as another date of
 * the page proves it, else as its language and host have it. */
void html_date_settle(const struct html_reader *r, struct date *d);
/* The block that byte `at` of the page's text is in or stands before. */
size_t html_block_at(const struct html_page *page, uint32_t at);

#endif
