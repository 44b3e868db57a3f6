#include "term/modes.h"

#include "term/terminfo.h"

#include <unistd.h>

/*
 * Private modes of DEC's kind, as xterm numbers them (ctlseqs); who does not
 * know them ignores them (ECMA-48, 5.4). Pasted text in brackets, the buttons
 * of the mouse, its places as decimal numbers: curses would ask for the form
 * that the entry names, which for screen, tmux and linux ends at column 223.
 */
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"

struct modes modes_of(bool mouse)
{
	if (!terminfo_has_sequences())
		return (struct modes){ 0 };
	if (mouse)
		return (struct modes){ .on = STR(PASTE_ON MOUSE_ON),
			.off = STR(MOUSE_OFF PASTE_OFF) };
	return (struct modes){ .on = STR(PASTE_ON), .off = STR(PASTE_OFF) };
}

void modes_enter(struct modes *m)
{
	if (!m->entered && m->on.n)
		(void)!write(STDOUT_FILENO, m->on.p, m->on.n);
	m->entered = true;
}

void modes_leave(struct modes *m)
{
	if (m->entered && m->off.n)
		(void)!write(STDOUT_FILENO, m->off.p, m->off.n);
	m->entered = false;
}
