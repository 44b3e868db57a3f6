/* text/bidi.h, and fields of text from right to left on the screen. */
#include "unit.h"

#include "dateline/text/bidi.h"
#include "view/draw.h"

static void scripts_are_told(void **state)
{
	(void)state;
	assert_true(text_has_rtl(STR("the word שלום")));
	assert_true(text_has_rtl(STR("مرحبا")));
	assert_true(text_has_rtl(STR("ﬡ")));
	assert_true(text_has_rtl(STR("𞤀")));
	assert_false(text_has_rtl(STR("")));
	assert_false(text_has_rtl(STR("plain, élan – “so”, 12:05 港 👍 ไทย")));
}

/* The columns of a row at which text from right to left ends. */
static void assert_ends(const struct screen *s, const char *want)
{
	char got[64] = "";

	for (int i = 0; i < s->cols; i++)
		got[i] = screen_at(s, 0, i)->ends_rtl ? '|' : '.';
	assert_str(str_of(got, (size_t)s->cols), want);
}

static void fields_end_where_they_end(void **state)
{
	struct screen s = { 0 };
	struct area a;
	struct pen p;

	(void)state;
	screen_resize(&s, 1, 16);
	a = (struct area){ &s, 0, 0, 1, 16, NULL };
	p = pen_at(&a, 0, 0);
	pen_right(&p, STYLE_dim, STR("שב"));
	pen_field(&p, STYLE_text, STR("08"), 3);
	pen_field(&p, STYLE_source, STR("שלום"), 4);
	pen_field(&p, STYLE_text, STR("גשר"), 5);
	assert_ends(&s, "......|...|....|");
	screen_clear(&s);
	p = pen_at(&a, 0, 0);
	pen_field(&p, STYLE_text, STR("Latin"), 8);
	assert_ends(&s, "................");
	screen_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scripts_are_told),
		cmocka_unit_test(fields_end_where_they_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
