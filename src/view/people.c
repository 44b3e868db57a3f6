/* Who is who in the archive shown, and the reader's corrections of it. */
#include "state.h"

const struct people *app_people(struct app *app)
{
	const struct corrections *c = app->corrections;

	if (!app->people.store)
		people_make(&app->people, app->store, c ? c->people.v : NULL,
			c ? c->people.n : 0);
	return &app->people;
}

void app_forget_people(struct app *app)
{
	people_release(&app->people);
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

bool effect_correct(const struct effect *effect, struct corrections *c)
{
	switch (effect->kind) {
	case EFFECT_CORRECT:
		corrections_set(c, &effect->correction);
		return true;
	case EFFECT_CORRECT_ROUND:
		corrections_set_round(c, &effect->round);
		return true;
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
