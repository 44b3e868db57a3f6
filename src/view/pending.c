#include "pending.h"

#include "dateline/base/ascii.h"
#include "dateline/text/width.h"

/* One more key, and the keys typed mean this in the screen. */
static bool follows(const struct app *app, const struct bind *b)
{
	const struct keys *typed = &app->typed;

	return b->keys.n == typed->n + 1 &&
	       memcmp(b->keys.key, typed->key, typed->n * sizeof *typed->key) ==
		       0 &&
	       keymap_is_live(&app->keymap, app_focused(app)->ops->in, b);
}

/* "  d by-day"; false, and nothing, when it does not fit. */
static bool add(const struct bind *b, int columns, struct buf *out)
{
	struct keys last = { .key = { b->keys.key[b->keys.n - 1] }, .n = 1 };
	struct buf one = { 0 };
	bool fits;

	buf_add(&one, out->n ? STR("  ") : STR(""));
	keys_format(&last, &one);
	buf_add_c(&one, ' ');
	buf_add(&one, b->line.p ? b->line : str_from_c(commands[b->id].name));
	fits = text_width(buf_str(out)) + text_width(buf_str(&one)) <= columns;
	if (fits)
		buf_add(out, buf_str(&one));
	buf_release(&one);
	return fits;
}

/* Letters of the screen's own commands come first, then those of all screens,
 * then signs, which correct what is rarely wrong. */
static int rank(const struct bind *b)
{
	uint32_t last = b->keys.key[b->keys.n - 1];

	if (last >= 0x80 || !ascii_is_alpha((char)last))
		return 2;
	return b->in == IN_ALL;
}

void pending_say(const struct app *app, int columns, struct buf *out)
{
	const struct keymap *m = &app->keymap;

	if (app->typed.n == 0)
		return;
	for (int of_rank = 0; of_rank <= 2; of_rank++)
		for (size_t i = 0; i < m->binds.n; i++) {
			const struct bind *b = &m->binds.v[i];

			if (follows(app, b) && rank(b) == of_rank &&
				!add(b, columns, out))
				return;
		}
}
