/* view/keymap.h: defaults, the user's bindings over them, sequences. */
#include "unit.h"

#include "view/keymap.h"

static void bind_user(struct config *c, const char *view, const char *keys,
	const char *command)
{
	*vec_push(&c->bindings) = (struct binding){ str_from_c(view),
		str_from_c(keys), str_from_c(command), STR("config.ini:1") };
}

static enum keymap_match find(const struct keymap *m, unsigned in,
	const char *written, const struct bind **out)
{
	struct keys keys;

	assert_true(keys_parse(str_from_c(written), &keys));
	*out = NULL;
	return keymap_find(m, in, &keys, out);
}

static void assert_bound(const struct keymap *m, unsigned in,
	const char *written, enum command_id id)
{
	const struct bind *b;

	assert_int_equal(find(m, in, written, &b), KEYMAP_FULL);
	assert_int_equal(b->id, id);
}

static void assert_match(const struct keymap *m, unsigned in,
	const char *written, enum keymap_match want)
{
	const struct bind *b;

	assert_int_equal(find(m, in, written, &b), want);
}

static void defaults_are_by_screen(void **state)
{
	struct config c = { 0 };
	struct keymap m;

	(void)state;
	keymap_init(&m, &c);
	assert_int_equal(m.errors.n, 0);
	assert_bound(&m, IN_INDEX, "j", COMMAND_DOWN);
	assert_bound(&m, IN_ARTICLE, "J", COMMAND_NEXT_ARTICLE);
	assert_match(&m, IN_INDEX, "J", KEYMAP_NONE);
	assert_match(&m, IN_INDEX, "g", KEYMAP_PREFIX);
	assert_bound(&m, IN_INDEX, "gg", COMMAND_FIRST);
	assert_match(&m, IN_INDEX, "gx", KEYMAP_NONE);
	keymap_release(&m);
}

static void every_default_is_reachable(void **state)
{
	struct config c = { 0 };
	struct keymap m;

	(void)state;
	keymap_init(&m, &c);
	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
		struct buf keys = { 0 };

		keymap_keys_of(&m, commands[i].in, (enum command_id)i, &keys);
		assert_str(buf_str(&keys), commands[i].keys);
		assert_int_equal(command_find(str_from_c(commands[i].name)), i);
		buf_release(&keys);
	}
	keymap_release(&m);
}

static void the_user_wins(void **state)
{
	struct config c = { 0 };
	struct keymap m;
	const struct bind *b;

	(void)state;
	bind_user(&c, "index", "x", "group source");
	bind_user(&c, "", "x", "quit");
	bind_user(&c, "", "g", "first");
	bind_user(&c, "", "Z<Down>", "zen");
	keymap_init(&m, &c);
	assert_int_equal(m.errors.n, 0);
	/* A screen's own binding wins, wherever it is written. */
	assert_int_equal(find(&m, IN_INDEX, "x", &b), KEYMAP_FULL);
	assert_int_equal(b->id, COMMAND_GROUP);
	assert_str(b->line, "group source");
	assert_bound(&m, IN_ARTICLE, "x", COMMAND_QUIT);
	/* A key of its own ends the sequences that started with it. */
	assert_bound(&m, IN_INDEX, "g", COMMAND_FIRST);
	assert_match(&m, IN_INDEX, "Z", KEYMAP_PREFIX);
	assert_bound(&m, IN_INDEX, "Z<Down>", COMMAND_ZEN);
	assert_bound(&m, IN_INDEX, "ZZ", COMMAND_QUIT);
	keymap_release(&m);
	vec_free(&c.bindings);
}

static void nothing_unbinds(void **state)
{
	struct config c = { 0 };
	struct keymap m;
	struct buf keys = { 0 };

	(void)state;
	bind_user(&c, "", "q", "");
	bind_user(&c, "article", "j", "");
	keymap_init(&m, &c);
	assert_match(&m, IN_INDEX, "q", KEYMAP_NONE);
	assert_bound(&m, IN_INDEX, "j", COMMAND_DOWN);
	assert_match(&m, IN_ARTICLE, "j", KEYMAP_NONE);
	keymap_keys_of(&m, IN_INDEX, COMMAND_LEAVE, &keys);
	assert_str(buf_str(&keys), "");
	keymap_release(&m);
	buf_release(&keys);
	vec_free(&c.bindings);
}

static void errors_name_their_place(void **state)
{
	struct config c = { 0 };
	struct keymap m;

	(void)state;
	bind_user(&c, "indexx", ";", "quit");
	bind_user(&c, "", "x", "quitt");
	bind_user(&c, "", "abcde", "quit");
	keymap_init(&m, &c);
	assert_int_equal(m.errors.n, 3);
	assert_match(&m, IN_INDEX, ";", KEYMAP_NONE);
	assert_str(m.errors.v[0],
		"config.ini:1: no such command: quitt; did you "
		"mean quit?");
	assert_str(m.errors.v[1],
		"config.ini:1: not one to four keys; a key's name is one as "
		"in ?: Enter, PgDn, F1, ^X, M-x");
	assert_str(m.errors.v[2],
		"config.ini:1: the screens are index, article, related, "
		"round, sources, help, skipped, people, person, "
		"timeline, diff, notes, quotes, statistics, places and links");
	keymap_release(&m);
	vec_free(&c.bindings);
}

/* Found by a reader: "<f5>" was taken as four keys, so that < did nothing. */
static void misspelt_keys_are_told(void **state)
{
	static const char *const wrong[] = { "F99", "a b", "Ctrl-x", "alt+x",
		"<foo>", "g<PgDwn>" };
	static const char *const right[] = { "<f5>", "F12", "<", "<<", "gF",
		"<pgdn>", "<c-x>" };

	(void)state;
	for (size_t i = 0; i < 6 + 7; i++) {
		struct config c = { 0 };
		struct keymap m;

		bind_user(&c, "", i < 6 ? wrong[i] : right[i - 6], "up");
		keymap_init(&m, &c);
		assert_int_equal(m.errors.n, i < 6);
		keymap_release(&m);
		vec_free(&c.bindings);
	}
}

static void sequences_are_written_as_read(void **state)
{
	static const char *const written[] = { "gg", "g<Down>", "^O", "M-Left",
		"<Space>x", "Space" };

	(void)state;
	for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
		struct keys k;
		struct buf out = { 0 };

		assert_true(keys_parse(str_from_c(written[i]), &k));
		keys_format(&k, &out);
		assert_str(buf_str(&out), written[i]);
		buf_release(&out);
	}
}

/* Help and hints show the keys of a command alone: a macro is more. */
static void several_commands_are_one_binding(void **state)
{
	struct config c = { 0 };
	struct buf keys = { 0 };
	struct keymap m;
	const struct bind *b;

	(void)state;
	bind_user(&c, "", ",x", "read; next-unread 2");
	bind_user(&c, "", ",y", "read; next-unraed");
	bind_user(&c, "", ",z", "qui");
	keymap_init(&m, &c);
	assert_int_equal(find(&m, IN_INDEX, ",x", &b), KEYMAP_FULL);
	assert_int_equal(b->id, COMMAND_TOGGLE_READ);
	assert_str(b->line, "read; next-unread 2");
	assert_match(&m, IN_INDEX, ",", KEYMAP_PREFIX);
	assert_match(&m, IN_INDEX, ",y", KEYMAP_NONE);
	assert_int_equal(m.errors.n, 2);
	assert_str(m.errors.v[0], "config.ini:1: no such command: "
				  "next-unraed; did you mean next-unread?");
	/* In a file a name stands whole: more commands may come. */
	assert_str(m.errors.v[1],
		"config.ini:1: no such command: qui; did you mean quit?");
	keymap_keys_of(&m, IN_INDEX, COMMAND_TOGGLE_READ, &keys);
	assert_str(buf_str(&keys), "r");
	keymap_release(&m);
	buf_release(&keys);
	vec_free(&c.bindings);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(defaults_are_by_screen),
		cmocka_unit_test(every_default_is_reachable),
		cmocka_unit_test(the_user_wins),
		cmocka_unit_test(nothing_unbinds),
		cmocka_unit_test(errors_name_their_place),
		cmocka_unit_test(several_commands_are_one_binding),
		cmocka_unit_test(misspelt_keys_are_told),
		cmocka_unit_test(sequences_are_written_as_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
