/*
 * Which part of a page is the article: what is certainly none is marked, each
 * block gets a value, and the element with the largest sum of values is the
 * container. Rules and figures: doc/saved-pages.md.
 */
#ifndef DATELINE_SRC_INPUT_HTML_SELECT_H
#define DATELINE_SRC_INPUT_HTML_SELECT_H

#include "input/html_page.h"

struct html_selection {
	/* By block; one more entry than blocks for the sums (of all before). */
	bool *dead; /* boilerplate by its element */
	int64_t *value, *gain; /* sums of values, of the positive ones */
	uint32_t *chars, *links; /* sums of code points, of those in links,
				    of what is not dead */
	uint32_t container; /* an element */
};

/* Arrays go to the arena. */
void html_select(const struct html_page *page, struct html_selection *s,
	struct arena *arena);

/* True when the block is mostly links (more than `percent` of its text). */
static inline bool html_is_linked(const struct html_block *b, unsigned percent)
{
	return (uint64_t)b->link_chars * 100 > (uint64_t)b->chars * percent;
}

/* Sentence-like: ends as a sentence does, or is long. */
bool html_is_sentence(struct str text);

#endif
