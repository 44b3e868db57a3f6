/* What a page's parts say of its article, for the tests of titles and authors.
 */
#ifndef DATELINE_TESTS_FACTS_H
#define DATELINE_TESTS_FACTS_H

#include "page.h"

static inline void assert_title(
	const char *head, const char *top, const char *want)
{
	struct got got = got_parts("en", head, top);

	assert_str(got.doc->title, want);
	arena_release(&got.arena);
}

/* `want`: the names with ", " between. */
static inline void assert_byline(
	const char *head, const char *top, const char *want)
{
	struct got got = got_parts("en", head, top);
	struct buf names = { 0 };

	for (size_t i = 0; i < got.doc->n_byline; i++) {
		buf_add(&names, i ? STR(", ") : STR(""));
		buf_add(&names, got.doc->byline[i]);
	}
	assert_str(buf_str(&names), want);
	buf_release(&names);
	arena_release(&got.arena);
}

#endif
