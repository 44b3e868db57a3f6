/* The reader's corrections of who is who, and the names prompts complete. */
#include "reading.h"
#include "sorting.h"

#include "dateline/base/message.h"
#include "dateline/text/fold.h"

/* Whether a word of the name starts with what was typed (folded). */
static bool is_meant(struct str name, struct str typed)
{
	struct range hit = { 0, 0 };

	while (text_find_folded(name, typed, hit.end, &hit)) {
		if (hit.start == 0 || name.p[hit.start - 1] == ' ' ||
			name.p[hit.start - 1] == '-')
			return true;
		if (hit.end == hit.start)
			return false;
	}
	return typed.n == 0;
}

/* All persons, most quotes first. */
static void offer_people(
	const struct people *people, struct str typed, struct prompt *p)
{
	for (size_t i = 0; i < people->list.n; i++)
		if (is_meant(people->list.v[i].name, typed) &&
			!prompt_offer(p, people->list.v[i].name))
			return;
}

/* The names that were taken for this person's. */
static void offer_joins(const struct people *people, const struct identity *it,
	struct str typed, struct prompt *p)
{
	for (uint32_t i = 0; i < it->joins.n; i++) {
		struct str name = people->joins.v[it->joins.first + i].name;

		if (is_meant(name, typed) && !prompt_offer(p, name))
			return;
	}
}

void offer_names(
	void *ctx, enum command_id id, struct str typed, struct prompt *p)
{
	struct app *app = ctx;
	const struct people *people = app_people(app);
	const struct view *v = app_focused(app);
	struct arena arena = { 0 };
	struct str folded = text_fold_dup(&arena, typed);

	if (people && (id == COMMAND_PERSON || id == COMMAND_SAME_PERSON))
		offer_people(people, folded, p);
	else if (people && id == COMMAND_NOT_SAME_PERSON &&
		 v->ops->in == IN_PERSON)
		offer_joins(people, &people->list.v[v->subject], folded, p);
	else if (id == COMMAND_SAME_ROUND)
		offer_titles(app, folded, p);
	else if (id == COMMAND_SORT)
		offer_sort_keys(typed, p);
	else if (id == COMMAND_TAG)
		offer_tags(app, folded, p);
	arena_release(&arena);
}

static void merge(struct app *app, const struct identity *it, struct str name)
{
	const struct people *people = app_people(app);
	uint32_t to = people_find(people, name);

	if (to == STORE_NONE)
		app_complain(app,
			_("no one person is named %.*s; Tab completes names"),
			STR_ARG(name));
	else if (&people->list.v[to] == it)
		app_refuse(app, _("this is %.*s already"), STR_ARG(it->name));
	else
		app_correct(app, &(struct people_correction){ it->name,
					 people->list.v[to].name, STR_NONE,
					 PEOPLE_SAME });
}

/* The name of the row the cursor is on, where it is one of those taken for
 * the person's. */
static struct str row_name(const struct view *v)
{
	const struct row *row = v->list.cursor < v->rows.list.n
					? &v->rows.list.v[v->list.cursor]
					: NULL;

	return row && row->is_name ? row->left : STR_NONE;
}

static void split(struct app *app, const struct identity *it, struct str name)
{
	const struct people *people = app_people(app);

	if (name.n == 0)
		name = row_name(app_focused(app));
	for (uint32_t i = 0; i < it->joins.n; i++) {
		struct str join = people->joins.v[it->joins.first + i].name;

		if (!str_eq_nocase(join, name))
			continue;
		app_correct(app, &(struct people_correction){ join, it->name,
					 STR_NONE, PEOPLE_APART });
		return;
	}
	if (it->joins.n == 0)
		app_refuse(app, _("no other name is taken for this person's"));
	else if (name.n == 0)
		app_refuse(app,
			_("which name? go to its row below, or :%s NAME"),
			commands[COMMAND_NOT_SAME_PERSON].name);
	else
		app_complain(app, _("%.*s is not taken for this person's name"),
			STR_ARG(name));
}

void correct_run(struct app *app, const struct call *call)
{
	const struct view *v = app_focused(app);
	struct buf name = { 0 };

	if (call->id == COMMAND_SAME_PERSON && !call->argument.p) {
		prompt_open(&app->prompt, call->id, v->ops->in);
		return;
	}
	if (app_awaits_people(app))
		return;
	buf_add(&name, str_trim(call->argument));
	if (call->id == COMMAND_NOT_SAME_PERSON)
		split(app, &app_people(app)->list.v[v->subject],
			buf_str(&name));
	else if (name.n)
		merge(app, &app_people(app)->list.v[v->subject],
			buf_str(&name));
	buf_release(&name);
}
