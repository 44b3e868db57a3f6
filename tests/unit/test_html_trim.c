/* src/input/html_{trim,body}.c: what goes from the article's container, and
 * which of its lines are captions. All pages are invented. */
#include "html_parts.h"

static void drops_calls_at_the_end(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1 P2 P3
		"<p>Sign up for the river letter to get it in your inbox.</p>"
		"<p><b>Follow us</b> wherever you are.</p></article>");

	(void)state;
	assert_int_equal(got.doc->n_blocks, 3);
	got_release(&got);
}

/* The same words inside the story are the story. */
static void keeps_calls_in_the_story(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1><p>\"Follow us,\" the mayor said."
		"</p>" P1 P2 P3 "</article>");

	(void)state;
	assert_int_equal(got.doc->n_blocks, 4);
	got_release(&got);
}

static void tells_credits_from_text(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1><p>The old bridge at dusk \xC2\xA9 "
		"Ben Stone</p>" P1
		"<p>Figure 4: the piers, as planned</p>" P2 P3 "</article>");

	(void)state;
	assert_int_equal(got.doc->n_blocks, 5);
	assert_int_equal(got.doc->blocks[0].kind, BLOCK_CAPTION);
	assert_int_equal(got.doc->blocks[1].kind, BLOCK_PARAGRAPH);
	assert_int_equal(got.doc->blocks[2].kind, BLOCK_CAPTION);
	got_release(&got);
}

/* A gallery tells its story in its captions. */
static void takes_captions_of_a_gallery_for_text(void **state)
{
	struct got got = read_page(HEAD("Bridge in pictures") BODY
		"<article><h1>Bridge in pictures</h1>"
		"<p>The harbour, the river and the bridge, seen from the mill "
		"in the days before the flood came down the valley.</p>"
		"<figure><figcaption>The first stone was laid by a mayor whose "
		"name is lost, in the year of the great frost, when carts "
		"crossed the river on ice.</figcaption></figure>"
		"<figure><figcaption>The second bridge stood for a century, "
		"and carried a tram for the last twenty years of its life, as "
		"this picture shows.</figcaption></figure></article>");

	(void)state;
	assert_int_equal(got.doc->n_blocks, 3);
	assert_int_equal(got.doc->blocks[1].kind, BLOCK_PARAGRAPH);
	assert_int_equal(got.doc->blocks[2].kind, BLOCK_PARAGRAPH);
	got_release(&got);
}

static void drops_teasers_inside_the_article(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1 P2
		"<div class=\"teaser\"><h3><a href=/h>Harbour</a></h3><p>The "
		"harbour is full of sand.</p></div>" P3 P1 "</article>");

	(void)state;
	assert_false(got_says(&got, "full of sand"));
	assert_true(got_says(&got, "Two firms"));
	got_release(&got);
}

/* More than the last part of the text, when it is a list of other stories. */
static void drops_a_long_stream_of_stories(void **state)
{
#define STORY(n) \
	"<li><h3><a href=/" n ">A story of the harbour and the mill " n \
	"</a></h3><p>The harbour, the river and the mill are in the news on " \
	"every day of this year, as number " n " of these stories shows to " \
	"everybody who reads on.</p></li>"
	struct got got = read_page(HEAD("Bridge") BODY
		"<div><h1>Bridge</h1>" P1 P2 P3 "<p>The council of Nordheim "
		"agreed on Monday to lend its ferry, which has been idle since "
		"the flood, and to ask nothing for it but the oil.</p><p>The "
		"ferry crosses in four minutes, the harbour master said, and "
		"will take carts, unless the river falls below the third mark."
		"</p><p>Two bakers on the far side have hired carts to bring "
		"their bread across each morning before the market opens, and "
		"a third will bake in a tent.</p><p>Nobody expects the work to "
		"end in time, but most of those who were asked said that they "
		"would rather wait than walk to the ford.</p><p>The mayor "
		"will speak about the costs on Friday, in the old town hall, "
		"which still has a roof.</p><h2>Recommended for you</h2><ul>" STORY(
			"1") STORY("2") STORY("3") STORY("4") STORY("5")
			STORY("6") STORY("7") STORY("8") "</ul></div>");

	(void)state;
	assert_true(got_says(&got, "still has a roof"));
	assert_false(got_says(&got, "everybody who reads on"));
	got_release(&got);
}

/* A section named after the table of contents it is listed in. */
static void keeps_prose_by_the_name_of_a_menu(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<div><h1>Bridge</h1><div>" P1 P2 "</div>"
		"<section class=\"toc-part\">" P3 "</section>"
		"<div>" P1 P2 "</div><ul class=\"toc\"><li><a href=\"#a\">"
		"First part</a></li><li><a href=\"#b\">Second part</a></li>"
		"</ul></div>");

	(void)state;
	assert_true(got_says(&got, "Two firms"));
	assert_false(got_says(&got, "Second part"));
	got_release(&got);
}

/* A line about the writer below the title is no lead. */
static void takes_no_author_note_for_a_lead(void **state)
{
	struct got got = read_page(HEAD("Bridge to be rebuilt") BODY
		"<header><h1>Bridge to be rebuilt</h1><div "
		"class=\"author-info\">Ada Brook has written about rivers and "
		"bridges for thirty years.</div></header>"
		"<div class=\"article-body\">" P1 P2 P3 "</div>");

	(void)state;
	assert_int_equal(got.doc->n_blocks, 3);
	got_release(&got);
}

/* A lead and an offer: what the text ends with may be much of it. */
static void drops_an_offer_below_a_lead(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1
		"<h3>To continue reading, subscribe today</h3>"
		"<p>Get unlimited access from one crown a week.</p>"
		"</article>");

	(void)state;
	assert_int_equal(got.doc->n_blocks, 1);
	got_release(&got);
}

static void drops_linked_headings_with_lines_below(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1 P2 P3
		"<div><div><a href=\"/1\"><h3>Mill for sale</h3></a>"
		"<p>With its miller</p></div><div><a href=\"/2\">"
		"<h3>Eel fair put off</h3></a><p>No eels were found</p></div>"
		"</div></article>");

	(void)state;
	assert_int_equal(got.doc->n_blocks, 3);
	got_release(&got);
}

/* A sentence that is a link, between paragraphs; a headline is none. */
static void keeps_a_linked_sentence(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1
		"<p><a href=\"/r\">A report on the piers, published in March, "
		"had found that the oldest of them stood on nothing but "
		"habit.</a></p>" P2
		"<p><a href=\"/o\">Opinion: what the river has to say about "
		"the bridge, about the town and about us all</a></p>" P3
		"</article>");

	(void)state;
	assert_int_equal(got.doc->n_blocks, 4);
	assert_true(got_says(&got, "nothing but habit"));
	got_release(&got);
}

static void drops_a_line_of_two_dates(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1><p>Updated on 12 March 2019, first "
		"published on 9 March 2019</p>" P1 P2 "</article>");

	(void)state;
	assert_int_equal(got.doc->n_blocks, 2);
	got_release(&got);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(drops_calls_at_the_end),
		cmocka_unit_test(keeps_calls_in_the_story),
		cmocka_unit_test(tells_credits_from_text),
		cmocka_unit_test(takes_captions_of_a_gallery_for_text),
		cmocka_unit_test(drops_teasers_inside_the_article),
		cmocka_unit_test(drops_a_long_stream_of_stories),
		cmocka_unit_test(keeps_prose_by_the_name_of_a_menu),
		cmocka_unit_test(takes_no_author_note_for_a_lead),
		cmocka_unit_test(drops_an_offer_below_a_lead),
		cmocka_unit_test(drops_linked_headings_with_lines_below),
		cmocka_unit_test(keeps_a_linked_sentence),
		cmocka_unit_test(drops_a_line_of_two_dates),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
