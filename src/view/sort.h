/*
 * What the index is sorted by: several keys, the first one most, each up or
 * down ("date- source title"). What is equal in all of them stands in the order
 * of time, the latest first.
 */
#ifndef VIEW_SORT_H
#define VIEW_SORT_H

#include "dateline/base/buf.h"

#include <stdint.h>

/* X(id, word). */
// clang-format off
#define SORT_WHATS(X) \
	X(DATE, "date") /* the earliest first */ \
	X(SOURCE, "source") /* by name */ \
	X(TITLE, "title") /* by the alphabet (collate.h) */ \
	X(WORDS, "words") /* the shortest first */ \
	X(AUTHOR, "author") /* by the byline; nobody last */ \
	X(ROUND, "round") /* how many cover the event, fewest first */ \
	X(UNREAD, "unread") /* the unread first */ \
	X(STARRED, "starred") /* the starred first */ \
	X(RANK, "rank") /* what answers the filter best first */
// clang-format on

enum sort_what {
#define X(id, word) SORT_##id,
	SORT_WHATS(X)
#undef X
		SORT_COUNT
};

struct sort_key {
	uint8_t what; /* enum sort_what */
	bool down; /* "date-": the other way round */
};

struct sort {
	struct sort_key keys[SORT_COUNT];
	uint32_t n;
};

extern const char *const sort_words[SORT_COUNT];

/* Reads keys with blanks between; false on what is none or stands twice:
 * *wrong is that word, in the text. No word is no mistake. */
bool sort_parse(struct str text, struct sort *out, struct str *wrong);
/* Appends it as it is read. */
void sort_say(const struct sort *s, struct buf *out);
/* "date, source, title …", for messages. */
void sort_say_words(struct buf *out);
/* The place of a key; s->n: there is none. */
uint32_t sort_find(const struct sort *s, enum sort_what what);
/* The oldest first: only where a key says so. */
bool sort_is_oldest_first(const struct sort *s);
/* By rank first, or not by rank at all. */
void sort_rank(struct sort *s, bool on);
/* The date the other way round; without that key, the first. */
void sort_reverse(struct sort *s);

#endif
