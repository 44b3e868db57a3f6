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

/* The words, then who, where and when. */
static void print_text(const struct record *r, const struct quote *q)
{
	struct buf out = { 0 }, line = { 0 };

	buf_add(&line, STR("“"));
	buf_add(&line, str_range(r->doc.text, q->span));
	buf_add(&line, STR("”"));
	text_paragraph(&out, buf_str(&line), STR(""), TEXT_COLUMNS);
	buf_add(&out, STR("    "));
	buf_add(&out, q->person == PERSON_NONE
			      ? STR("?")
			      : r->analysis.persons.v[q->person].name);
	buf_add(&out, STR(" · "));
	text_date(&out, r->doc.date, (enum date_basis)r->doc.date_basis);
	buf_add(&out, STR(" · "));
	buf_add(&out, r->doc.id);
	buf_add(&out, STR("\n\n"));
	text_print(&out);
	buf_release(&out);
	buf_release(&line);
}

static bool is_wanted(const struct selection *x, const struct record *r,
	const struct quote *q)
{
	struct str name = STR_NONE;

	if (q->person != PERSON_NONE)
		name = r->analysis.persons.v[q->person].name;
	return selection_has_speaker(x, name);
}

static size_t print_article(
	const struct selection *x, const struct record *record, bool json)
{
	json_t *quotes =
		json ? json_quotes(&record->doc, &record->analysis) : NULL;
	size_t n = 0;

	for (size_t i = 0; i < record->analysis.quotes.n; i++) {
		const struct quote *q = &record->analysis.quotes.v[i];

		if (!is_wanted(x, record, q))
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
