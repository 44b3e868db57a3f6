/* Articles by their address: store/addresses.h. */
#include "unit.h"

#include "dateline/store/addresses.h"

static void add(struct store *s, const char *id, const char *url)
{
	struct arena arena = { 0 };
	struct analysis a = { 0 };
	struct doc_builder b;

	doc_begin(&b, &arena);
	b.doc.id = b.doc.path = str_from_c(id);
	b.doc.url = url ? str_from_c(url) : STR_NONE;
	doc_add(&b, BLOCK_PARAGRAPH, str_from_c(id));
	store_add(s, doc_end(&b), &a);
	analysis_release(&a);
	arena_release(&arena);
}

static struct store *make_store(void)
{
	struct store *s = store_new();

	add(s, "ferry", "https://www.gullet.example/sea/ferry?id=7");
	add(s, "tram", "http://gullet.example/tram/");
	add(s, "copy", "https://gullet.example/tram#top");
	add(s, "bread", "https://gullet.example/food?id=1");
	add(s, "cheese", "https://gullet.example/food?id=2");
	add(s, "home", "https://gullet.example");
	add(s, "file", NULL);
	add(s, "wrong", "ftp://gullet.example/tram");
	store_finish(s);
	return s;
}

/* The ids of the articles, with a blank behind each. */
static void assert_found(const struct addresses *a, const struct store *s,
	const char *url, const char *want)
{
	struct buf got = { 0 };

	for (uint32_t i = addresses_article(a, str_from_c(url));
		i != STORE_NONE; i = a->next.v[i])
		buf_add_f(&got, "%.*s ",
			STR_ARG(store_str(s, s->articles.v[i].id)));
	assert_str(buf_str(&got), want);
	buf_release(&got);
}

static void articles_are_found_by_address(void **state)
{
	struct store *s = make_store();
	struct addresses a = { 0 };

	(void)state;
	addresses_find(&a, s);
	assert_found(
		&a, s, "https://www.gullet.example/sea/ferry?id=7", "ferry ");
	assert_found(
		&a, s, "HTTP://Gullet.Example/sea/ferry/?id=7#a", "ferry ");
	/* paths have capitals, and hosts and queries of their own */
	assert_found(&a, s, "https://gullet.example/Sea/ferry?id=7", "");
	assert_found(&a, s, "https://news.gullet.example/sea/ferry?id=7", "");
	/* what a feed adds, or leaves out */
	assert_found(&a, s, "https://gullet.example/sea/ferry?id=7&from=feed",
		"ferry ");
	assert_found(&a, s, "https://gullet.example/sea/ferry", "ferry ");
	assert_found(&a, s, "https://gullet.example/sea/ferry?utm_id=1&id=7",
		"ferry ");
	/* another page of one address */
	assert_found(&a, s, "https://gullet.example/sea/ferry?id=8", "");
	assert_found(&a, s, "https://gullet.example/sea/ferry?id=77", "");
	assert_found(&a, s, "https://gullet.example:443/tram", "copy tram ");
	/* several have it, or several pages are at it */
	assert_found(&a, s, "https://gullet.example/tram?x", "copy tram ");
	assert_found(&a, s, "https://gullet.example/food?id=2", "cheese ");
	assert_found(&a, s, "https://gullet.example/food?id=3", "");
	assert_found(&a, s, "https://gullet.example/food", "");
	assert_found(&a, s, "http://www.gullet.example/", "home ");
	assert_found(&a, s, "http://www.gullet.example/?", "home ");
	/* no address of a page */
	assert_found(&a, s, "", "");
	assert_found(&a, s, "https://", "");
	assert_found(&a, s, "ftp://gullet.example/tram", "");
	assert_found(&a, s, "gullet.example/tram", "");
	addresses_release(&a);
	store_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(articles_are_found_by_address),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
