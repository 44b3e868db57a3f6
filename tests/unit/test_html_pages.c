/* Whole saved pages: which part of one is the article, and how its parts are
 * called. src/input/html{,_source,_select,_row,_entry,_repeat}.c */
#include "html_parts.h"

static void assert_blocks(const char *page, size_t n)
{
	struct got got = read_page(page);

	assert_non_null(got.doc);
	assert_int_equal(got.doc->n_blocks, n);
	got_release(&got);
}

static void assert_kind(const struct got *got, size_t i, enum block_kind kind)
{
	assert_true(i < got->doc->n_blocks);
	assert_int_equal(got->doc->blocks[i].kind, kind);
}

struct reason {
	char text[256];
};

static void keep_reason(void *ctx, struct str where, struct str why)
{
	struct reason *r = ctx;

	(void)where;
	memcpy(r->text, why.p, why.n);
}

static void no_article(void *ctx, struct doc *d)
{
	(void)ctx, (void)d;
	fail();
}

static void frames_are_no_article(void **state)
{
	struct reason reason = { 0 };
	struct arena arena = { 0 };
	const struct input_sink sink = { &reason, no_article, keep_reason };
	const struct input in = {
		.id = STR("a.html"),
		.path = STR("x/a.html"),
		.bytes = STR(HEAD(
			"The Packet") "</title></head>"
				      "<frameset cols=\"20%,*\"><frame src=\"menu.htm\">"
				      "<FRAME SRC='eels.htm'><noframes><p>Get a browser "
				      "with frames.</p></noframes></frameset></html>"),
	};

	(void)state;
	read_html(&in, &arena, &sink);
	assert_string_equal(reason.text,
		"the page only puts frames together; the article is in one of "
		"their files: menu.htm, eels.htm");
	arena_release(&arena);
}

/* A page without scripts' text may keep it for browsers without scripts. */
static void fallback_is_read_when_it_is_all(void **state)
{
	(void)state;
	assert_blocks(HEAD("Bridge") BODY "<div id=\"app\"></div><noscript>"
					  "<h1>Bridge</h1>" P1 P2 P3
					  "</noscript></body>",
		3);
	assert_blocks(HEAD("Bridge") BODY
		"<article>" P1 P2 P3 P1 "</article>"
		"<noscript>" P1 "<p>Scripts are needed.</p></noscript>",
		3);
	assert_blocks(HEAD("Bridge") BODY
		"<div id=\"app\"></div><noscript>"
		"You need to enable scripts to run this.</noscript>",
		0);
}

static void custom_elements_have_names(void **state)
{
	(void)state;
	assert_blocks(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1
		"<amp-ad><div placeholder>Our partner's ferry</div></amp-ad>" P2
		"<amp-social-share>Mail</amp-social-share>" P3 "</article>",
		3);
	/* Any other holds the page. */
	assert_blocks(HEAD("Bridge") BODY "<news-app><story-page>"
					  "<h1>Bridge</h1>" P1 P2 P3
					  "</story-page></news-app>",
		3);
}

static void consent_above_the_title_goes(void **state)
{
	(void)state;
	assert_blocks(HEAD("Bridge to be rebuilt") BODY
		"<div><p>We and our partners keep cookies on your machine and "
		"read them again, to measure what you look at and for how "
		"long.</p><p>You may change your choice at any time at the "
		"foot of every page, in the settings of your account.</p>"
		"</div><span>Town</span><h1>Bridge to be rebuilt</h1>" P1 P2 P3,
		3);
	/* Text above a heading that the title repeats is text. */
	assert_blocks(HEAD("Bridge to be rebuilt") BODY
		"<div>" P1
		"<p>In the town</p><h2>Bridge to be rebuilt</h2>" P2 P3
		"</div>",
		5);
}

static void hidden_page_is_opened_by_a_script(void **state)
{
	struct got got = read_page(HEAD("Bridge to be rebuilt") BODY
		"<div><p>We and our partners keep cookies on your machine and "
		"read them again, to measure what you look at.</p></div>"
		"<div style=\"display:none\"><h1>Bridge to be rebuilt</h1>" P1
			P2 P3 "</div>");

	(void)state;
	assert_int_equal(got.doc->n_blocks, 3);
	assert_true(got_says(&got, "Two firms"));
	got_release(&got);
}

static void folded_text_is_text(void **state)
{
	(void)state;
	assert_blocks(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1
		"<div class=\"more-text\" hidden>" P2 P3 "</div></article>",
		3);
	assert_blocks(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1 P2
		"<div class=\"accordion\"><h3><button>Who builds it?"
		"</button></h3>"
		"<div aria-hidden=\"true\">" P3 "</div></div></article>",
		4);
	/* Nothing says that the reader can open it. */
	assert_blocks(HEAD("Bridge") BODY "<article><h1>Bridge</h1>" P1 P2
					  "<div hidden>" P3 "</div></article>",
		2);
}

static void stream_has_one_article(void **state)
{
	struct got got = read_page(HEAD("Bridge to be rebuilt") BODY
		"<main>"
		"<article><h1>Bridge to be rebuilt</h1>" P1 P2 P3 "</article>"
		"<article><h1>Eel fair</h1><p>The eel fair was held in the "
		"rain, as it is every year, and more eels were sold than "
		"people came, the harbour master said on Sunday.</p><p>He "
		"counted them himself, he said, twice, and the second time "
		"there were fewer, for which he blamed the gulls that sit on "
		"the customs house, and the wind.</p><p>Next year's fair is "
		"to be held under a roof, if the roof is found that blew off "
		"in March and was last seen above the ferry.</p></article>"
		"</main>");

	(void)state;
	assert_int_equal(got.doc->n_blocks, 3);
	assert_false(got_says(&got, "eel fair"));
	got_release(&got);
}

static void row_of_data_is_one_block(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article>"
		"<h1>Bridge</h1>" P1 "<table><tr><th>Firm</th><th>Price in "
		"thousands of crowns</th></tr><tr><td><a href=\"/n\">Northern</a></td><td>40</td></tr>"
		"<tr><td><a href=\"/a\">All</a></td><td><a href=\"/b\">firms"
		"</a></td></tr></table>" P2 P3 "</article>");

	(void)state;
	assert_str(block(&got, 1), "Firm | Price in thousands of crowns");
	assert_str(block(&got, 2), "Northern | 40");
	assert_kind(&got, 2, BLOCK_TABLE);
	assert_kind(&got, 3, BLOCK_PARAGRAPH);
	assert_int_equal(got.doc->n_blocks, 5);
	got_release(&got);
}

static void empty_cells_keep_the_columns(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article>"
		"<h1>Bridge</h1>" P1 "<table><tr><th></th><th>2018</th>"
		"<th>2019</th></tr><tr><th>Eels</th><td></td><td>40</td></tr>"
		"<tr><td>Carts</td><td>7</td><td></td></tr>"
		"<tr><td></td><td>None</td></tr></table>" P2 "</article>");

	(void)state;
	assert_str(block(&got, 1), "| 2018 | 2019");
	assert_str(block(&got, 2), "Eels | | 40");
	assert_str(block(&got, 3), "Carts | 7");
	assert_str(block(&got, 4), "None");
	got_release(&got);
}

/* One row may hold the whole page, beside its menu. */
static void row_of_layout_is_none(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<table><tr><td>"
		"<a href=\"/\">Home</a></td><td><h1>Bridge</h1>" P1 P2
		"<p>Both firms are older than the bridge, and one of them "
		"built the last, of which nobody speaks, because it fell on "
		"the day after it was opened, with a cart of eels on it and "
		"the mayor behind, who had been warned.</p></td></tr>"
		"</table>");

	(void)state;
	assert_int_equal(got.doc->n_blocks, 3);
	assert_kind(&got, 0, BLOCK_PARAGRAPH);
	got_release(&got);
}

static void repeated_pull_quote_goes(void **state)
{
	(void)state;
	assert_blocks(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1
		"<blockquote><p>\"unless the river rises again\"</p>"
		"<p>The mayor</p></blockquote>" P2 P3 "</article>",
		3);
	assert_blocks(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1
		"<div class=\"pullquote\">Unless the river rises again</div>" P2
			P3 "</article>",
		3);
	/* Its own words: it stays, and whose they are is no part of them. */
	assert_blocks(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1
		"<blockquote><p>The river does what it likes</p><p>&mdash; "
		"The mayor</p></blockquote>" P2 P3 "</article>",
		5);
}

static void times_head_the_entries_of_a_live_blog(void **state)
{
	struct got got = read_page(HEAD("Flood live") BODY
		"<h1>Flood live</h1>"
		"<div><time class=\"time\">17:20</time>" P1 "</div>"
		"<div><time class=\"time\">12.05 pm</time>" P2 "</div>"
		"<div><time class=\"time\">06:30</time>" P3 "</div>");

	(void)state;
	assert_int_equal(got.doc->n_blocks, 6);
	assert_str(block(&got, 0), "17:20");
	assert_kind(&got, 0, BLOCK_HEADING);
	assert_kind(&got, 1, BLOCK_PARAGRAPH);
	assert_str(block(&got, 4), "06:30");
	got_release(&got);
}

static void kinds_by_their_elements(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article>"
		"<h1>Bridge</h1><div class=\"correction\">The bridge has five "
		"arches, not four.</div>" P1
		"<dl><dt>Who will build it?</dt><dd>Somebody who has built "
		"one before, I hope.</dd></dl><details><summary>And when?"
		"</summary>" P2 "</details></article>");

	(void)state;
	assert_kind(&got, 0, BLOCK_NOTE);
	assert_kind(&got, 1, BLOCK_PARAGRAPH);
	assert_kind(&got, 2, BLOCK_PARAGRAPH);
	assert_kind(&got, 3, BLOCK_PARAGRAPH);
	assert_kind(&got, 4, BLOCK_HEADING);
	assert_kind(&got, 5, BLOCK_PARAGRAPH);
	assert_int_equal(got.doc->n_blocks, 6);
	got_release(&got);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(frames_are_no_article),
		cmocka_unit_test(fallback_is_read_when_it_is_all),
		cmocka_unit_test(custom_elements_have_names),
		cmocka_unit_test(consent_above_the_title_goes),
		cmocka_unit_test(hidden_page_is_opened_by_a_script),
		cmocka_unit_test(folded_text_is_text),
		cmocka_unit_test(stream_has_one_article),
		cmocka_unit_test(row_of_data_is_one_block),
		cmocka_unit_test(empty_cells_keep_the_columns),
		cmocka_unit_test(row_of_layout_is_none),
		cmocka_unit_test(repeated_pull_quote_goes),
		cmocka_unit_test(times_head_the_entries_of_a_live_blog),
		cmocka_unit_test(kinds_by_their_elements),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
