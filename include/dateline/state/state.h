/*
 * What the reader did with an archive, kept between sessions: a log of changes,
 * each of which can be undone and done again, what articles are marked with,
 * and the place. An SQLite database, read when it
 * is there and made by the first change; several sessions may use it at once.
 * Without one (no path, or one that cannot be used) all works the same, for
 * this session only.
 */
#ifndef DATELINE_STATE_STATE_H
#define DATELINE_STATE_STATE_H

#include "dateline/base/err.h"

/* What changes are about; kept by their names in state_kind_names[]. */
enum state_kind {
	STATE_PERSON, /* two names are one person, or are not */
	STATE_ROUND, /* two articles are of one round, or are not */
	STATE_READ, /* articles are read, or are not */
	STATE_STARRED,
	STATE_TAG, /* the same, about a tag */
	STATE_LATER, /* articles are to be read later, or are not */
	STATE_NOTE, /* what the reader wrote about an article or a quote */
	STATE_KINDS
};
extern const char *const state_kind_names[STATE_KINDS];

/* Strings are UTF-8 without NUL. */
struct state_change {
	enum state_kind kind;
	struct str key; /* what it is about, as its kind has it */
	struct str before, after; /* its value; STR_NONE: none */
	int64_t time; /* seconds since 1970 */
	struct str articles; /* of marks: their ids, a line each */
};
/* The values of marks. */
extern const char state_yes[], state_no[];

enum state_result {
	STATE_KEPT,
	STATE_UNKEPT, /* done for this session only: *e says why, where
			 something was to be kept */
	STATE_NOTHING, /* there was nothing to undo or to do again */
	STATE_FAILED /* not done: *e says why */
};

struct state;

/*
 * Opens the state of one archive (see state_archive()). Never NULL: when the
 * database at `path` is damaged, newer than this program, of somebody else or
 * unreadable, *e says so, the file is left as it is, and the state is that of a
 * session without one. *e is empty otherwise. `path` NULL: keep nothing.
 */
struct state *state_open(const char *path, struct str archive, struct err *e);
void state_close(struct state *s);
/* Whether another session changed the database since it was opened or this was
 * asked last; also when one made it. */
bool state_changed(struct state *s);

/*
 * Sets the values of n keys (`kind`, `key` and `after` of each) as one step,
 * undone and done again together. What was undone before cannot be done again
 * then.
 */
enum state_result state_set(
	struct state *s, const struct state_change *v, size_t n, struct err *e);

/* Called with each change of a step, or each value; the strings are valid
 * during the call. */
struct state_sink {
	void *ctx;
	void (*take)(void *ctx, const struct state_change *change);
};
/* Undoes the latest step, or does the one undone last again, and gives its
 * changes to the sink (which may be NULL). */
enum state_result state_undo(
	struct state *s, const struct state_sink *sink, struct err *e);
enum state_result state_redo(
	struct state *s, const struct state_sink *sink, struct err *e);
/* Gives the latest change of each key of a kind that has a value, by time. */
bool state_values(struct state *s, enum state_kind kind,
	const struct state_sink *sink, struct err *e);
/* Gives all changes of a kind that were not undone, by time: where each goes on
 * from what those before it made. */
bool state_log(struct state *s, enum state_kind kind,
	const struct state_sink *sink, struct err *e);

/*
 * Marks: what an article is marked with is kept by its id, beside a hash of its
 * content, so that an article that was moved or has another id is found again.
 */
enum state_flag {
	STATE_FLAG_READ = 1,
	STATE_FLAG_STARRED = 2,
	STATE_FLAG_LATER = 4
};

struct state_article {
	struct str id;
	int64_t content; /* a hash of it; never 0 */
};

/* A wish to mark articles, or to take the mark off. */
struct state_marking {
	enum state_kind kind; /* READ, STARRED, TAG, LATER */
	struct str tag; /* of TAG: one line, not empty */
	bool on;
	const struct state_article *articles; /* n; no line feed in an id */
	size_t n;
	bool silent; /* no step: undo passes over it */
};

/*
 * Marks the articles of n markings as one step. They should be those only that
 * the mark is news to: undo takes it off all of them. n log n in the articles:
 * 100 000 are marked in 0.4 s, one in 0.03 ms (tests/bench/bench_state.c).
 */
enum state_result state_mark(struct state *s, const struct state_marking *m,
	size_t n, struct err *e);

/* Called with each article that was ever marked, by id (str_cmp()), and with
 * each use of a tag, by tag, then id. The strings are valid during the call. */
struct state_marks_sink {
	void *ctx;
	void (*article)(
		void *ctx, const struct state_article *article, unsigned flags);
	void (*tag)(void *ctx, struct str tag, struct str id);
};
bool state_marks(
	struct state *s, const struct state_marks_sink *sink, struct err *e);

/* An article's marks become those of another id. */
struct state_move {
	struct str from, to;
};
enum state_result state_move(struct state *s, const struct state_move *moves,
	size_t n, struct err *e);

/*
 * Where the reader was in the archive, in the words of who keeps it: replaces
 * what was kept; STR_NONE: nothing. state_place() appends it to *out.
 */
enum state_result state_keep_place(
	struct state *s, struct str place, struct err *e);
bool state_place(struct state *s, struct buf *out, struct err *e);

/*
 * Lines typed into prompts, of all archives: the last STATE_TYPED of each kind
 * of prompt are kept, each once, where it was typed last.
 */
#define STATE_TYPED 100

struct typed_line {
	struct str kind, line;
};
enum state_result state_keep_typed(
	struct state *s, const struct typed_line *line, struct err *e);

struct state_typed_sink {
	void *ctx;
	void (*take)(void *ctx, const struct typed_line *line);
};
/* Gives all, of each kind the oldest first. */
bool state_typed(
	struct state *s, const struct state_typed_sink *sink, struct err *e);

/*
 * Appends the path of the database: state.db in $XDG_STATE_HOME/dateline (XDG
 * Base Directory Specification 0.8: an unset, empty or relative value means
 * ~/.local/state). False when there is no home either.
 */
bool state_path(struct buf *out);
/*
 * Appends what names an archive: the real paths of its files and folders, a
 * line each, sorted; so it is the same from whatever folder it is opened.
 */
void state_archive(struct buf *out, const char *const *paths, size_t n);

#endif
