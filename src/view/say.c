#include "say.h"

#include "draw.h"

#include "dateline/base/message.h"
#include "dateline/text/width.h"

/* Silent reading of English non-fiction: Brysbaert 2019, "How many words do we
 * read per minute?", J. Memory and Language 109. */
#define WORDS_PER_MINUTE 238

static const char *const weekdays[] = { N_("Mon"), N_("Tue"), N_("Wed"),
	N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun") };

/* "Thu ". */
static void say_weekday(struct buf *out, int32_t day)
{
	buf_add_f(out, "%s ", message(weekdays[date_weekday(day) - 1]));
}

static void say_clock(struct buf *out, const struct date *d)
{
	if (d->precision >= DATE_MINUTE)
		buf_add_f(out, "%02d:%02d", d->hour, d->minute);
}

static void say_moment(struct buf *out, const struct date *d)
{
	if (!d->month || !d->day) {
		date_say(out, d);
		return;
	}
	date_say_day(out, d);
	if (d->precision < DATE_MINUTE)
		return;
	buf_add_c(out, ' ');
	say_clock(out, d);
}

static void say_zone(struct buf *out, int zone)
{
	if (zone == 0)
		buf_add(out, STR(" UTC"));
	else if (zone != DATE_NO_ZONE)
		buf_add_f(out, " %c%02d:%02d", zone < 0 ? '-' : '+',
			abs(zone) / 60, abs(zone) % 60);
}

/* Hours where they are all. */
static void say_short_zone(struct buf *out, int zone)
{
	if (zone == 0 || zone == DATE_NO_ZONE)
		say_zone(out, zone);
	else if (zone % 60 == 0)
		buf_add_f(out, " %c%02d", zone < 0 ? '-' : '+', abs(zone) / 60);
	else
		buf_add_f(out, "%c%02d%02d", zone < 0 ? '-' : '+',
			abs(zone) / 60, abs(zone) % 60);
}

static void say_long(struct buf *out, const struct date *d)
{
	if (d->month && d->day)
		say_weekday(out, date_days(d->year, d->month, d->day));
	date_say(out, d);
	if (d->precision >= DATE_MINUTE) {
		buf_add_c(out, ' ');
		say_clock(out, d);
		say_zone(out, d->zone);
	}
}

static void say_iso(struct buf *out, const struct date *d)
{
	buf_add_f(out, "%04d", d->year);
	if (d->month)
		buf_add_f(out, "-%02d", d->month);
	if (d->month && d->day)
		buf_add_f(out, "-%02d", d->day);
}

static bool is_short(enum date_form form)
{
	return form == SAY_SHORT || form == SAY_STAMP;
}

static void say_form(struct buf *out, const struct date *d, enum date_form form)
{
	bool has_clock = d->precision >= DATE_MINUTE;

	switch (form) {
	case SAY_LONG:
		say_long(out, d);
		return;
	case SAY_DAY:
		date_say(out, d);
		return;
	case SAY_MOMENT:
	case SAY_ZONED:
		say_moment(out, d);
		if (form == SAY_ZONED && has_clock)
			say_short_zone(out, d->zone);
		return;
	case SAY_STAMP:
	case SAY_SHORT:
		say_iso(out, d);
		if (form == SAY_STAMP && has_clock) {
			buf_add_c(out, ' ');
			say_clock(out, d);
		}
		return;
	case SAY_CLOCK:
		say_clock(out, d);
		return;
	}
}

void say_date(struct buf *out, const struct article *a, enum date_form form)
{
	if (a->date.year == 0) {
		if (form != SAY_CLOCK)
			buf_add(out, is_short(form) ? STR("-")
						    : MSG("date unknown"));
		return;
	}
	if (a->date_basis == BASIS_ESTIMATED)
		buf_add_c(out, '~');
	say_form(out, &a->date, form);
}

enum date_form moment_form(
	const struct store *s, const uint32_t *articles, uint32_t n)
{
	int zone = DATE_NO_ZONE;

	for (uint32_t i = 0; i < n; i++) {
		const struct date *d = &s->articles.v[articles[i]].date;
		/* Without one the order takes it for UTC. */
		int own = d->zone == DATE_NO_ZONE ? 0 : d->zone;

		if (d->precision < DATE_MINUTE)
			continue;
		if (zone != DATE_NO_ZONE && own != zone)
			return SAY_ZONED;
		zone = own;
	}
	return SAY_MOMENT;
}

void say_day(struct buf *out, int32_t day, int32_t today)
{
	struct date d = { 0 };

	date_from_days(day, &d);
	say_weekday(out, day);
	date_say(out, &d);
	if (today == STORE_NO_DAY)
		return;
	if (day == today)
		buf_add(out, MSG(", today"));
	else if (day == today - 1)
		buf_add(out, MSG(", yesterday"));
}

void say_in_year(struct buf *out, int32_t day, enum year_form form)
{
	struct date d = { 0 };

	date_from_days(day, &d);
	if (form == SAY_YEAR) {
		buf_add_f(out, "%d", d.year);
		return;
	}
	if (form == SAY_WEEKDAY)
		say_weekday(out, day);
	if (form == SAY_MONTH)
		buf_add(out, str_from_c(date_month_name(d.month)));
	else
		date_say_day(out, &d);
}

/* The earliest and the latest of the dates: of those with a day, else of
 * all. */
struct dates {
	struct date first, last;
	int32_t first_day, last_day;
	bool has_day, any;
};

static void add_date(struct dates *x, const struct date *d)
{
	int32_t first, last;
	bool has_day = d->month && d->day;

	if (!date_day_span(d, &first, &last) || (x->has_day && !has_day))
		return;
	if (!x->any || (has_day && !x->has_day)) {
		*x = (struct dates){ *d, *d, first, first, has_day, true };
		return;
	}
	if (first < x->first_day) {
		x->first = *d;
		x->first_day = first;
	}
	if (first > x->last_day) {
		x->last = *d;
		x->last_day = first;
	}
}

/* What of a date a later one does not repeat. */
static void say_without(
	struct buf *out, const struct date *d, const struct date *later)
{
	if (d->year != later->year || !d->day || !later->day) {
		date_say(out, d);
		return;
	}
	if (d->month != later->month)
		date_say_day(out, d);
	else
		/* TRANSLATORS: the first day of "19 – 20 Nov 2025". */
		buf_add_f(out, _("%d"), d->day);
}

void say_days(struct buf *out, int32_t first, int32_t last, bool ascii)
{
	struct date from = { 0 }, to = { 0 };

	date_from_days(first, &from);
	date_from_days(last, &to);
	if (first != last) {
		say_without(out, &from, &to);
		buf_add(out, ascii ? STR(" - ") : STR(" – "));
	}
	date_say(out, &to);
}

void say_day_span(struct buf *out, const struct store *s,
	const uint32_t *articles, uint32_t n, bool ascii)
{
	struct dates x = { 0 };

	for (uint32_t i = 0; i < n; i++)
		add_date(&x, &s->articles.v[articles[i]].date);
	if (!x.any)
		return;
	if (x.first_day != x.last_day) {
		say_without(out, &x.first, &x.last);
		buf_add(out, ascii ? STR(" - ") : STR(" – "));
	}
	date_say(out, &x.last);
}

void say_round_span(struct buf *out, const struct store *s,
	const struct round *r, bool ascii)
{
	say_day_span(out, s, s->round_articles.v + r->articles.first,
		r->articles.n, ascii);
}

void say_query_error(
	struct buf *out, struct str query, const struct query_error *error)
{
	struct str at = str_range(query, error->at);

	if (at.n == 0) {
		buf_add(out, MSG("after "));
		at = str_slice(query, 0, error->at.start);
	}
	buf_add_f(out, "“%.*s”: %s", STR_ARG(at), error->e.msg);
}

void say_typed(struct buf *out, struct str text)
{
	struct str quote =
		str_chr(text, '"', 0) == STR_NPOS ? STR("\"") : STR("");

	buf_add(out, quote);
	buf_add(out, text);
	buf_add(out, quote);
}

void say_count(struct buf *out, size_t n)
{
	if (n < 1000) {
		buf_add_f(out, "%zu", n);
		return;
	}
	say_count(out, n / 1000);
	buf_add_f(out, "\xC2\xA0%03zu", n % 1000);
}

void say_many(struct buf *out, size_t n, const char *one, const char *many)
{
	struct str form = str_from_c(message_many(one, many, n));
	size_t at = str_find(form, STR("%s"), 0);

	if (at == STR_NPOS) {
		buf_add(out, form);
		return;
	}
	buf_add(out, str_slice(form, 0, at));
	say_count(out, n);
	buf_add(out, str_slice(form, at + strlen("%s"), form.n));
}

void say_whole(struct buf *out, struct str fact)
{
	for (size_t i = 0; i < fact.n; i++)
		if (fact.p[i] == ' ')
			buf_add(out, STR("\xC2\xA0"));
		else
			buf_add_c(out, fact.p[i]);
}

void say_cut(struct buf *out, struct str s, int columns, bool ascii)
{
	struct str ellipsis = glyph_str(GLYPH_ELLIPSIS, ascii);

	if (text_width(s) <= columns) {
		buf_add(out, s);
		return;
	}
	buf_add(out,
		str_trim(text_fit(s, columns - text_width(ellipsis), NULL)));
	buf_add(out, ellipsis);
}

uint32_t reading_minutes(uint32_t words)
{
	uint32_t minutes = (words + WORDS_PER_MINUTE / 2) / WORDS_PER_MINUTE;

	return minutes ? minutes : 1;
}

struct str article_title(const struct store *s, const struct article *a)
{
	struct str title = store_str(s, a->title);

	if (!title.n)
		title = store_str(s, a->id);
	return title.n ? title : MSG("(no title)");
}

struct str round_title(const struct store *s, const struct round *r)
{
	struct str title = store_str(s, r->title);

	if (!title.n && r->articles.n) {
		uint32_t first = s->round_articles.v[r->articles.first];

		title = article_title(s, &s->articles.v[first]);
	}
	return title.n ? title : MSG("(no title)");
}

struct str storyline_title(const struct store *s, uint32_t storyline)
{
	const struct storyline *line = &s->storylines.v[storyline];
	struct str title = store_str(s, line->title);
	uint32_t first = s->storyline_rounds.v[line->rounds.first];

	return title.n ? title : round_title(s, &s->rounds.v[first]);
}
