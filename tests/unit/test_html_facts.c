/* src/input/html_{title,title_cut,site,ld}.c. All pages are invented. */
#include "facts.h"

static void title_is_the_confirmed_heading(void **state)
{
	(void)state;
	assert_title("<title>Bridge: a town waits | Ostheim Post</title>",
		"<h1>Ostheim Post</h1><h2>Bridge: a town waits</h2>",
		"Bridge: a town waits");
	assert_title("<title>Ostheim Post » Bridge is late</title>",
		"<h1><a href=/>Ostheim Post</a></h1><h2>Bridge is late</h2>",
		"Bridge is late");
}

static void title_is_the_lone_h1(void **state)
{
	(void)state;
	assert_title("<title>Old bridge news</title>"
		     "<meta property=og:title content=\"Old bridge news\">",
		"<h1>How a town got its bridge back</h1>",
		"How a town got its bridge back");
}

static void title_is_never_cut_at_a_colon(void **state)
{
	(void)state;
	assert_title("<title>Ostheim: the bridge: a story - Ostheim Post"
		     "</title><meta property=og:site_name "
		     "content=\"Ostheim Post\">",
		"", "Ostheim: the bridge: a story");
}

static void title_has_no_kicker_or_site(void **state)
{
	(void)state;
	assert_title("<title>Bridge is late</title>",
		"<h1><span class=kicker>River</span> Bridge is late</h1>",
		"Bridge is late");
	assert_title("<meta property=og:title content=\"Bridge is late after "
		     "all\"><title>x</title>",
		"<h1><span>River</span> Bridge is late after all</h1>",
		"Bridge is late after all");
	assert_title("<meta property=og:site_name content=\"Ostheim Post\">"
		     "<meta property=og:title content=\"Bridge late | Ostheim "
		     "Post\">",
		"", "Bridge late");
}

/* A line above set inside the heading goes when JSON-LD has the rest. */
static void title_is_the_headline_below_a_line(void **state)
{
	(void)state;
	assert_title("<title>River towns | Ostheim Post</title>" LD(
			     "{\"@type\":\"NewsArticle\",\"headline\":"
			     "\"Bridge to be rebuilt\"}"),
		"<h1><span>River towns</span> Bridge to be rebuilt</h1>",
		"Bridge to be rebuilt");
	assert_title("<title>10 bridges of Ostheim</title>" LD(
			     "{\"@type\":\"NewsArticle\",\"headline\":"
			     "\"Bridges of Ostheim\"}"),
		"<h1>10 bridges of Ostheim</h1>", "10 bridges of Ostheim");
}

static void title_ends_at_a_bar(void **state)
{
	(void)state;
	assert_title("<title>A bridge for the town | Opinion | Post</title>",
		"<h1>A bridge for the town | Opinion</h1>",
		"A bridge for the town");
}

static void title_is_no_stray_heading(void **state)
{
	(void)state;
	assert_title("<meta property=og:title content=\"The harbour master's "
		     "last winter\">",
		"<h1>Contact us</h1>", "The harbour master's last winter");
}

/* The site's name takes nothing from what <title> confirms. */
static void title_is_the_h1_that_the_page_says(void **state)
{
	(void)state;
	assert_title(
		"<meta property=og:site_name content=\"The Ostheim Evening "
		"Post\"><meta property=og:title content=\"Bridge soup, "
		"hot - The Ostheim Evening Post\">" LD(
			"{\"@type\":\"Recipe\",\"name\":\"Bridge "
			"soup\"}"),
		"<h1>Bridge soup, hot</h1><h2>Bridge soup</h2>",
		"Bridge soup, hot");
	assert_title("<meta name=twitter:title content=\"A town waits for its "
		     "bridge\"><meta property=og:title content=\"Ostheim: what "
		     "the bridge will cost\">",
		"<h1>News of the bridge and the town</h1>"
		"<h2>A town waits for its bridge</h2>",
		"A town waits for its bridge");
}

static void title_has_no_line_below(void **state)
{
	(void)state;
	assert_title("<title>Bridge is late - Ostheim Post</title>",
		"<h1>Bridge is late <small>2 May 2019, River</small></h1>",
		"Bridge is late");
	assert_title("<title>Bridge is late - Ostheim Post</title>",
		"<h1>Bridge is late <span class=entry-subtitle>Two more years "
		"of ferries</span></h1>",
		"Bridge is late");
	assert_title("<title>Bridge is late: two more years - Ostheim Post"
		     "</title><meta property=og:site_name content=\"Ostheim "
		     "Post\">",
		"<h1>Bridge is late: <small>two more years</small></h1>",
		"Bridge is late: two more years");
	assert_title("<title>x</title>",
		"<h1><span class=page-topline>River</span> <span>: </span>"
		"Bridge is late</h1>",
		"Bridge is late");
}

static void assert_url(const char *head, const char *want)
{
	struct got got = got_parts("en", head, "");

	assert_str(got.doc->url, want);
	arena_release(&got.arena);
}

static void address_of_saved_pages(void **state)
{
	(void)state;
	assert_url("<!-- saved from url=(0028)http://post.example/bridge -->",
		"http://post.example/bridge");
	assert_url("<!--\n Page saved with SingleFile\n url: "
		   "https://post.example/b \n saved date: today\n-->",
		"https://post.example/b");
	assert_url("<link rel=canonical href=\"https://web.archive.org/web/"
		   "20190601120000if_/http://post.example/bridge\">",
		"http://post.example/bridge");
	assert_url("<meta property=og:url content=\"https://post.example/x\">",
		"https://post.example/x");
}

static void wayback_toolbar_is_cut(void **state)
{
	struct got got = got_parts("en", "<title>Bridge</title>",
		"<!-- BEGIN WAYBACK TOOLBAR INSERT --><div><p>The archive has "
		"kept this page for you since the year it was made, twice."
		"</p></div><!-- END WAYBACK TOOLBAR INSERT -->");

	(void)state;
	assert_int_equal(str_find(got.doc->text, STR("archive"), 0), STR_NPOS);
	arena_release(&got.arena);
}

static void site_has_a_name_or_host(void **state)
{
	struct got got = got_parts("en",
		"<meta property=og:site_name content=\"Ostheim Post\">", "");

	(void)state;
	assert_str(got.doc->site, "Ostheim Post");
	arena_release(&got.arena);
	got = got_parts("en",
		"<link rel=canonical "
		"href=\"http://www.post.example:80/bridge\">",
		"");
	assert_str(got.doc->site, "post.example");
	arena_release(&got.arena);
	got = got_parts("en",
		LD("{\"@type\":\"NewsArticle\",\"publisher\":{\"name\""
		   ":\"Ostheim &amp; Sons\"}}"),
		"");
	assert_str(got.doc->site, "Ostheim & Sons");
	arena_release(&got.arena);
}

/* A page in German, whatever it declares. */
static void assert_language(
	const char *html, const char *head, const char *want)
{
	struct buf page = { 0 };
	struct got got;

	buf_add_f(&page,
		"<html lang=\"%s\"><head>%s</head><body><ul><li>Read more</li>"
		"<li>Sign up for the newsletter</li></ul><div class=\"text\">"
		"<p>Der Stadtrat von Ostheim hat am Abend beschlossen, dass die "
		"alte Brücke neu gebaut wird, die seit der Flut nicht mehr zu "
		"befahren ist.</p><p>Die Arbeit beginnt im Juni, wie es hieß, "
		"und dauert zwei Jahre, wenn nicht das Wasser noch einmal so "
		"steigt wie damals.</p></div><p>Mehr zum Thema</p></body></html>",
		html, head);
	got = got_html(buf_str(&page));
	buf_release(&page);
	assert_str(got.doc->lang, want);
	assert_false(got_says(&got, "Mehr zum Thema"));
	arena_release(&got.arena);
}

static void language_is_what_the_text_bears_out(void **state)
{
	(void)state;
	assert_language("de-AT", "", "de-AT");
	assert_language("en-US", "", "de");
	assert_language("en", "<meta property=\"og:locale\" content=\"de_CH\">",
		"de-CH");
	assert_language("en",
		LD("{\"@type\":\"NewsArticle\",\"inLanguage\":"
		   "\"de-DE\"}"),
		"de-DE");
	assert_language("en",
		"<meta http-equiv=\"Content-Language\" content=\"german\">",
		"de");
	assert_language("lang", "", "de");
	assert_language("", "", "de");
}

static void site_has_no_motto_and_is_no_title(void **state)
{
	struct got got = got_parts("en",
		"<link rel=canonical href=http://ostheimpost.example/a><meta "
		"property=og:site_name content=\"Ostheim Post - News from the "
		"river and the hills\">",
		"");

	(void)state;
	assert_str(got.doc->site, "Ostheim Post");
	arena_release(&got.arena);
	got = got_parts("en",
		"<link rel=canonical href=http://post.example/a>"
		"<title>The bridge is late once more, says mayor"
		"</title><meta property=og:site_name content=\"The "
		"bridge is late once more, says mayor\">",
		"<h1>The bridge is late once more, says mayor</h1>");
	assert_str(got.doc->site, "post.example");
	assert_str(got.doc->title, "The bridge is late once more, says mayor");
	arena_release(&got.arena);
}

/* Related articles stand in the same list, a live blog's entries in it. */
static void ld_of_this_article(void **state)
{
	struct got got = got_parts("en",
		"<title>Bridge to be rebuilt</title>"
		"<script type=\"application/ld+json\">[{\"@type\":"
		"\"NewsArticle\",\"headline\":\"Mill for sale\","
		"\"datePublished\":\"2018-01-30\",\"author\":\"Ben Stone\"},"
		"{\"@type\":\"NewsArticle\",\"headline\":"
		"\"Bridge to be rebuilt\",\"datePublished\":\"2018-02-06\","
		"\"author\":\"Ada Brook\"}]</script>",
		"");

	(void)state;
	assert_str(got.doc->byline[0], "Ada Brook");
	assert_int_equal(got.doc->date.month, 2);
	arena_release(&got.arena);
	got = got_parts("en",
		"<title>Flood live</title>"
		"<script type=\"application/ld+json\">{\"@type\":"
		"\"LiveBlogPosting\",\"headline\":\"Flood live\","
		"\"author\":\"Ada Brook\",\"liveBlogUpdate\":[{\"@type\":"
		"\"BlogPosting\",\"headline\":\"Bridge closed\","
		"\"datePublished\":\"2018-02-06\",\"author\":"
		"\"Ben Stone\"}]}</script>",
		"");
	assert_str(got.doc->byline[0], "Ada Brook");
	arena_release(&got.arena);
}

static void title_is_what_stands_in_the_page(void **state)
{
	(void)state;
	assert_title("<title>The Ostheim Mirror of the Times - Bridge to be "
		     "rebuilt</title>",
		"<b>Bridge to be rebuilt</b><br><i>6 May</i>",
		"Bridge to be rebuilt");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(title_is_the_confirmed_heading),
		cmocka_unit_test(title_is_the_lone_h1),
		cmocka_unit_test(title_is_never_cut_at_a_colon),
		cmocka_unit_test(title_has_no_kicker_or_site),
		cmocka_unit_test(title_is_the_headline_below_a_line),
		cmocka_unit_test(title_ends_at_a_bar),
		cmocka_unit_test(title_is_no_stray_heading),
		cmocka_unit_test(title_is_the_h1_that_the_page_says),
		cmocka_unit_test(title_has_no_line_below),
		cmocka_unit_test(address_of_saved_pages),
		cmocka_unit_test(wayback_toolbar_is_cut),
		cmocka_unit_test(site_has_a_name_or_host),
		cmocka_unit_test(site_has_no_motto_and_is_no_title),
		cmocka_unit_test(language_is_what_the_text_bears_out),
		cmocka_unit_test(ld_of_this_article),
		cmocka_unit_test(title_is_what_stands_in_the_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
