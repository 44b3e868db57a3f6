/*
 * What a damaged or forged image can do: nothing. Bytes are changed in a store
 * as it is mapped, where checksums are of no help: either the references are
 * refused, or all that reads the store stays within it (ASan sees to that) and
 * nothing but text reaches the screen.
 */
#include "view_fixture.h"

#include "dateline/store/image.h"
#include "dateline/store/regroup.h"
#include "dateline/store/search.h"
#include "dateline/store/update.h"
#include "dateline/store/why.h"
#include "dateline/text/sanitize.h"
#include "dateline/text/utf8.h"
#include "folder.h"
#include "store/image_file.h"
#include "store/verify.h"

#include <fcntl.h>

static const struct image_of of = { { "/srv/news", 9 }, 1 };

/* An image of the fixture's articles. */
struct saved {
	struct folder folder;
	char *path;
};

static void save(struct saved *x)
{
	struct store *s = make_store();
	struct err e;

	folder_make(&x->folder);
	x->path = folder_path(&x->folder, "news.image");
	if (!image_save(s, &of, x->path, 0600, &e))
		fail_msg("%s", e.msg);
	store_free(s);
}

static void discard(struct saved *x)
{
	folder_remove(&x->folder);
	free(x->path);
}

/* An array in memory that is no byte longer, so that ASan knows its end. */
static void take_out(struct store *s, size_t section)
{
	struct section_array a = section_get(s, section), own = a;
	size_t bytes = a.n * store_sections[section].element;

	own.v = bytes ? mem_alloc(bytes) : NULL;
	own.cap = own.n;
	own.mapped = 0;
	if (bytes)
		memcpy(own.v, a.v, bytes);
	mem_free(a.v, a.mapped);
	section_set(s, section, &own);
}

static struct store *open_saved(const struct saved *x)
{
	struct store *s;
	struct err e;

	assert_int_equal(image_open(&s, &of, x->path, &e), IMAGE_USED);
	assert_true(image_wait(s, &e));
	for (size_t i = 0; i < STORE_SECTIONS; i++)
		take_out(s, i);
	return s;
}

static void assert_harmless(struct str screen)
{
	uint32_t cp;

	for (size_t i = 0; i < screen.n;) {
		i += utf8_decode(screen, i, &cp);
		if (cp != '\n' && (cp == UTF8_BAD || text_is_forbidden(cp)))
			fail_msg("U+%04X on the screen", (unsigned)cp);
	}
}

static const char *const tours[] = { "j", "Enter", "Enter Tab Space", "r", "t",
	"p Enter", "i", "/ f e Enter" };

static void look(const struct store *s, const char *keys)
{
	struct fixture f = { 0 };

	config_init(&f.config);
	f.app = app_new(&f.config, STORE_NO_DAY);
	fixture_size(&f, 16, 60);
	app_update(f.app,
		&(const struct event){ .kind = EVENT_STORE, .store = s });
	f.people = people_new(s, NULL, 0);
	app_update(f.app, &(const struct event){
				  .kind = EVENT_PEOPLE, .people = f.people });
	fixture_keys(&f, keys);
	assert_harmless(fixture_screen(&f));
	fixture_close(&f);
}

/* All that commands and screens do with a store. */
static void read_all(const struct store *s)
{
	struct buf out = { 0 };
	struct query q;
	struct query_error error;
	struct hits hits = { 0 };
	struct snippet snippet = { 0 };
	struct explainer x = { 0 };

	assert_true(query_parse(
		&q, STR("talk* OR said:lind OR \"ferry talks\""), &error));
	store_search(s, &q, SEARCH_OLDEST_FIRST, &hits);
	for (size_t i = 0; i < hits.list.n; i++)
		store_snippet(s, &q, hits.list.v[i].article, 80, &snippet);
	for (size_t i = 0; i < s->by_time.n; i++) {
		struct span links = s->articles.v[s->by_time.v[i]].links;

		for (uint32_t k = 0; k < links.n; k++)
			explain_link(&x, s, s->by_time.v[i],
				&s->links.v[links.first + k], &out);
	}
	explainer_release(&x);
	hits_release(&hits);
	snippet_release(&snippet);
	query_release(&q);
	buf_release(&out);
}

/* What the reader does to a store: on one that may be thrown away. */
static void change_all(struct store *s)
{
	const struct round_correction c = { STR("a.txt"), STR("d.txt"),
		ROUND_SAME };
	struct store *fresh = store_new();
	struct told t = told[1];

	t.id = "new.txt";
	add_told(fresh, &t);
	store_regroup(s, &c, 1);
	store_regroup(s, NULL, 0);
	update_apply(s, update_prepare(s, fresh, NULL, 0));
}

/* Changes one byte of an array; true when that was refused. */
static bool forge(const struct saved *x, size_t section, uint64_t at, char by)
{
	struct store *s = open_saved(x);
	struct section_array a = section_get(s, section);
	bool good;

	((char *)a.v)[at] ^= by;
	good = verify_heads(s) && verify_rest(s);
	if (good) {
		read_all(s);
		look(s, tours[at % (sizeof tours / sizeof *tours)]);
		change_all(s);
	}
	store_free(s);
	return !good;
}

/* The least and the most that a byte changes a number by. */
static void forged_references_are_refused_or_harmless(void **state)
{
	struct saved x;
	struct store *s;
	size_t refused = 0;

	(void)state;
	save(&x);
	s = open_saved(&x);
	for (size_t i = 0; i < STORE_SECTIONS; i++) {
		uint64_t n = section_get(s, i).n * store_sections[i].element;

		for (uint64_t at = 0; at < n && i != SECTION_CHARS;
			at += getenv("DATELINE_ALL") ? 1 : 7) {
			refused += forge(&x, i, at, 1);
			refused += forge(&x, i, at, (char)0xFF);
		}
	}
	assert_true(refused > 100);
	store_free(s);
	discard(&x);
}

/* Until the characters have been looked at, a screen may show what they are
 * not. */
static void damaged_characters_are_drawn_as_text(void **state)
{
	static const char bytes[] = { '\x1B', '\x9B', '\xC2', '\xE2', '\n' };
	struct saved x;
	struct store *s;

	(void)state;
	save(&x);
	s = open_saved(&x);
	for (size_t at = 0; at < s->chars.n;
		at += getenv("DATELINE_ALL") ? 1 : 3) {
		char before = s->chars.p[at];

		s->chars.p[at] = bytes[at % sizeof bytes];
		look(s, tours[at % (sizeof tours / sizeof *tours)]);
		s->chars.p[at] = before;
	}
	store_free(s);
	discard(&x);
}

/* The header with its checksum put right after a byte was changed. */
static void forge_header(const struct saved *x, int fd, size_t at)
{
	struct image_header h, forged;
	struct store *s;
	struct err e;

	assert_int_equal(pread(fd, &h, sizeof h, 0), sizeof h);
	forged = h;
	((char *)&forged)[at] ^= 1;
	forged.checksum = image_header_checksum(&forged);
	assert_int_equal(pwrite(fd, &forged, sizeof forged, 0), sizeof forged);
	if (image_open(&s, &of, x->path, &e) == IMAGE_USED && image_wait(s, &e))
		read_all(s);
	store_free(s);
	assert_int_equal(pwrite(fd, &h, sizeof h, 0), sizeof h);
}

static void a_forged_header_is_refused_or_harmless(void **state)
{
	struct saved x;
	int fd;

	(void)state;
	save(&x);
	fd = open(x.path, O_RDWR | O_CLOEXEC);
	for (size_t at = 0; at < sizeof(struct image_header); at++)
		forge_header(&x, fd, at);
	close(fd);
	discard(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(forged_references_are_refused_or_harmless),
		cmocka_unit_test(damaged_characters_are_drawn_as_text),
		cmocka_unit_test(a_forged_header_is_refused_or_harmless),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
