#include "dateline/base/message.h"
#include "dateline/text/date.h"

static const char *const months[] = { N_("Jan"), N_("Feb"), N_("Mar"),
	N_("Apr"), N_("May"), N_("Jun"), N_("Jul"), N_("Aug"), N_("Sep"),
	N_("Oct"), N_("Nov"), N_("Dec") };

const char *date_month_name(int month)
{
	return month >= 1 && month <= 12 ? message(months[month - 1]) : "?";
}

void date_say_day(struct buf *out, const struct date *d)
{
	/* TRANSLATORS: day and month, at most 8 columns. */
	buf_add_f(out, _("%d %s"), d->day, date_month_name(d->month));
}

void date_say(struct buf *out, const struct date *d)
{
	if (d->month && d->day)
		/* TRANSLATORS: day, month, year, at most 12 columns. */
		buf_add_f(out, _("%d %s %d"), d->day, date_month_name(d->month),
			d->year);
	else if (d->month)
		/* TRANSLATORS: month, year. */
		buf_add_f(out, _("%s %d"), date_month_name(d->month), d->year);
	else
		buf_add_f(out, "%d", d->year);
}
