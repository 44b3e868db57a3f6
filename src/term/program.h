/*
 * Programs of the reader's: never through a shell, except that of `|`. They get
 * no descriptor of ours but the three, and signals as they are by default.
 */
#ifndef TERM_PROGRAM_H
#define TERM_PROGRAM_H

#include "dateline/base/err.h"
#include "dateline/base/mem.h"

#include <sys/types.h>

/* The words of a command, NULL after the last. */
struct program {
	VEC_OF(char *) argv;
	struct arena arena;
};

/*
 * Cuts a line at its blanks, except those in "…" or '…'. In each word %u or %s
 * is replaced by `address`; where no word has it the address is the last word.
 * A NULL address is nowhere. False when there is no word at all.
 */
bool program_words(struct program *p, struct str line, const char *address);
void program_release(struct program *p);

struct program_run {
	char *const *argv; /* argv[0] is looked for in $PATH */
	int in; /* its stdin */
	bool terminal; /* it has our terminal; else none, and no output */
};

/* Starts it; false when there is no such program. */
bool program_start(const struct program_run *r, pid_t *pid, struct err *e);
/* Waits for one that has the terminal, stopping with it when it is stopped,
 * unless `stays`: then it goes on at once. Gives its exit status, 128 + the
 * signal that ended it, as shells do. */
int program_wait(pid_t pid, bool stays);
/* Waits so long at most, ms; false when it has not ended. *status as above. */
bool program_ends(pid_t pid, int ms, int *status);
/* Forgets those that have ended and that nobody waited for. */
void program_reap(void);

#endif
