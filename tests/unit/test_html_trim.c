/* src/input/html_{select,links,trim,tail,body}.c: what goes from the article's
 * container, and which of its lines are captions. All pages are invented. */
#include "html_parts.h"

#define P4 \
	"<p>Nobody expects the work to end in time, but most of those who " \
	"were asked said that they would rather wait than walk to the ford.</p>"
#define P5 \
	"<p>The mayor will speak about the costs on Friday, in the old town " \
	"hall, which has lost its roof, and then again in the mill.</p>"
#define FILL P1 P2 P3 P4 P5
#define LINE \
	"Here is the same thing said again, as every line of this kind says " \
	"it, until the paper ends. "

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

/* A line that promises other stories, and the article goes on behind it. */
static void goes_on_behind_a_tail_heading(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1 P2 P4 P5 P1 P2 P4 P5
		"<h3>More about the harbour</h3><ul><li><a href=/a>Sand in the "
		"harbour</a></li><li><a href=/b>Ferry for sale</a></li></ul>"
		"<h2>The money</h2>" P3
		"<p>The harbour fund holds enough for both, the treasurer said, "
		"if the ferry is sold before the winter and the crane is "
		"mended by its own crew.</p>"
		"<p>What is left goes to the mill, which has waited for a new "
		"wheel since the year of the great frost.</p></article>");

	(void)state;
	assert_true(got_says(&got, "Two firms"));
	assert_true(got_says(&got, "a new wheel"));
	assert_false(got_says(&got, "Ferry for sale"));
	got_release(&got);
}

/* A box below the text has its own headings: they are not the article's. */
static void does_not_go_on_in_another_box(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<main><div><h1>Bridge</h1>" FILL FILL "</div><div>"
		"<h2>About the author</h2><p>Ada Brook rows to work.</p></div>"
		"<div><h2>Our promise</h2><p>" LINE LINE LINE LINE "</p></div>"
		"</main>");

	(void)state;
	assert_true(got_says(&got, "rather wait"));
	assert_false(got_says(&got, "rows to work"));
	assert_false(got_says(&got, "every line"));
	got_release(&got);
}

static void keeps_linked_headings_of_paragraphs(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1
		"<h2><a href=/steel>1. The steel bridge</a></h2>" P2
		"<h2><a href=/wood>2. The wooden bridge</a></h2>" P3
		"<h2><a href=/x>Ferry for sale</a></h2></article>");

	(void)state;
	assert_int_equal(got.doc->n_blocks, 5);
	assert_int_equal(got.doc->blocks[1].kind, BLOCK_HEADING);
	assert_false(got_says(&got, "Ferry"));
	got_release(&got);
}

/* An item that is linked stays with its list. */
static void keeps_linked_items_of_lists(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1 P2
		"<ul><li>Stone from the quarry above Nordheim</li>"
		"<li><a href=/w>Oak from the mill</a></li>"
		"<li>Iron that was bought before the flood came</li></ul>" P3
		"</article>");

	(void)state;
	assert_true(got_says(&got, "Oak from the mill"));
	got_release(&got);
}

/* Its items are no headings of sections, however they are set. */
static void keeps_items_set_as_headings(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1 P2
		"<h2>What was bought</h2><ul><li><h3>Oak boards</h3></li>"
		"<li><h3>Iron nails</h3></li><li><h3><a href=/x>Ferry for sale"
		"</a></h3></li></ul></article>");

	(void)state;
	assert_true(got_says(&got, "What was bought"));
	assert_true(got_says(&got, "Iron nails"));
	got_release(&got);
}

static void keeps_links_that_are_announced(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1 P2
		"<p>Three towns along the river have built one since the flood "
		"and would do so again:</p>"
		"<ul><li><a href=/a>Nordheim</a></li><li><a href=/b>Westerau"
		"</a></li></ul>" P3
		"<p>Read also:</p><ul><li><a href=/c>Ferry for sale</a></li>"
		"<li><a href=/d>Sand in the harbour</a></li></ul>" P4
		"</article>");

	(void)state;
	assert_true(got_says(&got, "Westerau"));
	assert_false(got_says(&got, "Ferry for sale"));
	got_release(&got);
}

static void reads_closed_accordions(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1 P2
		"<h3>Who pays?</h3><div role=region hidden>" P3 "</div>"
		"<div class=popup hidden><p>" LINE LINE "</p></div>"
		"</article>");

	(void)state;
	assert_true(got_says(&got, "Two firms"));
	assert_false(got_says(&got, "every line"));
	got_release(&got);
}

/* Much is said about a short article: it stays the article. */
static void takes_no_comments_for_the_article(void **state)
{
#define SHORT "<p>Oak</p><p>Elm</p><p>Ash</p><p>Iron</p><p>Stone</p>"
	struct got got = read_page(HEAD("Bridge") BODY
		"<div><h1>Bridge</h1>" P1 P2 P3 SHORT SHORT SHORT SHORT
		"</div><div class=comments><p>" LINE LINE "1</p><p>" LINE LINE
		"2</p><p>" LINE LINE "3</p><p>" LINE LINE "4</p></div>");

	(void)state;
	assert_true(got_says(&got, "Work begins in June"));
	assert_false(got_says(&got, "every line"));
	got_release(&got);
}

static void takes_no_footer_for_the_article(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<div><h1>Bridge</h1>" P1 "</div>"
		"<footer><p>" LINE LINE "</p><p>" LINE LINE "!</p></footer>");

	(void)state;
	assert_true(got_says(&got, "harbour fund"));
	assert_false(got_says(&got, "every line"));
	got_release(&got);
}

/* The place to jump to is named after its heading. */
static void keeps_what_an_anchor_names(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1 P2 P4 P5
		"<section id=where-to-share-a-boat-with-your-neighbours>" P3
		"</section></article>");

	(void)state;
	assert_true(got_says(&got, "Two firms"));
	got_release(&got);
}

/* A section is no pointer elsewhere, whatever its name. */
static void keeps_sections_named_like_teasers(void **state)
{
	struct buf page = { 0 };
	struct got got;

	(void)state;
	buf_add(&page, STR(HEAD("Bridge") BODY "<article><h1>Bridge</h1>"));
	for (int i = 0; i < 8; i++)
		buf_add(&page, STR(FILL));
	buf_add(&page,
		STR("<div class=post-item><h3>Plans</h3><p>The steel one "
		    "stands on <a href=/p>four piers</a>. " LINE LINE LINE LINE
				LINE LINE LINE LINE LINE LINE LINE
		    "</p></div></article>"));
	got = got_html(buf_str(&page));
	assert_true(got_says(&got, "four piers"));
	got_release(&got);
	buf_release(&page);
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
		cmocka_unit_test(goes_on_behind_a_tail_heading),
		cmocka_unit_test(does_not_go_on_in_another_box),
		cmocka_unit_test(keeps_linked_headings_of_paragraphs),
		cmocka_unit_test(keeps_linked_items_of_lists),
		cmocka_unit_test(keeps_items_set_as_headings),
		cmocka_unit_test(keeps_links_that_are_announced),
		cmocka_unit_test(reads_closed_accordions),
		cmocka_unit_test(takes_no_comments_for_the_article),
		cmocka_unit_test(takes_no_footer_for_the_article),
		cmocka_unit_test(keeps_what_an_anchor_names),
		cmocka_unit_test(keeps_sections_named_like_teasers),
		cmocka_unit_test(drops_an_offer_below_a_lead),
		cmocka_unit_test(drops_linked_headings_with_lines_below),
		cmocka_unit_test(keeps_a_linked_sentence),
		cmocka_unit_test(drops_a_line_of_two_dates),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
