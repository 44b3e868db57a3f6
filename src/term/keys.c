#include "term/keys.h"

#include "dateline/text/sanitize.h"
#include "dateline/view/key.h"

#define ESC 27
#define DEL 127
#define BEL 7

/* Codes of our own for define_key(), above all that curses has for a terminal's
 * entry: those of its extended keys are counted up from KEY_MAX, and it keeps
 * 15 bits of them. */
enum {
	CODE_PASTE_BEGIN = KEY_MAX + 4096,
	CODE_PASTE_END,
	CODE_MOUSE,
	CODE_X10,
	CODE_CTRL_LEFT,
	CODE_CTRL_RIGHT,
	CODE_ALT_LEFT,
	CODE_ALT_RIGHT
};

/* A lone Esc is told from a sequence by nothing following for this long:
 * sequences arrive in one packet, and people do not type that fast. */
#define ESC_DELAY_MS 25

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
	{ "\033[200~", CODE_PASTE_BEGIN },
	{ "\033[201~", CODE_PASTE_END },
	{ "\033[<", CODE_MOUSE },
	{ "\033[M", CODE_X10 },
	{ "\033[1;5D", CODE_CTRL_LEFT },
	{ "\033[1;5C", CODE_CTRL_RIGHT },
	{ "\033[1;3D", CODE_ALT_LEFT },
	{ "\033[1;3C", CODE_ALT_RIGHT },
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
		{ CODE_PASTE_BEGIN, KEYS_PASTE_BEGIN },
		{ CODE_PASTE_END, KEYS_PASTE_END },
		{ CODE_CTRL_LEFT, KEYS_CTRL_LEFT },
		{ CODE_CTRL_RIGHT, KEYS_CTRL_RIGHT },
		{ CODE_ALT_LEFT, KEYS_LEFT | KEYS_MOD_ALT },
		{ CODE_ALT_RIGHT, KEYS_RIGHT | KEYS_MOD_ALT },
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

#define REPORT_NUMBERS 3
#define REPORT_MAX 10000 /* more than any screen has */

/*
 * The rest of a mouse's report, "0;12;7M": button, column and row from 1, "M"
 * when it is pressed and "m" when it is let go (xterm's ctlseqs, "SGR").
 * Its final byte; 0: it is no such report.
 */
static wint_t read_report(WINDOW *w, int *numbers)
{
	wint_t c = 0;
	int n = 0;

	while (wget_wch(w, &c) == OK && c < 0x40) {
		if (c == ';')
			n++;
		else if (c >= '0' && c <= '9' && n < REPORT_NUMBERS &&
			 numbers[n] < REPORT_MAX)
			numbers[n] = numbers[n] * 10 + (int)(c - '0');
	}
	return n + 1 == REPORT_NUMBERS ? c : 0;
}

/* Only what is pressed counts. A key held with it makes it the terminal's or
 * another one's. */
static uint32_t mouse_key(WINDOW *w, struct mouse *m)
{
	static const struct {
		int button;
		enum mouse_act act;
	} acts[] = { { 0, MOUSE_CLICK }, { 64, MOUSE_WHEEL_UP },
		{ 65, MOUSE_WHEEL_DOWN } };
	int numbers[REPORT_NUMBERS] = { 0 };

	if (read_report(w, numbers) != 'M')
		return KEYS_NONE;
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
		if (numbers[0] != acts[i].button)
			continue;
		*m = (struct mouse){ acts[i].act, numbers[2] - 1,
			numbers[1] - 1 };
		return KEYS_MOUSE;
	}
	return KEYS_NONE;
}

/* A report in xterm's first form, which nobody asked for: three bytes. */
static uint32_t skip_x10(WINDOW *w)
{
	wint_t c;

	for (int i = 0; i < 3 && wget_wch(w, &c) == OK; i++)
		;
	return KEYS_NONE;
}

bool keys_next(WINDOW *w, uint32_t *key, struct mouse *m)
{
	wint_t c;
	int kind = wget_wch(w, &c);

	if (kind == ERR)
		return false;
	if (kind == KEY_CODE_YES && c == CODE_MOUSE)
		*key = mouse_key(w, m);
	else if (kind == KEY_CODE_YES && c == CODE_X10)
		*key = skip_x10(w);
	else if (kind == KEY_CODE_YES)
		*key = function_key(c);
	else if (c == ESC)
		*key = escape_key(w);
	else
		*key = character_key(c);
	return true;
}
