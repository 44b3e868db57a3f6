/* Links of pages: where they stand in the clean text, and where they lead. */
#include "page.h"

static struct str link_text(const struct doc *d, size_t i)
{
	return str_range(d->text, d->links[i].span);
}

static void assert_link(
	const struct doc *d, size_t i, const char *text, const char *url)
{
	assert_true(i < d->n_links);
	assert_str(link_text(d, i), text);
	assert_str(d->links[i].url, url);
}

/* One block with one link, given as bytes of the raw text. */
static struct doc *linked(
	struct arena *a, const char *raw, uint32_t start, uint32_t end)
{
	struct doc_link link = { { start, end }, STR("https://a.example/") };
	struct doc_builder b;

	doc_begin(&b, a);
	doc_add(&b, BLOCK_PARAGRAPH, STR("Before it."));
	assert_true(doc_add(&b, BLOCK_PARAGRAPH, str_from_c(raw)));
	doc_add_links(&b, str_from_c(raw), &link, 1);
	return doc_end(&b);
}

static void links_are_found_again_when_clean(void **state)
{
	static const struct {
		const char *raw;
		uint32_t start, end;
		const char *want;
	} cases[] = {
		{ "  the  harbour wall ", 7, 14, "harbour" },
		{ " \n the harbour", 2, 15, "the harbour" },
		{ "a\x1B[1m b\xE2\x80\x8B c d", 12, 14, "d" },
		/* The same word before it. */
		{ "quay quay quay", 5, 9, "quay" },
		/* A mark is composed with its letter. */
		{ "cafe\xCC\x81 nee\xCC\x81 x", 7, 12, "neé" },
		{ "say \xE2\x80\x9Cno\xE2\x80\x9D!", 4, 12, "“no”" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena a = { 0 };
		struct doc *d =
			linked(&a, cases[i].raw, cases[i].start, cases[i].end);

		assert_link(d, 0, cases[i].want, "https://a.example/");
		arena_release(&a);
	}
}

static void a_link_without_words_is_none(void **state)
{
	struct arena a = { 0 };

	(void)state;
	assert_int_equal(linked(&a, "the  wall", 3, 5)->n_links, 0);
	arena_release(&a);
}

#define HEAD \
	"<html><head><title>Bridge</title><link rel=canonical " \
	"href=\"https://news.example/2020/03/bridge.html?x=1\"></head><body>" \
	"<h1>The bridge is rebuilt</h1><div class=article>"
#define BODY \
	"<p>The council of Ostheim agreed on Monday to rebuild the old bridge, " \
	"which has been closed since the flood took two of its arches.</p>"

static void pages_keep_their_links(void **state)
{
	struct got got = got_html(STR(HEAD BODY
		"<p>Work <a href=\"/plans\">begins in <b>June</b></a>, says <a "
		"href=\"http://Other.example/a?b=1&amp;c=2#d\">another page"
		"</a>, or <a href=\"next.html\">next</a> or <a "
		"href=\"../up.html\">up</a> or <a href=\"//cdn.example/x\">"
		"aside</a> or <a href=\"?page=2\">on</a>, and nobody disagreed "
		"with any of that when the engineer had shown her drawings of "
		"it.</p><p>None: <a href=\"mailto:a@b.example\">mail</a>, <a "
		"href=\"#top\">top</a>, <a href=\"javascript:x()\">script</a>, "
		"<a href=\"\">empty</a>, <a name=x>name</a>, <a "
		"href=\"https://a.example/with space\">space</a> and that is "
		"all that there is to be said of it this week.</p>" BODY
		"</div></body></html>"));

	(void)state;
	assert_int_equal(got.doc->n_links, 6);
	assert_link(got.doc, 0, "begins in June", "https://news.example/plans");
	assert_link(
		got.doc, 1, "another page", "http://Other.example/a?b=1&c=2#d");
	assert_link(
		got.doc, 2, "next", "https://news.example/2020/03/next.html");
	assert_link(got.doc, 3, "up", "https://news.example/2020/up.html");
	assert_link(got.doc, 4, "aside", "https://cdn.example/x");
	assert_link(got.doc, 5, "on",
		"https://news.example/2020/03/bridge.html?page=2");
	got_release(&got);
}

/* Without an address of the page, only those that need none. */
static void a_page_without_address(void **state)
{
	struct got got = got_html(STR(
		"<html><body><h1>The bridge is rebuilt</h1>" BODY
		"<p>Work <a href=\"/plans\">begins</a> in June and <a "
		"href=\"https://a.example\">ends</a> when the river lets the "
		"masons go home for the winter, the mayor of the town said.</p>" BODY
		"</body></html>"));

	(void)state;
	assert_int_equal(got.doc->n_links, 1);
	assert_link(got.doc, 0, "ends", "https://a.example");
	got_release(&got);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links_are_found_again_when_clean),
		cmocka_unit_test(a_link_without_words_is_none),
		cmocka_unit_test(pages_keep_their_links),
		cmocka_unit_test(a_page_without_address),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
