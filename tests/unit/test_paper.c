/* The paper: whatever its layout, what is drawn is the text, and quotes, hits
 * and places stay where they are. */
#include "view_fixture.h"

#include "view/links.h"
#include "view/paper.h"
#include "view/state.h"

#include <unistd.h>

#define ROWS 60

static int setup(void **state)
{
	static struct fixture f;

	fixture_open(&f, ROWS, 40);
	*state = &f;
	return 0;
}

static int teardown(void **state)
{
	fixture_close(*state);
	return 0;
}

/* The rows of one article as it is drawn, without blanks, and without what is
 * shown beside its text. */
static void drawn(const struct paper *p, struct screen *s, struct buf *out)
{
	struct area area = { s, 0, 0, ROWS, s->cols, NULL };

	buf_clear(out);
	for (uint32_t i = 0; i < p->lines.n; i++) {
		const struct paper_line *l = &p->lines.v[i];
		struct pen pen;

		if (l->part != PAPER_TEXT)
			continue;
		screen_clear(s);
		pen = pen_at(&area, 0, 0);
		paper_draw_line(p, i, &pen);
		assert_true(pen.col <= p->columns - l->indent);
		if (l->spread)
			assert_int_equal(pen.col, p->columns - l->indent);
		for (int col = 0; col < pen.col - l->hyphen; col++) {
			const struct cell *c = screen_at(s, 0, col);

			if (c->style != STYLE_link &&
				!(c->n == 1 && c->bytes[0] == ' '))
				buf_add(out, str_of(c->bytes, c->n));
		}
	}
}

static void text_without_blanks(struct str text, struct buf *out)
{
	buf_clear(out);
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] != ' ' && text.p[i] != '\n')
			buf_add_c(out, text.p[i]);
}

static struct hyphen_shelf *make_shelf(char *folder, char *path, size_t n)
{
	FILE *f;

	assert_non_null(mkdtemp(folder));
	snprintf(path, n, "%s/hyph_en.dic", folder);
	f = fopen(path, "w");
	assert_non_null(f);
	fputs("UTF-8\na1\ne1\ni1\no1\nu1\n", f);
	fclose(f);
	return hyphen_shelf_new(folder);
}

/* At every width, in every form. */
static void what_is_drawn_is_the_text(void **state)
{
	struct fixture *f = *state;
	char folder[] = "/tmp/dateline-paper-XXXXXX", path[64];
	struct hyphen_shelf *shelf = make_shelf(folder, path, sizeof path);
	struct paper_refs refs = { 0 };
	struct paper p = { 0 };
	struct buf got = { 0 }, want = { 0 };

	*vec_push(&refs.marks) = (struct paper_ref){
		.at = 9, .style = STYLE_link, .n = 3, .shown = "[1]"
	};
	*vec_push(&refs.marks) = (struct paper_ref){
		.at = 30, .style = STYLE_link, .n = 3, .shown = "[2]"
	};
	for (int columns = 8; columns <= 60; columns++) {
		for (unsigned form = 0; form < 8; form++) {
			struct paper_request r = { .store = f->store,
				.article = 2,
				.form = { .columns = columns,
					.justify = form & 1,
					.hyphens = form & 2 ? hyphen_shelf_find(
								      shelf,
								      STR("en"))
							    : NULL },
				.refs = form & 4 ? &refs : NULL };

			paper_make(&p, &r);
			drawn(&p, &f->screen, &got);
			text_without_blanks(p.text, &want);
			buf_add_c(&want, '\0');
			assert_str(buf_str(&got), want.p);
		}
		fixture_size(f, ROWS, columns + 10);
	}
	vec_free(&refs.marks);
	paper_release(&p);
	buf_release(&got);
	buf_release(&want);
	hyphen_shelf_free(shelf);
	unlink(path);
	rmdir(folder);
}

/* The cells of the screen with a mark, joined; what stands between two of a
 * line counts as well. */
static void assert_marked(
	struct fixture *f, enum style_mark mark, const char *want)
{
	struct buf got = { 0 };

	app_draw(f->app, &f->screen);
	for (int row = 0; row < f->screen.rows; row++)
		for (int col = 0; col < f->screen.cols; col++) {
			const struct cell *c = screen_at(&f->screen, row, col);

			if ((c->marks & mark) &&
				!(c->n == 1 && c->bytes[0] == ' '))
				buf_add(&got, str_of(c->bytes, c->n));
		}
	assert_str(buf_str(&got), want);
	buf_release(&got);
}

static void quotes_and_hits_stay_when_spread(void **state)
{
	struct fixture *f = *state;

	fixture_size(f, 24, 34);
	fixture_keys(f, "j Enter gj \"");
	assert_marked(f, MARK_CURRENT, "Wewantboats,");
	fixture_keys(f, "/ q u i e t l y Space f r o m Enter");
	assert_marked(f, MARK_HIT, "quietlyfrom");
	fixture_keys(f, "gj");
	assert_marked(f, MARK_HIT, "quietlyfrom");
}

static void addresses_in_the_text_are_links(void **state)
{
	static const char text[] =
		"See https://a.example/x_(y), (http://b.example/), "
		"ftp://c.example, “https://d.example/e?f=1.” or https:// and "
		"xhttp://no.example HTTP://E.example/z. https://g.example";
	struct store *s = store_new();
	struct article a = { .text = { 0, sizeof text - 1 } };
	static const char *const want[] = { "https://a.example/x_(y)",
		"http://b.example/", "https://d.example/e?f=1",
		"HTTP://E.example/z", "https://g.example" };
	struct link_list links = { 0 };

	(void)state;
	buf_add(&s->chars, str_from_c(text));
	*vec_push(&s->articles) = a;
	links_find(s, 0, &links);
	assert_int_equal(links.list.n, 5);
	for (size_t i = 0; i < 5; i++)
		assert_str(links.list.v[i].url, want[i]);
	links_release(&links);
	store_free(s);
}

/* Half a million bytes without a blank: to look for an end behind each "://"
 * took minutes. */
static void what_is_no_scheme_is_passed_over(void **state)
{
	struct store *s = store_new();
	struct article a = { 0 };
	struct link_list links = { 0 };

	(void)state;
	for (int i = 0; i < 100000; i++)
		buf_add(&s->chars, STR("x://a"));
	buf_add(&s->chars, STR(" https://b.example"));
	a.text.n = (uint32_t)s->chars.n;
	*vec_push(&s->articles) = a;
	links_find(s, 0, &links);
	assert_int_equal(links.list.n, 1);
	assert_str(links.list.v[0].url, "https://b.example");
	links_release(&links);
	store_free(s);
}

static void rule(struct config *c, const char *query)
{
	*vec_push(&c->highlights) = (struct saved_search){ STR("x"),
		str_from_c(query), STR("c:1") };
}

static void rules_take_their_turns(void **state)
{
	static const char *const rules[] = { "ferry*", "\"the money\"", "(",
		"boats -talks", "lighthouse" };
	struct highlights h = { 0 };
	struct highlighted found = { 0 };
	struct config c = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		rule(&c, rules[i]);
	highlights_init(&h, &c);
	highlights_find(&h, STR("Ferries: boats, the money, talks; a Ferryman"),
		&found);
	assert_int_equal(found.list.n, 3);
	assert_range(found.list.v[0].at, 36, 44);
	assert_int_equal(found.list.v[0].style, STYLE_hl1);
	assert_range(found.list.v[1].at, 16, 25);
	assert_int_equal(found.list.v[1].style, STYLE_hl2);
	assert_range(found.list.v[2].at, 9, 14);
	assert_int_equal(found.list.v[2].style, STYLE_hl4);
	highlights_find(&h, STR("the lighthouse"), &found);
	assert_int_equal(found.list.v[0].style, STYLE_hl1);
	vec_free(&found.list);
	highlights_release(&h);
	vec_free(&c.highlights);
}

/* What is drawn in a style, without blanks. */
static void assert_styled(struct fixture *f, enum style style, const char *want)
{
	struct buf got = { 0 };

	app_draw(f->app, &f->screen);
	for (int row = 0; row < f->screen.rows; row++)
		for (int col = 0; col < f->screen.cols; col++) {
			const struct cell *c = screen_at(&f->screen, row, col);

			if (c->style == style && c->n && c->bytes[0] != ' ')
				buf_add(&got, str_of(c->bytes, c->n));
		}
	assert_str(buf_str(&got), want);
	buf_release(&got);
}

static void lists_and_articles_are_highlighted(void **state)
{
	struct fixture *f = *state;

	rule(&f->config, "\"talks open\" fishermen");
	rule(&f->config, "boats");
	highlights_init(&f->app->highlights, &f->config);
	fixture_size(f, 24, 80);
	assert_styled(f, STYLE_hl1, "talksopentalksopen");
	fixture_keys(f, "j Enter");
	assert_styled(f, STYLE_hl1, "Fishermen");
	assert_styled(f, STYLE_hl2, "boatsboats");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			what_is_drawn_is_the_text, setup, teardown),
		cmocka_unit_test_setup_teardown(
			quotes_and_hits_stay_when_spread, setup, teardown),
		cmocka_unit_test_setup_teardown(
			lists_and_articles_are_highlighted, setup, teardown),
		cmocka_unit_test(addresses_in_the_text_are_links),
		cmocka_unit_test(what_is_no_scheme_is_passed_over),
		cmocka_unit_test(rules_take_their_turns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
