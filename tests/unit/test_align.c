/* text/align.h: two texts beside each other, by paragraphs and words. */
#include "unit.h"

#include "dateline/base/buf.h"
#include "dateline/text/align.h"

/* A text of lines that are paragraphs. */
struct text {
	struct str text;
	VEC_OF(struct range) lines;
};

static struct align_text lines_of(struct text *t, struct str s)
{
	struct str rest = s, line;

	t->text = s;
	t->lines.n = 0;
	while (str_split(&rest, '\n', &line)) {
		uint32_t at = (uint32_t)(line.p - s.p);

		*vec_push(&t->lines) =
			(struct range){ at, at + (uint32_t)line.n };
	}
	return (struct align_text){ s, STR("en"), t->lines.v,
		(uint32_t)t->lines.n };
}

/* A paragraph with its differing words in brackets. */
static void say_words(struct buf *out, struct str text, struct range line,
	const struct range *marks, uint32_t n)
{
	uint32_t at = line.start;

	for (uint32_t i = 0; i < n; i++) {
		buf_add(out, str_slice(text, at, marks[i].start));
		buf_add_f(out, "[%.*s]", STR_ARG(str_range(text, marks[i])));
		at = marks[i].end;
	}
	buf_add(out, str_slice(text, at, line.end));
}

/* One line a row: its sign, the first text, " / ", the second. */
static void check(const char *a, const char *b, const char *want)
{
	static const char signs[ALIGN_KINDS + 1] = "=!-+<>";
	struct text x = { 0 }, y = { 0 };
	struct align_text left = lines_of(&x, str_from_c(a));
	struct align_text right = lines_of(&y, str_from_c(b));
	struct align al = { 0 };
	struct buf out = { 0 };

	align_texts(&al, &left, &right);
	for (size_t i = 0; i < al.rows.n; i++) {
		const struct align_row *r = &al.rows.v[i];

		buf_add_c(&out, signs[r->kind]);
		if (r->a != ALIGN_NONE && r->kind != ALIGN_MOVED_TO)
			say_words(&out, x.text, x.lines.v[r->a],
				al.cut.v + r->first, r->n);
		if (r->kind == ALIGN_CHANGED)
			buf_add(&out, STR(" / "));
		if (r->b != ALIGN_NONE && r->kind != ALIGN_MOVED_FROM &&
			r->kind != ALIGN_SAME)
			say_words(&out, y.text, y.lines.v[r->b],
				al.added.v + r->added_first, r->added_n);
		buf_add_c(&out, '\n');
	}
	buf_add_f(&out, "%u cut, %u added", (unsigned)al.words_cut,
		(unsigned)al.words_added);
	assert_str(buf_str(&out), want);
	align_release(&al);
	buf_release(&out);
	vec_free(&x.lines);
	vec_free(&y.lines);
}

static void equal_texts_are_the_same(void **state)
{
	(void)state;
	check("", "", "0 cut, 0 added");
	check("The ferry sails at noon.\nNobody was hurt.",
		"The ferry  sails at noon.\nNobody was hurt.",
		"=The ferry sails at noon.\n=Nobody was hurt.\n"
		"0 cut, 0 added");
	check("\"We can't row,\" she said.",
		"\xE2\x80\x98We can\xE2\x80\x99t row,\xE2\x80\x99 she said.",
		"=\"We can't row,\" she said.\n0 cut, 0 added");
}

static void words_that_differ_are_marked(void **state)
{
	(void)state;
	check("The old ferry sails at noon, she said.",
		"The new ferry sails at noon on Monday, she said.",
		"!The [old] ferry sails at noon, she said. / "
		"The [new] ferry sails at noon [on Monday], she said.\n"
		"1 cut, 3 added");
}

static void paragraphs_are_cut_and_added(void **state)
{
	(void)state;
	check("The ferry sails at noon.\nThe crew wants more pay.",
		"Herons nest in chimneys.\nThe ferry sails at noon.",
		"+Herons nest in chimneys.\n=The ferry sails at noon.\n"
		"-The crew wants more pay.\n5 cut, 4 added");
	check("", "One word.", "+One word.\n0 cut, 2 added");
}

static void moved_paragraphs_are_found(void **state)
{
	(void)state;
	check("The crew wants more pay by June.\n"
	      "The ferry sails at noon from the old harbour.\n"
	      "Nobody was hurt in the storm of last week.",
		"The ferry sails at noon from the old harbour.\n"
		"Nobody was hurt in the storm of last week.\n"
		"The crew wants more pay by July.",
		"<The crew wants more pay by [June].\n"
		"=The ferry sails at noon from the old harbour.\n"
		"=Nobody was hurt in the storm of last week.\n"
		">The crew wants more pay by [July].\n"
		"1 cut, 1 added");
}

/* Words in many paragraphs pair none, but equal ones find each other. */
static void repeated_paragraphs_stay_together(void **state)
{
	struct buf a = { 0 }, want = { 0 };

	(void)state;
	for (int i = 0; i < 40; i++) {
		buf_add(&a, STR("Read more here.\n"));
		buf_add(&want, STR("=Read more here.\n"));
	}
	buf_add(&want, STR("0 cut, 0 added"));
	check(a.p, a.p, want.p);
	buf_release(&a);
	buf_release(&want);
}

/* Appends the words of a range, a blank between them. */
static void add_words(struct buf *out, struct str text, struct range r)
{
	struct str rest = str_range(text, r), word;

	while (str_split(&rest, ' ', &word))
		if (word.n) {
			buf_add(out, word);
			buf_add_c(out, ' ');
		}
}

/* What of a paragraph is not marked. */
static void add_unmarked(struct buf *out, struct str text, struct range line,
	const struct range *marks, uint32_t n)
{
	uint32_t from = line.start;

	for (uint32_t i = 0; i < n; i++) {
		assert_true(marks[i].start >= from && marks[i].end <= line.end);
		add_words(out, text, (struct range){ from, marks[i].start });
		from = marks[i].end;
	}
	add_words(out, text, (struct range){ from, line.end });
}

static void assert_unmarked_equal(const struct align *al,
	const struct align_row *r, const struct text *x, const struct text *y)
{
	struct buf left = { 0 }, right = { 0 };

	if (r->a != ALIGN_NONE && r->b != ALIGN_NONE) {
		add_unmarked(&left, x->text, x->lines.v[r->a],
			al->cut.v + r->first, r->n);
		add_unmarked(&right, y->text, y->lines.v[r->b],
			al->added.v + r->added_first, r->added_n);
		assert_true(str_eq(buf_str(&left), buf_str(&right)));
	}
	buf_release(&left);
	buf_release(&right);
}

static void random_text(struct buf *out, uint64_t *seed)
{
	uint32_t n = unit_random(seed) % 12;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t words = unit_random(seed) % 9;

		for (uint32_t j = 0; j < words; j++)
			buf_add_f(out, "w%u ", unit_random(seed) % 25);
		buf_add_c(out, '\n');
	}
}

/* A row's two paragraphs without the words marked are the same words; every
 * paragraph is in one row (in two when it moved). So the marks make one text
 * of the other. */
static void marks_make_one_text_of_the_other(void **state)
{
	uint64_t seed = 11;

	(void)state;
	for (int round = 0; round < 500; round++) {
		struct buf a = { 0 }, b = { 0 };
		struct text x = { 0 }, y = { 0 };
		struct align_text left, right;
		struct align al = { 0 };
		uint32_t next_a = 0, next_b = 0;

		random_text(&a, &seed);
		random_text(&b, &seed);
		/* Some of the first text stands in the second. */
		buf_add(&b, str_slice(buf_str(&a), a.n / 3, a.n));
		left = lines_of(&x, buf_str(&a));
		right = lines_of(&y, buf_str(&b));
		align_texts(&al, &left, &right);
		for (size_t i = 0; i < al.rows.n; i++) {
			const struct align_row *r = &al.rows.v[i];
			bool in_a = r->kind != ALIGN_ADDED &&
				    r->kind != ALIGN_MOVED_TO;
			bool in_b = r->kind != ALIGN_CUT &&
				    r->kind != ALIGN_MOVED_FROM;

			if (in_a)
				assert_int_equal(r->a, next_a++);
			if (in_b)
				assert_int_equal(r->b, next_b++);
			assert_unmarked_equal(&al, r, &x, &y);
		}
		assert_int_equal(next_a, left.n);
		assert_int_equal(next_b, right.n);
		align_release(&al);
		buf_release(&a);
		buf_release(&b);
		vec_free(&x.lines);
		vec_free(&y.lines);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_texts_are_the_same),
		cmocka_unit_test(words_that_differ_are_marked),
		cmocka_unit_test(paragraphs_are_cut_and_added),
		cmocka_unit_test(moved_paragraphs_are_found),
		cmocka_unit_test(repeated_paragraphs_stay_together),
		cmocka_unit_test(marks_make_one_text_of_the_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
