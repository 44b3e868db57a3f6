/* store/load.h: the same store with any number of threads; stopping. */
#include "unit.h"

#include "dateline/store/load.h"
#include "folder.h"

#include <stdatomic.h>

#define N_LINES 800

/* A line of about 6 kB: the file is cut into parts of 2 MB. */
static void add_line(struct buf *out, int i)
{
	buf_add_f(out, "{\"id\":\"line-%d\",\"title\":\"Line %d\",\"text\":\"",
		i, i);
	for (int k = 0; k < 150; k++)
		buf_add_f(
			out, "Ferry %d of quay %d was late. ", i * k % 997, i);
	buf_add_f(out, "\\nJo Roe said ferry %d was late.\"}\n", i % 11);
}

/* An archive of page dumps, a damaged file, and JSON lines large enough to be
 * shared among threads. */
static void make_archive(const struct folder *f)
{
	struct buf text = { 0 }, lines = { 0 };

	for (int i = 0; i < 100; i++) {
		char name[32];

		snprintf(name, sizeof name, "%03d.txt", i);
		buf_clear(&text);
		buf_add_f(&text,
			"Ferry %d sails\n\nBy Ann Poe\n\nThe ferry of "
			"quay %d sailed on time, \"as ever\", Captain Jo "
			"Roe %d said.\n\nThe quay was full of people.\n",
			i, i % 7, i % 3);
		folder_add(f, name, buf_str(&text));
	}
	for (int i = 0; i < N_LINES; i++)
		add_line(&lines, i);
	folder_add(f, "many.jsonl", buf_str(&lines));
	folder_add(f, "empty.txt", STR(""));
	buf_release(&text);
	buf_release(&lines);
}

static struct store *load(const struct folder *f, unsigned threads)
{
	const char *path = f->path;
	struct err e;
	struct store *s = store_load(&path, 1, threads, &e);

	assert_non_null(s);
	return s;
}

#define assert_same(a, b, field) \
	do { \
		assert_int_equal((a)->field.n, (b)->field.n); \
		assert_memory_equal((a)->field.v, (b)->field.v, \
			(a)->field.n * sizeof *(a)->field.v); \
	} while (0)

static void assert_same_store(const struct store *a, const struct store *b)
{
	assert_int_equal(a->chars.n, b->chars.n);
	assert_memory_equal(a->chars.p, b->chars.p, a->chars.n);
	assert_same(a, b, articles);
	assert_same(a, b, blocks);
	assert_same(a, b, persons);
	assert_same(a, b, quotes);
	assert_same(a, b, by_time);
	assert_same(a, b, by_id);
	assert_same(a, b, words);
	assert_same(a, b, by_word);
	assert_same(a, b, posting_lists);
	assert_same(a, b, posting_runs);
	assert_same(a, b, postings);
	assert_same(a, b, rounds);
	assert_same(a, b, rounds_by_time);
	assert_same(a, b, round_articles);
	assert_same(a, b, storylines);
	assert_same(a, b, looks_back);
	assert_same(a, b, links);
	assert_same(a, b, skips);
	assert_same(a, b, index.words);
	assert_str(buf_str(&a->index.chars), b->index.chars.p);
	assert_int_equal(a->index.postings.n, b->index.postings.n);
	assert_memory_equal(
		a->index.postings.p, b->index.postings.p, a->index.postings.n);
}

static void any_number_of_threads_gives_the_same_bytes(void **state)
{
	struct folder f;
	struct store *one;

	(void)state;
	folder_make(&f);
	make_archive(&f);
	one = load(&f, 1);
	assert_int_equal(one->articles.n, 100 + N_LINES);
	assert_int_equal(one->skips.n, 1);
	for (unsigned threads = 2; threads <= 8; threads *= 4) {
		struct store *many = load(&f, threads);

		assert_same_store(one, many);
		store_free(many);
	}
	store_free(one);
	folder_remove(&f);
}

static void what_nobody_searches_has_no_index(void **state)
{
	struct folder f;
	const char *path = f.path;
	const struct load_request r = {
		.paths = &path, .n = 1, .threads = 2, .unsearched = true
	};
	struct store *all, *s;
	struct loader *l;
	struct err e;

	(void)state;
	folder_make(&f);
	make_archive(&f);
	all = load(&f, 1);
	l = loader_start(&r, &e);
	assert_non_null(l);
	s = loader_take(l);
	assert_true(all->index.words.n > 0);
	assert_int_equal(s->index.words.n, 0);
	assert_same(all, s, links);
	store_free(all);
	store_free(s);
	folder_remove(&f);
}

static void count_call(void *ctx)
{
	atomic_fetch_add((atomic_int *)ctx, 1);
}

static void progress_ends_with_done(void **state)
{
	struct folder f;
	const char *path = f.path;
	atomic_int calls = 0;
	const struct load_request r = { .paths = &path,
		.n = 1,
		.threads = 2,
		.wake = count_call,
		.wake_ctx = &calls };
	struct load_progress p;
	struct loader *l;
	struct err e;

	(void)state;
	folder_make(&f);
	folder_add(&f, "a.txt", STR("Ferry sails\n\nIt sailed.\n"));
	folder_add(&f, "b.txt", STR(""));
	l = loader_start(&r, &e);
	assert_non_null(l);
	do {
		usleep(1000);
		p = loader_progress(l);
	} while (!p.done);
	assert_int_equal(p.files_done, 2);
	assert_int_equal(p.files_all, 2);
	assert_int_equal(p.bytes_done, 24);
	assert_int_equal(p.bytes_all, 24);
	assert_int_equal(p.articles, 1);
	assert_false(p.walking);
	assert_false(p.linking);
	assert_int_equal(p.linked, 1000);
	store_free(loader_take(l));
	assert_true(atomic_load(&calls) > 0);
	folder_remove(&f);
}

/* Also of a file that is shared among threads. */
static void every_byte_is_counted_once(void **state)
{
	struct folder f;
	const char *path = f.path;
	const struct load_request r = { .paths = &path, .n = 1, .threads = 2 };
	struct load_progress p;
	struct loader *l;
	struct err e;

	(void)state;
	folder_make(&f);
	make_archive(&f);
	l = loader_start(&r, &e);
	assert_non_null(l);
	do {
		usleep(1000);
		p = loader_progress(l);
		assert_true(p.walking || p.bytes_done <= p.bytes_all);
	} while (!p.done);
	assert_true(p.bytes_all > (uint64_t)2 << 20);
	assert_int_equal(p.bytes_done, p.bytes_all);
	assert_int_equal(p.articles, 100 + N_LINES);
	store_free(loader_take(l));
	folder_remove(&f);
}

static void stopping_keeps_what_was_read(void **state)
{
	struct folder f;
	const char *path = f.path;
	const struct load_request r = { .paths = &path, .n = 1, .threads = 2 };
	struct loader *l;
	struct store *s;
	struct err e;

	(void)state;
	folder_make(&f);
	make_archive(&f);
	l = loader_start(&r, &e);
	assert_non_null(l);
	loader_stop(l);
	s = loader_take(l);
	assert_true(s->articles.n <= 100 + N_LINES);
	assert_int_equal(s->rounds.n > 0, s->articles.n > 0);
	store_free(s);
	folder_remove(&f);
}

static void a_folder_is_completed_by_its_sidecar(void **state)
{
	struct folder f;
	struct store *s;
	const struct article *a;

	(void)state;
	folder_make(&f);
	folder_add_folder(&f, "quay");
	folder_add(&f, "quay/a.txt", STR("Ferry sails\n\nIt sailed.\n"));
	folder_add(&f, "b.txt", STR("Ferry waits\n\nIt waited.\n"));
	folder_add(&f, "quay/archive.ini",
		STR("[defaults]\nsource = The Quay\nnonsense\n"
		    "[a.txt]\ndate = 2011-03-04\n"));
	s = load(&f, 2);
	assert_int_equal(s->articles.n, 2);
	a = &s->articles.v[store_find(s, STR("quay/a.txt"))];
	assert_str(store_source(s, a), "The Quay");
	assert_int_equal(a->date.month, 3);
	assert_int_equal(a->date_basis, BASIS_SIDECAR);
	a = &s->articles.v[store_find(s, STR("b.txt"))];
	assert_int_equal(a->source.n, 0);
	assert_int_equal(s->skips.n, 1);
	assert_true(str_ends(
		store_str(s, s->skips.v[0].where), STR("quay/archive.ini:3")));
	store_free(s);
	folder_remove(&f);
}

static void a_missing_archive_is_an_error(void **state)
{
	const char *path = "/nonexistent/archive";
	struct err e;

	(void)state;
	assert_null(store_load(&path, 1, 0, &e));
	assert_true(str_starts(str_from_c(e.msg), str_from_c(path)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_number_of_threads_gives_the_same_bytes),
		cmocka_unit_test(what_nobody_searches_has_no_index),
		cmocka_unit_test(progress_ends_with_done),
		cmocka_unit_test(every_byte_is_counted_once),
		cmocka_unit_test(stopping_keeps_what_was_read),
		cmocka_unit_test(a_folder_is_completed_by_its_sidecar),
		cmocka_unit_test(a_missing_archive_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
