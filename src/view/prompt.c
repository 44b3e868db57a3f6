#include "prompt.h"

#include "dateline/text/sanitize.h"
#include "dateline/text/width.h"
#include "dateline/view/key.h"

/* Lines kept, and the longest line: more is of no use to a reader. */
#define HISTORY_LINES 100
#define LINE_BYTES 1000
/* Names offered at once. */
#define OFFERS_MAX 200

static struct prompt_history *history_of(struct prompt *p)
{
	return p->id == COMMAND_COMMAND ? &p->commands : &p->searches;
}

void prompt_open(struct prompt *p, enum command_id id, unsigned in)
{
	p->id = id;
	p->in = in;
	buf_clear(&p->text);
	p->cursor = 0;
	p->completion = 0;
	p->recall = history_of(p)->lines.n;
}

void prompt_close(struct prompt *p)
{
	p->id = COMMAND_NONE;
}

static void remember(struct prompt *p)
{
	struct prompt_history *h = history_of(p);
	struct str line = buf_str(&p->text);

	if (line.n == 0 ||
		(h->lines.n && str_eq(h->lines.v[h->lines.n - 1], line)))
		return;
	if (h->lines.n == HISTORY_LINES)
		memmove(h->lines.v, h->lines.v + 1,
			--h->lines.n * sizeof *h->lines.v);
	*vec_push(&h->lines) = arena_dup(&h->arena, line);
}

static void set_text(struct prompt *p, struct str text)
{
	buf_clear(&p->text);
	buf_add(&p->text, text);
	p->cursor = p->text.n;
}

/* Shows the line `by` places later in the history. */
static void recall(struct prompt *p, int by)
{
	struct prompt_history *h = history_of(p);

	if (by < 0 ? p->recall == 0 : p->recall >= h->lines.n)
		return;
	p->recall = by < 0 ? p->recall - 1 : p->recall + 1;
	set_text(p, p->recall < h->lines.n ? h->lines.v[p->recall] : STR(""));
}

/* Puts `in` in place of bytes [start, end) and the cursor after it. */
static void splice(struct prompt *p, size_t start, size_t end, struct str in)
{
	struct buf new = { 0 };

	buf_add(&new, str_slice(buf_str(&p->text), 0, start));
	buf_add(&new, in);
	buf_add(&new, str_slice(buf_str(&p->text), end, p->text.n));
	buf_release(&p->text);
	p->text = new;
	p->cursor = start + in.n;
}

static size_t next_cluster(const struct prompt *p)
{
	int width;

	return p->cursor < p->text.n
		       ? text_cluster(buf_str(&p->text), p->cursor, &width)
		       : p->cursor;
}

static size_t previous_cluster(const struct prompt *p)
{
	struct str before = str_slice(buf_str(&p->text), 0, p->cursor);
	size_t at = 0, last = 0;
	int width;

	while (at < before.n) {
		last = at;
		at = text_cluster(before, at, &width);
	}
	return last;
}

static size_t word_start(const struct prompt *p)
{
	size_t at = p->cursor;

	while (at > 0 && p->text.p[at - 1] == ' ')
		at--;
	while (at > 0 && p->text.p[at - 1] != ' ')
		at--;
	return at;
}

bool prompt_offer(struct prompt *p, struct str offer)
{
	for (size_t i = 0; i < p->offers.n; i++)
		if (str_eq(p->offers.v[i], offer))
			return true;
	*vec_push(&p->offers) = arena_dup(&p->offered, offer);
	return p->offers.n < OFFERS_MAX;
}

static void offer_commands(struct prompt *p, struct str typed)
{
	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
		struct str name = str_from_c(commands[i].name);

		if ((commands[i].in & p->in) && str_starts(name, typed))
			prompt_offer(p, name);
	}
}

/* The command whose argument is typed; COMMAND_NONE: none is. *typed is what
 * there is of it. */
static enum command_id argument_of(const struct prompt *p, struct str *typed)
{
	struct str name = STR_NONE;

	*typed = buf_str(&p->text);
	if (p->id != COMMAND_COMMAND)
		return p->id;
	if (str_chr(*typed, ' ', 0) == STR_NPOS ||
		!str_split(typed, ' ', &name))
		return COMMAND_NONE;
	return command_find(name);
}

static void find_offers(struct prompt *p)
{
	struct str typed;
	enum command_id id = argument_of(p, &typed);

	p->offers.n = 0;
	arena_clear(&p->offered);
	buf_clear(&p->head);
	buf_add(&p->head, str_slice(buf_str(&p->text), 0, p->text.n - typed.n));
	if (id == COMMAND_NONE && p->id == COMMAND_COMMAND && p->head.n == 0)
		offer_commands(p, typed);
	else if (id != COMMAND_NONE && p->names.offer)
		p->names.offer(p->names.ctx, id, typed, p);
}

static void complete(struct prompt *p)
{
	struct buf line = { 0 };

	if (p->completion == 0)
		find_offers(p);
	if (p->offers.n == 0)
		return;
	p->completion = p->completion % (uint32_t)p->offers.n + 1;
	buf_add(&line, buf_str(&p->head));
	buf_add(&line, p->offers.v[p->completion - 1]);
	set_text(p, buf_str(&line));
	buf_release(&line);
}

/* Keys that move or delete; false when it is none of them. */
static bool edit_key(struct prompt *p, uint32_t key)
{
	switch (key) {
	case KEYS_LEFT:
		p->cursor = previous_cluster(p);
		return true;
	case KEYS_RIGHT:
		p->cursor = next_cluster(p);
		return true;
	case KEYS_HOME:
	case 'A' & 0x1F:
		p->cursor = 0;
		return true;
	case KEYS_END:
	case 'E' & 0x1F:
		p->cursor = p->text.n;
		return true;
	case KEYS_BACKSPACE:
		splice(p, previous_cluster(p), p->cursor, STR(""));
		return true;
	case KEYS_DELETE:
		splice(p, p->cursor, next_cluster(p), STR(""));
		p->cursor = p->cursor > p->text.n ? p->text.n : p->cursor;
		return true;
	case 'U' & 0x1F:
		splice(p, 0, p->cursor, STR(""));
		return true;
	case 'K' & 0x1F:
		splice(p, p->cursor, p->text.n, STR(""));
		return true;
	case 'W' & 0x1F:
		splice(p, word_start(p), p->cursor, STR(""));
		return true;
	default:
		return false;
	}
}

static void type(struct prompt *p, uint32_t key)
{
	struct buf typed = { 0 };

	if (key >= KEYS_SPECIAL || text_is_forbidden(key) ||
		p->text.n > LINE_BYTES)
		return;
	buf_add_cp(&typed, key);
	splice(p, p->cursor, p->cursor, buf_str(&typed));
	buf_release(&typed);
}

enum prompt_result prompt_key(struct prompt *p, uint32_t key)
{
	if (key == KEYS_TAB) {
		complete(p);
		return PROMPT_OPEN;
	}
	p->completion = 0;
	switch (key) {
	case KEYS_ENTER:
		remember(p);
		return PROMPT_DONE;
	case KEYS_ESC:
	case 'C' & 0x1F:
		return PROMPT_CANCELLED;
	case KEYS_BACKSPACE:
		if (p->text.n == 0)
			return PROMPT_CANCELLED;
		edit_key(p, key);
		break;
	case KEYS_UP:
	case KEYS_DOWN:
		recall(p, key == KEYS_UP ? -1 : 1);
		break;
	default:
		if (!edit_key(p, key))
			type(p, key);
	}
	return PROMPT_OPEN;
}

static struct str sign(enum command_id id)
{
	switch (id) {
	case COMMAND_SEARCH:
		return STR("/");
	case COMMAND_SEARCH_BACK:
		return STR("\\");
	case COMMAND_FILTER:
		return STR("filter: ");
	case COMMAND_TAG:
		return STR("tag: ");
	case COMMAND_SORT:
		return STR("sort: ");
	case COMMAND_SAME_PERSON:
		return STR("is: ");
	case COMMAND_SAME_ROUND:
		return STR("of one round with: ");
	default:
		return STR(":");
	}
}

static void draw_completion(const struct prompt *p, struct pen *pen)
{
	struct buf b = { 0 };
	struct str rest = buf_str(&p->text), name = STR_NONE;
	enum command_id id = p->id;

	if (id == COMMAND_COMMAND && str_split(&rest, ' ', &name))
		id = command_find(name);
	buf_add_f(&b, "%u/%u  %s", (unsigned)p->completion,
		(unsigned)p->offers.n, commands[id].help);
	pen_space(pen, 2);
	pen_field(pen, STYLE_dim, buf_str(&b), pen_room(pen));
	buf_release(&b);
}

/* The first offer of those to be shown: pages of them, so that they stand
 * still while Tab goes through one. */
static uint32_t first_shown(const struct prompt *p, int room)
{
	uint32_t first = 0;
	int used = 0;

	for (uint32_t n = 0; n < p->completion; n++) {
		int width = text_width(p->offers.v[n]) + 2;

		if (used + width > room) {
			first = n;
			used = 0;
		}
		used += width;
	}
	return first;
}

void prompt_draw_candidates(const struct prompt *p, struct pen *pen)
{
	int room = pen_room(pen);

	if (p->completion == 0 || p->offers.n < 2)
		return;
	for (uint32_t n = first_shown(p, room); n < p->offers.n; n++) {
		bool chosen = n + 1 == p->completion;

		if (text_width(p->offers.v[n]) + 2 > pen_room(pen))
			break;
		pen->marks = chosen ? MARK_CURRENT : 0;
		pen_put(pen, chosen ? STYLE_prompt : STYLE_dim, p->offers.v[n]);
		pen->marks = 0;
		pen_put(pen, STYLE_dim, STR("  "));
	}
	pen_space(pen, pen_room(pen));
}

int prompt_draw(const struct prompt *p, struct pen *pen)
{
	struct str before = str_slice(buf_str(&p->text), 0, p->cursor);
	struct str after = str_slice(buf_str(&p->text), p->cursor, p->text.n);
	int room, cursor;

	pen_put(pen, STYLE_prompt, sign(p->id));
	room = pen_room(pen) - 1;
	/* A long line is shown from where the cursor still fits. */
	while (before.n && text_width(before) > room) {
		int width;

		before = str_slice(
			before, text_cluster(before, 0, &width), before.n);
	}
	pen_put(pen, STYLE_prompt, before);
	cursor = pen->col;
	pen_put(pen, STYLE_prompt, after);
	if (p->completion)
		draw_completion(p, pen);
	return cursor;
}

static void history_release(struct prompt_history *h)
{
	vec_free(&h->lines);
	arena_release(&h->arena);
}

void prompt_release(struct prompt *p)
{
	buf_release(&p->text);
	buf_release(&p->head);
	vec_free(&p->offers);
	arena_release(&p->offered);
	history_release(&p->commands);
	history_release(&p->searches);
}
