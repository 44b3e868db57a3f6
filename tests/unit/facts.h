/* A page of parts around one article, for the tests of the readers of facts. */
#ifndef DATELINE_TESTS_FACTS_H
#define DATELINE_TESTS_FACTS_H

#include "page.h"

/* Reads a page of these parts around one article. */
static inline struct got read_parts(const char *head, const char *top)
{
	struct buf page = { 0 };
	struct got got;

	buf_add_f(&page,
		"<html lang=\"en\"><head>%s</head><body>%s<div class=\"text\">"
		"<p>The council of Ostheim agreed on Monday to rebuild the "
		"old bridge, which has been closed since the flood.</p>"
		"<p>Work begins in June, the mayor said, and will take two "
		"years, unless the river rises again.</p></div></body></html>",
		head, top);
	got = got_html(buf_str(&page));
	buf_release(&page);
	assert_non_null(got.doc);
	return got;
}

static inline void assert_title(
	const char *head, const char *top, const char *want)
{
	struct got got = read_parts(head, top);

	assert_str(got.doc->title, want);
	arena_release(&got.arena);
}

/* `want`: the names with ", " between. */
static inline void assert_byline(
	const char *head, const char *top, const char *want)
{
	struct got got = read_parts(head, top);
	struct buf names = { 0 };

	for (size_t i = 0; i < got.doc->n_byline; i++) {
		buf_add(&names, i ? STR(", ") : STR(""));
		buf_add(&names, got.doc->byline[i]);
	}
	assert_str(buf_str(&names), want);
	buf_release(&names);
	arena_release(&got.arena);
}

#define LD(json) "<script type=\"application/ld+json\">" json "</script>"

#endif
