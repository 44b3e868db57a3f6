#include "line_edit.h"

#include "dateline/text/utf8.h"
#include "dateline/text/width.h"
#include "dateline/view/key.h"

#define CTRL(c) ((c)&0x1F)
#define ALT(c) ((c) | (uint32_t)KEYS_MOD_ALT)

void line_set(struct line_edit *e, struct str text)
{
	struct buf new = { 0 };

	buf_add(&new, text);
	buf_release(&e->text);
	e->text = new;
	e->cursor = new.n;
}

/* Puts `in` in place of bytes [start, end) and the cursor after it. */
static void splice(struct line_edit *e, size_t start, size_t end, struct str in)
{
	struct buf new = { 0 };

	buf_add(&new, str_slice(buf_str(&e->text), 0, start));
	buf_add(&new, in);
	buf_add(&new, str_slice(buf_str(&e->text), end, e->text.n));
	buf_release(&e->text);
	e->text = new;
	e->cursor = start + in.n;
}

void line_insert(struct line_edit *e, struct str in)
{
	if (e->text.n < LINE_BYTES)
		splice(e, e->cursor, e->cursor,
			utf8_cut(in, LINE_BYTES - e->text.n));
}

static size_t next_cluster(const struct line_edit *e)
{
	int width;

	return e->cursor < e->text.n
		       ? text_cluster(buf_str(&e->text), e->cursor, &width)
		       : e->cursor;
}

static size_t previous_cluster(const struct line_edit *e)
{
	struct str before = str_slice(buf_str(&e->text), 0, e->cursor);
	size_t at = 0, last = 0;
	int width;

	while (at < before.n) {
		last = at;
		at = text_cluster(before, at, &width);
	}
	return last;
}

/* Where the word before the cursor starts; the end of that behind it. */
static size_t word_start(const struct line_edit *e)
{
	size_t at = e->cursor;

	while (at > 0 && e->text.p[at - 1] == ' ')
		at--;
	while (at > 0 && e->text.p[at - 1] != ' ')
		at--;
	return at;
}

static size_t word_end(const struct line_edit *e)
{
	size_t at = e->cursor;

	while (at < e->text.n && e->text.p[at] == ' ')
		at++;
	while (at < e->text.n && e->text.p[at] != ' ')
		at++;
	return at;
}

/* Deletes [start, end) and keeps it. */
static void kill_range(struct line_edit *e, size_t start, size_t end)
{
	if (start == end)
		return;
	buf_clear(&e->killed);
	buf_add(&e->killed, str_slice(buf_str(&e->text), start, end));
	splice(e, start, end, STR(""));
}

static bool move_key(struct line_edit *e, uint32_t key)
{
	switch (key) {
	case KEYS_LEFT:
	case CTRL('B'):
		e->cursor = previous_cluster(e);
		return true;
	case KEYS_RIGHT:
	case CTRL('F'):
		e->cursor = next_cluster(e);
		return true;
	case KEYS_HOME:
	case CTRL('A'):
		e->cursor = 0;
		return true;
	case KEYS_END:
	case CTRL('E'):
		e->cursor = e->text.n;
		return true;
	case KEYS_CTRL_LEFT:
	case ALT(KEYS_LEFT):
	case ALT('b'):
		e->cursor = word_start(e);
		return true;
	case KEYS_CTRL_RIGHT:
	case ALT(KEYS_RIGHT):
	case ALT('f'):
		e->cursor = word_end(e);
		return true;
	default:
		return false;
	}
}

static bool delete_key(struct line_edit *e, uint32_t key)
{
	switch (key) {
	case KEYS_BACKSPACE:
		splice(e, previous_cluster(e), e->cursor, STR(""));
		return true;
	case KEYS_DELETE:
	case CTRL('D'):
		splice(e, e->cursor, next_cluster(e), STR(""));
		return true;
	case CTRL('U'):
		kill_range(e, 0, e->cursor);
		return true;
	case CTRL('K'):
		kill_range(e, e->cursor, e->text.n);
		return true;
	case CTRL('W'):
	case ALT(KEYS_BACKSPACE):
		kill_range(e, word_start(e), e->cursor);
		return true;
	case ALT('d'):
		kill_range(e, e->cursor, word_end(e));
		return true;
	default:
		return false;
	}
}

bool line_key(struct line_edit *e, uint32_t key)
{
	if (key != CTRL('Y'))
		return move_key(e, key) || delete_key(e, key);
	line_insert(e, buf_str(&e->killed));
	return true;
}

void line_release(struct line_edit *e)
{
	buf_release(&e->text);
	buf_release(&e->killed);
}
