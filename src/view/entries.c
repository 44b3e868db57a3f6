/* The tree in the pane of sources: days by year and month, the largest and the
 * newest rounds, who is quoted most. What is folded is not counted. */
#include "list_view.h"
#include "reading.h"
#include "sources.h"

#include "dateline/base/message.h"

/* Rounds and speakers that are listed; the rest are in screens of their own. */
#define ENTRIES_MAX 15
/* Columns that an entry stands in from the one it is in. */
#define ENTRY_INDENT 2

bool entry_folds(int32_t entry)
{
	return entry != ENTRY_ALL && (entry_kind(entry) == ENTRY_LIST ||
					     entry_kind(entry) == ENTRY_YEAR);
}

static uint64_t name_of(int32_t entry)
{
	return fold_number(FOLD_ENTRY, (uint32_t)entry);
}

bool entry_is_folded(const struct app *app, int32_t entry)
{
	return folds_folded(&app->entries, name_of(entry));
}

void entry_flip(struct app *app, int32_t entry)
{
	folds_flip(&app->entries, name_of(entry));
}

/* What is made of the rows. */
struct maker {
	struct app *app;
	struct view *view;
	struct buf b;
};

static struct str keep(struct maker *m)
{
	return rows_keep(&m->view->rows, &m->b);
}

/* A row; *m has its count. */
static struct row entry_row(
	struct maker *m, int32_t entry, struct str name, int depth)
{
	struct row row = row_of(ROW_TEXT);

	row.main = name;
	row.right = keep(m);
	row.fold = entry;
	row.indent = (uint8_t)(depth * ENTRY_INDENT);
	if (!entry_folds(entry))
		return row;
	row.left_cols = 1;
	row.left = glyph_str(
		entry_is_folded(m->app, entry) ? GLYPH_MORE : GLYPH_OPEN,
		m->app->ascii);
	return row;
}

/* The name of an entry that unfolds; whether it is. */
static bool add_list(struct maker *m, enum entry_list list, const char *name)
{
	int32_t entry = ENTRY(ENTRY_LIST, list);
	struct row row = entry_row(m, entry, str_from_c(name), 0);

	rows_add(&m->view->rows, &row);
	return !entry_is_folded(m->app, entry);
}

/* Articles, and how many of them are read. */
struct tally {
	uint32_t n, read;
};

/* By year * 13 + month; 0: no month is known. */
#define TALLY_YEARS 3000
#define TALLY_STEP 13
#define TALLIES ((size_t)TALLY_YEARS * TALLY_STEP)

static struct tally *count_days(const struct app *app)
{
	struct tally *t = mem_calloc(TALLIES, sizeof *t);

	for (size_t i = 0; i < app->store->by_time.n; i++) {
		uint32_t article = app->store->by_time.v[i];
		const struct date *d = &app->store->articles.v[article].date;
		struct tally *at;

		if (d->year <= 0 || d->year >= TALLY_YEARS || d->month > 12)
			continue;
		at = &t[(size_t)d->year * TALLY_STEP + d->month];
		at->n++;
		at->read += app_is_read(app, article);
	}
	return t;
}

static void say_tally(struct maker *m, struct tally t)
{
	const struct marks *marks = app_marks(m->app);

	if (marks && marks->read.n) {
		say_count(&m->b, t.n - t.read);
		buf_add_c(&m->b, '/');
	}
	say_count(&m->b, t.n);
}

static struct tally sum(struct tally a, struct tally b)
{
	return (struct tally){ a.n + b.n, a.read + b.read };
}

/* Those of which no more than the year is known may be of any month. */
static void add_months(struct maker *m, const struct tally *t, int year)
{
	for (int month = 12; month > 0; month--) {
		struct row row;
		struct str name;

		if (t[month].n == 0)
			continue;
		say_in_year(&m->b, date_days(year, month, 1), SAY_MONTH);
		name = keep(m);
		say_tally(m, sum(t[month], t[0]));
		row = entry_row(
			m, ENTRY(ENTRY_MONTH, year * 12 + month - 1), name, 2);
		rows_add(&m->view->rows, &row);
	}
}

static void add_days(struct maker *m)
{
	struct tally *t = count_days(m->app);

	for (int year = TALLY_YEARS; year-- > 0;) {
		int32_t entry = ENTRY(ENTRY_YEAR, year);
		const struct tally *of = &t[(size_t)year * TALLY_STEP];
		struct tally all = { 0, 0 };
		struct str name;
		struct row row;

		for (int month = 0; month < TALLY_STEP; month++)
			all = sum(all, of[month]);
		if (all.n == 0)
			continue;
		buf_add_f(&m->b, "%d", year);
		name = keep(m);
		say_tally(m, all);
		row = entry_row(m, entry, name, 1);
		rows_add(&m->view->rows, &row);
		if (!entry_is_folded(m->app, entry))
			add_months(m, of, year);
	}
	free(t);
}

static uint32_t size_of(const struct store *s, uint32_t round)
{
	return s->rounds.v[round].articles.n;
}

/* Rounds from the newest on; of some articles, the largest: kept in order by
 * inserting, as they are few. */
static uint32_t find_rounds(
	const struct store *s, bool largest, uint32_t *found)
{
	uint32_t n = 0;

	for (size_t i = s->rounds_by_time.n; i-- > 0;) {
		uint32_t round = s->rounds_by_time.v[i], at = n;

		if (size_of(s, round) < 2)
			continue;
		while (largest && at > 0 &&
			size_of(s, found[at - 1]) < size_of(s, round))
			at--;
		if (at == ENTRIES_MAX && !largest)
			break;
		if (at == ENTRIES_MAX)
			continue;
		n += n < ENTRIES_MAX;
		memmove(found + at + 1, found + at,
			(n - 1 - at) * sizeof *found);
		found[at] = round;
	}
	return n;
}

static void add_rounds(struct maker *m, bool largest)
{
	const struct store *s = m->app->store;
	uint32_t found[ENTRIES_MAX], n = find_rounds(s, largest, found);

	for (uint32_t i = 0; i < n; i++) {
		struct row row;

		say_count(&m->b, size_of(s, found[i]));
		row = entry_row(m,
			ENTRY(ENTRY_ROUND, i + largest * ENTRIES_MAX),
			round_title(s, &s->rounds.v[found[i]]), 1);
		row.round = found[i];
		rows_add(&m->view->rows, &row);
	}
}

static void add_speakers(struct maker *m)
{
	const struct people *people = rows_view_people(m->app, m->view);
	struct row row;

	for (uint32_t i = 0; people && i < people->list.n && i < ENTRIES_MAX;
		i++) {
		const struct identity *it = &people->list.v[i];

		if (it->said.n == 0)
			break;
		say_count(&m->b, it->said.n);
		row = entry_row(m, ENTRY(ENTRY_SPEAKER, i), it->name, 1);
		row.person = i;
		rows_add(&m->view->rows, &row);
	}
	if (!people)
		return;
	row = entry_row(m, ENTRY(ENTRY_SPEAKERS, 0), MSG("All speakers"), 1);
	rows_add(&m->view->rows, &row);
}

void entries_add(struct app *app, struct view *v)
{
	struct maker m = { .app = app, .view = v };

	rows_add_heading(&v->rows, MSG("By"));
	if (add_list(&m, LIST_DAYS, _("Days")))
		add_days(&m);
	if (add_list(&m, LIST_LARGEST, _("Largest rounds")))
		add_rounds(&m, true);
	if (add_list(&m, LIST_NEWEST, _("Newest rounds")))
		add_rounds(&m, false);
	if (add_list(&m, LIST_SPEAKERS, _("Speakers")))
		add_speakers(&m);
	buf_release(&m.b);
}
