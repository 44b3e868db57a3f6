/* src/input/html_{author,name}.c. All pages are invented. */
#include "facts.h"

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

/* An organisation or the outlet gives way to a person, and stands in for one.
 */
static void author_is_a_person_before_a_body(void **state)
{
	(void)state;
	assert_byline(LD("{\"@type\":\"NewsArticle\",\"author\":{\"@type\":"
			 "\"Organization\",\"name\":\"OP\"}}"),
		"<h1>Bridge</h1><p>By Ada Brook</p>", "Ada Brook");
	assert_byline(LD("{\"@type\":\"NewsArticle\",\"author\":{\"@type\":"
			 "\"Organization\",\"name\":\"OP\"}}"),
		"<h1>Bridge</h1>", "OP");
	assert_byline("<link rel=canonical href=http://derostheimer.example/a>"
		      "<meta name=author content=\"Der Ostheimer\">",
		"<h1>Bridge</h1><p>By Ada Brook</p>", "Ada Brook");
}

static void author_by_a_label_in_metadata(void **state)
{
	(void)state;
	assert_byline("<meta name=twitter:label1 content=\"Written by\">"
		      "<meta name=twitter:data1 content=\"Ada Brook\">"
		      "<meta name=twitter:label2 content=\"Reading time\">"
		      "<meta name=twitter:data2 content=\"5 minutes\">",
		"<h1>Bridge</h1>", "Ada Brook");
}

/* JSON-LD's first author is not all of them. */
static void author_list_of_metadata_is_complete(void **state)
{
	(void)state;
	assert_byline("<meta name=author content=\"Ada Brook, Ben Stone\">" LD(
			      "{\"@type\":\"NewsArticle\",\"author\":{"
			      "\"name\":\"Ada Brook\"}}"),
		"", "Ada Brook, Ben Stone");
	assert_byline("<meta name=author content=\"Name, Ada Brook\">" LD(
			      "{\"@type\":\"NewsArticle\",\"author\":{"
			      "\"name\":\"Ada Brook\"}}"),
		"", "Ada Brook");
}

static void author_of_a_forum_post(void **state)
{
	(void)state;
	assert_byline(LD("{\"@type\":\"DiscussionForumPosting\",\"author\":{"
			 "\"name\":\"river_girl\"}}"),
		"<h1>Bridge</h1>", "river_girl");
}

/* A name that speaks of a sidebar on what holds the title. */
static void author_beside_the_title(void **state)
{
	(void)state;
	assert_byline("",
		"<div id=sidebar><h1>Bridge</h1><a rel=author href=/a>Ada "
		"Brook</a></div>",
		"Ada Brook");
}

static void author_is_no_date_or_label(void **state)
{
	(void)state;
	assert_byline(
		"", "<h1>Bridge</h1><div class=author>5 min read</div>", "");
	assert_byline(
		"", "<h1>Bridge</h1><div class=author>Thursday, 4.</div>", "");
	assert_byline("",
		"<h1>Bridge</h1><div class=post-author>Corresponding "
		"author.</div>",
		"");
	assert_byline("",
		"<h1>Bridge</h1><div class=post-author><p>Insights from</p>"
		"<p>Ada Brook</p></div>",
		"Ada Brook");
}

static void author_is_a_part_of_a_dated_line(void **state)
{
	(void)state;
	assert_byline("",
		"<h1>Bridge</h1><p>Ada Brook | Senior Writer | July 2, 2019"
		"</p>",
		"Ada Brook");
	assert_byline("", "<h1>Bridge</h1><p>4.2.2019 | 13:10 | Ada Brook</p>",
		"Ada Brook");
}

static void author_may_be_a_user(void **state)
{
	(void)state;
	assert_byline("",
		"<h1>Bridge</h1><p>Posted by Angler7 on 2 May 2019</p>",
		"Angler7");
	assert_byline("", "<h1>Bridge</h1><p>by rivergirl</p>", "rivergirl");
	assert_byline("", "<h1>Bridge</h1><p>by the mayor, they say.</p>", "");
}

static void author_signs_the_end(void **state)
{
	struct got got = got_html(
		STR("<html lang=en><body><h1>Bridge</h1><div class=text><p>The "
		    "council of Ostheim agreed on Monday to rebuild the old "
		    "bridge, which has been closed since the flood.</p><p>Work "
		    "begins in June, the mayor said, and will take two years, "
		    "unless the river rises again.</p><p><em>Paula "
		    "Brook</em></p></div></body></html>"));

	(void)state;
	assert_int_equal(got.doc->n_byline, 1);
	assert_str(got.doc->byline[0], "Paula Brook");
	got_release(&got);
}

static void author_without_the_outlet(void **state)
{
	(void)state;
	assert_byline("<meta property=og:site_name content=\"Ostheim Post\">"
		      "<meta name=author content=\"Ostheim Post - Ada "
		      "Brook\">",
		"", "Ada Brook");
	assert_byline("<meta name=author content=\"Ada Brook | River "
		      "Newsroom\">",
		"", "Ada Brook");
	assert_byline("",
		"<h1>Bridge</h1><p>By Ada Brook, Head of Rivers and Town "
		"Planning</p>",
		"Ada Brook");
	assert_byline("",
		"<h1>Bridge</h1><p><a rel=author href=/a>Ada Brook</a> <a "
		"rel=author href=/b>Herald Staff</a></p>",
		"Ada Brook");
}

static void author_behind_a_hard_space(void **state)
{
	(void)state;
	assert_byline("<meta name=author content=\"By&nbsp;Ada Brook\">", "",
		"Ada Brook");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
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
		cmocka_unit_test(author_is_a_person_before_a_body),
		cmocka_unit_test(author_by_a_label_in_metadata),
		cmocka_unit_test(author_list_of_metadata_is_complete),
		cmocka_unit_test(author_of_a_forum_post),
		cmocka_unit_test(author_beside_the_title),
		cmocka_unit_test(author_is_no_date_or_label),
		cmocka_unit_test(author_is_a_part_of_a_dated_line),
		cmocka_unit_test(author_may_be_a_user),
		cmocka_unit_test(author_signs_the_end),
		cmocka_unit_test(author_without_the_outlet),
		cmocka_unit_test(author_behind_a_hard_space),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
