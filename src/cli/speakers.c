#include "command.h"
#include "print_json.h"
#include "print_text.h"
#include "select.h"
#include "tally.h"

#define NAME_COLUMNS 32

static void print_json(const struct tally_entry *e)
{
	json_t *object = json_object();

	json_object_set_new(object, "speaker", json_str(e->name));
	json_object_set_new(object, "role", json_str(e->role));
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
static void print_text(const struct tally_entry *e)
{
	struct buf row = { 0 }, out = { 0 };

	buf_add_f(&row, "%5u %5u  ", e->quotes, e->articles);
	add_end(&row, &e->time.first);
	add_end(&row, &e->time.last);
	if (e->role.n)
		text_column(&row, e->name, NAME_COLUMNS);
	else
		buf_add(&row, e->name);
	if (e->role.n)
		buf_add_c(&row, ' ');
	buf_add(&row, e->role);
	text_row(&out, buf_str(&row));
	text_print(&out);
	buf_release(&row);
	buf_release(&out);
}

static size_t print_all(const struct selection *x, bool json)
{
	const struct store *s = x->store;
	struct tally people = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < s->articles.n; i++)
		if (selection_has_article(x, (uint32_t)i))
			tally_add(&people, s, (uint32_t)i);
	tally_sort(&people);
	for (size_t i = 0; i < people.list.n; i++) {
		const struct tally_entry *e = &people.list.v[i];

		if (!selection_has_speaker(x, e->name))
			continue;
		if (json)
			print_json(e);
		else
			print_text(e);
		n++;
	}
	tally_release(&people);
	return n;
}

enum cli_status command_speakers(const struct request *r)
{
	return selection_run(r, print_all);
}
