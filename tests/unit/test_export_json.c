/* src/export/json.c: an article as scripts get it. */
#include "unit.h"

#include "export/json.h"

static json_int_t number(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	assert_true(json_is_integer(value));
	return json_integer_value(value);
}

static const char *string(const json_t *object, const char *key)
{
	const char *value = json_string_value(json_object_get(object, key));

	assert_non_null(value);
	return value;
}

static bool is_null(const json_t *object, const char *key)
{
	return json_is_null(json_object_get(object, key));
}

static void what_is_unknown_is_null(void **state)
{
	static const char *const keys[] = { "title", "source", "site",
		"dateline", "date", "date_basis", "lang", "url" };
	const struct doc d = { .id = STR("a"), .path = STR("b") };
	json_t *head = json_head(&d);

	(void)state;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		assert_true(is_null(head, keys[i]));
	assert_string_equal(string(head, "id"), "a");
	assert_int_equal(json_array_size(json_object_get(head, "byline")), 0);
	json_decref(head);
}

static void dates_are_as_precise_as_known(void **state)
{
	struct doc d = { .date = { .year = 2008,
				 .month = 5,
				 .precision = DATE_MONTH,
				 .zone = DATE_NO_ZONE },
		.date_basis = BASIS_ESTIMATED };
	json_t *head = json_head(&d);

	(void)state;
	assert_string_equal(string(head, "date"), "2008-05");
	assert_string_equal(string(head, "date_basis"), "estimated");
	json_decref(head);
	d = (struct doc){
		.hint = { .month = 5, .day = 14, .zone = DATE_NO_ZONE }
	};
	head = json_head(&d);
	assert_string_equal(string(head, "date"), "--05-14");
	assert_string_equal(string(head, "date_basis"), "text");
	json_decref(head);
}

/* 100 times "é ", then «“ja”» with its speaker before it. */
static void offsets_are_code_points_in_any_order(void **state)
{
	struct buf text = { 0 }, line = { 0 };
	struct analysis a = { 0 };
	struct block block = { 0 };
	struct doc d = { .blocks = &block, .n_blocks = 1 };
	json_t *whole, *quote, *mention;

	(void)state;
	for (int i = 0; i < 100; i++)
		buf_add(&text, STR("\xC3\xA9 "));
	buf_add(&text, STR("\xE2\x80\x9Cja\xE2\x80\x9D"));
	d.text = buf_str(&text);
	block.end = (uint32_t)text.n;
	*vec_push(&a.persons) = (struct person){ .name = STR("Jo Roe") };
	*vec_push(&a.quotes) = (struct quote){ .span = { 303, 305 },
		.mention = { 3, 5 },
		.kind = QUOTE_DIRECT,
		.confidence = 85 };
	json_write_whole((struct json_out){ .buf = &line }, &d, &a);
	whole = json_loadb(line.p, line.n, 0, NULL);
	assert_non_null(whole);
	quote = json_array_get(json_object_get(whole, "quotes"), 0);
	assert_int_equal(number(quote, "start"), 201);
	assert_int_equal(number(quote, "end"), 203);
	assert_string_equal(string(quote, "text"), "ja");
	assert_string_equal(string(quote, "kind"), "direct");
	assert_string_equal(string(quote, "speaker"), "Jo Roe");
	assert_string_equal(string(quote, "speaker_kind"), "person");
	assert_true(is_null(quote, "role"));
	assert_true(is_null(quote, "cue"));
	assert_float_equal(
		json_real_value(json_object_get(quote, "confidence")), 0.85,
		1e-9);
	mention = json_object_get(quote, "mention");
	assert_int_equal(number(mention, "start"), 2);
	assert_int_equal(number(mention, "end"), 3);
	assert_int_equal(
		number(json_array_get(json_object_get(whole, "blocks"), 0),
			"end"),
		204);
	json_decref(whole);
	analysis_release(&a);
	buf_release(&text);
	buf_release(&line);
}

/* Counts, and takes what is there. */
struct taken {
	struct buf buf, all;
	unsigned times;
};

static void take(void *ctx)
{
	struct taken *t = ctx;

	buf_add(&t->all, buf_str(&t->buf));
	buf_clear(&t->buf);
	t->times++;
}

static void may_be_taken_in_pieces(void **state)
{
	struct analysis a = { 0 };
	struct block blocks[2] = { { 0 } };
	const struct doc d = {
		.text = STR("No, no."), .blocks = blocks, .n_blocks = 2
	};
	struct taken pieces = { 0 };
	struct buf whole = { 0 };

	(void)state;
	for (uint32_t i = 0; i < 3; i++)
		*vec_push(&a.quotes) = (struct quote){ .span = { i, i + 1 },
			.person = PERSON_NONE };
	json_write_whole((struct json_out){ .buf = &whole }, &d, &a);
	json_write_whole(
		(struct json_out){ &pieces.buf, take, &pieces }, &d, &a);
	assert_true(pieces.times >= 5);
	take(&pieces);
	assert_true(str_eq(buf_str(&whole), buf_str(&pieces.all)));
	analysis_release(&a);
	buf_release(&whole);
	buf_release(&pieces.buf);
	buf_release(&pieces.all);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_unknown_is_null),
		cmocka_unit_test(dates_are_as_precise_as_known),
		cmocka_unit_test(offsets_are_code_points_in_any_order),
		cmocka_unit_test(may_be_taken_in_pieces),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
