/* input/html_source.h: what of a page the parser gets to read. */
#include "unit.h"

#include "input/html_source.h"

#define assert_reduced(page, want) \
	do { \
		struct html_source s; \
		html_reduce(&s, STR(page), false); \
		assert_str(buf_str(&s.html), want); \
		html_source_release(&s); \
	} while (0)

static void white_space_beside_blocks_goes(void **state)
{
	(void)state;
	assert_reduced("<div>\n  <p> The ferry </p>\n\t<div> sails</div>",
		"<div><p>The ferry </p><div>sails</div>");
	/* An inline element is not where a block starts. */
	assert_reduced("<p>The\n <b> ferry </b> sails",
		"<p>The\n<b> ferry </b> sails");
	assert_reduced("<p> <b> The</b> ferry", "<p><b>The</b> ferry");
	/* An end tag may be one that libxml2 passes over. */
	assert_reduced("<p>The ferry</p> sails", "<p>The ferry</p> sails");
	assert_reduced("<body> The ferry", "<body> The ferry");
}

static void line_ends_stay_for_preformatted_text(void **state)
{
	(void)state;
	assert_reduced("<pre>The  ferry\n  sails \n <b>now</b></pre>",
		"<pre>The  ferry\n  sails\n<b>now</b></pre>");
}

static void what_is_cut_parts_words(void **state)
{
	(void)state;
	assert_reduced("<p>The<script>a < b</script>ferry", "<p>The ferry");
	assert_reduced("<p>The <script></script> <style></style> ferry",
		"<p>The ferry");
	/* But not what a word may have inside. */
	assert_reduced("<p>fer<wbr>ry<!-- x -->man", "<p>ferryman");
	assert_reduced("<p>a < b", "<p>a &lt; b");
}

static void a_links_end_is_marked_where_it_may_be_missed(void **state)
{
	(void)state;
	assert_reduced("<div><a href=x><b>The</b> ferry</a>",
		"<div><a href=\"x\"><b>The</b> ferry</a>");
	assert_reduced("<a href=x><div>The ferry</a> sails",
		"<a href=\"x\"><div>The ferry</a><!----> sails");
	assert_reduced("<a href=x><table><td>1</a><a href=y>2</a>",
		"<a href=\"x\"><table><td>1</a><!----><a href=\"y\">2</a>");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(white_space_beside_blocks_goes),
		cmocka_unit_test(line_ends_stay_for_preformatted_text),
		cmocka_unit_test(what_is_cut_parts_words),
		cmocka_unit_test(a_links_end_is_marked_where_it_may_be_missed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
