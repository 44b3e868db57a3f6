#include "term/paste.h"

#include <stdio.h>

void paste_mode(bool on)
{
	fputs(on ? "\033[?2004h" : PASTE_OFF, stdout);
	fflush(stdout);
}
