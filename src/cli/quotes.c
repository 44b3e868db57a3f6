#include "command.h"
#include "print_json.h"
#include "print_text.h"
#include "record.h"
#include "select.h"

static void print_json(const struct record *r, json_t *quote)
{
	json_t *object = json_object();

	json_object_set_new(object, "id", json_str(r->doc.id));
	json_object_set_new(object, "title", json_str(r->doc.title));
	json_object_set_new(object, "source", json_str(r->doc.source));
	json_add_date(object, &r->doc);
	json_object_update(object, quote);
	json_print(object);
}

static struct str name_of(const struct record *r, const struct quote *q)
{
	return q->person == PERSON_NONE ? STR_NONE
					: r->analysis.persons.v[q->person].name;
}

/* "    Ilse Marrend · 2018-03-13 · ID" */
static void add_origin(
	struct buf *out, const struct record *r, const struct quote *q)
{
	struct buf row = { 0 };

	buf_add(&row, STR("    "));
	text_speaker(&row, name_of(r, q), q);
	buf_add(&row, STR(" · "));
	if (r->doc.date.year) {
		text_date(
			&row, r->doc.date, (enum date_basis)r->doc.date_basis);
		buf_add(&row, STR(" · "));
	}
	text_id(&row, r->doc.id, text_columns());
	text_row(out, buf_str(&row));
	buf_release(&row);
}

/* The words, then who, when and where. */
static void print_text(const struct record *r, const struct quote *q)
{
	struct buf out = { 0 }, line = { 0 };

	text_quote(&line, r->doc.text, q);
	text_paragraph(&out, buf_str(&line), STR(""), text_measure());
	add_origin(&out, r, q);
	buf_add_c(&out, '\n');
	text_print(&out);
	buf_release(&out);
	buf_release(&line);
}

static size_t print_article(
	const struct selection *x, const struct record *record, bool json)
{
	json_t *quotes =
		json ? json_quotes(&record->doc, &record->analysis) : NULL;
	size_t n = 0;

	for (size_t i = 0; i < record->analysis.quotes.n; i++) {
		const struct quote *q = &record->analysis.quotes.v[i];

		if (!selection_has_speaker(x, name_of(record, q)))
			continue;
		if (json)
			print_json(record, json_array_get(quotes, i));
		else
			print_text(record, q);
		n++;
	}
	json_decref(quotes);
	return n;
}

static size_t print_all(const struct selection *x, bool json)
{
	const struct store *s = x->store;
	struct record record = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < s->articles.n; i++) {
		if (!selection_has_article(x, (uint32_t)i))
			continue;
		record_fill(&record, s, (uint32_t)i);
		n += print_article(x, &record, json);
	}
	record_release(&record);
	return n;
}

enum cli_status command_quotes(const struct request *r)
{
	return selection_run(r, print_all);
}
