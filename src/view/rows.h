/*
 * The rows of the smaller lists (related, round, help …): made of text when
 * the screen is opened, again when the width or the store changes.
 */
#ifndef VIEW_ROWS_H
#define VIEW_ROWS_H

#include "draw.h"

#include "dateline/store/store.h"

enum row_kind {
	ROW_BLANK, /* stepped over */
	ROW_HEADING, /* a rule with a title; stepped over */
	ROW_NOTE, /* belongs to the row above; stepped over */
	ROW_TEXT,
	ROW_ARTICLE
};

#define ROW_NO_PLACE UINT32_MAX
/* The row can not be unfolded. */
#define FOLD_NONE INT32_MIN

/* A part of a row's text that looks otherwise. */
struct row_part {
	struct str text; /* a slice of the text, or around it */
	enum style style;
};

/* Strings live in the arena of the rows, or in the store. */
struct row {
	struct str left, main, right; /* left in a field of left_cols columns */
	struct str query; /* what Enter asks the index; STR_NONE: nothing */
	uint32_t article; /* what Enter opens; STORE_NONE: nothing */
	uint32_t round; /* the same, a round */
	uint32_t quote; /* in the article to go to; UINT32_MAX: none */
	uint32_t place; /* byte of its text to go to; ROW_NO_PLACE: none */
	uint32_t person; /* the same, an identity */
	uint32_t link; /* links: its number, from 0 */
	uint32_t command; /* help: enum command_id */
	int32_t fold; /* names what it stands for; FOLD_NONE: nothing */
	struct span parts; /* rows.parts: of `main` */
	struct span left_parts; /* the same of `left` */
	uint8_t kind, indent, style;
	uint8_t left_cols; /* 0: no field */
	uint8_t form; /* of an article's date: enum date_form */
	bool is_name; /* left is a name that can be split off */
	bool folds; /* Enter shows or hides what is in it, below it */
	bool differs; /* diff: a difference begins here */
};

struct rows {
	VEC_OF(struct row) list;
	VEC_OF(struct row_part) parts; /* in the order of a row's text */
	struct arena arena;
	int cols;
	unsigned store; /* serial of what they were made from */
	unsigned serial; /* grows with each building */
};

/* A row with nothing in it but its kind. */
struct row row_of(enum row_kind kind);
void rows_add(struct rows *r, const struct row *row);
/* A blank row, if there are others, and a heading. */
void rows_add_heading(struct rows *r, struct str title);
/* Why there are none, where there are none: nothing that can be chosen. */
void rows_add_none(struct rows *r, struct str why);
/* Rows of wrapped text of one kind: the first row as *model says, the rest as
 * notes under it. */
void rows_add_wrapped(struct rows *r, const struct row *model, struct str text);
/* The words of `text` that are not in `than`, for a row's `parts`; capitals,
 * accents and marks are no difference. */
struct span rows_own_words(struct rows *r, struct str text, struct str than);
/* A copy in the rows' arena of what *b holds; empties *b. */
struct str rows_keep(struct rows *r, struct buf *b);

void rows_clear(struct rows *r);
void rows_release(struct rows *r);
bool row_is_still(const struct row *r);
/* Draws all but articles. */
void row_draw(const struct row *row, struct pen *p);
/* Draws the parts of a text over it; the pen stands at its start. */
void rows_draw_parts(const struct rows *r, struct span parts, struct str text,
	const struct pen *start);
/* Where row->main starts, in columns after the cursor's. */
int row_main_col(const struct row *row);

#endif
