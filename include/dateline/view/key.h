/*
 * Keys and sequences of keys, as the terminal gives them and as bindings name
 * them: "j", "gg", "Enter", "PgDn", "^D", "Space", "'\"", "M-x".
 */
#ifndef DATELINE_VIEW_KEY_H
#define DATELINE_VIEW_KEY_H

#include "dateline/base/buf.h"

/* A code point, or one of these, or'ed with KEY_MOD_ALT. Control keys are their
 * ASCII code (^D is 4), except Enter, Tab, Esc and Backspace. */
enum key_code {
	KEYS_NONE = 0,
	KEYS_SPECIAL = 0x110000, /* all below are above it */
	KEYS_ENTER,
	KEYS_TAB,
	KEYS_BACKTAB,
	KEYS_ESC,
	KEYS_BACKSPACE,
	KEYS_DELETE,
	KEYS_INSERT,
	KEYS_UP,
	KEYS_DOWN,
	KEYS_LEFT,
	KEYS_RIGHT,
	KEYS_HOME,
	KEYS_END,
	KEYS_PGUP,
	KEYS_PGDN,
	KEYS_CTRL_LEFT,
	KEYS_CTRL_RIGHT,
	KEYS_F1, /* … F12 follow */
	KEYS_F12 = KEYS_F1 + 11,
	/* No keys, and of no name: what comes between the two was pasted into
	 * the terminal; somebody pressed a button of the mouse. */
	KEYS_PASTE_BEGIN,
	KEYS_PASTE_END,
	KEYS_MOUSE,
	KEYS_MOD_ALT = 0x1000000
};

/* What was done with the mouse, in which cell of the screen. */
struct mouse {
	enum mouse_act { MOUSE_CLICK, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN } act;
	int row, col;
};

/*
 * Reads the next key of a written sequence, from *rest. A name ("Enter",
 * "<Enter>", "PgDn", "^D", "C-d", "Space", "F1", "M-x") stands alone or in
 * angle brackets, in these in any case; other characters are keys themselves
 * ("gg" and "up" are two).
 * KEYS_NONE when *rest is empty.
 */
uint32_t key_parse(struct str *rest);
/* Appends the name of a key. */
void key_format(uint32_t key, struct buf *out);

#endif
