/* src/input/html_{trim,body}.c: what goes from the article's container, and
 * which of its lines are captions. All pages are invented. */
#include "unit.h"

#include "input/readers.h"

struct got {
	struct arena arena;
	struct doc *doc;
	size_t articles, skipped;
};

static void take_article(void *ctx, struct doc *d)
{
	struct got *got = ctx;

	got->doc = d;
	got->articles++;
}

static void take_skip(void *ctx, struct str where, struct str why)
{
	struct got *got = ctx;

	(void)where, (void)why;
	got->skipped++;
}

static struct got read_str(struct str page)
{
	struct got got = { 0 };
	struct input_sink sink = { &got, take_article, take_skip };
	struct input in = {
		.id = STR("a.html"), .path = STR("x/a.html"), .bytes = page
	};

	read_html(&in, &got.arena, &sink);
	return got;
}

static struct got read_page(const char *page)
{
	return read_str(str_from_c(page));
}

static void release(struct got *got)
{
	arena_release(&got->arena);
}

static bool says(const struct got *got, const char *what)
{
	return str_find(got->doc->text, str_from_c(what), 0) != STR_NPOS;
}

#define P1 \
	"<p>The council of Ostheim agreed on Monday to rebuild the old " \
	"bridge, which has been closed since the flood, and to pay for it " \
	"from the harbour fund.</p>"
#define P2 \
	"<p>Work begins in June, the mayor said, and will take two years, " \
	"unless the river rises again before the piers are set.</p>"
#define P3 \
	"<p>Two firms from the north have offered to build it, one of them " \
	"in steel, the other in wood and stone, both for less than feared.</p>"
#define HEAD(title) "<!doctype html><html lang=\"en\"><head><title>" title
#define BODY "</title></head><body>"

static void drops_calls_at_the_end(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1 P2 P3
		"<p>Sign up for the river letter to get it in your inbox.</p>"
		"<p><b>Follow us</b> wherever you are.</p></article>");

	(void)state;
	assert_int_equal(got.doc->n_blocks, 3);
	release(&got);
}

/* The same words inside the story are the story. */
static void keeps_calls_in_the_story(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1><p>\"Follow us,\" the mayor said."
		"</p>" P1 P2 P3 "</article>");

	(void)state;
	assert_int_equal(got.doc->n_blocks, 4);
	release(&got);
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
	release(&got);
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
	release(&got);
}

static void drops_teasers_inside_the_article(void **state)
{
	struct got got = read_page(HEAD("Bridge") BODY
		"<article><h1>Bridge</h1>" P1 P2
		"<div class=\"teaser\"><h3><a href=/h>Harbour</a></h3><p>The "
		"harbour is full of sand.</p></div>" P3 P1 "</article>");

	(void)state;
	assert_false(says(&got, "full of sand"));
	assert_true(says(&got, "Two firms"));
	release(&got);
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
	assert_true(says(&got, "Two firms"));
	assert_false(says(&got, "Second part"));
	release(&got);
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
	release(&got);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(drops_calls_at_the_end),
		cmocka_unit_test(keeps_calls_in_the_story),
		cmocka_unit_test(tells_credits_from_text),
		cmocka_unit_test(takes_captions_of_a_gallery_for_text),
		cmocka_unit_test(drops_teasers_inside_the_article),
		cmocka_unit_test(keeps_prose_by_the_name_of_a_menu),
		cmocka_unit_test(takes_no_author_note_for_a_lead),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
