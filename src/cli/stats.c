/* How many articles of each source, month, speaker … */
#include "command.h"
#include "print_json.h"
#include "print_text.h"
#include "select.h"

#include "dateline/base/message.h"
#include "dateline/store/statistics.h"
#include "dateline/text/bar.h"

#include <inttypes.h>

#define NAME_COLUMNS 24
#define BAR_COLUMNS 30
/* Of the many sources, speakers and places; --json has all. */
#define ROWS_MAX 20

/* In the order they are printed in. Days are for --json: a year has too many
 * for the eye. */
static const enum statistic_kind printed[] = { STATISTIC_SOURCE, STATISTIC_YEAR,
	STATISTIC_MONTH, STATISTIC_WEEKDAY, STATISTIC_SPEAKER, STATISTIC_PLACE,
	STATISTIC_LENGTH, STATISTIC_LANGUAGE };

static json_t *json_day(int32_t day)
{
	struct date d = { .precision = DATE_DAY };
	char text[DATE_TEXT_MAX];

	if (day == STORE_NO_DAY)
		return json_null();
	date_from_days(day, &d);
	return json_string(date_format(&d, text));
}

static void print_json(const struct statistic *s, const char *by)
{
	json_t *object = json_object();

	json_object_set_new(object, "by", by ? json_string(by) : json_null());
	json_object_set_new(object, "name", json_str(s->name));
	json_object_set_new(object, "articles", json_integer(s->articles));
	json_object_set_new(object, "quotes", json_integer(s->quotes));
	json_object_set_new(
		object, "words", json_integer((json_int_t)s->words));
	json_object_set_new(object, "first", json_day(s->first));
	json_object_set_new(object, "last", json_day(s->last));
	json_object_set_new(object, "query", json_str(s->query));
	json_print(object);
}

static uint32_t amount(const struct statistic *s, enum statistic_kind kind)
{
	return kind == STATISTIC_SPEAKER ? s->quotes : s->articles;
}

/* how many, name, bar */
static void print_row(const struct statistic *s, enum statistic_kind kind,
	uint32_t most, bool ascii)
{
	struct buf row = { 0 }, out = { 0 };

	buf_add_f(&row, "%7u  ", amount(s, kind));
	text_column(&row, s->name, NAME_COLUMNS);
	buf_add(&row, STR("  "));
	text_bar(&row, amount(s, kind), most, BAR_COLUMNS, ascii);
	text_row(&out, buf_str(&row));
	text_print(&out);
	buf_release(&row);
	buf_release(&out);
}

static void print_line(struct buf *line)
{
	struct buf out = { 0 };

	text_row(&out, buf_str(line));
	text_print(&out);
	buf_clear(line);
	buf_release(&out);
}

static void print_section(
	const struct statistic_list *by, enum statistic_kind kind, bool ascii)
{
	struct buf line = { 0 };
	bool cut = kind == STATISTIC_SOURCE || kind == STATISTIC_SPEAKER ||
		   kind == STATISTIC_PLACE;
	size_t n = cut && by->list.n > ROWS_MAX ? ROWS_MAX : by->list.n;
	uint32_t most = 1;

	if (by->list.n == 0)
		return;
	for (size_t i = 0; i < n; i++)
		if (amount(&by->list.v[i], kind) > most)
			most = amount(&by->list.v[i], kind);
	print_line(&line);
	buf_add(&line, str_from_c(message(statistic_titles[kind])));
	print_line(&line);
	for (size_t i = 0; i < n; i++)
		print_row(&by->list.v[i], kind, most, ascii);
	if (n < by->list.n) {
		buf_add_f(&line, _("         and %zu more"), by->list.n - n);
		print_line(&line);
	}
	buf_release(&line);
}

static void print_text(const struct statistics *x, bool ascii)
{
	struct buf line = { 0 };

	buf_add_f(&line, _("articles %u, rounds %u, quotes %u, words %" PRIu64),
		x->all.articles, x->rounds, x->all.quotes, x->all.words);
	print_line(&line);
	for (size_t i = 0; i < sizeof printed / sizeof *printed; i++)
		print_section(&x->by[printed[i]], printed[i], ascii);
	buf_release(&line);
}

static size_t print_stats(const struct selection *x)
{
	const struct store *s = x->store;
	struct statistics all;
	uint32_t n;

	statistics_make(&all, s, &x->people, s->by_time.v, s->by_time.n);
	n = all.all.articles;
	if (!x->json)
		print_text(&all, x->ascii);
	else
		print_json(&all.all, NULL);
	for (int kind = 0; kind < STATISTIC_KINDS && x->json; kind++)
		for (size_t i = 0; i < all.by[kind].list.n; i++)
			print_json(
				&all.by[kind].list.v[i], statistic_names[kind]);
	statistics_release(&all);
	return n;
}

enum cli_status command_stats(const struct request *r)
{
	return selection_run(r, print_stats);
}
