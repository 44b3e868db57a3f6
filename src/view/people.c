/* Who is who in the archive shown, and the reader's corrections of it. */
#include "list_view.h"

#include "dateline/base/message.h"

const struct people *app_people(const struct app *app)
{
	return app->people;
}

bool app_awaits_people(struct app *app)
{
	if (!app->people)
		app_refuse(app, _("not yet: the people are still being found"));
	return !app->people;
}

const struct people *rows_view_people(struct app *app, struct view *v)
{
	struct row wait = row_of(ROW_TEXT);

	if (!app->people) {
		wait.main = app->ascii ? MSG("finding the people..")
				       : MSG("finding the people…");
		wait.indent = 1;
		rows_add(&v->rows, &wait);
		v->waits = true;
		v->awaited = v->list.cursor;
	}
	return app->people;
}

void app_correct(struct app *app, const struct people_correction *correction)
{
	const struct effect wish = { .kind = EFFECT_CORRECT,
		.correction = { arena_dup(&app->wishes, correction->name),
			arena_dup(&app->wishes, correction->other),
			arena_dup(&app->wishes, correction->article),
			correction->verdict } };

	*vec_push(&app->effects) = wish;
}

void app_correct_round(
	struct app *app, const struct round_correction *correction)
{
	const struct effect wish = { .kind = EFFECT_CORRECT_ROUND,
		.round = { arena_dup(&app->wishes, correction->article),
			arena_dup(&app->wishes, correction->other),
			correction->verdict } };

	*vec_push(&app->effects) = wish;
}

struct event corrections_event(const struct corrections *c)
{
	return (struct event){ .kind = c->marks_only ? EVENT_MARKS
						     : EVENT_CORRECTIONS,
		.corrections = c };
}

bool effect_correct(const struct effect *effect, struct corrections *c)
{
	switch (effect->kind) {
	case EFFECT_CORRECT:
		corrections_set(c, &effect->correction);
		return true;
	case EFFECT_CORRECT_ROUND:
		corrections_set_round(c, &effect->round);
		return true;
	case EFFECT_MARK:
		corrections_mark(c, &effect->marking);
		return true;
	case EFFECT_NOTE:
		corrections_note(c, &effect->note);
		return true;
	case EFFECT_RELOAD:
		return corrections_reread(c);
	case EFFECT_UNDO:
		corrections_undo(c);
		return true;
	case EFFECT_REDO:
		corrections_redo(c);
		return true;
	default:
		return false;
	}
}
