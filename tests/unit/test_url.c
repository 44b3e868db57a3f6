/* text/url.h: what a program is given of an address a stranger wrote. */
#include "unit.h"

#include "dateline/text/url.h"

static void assert_taken(const char *url, const char *want)
{
	struct buf out = { 0 };
	struct err e = { "" };

	assert_true(url_for_programs(&out, str_from_c(url), &e));
	assert_str(buf_str(&out), want);
	buf_release(&out);
}

static void assert_refused(struct str url, const char *why)
{
	struct buf out = { 0 };
	struct err e = { "" };

	assert_false(url_for_programs(&out, url, &e));
	assert_non_null(strstr(e.msg, why));
	assert_int_equal(out.n, 0);
	buf_release(&out);
}

static void addresses_of_pages_are_taken(void **state)
{
	(void)state;
	assert_taken("https://post.example/a?b=c&d=%20#e",
		"https://post.example/a?b=c&d=%20#e");
	assert_taken("HTTP://post.example:8080", "HTTP://post.example:8080");
	assert_taken("http://[::1]/", "http://[::1]/");
	assert_taken("https://post.example/@ann", "https://post.example/@ann");
}

static void addresses_have_parts(void **state)
{
	struct url_parts p;
	struct buf page = { 0 };

	(void)state;
	assert_true(url_split(
		STR("HTTP://WWW.Post.example:80/A/b//?x=1&utm_a=2&&y#z?"), &p));
	assert_str(p.origin, "HTTP://WWW.Post.example:80");
	assert_str(p.host, "WWW.Post.example");
	assert_str(p.path, "/A/b//");
	assert_str(p.query, "x=1&utm_a=2&&y");
	url_page(&page, &p);
	assert_str(buf_str(&page), "post.example/A/b");
	buf_clear(&page);
	url_query(&page, &p);
	assert_str(buf_str(&page), "x=1&y");
	buf_release(&page);
	assert_true(url_split(STR("https://[::1]:80?b/c"), &p));
	assert_str(p.origin, "https://[::1]:80");
	assert_str(p.host, "[::1]");
	assert_str(p.path, "");
	assert_str(p.query, "b/c");
	assert_true(url_split(STR("http://a.example"), &p));
	assert_null(p.query.p);
	assert_false(url_split(STR("https:///b"), &p));
	assert_false(url_split(STR("javascript:alert(1)"), &p));
	assert_false(url_split(STR(""), &p));
}

static void what_has_no_place_in_an_address_is_escaped(void **state)
{
	(void)state;
	assert_taken("https://post.example/caf\xC3\xA9",
		"https://post.example/caf%C3%A9");
	assert_taken("https://post.example/\"'`<>\\{|}^",
		"https://post.example/%22%27%60%3C%3E%5C%7B%7C%7D%5E");
	/* A shell's words stay one word: no shell sees them. */
	assert_taken("https://post.example/$(id);ls&",
		"https://post.example/$(id);ls&");
}

static void other_schemes_are_refused(void **state)
{
	static const char *const urls[] = { "-x", "--help",
		"javascript:alert(1)", "file:///etc/passwd",
		"mailto:ann@post.example", "post.example", "//post.example",
		"data:text/html,a", " https://post.example" };

	(void)state;
	for (size_t i = 0; i < sizeof urls / sizeof *urls; i++)
		assert_refused(str_from_c(urls[i]), "only http and https");
	assert_refused(STR(""), "no address");
	assert_refused(STR_NONE, "no address");
}

static void blanks_and_controls_are_refused(void **state)
{
	(void)state;
	assert_refused(STR("https://post.example/a b"), "blanks");
	assert_refused(STR("https://post.example/\033]52;c;\a"), "blanks");
	assert_refused(STR("https://post.example/\n--x"), "blanks");
	assert_refused(STR("https://post.example/\0x"), "blanks");
	assert_refused(STR("https://post.example/\x7F"), "blanks");
}

static void hosts_that_mislead_are_refused(void **state)
{
	(void)state;
	assert_refused(STR("https://post.example@evil.example/"), "user's");
	/* To a browser "\" is "/"; to others "post.example\" is a user. */
	assert_refused(STR("https://post.example\\@evil.example/"), "user's");
	assert_refused(STR("https://post.example\\.evil.example/"), "no host");
	assert_refused(STR("https://p\xD0\xBEst.example/"), "no host");
	assert_refused(STR("https:///etc"), "no host");
	assert_refused(STR("https://-x.example/"), "no host");
	assert_refused(STR("https://:80/"), "no host");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(addresses_of_pages_are_taken),
		cmocka_unit_test(addresses_have_parts),
		cmocka_unit_test(what_has_no_place_in_an_address_is_escaped),
		cmocka_unit_test(other_schemes_are_refused),
		cmocka_unit_test(blanks_and_controls_are_refused),
		cmocka_unit_test(hosts_that_mislead_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
