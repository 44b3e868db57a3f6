/*
 * What the reader corrected in one archive, and what articles are marked with:
 * read when it is opened, applied before everything else, changed and undone
 * while it is open.
 */
#ifndef DATELINE_STORE_CORRECTIONS_H
#define DATELINE_STORE_CORRECTIONS_H

#include "dateline/state/state.h"
#include "dateline/store/marks.h"
#include "dateline/store/people.h"
#include "dateline/store/regroup.h"

struct corrections {
	/* Those in force, by time. */
	VEC_OF(struct people_correction) people;
	VEC_OF(struct round_correction) rounds;
	struct marks marks; /* of the articles of `store` */
	struct buf told; /* what the last call did, in a line for the reader */
	bool is_error; /* told says what went wrong */
	bool is_warning; /* it says why nothing is kept, too; once */
	bool can_undo; /* told says what was done, and it can be undone */
	bool marks_only; /* the last call changed no names and rounds */
	bool of_others; /* the last call took in what another session did */
	bool unkept; /* something that was to be kept could not be */
	bool keep; /* as it was asked for */
	struct state *state;
	struct store *store; /* whose rounds follow them; NULL: none yet */
	struct arena arena; /* of the strings */
};

/*
 * Reads the corrections of the archive of n paths; `keep` false: no file is
 * opened, what is corrected is for this session. When the file cannot be used,
 * told says why.
 */
void corrections_open(
	struct corrections *c, const char *const *paths, size_t n, bool keep);
void corrections_release(struct corrections *c);

/*
 * Applies the corrections of rounds to a finished store, now and whenever they
 * change, in the thread that changes them; NULL: to none any more. The marks
 * are those of its articles then, and told names articles by its titles, by
 * their ids before.
 */
void corrections_follow(struct corrections *c, struct store *store);
/* Takes in what other sessions did since; false when they did nothing. */
bool corrections_reread(struct corrections *c);

/* Each changes `people` and `rounds` at once, and the state, and tells what it
 * did: "“Lind” is “Ada Lind”", "undone: …", "nothing to undo". What cannot be
 * kept holds for this session. */
void corrections_set(
	struct corrections *c, const struct people_correction *correction);
void corrections_set_round(
	struct corrections *c, const struct round_correction *correction);
/* Marks articles of the store, or takes the mark off them: of those that are
 * not so already. Silently: nothing is told, and undo passes over it. */
void corrections_mark(struct corrections *c, const struct marking *m);
/* The same for several marks, as one step. */
void corrections_mark_all(
	struct corrections *c, const struct marking *m, size_t n);
/* Keeps a note on an article of the store or a quote of it, in place of that
 * which is there; an empty one takes it away. */
void corrections_note(struct corrections *c, const struct note_wish *wish);
/* Where the reader was, as the view layer writes it: appends what is kept, and
 * keeps it. What cannot be is forgotten. */
void corrections_place(struct corrections *c, struct buf *out);
void corrections_keep_place(struct corrections *c, struct str place);
/* A line that was typed into a prompt is kept, where that is asked for; those
 * that are. */
void corrections_keep_typed(
	struct corrections *c, const struct typed_line *line);
void corrections_typed(
	struct corrections *c, const struct state_typed_sink *sink);
void corrections_undo(struct corrections *c);
void corrections_redo(struct corrections *c);

#endif
