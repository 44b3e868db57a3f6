/* A list: a row an article, as JSON or in a table with the same names. */
#include "dateline/export/record.h"
#include "export/json.h"
#include "export/parts.h"

/* The columns, and the keys of JSON. */
static const char *const names[] = { "id", "path", "title", "source", "site",
	"byline", "dateline", "date", "date_basis", "lang", "url", "round",
	"copies", "words", "quotes" };

/* The first article of the same wording; itself when it is the first. */
static uint32_t original(const struct store *s, uint32_t article)
{
	uint32_t first = s->articles.v[article].copy_of;

	return first == STORE_NONE ? article : first;
}

void export_rows_begin(struct export_rows *x, const struct store *s)
{
	*x = (struct export_rows){ .store = s };
	x->wordings = mem_calloc(s->articles.n + 1, sizeof *x->wordings);
	for (size_t i = 0; i < s->by_time.n; i++)
		x->wordings[original(s, s->by_time.v[i])]++;
}

void export_rows_end(struct export_rows *x)
{
	free(x->wordings);
}

void export_rows_head(enum export_format f, struct buf *out)
{
	if (f != EXPORT_CSV && f != EXPORT_TSV)
		return;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		table_cell(out, f, str_from_c(names[i]), i == 0);
	table_end(out, f);
}

/* What the row says. */
static json_t *row_object(struct export_rows *x, uint32_t article)
{
	const struct store *s = x->store;
	const struct article *a = &s->articles.v[article];
	struct record record = { 0 };
	json_t *object;

	record_fill(&record, s, article);
	object = json_head(&record.doc);
	json_object_set_new(object, "round",
		json_str(store_str(s, s->rounds.v[a->round].id)));
	json_object_set_new(object, "copies",
		json_integer(x->wordings[original(s, article)] - 1));
	json_object_set_new(object, "words", json_integer(a->words));
	json_object_set_new(object, "quotes", json_integer(a->quotes.n));
	record_release(&record);
	return object;
}

/* A value as a cell: a list's texts apart by "; ". */
static void add_value(struct buf *out, const json_t *value)
{
	if (json_is_string(value))
		buf_add(out, str_of(json_string_value(value),
				     json_string_length(value)));
	else if (json_is_integer(value))
		buf_add_f(out, "%" JSON_INTEGER_FORMAT,
			json_integer_value(value));
	for (size_t i = 0; i < json_array_size(value); i++) {
		const json_t *part = json_array_get(value, i);

		buf_add(out, i ? STR("; ") : STR(""));
		buf_add(out, str_of(json_string_value(part),
				     json_string_length(part)));
	}
}

static void add_cells(struct buf *out, enum export_format f, json_t *object)
{
	struct buf cell = { 0 };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		buf_clear(&cell);
		add_value(&cell, json_object_get(object, names[i]));
		table_cell(out, f, buf_str(&cell), i == 0);
	}
	table_end(out, f);
	buf_release(&cell);
}

void export_row(struct export_rows *x, uint32_t article, enum export_format f,
	struct buf *out)
{
	json_t *object = row_object(x, article);

	if (f == EXPORT_CSV || f == EXPORT_TSV) {
		add_cells(out, f, object);
		json_decref(object);
	} else {
		json_add_line(out, object);
	}
}
