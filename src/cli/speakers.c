#include "command.h"
#include "print_json.h"
#include "print_text.h"
#include "select.h"
#include "tally.h"

#define NAME_COLUMNS 32

static json_t *json_names(const struct people *p, const struct identity *it)
{
	json_t *list = json_array();

	for (uint32_t i = it->names.first; i < it->names.first + it->names.n;
		i++)
		json_array_append_new(list, json_str(p->names.v[i].text));
	return list;
}

/* ["Marrend: same surname; in the same round"] */
static json_t *json_joins(const struct people *p, const struct identity *it)
{
	json_t *list = json_array();
	struct buf why = { 0 };

	for (uint32_t i = it->joins.first; i < it->joins.first + it->joins.n;
		i++) {
		const struct people_join *join = &p->joins.v[i];

		buf_clear(&why);
		buf_add_f(&why, "%.*s: %.*s", STR_ARG(join->name),
			STR_ARG(join->why));
		json_array_append_new(list, json_str(buf_str(&why)));
	}
	buf_release(&why);
	return list;
}

static void print_json(const struct people *p, const struct tally_entry *e)
{
	const struct identity *it = &p->list.v[e->identity];
	json_t *object = json_object();

	json_object_set_new(object, "id", json_str(it->id));
	json_object_set_new(object, "speaker", json_str(it->name));
	json_object_set_new(
		object, "kind", json_string(person_kind_names[it->kind]));
	json_object_set_new(object, "role", json_str(it->role));
	json_object_set_new(object, "names", json_names(p, it));
	json_object_set_new(object, "why", json_joins(p, it));
	json_object_set_new(object, "quotes", json_integer(e->quotes));
	json_object_set_new(object, "articles", json_integer(e->articles));
	json_object_set_new(object, "first", time_end_json(&e->time.first));
	json_object_set_new(object, "last", time_end_json(&e->time.last));
	json_print(object);
}

static void add_end(struct buf *row, const struct time_end *end)
{
	struct buf day = { 0 };

	text_date(&day, end->date, end->basis);
	text_column(row, buf_str(&day), DATE_COLUMNS + 1);
	buf_release(&day);
}

/* quotes, articles, first and last day, name, role */
static void print_text(const struct people *p, const struct tally_entry *e)
{
	const struct identity *it = &p->list.v[e->identity];
	struct buf row = { 0 }, out = { 0 };

	buf_add_f(&row, "%5u %5u  ", e->quotes, e->articles);
	add_end(&row, &e->time.first);
	add_end(&row, &e->time.last);
	if (it->role.n)
		text_column(&row, it->name, NAME_COLUMNS);
	else
		buf_add(&row, it->name);
	if (it->role.n)
		buf_add_c(&row, ' ');
	buf_add(&row, it->role);
	text_row(&out, buf_str(&row));
	text_print(&out);
	buf_release(&row);
	buf_release(&out);
}

static size_t print_all(const struct selection *x)
{
	struct tally tally;
	size_t n = 0;

	tally_begin(&tally, &x->people);
	for (size_t i = 0; i < x->store->by_time.n; i++) {
		uint32_t article = x->store->by_time.v[i];

		if (selection_has_article(x, article))
			tally_add(&tally, article);
	}
	tally_sort(&tally);
	for (size_t i = 0; i < tally.list.n; i++) {
		const struct tally_entry *e = &tally.list.v[i];

		if (!selection_has_speaker(x, e->identity))
			continue;
		if (x->json)
			print_json(&x->people, e);
		else
			print_text(&x->people, e);
		n++;
	}
	tally_release(&tally);
	return n;
}

enum cli_status command_speakers(const struct request *r)
{
	return selection_run(r, print_all);
}
