#include "term/clipboard.h"

#include "dateline/base/env.h"

/* GNU screen drops a string longer than 256 bytes in old versions, 768 since
 * 4.0 (MAXSTR). */
#define SCREEN_PIECE 240

enum clipboard_way clipboard_way(void)
{
	const char *term = env_get("TERM");

	if (env_get("TMUX"))
		return CLIPBOARD_TMUX;
	if (env_get("STY") ||
		(term && str_starts(str_from_c(term), STR("screen"))))
		return CLIPBOARD_SCREEN;
	return CLIPBOARD_PLAIN;
}

/* RFC 4648, 4. */
static void add_base64(struct buf *out, struct str s)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < s.n; i += 3) {
		uint32_t bits = (uint32_t)(uint8_t)s.p[i] << 16;

		if (i + 1 < s.n)
			bits |= (uint32_t)(uint8_t)s.p[i + 1] << 8;
		if (i + 2 < s.n)
			bits |= (uint8_t)s.p[i + 2];
		buf_add_c(out, digits[bits >> 18]);
		buf_add_c(out, digits[bits >> 12 & 63]);
		buf_add_c(out, i + 1 < s.n ? digits[bits >> 6 & 63] : '=');
		buf_add_c(out, i + 2 < s.n ? digits[bits & 63] : '=');
	}
}

/* tmux: each ESC inside is doubled. */
static void add_for_tmux(struct buf *out, struct str sequence)
{
	buf_add(out, STR("\033Ptmux;"));
	for (size_t i = 0; i < sequence.n; i++) {
		if (sequence.p[i] == '\033')
			buf_add_c(out, '\033');
		buf_add_c(out, sequence.p[i]);
	}
	buf_add(out, STR("\033\\"));
}

static void add_for_screen(struct buf *out, struct str sequence)
{
	for (size_t at = 0; at < sequence.n; at += SCREEN_PIECE) {
		buf_add(out, STR("\033P"));
		buf_add(out, str_slice(sequence, at, at + SCREEN_PIECE));
		buf_add(out, STR("\033\\"));
	}
}

bool clipboard_sequence(
	struct buf *out, struct str text, enum clipboard_way way)
{
	struct buf sequence = { 0 };

	if ((text.n + 2) / 3 * 4 > CLIPBOARD_MAX)
		return false;
	buf_add(&sequence, STR("\033]52;c;"));
	add_base64(&sequence, text);
	buf_add_c(&sequence, '\a');
	if (way == CLIPBOARD_SCREEN)
		add_for_screen(out, buf_str(&sequence));
	else
		buf_add(out, buf_str(&sequence));
	if (way == CLIPBOARD_TMUX)
		add_for_tmux(out, buf_str(&sequence));
	buf_release(&sequence);
	return true;
}
