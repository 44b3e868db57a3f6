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
	VEC_OF(uint8_t) lines; /* what each of them is, from `first` on */
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

/* What the lines around a title are. */
enum plain_line {
	LINE_DATED = 1, /* a date of some year opens it, or is a third of it */
	LINE_HEAD = 2, /* byline or date: titles stand above one */
	LINE_PAGE = 4 /* "Posted in …", "Tags: …": what pages say of articles */
};
/* Line i is one of that kind; i may be any number. */
bool plain_is_line(const struct plain_signs *s, size_t i, enum plain_line kind);
/* "U.S." and "Inc." end no sentence; "." behind a longer word does, with
 * closing marks or without. */
bool plain_ends_in_full_stop(struct str s);

#endif
