/* Reads one page and keeps its article, for the tests of the page readers. */
#ifndef DATELINE_TESTS_PAGE_H
#define DATELINE_TESTS_PAGE_H

#include "unit.h"

#include "input/readers.h"

struct got {
	struct arena arena;
	struct doc *doc; /* the last article; in the arena */
	size_t articles, skipped;
};

static inline void got_article(void *ctx, struct doc *d)
{
	struct got *got = ctx;

	got->doc = d;
	got->articles++;
}

static inline void got_skip(void *ctx, struct str where, struct str why)
{
	struct got *got = ctx;

	(void)where, (void)why;
	got->skipped++;
}

/* A saved page. The caller releases the result. */
static inline struct got got_html(struct str page)
{
	struct got got = { 0 };
	struct input_sink sink = { &got, got_article, got_skip };
	struct input in = {
		.id = STR("a.html"), .path = STR("x/a.html"), .bytes = page
	};

	read_html(&in, &got.arena, &sink);
	return got;
}

/* JSON-LD for a page's head. */
#define LD(json) "<script type=\"application/ld+json\">" json "</script>"

/* A page in `lang` with these parts around one article. The caller releases the
 * result. */
static inline struct got got_parts(
	const char *lang, const char *head, const char *top)
{
	struct buf page = { 0 };
	struct got got;

	buf_add_f(&page,
		"<html lang=\"%s\"><head>%s</head><body>%s<div class=\"text\">"
		"<p>The council of Ostheim agreed on Monday to rebuild the "
		"old bridge, which has been closed since the flood.</p>"
		"<p>Work begins in June, the mayor said, and will take two "
		"years, unless the river rises again.</p></div></body></html>",
		lang, head, top);
	got = got_html(buf_str(&page));
	buf_release(&page);
	assert_non_null(got.doc);
	return got;
}

/* A page dump. The caller releases the result. */
static inline struct got got_plain(struct str text)
{
	struct got got = { 0 };
	struct input_sink sink = { &got, got_article, got_skip };
	struct input in = {
		.id = STR("a.txt"), .path = STR("x/a.txt"), .bytes = text
	};

	read_plain(&in, &got.arena, &sink);
	return got;
}

static inline void got_release(struct got *got)
{
	arena_release(&got->arena);
}

static inline bool got_says(const struct got *got, const char *what)
{
	return str_find(got->doc->text, str_from_c(what), 0) != STR_NPOS;
}

#endif
