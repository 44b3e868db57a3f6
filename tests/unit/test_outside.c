/* view/outside.c, copy.c: what the reader wishes to be done outside. */
#include "view_fixture.h"

static int open_reader(void **state)
{
	struct fixture *f = mem_calloc(1, sizeof *f);

	fixture_open(f, 10, 72);
	*state = f;
	return 0;
}

static int close_reader(void **state)
{
	fixture_close(*state);
	free(*state);
	return 0;
}

/* The wish of a kind that keys make; false: none was made. */
static bool wish(struct fixture *f, const char *keys, enum effect_kind kind,
	struct effect *out)
{
	struct effect effect;
	bool any = false;

	fixture_keys(f, keys);
	while (app_effect(f->app, &effect))
		if (effect.kind == kind) {
			*out = effect;
			any = true;
		}
	return any;
}

static const char last_line = 9;

static void assert_copied(struct fixture *f, const char *keys,
	const char *called, const char *text)
{
	struct effect e;

	assert_true(wish(f, keys, EFFECT_COPY, &e));
	assert_string_equal(e.outside.called, called);
	assert_str(e.outside.text, text);
}

static void what_is_copied(void **state)
{
	struct fixture *f = *state;

	/* The cursor is on c.txt: the newest. */
	assert_copied(f, "yt", "the title", "Ferry talks open");
	assert_copied(f, "yc", "the citation",
		"\xE2\x80\x9C"
		"Ferry talks open,\xE2\x80\x9D Herald, 2 Mar 2020");
	assert_copied(f, "j j Enter \" yy", "the quote",
		"\xE2\x80\x9CWe want boats,\xE2\x80\x9D Mara Lind, Post, 1 Mar "
		"2020");
	assert_copied(f, "Esc yy", "the paragraph",
		"Ferry talks began with 12 boats in the harbour. (Post, 1 Mar "
		"2020)");
	assert_false(wish(f, "yu", EFFECT_COPY, &(struct effect){ 0 }));
	assert_str(fixture_line(f, last_line), " the address is not known");
}

static void what_is_written(void **state)
{
	struct fixture *f = *state;
	struct effect e;

	/* The index: a table of all, in its order. */
	assert_true(wish(f, "w Enter", EFFECT_WRITE, &e));
	assert_str(e.outside.text, "articles.csv");
	assert_int_equal(e.outside.what.format, EXPORT_CSV);
	assert_int_equal(e.outside.what.n, 5);
	assert_int_equal(e.outside.what.articles[0], 3);
	assert_true(e.outside.what.list);
	assert_false(e.outside.replace);
	/* As text the article of the row. */
	assert_true(wish(f, "w ^U a.md Enter", EFFECT_WRITE, &e));
	assert_int_equal(e.outside.what.n, 1);
	/* An article. */
	assert_true(wish(f, "Enter w Enter", EFFECT_WRITE, &e));
	assert_str(e.outside.text, "Ferry-talks-open.txt");
	assert_int_equal(e.outside.what.n_rounds, 0);
	/* A round is a report. */
	assert_true(wish(f, "e w Enter", EFFECT_WRITE, &e));
	assert_str(e.outside.text, "Ferry-talks-open.md");
	assert_int_equal(e.outside.what.n_rounds, 1);
	assert_int_equal(e.outside.what.rounds[0], 1);
	assert_false(wish(f, "w ^U a.exe Enter", EFFECT_WRITE, &e));
	assert_str(fixture_line(f, last_line),
		" a file's name ends in .txt, .md, .html, .json, .csv or .tsv");
}

/* Bound by the reader where no list of articles is. */
static void a_screen_without_articles_writes_nothing(void **state)
{
	struct fixture *f = *state;
	struct effect e;

	app_free(f->app);
	*vec_push(&f->config.bindings) = (struct binding){
		.view = STR(""), .keys = STR("X"), .command = STR("write a.csv")
	};
	f->app = app_new(&f->config, STORE_NO_DAY);
	fixture_size(f, 10, 72);
	fixture_event(
		f, (struct event){ .kind = EVENT_STORE, .store = f->store });
	assert_true(wish(f, "X", EFFECT_WRITE, &e));
	assert_false(wish(f, "P X", EFFECT_WRITE, &e));
	assert_false(wish(f, "q ? X", EFFECT_WRITE, &e));
	assert_str(fixture_line(f, last_line - 1),
		" write does nothing here: it is for index, article, related, "
		"round,");
	assert_str(fixture_line(f, last_line),
		" person, timeline, notes and quotes");
}

static void a_file_is_replaced_when_y_is_typed(void **state)
{
	struct fixture *f = *state;
	const struct event exists = { .kind = EVENT_EXISTS, .remark = "a.csv" };
	struct effect e;

	assert_true(wish(f, "w ^U a.csv Enter", EFFECT_WRITE, &e));
	fixture_event(f, exists);
	assert_str(fixture_line(f, last_line),
		"a.csv is there already: replace it? y n");
	assert_false(wish(f, "Enter", EFFECT_WRITE, &e));
	fixture_event(f, exists);
	assert_true(wish(f, "y", EFFECT_WRITE, &e));
	assert_true(e.outside.replace);
	assert_str(e.outside.text, "a.csv");
}

static void what_is_piped(void **state)
{
	struct fixture *f = *state;
	struct effect e;

	assert_true(wish(f, "| wc Space -w Enter", EFFECT_PIPE, &e));
	assert_str(e.outside.text, "wc -w");
	assert_int_equal(e.outside.what.n, 1);
	assert_int_equal(e.outside.what.columns, 0);
	assert_true(e.outside.what.bare);
	assert_true(wish(f, "v j v | wc Enter", EFFECT_PIPE, &e));
	assert_int_equal(e.outside.what.n, 2);
	assert_false(wish(f, "| Enter", EFFECT_PIPE, &e));
}

static void nothing_leads_out_of_the_restricted_mode(void **state)
{
	static const char *const keys[] = { "o", "w", "|", "yy", "yu", "ya",
		"^Z", ":write Space a.csv Enter", ":pipe Space id Enter" };
	struct fixture *f = *state;
	struct effect e;

	f->config.options.allowed = PERMIT_NONE;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		fixture_keys(f, keys[i]);
		while (app_effect(f->app, &e))
			assert_int_equal(e.kind, EFFECT_TYPED);
		assert_true(str_starts(fixture_line(f, last_line),
			STR(" the restricted mode does not let you ")));
	}
	f->config.options.allowed = PERMIT_COPY;
	assert_true(wish(f, "yt", EFFECT_COPY, &e));
}

static void titles_are_no_paths(void **state)
{
	static const struct told hostile = { "a.txt",
		"../../etc/passwd; $(rm -rf ~) \xE2\x80\x93 M\xC3\xB6wen",
		"Post", "2020-03-01", "", "Text.", { { 0 } } };
	struct fixture *f = *state;
	struct store *s = store_new();
	struct effect e;

	add_told(s, &hostile);
	store_finish(s);
	fixture_event(f, (struct event){ .kind = EVENT_STORE, .store = s });
	store_free(f->store);
	f->store = s;
	fixture_people(f, NULL);
	assert_true(wish(f, "Enter w Enter", EFFECT_WRITE, &e));
	assert_str(e.outside.text, "etc-passwd-rm-rf-M\xC3\xB6wen.txt");
}

int main(void)
{
#define WITH_READER(test) \
	cmocka_unit_test_setup_teardown(test, open_reader, close_reader)
	const struct CMUnitTest tests[] = {
		WITH_READER(what_is_copied),
		WITH_READER(what_is_written),
		WITH_READER(a_screen_without_articles_writes_nothing),
		WITH_READER(a_file_is_replaced_when_y_is_typed),
		WITH_READER(what_is_piped),
		WITH_READER(nothing_leads_out_of_the_restricted_mode),
		WITH_READER(titles_are_no_paths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
