/* view/macro.c, view/configure.h, config/live.h: lines of commands, options and
 * keys that change while the reader runs. */
#include "view_fixture.h"

#include "folder.h"

struct session {
	struct fixture f;
	struct config_live live;
	struct buf wishes; /* what was wished, a letter each */
};

static int open_session(void **state)
{
	struct session *s = mem_calloc(1, sizeof *s);

	fixture_open(&s->f, 12, 64);
	config_live_open(&s->live, &s->f.config);
	*state = s;
	return 0;
}

static int close_session(void **state)
{
	struct session *s = *state;

	fixture_close(&s->f);
	config_live_close(&s->live);
	buf_release(&s->wishes);
	free(s);
	return 0;
}

/* Obeys what the app wishes of the configuration, and notes the rest. */
static void obey(struct session *s)
{
	struct effect effect;
	struct buf words = { 0 };

	while (app_effect(s->f.app, &effect)) {
		if (effect.kind == EFFECT_CONFIGURE) {
			const struct event e =
				effect_configure(&effect, &s->live, &words);

			app_update(s->f.app, &e);
		}
		if (effect.kind == EFFECT_REDRAW)
			buf_add_c(&s->wishes, 'r');
		if (effect.kind == EFFECT_QUIT)
			buf_add_c(&s->wishes, 'q');
	}
	buf_release(&words);
}

static void play(struct session *s, const char *keys)
{
	struct str rest = str_from_c(keys), word;

	while (str_split(&rest, ' ', &word))
		while (word.n) {
			fixture_event(&s->f, (struct event){ .kind = EVENT_KEY,
						     .key = key_parse(&word) });
			obey(s);
		}
}

static void assert_said(struct session *s, const char *want)
{
	fixture_screen(&s->f);
	assert_str(fixture_line(&s->f, s->f.screen.rows - 1), want);
}

static void macros_run_to_their_end(void **state)
{
	struct session *s = *state;

	play(s, ": redraw; Space redraw; Space bind Space ,x Space redraw; "
		"Space redraw Enter");
	assert_said(s, " ,x is redraw; redraw");
	assert_str(buf_str(&s->wishes), "rr");
	play(s, "3 , x");
	assert_str(buf_str(&s->wishes), "rrrrrrrr");
}

static void what_does_nothing_ends_a_macro(void **state)
{
	struct session *s = *state;

	play(s, ": next-quote; Space redraw Enter");
	assert_said(s, " next-quote does nothing here: it is for article");
	play(s, ": raed; Space redraw Enter");
	assert_said(s, " no command raed; did you mean read?");
	play(s, ": back; Space redraw Enter");
	assert_said(s, " no screen before this one");
	play(s, ": statistics; Space statistics; Space redraw Enter");
	assert_said(s, " this is it already");
	play(s, ": set Space width=1; Space redraw Enter");
	assert_said(s, " article.width: expected a number from 20 to 400");
	assert_str(buf_str(&s->wishes), "");
}

static void a_macro_waits_for_a_prompt(void **state)
{
	struct session *s = *state;

	play(s, ": search; Space redraw Enter");
	assert_str(buf_str(&s->wishes), "");
	play(s, "bak Enter");
	assert_str(buf_str(&s->wishes), "r");
	play(s, ": search; Space redraw Enter Esc j");
	assert_str(buf_str(&s->wishes), "r");
}

static void options_change_at_once(void **state)
{
	struct session *s = *state;

	play(s, ": set Space width Enter");
	assert_said(s, " article.width = 72");
	play(s, ": set Space group=source Enter");
	assert_said(s, " ui.group = source");
	assert_str(fixture_line(&s->f, 1),
		"  Courier                                     1 article, 1 round");
	play(s, ": set Space ascii! Enter");
	assert_said(s, " ui.ascii = yes");
	assert_int_equal(fixture_line(&s->f, 2).p[63], '>');
	play(s, ": set Space ascii! Enter");
	assert_said(s, " ui.ascii = no");
	assert_int_not_equal(fixture_line(&s->f, 2).p[63], '>');
	play(s, ": set Space width! Enter");
	assert_said(s, " article.width is not yes or no: :set width=VALUE");
	play(s, ": set Space archive.state=no Enter");
	assert_said(s, " archive.state: only a start heeds it: config.ini, or "
		       "--set");
	assert_true(s->live.now->options.state);
	play(s, ": theme Space light Enter");
	assert_said(s, " ui.theme = light");
	assert_str(s->live.now->theme.name, "light");
}

/* What is read of an option once is read again. */
static void forms_and_orders_change_at_once(void **state)
{
	struct session *s = *state;
	struct buf before = { 0 };

	fixture_screen(&s->f);
	buf_add(&before, fixture_line(&s->f, 2));
	play(s, ": set Space index.format=words:>9 Space title* Enter");
	assert_said(s, " index.format = words:>9 title*");
	assert_false(str_eq(fixture_line(&s->f, 2), buf_str(&before)));
	play(s, ": set Space index.format= Enter");
	fixture_screen(&s->f);
	assert_str(fixture_line(&s->f, 2), buf_str(&before).p);
	play(s, ": set Space index.sort=title Enter j");
	assert_said(s, " 2/5   by day: title");
	play(s, ": sort Space words Enter : set Space hints! Enter j");
	assert_said(s,
		" 4/5   by day: words           e round  / search  Q quit  ? "
		"help");
	play(s, ": set Space copies=apart Enter : set Space group=none Enter j");
	assert_said(s,
		" 5/5   in one list: words      e round  / search  Q quit  ? "
		"help");
	buf_release(&before);
}

/* By another command than an option. */
static void what_else_was_changed_stays(void **state)
{
	struct session *s = *state;

	play(s, "> : set Space hints! Enter >");
	assert_said(s, " text column: 80 wide");
}

static void keys_are_bound_for_the_session(void **state)
{
	struct session *s = *state;

	play(s, ": bind Space x Space redraw Enter x");
	assert_str(buf_str(&s->wishes), "r");
	play(s, ": bind Space x Enter");
	assert_said(s, " x is redraw");
	play(s, ": set Space bar! Enter x");
	assert_str(buf_str(&s->wishes), "rr");
	play(s, ": unbind Space x Enter");
	assert_said(s, " x does nothing any more");
	play(s, "x");
	assert_said(s, " x is not bound here; ? shows the keys");
	play(s, ": bind Space x Space raed Enter");
	assert_said(s, " bind: no such command: raed; did you mean read?");
	play(s, ": bind Enter");
	assert_said(s, " :bind KEYS [COMMANDS]");
}

static void a_configuration_is_read_again(void **state)
{
	struct session *s = *state;
	struct folder d;
	struct buf path = { 0 }, words = { 0 };
	struct err e;

	folder_make(&d);
	folder_add(&d, "c.ini",
		STR("[ui]\nhints = no\n[article]\nwidth = 50\n"
		    "[bind]\nx = redraw\n"));
	buf_add_f(&path, "%s/c.ini", d.path);
	s->live.file = buf_str(&path);
	play(s, ": source Enter x >");
	assert_str(buf_str(&s->wishes), "r");
	assert_said(s, " text column: 54 wide");
	/* What the file does not say any more is as a start has it. */
	folder_add(&d, "c.ini", STR("[ui]\nhints = no\n[bind]\nx = raed\n"));
	play(s, ": source Enter");
	fixture_screen(&s->f);
	assert_true(str_ends(fixture_line(&s->f, 11),
		STR("c.ini:4: [bind] x: no such command: raed; did you mean "
		    "read?")));
	play(s, ">");
	assert_said(s, " text column: 76 wide");
	folder_remove(&d);
	assert_false(config_live_read(&s->live, STR(""), &words, &e));
	buf_release(&path);
	buf_release(&words);
}

/* What the start took away neither a file nor :set gives back. */
static void a_restricted_session_stays_one(void **state)
{
	struct session *s = *state;
	struct folder d;
	struct buf path = { 0 };
	unsigned left = PERMIT_SOURCE | PERMIT_COPY;

	folder_make(&d);
	folder_add(&d, "c.ini",
		STR("[ui]\nhints = no\nbrowser = lynx\ncopy = tee\n"));
	buf_add_f(&path, "%s/c.ini", d.path);
	s->live.file = buf_str(&path);
	options_restrict(&s->f.config.options, left);
	play(s, ": source Enter");
	assert_false(s->live.now->options.hints);
	assert_int_equal(s->live.now->options.allowed, left);
	assert_str(s->live.now->options.browser, "");
	assert_str(s->live.now->options.copy, "osc52");
	play(s, ": pipe Enter");
	assert_said(s, " the restricted mode does not let you pipe to a shell "
		       "command");
	play(s, ": set Space copy=tee Enter");
	assert_said(s, " ui.copy: the restricted mode does not let you name "
		       "programs");
	assert_str(s->live.now->options.copy, "osc52");
	options_restrict(&s->f.config.options, PERMIT_NONE);
	play(s, ": source Enter");
	assert_said(s, " this session is a restricted one: it reads no "
		       "configuration");
	folder_remove(&d);
	buf_release(&path);
}

static void lines_of_before_come_back(void **state)
{
	struct session *s = *state;

	app_recall(s->f.app,
		&(const struct typed_line){ STR("filter"), STR("ferry") });
	app_recall(
		s->f.app, &(const struct typed_line){ STR("gone"), STR("x") });
	play(s, ": read Esc f Up");
	assert_said(s, "filter: ferry");
}

static void pasted_text_is_no_key(void **state)
{
	struct session *s = *state;

	play(s, "2 <Paste> Q q : <Enter> <PasteEnd>");
	assert_said(s, " pasted text is not taken for keys; : takes it");
	assert_str(buf_str(&s->wishes), "");
	play(s, ": <Paste> raed <Enter> x <PasteEnd>");
	assert_said(s, ":raed x");
	/* ^C may be pasted; an Esc is an end that was lost, or one that is
	 * only pretended to be. */
	play(s, "Esc <Paste> a ^C Q");
	assert_false(app_awaits_rest(s->f.app));
	play(s, "Esc Q : quit Enter Esc Q");
	assert_true(app_awaits_rest(s->f.app));
	assert_str(buf_str(&s->wishes), "");
	fixture_event(&s->f, (struct event){ .kind = EVENT_REST });
	assert_false(app_awaits_rest(s->f.app));
	play(s, "Q");
	assert_str(buf_str(&s->wishes), "q");
}

int main(void)
{
#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, open_session, close_session)
	const struct CMUnitTest tests[] = {
		TEST(macros_run_to_their_end),
		TEST(what_does_nothing_ends_a_macro),
		TEST(a_macro_waits_for_a_prompt),
		TEST(options_change_at_once),
		TEST(forms_and_orders_change_at_once),
		TEST(what_else_was_changed_stays),
		TEST(keys_are_bound_for_the_session),
		TEST(a_configuration_is_read_again),
		TEST(a_restricted_session_stays_one),
		TEST(lines_of_before_come_back),
		TEST(pasted_text_is_no_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
