/* store/archive.h: an archive stays current while it is read. */
#include "unit.h"

#include "folder.h"

#include "dateline/store/archive.h"
#include "dateline/store/image.h"
#include "dateline/store/regroup.h"
#include "store/image_file.h"
#include "store/image_path.h"
#include "store/sections.h"

#include <poll.h>

#define ENOUGH_MS 20000

/* An archive in a folder, its image in another. */
struct fixture {
	struct folder folder, cache;
	const char *path;
	int wake[2];
	struct archive *archive;
	int released; /* calls of release() */
	struct buf remarks; /* all there were */
};

static void wake(void *ctx)
{
	struct fixture *f = ctx;

	(void)!write(f->wake[1], "", 1);
}

static void release(void *ctx)
{
	struct fixture *f = ctx;

	f->released++;
}

static void add_page(struct fixture *f, const char *name, const char *place)
{
	struct buf b = { 0 };

	buf_add_f(&b,
		"Ferry sails from %s\n\nLESK, 4 May 2015 - The ferry sailed "
		"from %s at dawn with forty people, harbour master Ada Lind "
		"said. \"We had waited for weeks,\" she told reporters.\n",
		place, place);
	folder_add(&f->folder, name, buf_str(&b));
	buf_release(&b);
}

static void start_with(struct fixture *f, bool images)
{
	const struct archive_request r = { .paths = &f->path,
		.n = 1,
		.threads = 2,
		.images = images,
		.wake = wake,
		.release = release,
		.ctx = f };
	struct err e;

	f->archive = archive_open(&r, &e);
	assert_non_null(f->archive);
}

static void start(struct fixture *f)
{
	start_with(f, true);
}

static int setup(void **state)
{
	struct fixture *f = mem_calloc(1, sizeof *f);

	folder_make(&f->folder);
	folder_make(&f->cache);
	f->path = f->folder.path;
	assert_int_equal(setenv("XDG_CACHE_HOME", f->cache.path, 1), 0);
	assert_int_equal(pipe2(f->wake, O_CLOEXEC | O_NONBLOCK), 0);
	add_page(f, "a.txt", "Lesk");
	add_page(f, "b.txt", "Osk");
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;

	archive_close(f->archive);
	buf_release(&f->remarks);
	close(f->wake[0]);
	close(f->wake[1]);
	folder_remove(&f->folder);
	folder_remove(&f->cache);
	free(f);
	return 0;
}

static struct archive_news step(struct fixture *f)
{
	struct pollfd fd = { f->wake[0], POLLIN, 0 };
	char drain[64];

	assert_int_equal(poll(&fd, 1, ENOUGH_MS), 1);
	(void)!read(f->wake[0], drain, sizeof drain);
	return archive_step(f->archive);
}

static enum archive_work work(const struct fixture *f)
{
	return archive_progress(f->archive).work;
}

static void step_until(struct fixture *f, enum archive_work wanted)
{
	do
		step(f);
	while (work(f) != wanted);
}

/* All that the steps say until nothing is being done any more. */
static struct archive_news settle(struct fixture *f)
{
	struct archive_news all = { 0 }, n;

	do {
		n = step(f);
		all.store |= n.store;
		all.looked |= n.looked;
		all.added += n.added;
		all.gone += n.gone;
		all.failed = n.failed ? n.failed : all.failed;
		if (n.remark)
			buf_add(&f->remarks, str_from_c(n.remark));
	} while (work(f) != ARCHIVE_IDLE);
	return all;
}

static void look(struct fixture *f, struct archive_news *n)
{
	struct err e;

	assert_true(archive_look(f->archive, &e));
	*n = settle(f);
}

/* What is shown is, to the byte, what reading all the files gives. */
static void assert_as_read(struct fixture *f)
{
	struct err e;
	struct store *read = store_load(&f->path, 1, 1, &e);
	struct store *shown = archive_store(f->archive);

	assert_non_null(read);
	for (size_t i = 0; i < STORE_SECTIONS; i++) {
		struct section_array x = section_get(read, i),
				     y = section_get(shown, i);

		assert_int_equal(x.n, y.n);
		if (x.n)
			assert_memory_equal(
				x.v, y.v, x.n * store_sections[i].element);
	}
	store_free(read);
}

static void the_second_start_needs_no_reading(void **state)
{
	struct fixture *f = *state;
	struct archive_news n;

	start(f);
	assert_null(archive_store(f->archive));
	assert_int_equal(work(f), ARCHIVE_READING);
	n = settle(f);
	assert_true(n.store);
	assert_false(n.looked);
	assert_as_read(f);
	archive_close(f->archive);

	start(f);
	assert_non_null(archive_store(f->archive));
	assert_int_equal(work(f), ARCHIVE_LOOKING);
	assert_as_read(f);
	n = settle(f);
	assert_true(n.looked);
	assert_false(n.store);
	assert_int_equal(n.added + n.gone, 0);
}

static void what_is_new_changed_or_gone_is_taken_in(void **state)
{
	struct fixture *f = *state;
	struct archive_news n;
	char *gone;

	start(f);
	settle(f);
	add_page(f, "c.txt", "Amiel");
	look(f, &n);
	assert_true(n.looked && n.store);
	assert_int_equal(n.added, 1);
	assert_int_equal(n.gone, 0);
	assert_as_read(f);
	assert_true(f->released >= 2);

	add_page(f, "a.txt", "Drenik");
	gone = folder_path(&f->folder, "b.txt");
	assert_int_equal(unlink(gone), 0);
	free(gone);
	look(f, &n);
	assert_int_equal(n.added, 1);
	assert_int_equal(n.gone, 2);
	assert_as_read(f);

	look(f, &n);
	assert_true(n.looked && !n.store);
	assert_null(n.failed);
}

/* The image that a start comes from has the changes of the session before. */
static void the_image_follows(void **state)
{
	struct fixture *f = *state;
	struct archive_news n;

	start(f);
	settle(f);
	archive_close(f->archive);
	add_page(f, "c.txt", "Amiel");
	start(f);
	assert_int_equal(archive_store(f->archive)->by_time.n, 2);
	n = settle(f);
	assert_int_equal(n.added, 1);
	archive_close(f->archive);

	start(f);
	assert_int_equal(archive_store(f->archive)->by_time.n, 3);
	n = settle(f);
	assert_false(n.store);
}

static void keep_apart(struct fixture *f)
{
	const struct round_correction apart = { { "a.txt", 5 }, { "b.txt", 5 },
		ROUND_APART };

	store_regroup(archive_store(f->archive), &apart, 1);
}

/* Rounds that the reader corrected: joined all the same, for the owner of the
 * corrections to apply them again. */
static void corrections_are_taken_back_for_joining(void **state)
{
	struct fixture *f = *state;
	struct archive_news n;

	start(f);
	settle(f);
	keep_apart(f);
	add_page(f, "c.txt", "Amiel");
	look(f, &n);
	assert_int_equal(n.added, 1);
	assert_as_read(f);
}

static int open_image(const struct fixture *f)
{
	struct buf path = { 0 }, name = { 0 };
	int fd;

	image_archive(&name, &f->path, 1);
	assert_true(image_path(&path, buf_str(&name), NULL));
	fd = open(path.p, O_RDWR | O_CLOEXEC);
	assert_true(fd >= 0);
	buf_release(&path);
	buf_release(&name);
	return fd;
}

/* Changes the first byte of an array. */
static void damage(const struct fixture *f, const char *array)
{
	int fd = open_image(f);
	struct image_header h;
	size_t i = 0;
	char byte;

	assert_int_equal(pread(fd, &h, sizeof h, 0), sizeof h);
	while (strcmp(store_sections[i].name, array) != 0)
		i++;
	assert_int_equal(pread(fd, &byte, 1, (off_t)h.sections[i].at), 1);
	byte ^= 1;
	assert_int_equal(pwrite(fd, &byte, 1, (off_t)h.sections[i].at), 1);
	close(fd);
}

static void a_damaged_image_is_made_anew(void **state)
{
	struct fixture *f = *state;
	int fd;

	start(f);
	settle(f);
	archive_close(f->archive);
	fd = open_image(f);
	assert_int_equal(ftruncate(fd, 5000), 0);
	close(fd);
	start(f);
	assert_null(archive_store(f->archive));
	settle(f);
	assert_non_null(
		strstr(f->remarks.p, "cut off; the archive is read anew"));
	assert_as_read(f);
	archive_close(f->archive);

	buf_clear(&f->remarks);
	start(f);
	assert_non_null(archive_store(f->archive));
	settle(f);
	assert_int_equal(f->remarks.n, 0);
}

/* The list is there at once; that the rest is damaged shows after it. */
static void late_damage_is_read_anew(void **state)
{
	struct fixture *f = *state;
	struct archive_news n;

	start(f);
	settle(f);
	archive_close(f->archive);
	damage(f, "blocks");
	start(f);
	assert_non_null(archive_store(f->archive));
	n = settle(f);
	assert_true(n.store);
	assert_non_null(strstr(f->remarks.p, "damaged"));
	assert_as_read(f);
}

/* Only the cache is lost where it cannot be written. */
static void no_cache_costs_only_the_cache(void **state)
{
	struct fixture *f = *state;
	struct archive_news n;

	folder_add(&f->cache, "dateline", STR("a file, no folder"));
	start(f);
	settle(f);
	assert_true(f->remarks.n > 0);
	assert_as_read(f);
	add_page(f, "c.txt", "Amiel");
	look(f, &n);
	assert_int_equal(n.added, 1);
	assert_as_read(f);
}

static void a_stopped_look_changes_nothing(void **state)
{
	struct fixture *f = *state;
	struct archive_news n;
	struct err e;

	start(f);
	settle(f);
	add_page(f, "c.txt", "Amiel");
	assert_true(archive_look(f->archive, &e));
	archive_stop(f->archive);
	n = settle(f);
	assert_true(n.looked && !n.store);
	assert_non_null(n.failed);
	assert_int_equal(archive_store(f->archive)->by_time.n, 2);
	look(f, &n);
	assert_int_equal(n.added, 1);
}

static void a_look_may_be_stopped_before_it_begins(void **state)
{
	struct fixture *f = *state;
	struct archive_news n;

	start(f);
	settle(f);
	archive_close(f->archive);
	add_page(f, "c.txt", "Amiel");
	start(f);
	archive_stop(f->archive);
	n = settle(f);
	assert_true(n.looked && !n.store);
	assert_non_null(n.failed);
	look(f, &n);
	assert_int_equal(n.added, 1);
}

/* Corrections are applied to a store as soon as it may be changed: what the
 * look has found waits for the next step. */
static void what_is_checked_may_be_changed(void **state)
{
	struct fixture *f = *state;
	struct archive_news n;

	start(f);
	settle(f);
	archive_close(f->archive);
	add_page(f, "c.txt", "Amiel");
	start(f);
	n = archive_step(f->archive);
	assert_true(n.checked);
	assert_int_equal(work(f), ARCHIVE_LOOKING);
	while (!archive_progress(f->archive).load.done)
		poll(NULL, 0, 1);
	keep_apart(f);
	n = settle(f);
	assert_int_equal(n.added, 1);
	assert_as_read(f);
}

/* What there is is read, and a page more is on its way into the store. */
static void add_until(struct fixture *f, enum archive_work wanted)
{
	struct err e;

	start(f);
	settle(f);
	add_page(f, "c.txt", "Amiel");
	assert_true(archive_look(f->archive, &e));
	step_until(f, wanted);
}

static void settled_joining_is_found_out_anew(void **state)
{
	struct fixture *f = *state;
	struct archive_news n;

	add_until(f, ARCHIVE_JOINING);
	archive_settle(f->archive);
	assert_int_not_equal(work(f), ARCHIVE_JOINING);
	keep_apart(f);
	n = settle(f);
	assert_true(n.looked);
	assert_int_equal(n.added, 1);
	assert_as_read(f);
}

/* The folder has another name for as long as nobody gives it back. */
static void move_folder(
	const struct fixture *f, const char *from_end, const char *to_end)
{
	char from[64], to[64];

	snprintf(from, sizeof from, "%s%s", f->path, from_end);
	snprintf(to, sizeof to, "%s%s", f->path, to_end);
	assert_int_equal(rename(from, to), 0);
}

static void settling_says_when_nothing_can_be_found(void **state)
{
	struct fixture *f = *state;
	struct archive_news n;

	add_until(f, ARCHIVE_JOINING);
	move_folder(f, "", ".away");
	archive_settle(f->archive);
	n = settle(f);
	move_folder(f, ".away", "");
	assert_true(n.looked);
	assert_non_null(strstr(n.failed, "cannot be opened"));
	assert_int_equal(archive_store(f->archive)->by_time.n, 2);
}

static void a_folder_that_is_gone_is_said(void **state)
{
	struct fixture *f = *state;
	struct err e;

	start(f);
	settle(f);
	move_folder(f, "", ".away");
	assert_false(archive_look(f->archive, &e));
	assert_non_null(strstr(e.msg, "cannot be opened"));
	assert_int_equal(work(f), ARCHIVE_IDLE);
	assert_int_equal(archive_store(f->archive)->by_time.n, 2);
	move_folder(f, ".away", "");
}

/* As any that is not there; it may come back. */
static void a_folder_below_may_go_and_come(void **state)
{
	struct fixture *f = *state;
	struct archive_news n;

	folder_add_folder(&f->folder, "more");
	add_page(f, "more/c.txt", "Amiel");
	start(f);
	settle(f);
	move_folder(f, "/more", "/.more");
	look(f, &n);
	assert_int_equal(n.gone, 1);
	move_folder(f, "/.more", "/more");
	look(f, &n);
	assert_int_equal(n.added, 1);
	assert_int_equal(archive_store(f->archive)->by_time.n, 3);
	assert_as_read(f);
}

/* A look that is asked for meanwhile waits for its turn. */
static void a_look_waits_for_the_full_run(void **state)
{
	static const enum archive_work during[] = { ARCHIVE_READING,
		ARCHIVE_REPAIRING, ARCHIVE_SAVING };
	static const char *const names[] = { "c.txt", "d.txt", "e.txt" };
	struct fixture *f = *state;
	struct archive_news n;
	struct err e;

	start(f);
	for (size_t i = 0; i < 3; i++) {
		if (i)
			assert_true(archive_look(f->archive, &e));
		if (i)
			step_until(f, during[i]);
		assert_int_equal(work(f), during[i]);
		assert_true(archive_look(f->archive, &e));
		add_page(f, names[i], names[i]);
		n = settle(f);
		assert_true(n.looked);
		assert_int_equal(archive_store(f->archive)->by_time.n, 3 + i);
		assert_as_read(f);
		add_page(f, "a.txt", names[i]);
	}
}

static void a_look_that_waited_may_fail(void **state)
{
	struct fixture *f = *state;
	struct archive_news n;
	struct err e;

	add_until(f, ARCHIVE_REPAIRING);
	assert_true(archive_look(f->archive, &e));
	move_folder(f, "", ".away");
	n = settle(f);
	move_folder(f, ".away", "");
	assert_true(n.looked);
	assert_non_null(strstr(n.failed, "cannot be opened"));
}

/* What was joined stays; the image is as it was, and the next start makes up
 * for it. */
static void a_stopped_repair_leaves_what_is_joined(void **state)
{
	struct fixture *f = *state;
	struct archive_news n;

	add_until(f, ARCHIVE_REPAIRING);
	archive_stop(f->archive);
	n = settle(f);
	assert_false(n.store);
	assert_int_equal(archive_store(f->archive)->by_time.n, 3);
	archive_close(f->archive);

	start(f);
	assert_int_equal(archive_store(f->archive)->by_time.n, 2);
	n = settle(f);
	assert_int_equal(n.added, 1);
	assert_as_read(f);
}

/* Twice as many pages with each call, until there is something to wait for. */
static void add_many(struct fixture *f, unsigned pages)
{
	char name[32];

	for (unsigned i = pages / 2; i < pages; i++) {
		snprintf(name, sizeof name, "page-%u.txt", i);
		add_page(f, name, name);
	}
}

/* The first step that gives a store. */
static struct archive_news first_store(struct fixture *f)
{
	struct archive_news n;

	do
		n = step(f);
	while (!n.store);
	return n;
}

/* What is read for longer than a moment is shown before it is related. */
static void parts_are_shown_without_a_cache(void **state)
{
	struct fixture *f = *state;
	unsigned pages = 512;
	struct archive_news n;
	struct store *s;

	add_many(f, pages);
	start_with(f, false);
	while (!(n = first_store(f)).partial) {
		archive_close(f->archive);
		add_many(f, pages *= 2);
		start_with(f, false);
	}
	assert_true(f->released > 0);
	s = archive_store(f->archive);
	assert_in_range(s->by_time.n, 1, pages + 2);
	assert_int_equal(s->rounds.n, s->by_time.n);
	assert_int_equal(s->links.n, 0);
	n = settle(f);
	assert_true(n.store && !n.looked);
	assert_as_read(f);
	assert_int_equal(rmdir(f->cache.path), 0);
	assert_int_equal(mkdir(f->cache.path, 0700), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			the_second_start_needs_no_reading, setup, teardown),
		cmocka_unit_test_setup_teardown(
			what_is_new_changed_or_gone_is_taken_in, setup,
			teardown),
		cmocka_unit_test_setup_teardown(
			the_image_follows, setup, teardown),
		cmocka_unit_test_setup_teardown(
			corrections_are_taken_back_for_joining, setup,
			teardown),
		cmocka_unit_test_setup_teardown(
			a_damaged_image_is_made_anew, setup, teardown),
		cmocka_unit_test_setup_teardown(
			late_damage_is_read_anew, setup, teardown),
		cmocka_unit_test_setup_teardown(
			no_cache_costs_only_the_cache, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_stopped_look_changes_nothing, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_look_may_be_stopped_before_it_begins, setup,
			teardown),
		cmocka_unit_test_setup_teardown(
			what_is_checked_may_be_changed, setup, teardown),
		cmocka_unit_test_setup_teardown(
			settled_joining_is_found_out_anew, setup, teardown),
		cmocka_unit_test_setup_teardown(
			settling_says_when_nothing_can_be_found, setup,
			teardown),
		cmocka_unit_test_setup_teardown(
			a_folder_that_is_gone_is_said, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_folder_below_may_go_and_come, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_look_waits_for_the_full_run, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_look_that_waited_may_fail, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_stopped_repair_leaves_what_is_joined, setup,
			teardown),
		cmocka_unit_test_setup_teardown(
			parts_are_shown_without_a_cache, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
