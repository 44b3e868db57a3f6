/*
 * An article laid out for a width: its lines as ranges in its text (nothing is
 * copied), and what each byte of the text is. Made again when the article, the
 * store or the width changes.
 */
#ifndef VIEW_PAPER_H
#define VIEW_PAPER_H

#include "draw.h"
#include "highlight.h"

#include "dateline/store/marks.h"
#include "dateline/store/search.h"
#include "dateline/text/wrap.h"

/* The parts of the paper, from its top to its end. */
enum paper_part {
	PAPER_TITLE, /* ranges in `title` */
	PAPER_HEAD, /* ranges in `head`: who, when, how long, marks; notes */
	PAPER_RULE,
	PAPER_TEXT, /* ranges in `text` */
	PAPER_FOOT, /* ranges in `foot`: who is numbered in the text */
	PAPER_TAIL /* ranges in `tail`: where it was saved, warnings */
};

/* A place that stays true at any width. */
struct paper_place {
	uint32_t at; /* byte in the part */
	uint8_t part;
	uint16_t nth; /* of the lines that stand there and hold no text */
};

/* A stretch of a part. */
struct paper_hit {
	struct range range;
	uint8_t part;
};

struct paper_line {
	struct range range;
	uint32_t block; /* of PAPER_TEXT: index in the article's blocks */
	struct range note; /* in `notes`: the line is of one; else empty */
	uint16_t nth; /* struct paper_place's */
	uint8_t part, indent;
	bool quoted, reported; /* holds words somebody said */
	bool hyphen; /* one is shown at its end */
	uint16_t spread; /* columns that its spaces are widened by, in all */
};

/* A number shown behind the byte of text before `at`. */
struct paper_ref {
	uint32_t at;
	uint8_t style; /* enum style */
	uint8_t n; /* bytes of shown */
	char shown[14];
};

/* What is shown with a text that is not in it. */
struct paper_refs {
	VEC_OF(struct paper_ref) marks; /* by `at` */
	VEC_OF(struct range) links; /* the words that lead elsewhere */
	struct buf foot; /* lines */
};

/* Flags beside a style in paper.paint. */
#define PAINT_STYLE 0xFF
#define PAINT_HIT 0x100
#define PAINT_REPORTED 0x200
#define PAINT_QUOTED 0x400

/* How the reader wants texts to look. */
struct paper_form {
	int columns; /* of text, at least 1 */
	bool ascii;
	bool justify; /* lines end at one column */
	bool links, footnotes; /* `refs` has them */
	const struct hyphenator *hyphens; /* of the text's language; or NULL */
};

struct paper {
	VEC_OF(struct paper_line) lines;
	struct str title, text;
	struct buf head, foot, tail;
	struct buf notes; /* the reader's own, a line each */
	uint32_t noted; /* byte in `head` from which it holds notes */
	struct buf address; /* as a terminal may be given it; empty: none */
	struct range shown_address; /* in the tail */
	uint16_t *paint; /* a byte of text: its style and flags */
	VEC_OF(struct paper_ref) refs; /* in the text, by `at` */
	struct highlighted title_looks; /* what is highlighted in it */
	VEC_OF(struct paper_hit) hits; /* of the search, from top to end */
	struct paper_hit current; /* the quote or hit the reader is on */
	int columns; /* of text */
	/* What it was made from. */
	uint32_t article;
	unsigned serial, marked;
	struct paper_form form;
	struct lines scratch;
	VEC_OF(struct wrap_mark) wrap_marks; /* where the refs stand */
};

struct paper_request {
	const struct store *store;
	const struct marks *marks; /* NULL: none */
	unsigned serial; /* changes with the store */
	uint32_t article;
	struct paper_form form;
	const struct paper_refs *refs; /* NULL: none */
	const struct highlights *highlights; /* NULL: none */
};

/* Whether *p is that already: all but the refs. */
bool paper_is(const struct paper *p, const struct paper_request *r);
/* Makes *p. */
void paper_make(struct paper *p, const struct paper_request *r);
/* The text of a part. */
struct str paper_part_text(const struct paper *p, enum paper_part part);
/* Whether a place comes before another one. */
bool paper_is_before(struct paper_place a, struct paper_place b);
/* The last line that starts at or before a place. */
uint32_t paper_line_at(const struct paper *p, struct paper_place place);
struct paper_place paper_place_of(const struct paper *p, uint32_t line);
/* The first of the refs that stands behind a byte after `at`. */
size_t paper_ref_after(const struct paper *p, uint32_t at);
/* Finds the hits of a folded search in all that is shown; an empty one has
 * none. Or those of a query, in the title and the text. */
void paper_find_hits(struct paper *p, struct str folded);
void paper_find_answers(struct paper *p, const struct query *q);
/* Whether a line leads to p->address: the title, unless it could be taken for
 * an address itself, and the address at the end. */
bool paper_leads(const struct paper *p, uint32_t line);
/* The columns of a line's text. */
int paper_line_width(const struct paper *p, uint32_t line);
/* Draws a line's text from the pen on (paper_draw.c). */
void paper_draw_line(const struct paper *p, uint32_t line, struct pen *pen);
void paper_release(struct paper *p);
void paper_refs_release(struct paper_refs *refs);

/*
 * The dateline as the text has it, before the block it opens, up to where that
 * starts; which block. 0,0: it is not in the text.
 */
struct range article_dateline(
	const struct store *s, const struct article *a, uint32_t *block);
/* Paints the styles of an article's text, a byte each (paint.c). */
void paint_article(
	const struct store *s, const struct article *a, uint16_t *paint);

#endif
