/*
 * What the articles of a store are marked with: read, starred, later, tags.
 * Sets of articles, a bit each, in step with the state; searches and screens
 * look at them, nothing here knows where they are kept.
 */
#ifndef DATELINE_STORE_MARKS_H
#define DATELINE_STORE_MARKS_H

#include "dateline/store/notes.h"

struct mark_set {
	uint64_t *bits; /* by article; NULL: none is in it */
	uint32_t n; /* articles in it */
};

struct mark_tag {
	struct str name;
	struct mark_set set;
};

struct marks {
	struct mark_set read, starred, later;
	VEC_OF(struct mark_tag) tags; /* by name; some perhaps empty */
	struct notes notes;
	size_t articles; /* of the store */
	unsigned serial; /* grows with each change */
	struct arena arena; /* of the names */
};

/* What to mark, and how: struct state_marking of articles in a store. */
struct marking {
	enum state_kind kind; /* READ, STARRED, TAG, LATER */
	struct str tag; /* of TAG */
	bool on, silent;
	const uint32_t *articles; /* n */
	size_t n;
};

static inline bool mark_set_has(const struct mark_set *set, uint32_t article)
{
	return set->bits && set->bits[article / 64] >> (article % 64) & 1;
}

/* The articles with a mark; NULL when no article ever had the tag. */
const struct mark_set *marks_of(
	const struct marks *m, enum state_kind kind, struct str tag);

/*
 * Reads what is kept; *m is empty when that fails. Marks of articles that are
 * not in the store any more go to those of the same content that have none.
 * m log (n / m) for m marks on n articles: 35 ms when 100 000 are all read, of
 * which 20 are SQLite's (tests/bench/bench_state.c); texts are looked at only
 * where one that is gone was as long.
 */
bool marks_read(struct marks *m, struct state *state, const struct store *s,
	struct err *e);
/* Changes the sets alone. */
void marks_set(struct marks *m, const struct marking *marking);
void marks_release(struct marks *m);

/* A hash of title and text: struct state_article's. Its lower half is how long
 * the text is. */
int64_t marks_content(const struct store *s, uint32_t article);

/* "Harbour, read later": the tags of an article. */
void marks_say_tags(const struct marks *m, uint32_t article, struct buf *out);

#endif
