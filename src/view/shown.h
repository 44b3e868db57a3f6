/*
 * Which of a list's lines are shown: a set of bits with how many stand before
 * each word of it, so that the line of a row of the screen, and the row of a
 * line, are found in the time of a look into the list, however much of it is
 * folded (rank and select: Jacobson, Space-efficient Static Trees and Graphs,
 * FOCS 1989).
 */
#ifndef VIEW_SHOWN_H
#define VIEW_SHOWN_H

#include "dateline/base/mem.h"

#include <stdbool.h>
#include <stdint.h>

struct shown {
	VEC_OF(uint64_t) bits;
	VEC_OF(uint32_t) before; /* by word of the bits; one behind the end */
	uint32_t lines, rows;
};

/* So many lines, none of them shown. */
void shown_begin(struct shown *s, uint32_t lines);
/* Shows lines [from, to), or hides them: shown_count() makes that good. */
void shown_set(struct shown *s, uint32_t from, uint32_t to, bool on);
/* After changes from a line on. Linear in a 64th of the lines behind it. */
void shown_count(struct shown *s, uint32_t from);
bool shown_has(const struct shown *s, uint32_t line);
/* How many of the lines before one are shown: the row of one that is. */
uint32_t shown_row(const struct shown *s, uint32_t line);
/* The line of a row; row < s->rows. */
uint32_t shown_line(const struct shown *s, uint32_t row);
void shown_release(struct shown *s);

#endif
