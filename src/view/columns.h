/*
 * The form of a row about an article: columns by their names, as the
 * configuration has them ("mark time source:18 title* round words:>5").
 * A column has its own width, or so many columns after ":"; ">" puts its text
 * at the right end. The one with "*" takes the rest.
 */
#ifndef VIEW_COLUMNS_H
#define VIEW_COLUMNS_H

#include "dateline/base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* X(id, word, columns, at the right). */
// clang-format off
#define COLUMN_WHATS(X) \
	X(MARK, "mark", 1, false) /* read, starred, tagged, selected */ \
	X(STAR, "star", 1, false) \
	X(COPIES, "copies", 3, false) /* "=3"; one column: "=" */ \
	X(NUMBER, "number", 5, true) /* its place in the list, for 12G */ \
	X(WHEN, "when", 0, false) /* what of its date the screen asks for */ \
	X(TIME, "time", 6, false) /* "~" before an estimate */ \
	X(DATE, "date", 11, false) \
	X(SOURCE, "source", 18, false) \
	X(TITLE, "title", 40, false) \
	X(AUTHOR, "author", 18, false) \
	X(PLACE, "place", 12, false) /* of the dateline */ \
	X(LANGUAGE, "language", 2, false) \
	X(ROUND, "round", 5, true) /* articles/sources of its round */ \
	X(SPEAKERS, "speakers", 2, true) /* how many are quoted */ \
	X(WORDS, "words", 6, true) \
	X(MINUTES, "minutes", 3, true) /* to read it */ \
	X(TAGS, "tags", 10, false) \
	X(NOTE, "note", 0, true) /* what the screen says of it */
// clang-format on

enum column_what {
#define X(id, word, columns, right) COLUMN_##id,
	COLUMN_WHATS(X)
#undef X
		COLUMN_COUNT
};

struct column {
	uint8_t what; /* enum column_what */
	uint8_t width; /* 0: that of its text */
	bool right; /* its text stands at the right end */
	bool rest; /* it takes the rest of the row */
	bool tight; /* no blank behind it */
};

#define COLUMNS_MAX_OF_ROW 24
#define COLUMN_WIDTH_MAX 200

struct row_form {
	struct column list[COLUMNS_MAX_OF_ROW];
	uint32_t n; /* 0: the row's own form */
};

/* One with its own width and side. */
struct column column_of(enum column_what what);
/* Reads it; on false *wrong is the word that is none, in the text, and *why
 * what is expected. */
bool columns_parse(struct str text, struct row_form *out, struct str *wrong,
	const char **why);
/* The names that follow such a why: all columns, or none. */
const char *columns_named(const char *why);

#endif
