/* src/input/gzip.c: unpacking, whole and step by step. */
#include "unit.h"

#include "dateline/input/input.h"
#include "input/gunzip.h"

/* Appends one gzip member that holds s. */
static void pack(struct buf *out, struct str s)
{
	z_stream z = { 0 };
	size_t room;

	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 16 + MAX_WBITS, 8,
				 Z_DEFAULT_STRATEGY),
		Z_OK);
	room = deflateBound(&z, s.n);
	z.next_in = (const Bytef *)s.p;
	z.avail_in = (uInt)s.n;
	z.next_out = (Bytef *)buf_reserve(out, room);
	z.avail_out = (uInt)room;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	out->n += room - z.avail_out;
	deflateEnd(&z);
}

/* Text that does not pack well. */
static void noise(struct buf *out, size_t n)
{
	uint64_t state = 7;

	while (out->n < n)
		buf_add_f(out, "%08x ", unit_random(&state));
}

static void gives_the_bytes_back(void **state)
{
	struct buf text = { 0 }, packed = { 0 }, out = { 0 };
	struct err e;

	(void)state;
	noise(&text, 3000000);
	pack(&packed, buf_str(&text));
	assert_true(input_is_gzip(buf_str(&packed)));
	assert_true(input_gunzip(buf_str(&packed), &out, &e));
	assert_true(str_eq(buf_str(&out), buf_str(&text)));
	buf_release(&text);
	buf_release(&packed);
	buf_release(&out);
}

static void reads_members_and_passes_over_padding(void **state)
{
	struct buf packed = { 0 }, out = { 0 };
	struct err e;

	(void)state;
	pack(&packed, STR("one "));
	pack(&packed, STR(""));
	pack(&packed, STR("two"));
	buf_add(&packed, str_of("\0\0\0", 3));
	assert_true(input_gunzip(buf_str(&packed), &out, &e));
	assert_str(buf_str(&out), "one two");
	buf_release(&packed);
	buf_release(&out);
}

static void step_by_step_is_the_same(void **state)
{
	struct buf packed = { 0 }, out = { 0 };
	struct gunzip g;
	struct err e;

	(void)state;
	pack(&packed, STR("one "));
	pack(&packed, STR("two"));
	assert_true(gunzip_begin(&g, &e));
	for (size_t i = 0; i < packed.n; i++) {
		struct str byte = str_of(packed.p + i, 1);

		assert_true(gunzip_some(&g, &byte, &out, 100, &e));
		assert_int_equal(byte.n, 0);
	}
	assert_true(gunzip_end(&g, &e));
	assert_str(buf_str(&out), "one two");
	buf_release(&packed);
	buf_release(&out);
}

static void says_what_is_wrong(void **state)
{
	struct buf packed = { 0 }, out = { 0 };
	struct err e;

	(void)state;
	pack(&packed, STR("a sentence long enough to be cut in two"));
	assert_false(input_gunzip(
		str_slice(buf_str(&packed), 0, packed.n - 9), &out, &e));
	assert_string_equal(
		e.msg, "is a gzip file that was cut off; fetch it again");
	packed.p[packed.n - 1] ^= 1;
	assert_false(input_gunzip(buf_str(&packed), &out, &e));
	assert_string_equal(e.msg, "is a damaged gzip file (incorrect length "
				   "check); fetch it again");
	assert_false(input_gunzip(STR("\x1F\x8B\x08"), &out, &e));
	buf_release(&packed);
	buf_release(&out);
}

static void a_bomb_is_refused_early(void **state)
{
	struct buf zeros = { 0 }, packed = { 0 }, out = { 0 };
	struct err e;

	(void)state;
	memset(buf_reserve(&zeros, 1 << 24), 0, 1 << 24);
	zeros.n = 1 << 24;
	pack(&packed, buf_str(&zeros));
	assert_false(input_gunzip(buf_str(&packed), &out, &e));
	assert_string_equal(e.msg,
		"unpacks to more than 200 times its size; unpack it first");
	assert_true(out.n < 2 << 20);
	buf_release(&zeros);
	buf_release(&packed);
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gives_the_bytes_back),
		cmocka_unit_test(reads_members_and_passes_over_padding),
		cmocka_unit_test(step_by_step_is_the_same),
		cmocka_unit_test(says_what_is_wrong),
		cmocka_unit_test(a_bomb_is_refused_early),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
