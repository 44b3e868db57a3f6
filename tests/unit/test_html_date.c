/* The date of publication of saved pages: src/input/html_date*.c. All pages are
 * invented. */
#include "page.h"

static void assert_got_date(
	struct got got, const char *want, enum date_basis basis)
{
	char text[DATE_TEXT_MAX];

	assert_string_equal(date_format(&got.doc->date, text), want);
	assert_int_equal(got.doc->date_basis, basis);
	got_release(&got);
}

static void assert_date(const char *head, const char *top, const char *want,
	enum date_basis basis)
{
	assert_got_date(got_parts("en", head, top), want, basis);
}

#define CANONICAL(host, path) \
	"<link rel=canonical href=\"http://" host "/" path "\">"
#define PUBLISHED(day) "<meta property=article:published_time content=" day ">"

static void date_is_of_publication(void **state)
{
	(void)state;
	assert_date("<meta property=article:modified_time "
		    "content=2019-06-01T10:00:00Z><meta property="
		    "article:published_time content=2019-05-02T09:30:00+02:00>",
		"", "2019-05-02T09:30:00+02:00", BASIS_METADATA);
	assert_date(LD("{\"@type\":\"NewsArticle\",\"dateModified\":"
		       "\"2019-06-01\",\"datePublished\":\"2019-05-02\"}"),
		"", "2019-05-02", BASIS_METADATA);
	assert_date("",
		"<h1>Bridge</h1><span class=updated><time "
		"datetime=2019-06-01></time></span><time class="
		"published datetime=2019-05-02></time>",
		"2019-05-02", BASIS_METADATA);
}

static void date_from_address_and_text(void **state)
{
	(void)state;
	assert_date("<link rel=canonical href=\"http://post.example/2019/05/02/"
		    "bridge\">",
		"", "2019-05-02", BASIS_ADDRESS);
	assert_date("", "<h1>Bridge</h1><p>Published May 2, 2019</p>",
		"2019-05-02", BASIS_TEXT);
	assert_date("",
		"<h1>Bridge</h1><p class=date>2 \u0430\u0432\u0433\u0443"
		"\u0441\u0442\u0430 2019, 13:43</p>",
		"2019-08-02T13:43", BASIS_METADATA);
}

/* An address keeps the day of publication, in either order. */
static void date_of_address_is_not_later(void **state)
{
	(void)state;
	assert_date("<link rel=canonical href=\"http://post.example/2019/5/2/"
		    "bridge\"><meta property=article:published_time "
		    "content=2021-06-17T18:28:00Z>",
		"", "2019-05-02", BASIS_ADDRESS);
	assert_date("<link rel=canonical href=\"http://post.example/news/"
		    "23-05-2019-bridge\">",
		"", "2019-05-23", BASIS_ADDRESS);
}

static void date_behind_a_word_for_it(void **state)
{
	(void)state;
	assert_date("",
		"<h1>Bridge</h1><p>Updated: June 1, 2019<br>Published: May 2, "
		"2019</p>",
		"2019-05-02", BASIS_TEXT);
	assert_date("", "<h1>Bridge</h1><p>Last updated June 1, 2019</p>",
		"2019-06-01", BASIS_TEXT);
	assert_date("",
		"<h1>Bridge</h1><p>Printed on June 7, 2019</p>"
		"<p>Publication date: May 2, 2019</p>",
		"2019-05-02", BASIS_TEXT);
}

static void date_is_what_a_time_shows(void **state)
{
	(void)state;
	assert_date("",
		"<h1>Bridge</h1><time datetime=2019-07-03T10:18:46Z>29 June "
		"2019</time>",
		"2019-06-29", BASIS_METADATA);
}

/* A moment that is no RFC 3339 still has a day. */
static void date_with_a_broken_clock(void **state)
{
	(void)state;
	assert_date("<meta property=article:published_time "
		    "content=2019-05-02T22:06:08:684Z>",
		"", "2019-05-02T22:06:08Z", BASIS_METADATA);
}

/* 22:00 in UTC is the next day where the page was made. */
static void date_is_the_day_shown(void **state)
{
	(void)state;
	assert_date("<meta property=article:published_time "
		    "content=2019-05-01T22:00:00Z>",
		"<h1>Bridge</h1><p>May 2, 2019</p>", "2019-05-02", BASIS_TEXT);
}

static void capture_is_no_date(void **state)
{
	(void)state;
	assert_date("<link rel=canonical href=\"https://web.archive.org/web/"
		    "20190601120000/http://post.example/bridge\">",
		"", "", BASIS_NONE);
}

static void machines_of_changes_give_no_date(void **state)
{
	(void)state;
	assert_date("<meta property=article:modified_time "
		    "content=2019-06-01T10:00:00Z>",
		"", "", BASIS_NONE);
	assert_date("<meta property=og:image content=\"http://post.example/"
		    "2019/05/02/bridge.jpg\">",
		"", "", BASIS_NONE);
}

static void date_in_xhtml_and_howtos(void **state)
{
	(void)state;
	assert_date(LD("<![CDATA[ {\"@type\":\"Article\","
		       "\"datePublished\":\"2019-05-02\"} ]]>"),
		"", "2019-05-02", BASIS_METADATA);
	assert_date(LD("{\"@type\":\"HowTo\",\"datePublished\":"
		       "\"2019-05-02\"}"),
		"", "2019-05-02", BASIS_METADATA);
}

static void date_behind_a_vocabularys_prefix(void **state)
{
	(void)state;
	assert_date("<meta name=w-published-date content=2019-05-02>", "",
		"2019-05-02", BASIS_METADATA);
	assert_date("<meta name=prism.publicationDate content=2019-05-02>", "",
		"2019-05-02", BASIS_METADATA);
}

/* The years of a list of sources are marked like the page's own day. */
static void a_day_goes_before_a_year(void **state)
{
	(void)state;
	assert_date("",
		"<h1>Bridge</h1><time itemprop=datePublished "
		"datetime=2019-05-02></time><p>Sources <meta "
		"itemprop=datePublished content=2006></p>",
		"2019-05-02", BASIS_METADATA);
	assert_date(
		"<meta name=pubdate content=2019>", "", "2019", BASIS_METADATA);
}

static void texts_that_touch_are_read_apart(void **state)
{
	(void)state;
	assert_date("",
		"<h1>Bridge</h1><div><span>Ann Oster</span><span>2 May "
		"2019</span><span>Updated</span></div>",
		"2019-05-02", BASIS_TEXT);
	assert_date("",
		"<h1>Bridge</h1><p class=date><b>May</b> "
		"<b>02</b><b>2019</b></p>",
		"2019-05-02", BASIS_METADATA);
	assert_date("", "<h1>Bridge</h1><p><i>28.04.19</i><i>12:44</i></p>",
		"2019-04-28T12:44", BASIS_TEXT);
}

static void words_around_an_element_say_what_it_dates(void **state)
{
	(void)state;
	assert_date("",
		"<h1>Bridge</h1><p>Updated <time datetime=2019-06-01>June 1, "
		"2019</time></p><p>May 2, 2019</p>",
		"2019-05-02", BASIS_TEXT);
	assert_date("",
		"<h1>Bridge</h1><p class=date>Updated June 1, 2019</p><p>May "
		"2, 2019</p>",
		"2019-05-02", BASIS_TEXT);
	assert_date("",
		"<h1>Bridge</h1><p>Last updated:</p><p>June 1, 2019</p><p>May "
		"2, 2019</p>",
		"2019-05-02", BASIS_TEXT);
}

/* What the text happens to tell of another day is worse than a change. */
static void a_change_goes_before_a_chance_date(void **state)
{
	(void)state;
	assert_date("",
		"<h1>Bridge</h1><p>Updated <time datetime=2019-06-01>June "
		"1</time></p><p>The bridge that the people of Ostheim, and "
		"those of the farms around it, walked to on May 2, 1997, was "
		"of wood.</p>",
		"2019-06-01", BASIS_METADATA);
}

static void elements_near_the_title_count_first(void **state)
{
	(void)state;
	assert_date("",
		"<ul><li>Old news <time datetime=2019-06-01></time><li>Older "
		"news<li>Sport<li>Weather<li>Letters<li>Farms</ul><h1>Bridge"
		"</h1><time datetime=2019-05-02></time>",
		"2019-05-02", BASIS_METADATA);
	assert_date("<meta name=date content=2019-06-01>",
		"<h1>Bridge</h1><div class=footer><time "
		"datetime=2019-05-02>2 May 2019</time></div>",
		"2019-05-02", BASIS_METADATA);
}

static void numbers_are_in_the_order_of_the_page(void **state)
{
	static const char line[] = "<h1>Bridge</h1><p>05/02/2019</p>";

	(void)state;
	assert_got_date(got_parts("en-US", "", line), "2019-05-02", BASIS_TEXT);
	assert_got_date(got_parts("en-GB", "", line), "2019-02-05", BASIS_TEXT);
	assert_got_date(got_parts("en", CANONICAL("post.example", "a"), line),
		"2019-05-02", BASIS_TEXT);
	assert_got_date(got_parts("en", CANONICAL("post.uk", "a"), line),
		"2019-02-05", BASIS_TEXT);
	assert_got_date(got_parts("fr", "", line), "2019-02-05", BASIS_TEXT);
	/* Another date of the page proves it. */
	assert_got_date(got_parts("en-US", "",
				"<h1>Bridge</h1><p>05/02/2019</p><p>From "
				"28/01/2019 to 31/01/2019</p>"),
		"2019-02-05", BASIS_TEXT);
	assert_got_date(
		got_parts("fr", "<meta name=x content=04/28/2019>", line),
		"2019-05-02", BASIS_TEXT);
}

static void an_earlier_day_shown_counts(void **state)
{
	static const char line[] = "<h1>Bridge</h1><p>May 2, 2019</p>";

	(void)state;
	assert_date(PUBLISHED("2019-06-17T18:28:00Z"), line, "2019-05-02",
		BASIS_TEXT);
	/* A later one may be of a change. */
	assert_date(PUBLISHED("2019-04-01T18:28:00Z"), line,
		"2019-04-01T18:28:00Z", BASIS_METADATA);
	assert_date(PUBLISHED("2019-06-17") "<meta property="
					    "article:modified_time content="
					    "2019-05-02>",
		line, "2019-06-17", BASIS_METADATA);
	assert_date(CANONICAL("post.example", "2019/06/17/a")
			    PUBLISHED("2019-06-17"),
		line, "2019-06-17", BASIS_METADATA);
	assert_date(PUBLISHED("2019-06-17"),
		"<h1>Bridge</h1><p>Opened:&nbsp; May 2, 2019</p>", "2019-06-17",
		BASIS_METADATA);
	assert_date(PUBLISHED("2019-06-17"),
		"<h1>Bridge</h1><blockquote>A mayor, May 2, 2019</blockquote>",
		"2019-06-17", BASIS_METADATA);
	/* The same day in the other order. */
	assert_date(PUBLISHED("2019-06-05"), "<h1>Bridge</h1><p>05/06/2019</p>",
		"2019-06-05", BASIS_METADATA);
}

/* Some papers name the address after the day an article was begun. */
static void a_day_shown_outweighs_the_address(void **state)
{
	(void)state;
	assert_date(CANONICAL("post.example", "2019/05/01/a")
			    PUBLISHED("2019-05-02T10:04:04Z"),
		"<h1>Bridge</h1><p>May 2, 2019 at 6:40 pm</p>",
		"2019-05-02T10:04:04Z", BASIS_METADATA);
}

static void a_date_opens_the_article(void **state)
{
	(void)state;
	assert_got_date(
		got_html(STR("<html lang=en><h1>Bridge</h1><div class=text>"
			     "<p>Statement of 2 May 2019 | Ostheim – The "
			     "council agreed on Monday to rebuild the old "
			     "bridge, which has been closed since the flood of "
			     "the winter, and to let the farms around the town "
			     "have a say in where the road to it goes, as the "
			     "mayor said in the town hall to some ninety "
			     "people who had come.</p><p>Work begins in June "
			     "and will take two years, unless the river rises "
			     "again.</p></div>")),
		"2019-05-02", BASIS_TEXT);
}

static void a_description_may_tell_the_date(void **state)
{
	(void)state;
	assert_date("<meta name=description content=\"Bridge (Published on 2 "
		    "May 2019)\">",
		"", "2019-05-02", BASIS_METADATA);
	assert_date("<meta name=description content=\"The bridge of 2 May "
		    "2019\">",
		"", "", BASIS_NONE);
}

/* Phrases of several words, in brackets too. */
static void phrases_say_what_a_date_is_of(void **state)
{
	(void)state;
	assert_got_date(
		got_html(STR("<html lang=fr><body><h1>Un pont</h1><p>Le 1er "
			     "juin 2019, au bord de la Lune (mis en ligne le 2 "
			     "mai 2019)</p><p>Le conseil de la ville a décidé "
			     "lundi de refaire le pont, qui est fermé depuis "
			     "la crue, et de le payer avec la caisse du port."
			     "</p></body></html>")),
		"2019-05-02", BASIS_TEXT);
}

static void a_month_alone_is_a_month(void **state)
{
	(void)state;
	assert_date(
		"", "<h1>Bridge</h1><p>May 2019</p>", "2019-05", BASIS_TEXT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(date_is_of_publication),
		cmocka_unit_test(date_from_address_and_text),
		cmocka_unit_test(date_of_address_is_not_later),
		cmocka_unit_test(date_behind_a_word_for_it),
		cmocka_unit_test(date_is_what_a_time_shows),
		cmocka_unit_test(date_with_a_broken_clock),
		cmocka_unit_test(date_is_the_day_shown),
		cmocka_unit_test(capture_is_no_date),
		cmocka_unit_test(machines_of_changes_give_no_date),
		cmocka_unit_test(date_in_xhtml_and_howtos),
		cmocka_unit_test(date_behind_a_vocabularys_prefix),
		cmocka_unit_test(a_day_goes_before_a_year),
		cmocka_unit_test(texts_that_touch_are_read_apart),
		cmocka_unit_test(words_around_an_element_say_what_it_dates),
		cmocka_unit_test(a_change_goes_before_a_chance_date),
		cmocka_unit_test(elements_near_the_title_count_first),
		cmocka_unit_test(numbers_are_in_the_order_of_the_page),
		cmocka_unit_test(an_earlier_day_shown_counts),
		cmocka_unit_test(a_day_shown_outweighs_the_address),
		cmocka_unit_test(a_date_opens_the_article),
		cmocka_unit_test(a_description_may_tell_the_date),
		cmocka_unit_test(phrases_say_what_a_date_is_of),
		cmocka_unit_test(a_month_alone_is_a_month),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
