/*
 * Loading: walks the archive's folders, reads and analyses the files on
 * several threads, and gives a finished store. Same files, same bytes, with
 * any number of threads.
 */
#ifndef DATELINE_STORE_LOAD_H
#define DATELINE_STORE_LOAD_H

#include "dateline/base/err.h"
#include "dateline/store/store.h"

struct loader;

struct load_progress {
	uint32_t files_done, files_all; /* files_all is 0 while walking */
	/* The same in bytes as they lie in the files, packed or not: an
	 * archive may be one large file. bytes_all is 0 while walking. */
	uint64_t bytes_done, bytes_all;
	uint32_t articles; /* read so far */
	bool walking; /* still looking for files */
	bool linking; /* all read: rounds and links are being found */
	/* While linking: how much of that is done, in thousandths of its time.
	 * It never falls, ends at 1000, and moves in a hundred steps or more
	 * from 10 000 articles on. Stays 0 where files were known: then
	 * update_prepare() links. */
	unsigned linked;
	/* Seconds that the reading or the linking under way will take yet, as
	 * far as what is done of it tells; 0: too little is. */
	uint32_t left;
	bool done; /* loader_take() will not wait */
};

/*
 * Starts loading `paths` (files or folders, n of them), reading and linking on
 * `threads` threads (0: one a core); the request is copied. When a path cannot
 * be opened at all: NULL and *e. `wake`, when not NULL, is called from another
 * thread whenever progress changed (at most a few times a second) and once when
 * done; it must be async-safe (write to a pipe).
 */
struct load_request {
	const char *const *paths;
	size_t n;
	unsigned threads;
	/* Nobody will search in it: it gets no index of words, an eighth of the
	 * time of linking. A search finds nothing then. */
	bool unsearched;
	/* What was read before, or NULL: only files that are new or changed
	 * since are read, and the store they give is not finished: it is for
	 * update_prepare(). */
	const struct store *known;
	bool partly; /* loader_partly() is asked for */
	bool idle; /* the others' work goes first (setpriority(2)) */
	void (*wake)(void *ctx);
	void *wake_ctx;
};
struct loader *loader_start(const struct load_request *r, struct err *e);
struct load_progress loader_progress(struct loader *l);
/*
 * What was read so far, to be shown and searched (snapshot.h): NULL when there
 * is nothing newer than what this gave before. The caller frees it. Made after
 * a quarter of a second, then whenever twice the time has passed, so that all
 * of them together cost no more than the last.
 */
struct store *loader_partly(struct loader *l);
/*
 * Once it is done: the files of `known` (n numbers in its files) whose articles
 * are no more as they were, because the file was changed or is not there. Valid
 * until loader_take().
 */
const uint32_t *loader_gone(const struct loader *l, size_t *n);
/* Asks it to stop reading; what was read so far is kept and linked. */
void loader_stop(struct loader *l);
/* Waits for the end and gives the store (the caller frees it); frees l. */
struct store *loader_take(struct loader *l);

/* All of it in one call; NULL and *e when a path cannot be opened. */
struct store *store_load(
	const char *const *paths, size_t n, unsigned threads, struct err *e);

#endif
