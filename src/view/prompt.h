/* A line typed at the bottom: editing, history, completion of commands and
 * names. */
#ifndef VIEW_PROMPT_H
#define VIEW_PROMPT_H

#include "command.h"
#include "draw.h"

#include "dateline/base/buf.h"

enum prompt_result { PROMPT_OPEN, PROMPT_DONE, PROMPT_CANCELLED };

/* The lines typed before, oldest first. */
struct prompt_history {
	VEC_OF(struct str) lines; /* in the arena */
	struct arena arena;
};

struct prompt;

/* Who knows the names that a command may be given: offers those that may be
 * meant by what was typed, the likeliest first. */
struct prompt_names {
	void *ctx;
	void (*offer)(void *ctx, enum command_id id, struct str typed,
		struct prompt *p);
};

struct prompt {
	enum command_id id; /* what the line is for; COMMAND_NONE: closed */
	struct buf text;
	size_t cursor; /* byte */
	size_t recall; /* in the history; its length: the line being typed */
	struct buf head; /* what stands before that which Tab completes */
	uint32_t completion; /* which offer is shown, from 1; 0: none yet */
	VEC_OF(struct str) offers; /* what Tab goes through; in the arena */
	struct arena offered;
	struct prompt_names names; /* offer NULL: none */
	unsigned in; /* the screen, for completion */
	struct prompt_history commands, searches, notes, shell, files;
	struct buf question; /* instead of the sign; empty: none */
	bool yes_no; /* y is done, any other key cancels */
};

void prompt_open(struct prompt *p, enum command_id id, unsigned in);
/* Puts a line into the open prompt, the cursor at one of its bytes. */
void prompt_offer_line(struct prompt *p, struct str line, size_t cursor);
/* Opens it as a question that y or another key answers. */
void prompt_ask(
	struct prompt *p, enum command_id id, unsigned in, struct str question);
void prompt_close(struct prompt *p);
/* Adds what Tab may complete to, once; false when there are enough. */
bool prompt_offer(struct prompt *p, struct str offer);
enum prompt_result prompt_key(struct prompt *p, uint32_t key);
/* Draws it; gives the column of the cursor. */
int prompt_draw(const struct prompt *p, struct pen *pen);
/* Draws what Tab chooses from, for the line above, with the chosen one marked;
 * nothing when there is no choice. */
void prompt_draw_candidates(const struct prompt *p, struct pen *pen);
void prompt_release(struct prompt *p);

#endif
