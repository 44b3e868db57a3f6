/* src/input/html_{title,author,date,site,ld}.c. All pages are invented. */
#include "page.h"

/* Reads a page of these parts around one article. */
static struct got read_parts(const char *head, const char *top)
{
	struct buf page = { 0 };
	struct got got;

	buf_add_f(&page,
		"<html lang=\"en\"><head>%s</head><body>%s<div class=\"text\">"
		"<p>The council of Ostheim agreed on Monday to rebuild the "
		"old bridge, which has been closed since the flood.</p>"
		"<p>Work begins in June, the mayor said, and will take two "
		"years, unless the river rises again.</p></div></body></html>",
		head, top);
	got = got_html(buf_str(&page));
	buf_release(&page);
	assert_non_null(got.doc);
	return got;
}

static void assert_title(const char *head, const char *top, const char *want)
{
	struct got got = read_parts(head, top);

	assert_str(got.doc->title, want);
	arena_release(&got.arena);
}

/* `want`: the names with ", " between. */
static void assert_byline(const char *head, const char *top, const char *want)
{
	struct got got = read_parts(head, top);
	struct buf names = { 0 };

	for (size_t i = 0; i < got.doc->n_byline; i++) {
		buf_add(&names, i ? STR(", ") : STR(""));
		buf_add(&names, got.doc->byline[i]);
	}
	assert_str(buf_str(&names), want);
	buf_release(&names);
	arena_release(&got.arena);
}

static void assert_date(const char *head, const char *top, const char *want,
	enum date_basis basis)
{
	struct got got = read_parts(head, top);
	char text[DATE_TEXT_MAX];

	assert_string_equal(date_format(&got.doc->date, text), want);
	assert_int_equal(got.doc->date_basis, basis);
	arena_release(&got.arena);
}

#define LD(json) "<script type=\"application/ld+json\">" json "</script>"

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

static void author_from_json_ld(void **state)
{
	(void)state;
	assert_byline(LD("{\"@graph\":[{\"@type\":\"NewsArticle\",\"author\":"
			 "{\"@id\":\"#p\"}},{\"@type\":\"Person\",\"@id\":"
			 "\"#p\",\"name\":\"Ada Brook\"}]}"),
		"", "Ada Brook");
	assert_byline(LD("{\"@type\":\"Article\",\"author\":[{\"name\":\"Ada "
			 "Brook\"},{\"name\":\"Ben Stone\"}]}"),
		"", "Ada Brook, Ben Stone");
}

/* The site as its own author says nothing: the page is asked on. */
static void author_is_not_the_site(void **state)
{
	(void)state;
	assert_byline(
		"<meta property=og:site_name content=\"Ostheim Post\">" LD(
			"{\"@type\":\"NewsArticle\",\"author\":{\"name\":"
			"\"Ostheim Post\"}}"),
		"<h1>Bridge</h1><div class=byline>By Ada Brook</div>",
		"Ada Brook");
	assert_byline("<meta name=author content=admin>",
		"<h1>Bridge</h1><p>By Ada Brook</p>", "Ada Brook");
}

/* With no person named, the outlet or its newsroom is who wrote it. */
static void author_may_be_the_newsroom(void **state)
{
	(void)state;
	assert_byline("<meta property=og:site_name content=\"Ostheim Post\">"
		      "<meta name=author content=\"Ostheim Post\">",
		"<h1>Bridge</h1>", "Ostheim Post");
	assert_byline("<meta name=author content=Newsroom>", "<h1>Bridge</h1>",
		"Newsroom");
	assert_byline(
		"<meta name=author content=admin>", "<h1>Bridge</h1>", "");
}

/* "King" is an office and a surname. */
static void author_has_the_name_of_an_office(void **state)
{
	(void)state;
	assert_byline("<meta name=author content=\"Ada King\">",
		"<h1>Bridge</h1>", "Ada King");
}

static void author_keeps_degrees(void **state)
{
	(void)state;
	assert_byline("<meta name=author content=\"Ada Brook, MD, PhD and Ben "
		      "Stone, ANP\">",
		"<h1>Bridge</h1>", "Ada Brook, MD, PhD, Ben Stone");
}

static void author_is_followed_by_authors_only(void **state)
{
	(void)state;
	assert_byline("",
		"<h1>Bridge</h1><p><a rel=author href=/a>Ada Brook1</a> "
		"<a rel=author href=/b>Vice President of Bridges</a></p>",
		"Ada Brook");
}

/* A name that speaks of a sidebar on what holds the article as well. */
static void author_in_a_misnamed_wrapper(void **state)
{
	(void)state;
	assert_byline("",
		"<div class=content-sidebar-wrap><h1>Bridge</h1><aside>"
		"<a rel=author href=/a>Ada Brook</a></aside>",
		"Ada Brook");
}

static void author_below_a_label(void **state)
{
	(void)state;
	assert_byline("", "<h1>Bridge</h1><h4>Author:</h4><p>Ada Brook</p>",
		"Ada Brook");
}

static void author_behind_a_date(void **state)
{
	(void)state;
	assert_byline(
		"", "<h1>Bridge</h1><p>2.5.2019 - Ada Brook</p>", "Ada Brook");
}

static void author_before_the_outlet(void **state)
{
	(void)state;
	assert_byline("<meta name=author content=\"Riverside Press Ltd\">",
		"<h1>Bridge</h1><p>By Ada Brook</p>", "Ada Brook");
	assert_byline("<meta name=author content=\"Reuters\">",
		"<h1>Bridge</h1><p>Photo by Ada Brook</p>", "Reuters");
}

static void author_by_link_and_line(void **state)
{
	(void)state;
	assert_byline("",
		"<h1>Bridge</h1><p>Text by <a href=/authors/ada>Ada "
		"Brook</a> and <a href=/authors/ben>Ben Stone</a>"
		"</p>",
		"Ada Brook, Ben Stone");
	assert_byline("",
		"<h1>Bridge</h1><div class=meta>May 2, 2019 by Ada "
		"Brook</div>",
		"Ada Brook");
	assert_byline("",
		"<h1>Bridge</h1><div class=author>Ada Brook<br>"
		"<br>River editor</div>",
		"Ada Brook");
}

static void author_is_no_commenter(void **state)
{
	(void)state;
	assert_byline("",
		"<h1>Bridge</h1><div class=comments><span "
		"class=author>Angry Angler</span></div>",
		"");
}

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
		"", "2019-05-02T22:06:08", BASIS_METADATA);
}

/* 22:00 in UTC is the next day where the page was made. */
static void date_is_the_day_shown(void **state)
{
	(void)state;
	assert_date("<meta property=article:published_time "
		    "content=2019-05-01T22:00:00Z>",
		"<h1>Bridge</h1><p>May 2, 2019</p>", "2019-05-02",
		BASIS_METADATA);
}

static void capture_is_no_date(void **state)
{
	(void)state;
	assert_date("<link rel=canonical href=\"https://web.archive.org/web/"
		    "20190601120000/http://post.example/bridge\">",
		"", "", BASIS_NONE);
}

static void assert_url(const char *head, const char *want)
{
	struct got got = read_parts(head, "");

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
	struct got got = read_parts("<title>Bridge</title>",
		"<!-- BEGIN WAYBACK TOOLBAR INSERT --><div><p>The archive has "
		"kept this page for you since the year it was made, twice."
		"</p></div><!-- END WAYBACK TOOLBAR INSERT -->");

	(void)state;
	assert_int_equal(str_find(got.doc->text, STR("archive"), 0), STR_NPOS);
	arena_release(&got.arena);
}

static void site_has_a_name_or_host(void **state)
{
	struct got got = read_parts(
		"<meta property=og:site_name content=\"Ostheim Post\">", "");

	(void)state;
	assert_str(got.doc->site, "Ostheim Post");
	arena_release(&got.arena);
	got = read_parts("<link rel=canonical "
			 "href=\"http://www.post.example:80/bridge\">",
		"");
	assert_str(got.doc->site, "post.example");
	arena_release(&got.arena);
	got = read_parts(LD("{\"@type\":\"NewsArticle\",\"publisher\":{\"name\""
			    ":\"Ostheim &amp; Sons\"}}"),
		"");
	assert_str(got.doc->site, "Ostheim & Sons");
	arena_release(&got.arena);
}

/* Related articles stand in the same list, a live blog's entries in it. */
static void ld_of_this_article(void **state)
{
	struct got got = read_parts(
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
	got = read_parts(
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
		cmocka_unit_test(author_from_json_ld),
		cmocka_unit_test(author_may_be_the_newsroom),
		cmocka_unit_test(author_has_the_name_of_an_office),
		cmocka_unit_test(author_keeps_degrees),
		cmocka_unit_test(author_is_followed_by_authors_only),
		cmocka_unit_test(author_in_a_misnamed_wrapper),
		cmocka_unit_test(author_below_a_label),
		cmocka_unit_test(author_behind_a_date),
		cmocka_unit_test(author_before_the_outlet),
		cmocka_unit_test(author_is_not_the_site),
		cmocka_unit_test(author_by_link_and_line),
		cmocka_unit_test(author_is_no_commenter),
		cmocka_unit_test(date_is_of_publication),
		cmocka_unit_test(date_from_address_and_text),
		cmocka_unit_test(date_of_address_is_not_later),
		cmocka_unit_test(date_behind_a_word_for_it),
		cmocka_unit_test(date_is_what_a_time_shows),
		cmocka_unit_test(date_with_a_broken_clock),
		cmocka_unit_test(date_is_the_day_shown),
		cmocka_unit_test(capture_is_no_date),
		cmocka_unit_test(address_of_saved_pages),
		cmocka_unit_test(wayback_toolbar_is_cut),
		cmocka_unit_test(site_has_a_name_or_host),
		cmocka_unit_test(ld_of_this_article),
		cmocka_unit_test(title_is_what_stands_in_the_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
