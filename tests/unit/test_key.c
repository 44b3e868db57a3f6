/* view/key.h: written keys and their names. */
#include "unit.h"

#include "dateline/view/key.h"

static void assert_keys(const char *written, const uint32_t *want, size_t n)
{
	struct str rest = str_from_c(written);

	for (size_t i = 0; i < n; i++)
		assert_int_equal(key_parse(&rest), want[i]);
	assert_int_equal(key_parse(&rest), KEYS_NONE);
}

#define ASSERT_KEYS(written, ...) \
	do { \
		const uint32_t want[] = { __VA_ARGS__ }; \
		assert_keys(written, want, sizeof want / sizeof *want); \
	} while (0)

static void characters_are_keys_themselves(void **state)
{
	(void)state;
	ASSERT_KEYS("j", 'j');
	ASSERT_KEYS("gg", 'g', 'g');
	ASSERT_KEYS("<", '<');
	ASSERT_KEYS("^", '^');
	ASSERT_KEYS("M-", 'M', '-');
	ASSERT_KEYS("'\"", '\'', '"');
	ASSERT_KEYS("\xC3\xA9", 0xE9);
}

static void names_stand_alone_or_in_brackets(void **state)
{
	(void)state;
	ASSERT_KEYS("Enter", KEYS_ENTER);
	ASSERT_KEYS("<enter>", KEYS_ENTER);
	ASSERT_KEYS("up", 'u', 'p');
	ASSERT_KEYS("<PgDn>", KEYS_PGDN);
	ASSERT_KEYS("g<Down>", 'g', KEYS_DOWN);
	ASSERT_KEYS("Space", ' ');
	ASSERT_KEYS("F1", KEYS_F1);
	ASSERT_KEYS("F12", KEYS_F12);
	ASSERT_KEYS("F13", 'F', '1', '3');
	ASSERT_KEYS("<nothing>", '<', 'n', 'o', 't', 'h', 'i', 'n', 'g', '>');
}

static void controls_have_two_spellings(void **state)
{
	(void)state;
	ASSERT_KEYS("^D", 4);
	ASSERT_KEYS("C-d", 4);
	ASSERT_KEYS("g^O", 'g', 15);
	ASSERT_KEYS("^I", KEYS_TAB);
	ASSERT_KEYS("^M", KEYS_ENTER);
	ASSERT_KEYS("^[", KEYS_ESC);
	ASSERT_KEYS("^\\", 0x1C);
}

static void alt_is_a_bit(void **state)
{
	(void)state;
	ASSERT_KEYS("M-x", 'x' | KEYS_MOD_ALT);
	ASSERT_KEYS("M-Left", KEYS_LEFT | KEYS_MOD_ALT);
	ASSERT_KEYS("<M-Enter>j", KEYS_ENTER | KEYS_MOD_ALT, 'j');
}

static void bad_bytes_are_a_key_too(void **state)
{
	(void)state;
	ASSERT_KEYS("\xFFj", 0xFFFD, 'j');
}

static void names_are_read_back(void **state)
{
	static const uint32_t keys[] = { 'j', '<', '^', ' ', 4, 0x1C, 0xE9,
		KEYS_ENTER, KEYS_TAB, KEYS_BACKTAB, KEYS_ESC, KEYS_BACKSPACE,
		KEYS_DELETE, KEYS_INSERT, KEYS_UP, KEYS_DOWN, KEYS_LEFT,
		KEYS_RIGHT, KEYS_HOME, KEYS_END, KEYS_PGUP, KEYS_PGDN, KEYS_F1,
		KEYS_F12, 'x' | KEYS_MOD_ALT, KEYS_UP | KEYS_MOD_ALT };

	(void)state;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct buf name = { 0 };
		struct str rest;

		key_format(keys[i], &name);
		rest = buf_str(&name);
		assert_int_equal(key_parse(&rest), keys[i]);
		assert_int_equal(rest.n, 0);
		buf_release(&name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters_are_keys_themselves),
		cmocka_unit_test(names_stand_alone_or_in_brackets),
		cmocka_unit_test(controls_have_two_spellings),
		cmocka_unit_test(alt_is_a_bit),
		cmocka_unit_test(bad_bytes_are_a_key_too),
		cmocka_unit_test(names_are_read_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
