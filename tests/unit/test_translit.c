#include "dateline/text/translit.h"

#include "unit.h"

static void test_translit(void **state)
{
	static const struct {
		const char *cluster;
		char ascii;
	} cases[] = {
		{ "a", 'a' },
		{ " ", ' ' },
		{ "é", 'e' },
		{ "É", 'E' },
		{ "e\xCC\x81", 'e' },
		{ "ø", 'o' },
		{ "Ł", 'L' },
		{ "ß", 's' },
		{ "“", '"' },
		{ "’", '\'' },
		{ "—", '-' },
		{ "…", '.' },
		{ "•", '*' },
		{ "─", '-' },
		{ "│", '|' },
		{ "┼", '+' },
		{ "▌", '|' },
		{ "▸", '>' },
		{ "\xC2\xA0", ' ' },
		{ "日", '?' },
		{ "🇩🇪", '?' },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(text_to_ascii(str_from_c(cases[i].cluster)),
			cases[i].ascii);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_translit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
