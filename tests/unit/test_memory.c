/* base/mem.h, base/buf.h, base/intern.h, base/err.h. */
#include "unit.h"

#include "dateline/base/err.h"
#include "dateline/base/intern.h"
#include <sys/mman.h>

static void buffers_grow_and_stay_nul_ended(void **state)
{
	struct buf b = { 0 };

	(void)state;
	assert_str(buf_str(&b), "");
	for (int i = 0; i < 1000; i++)
		buf_add_c(&b, 'x');
	assert_int_equal(b.n, 1000);
	assert_int_equal(strlen(b.p), 1000);
	buf_clear(&b);
	assert_str(buf_str(&b), "");
	buf_add_f(&b, "%d %s", 42, "answers");
	buf_add(&b, STR_NONE);
	buf_add(&b, STR("!"));
	assert_string_equal(b.p, "42 answers!");
	buf_release(&b);
	assert_null(b.p);
}

static void code_points_are_written_as_utf8(void **state)
{
	struct buf b = { 0 };

	(void)state;
	buf_add_cp(&b, 'a');
	buf_add_cp(&b, 0xE9);
	buf_add_cp(&b, 0x20AC);
	buf_add_cp(&b, 0x1F600);
	buf_add_cp(&b, 0x10FFFF);
	assert_str(buf_str(&b), "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"
				"\xF4\x8F\xBF\xBF");
	buf_release(&b);
}

static void arena_memory_is_aligned_and_apart(void **state)
{
	struct arena a = { 0 };
	char *small[100], *large = arena_alloc(&a, 1 << 20);

	(void)state;
	memset(large, 1, 1 << 20);
	for (size_t i = 0; i < 100; i++) {
		small[i] = arena_alloc(&a, i);
		assert_int_equal(
			(uintptr_t)small[i] % _Alignof(max_align_t), 0);
		memset(small[i], (int)i, i);
	}
	for (size_t i = 1; i < 100; i++)
		assert_int_equal(small[i][i - 1], i);
	assert_int_equal(large[(1 << 20) - 1], 1);
	arena_clear(&a);
	assert_str(arena_dup(&a, STR("again")), "again");
	arena_release(&a);
	arena_release(&a);
}

static void copies_in_an_arena_tell_none_from_empty(void **state)
{
	struct arena a = { 0 };

	(void)state;
	assert_null(arena_dup(&a, STR_NONE).p);
	assert_non_null(arena_dup(&a, STR("")).p);
	assert_string_equal(arena_dup_c(&a, str_of("abcdef", 3)), "abc");
	assert_string_equal(arena_dup_c(&a, STR_NONE), "");
	arena_release(&a);
}

static void vectors_grow(void **state)
{
	VEC_OF(uint32_t) v = { 0 };

	(void)state;
	for (uint32_t i = 0; i < 10000; i++)
		*vec_push(&v) = i;
	assert_int_equal(v.n, 10000);
	assert_int_equal(v.v[0], 0);
	assert_int_equal(v.v[9999], 9999);
	vec_free(&v);
	assert_int_equal(v.n + v.cap, 0);
}

/* An array of 1 024 numbers in a page, which it fills. */
static void vectors_grow_out_of_a_mapping(void **state)
{
	VEC_OF(uint32_t) v = { .mapped = 4096, .cap = 1024 };

	(void)state;
	v.v = mmap(NULL, v.mapped, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	assert_ptr_not_equal(v.v, MAP_FAILED);
	for (uint32_t i = 0; i < 1024; i++)
		*vec_push(&v) = i;
	assert_int_equal(v.mapped, 4096);
	*vec_push(&v) = 1024;
	assert_int_equal(v.mapped, 0);
	for (uint32_t i = 0; i <= 1024; i++)
		assert_int_equal(v.v[i], i);
	vec_free(&v);
}

static void interning_numbers_strings_in_order(void **state)
{
	struct intern m = { 0 };

	(void)state;
	assert_int_equal(intern_find(&m, STR("a")), INTERN_NONE);
	assert_int_equal(intern_add(&m, STR("a")), 0);
	assert_int_equal(intern_add(&m, STR("b")), 1);
	assert_int_equal(intern_add(&m, STR("a")), 0);
	assert_int_equal(intern_add(&m, STR("")), 2);
	for (uint32_t i = 3; i < 5000; i++) {
		char word[16];
		int n = snprintf(word, sizeof word, "w%u", (unsigned)i);

		assert_int_equal(intern_add(&m, str_of(word, (size_t)n)), i);
	}
	assert_int_equal(intern_find(&m, STR("w4321")), 4321);
	assert_int_equal(intern_find(&m, STR("")), 2);
	assert_int_equal(intern_find(&m, STR("w5000")), INTERN_NONE);
	assert_str(m.strings[1], "b");
	intern_release(&m);
	assert_int_equal(m.n, 0);
}

static void long_errors_are_cut(void **state)
{
	struct err e;
	char text[2000];

	(void)state;
	memset(text, 'x', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	assert_false(err_set(&e, "%s: %s", "file", text));
	assert_int_equal(strlen(e.msg), sizeof e.msg - 1);
	assert_memory_equal(e.msg, "file: xxx", 9);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(buffers_grow_and_stay_nul_ended),
		cmocka_unit_test(code_points_are_written_as_utf8),
		cmocka_unit_test(arena_memory_is_aligned_and_apart),
		cmocka_unit_test(copies_in_an_arena_tell_none_from_empty),
		cmocka_unit_test(vectors_grow),
		cmocka_unit_test(vectors_grow_out_of_a_mapping),
		cmocka_unit_test(interning_numbers_strings_in_order),
		cmocka_unit_test(long_errors_are_cut),
	};

	return cmocka_run_group_tests_name("memory", tests, NULL, NULL);
}
