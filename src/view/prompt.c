#include "prompt.h"

#include "dateline/base/ascii.h"
#include "dateline/base/message.h"
#include "dateline/text/sanitize.h"
#include "dateline/view/key.h"

#define CTRL(c) ((c)&0x1F)

enum command_id prompt_kind(enum command_id id)
{
	return id == COMMAND_SEARCH_BACK ? COMMAND_SEARCH : id;
}

static struct typed *history_of(struct prompt *p)
{
	return &p->typed[prompt_kind(p->id)];
}

void prompt_open(struct prompt *p, enum command_id id, unsigned in)
{
	p->id = id;
	p->in = in;
	line_set(&p->line, STR(""));
	p->completion = 0;
	p->recall = history_of(p)->lines.n;
	p->yes_no = p->proposed = false;
	buf_clear(&p->question);
}

void prompt_offer_line(struct prompt *p, struct str line, size_t cursor)
{
	line_set(&p->line, line);
	p->line.cursor = cursor;
}

void prompt_propose(struct prompt *p, struct str line)
{
	prompt_offer_line(p, line, line.n);
	p->proposed = true;
}

void prompt_ask(
	struct prompt *p, enum command_id id, unsigned in, struct str question)
{
	prompt_open(p, id, in);
	buf_add(&p->question, question);
	p->yes_no = true;
}

void prompt_close(struct prompt *p)
{
	p->id = COMMAND_NONE;
	p->completion = 0;
}

/* Shows the line before or after in the history that begins as the one being
 * typed; behind the last is that one itself. */
static void recall(struct prompt *p, int step)
{
	const struct typed *t = history_of(p);
	size_t found;

	if (p->recall >= t->lines.n) {
		if (step > 0)
			return;
		buf_clear(&p->stem);
		buf_add(&p->stem, prompt_text(p));
	}
	found = typed_find(t, p->recall, step, buf_str(&p->stem));
	if (found == t->lines.n && step < 0)
		return;
	p->recall = found;
	line_set(&p->line,
		found < t->lines.n ? t->lines.v[found] : buf_str(&p->stem));
}

static void type(struct prompt *p, uint32_t key)
{
	struct buf typed = { 0 };

	if (key >= KEYS_SPECIAL || text_is_forbidden(key))
		return;
	buf_add_cp(&typed, key);
	if (p->proposed)
		line_set(&p->line, STR(""));
	p->proposed = false;
	line_insert(&p->line, buf_str(&typed));
	buf_release(&typed);
}

void prompt_paste(struct prompt *p, uint32_t key)
{
	p->completion = 0;
	p->recall = history_of(p)->lines.n;
	type(p, key == KEYS_ENTER || key == KEYS_TAB ? ' ' : key);
}

static void edit(struct prompt *p, uint32_t key)
{
	if (!line_key(&p->line, key))
		type(p, key);
	p->proposed = false;
	p->recall = history_of(p)->lines.n;
}

/* 1 or -1 for keys that go through what is offered; in the list that is shown,
 * arrows do. */
static int offer_step(const struct prompt *p, uint32_t key)
{
	bool list = p->completion > 0 && p->offers.n > 1;

	if (key == KEYS_TAB || (list && key == KEYS_DOWN))
		return 1;
	return key == KEYS_BACKTAB || (list && key == KEYS_UP) ? -1 : 0;
}

/* The English letter, or that of the reader's language. */
static bool is_yes(uint32_t key)
{
	/* TRANSLATORS: the letter for yes, as in "replace it? y n ". */
	const char *yes = _("y");

	return key < 0x80 && (ascii_lower((char)key) == 'y' ||
				     ascii_lower((char)key) == yes[0]);
}

enum prompt_result prompt_key(struct prompt *p, uint32_t key)
{
	int step = offer_step(p, key);

	if (p->yes_no)
		return is_yes(key) ? PROMPT_DONE : PROMPT_CANCELLED;
	if (step) {
		prompt_complete(p, step);
		return PROMPT_OPEN;
	}
	p->completion = 0;
	switch (key) {
	case KEYS_ENTER:
		return PROMPT_DONE;
	case KEYS_ESC:
	case CTRL('C'):
	case CTRL('G'):
		return PROMPT_CANCELLED;
	case KEYS_BACKSPACE:
		if (p->line.text.n == 0)
			return PROMPT_CANCELLED;
		edit(p, key);
		break;
	case KEYS_UP:
	case CTRL('P'):
		recall(p, -1);
		break;
	case KEYS_DOWN:
	case CTRL('N'):
		recall(p, 1);
		break;
	default:
		edit(p, key);
	}
	return PROMPT_OPEN;
}

void prompt_release(struct prompt *p)
{
	line_release(&p->line);
	buf_release(&p->question);
	buf_release(&p->stem);
	buf_release(&p->head);
	buf_release(&p->tail);
	vec_free(&p->offers);
	arena_release(&p->offered);
	for (int i = 0; i < COMMAND_COUNT; i++)
		typed_release(&p->typed[i]);
}
