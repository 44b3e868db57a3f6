/* What is drawn before an image has been looked at whole: nothing of it but
 * what was looked at. */
#include "rounds_archive.h"

#include "folder.h"

#include "dateline/config/config.h"
#include "dateline/store/image.h"
#include "dateline/view/app.h"
#include "store/image_file.h"

#include <sys/mman.h>

static const struct image_of of = { { "/srv/news", 9 }, 1 };

static struct store *open_unchecked(void)
{
	struct store *s = archive_make(rounds_archive, ROUNDS_ARCHIVE);
	struct folder folder;
	struct buf path = { 0 };
	struct err e;

	folder_make(&folder);
	buf_add_f(&path, "%s/news.image", folder.path);
	assert_true(image_save(s, &of, path.p, 0600, &e));
	store_free(s);
	assert_int_equal(image_open(&s, &of, path.p, &e), IMAGE_USED);
	folder_remove(&folder);
	buf_release(&path);
	return s;
}

/* Sections begin at borders of the image, so no two share a page. What the
 * characters say may be wrong, but not where they are. */
static void allow(const struct store *s, int what)
{
	for (size_t i = 0; i < STORE_SECTIONS; i++) {
		const struct section_array a = section_get(s, i);
		size_t bytes = image_border(a.n * store_sections[i].element);

		if (!store_sections[i].head && i != SECTION_CHARS && bytes)
			assert_int_equal(mprotect(a.v, bytes, what), 0);
	}
}

static void draw_list(struct app *app, const struct store *s, int cols)
{
	const struct event size = { .kind = EVENT_RESIZE,
		.rows = 24,
		.cols = cols },
			   store = { .kind = EVENT_STORE, .store = s };
	struct screen screen = { 0 };
	struct buf text = { 0 };

	screen_resize(&screen, 24, cols);
	app_update(app, &size);
	assert_true(app_is_list(app));
	app_update(app, &store);
	app_draw(app, &screen);
	screen_print(&screen, &text);
	assert_int_not_equal(
		str_find(buf_str(&text), STR("articles"), 0), STR_NPOS);
	buf_release(&text);
	screen_release(&screen);
}

static void lists_need_heads_only(void **state)
{
	struct store *s = open_unchecked();
	struct err e;

	(void)state;
	allow(s, PROT_NONE);
	for (int group = GROUP_DAY; group <= GROUP_NONE; group++) {
		struct config config = { 0 };
		struct app *app;

		config_init(&config);
		config.options.group = group;
		app = app_new(&config, STORE_NO_DAY);
		draw_list(app, s, group == GROUP_ROUND ? 40 : 80);
		app_free(app);
		config_release(&config);
	}
	allow(s, PROT_READ | PROT_WRITE);
	assert_true(image_wait(s, &e));
	store_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_need_heads_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
