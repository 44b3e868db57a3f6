/* store/image.h as commands and the reader use it: in place of reading. */
#include "unit.h"

#include "dateline/store/image.h"
#include "dateline/store/load.h"
#include "folder.h"
#include "store/copy.h"

static const char quay[] = "Ferry sails\n\nBy Ann Poe\n\nThe ferry of the quay "
			   "sailed on time, Captain Jo Roe said.\n\nThe quay "
			   "was full of people who had come to see it.\n";

/* An archive, and a cache of its own. */
struct place {
	struct folder folder;
	char *archive, *cache, *shared;
	const char *path;
	struct image_request request;
};

static void place_make(struct place *p)
{
	folder_make(&p->folder);
	folder_add_folder(&p->folder, "news");
	folder_add_folder(&p->folder, "shared");
	folder_add(&p->folder, "news/a.txt", str_from_c(quay));
	p->archive = folder_path(&p->folder, "news");
	p->cache = folder_path(&p->folder, "cache");
	p->shared = folder_path(&p->folder, "shared");
	p->path = p->archive;
	p->request = (struct image_request){
		.paths = &p->path, .n = 1, .threads = 1
	};
	setenv("XDG_CACHE_HOME", p->cache, 1);
}

static void place_release(struct place *p)
{
	folder_remove(&p->folder);
	free(p->archive);
	free(p->cache);
	free(p->shared);
}

static void build(const struct image_request *r, bool is_current)
{
	struct image_report report;
	struct err e;

	assert_int_equal(image_build(r, &report, &e), IMAGE_USED);
	assert_int_equal(report.was_current, is_current);
	image_report_release(&report);
}

/* Whether the archive's store comes from an image. */
static bool is_mapped(const struct image_request *r)
{
	struct err e;
	struct store *s = image_load(r, &e);
	bool mapped = s->articles.mapped > 0;

	assert_int_equal(s->by_time.n, 1);
	store_free(s);
	return mapped;
}

static void current_images_are_used(void **state)
{
	struct place p;
	struct image_request anew;

	(void)state;
	place_make(&p);
	assert_false(is_mapped(&p.request));
	build(&p.request, false);
	assert_true(is_mapped(&p.request));
	build(&p.request, true);
	anew = p.request;
	anew.anew = true;
	assert_false(is_mapped(&anew));
	build(&anew, false);
	folder_add(&p.folder, "news/a.txt", STR("Ferry\n\nIt sank at noon.\n"));
	assert_false(is_mapped(&p.request));
	build(&p.request, false);
	assert_true(is_mapped(&p.request));
	place_release(&p);
}

static struct str source_of(const struct image_request *r)
{
	static char text[16];
	struct store *s;
	struct err e;
	struct str source;

	assert_int_equal(image_find(&s, r, &e), IMAGE_USED);
	assert_true(image_wait(s, &e));
	source = store_str(s, s->articles.v[0].source);
	if (source.n)
		memcpy(text, source.p, source.n);
	store_free(s);
	return str_of(text, source.n);
}

/* The same archive, as one of another source. */
static void keep_as(const struct image_request *r, struct str source)
{
	struct err e;
	struct store *s = store_load(r->paths, r->n, 1, &e);

	s->articles.v[0].source = store_put(s, source);
	assert_int_equal(image_keep(s, r, &e), IMAGE_USED);
	store_free(s);
}

static void the_last_image_comes_first(void **state)
{
	struct place p;
	struct image_request shared;

	(void)state;
	place_make(&p);
	keep_as(&p.request, STR("Own"));
	shared = p.request;
	shared.shared = p.shared;
	usleep(20000); /* the clock of files is coarse */
	build(&shared, false);
	assert_str(source_of(&shared), "");
	usleep(20000);
	keep_as(&shared, STR("Newer"));
	assert_str(source_of(&shared), "Newer");
	place_release(&p);
}

static void shared_images_are_used(void **state)
{
	struct place p;
	struct image_request shared;

	(void)state;
	place_make(&p);
	shared = p.request;
	shared.shared = p.shared;
	build(&shared, false);
	assert_false(is_mapped(&p.request));
	assert_true(is_mapped(&shared));
	/* Others could put something there: the user's own is used. */
	assert_int_equal(chmod(p.shared, 0777), 0);
	assert_false(is_mapped(&shared));
	build(&p.request, false);
	assert_true(is_mapped(&shared));
	place_release(&p);
}

/* What updates make of a store is an image for the reader, not for commands. */
static void kept_stores_are_found(void **state)
{
	struct place p;
	struct store *s, *found;
	struct err e;

	(void)state;
	place_make(&p);
	s = image_load(&p.request, &e);
	assert_int_equal(image_keep(s, &p.request, &e), IMAGE_USED);
	assert_int_equal(image_find(&found, &p.request, &e), IMAGE_USED);
	assert_true(image_wait(found, &e));
	assert_true(image_is_current(found, &p.request));
	store_free(found);
	s->added.articles = 1;
	assert_int_equal(image_keep(s, &p.request, &e), IMAGE_USED);
	assert_int_equal(image_find(&found, &p.request, &e), IMAGE_USED);
	assert_true(image_wait(found, &e));
	assert_false(image_is_current(found, &p.request));
	store_free(found);
	store_free(s);
	place_release(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(current_images_are_used),
		cmocka_unit_test(the_last_image_comes_first),
		cmocka_unit_test(shared_images_are_used),
		cmocka_unit_test(kept_stores_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
