/* The prompt on the screen, and above it what Tab chooses from. */
#include "prompt.h"

#include "dateline/base/message.h"
#include "dateline/text/width.h"

static struct str sign(enum command_id id)
{
	switch (id) {
	case COMMAND_SEARCH:
		return STR("/");
	case COMMAND_SEARCH_BACK:
		return STR("\\");
	case COMMAND_FILTER:
		return MSG("filter: ");
	case COMMAND_TAG:
		return MSG("tag: ");
	case COMMAND_SORT:
		return MSG("sort: ");
	case COMMAND_BROWSE:
		return MSG("open: ");
	case COMMAND_WRITE:
		return MSG("write to: ");
	case COMMAND_PIPE:
		return STR("| ");
	case COMMAND_NOTE:
		return MSG("note: ");
	case COMMAND_SAME_PERSON:
		return MSG("is: ");
	case COMMAND_SAME_ROUND:
		return MSG("of one round with: ");
	default:
		return STR(":");
	}
}

/* The command that a hint is for: the name of which is typed, or that of the
 * whole prompt is. */
static enum command_id hinted(const struct prompt *p)
{
	struct str rest = prompt_text(p), name = STR_NONE;

	if (p->id != COMMAND_COMMAND)
		return p->completion ? p->id : COMMAND_NONE;
	if (!str_split(&rest, ' ', &name))
		return COMMAND_NONE;
	if (p->completion)
		return command_find(name);
	return name.n < prompt_text(p).n && str_trim(rest).n == 0
		       ? command_find(name)
		       : COMMAND_NONE;
}

/* What may follow a command that is typed, and what it does. */
static void draw_hint(const struct prompt *p, struct pen *pen)
{
	enum command_id id = hinted(p);
	struct buf b = { 0 };

	if (id == COMMAND_NONE)
		return;
	if (p->completion)
		buf_add_f(&b, "%u/%u  ", (unsigned)p->completion,
			(unsigned)p->offers.n);
	else if (*commands[id].argument)
		buf_add_f(&b, "%s  ", commands[id].argument);
	buf_add(&b, str_from_c(message(commands[id].help)));
	pen_space(pen, 2);
	pen_field(pen, STYLE_dim, buf_str(&b), pen_room(pen));
	buf_release(&b);
}

int prompt_draw(const struct prompt *p, struct pen *pen)
{
	struct str text = prompt_text(p);
	struct str before = str_slice(text, 0, p->line.cursor);
	struct str after = str_slice(text, p->line.cursor, text.n);
	int room, cursor;

	pen_put(pen, STYLE_prompt,
		p->question.n ? buf_str(&p->question) : sign(p->id));
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
	draw_hint(p, pen);
	return cursor;
}

/* The list has so many rows, and no more than half of the screen. */
#define LIST_ROWS 8

static uint32_t rows_of_list(int above)
{
	if (above >= 2 * LIST_ROWS)
		return LIST_ROWS;
	return above >= 2 ? (uint32_t)above / 2 : 1;
}

static void draw_offer(
	const struct prompt *p, uint32_t i, int text_cols, struct pen *pen)
{
	const struct offer *o = &p->offers.v[i];
	bool chosen = i + 1 == p->completion;

	pen->marks = chosen ? MARK_CURRENT : 0;
	pen_put(pen, chosen ? STYLE_prompt : STYLE_dim,
		chosen ? STR(">") : STR(" "));
	pen_field(pen, chosen ? STYLE_prompt : STYLE_text, o->text, text_cols);
	pen->marks = 0;
	pen_space(pen, 2);
	pen_field(pen, STYLE_dim, o->help, pen_room(pen));
}

/* The columns of the widest one of those shown; all, where none has a word of
 * help beside it. */
static int offer_cols(
	const struct prompt *p, uint32_t first, uint32_t n, int room)
{
	int cols = 0;
	bool helped = false;

	for (uint32_t i = first; i < first + n; i++) {
		int width = text_width(p->offers.v[i].text);

		helped = helped || p->offers.v[i].help.n;
		cols = width > cols ? width : cols;
	}
	room = helped ? room / 2 : room - 3;
	return cols < room ? cols : room;
}

/* Pages of offers stand still while Tab goes through one. */
void prompt_draw_offers(const struct prompt *p, const struct area *above)
{
	uint32_t all = (uint32_t)p->offers.n;
	uint32_t rows = rows_of_list(above->rows);
	uint32_t first, n;
	int cols;

	if (p->completion == 0 || all < 2 || above->rows < 1)
		return;
	first = (p->completion - 1) / rows * rows;
	n = all - first < rows ? all - first : rows;
	cols = offer_cols(p, first, n, above->cols);
	for (uint32_t i = 0; i < n; i++) {
		struct pen pen = pen_at(above, above->rows - (int)(n - i), 0);

		draw_offer(p, first + i, cols, &pen);
	}
}
