#include "command.h"
#include "print_json.h"
#include "print_text.h"
#include "select.h"

#include "dateline/export/record.h"

/* One quote of an article, and whose it is. */
struct said {
	const struct record *record;
	const struct quote *quote;
	const struct identity *who; /* NULL: unknown */
};

static void print_json(const struct said *said, json_t *quote)
{
	const struct doc *d = &said->record->doc;
	json_t *object = json_object();

	json_object_set_new(object, "id", json_str(d->id));
	json_object_set_new(object, "title", json_str(d->title));
	json_object_set_new(object, "source", json_str(d->source));
	json_add_date(object, d);
	json_object_update(object, quote);
	if (said->who)
		json_object_set_new(
			object, "speaker", json_str(said->who->name));
	json_object_set_new(object, "speaker_id",
		said->who ? json_str(said->who->id) : json_null());
	json_print(object);
}

/* "    Ilse Marrend · 2018-03-13 · ID" */
static void add_origin(struct buf *out, const struct said *said)
{
	const struct record *r = said->record;
	struct buf row = { 0 };

	buf_add(&row, STR("    "));
	text_speaker(&row, said->who ? said->who->name : STR_NONE,
		(enum quote_kind)said->quote->kind);
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
static void print_text(const struct said *said)
{
	struct buf out = { 0 }, line = { 0 };

	text_quote(&line, str_range(said->record->doc.text, said->quote->span),
		(enum quote_kind)said->quote->kind);
	text_paragraph(&out, buf_str(&line), STR(""), text_measure());
	add_origin(&out, said);
	buf_add_c(&out, '\n');
	text_print(&out);
	buf_release(&out);
	buf_release(&line);
}

static size_t print_article(const struct selection *x,
	const struct record *record, uint32_t article)
{
	const struct article *a = &x->store->articles.v[article];
	json_t *quotes =
		x->json ? json_quotes(&record->doc, &record->analysis) : NULL;
	size_t n = 0;

	for (uint32_t i = 0; i < a->quotes.n; i++) {
		uint32_t person =
			x->store->quotes.v[a->quotes.first + i].person;
		uint32_t who = person == STORE_NONE ? STORE_NONE
						    : x->people.of[person];
		const struct said said = { record,
			&record->analysis.quotes.v[i],
			who == STORE_NONE ? NULL : &x->people.list.v[who] };

		if (!selection_has_speaker(x, who))
			continue;
		if (x->json)
			print_json(&said, json_array_get(quotes, i));
		else
			print_text(&said);
		n++;
	}
	json_decref(quotes);
	return n;
}

static size_t print_all(const struct selection *x)
{
	const struct store *s = x->store;
	struct record record = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < s->by_time.n; i++) {
		uint32_t article = s->by_time.v[i];

		if (!selection_has_article(x, article))
			continue;
		record_fill(&record, s, article);
		n += print_article(x, &record, article);
	}
	record_release(&record);
	return n;
}

enum cli_status command_quotes(const struct request *r)
{
	return selection_run(r, print_all);
}
