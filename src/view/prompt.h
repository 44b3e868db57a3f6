/* A line typed at the bottom: editing, history, completion of commands and
 * their arguments. */
#ifndef VIEW_PROMPT_H
#define VIEW_PROMPT_H

#include "command.h"
#include "draw.h"
#include "line_edit.h"
#include "typed.h"

enum prompt_result { PROMPT_OPEN, PROMPT_DONE, PROMPT_CANCELLED };

struct prompt;

/* Who knows what a command may be given: offers those words that may be meant
 * by what was typed, the likeliest first. */
struct prompt_names {
	void *ctx;
	void (*offer)(void *ctx, enum command_id id, struct str typed,
		struct prompt *p);
};

/* What Tab may put in, in the arena. */
struct offer {
	struct str text, help;
};

struct prompt {
	enum command_id id; /* what the line is for; COMMAND_NONE: closed */
	struct line_edit line;
	size_t recall; /* in the history; its length: the line being typed */
	struct buf stem; /* the line being typed, while another is shown */
	struct buf head, tail; /* around that which Tab completes */
	uint32_t completion; /* which offer is shown, from 1; 0: none yet */
	VEC_OF(struct offer) offers; /* what Tab goes through */
	bool quotes; /* they are arguments in a line of commands */
	struct arena offered;
	struct prompt_names names; /* offer NULL: none */
	unsigned in; /* the screen, for completion */
	struct typed typed[COMMAND_COUNT]; /* by prompt_kind() */
	struct buf question; /* instead of the sign; empty: none */
	bool yes_no; /* y is done, any other key cancels */
	bool proposed; /* the line is, and nothing was typed yet */
};

void prompt_open(struct prompt *p, enum command_id id, unsigned in);
/* Puts a line into the open prompt, the cursor at one of its bytes. */
void prompt_offer_line(struct prompt *p, struct str line, size_t cursor);
/* Puts a line into it that the first character typed replaces, as mutt does;
 * keys that move or delete keep it. */
void prompt_propose(struct prompt *p, struct str line);
/* Opens it as a question that y or another key answers. */
void prompt_ask(
	struct prompt *p, enum command_id id, unsigned in, struct str question);
void prompt_close(struct prompt *p);
/* Whose history a prompt has: searches on and back have one. */
enum command_id prompt_kind(enum command_id id);
static inline struct str prompt_text(const struct prompt *p)
{
	return buf_str(&p->line.text);
}
/* A key; prompt_paste(): one that was pasted, which means itself only. */
enum prompt_result prompt_key(struct prompt *p, uint32_t key);
void prompt_paste(struct prompt *p, uint32_t key);

/* Adds what Tab may complete to, once; false when there are enough. */
bool prompt_offer(struct prompt *p, struct str offer);
bool prompt_offer_help(struct prompt *p, struct str offer, struct str help);
/* The first n bytes of what was typed stay; the offers are for the rest. */
void prompt_keep(struct prompt *p, struct str typed, size_t n);
/* Tab, or back with -1 (prompt_offers.c). */
void prompt_complete(struct prompt *p, int step);

/* Draws it; gives the column of the cursor. */
int prompt_draw(const struct prompt *p, struct pen *pen);
/* Draws what Tab chooses from in the last rows of an area, the chosen one
 * marked; nothing when there is no choice. */
void prompt_draw_offers(const struct prompt *p, const struct area *above);
void prompt_release(struct prompt *p);

#endif
