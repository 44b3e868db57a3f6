/* input/source.h: files and pipes, in pieces and whole. */
#include "unit.h"

#include "collect.h"
#include "dateline/input/source.h"
#include "folder.h"

static int open_in(const struct folder *f, const char *name)
{
	char *path = folder_path(f, name);
	int fd = open(path, O_RDONLY);

	assert_true(fd >= 0);
	free(path);
	return fd;
}

static void read_part(
	struct collected *c, int fd, const struct source_part *part)
{
	const struct input_sink sink = { c, collect_article, collect_skip };
	const struct input in = { .id = STR("a"), .path = STR("dir/a") };

	source_read(fd, part, &in, &c->work, &sink);
}

/* n lines of JSON, each thousandth of them damaged. */
static void add_lines(struct buf *out, int n)
{
	for (int i = 1; i <= n; i++)
		buf_add_f(out,
			i % 1000 ? "{\"text\":\"The ferry %d\"}\n"
				 : "{\"text\": %d\n",
			i);
}

static void assert_lines(const struct collected *c, size_t n)
{
	char name[32];

	assert_int_equal(c->docs.n, n - n / 1000);
	assert_int_equal(c->where.n, n / 1000);
	snprintf(name, sizeof name, "dir/a:%zu", n);
	assert_str(c->where.v[c->where.n - 1], name);
	snprintf(name, sizeof name, "a#%zu", n - 1);
	assert_str(c->docs.v[c->docs.n - 1].id, name);
}

static void lines_come_in_pieces_with_their_numbers(void **state)
{
	struct collected c = { 0 };
	struct buf b = { 0 };
	struct folder f;
	int fd;

	(void)state;
	folder_make(&f);
	add_lines(&b, 100000);
	folder_add(&f, "a", buf_str(&b));
	fd = open_in(&f, "a");
	read_part(&c, fd, NULL);
	assert_lines(&c, 100000);
	close(fd);
	buf_release(&b);
	collected_release(&c);
	folder_remove(&f);
}

/* Lines are told from one large value though the first is long. */
static void the_first_line_may_be_longer_than_a_piece(void **state)
{
	struct collected c = { 0 };
	struct buf b = { 0 };
	struct folder f;
	int fd;

	(void)state;
	folder_make(&f);
	for (int i = 0; i < 30; i++) {
		buf_add(&b, STR("{\"text\":\""));
		memset(buf_reserve(&b, 1200000), 'a', 1200000);
		b.n += 1200000;
		buf_add(&b, STR("\"}\n"));
	}
	assert_true(b.n > INPUT_MAX_FILE);
	folder_add(&f, "a", buf_str(&b));
	fd = open_in(&f, "a");
	read_part(&c, fd, NULL);
	assert_int_equal(c.docs.n, 30);
	assert_int_equal(c.where.n, 0);
	close(fd);
	buf_release(&b);
	collected_release(&c);
	folder_remove(&f);
}

static void parts_are_the_whole(void **state)
{
	struct collected c = { 0 };
	struct source_cutter cutter;
	struct source_part part;
	size_t n = 0;
	struct buf b = { 0 };
	struct folder f;
	int fd;

	(void)state;
	folder_make(&f);
	add_lines(&b, 1000);
	folder_add(&f, "a", buf_str(&b));
	fd = open_in(&f, "a");
	source_cut_begin(&cutter, fd, b.n, 1000);
	for (; source_cut_next(&cutter, 1000, &part); n++) {
		assert_false(part.whole);
		read_part(&c, fd, &part);
	}
	source_cut_end(&cutter);
	assert_in_range(n, 20, 40);
	assert_lines(&c, 1000);
	close(fd);
	buf_release(&b);
	collected_release(&c);
	folder_remove(&f);
}

static void other_files_are_not_cut(void **state)
{
	struct source_cutter cutter;
	struct source_part part;
	struct folder f;
	int fd;

	(void)state;
	folder_make(&f);
	folder_add(&f, "a", STR("The ferry\n\nsailed.\n"));
	fd = open_in(&f, "a");
	source_cut_begin(&cutter, fd, 19, 4);
	assert_true(source_cut_next(&cutter, 4, &part));
	assert_true(part.whole);
	assert_int_equal(part.length, 19);
	assert_false(source_cut_next(&cutter, 4, &part));
	source_cut_end(&cutter);
	close(fd);
	folder_remove(&f);
}

static void a_pipe_may_give_bytes_singly(void **state)
{
	static const char text[] = "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}";
	struct collected c = { 0 };
	int fds[2];

	(void)state;
	assert_int_equal(pipe(fds), 0);
	if (fork() == 0) {
		for (size_t i = 0; text[i]; i++)
			if (write(fds[1], text + i, 1) != 1)
				_exit(1);
		_exit(0);
	}
	close(fds[1]);
	read_part(&c, fds[0], NULL);
	assert_int_equal(c.docs.n, 2);
	assert_str(c.docs.v[1].text, "Two.");
	close(fds[0]);
	collected_release(&c);
}

static void too_large_a_page_is_refused(void **state)
{
	struct collected c = { 0 };
	struct buf b = { 0 };
	struct folder f;
	int fd;

	(void)state;
	folder_make(&f);
	while (b.n <= INPUT_MAX_FILE)
		buf_add(&b, STR("The ferry sailed on time, as it does.\n"));
	folder_add(&f, "a", buf_str(&b));
	fd = open_in(&f, "a");
	read_part(&c, fd, NULL);
	assert_int_equal(c.docs.n, 0);
	assert_str(c.where.v[0], "dir/a");
	assert_str(c.why.v[0], "is larger than 32 MB; split it");
	close(fd);
	buf_release(&b);
	collected_release(&c);
	folder_remove(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_come_in_pieces_with_their_numbers),
		cmocka_unit_test(the_first_line_may_be_longer_than_a_piece),
		cmocka_unit_test(parts_are_the_whole),
		cmocka_unit_test(other_files_are_not_cut),
		cmocka_unit_test(a_pipe_may_give_bytes_singly),
		cmocka_unit_test(too_large_a_page_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
