#include "term/terminfo.h"

#include <curses.h>
#include <term.h>
#include <unistd.h>

bool terminfo_knows(const char *type)
{
	int reason;

	if (setupterm(type, STDOUT_FILENO, &reason) != OK)
		return false;
	del_curterm(cur_term);
	return true;
}

bool terminfo_has_cursor(void)
{
	return cursor_address != NULL;
}

bool terminfo_has_sequences(void)
{
	return cursor_address && strncmp(cursor_address, "\033[", 2) == 0;
}

/* Appends a capability without its padding ("$<5>"). */
static void add_capability(struct buf *out, const char *capability)
{
	struct str rest = str_from_c(capability ? capability : "");
	size_t pad;

	while ((pad = str_find(rest, STR("$<"), 0)) != STR_NPOS) {
		buf_add(out, str_slice(rest, 0, pad));
		pad = str_chr(rest, '>', pad);
		rest = str_slice(
			rest, pad == STR_NPOS ? rest.n : pad + 1, rest.n);
	}
	buf_add(out, rest);
}

void terminfo_colors(struct buf *out, int fg, int bg)
{
	if (fg >= 0 && set_a_foreground)
		add_capability(out, tiparm(set_a_foreground, fg));
	if (bg >= 0 && set_a_background)
		add_capability(out, tiparm(set_a_background, bg));
}

void terminfo_restore(struct buf *out)
{
	add_capability(out, exit_attribute_mode);
	add_capability(out, keypad_local);
	add_capability(out, cursor_normal);
	add_capability(out, exit_ca_mode);
}

/* Curses' own copy of a capability; NULL when the terminal has none. */
static char *capability(const char *name)
{
	char *value = tigetstr(name);

	return value == (char *)-1 ? NULL : value;
}

static void cut_out(char *from, const char *what)
{
	size_t n = strlen(what);
	char *at = from ? strstr(from, what) : NULL;

	if (at)
		memmove(at, at + n, strlen(at + n) + 1);
}

void terminfo_adjust(void)
{
	char *reset_palette = capability("oc");

	cut_out(capability("sgr"), "%?%p9%t\033(0%e\033(B%;");
	cut_out(capability("sgr"), "%?%p9%t\016%e\017%;");
	cut_out(capability("sgr0"), "\033(B");
	cut_out(capability("sgr0"), "\017");
	if (reset_palette)
		*reset_palette = '\0';
}
