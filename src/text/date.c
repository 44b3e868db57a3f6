/* Civil dates: arithmetic, order, and the form dates are written in. */
#include "dateline/text/date.h"

enum {
	DAYS_OF_ERA = 146097, /* 400 Gregorian years */
	EPOCH_DAY = 719468 /* days from 0000-03-01 to 1970-01-01 */
};

/* Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013):
 * days_from_civil. Years begin in March, so a leap day ends one. */
int32_t date_days(int year, int month, int day)
{
	int y = year - (month <= 2);
	int era = (y >= 0 ? y : y - 399) / 400;
	int year_of_era = y - era * 400;
	int day_of_year =
		(153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 -
			 year_of_era / 100 + day_of_year;

	return era * DAYS_OF_ERA + day_of_era - EPOCH_DAY;
}

/* The same source: civil_from_days. */
void date_from_days(int32_t days, struct date *d)
{
	int z = days + EPOCH_DAY;
	int era = (z >= 0 ? z : z - (DAYS_OF_ERA - 1)) / DAYS_OF_ERA;
	int day_of_era = z - era * DAYS_OF_ERA;
	int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
				  day_of_era / 146096) /
			  365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 -
					       year_of_era / 100);
	int march_month = (5 * day_of_year + 2) / 153;
	int month = march_month + (march_month < 10 ? 3 : -9);

	*d = (struct date){
		.year = (int16_t)(year_of_era + era * 400 + (month <= 2)),
		.month = (uint8_t)month,
		.day = (uint8_t)(day_of_year - (153 * march_month + 2) / 5 + 1),
		.weekday = (uint8_t)date_weekday(days),
		.precision = DATE_DAY,
		.zone = DATE_NO_ZONE,
	};
}

void date_from_seconds(int64_t t, struct date *d)
{
	int64_t days = t / 86400 - (t % 86400 < 0);
	int second = (int)(t - days * 86400);

	date_from_days((int32_t)days, d);
	d->hour = (uint8_t)(second / 3600);
	d->minute = (uint8_t)(second / 60 % 60);
	d->second = (uint8_t)(second % 60);
	d->precision = DATE_SECOND;
	d->zone = 0;
}

int date_weekday(int32_t days)
{
	int since_monday = (int)((days + 3) % 7);

	return (since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_length(int year, int month)
{
	static const uint8_t length[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30,
		31, 30, 31 };

	return month == 2 && is_leap(year) ? 29 : length[month - 1];
}

bool date_valid(int year, int month, int day)
{
	return year >= 1000 && year <= 2999 && month >= 1 && month <= 12 &&
	       day >= 1 && day <= month_length(year, month);
}

void date_swap(struct date *d)
{
	uint8_t day = d->day;

	if (d->order != DATE_ORDER_OPEN)
		return;
	d->day = d->month;
	d->month = day;
	d->order = DATE_ORDER_SURE;
}

bool date_day_span(const struct date *d, int32_t *first, int32_t *last)
{
	int last_month = d->month ? d->month : 12;

	if (d->year == 0)
		return false;
	*first = date_days(
		d->year, d->month ? d->month : 1, d->day ? d->day : 1);
	*last = *first;
	if (!d->month || !d->day)
		*last = date_days(d->year, last_month,
			d->day ? d->day : month_length(d->year, last_month));
	return true;
}

int64_t date_sort_key(const struct date *d)
{
	int32_t first, last;
	int64_t minutes;

	if (!date_day_span(d, &first, &last))
		return INT64_MIN;
	minutes = (int64_t)first * 1440;
	if (d->precision >= DATE_MINUTE) {
		minutes += d->hour * 60 + d->minute;
		if (d->zone != DATE_NO_ZONE)
			minutes -= d->zone;
	}
	return minutes;
}

static void format_zone(const struct date *d, char *out, size_t size)
{
	int zone = d->zone, away = zone < 0 ? -zone : zone;

	if (zone == DATE_NO_ZONE)
		*out = '\0';
	else if (zone == 0)
		snprintf(out, size, "Z");
	else
		snprintf(out, size, "%c%02d:%02d", zone < 0 ? '-' : '+',
			away / 60, away % 60);
}

static int format_day(const struct date *d, char *out)
{
	if (d->year == 0)
		return d->month && d->day
			       ? snprintf(out, DATE_TEXT_MAX, "--%02d-%02d",
					 d->month, d->day)
			       : snprintf(out, DATE_TEXT_MAX, "%s", "");
	if (d->month == 0)
		return snprintf(out, DATE_TEXT_MAX, "%04d", d->year);
	if (d->day == 0)
		return snprintf(
			out, DATE_TEXT_MAX, "%04d-%02d", d->year, d->month);
	return snprintf(out, DATE_TEXT_MAX, "%04d-%02d-%02d", d->year, d->month,
		d->day);
}

char *date_format(const struct date *d, char *out)
{
	size_t n = (size_t)format_day(d, out);

	if (d->year == 0 || d->day == 0 || d->precision < DATE_MINUTE)
		return out;
	n += (size_t)snprintf(
		out + n, DATE_TEXT_MAX - n, "T%02d:%02d", d->hour, d->minute);
	if (d->precision == DATE_SECOND)
		n += (size_t)snprintf(
			out + n, DATE_TEXT_MAX - n, ":%02d", d->second);
	format_zone(d, out + n, DATE_TEXT_MAX - n);
	return out;
}
