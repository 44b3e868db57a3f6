#include "term/keys.h"

#include "dateline/text/sanitize.h"
#include "dateline/view/key.h"
#include "term/paste.h"

#define ESC 27
#define DEL 127
#define BEL 7

/* A lone Esc is told from a sequence by nothing following for this long:
 * sequences arrive in one packet, and people do not type that fast. */
#define ESC_DELAY_MS 25

/* Numbers for define_key() beyond those of curses and of terminfo's own keys;
 * curses keeps 15 bits of them. */
enum own_key {
	OWN_PASTE = 0x7000,
	OWN_PASTE_END,
	OWN_CTRL_LEFT,
	OWN_CTRL_RIGHT,
	OWN_ALT_LEFT,
	OWN_ALT_RIGHT
};

/* What terminals send in the cursor mode that their terminfo entry does not
 * name, and common variants (xterm's ctlseqs, "PC-Style Function Keys"). */
static const struct {
	const char *bytes;
	int key;
} variants[] = {
	{ "\033[A", KEY_UP },
	{ "\033[B", KEY_DOWN },
	{ "\033[C", KEY_RIGHT },
	{ "\033[D", KEY_LEFT },
	{ "\033OA", KEY_UP },
	{ "\033OB", KEY_DOWN },
	{ "\033OC", KEY_RIGHT },
	{ "\033OD", KEY_LEFT },
	{ "\033[H", KEY_HOME },
	{ "\033OH", KEY_HOME },
	{ "\033[1~", KEY_HOME },
	{ "\033[7~", KEY_HOME },
	{ "\033[F", KEY_END },
	{ "\033OF", KEY_END },
	{ "\033[4~", KEY_END },
	{ "\033[8~", KEY_END },
	{ "\033[2~", KEY_IC },
	{ "\033[3~", KEY_DC },
	{ "\033[5~", KEY_PPAGE },
	{ "\033[6~", KEY_NPAGE },
	{ "\033[Z", KEY_BTAB },
	{ "\033OM", KEY_ENTER },
	{ "\033[1;5D", OWN_CTRL_LEFT },
	{ "\033[1;5C", OWN_CTRL_RIGHT },
	{ "\033[1;3D", OWN_ALT_LEFT },
	{ "\033[1;3C", OWN_ALT_RIGHT },
	{ PASTE_START, OWN_PASTE },
	{ PASTE_END, OWN_PASTE_END },
};

WINDOW *keys_open(void)
{
	/* Reading through a pad never repaints, as other windows would. */
	WINDOW *w = newpad(1, 1);

	if (!w)
		return NULL;
	set_escdelay(ESC_DELAY_MS);
	keypad(w, TRUE);
	nodelay(w, TRUE);
	for (size_t i = 0; i < sizeof variants / sizeof *variants; i++)
		define_key(variants[i].bytes, variants[i].key);
	return w;
}

static uint32_t function_key(wint_t code)
{
	static const struct {
		int curses;
		uint32_t key;
	} map[] = {
		{ KEY_UP, KEYS_UP },
		{ KEY_DOWN, KEYS_DOWN },
		{ KEY_LEFT, KEYS_LEFT },
		{ KEY_RIGHT, KEYS_RIGHT },
		{ KEY_HOME, KEYS_HOME },
		{ KEY_END, KEYS_END },
		{ KEY_PPAGE, KEYS_PGUP },
		{ KEY_NPAGE, KEYS_PGDN },
		{ KEY_ENTER, KEYS_ENTER },
		{ KEY_BACKSPACE, KEYS_BACKSPACE },
		{ KEY_DC, KEYS_DELETE },
		{ KEY_IC, KEYS_INSERT },
		{ KEY_BTAB, KEYS_BACKTAB },
		{ OWN_CTRL_LEFT, KEYS_CTRL_LEFT },
		{ OWN_CTRL_RIGHT, KEYS_CTRL_RIGHT },
		{ OWN_ALT_LEFT, KEYS_LEFT | KEYS_MOD_ALT },
		{ OWN_ALT_RIGHT, KEYS_RIGHT | KEYS_MOD_ALT },
		{ OWN_PASTE, KEYS_PASTE },
		{ OWN_PASTE_END, KEYS_PASTE_END },
	};

	for (size_t i = 0; i < sizeof map / sizeof *map; i++) {
		if ((int)code == map[i].curses)
			return map[i].key;
	}
	if (code >= KEY_F(1) && code <= KEY_F(12))
		return KEYS_F1 + (code - KEY_F(1));
	return KEYS_NONE;
}

static uint32_t character_key(wint_t c)
{
	switch (c) {
	case '\r':
	case '\n':
		return KEYS_ENTER;
	case '\t':
		return KEYS_TAB;
	case '\b':
	case DEL:
		return KEYS_BACKSPACE;
	default:
		break;
	}
	if (c >= 0x20 && text_is_forbidden(c))
		return KEYS_NONE;
	return c;
}

/* Drops a control sequence (ECMA-48, 5.4) up to its final byte, so that a key
 * we do not know is not taken for the letters of its sequence. */
static void skip_sequence(WINDOW *w)
{
	wint_t c;

	while (wget_wch(w, &c) == OK && (c < 0x40 || c > 0x7E))
		;
}

/* Drops a string (a terminal's report), up to BEL or ESC \ . */
static void skip_string(WINDOW *w)
{
	wint_t c, last = 0;

	while (wget_wch(w, &c) == OK && c != BEL && !(last == ESC && c == '\\'))
		last = c;
}

static uint32_t escape_key(WINDOW *w)
{
	wint_t c;
	int kind = wget_wch(w, &c);
	uint32_t key;

	if (kind == ERR)
		return KEYS_ESC;
	if (kind == KEY_CODE_YES) {
		key = function_key(c);
		return key == KEYS_NONE ? key : key | KEYS_MOD_ALT;
	}
	switch (c) {
	case ESC:
		unget_wch(ESC);
		return KEYS_ESC;
	case '[':
	case 'O':
		skip_sequence(w);
		return KEYS_NONE;
	case ']':
	case 'P':
	case '_':
	case '^':
		skip_string(w);
		return KEYS_NONE;
	default:
		break;
	}
	key = character_key(c);
	return key == KEYS_NONE ? key : key | KEYS_MOD_ALT;
}

bool keys_next(WINDOW *w, uint32_t *key)
{
	wint_t c;
	int kind = wget_wch(w, &c);

	if (kind == ERR)
		return false;
	if (kind == KEY_CODE_YES)
		*key = function_key(c);
	else if (c == ESC)
		*key = escape_key(w);
	else
		*key = character_key(c);
	return true;
}
