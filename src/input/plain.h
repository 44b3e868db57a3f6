/*
 * A page dump as blocks: what plain_lines.c makes of the lines, what
 * plain_body.c says of them, and what plain_head.c finds above the body.
 */
#ifndef DATELINE_SRC_INPUT_PLAIN_H
#define DATELINE_SRC_INPUT_PLAIN_H

#include "dateline/doc/doc.h"

struct plain_block {
	struct str text; /* hard wraps rejoined, link numbers removed */
	int value; /* of plain_score: what it speaks for body (> 0) or not */
	uint32_t points; /* characters */
	uint16_t links; /* numbered links in it (lynx) */
	uint16_t indent; /* of its first line, in columns */
	uint8_t bullet; /* it is an item of a list */
	uint8_t sentence; /* it ends as a sentence does */
	uint8_t tail; /* it heads what follows an article */
	uint8_t comments; /* it heads the readers' comments */
	uint8_t prose; /* it has the stop words of running text */
	uint8_t junk; /* it speaks of subscriptions, cookies, log-ins … */
	uint8_t weak; /* a short line with a word of such things */
	uint8_t gap; /* an empty line stands before it */
	uint8_t standfirst; /* it stands between title and byline */
	uint8_t taken; /* it became a field: no block of the document */
};

struct plain {
	struct buf text; /* what the blocks' texts point into */
	VEC_OF(struct plain_block) blocks;
	struct str lang; /* the language the prose is in; STR_NONE: unknown */
	const struct lexicon *lex; /* its lexicon, English when unknown */
	size_t start, end; /* the body: blocks [start, end) */
	bool bare; /* no prose was found: all of it is kept */
	bool links; /* a dump with numbered links */
};

/* Fills p->blocks from a clean text. */
void plain_split(struct plain *p, struct str text);
/* Guesses the language, values the blocks and sets p->start and p->end. */
void plain_find_body(struct plain *p);
void plain_release(struct plain *p);

/*
 * Reads title, source, byline and date off the blocks around the body into b,
 * marks them taken, and moves p->start behind what opens the body but is not
 * part of it.
 */
void plain_read_head(struct plain *p, struct doc_builder *b);

/* True when s ends as a sentence does; closing quotes and brackets may
 * follow. */
bool plain_ends_sentence(struct str s);
/* True when s ends in "…", "..." or a cut "[…]". */
bool plain_is_cut(struct str s);

#endif
