/*
 * Breaking a text into lines (UAX #14 by libunistring 1.0, Unicode 14). Lines
 * are ranges in the text: nothing is copied, and the lines together with the
 * white space dropped between them are the text again.
 *
 * Of UAX #14 there is all that libunistring does: CJK breaks between characters
 * but not before their closing marks, hyphens and dashes, slashes, numbers with
 * their signs, no-break spaces, quotation marks, sequences of emoji. Beyond it:
 * languages that part no words (Thai, Lao, Khmer) need a dictionary, which
 * there is none of; a run of theirs is one word, cut where the line is full.
 */
#ifndef DATELINE_TEXT_WRAP_H
#define DATELINE_TEXT_WRAP_H

#include "dateline/base/mem.h"
#include "dateline/text/hyphenate.h"

struct lines {
	VEC_OF(struct range) list;
	/* Which of them end inside a word, and are shown with a hyphen behind
	 * them; ascending. */
	VEC_OF(uint32_t) hyphened;
};

/* Something that is shown behind the byte before `at` and is not in the text:
 * the number of a link or of a note. It stays with what it stands behind. */
struct wrap_mark {
	uint32_t at;
	int columns;
};

struct wrap_style {
	int columns; /* of a line, at least 1 */
	bool soft; /* words may be parted at soft hyphens (U+00AD); else
		      these are no place to break */
	const struct hyphenator *hyphens; /* of the language; NULL: none. Only
					     lines that are loose need one */
	const struct wrap_mark *marks; /* ascending */
	size_t n_marks;
};

/*
 * Appends the lines of text[range]. U+000A ends a line; spaces at a break
 * belong to no line. A word longer than a line is cut between clusters.
 * Progress is certain: a cluster wider than the line still gets a line. Cost is
 * linear in the range.
 */
void text_wrap_as(struct str text, struct range range,
	const struct wrap_style *style, struct lines *out);
/* The same with no hyphens and no marks, for `columns` >= 1. */
void text_wrap(
	struct str text, struct range range, int columns, struct lines *out);

void lines_clear(struct lines *lines);
void lines_release(struct lines *lines);

#endif
