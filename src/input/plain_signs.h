/*
 * What speaks for a line of a page dump as the title: signs, each with a
 * weight; the value of a line is their sum.
 */
#ifndef DATELINE_SRC_INPUT_PLAIN_SIGNS_H
#define DATELINE_SRC_INPUT_PLAIN_SIGNS_H

#include "input/plain.h"

#include "dateline/base/intern.h"

struct plain_signs {
	const struct plain *p;
	size_t first, last; /* the lines that are asked about: [first, last) */
	size_t menu_end; /* behind the last item of a list above the body */
	struct intern words; /* of the body … */
	VEC_OF(uint16_t) counts; /* … how often it says each */
	size_t alone; /* lines that stand alone since the last item of a list */
};

void plain_signs_init(struct plain_signs *s, const struct plain *p,
	size_t first, size_t last);
void plain_signs_release(struct plain_signs *s);
/*
 * What line i is worth as the title. To be asked of every line of
 * [first, last) in this order; `may` says that the line may be one.
 */
int plain_title_value(struct plain_signs *s, size_t i, bool may);

/* A line that a date of some year opens, or is a third of. */
bool plain_is_dated(const struct plain *p, struct str s);
/* A line of byline or date: titles stand above one. */
bool plain_is_head_line(const struct plain *p, size_t i);
/* "Posted in …", "Tags: …": what a page says of the article it holds. */
bool plain_is_page_line(const struct plain *p, struct str s);
/* "U.S." and "Inc." end no sentence; "." behind a longer word does, with
 * closing marks or without. */
bool plain_ends_in_full_stop(struct str s);

#endif
