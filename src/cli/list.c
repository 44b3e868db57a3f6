#include "command.h"
#include "print_json.h"
#include "print_text.h"
#include "record.h"

#include "dateline/text/width.h"

#define TITLE_COLUMNS 60

static uint32_t round_size(const struct store *s, const struct article *a)
{
	return s->rounds.v[a->round].articles.n;
}

/* The first article of the same wording; itself when it is the first. */
static uint32_t original(const struct store *s, uint32_t article)
{
	uint32_t first = s->articles.v[article].copy_of;

	return first == STORE_NONE ? article : first;
}

/* How many articles have the wording of each original. */
static uint32_t *count_wordings(const struct store *s)
{
	uint32_t *n = mem_calloc(s->articles.n + 1, sizeof *n);

	for (uint32_t i = 0; i < s->articles.n; i++)
		n[original(s, i)]++;
	return n;
}

static void print_json(const struct store *s, uint32_t article,
	struct record *record, const uint32_t *wordings)
{
	const struct article *a = &s->articles.v[article];
	json_t *object;

	record_fill(record, s, article);
	object = json_head(&record->doc);
	json_object_set_new(object, "round",
		json_str(store_str(s, s->rounds.v[a->round].id)));
	json_object_set_new(object, "copies",
		json_integer(wordings[original(s, article)] - 1));
	json_object_set_new(object, "words", json_integer(a->words));
	json_object_set_new(object, "quotes", json_integer(a->quotes.n));
	json_print(object);
}

static void print_all_json(const struct store *s)
{
	uint32_t *wordings = count_wordings(s);
	struct record record = { 0 };

	for (uint32_t i = 0; i < s->articles.n; i++)
		print_json(s, i, &record, wordings);
	record_release(&record);
	free(wordings);
}

static int widest_source(const struct store *s)
{
	int widest = 1;

	for (size_t i = 0; i < s->articles.n; i++) {
		int n = text_width(store_source(s, &s->articles.v[i]));

		if (n > widest)
			widest = n;
	}
	return widest < SOURCE_COLUMNS ? widest : SOURCE_COLUMNS;
}

/* date, outlet, size of the round, title, id */
static void print_row(
	const struct store *s, const struct article *a, int source_columns)
{
	struct buf row = { 0 }, date = { 0 };

	text_date(&date, a->date, (enum date_basis)a->date_basis);
	text_column(&row, buf_str(&date), DATE_COLUMNS);
	buf_add(&row, STR("  "));
	text_column(&row, store_source(s, a), source_columns);
	if (round_size(s, a) > 1)
		buf_add_f(&row, "  %4u  ", round_size(s, a));
	else
		buf_add(&row, STR("        "));
	text_column(&row, store_str(s, a->title), TITLE_COLUMNS);
	buf_add(&row, STR("  "));
	buf_add(&row, store_str(s, a->id));
	buf_add_c(&row, '\n');
	text_print(&row);
	buf_release(&row);
	buf_release(&date);
}

static void print_all_text(const struct store *s)
{
	int columns = widest_source(s);

	for (size_t i = 0; i < s->articles.n; i++)
		print_row(s, &s->articles.v[i], columns);
}

enum cli_status command_list(const struct request *r)
{
	struct store *s = command_load(r);
	enum cli_status status;

	if (!s)
		return CLI_UNREADABLE;
	if (r->json)
		print_all_json(s);
	else
		print_all_text(s);
	status = command_status(s, s->articles.n);
	store_free(s);
	return status;
}
