/*
 * The clipboard of the terminal the reader sits at, by the escape sequence that
 * sets it (OSC 52; xterm, "Operating System Commands"): also over SSH. Of the
 * text nothing but base64 is sent, so that it can not be obeyed.
 */
#ifndef TERM_CLIPBOARD_H
#define TERM_CLIPBOARD_H

#include "dateline/base/buf.h"

/* The most that xterm takes, in bytes of base64; other terminals take less in
 * no case that is known. */
#define CLIPBOARD_MAX 74994

enum clipboard_way {
	CLIPBOARD_PLAIN,
	/* tmux keeps it, and sends it on where set-clipboard is on; wrapped for
	 * its passthrough it goes on where allow-passthrough is */
	CLIPBOARD_TMUX,
	CLIPBOARD_SCREEN /* in pieces of what GNU screen takes at once */
};

/* By the environment. */
enum clipboard_way clipboard_way(void);
/* Appends the sequence; false when the text is too long. */
bool clipboard_sequence(
	struct buf *out, struct str text, enum clipboard_way way);

#endif
