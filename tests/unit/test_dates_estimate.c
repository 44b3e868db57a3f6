/* Dates that finishing a store fills in from related articles. */
#include "archive.h"

#define STRAIT \
	"Velmar and Oster opened talks in Brin about the herring quota in " \
	"the Sunder Strait.\n\nEnvoy Joss Perrin brought maps of the strait."

static void check(const struct given *g, size_t n, const char *id,
	const char *want, int basis)
{
	struct store *s = archive_make(g, n);
	const struct article *a = archive_get(s, id);
	char text[DATE_TEXT_MAX];

	assert_str(str_from_c(date_format(&a->date, text)), want);
	assert_int_equal(a->date_basis, basis);
	store_free(s);
}

/* 14 May was a Sunday in 2000, 2006 and 2017. */
static const struct date sunday_may_14 = {
	.month = 5, .day = 14, .weekday = 7, .zone = DATE_NO_ZONE
};

static void a_weekday_gives_the_nearest_year(void **state)
{
	const struct given g[] = {
		{ "a", "Herring talks", "Herald", NULL, STRAIT, sunday_may_14 },
		{ "b", "Herring talks open", "Post", "2008-04-07", STRAIT,
			{ 0 } },
	};

	(void)state;
	check(g, 2, "a", "2006-05-14", BASIS_ESTIMATED);
}

static void without_a_weekday_the_nearest_year_counts(void **state)
{
	struct given g[] = {
		{ "a", "Herring talks", "Herald", NULL, STRAIT, sunday_may_14 },
		{ "b", "Herring talks open", "Post", "2008-04-07", STRAIT,
			{ 0 } },
	};

	(void)state;
	g[0].hint.weekday = 0;
	check(g, 2, "a", "2008-05-14", BASIS_ESTIMATED);
}

static void a_weekday_alone_is_a_day_of_the_round(void **state)
{
	const struct given g[] = {
		{ "a", "Herring talks", "Herald", NULL, STRAIT,
			{ .weekday = 1, .zone = DATE_NO_ZONE } },
		{ "b", "Herring talks open", "Post", "2008-04-08", STRAIT,
			{ 0 } },
	};

	(void)state;
	check(g, 2, "a", "2008-04-07", BASIS_ESTIMATED);
}

/* They may be of one round without being of one week. */
static void a_weekday_needs_a_close_report(void **state)
{
	const struct given g[] = {
		{ "a", "Bread and a comet", "Herald", NULL,
			"Velmar offered Oster a third of the herring; miners "
			"in Caspel struck over bread, and a comet was seen.",
			{ .weekday = 1, .zone = DATE_NO_ZONE } },
		{ "b", "Herring talks", "Post", "2008-04-08", STRAIT, { 0 } },
	};
	struct store *s = archive_make(g, 2);

	(void)state;
	assert_int_equal(archive_get(s, "a")->date.year, 0);
	store_free(s);
}

static void nothing_is_estimated_from_strangers(void **state)
{
	const struct given g[] = {
		{ "a", "Herring talks", "Herald", NULL, STRAIT, sunday_may_14 },
		{ "b", "Owls", "Post", "2008-04-07",
			"Three barn owls hatched inside a clock.", { 0 } },
	};
	struct store *s = archive_make(g, 2);

	(void)state;
	assert_int_equal(archive_get(s, "a")->date.year, 0);
	assert_int_equal(archive_get(s, "a")->date_basis, BASIS_NONE);
	store_free(s);
}

static void a_stated_date_stays(void **state)
{
	const struct given g[] = {
		{ "a", "Herring talks", "Herald", "2011-01-02", STRAIT,
			sunday_may_14 },
		{ "b", "Herring talks open", "Post", "2008-04-07", STRAIT,
			{ 0 } },
	};

	(void)state;
	check(g, 2, "a", "2011-01-02", BASIS_METADATA);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_weekday_gives_the_nearest_year),
		cmocka_unit_test(without_a_weekday_the_nearest_year_counts),
		cmocka_unit_test(a_weekday_alone_is_a_day_of_the_round),
		cmocka_unit_test(a_weekday_needs_a_close_report),
		cmocka_unit_test(nothing_is_estimated_from_strangers),
		cmocka_unit_test(a_stated_date_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
