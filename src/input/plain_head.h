/* What plain_head.c, plain_title.c and plain_source.c share. */
#ifndef DATELINE_SRC_INPUT_PLAIN_HEAD_H
#define DATELINE_SRC_INPUT_PLAIN_HEAD_H

#include "input/plain.h"

enum {
	PLAIN_HEAD_BLOCKS = 40, /* at the top that may name the outlet */
	PLAIN_LINE_MAX = 160 /* bytes of a byline or date line */
};

static inline const struct plain_block *plain_at(
	const struct plain *p, size_t i)
{
	return &p->blocks.v[i];
}

/* A short line of which a third or more is a date. */
bool plain_is_date_line(const struct plain *p, struct str s);
/* What a line says behind the title: "| Site", "- Site"; or STR_NONE. */
struct str plain_site_behind(struct str line, struct str title);

/* Takes the title; gives its block, or p->start when there is none. */
size_t plain_take_title(struct plain *p, struct doc_builder *b);
/*
 * A paragraph "Source: lead. By A and B" in front of one that opens with the
 * same lead gives source and byline, and goes. The body may start behind it,
 * because its end is a name.
 */
void plain_take_repeated_lead(struct plain *p, struct doc_builder *b);
/* The outlet, from its own name in the page's navigation. */
void plain_take_source(struct plain *p, struct doc_builder *b);
/* The site's name behind the title, which is the source if no other is. */
void plain_take_site(struct plain *p, struct doc_builder *b);

#endif
