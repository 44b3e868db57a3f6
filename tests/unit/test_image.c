/* store/image.h: what is saved is what is mapped, and nothing else is. */
#include "rounds_archive.h"

#include "folder.h"

#include "dateline/store/image.h"
#include "dateline/store/regroup.h"
#include "dateline/store/update.h"
#include "store/image_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct image_of of = { { "/srv/news", 9 }, 1 };

static bool same_arrays(const struct store *a, const struct store *b)
{
	for (size_t i = 0; i < STORE_SECTIONS; i++) {
		const struct section_array x = section_get(a, i),
					   y = section_get(b, i);

		if (x.n != y.n ||
			(x.n && memcmp(x.v, y.v,
					x.n * store_sections[i].element) != 0))
			return false;
	}
	return true;
}

/* A store and its image in a folder that is removed at the end. */
struct saved {
	struct folder folder;
	struct buf path;
	struct store *s;
};

static void save(struct saved *x)
{
	struct err e;

	*x = (struct saved){ .s = archive_make(
				     rounds_archive, ROUNDS_ARCHIVE) };
	folder_make(&x->folder);
	buf_add_f(&x->path, "%s/cache/dateline/news.image", x->folder.path);
	if (!image_save(x->s, &of, x->path.p, 0600, &e))
		fail_msg("%s", e.msg);
}

static void discard(struct saved *x)
{
	folder_remove(&x->folder);
	buf_release(&x->path);
	store_free(x->s);
}

static struct store *open_saved(const struct saved *x)
{
	struct store *s;
	struct err e;

	if (image_open(&s, &of, x->path.p, &e) != IMAGE_USED ||
		!image_wait(s, &e))
		fail_msg("%s", e.msg);
	return s;
}

static void assert_refused(
	const struct saved *x, const struct image_of *asked, const char *why)
{
	struct store *s;
	struct err e;
	struct buf want = { 0 };

	buf_add_f(&want, "%s: %s", x->path.p, why);
	assert_int_equal(image_open(&s, asked, x->path.p, &e), IMAGE_REFUSED);
	assert_null(s);
	assert_str(str_from_c(e.msg), want.p);
	buf_release(&want);
}

static void what_is_saved_is_mapped(void **state)
{
	struct saved x;
	struct store *s;

	(void)state;
	save(&x);
	s = open_saved(&x);
	assert_true(same_arrays(x.s, s));
	assert_int_equal(
		store_find(s, STR("owls")), store_find(x.s, STR("owls")));
	store_free(s);
	discard(&x);
}

static void an_image_is_its_reader_s_own(void **state)
{
	struct saved x;
	struct store *s, *other;

	(void)state;
	save(&x);
	s = open_saved(&x);
	s->articles.v[0].words = 7777;
	for (int i = 0; i < 100000; i++)
		*vec_push(&s->by_id) = 0;
	other = open_saved(&x);
	assert_true(same_arrays(x.s, other));
	store_free(s);
	store_free(other);
	discard(&x);
}

/* Hundreds of articles on three towns' ferries and bridges. */
static struct store *make_fresh(void)
{
	static const char *const towns[] = { "Lesk", "Ostmere", "Tamsin" };
	static const char *const things[] = { "ferry", "bridge", "weir",
		"gauge", "school" };
	struct store *fresh = store_new();

	for (int i = 0; i < 300; i++) {
		const char *town = towns[i % 3], *thing = things[i % 5];
		struct buf id = { 0 }, title = { 0 }, date = { 0 },
			   text = { 0 };
		struct given g = { .source = "Courier" };

		buf_add_f(&id, "new/%d", i);
		buf_add_f(&title, "%s votes on its %s", town, thing);
		buf_add_f(&date, "2004-%02d-%02d", i % 12 + 1, i % 28 + 1);
		buf_add_f(&text,
			"The council of %s voted on the %s for the %dth time, "
			"and mayor Piet Larkin, who spoke of herring, lost.",
			town, thing, i + 4);
		g.id = id.p;
		g.title = title.p;
		g.date = date.p;
		g.text = text.p;
		archive_add(fresh, &g);
		buf_release(&id);
		buf_release(&title);
		buf_release(&date);
		buf_release(&text);
	}
	return fresh;
}

static void change(struct store *s)
{
	const struct round_correction c = { STR("flood-b"), STR("choir"),
		ROUND_SAME };
	uint32_t gone = store_find(s, STR("talks-1b"));

	update_apply(s, update_prepare(s, make_fresh(), &gone, 1));
	store_regroup(s, &c, 1);
}

/* As if each array filled its address range. */
static void take_room(struct store *s)
{
	for (size_t i = 0; i < STORE_SECTIONS; i++) {
		struct section_array a = section_get(s, i);

		assert_true(a.mapped > 0);
		a.cap = a.n;
		section_set(s, i, &a);
	}
}

static void a_mapped_store_changes_like_one_that_was_made(void **state)
{
	struct saved x;
	struct store *roomy, *full;

	(void)state;
	save(&x);
	roomy = open_saved(&x);
	full = open_saved(&x);
	take_room(full);
	change(x.s);
	change(roomy);
	change(full);
	assert_true(same_arrays(x.s, roomy));
	assert_true(same_arrays(x.s, full));
	store_regroup(x.s, NULL, 0);
	store_regroup(roomy, NULL, 0);
	assert_true(same_arrays(x.s, roomy));
	store_free(roomy);
	store_free(full);
	discard(&x);
}

/* What a store became by updates is saved and mapped like what was read. */
static void a_changed_store_is_saved(void **state)
{
	struct saved x;
	struct store *s;
	struct err e;

	(void)state;
	save(&x);
	change(x.s);
	store_regroup(x.s, NULL, 0);
	assert_true(image_save(x.s, &of, x.path.p, 0600, &e));
	s = open_saved(&x);
	assert_true(same_arrays(x.s, s));
	assert_int_equal(s->index.articles, x.s->index.articles);
	assert_int_equal(s->added.articles, x.s->articles.n);
	store_free(s);
	discard(&x);
}

static void no_image_is_no_error(void **state)
{
	struct store *s;
	struct err e;

	(void)state;
	assert_int_equal(
		image_open(&s, &of, "/nonexistent/x.image", &e), IMAGE_NONE);
	assert_null(s);
}

static void images_of_something_else_are_refused(void **state)
{
	struct image_of other = of;
	struct saved x;

	(void)state;
	save(&x);
	other.program = 2;
	assert_refused(&x, &other, "of another version of dateline");
	other = of;
	other.archive = STR("/srv/other");
	assert_refused(&x, &other, "of another archive");
	chmod(x.path.p, 0620);
	assert_refused(&x, &of, "others can write to it");
	chmod(x.path.p, 0600);
	assert_int_equal(truncate(x.path.p, 70000), 0);
	assert_refused(&x, &of, "cut off");
	assert_int_equal(truncate(x.path.p, 70), 0);
	assert_refused(&x, &of, "cut off");
	unlink(x.path.p);
	assert_int_equal(symlink("/etc/passwd", x.path.p), 0);
	assert_refused(&x, &of, "Too many levels of symbolic links");
	discard(&x);
}

static void nothing_is_left_where_it_cannot_be_saved(void **state)
{
	struct saved x;
	struct buf path = { 0 };
	struct err e;

	(void)state;
	save(&x);
	buf_add_f(&path, "%s/below", x.path.p);
	assert_false(image_save(x.s, &of, path.p, 0600, &e));
	assert_non_null(strstr(e.msg, "Not a directory"));
	buf_release(&path);
	discard(&x);
}

/* Flips bits of a byte: refused, or it was between the arrays. */
static void assert_harmless(const struct saved *x, int fd, uint64_t at)
{
	struct store *s;
	struct err e;
	char byte, flipped;

	assert_int_equal(pread(fd, &byte, 1, (off_t)at), 1);
	flipped = (char)(byte ^ 0x5A);
	assert_int_equal(pwrite(fd, &flipped, 1, (off_t)at), 1);
	if (image_open(&s, &of, x->path.p, &e) == IMAGE_USED)
		assert_false(image_wait(s, &e));
	assert_non_null(strstr(e.msg, x->path.p));
	store_free(s);
	assert_int_equal(pwrite(fd, &byte, 1, (off_t)at), 1);
}

/* Arrays have a checksum each; a byte is like its neighbours. */
#define STEP 13

static void every_damaged_byte_is_refused(void **state)
{
	struct image_header h;
	struct saved x;
	int fd;

	(void)state;
	save(&x);
	fd = open(x.path.p, O_RDWR | O_CLOEXEC);
	assert_int_equal(pread(fd, &h, sizeof h, 0), sizeof h);
	for (uint64_t at = 0; at < sizeof h; at++)
		assert_harmless(&x, fd, at);
	for (size_t i = 0; i < STORE_SECTIONS; i++)
		for (uint64_t at = 0; at < h.sections[i].bytes; at += STEP)
			assert_harmless(&x, fd, h.sections[i].at + at);
	close(fd);
	discard(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_saved_is_mapped),
		cmocka_unit_test(an_image_is_its_reader_s_own),
		cmocka_unit_test(a_mapped_store_changes_like_one_that_was_made),
		cmocka_unit_test(a_changed_store_is_saved),
		cmocka_unit_test(no_image_is_no_error),
		cmocka_unit_test(images_of_something_else_are_refused),
		cmocka_unit_test(nothing_is_left_where_it_cannot_be_saved),
		cmocka_unit_test(every_damaged_byte_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
