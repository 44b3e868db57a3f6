/* doc/doc.h: the builder. */
#include "unit.h"

#include "dateline/doc/doc.h"

static struct str block_text(const struct doc *d, size_t i)
{
	return str_slice(d->text, d->blocks[i].start, d->blocks[i].end);
}

static void blocks_are_cleaned_and_apart(void **state)
{
	struct arena a = { 0 };
	struct doc_builder b;
	struct doc *d;

	(void)state;
	doc_begin(&b, &a);
	assert_true(doc_add(&b, BLOCK_HEADING, STR(" A \x1B heading\n")));
	assert_false(doc_add(&b, BLOCK_PARAGRAPH, STR(" \n\t ")));
	assert_false(doc_add(&b, BLOCK_PARAGRAPH, STR("\xC2\xA0\xC2\xA0")));
	assert_true(doc_add(
		&b, BLOCK_PARAGRAPH, STR("\xC2\xA0One\r\ntwo.\xC2\xA0")));
	assert_true(doc_add_lines(&b, BLOCK_QUOTE, STR("\nverse\r\nline\n\n")));
	d = doc_end(&b);
	assert_str(d->text, "A heading\n\nOne two.\n\nverse\nline");
	assert_int_equal(d->n_blocks, 3);
	assert_int_equal(d->blocks[0].kind, BLOCK_HEADING);
	assert_str(block_text(d, 0), "A heading");
	assert_str(block_text(d, 1), "One two.");
	assert_str(block_text(d, 2), "verse\nline");
	assert_false(d->given);
	arena_release(&a);
}

static void an_empty_document_is_one(void **state)
{
	struct arena a = { 0 };
	struct doc_builder b;
	struct doc *d;

	(void)state;
	doc_begin(&b, &a);
	d = doc_end(&b);
	assert_int_equal(d->text.n, 0);
	assert_non_null(d->text.p);
	assert_int_equal(d->n_blocks + d->n_byline + d->n_warnings, 0);
	assert_int_equal(d->date.year, 0);
	assert_int_equal(d->date.zone, DATE_NO_ZONE);
	assert_null(d->title.p);
	arena_release(&a);
}

static void values_are_cleaned(void **state)
{
	struct arena a = { 0 };
	struct doc_builder b;
	struct doc *d;

	(void)state;
	doc_begin(&b, &a);
	assert_str(doc_clean(&b, STR(" A\n\x07title ")), "A title");
	assert_null(doc_clean(&b, STR("  ")).p);
	assert_null(doc_clean(&b, STR_NONE).p);
	doc_add_byline(&b, STR(" Ada Example "));
	doc_add_byline(&b, STR(" "));
	doc_warn(&b, "line %d: \x1B[2J%s", 3, "odd");
	d = doc_end(&b);
	assert_int_equal(d->n_byline, 1);
	assert_str(d->byline[0], "Ada Example");
	assert_int_equal(d->n_warnings, 1);
	assert_str(d->warnings[0], "line 3: [2Jodd");
	arena_release(&a);
}

static void given_text_keeps_its_offsets(void **state)
{
	struct arena a = { 0 };
	struct doc_builder b;
	struct doc *d;
	struct doc_counter c = { 0 };

	(void)state;
	doc_begin(&b, &a);
	doc_take_text(&b, STR("  First\x1B line.\n\n e\xCC\x81t\xC3\xA9\r\n"));
	d = doc_end(&b);
	assert_true(d->given);
	assert_str(d->text, "  First\xEF\xBF\xBD line.\n\n "
			    "e\xCC\x81t\xC3\xA9 \n");
	assert_int_equal(d->n_blocks, 2);
	assert_str(block_text(d, 0), "First\xEF\xBF\xBD line.");
	assert_str(block_text(d, 1), "e\xCC\x81t\xC3\xA9");
	assert_int_equal(doc_points(d->text, &c, d->blocks[0].end), 14);
	assert_int_equal(doc_points(d->text, &c, d->blocks[1].start), 17);
	assert_int_equal(doc_points(d->text, &c, d->blocks[1].end), 21);
	arena_release(&a);
}

static void an_aborted_document_leaves_nothing(void **state)
{
	struct arena a = { 0 };
	struct doc_builder b;

	(void)state;
	doc_begin(&b, &a);
	doc_add(&b, BLOCK_PARAGRAPH, STR("text"));
	doc_add_byline(&b, STR("name"));
	doc_abort(&b);
	assert_int_equal(b.text.n + b.blocks.n + b.byline.n, 0);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_are_cleaned_and_apart),
		cmocka_unit_test(an_empty_document_is_one),
		cmocka_unit_test(values_are_cleaned),
		cmocka_unit_test(given_text_keeps_its_offsets),
		cmocka_unit_test(an_aborted_document_leaves_nothing),
	};

	return cmocka_run_group_tests_name("doc", tests, NULL, NULL);
}
