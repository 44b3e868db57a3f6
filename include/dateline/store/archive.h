/*
 * An archive that is read while it is kept current. Its store comes from its
 * image at once or, the first time, from its files, a part of them at a time.
 * Behind the screen the files are looked at; what is new, changed or gone joins
 * the store, and a full run then finds what joining cannot (update.h) and makes
 * the image anew. All long work is done by threads: archive_step() takes over
 * what they have finished, between two keys.
 */
#ifndef DATELINE_STORE_ARCHIVE_H
#define DATELINE_STORE_ARCHIVE_H

#include "dateline/store/load.h"

struct archive;

struct archive_request {
	const char *const *paths; /* files or folders, n of them */
	size_t n;
	unsigned threads; /* 0: one a core */
	bool images; /* start from the archive's image, and keep it */
	bool unwritten; /* but write none */
	const char *shared; /* as in struct image_request */
	/* Called when archive_step() has something to do, mostly from other
	 * threads; must be async-safe (write to a pipe). */
	void (*wake)(void *ctx);
	/* Called by archive_step() before the store changes or is another:
	 * when it returns, no other thread may be reading the store. */
	void (*release)(void *ctx);
	void *ctx;
};

enum archive_work {
	ARCHIVE_IDLE,
	ARCHIVE_READING, /* all files, the first time */
	ARCHIVE_LOOKING, /* for what is new, changed or gone, and reading it */
	ARCHIVE_JOINING, /* that to the store */
	ARCHIVE_REPAIRING, /* a full run behind the screen */
	ARCHIVE_SAVING /* the image of what was read or repaired */
};

struct archive_progress {
	enum archive_work work;
	struct load_progress load; /* of reading, looking or repairing */
};

/* What archive_step() found. */
struct archive_news {
	/* archive_store() has changed or is another; the one before is freed by
	 * the next step. */
	bool store;
	bool partial; /* it is what was read so far: more is to come */
	/* All of the store may be read now, and changed before the next step:
	 * no thread reads it. */
	bool checked;
	bool looked; /* a look has ended: what it changed */
	uint32_t added, gone; /* articles */
	/* Why the look changed nothing, or a damaged image's archive cannot be
	 * read; or NULL. */
	const char *failed;
	const char *remark; /* what went wrong with the image; or NULL */
};

/*
 * Opens the archive's image, else starts to read its files. NULL and *e when a
 * path cannot be opened. The strings of the request must outlive it.
 */
struct archive *archive_open(const struct archive_request *r, struct err *e);
/* Stops what is under way, and frees it with its store. */
void archive_close(struct archive *a);

/*
 * The store to be shown; NULL: none yet. One that is there before the first
 * step comes from an image that is still being looked at: only what lists of
 * articles show may be read of it, and nothing changed, until a step says that
 * it is checked, or gives another in its place.
 */
struct store *archive_store(struct archive *a);
struct archive_progress archive_progress(struct archive *a);
/* Takes over what the threads have finished. Strings live until the next. */
struct archive_news archive_step(struct archive *a);

/*
 * Looks for what is new, changed or gone; a step's `looked` answers. While all
 * files are read or an image is saved it waits for that to end. False with *e
 * when it cannot begin.
 */
bool archive_look(struct archive *a, struct err *e);
/* Stops reading, looking and repairing: what was read the first time is kept
 * and shown, all else leaves the store as it is. Joining and saving end by
 * themselves. */
void archive_stop(struct archive *a);
/*
 * Before the store is changed by somebody else (store_regroup()): what is being
 * worked out from it, for half a second at most, is waited for and then found
 * out anew, beginning with the next step.
 */
void archive_settle(struct archive *a);

#endif
