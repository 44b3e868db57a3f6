/*
 * Bracketed paste (xterm's ctlseqs, "Bracketed Paste Mode"): what is pasted
 * comes between two marks, so that it is never taken for keys. Terminals
 * without it ignore the wish.
 */
#ifndef TERM_PASTE_H
#define TERM_PASTE_H

#include <stdbool.h>

/* What the terminal sends before and behind pasted text. */
#define PASTE_START "\033[200~"
#define PASTE_END "\033[201~"
/* What gives the terminal back as it was. */
#define PASTE_OFF "\033[?2004l"

/* Asks for it, or no longer, on stdout. */
void paste_mode(bool on);

#endif
