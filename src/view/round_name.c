#include "round_name.h"

#include "say.h"

#include "dateline/store/round_name.h"

/* The first of its articles that has a date, as far as that is known. */
static void say_first_day(
	const struct store *s, const struct round *r, struct buf *out)
{
	const struct article *a =
		&s->articles.v[s->round_articles.v[r->articles.first]];

	if (a->date.year)
		say_date(out, a, SAY_DAY);
}

static void add_part(
	const struct app *app, struct buf *out, size_t start, struct str part)
{
	if (part.n == 0)
		return;
	if (out->n > start)
		buf_add_f(out, " %.*s ",
			STR_ARG(glyph_str(GLYPH_DOT, app->ascii)));
	buf_add(out, part);
}

void say_round_name(struct app *app, const struct round *r, struct buf *out)
{
	struct arena arena = { 0 };
	struct buf heads = { 0 };
	struct round_name name = { 0 };
	size_t start = out->n;

	if (app_people(app))
		round_name_find(&name, app_people(app), r, &arena);
	say_first_day(app->store, r, out);
	for (size_t i = 0; i < name.n_heads; i++) {
		buf_add(&heads, i ? STR(", ") : STR(""));
		buf_add(&heads, name.heads[i]);
	}
	add_part(app, out, start, name.place);
	add_part(app, out, start, buf_str(&heads));
	if (name.place.n == 0 && heads.n == 0)
		add_part(app, out, start, round_title(app->store, r));
	buf_release(&heads);
	arena_release(&arena);
}
