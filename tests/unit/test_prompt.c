/* view/prompt.h: editing, history, completion, pasted text. */
#include "unit.h"

#include "dateline/view/key.h"
#include "view/prompt.h"

/* Keys as in --keys. */
static enum prompt_result play(struct prompt *p, const char *keys)
{
	struct str rest = str_from_c(keys), word;
	enum prompt_result result = PROMPT_OPEN;

	while (str_split(&rest, ' ', &word))
		while (word.n)
			result = prompt_key(p, key_parse(&word));
	return result;
}

static void assert_edit(const char *keys, const char *want, size_t cursor)
{
	struct prompt p = { 0 };

	prompt_open(&p, COMMAND_COMMAND, IN_INDEX);
	assert_int_equal(play(&p, keys), PROMPT_OPEN);
	assert_str(prompt_text(&p), want);
	assert_int_equal(p.line.cursor, cursor);
	prompt_release(&p);
}

static void lines_are_edited_as_in_readline(void **state)
{
	(void)state;
	assert_edit("one Space two ^W", "one ", 4);
	assert_edit("one Space two ^W ^A ^Y", "twoone ", 3);
	assert_edit("one Space two M-b x", "one xtwo", 5);
	assert_edit("one Space two ^A M-f x", "onex two", 4);
	assert_edit("one Space two C-Left C-Left C-Right M-d", "one", 3);
	assert_edit("one Space two M-b ^K", "one ", 4);
	assert_edit("one Space two M-b ^U", "two", 0);
	assert_edit("one ^A ^D ^E Backspace", "n", 1);
	assert_edit("one ^B ^B ^F x", "onxe", 3);
	assert_edit("one Space two M-Backspace", "one ", 4);
}

static void remember(struct prompt *p, const char *line)
{
	typed_add(&p->typed[COMMAND_COMMAND], str_from_c(line));
}

static void the_history_goes_by_what_is_typed(void **state)
{
	struct prompt p = { 0 };

	(void)state;
	remember(&p, "set hints!");
	remember(&p, "read");
	remember(&p, "set ascii!");
	remember(&p, "read"); /* the latest now, and once */
	prompt_open(&p, COMMAND_COMMAND, IN_INDEX);
	play(&p, "Up");
	assert_str(prompt_text(&p), "read");
	play(&p, "Up Up");
	assert_str(prompt_text(&p), "set hints!");
	play(&p, "Up");
	assert_str(prompt_text(&p), "set hints!");
	play(&p, "Down Down Down");
	assert_str(prompt_text(&p), "");
	play(&p, "s ^P");
	assert_str(prompt_text(&p), "set ascii!");
	play(&p, "^P");
	assert_str(prompt_text(&p), "set hints!");
	play(&p, "^N ^N");
	assert_str(prompt_text(&p), "s");
	/* Another prompt has its own. */
	prompt_close(&p);
	prompt_open(&p, COMMAND_FILTER, IN_INDEX);
	play(&p, "Up");
	assert_str(prompt_text(&p), "");
	prompt_release(&p);
}

static void the_history_is_bounded(void **state)
{
	struct typed t = { 0 };
	char line[8];

	(void)state;
	for (int i = 0; i < 150; i++) {
		snprintf(line, sizeof line, "%d", i);
		assert_true(typed_add(&t, str_from_c(line)));
	}
	assert_false(typed_add(&t, STR("149")));
	assert_false(typed_add(&t, STR("")));
	assert_int_equal(t.lines.n, 100);
	assert_str(t.lines.v[0], "50");
	typed_release(&t);
}

static void offer_two(
	void *ctx, enum command_id id, struct str typed, struct prompt *p)
{
	(void)ctx;
	(void)id;
	prompt_keep(p, typed, 0);
	prompt_offer(p, STR("One; two"));
	prompt_offer(p, STR("Three"));
	prompt_offer(p, STR("Three"));
}

static void tab_goes_through_what_fits(void **state)
{
	struct prompt p = { .names = { NULL, offer_two } };

	(void)state;
	prompt_open(&p, COMMAND_COMMAND, IN_INDEX);
	play(&p, "by- Tab Tab");
	assert_str(prompt_text(&p), "by-source");
	play(&p, "BackTab");
	assert_str(prompt_text(&p), "by-day");
	play(&p, "Down Down Up");
	assert_str(prompt_text(&p), "by-source");
	/* The only one that is meant and its argument; a ; of that is quoted,
	 * and what stands behind the cursor stays. */
	prompt_close(&p);
	prompt_open(&p, COMMAND_COMMAND, IN_PERSON);
	play(&p, "read; Space same-p Tab");
	assert_str(prompt_text(&p), "read; same-person ");
	play(&p, "! Left Tab");
	assert_str(prompt_text(&p), "read; same-person One\\; two!");
	play(&p, "Tab");
	assert_str(prompt_text(&p), "read; same-person Three!");
	assert_int_equal(p.offers.n, 2);
	prompt_release(&p);
}

static void pasted_text_is_text(void **state)
{
	static const uint32_t pasted[] = { 'a', KEYS_ENTER, KEYS_TAB, KEYS_UP,
		'W' & 0x1F, 0x202E, 'b' };
	struct prompt p = { 0 };

	(void)state;
	prompt_open(&p, COMMAND_FILTER, IN_INDEX);
	for (size_t i = 0; i < sizeof pasted / sizeof *pasted; i++)
		prompt_paste(&p, pasted[i]);
	assert_str(prompt_text(&p), "a  b");
	for (int i = 0; i < 2000; i++)
		prompt_paste(&p, 0xE9);
	assert_int_equal(prompt_text(&p).n, LINE_BYTES);
	prompt_release(&p);
}

static void what_ends_a_prompt(void **state)
{
	struct prompt p = { 0 };

	(void)state;
	prompt_open(&p, COMMAND_SEARCH, IN_INDEX);
	assert_int_equal(play(&p, "a Backspace"), PROMPT_OPEN);
	assert_int_equal(play(&p, "Backspace"), PROMPT_CANCELLED);
	assert_int_equal(play(&p, "a Enter"), PROMPT_DONE);
	assert_int_equal(play(&p, "Esc"), PROMPT_CANCELLED);
	assert_int_equal(play(&p, "^C"), PROMPT_CANCELLED);
	prompt_release(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_edited_as_in_readline),
		cmocka_unit_test(the_history_goes_by_what_is_typed),
		cmocka_unit_test(the_history_is_bounded),
		cmocka_unit_test(tab_goes_through_what_fits),
		cmocka_unit_test(pasted_text_is_text),
		cmocka_unit_test(what_ends_a_prompt),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
