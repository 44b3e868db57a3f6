#include "dateline/text/date.h"

static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
	"Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

const char *date_month_name(int month)
{
	return month >= 1 && month <= 12 ? months[month - 1] : "?";
}

void date_say(struct buf *out, const struct date *d)
{
	if (d->month && d->day)
		buf_add_f(out, "%d ", d->day);
	if (d->month)
		buf_add_f(out, "%s ", date_month_name(d->month));
	buf_add_f(out, "%d", d->year);
}
