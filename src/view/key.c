#include "dateline/view/key.h"

#include "dateline/base/ascii.h"
#include "dateline/text/utf8.h"

#include <stdio.h>

struct key_name {
	const char *name;
	uint32_t key;
};

/* The first name of a key is the one key_format gives. */
static const struct key_name names[] = {
	{ "Enter", KEYS_ENTER },
	{ "Return", KEYS_ENTER },
	{ "Tab", KEYS_TAB },
	{ "BackTab", KEYS_BACKTAB },
	{ "S-Tab", KEYS_BACKTAB },
	{ "Esc", KEYS_ESC },
	{ "Backspace", KEYS_BACKSPACE },
	{ "BS", KEYS_BACKSPACE },
	{ "Delete", KEYS_DELETE },
	{ "Del", KEYS_DELETE },
	{ "Insert", KEYS_INSERT },
	{ "Up", KEYS_UP },
	{ "Down", KEYS_DOWN },
	{ "Left", KEYS_LEFT },
	{ "Right", KEYS_RIGHT },
	{ "Home", KEYS_HOME },
	{ "End", KEYS_END },
	{ "PgUp", KEYS_PGUP },
	{ "PageUp", KEYS_PGUP },
	{ "PgDn", KEYS_PGDN },
	{ "PageDown", KEYS_PGDN },
	{ "C-Left", KEYS_CTRL_LEFT },
	{ "C-Right", KEYS_CTRL_RIGHT },
	{ "Paste", KEYS_PASTE_BEGIN },
	{ "PasteEnd", KEYS_PASTE_END },
	{ "Space", ' ' },
	{ "Less", '<' },
};
#define N_NAMES (sizeof names / sizeof *names)

/* The key of Ctrl and this character; KEYS_NONE when there is none. */
static uint32_t control(char c)
{
	uint32_t code = (uint32_t)ascii_lower(c);

	if (code == '?' || code == 'h')
		return KEYS_BACKSPACE;
	if (code == 'i')
		return KEYS_TAB;
	if (code == 'm')
		return KEYS_ENTER;
	if (code == '[')
		return KEYS_ESC;
	if ((code >= 'a' && code <= 'z') || (code >= '\\' && code <= '_') ||
		code == '@')
		return code == '@' ? ' ' : code & 0x1F;
	return KEYS_NONE;
}

static uint32_t function_key(struct str name, bool any_case)
{
	uint32_t n;

	if (name.n < 2 || (name.p[0] != 'F' && !(any_case && *name.p == 'f')) ||
		!str_to_u32(str_slice(name, 1, name.n), &n))
		return KEYS_NONE;
	return n >= 1 && n <= 12 ? KEYS_F1 + n - 1 : KEYS_NONE;
}

static bool is_name(struct str s, const char *name, bool any_case)
{
	return any_case ? str_eq_nocase(s, str_from_c(name))
			: str_eq(s, str_from_c(name));
}

/* The key of a whole name; KEYS_NONE when it is none. Without brackets case
 * counts, so that "up" is two keys. */
static uint32_t named(struct str name, bool bracketed)
{
	uint32_t alt = 0;
	uint32_t cp;

	if (name.n > 2 && str_starts_nocase(name, STR("M-"))) {
		alt = KEYS_MOD_ALT;
		name = str_slice(name, 2, name.n);
		if (utf8_decode(name, 0, &cp) == name.n && cp != UTF8_BAD)
			return cp | alt;
	}
	if (name.n == 3 && str_starts_nocase(name, STR("C-")) &&
		control(name.p[2]))
		return control(name.p[2]) | alt;
	if (name.n == 2 && name.p[0] == '^' && control(name.p[1]))
		return control(name.p[1]) | alt;
	for (size_t i = 0; i < N_NAMES; i++)
		if (is_name(name, names[i].name, bracketed))
			return names[i].key | alt;
	cp = function_key(name, bracketed);
	return cp ? cp | alt : KEYS_NONE;
}

static uint32_t take(struct str *rest, size_t n, uint32_t key)
{
	*rest = str_slice(*rest, n, rest->n);
	return key;
}

uint32_t key_parse(struct str *rest)
{
	uint32_t key;
	size_t n;

	if (rest->n == 0)
		return KEYS_NONE;
	key = named(*rest, false);
	if (key)
		return take(rest, rest->n, key);
	n = rest->p[0] == '<' ? str_chr(*rest, '>', 1) : STR_NPOS;
	if (n != STR_NPOS) {
		key = named(str_slice(*rest, 1, n), true);
		if (key)
			return take(rest, n + 1, key);
	}
	if (rest->p[0] == '^' && rest->n > 1 && control(rest->p[1]))
		return take(rest, 2, control(rest->p[1]));
	n = utf8_decode(*rest, 0, &key);
	return take(rest, n, key == UTF8_BAD ? 0xFFFD : key);
}

void key_format(uint32_t key, struct buf *out)
{
	uint32_t base = key & ~(uint32_t)KEYS_MOD_ALT;

	if (key & KEYS_MOD_ALT)
		buf_add(out, STR("M-"));
	for (size_t i = 0; i < N_NAMES; i++) {
		if (names[i].key == base && base != '<') {
			buf_add(out, str_from_c(names[i].name));
			return;
		}
	}
	if (base >= KEYS_F1 && base <= KEYS_F12)
		buf_add_f(out, "F%u", (unsigned)(base - KEYS_F1 + 1));
	else if (base < 0x20)
		buf_add_f(out, "^%c", (char)(base + 0x40));
	else if (base < KEYS_SPECIAL)
		buf_add_cp(out, base);
	else
		buf_add_c(out, '?');
}
