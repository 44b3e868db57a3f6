/* Parts of which the tests of saved pages make theirs. All is invented. */
#ifndef DATELINE_TESTS_HTML_PARTS_H
#define DATELINE_TESTS_HTML_PARTS_H

#include "page.h"

#define P1 \
	"<p>The council of Ostheim agreed on Monday to rebuild the old " \
	"bridge, which has been closed since the flood, and to pay for it " \
	"from the harbour fund.</p>"
#define P2 \
	"<p>Work begins in June, the mayor said, and will take two years, " \
	"unless the river rises again before the piers are set.</p>"
#define P3 \
	"<p>Two firms from the north have offered to build it, one of them " \
	"in steel, the other in wood and stone, both for less than feared.</p>"
#define HEAD(title) "<!doctype html><html lang=\"en\"><head><title>" title
#define BODY "</title></head><body>"

static inline struct got read_page(const char *page)
{
	return got_html(str_from_c(page));
}

static inline struct str block(const struct got *got, size_t i)
{
	assert_true(i < got->doc->n_blocks);
	return str_slice(got->doc->text, got->doc->blocks[i].start,
		got->doc->blocks[i].end);
}

#endif
