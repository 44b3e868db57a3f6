/* Attributes of a tag, as the HTML standard splits them (13.2.5.32 …). */
#ifndef DATELINE_SRC_INPUT_HTML_ATTR_H
#define DATELINE_SRC_INPUT_HTML_ATTR_H

#include "dateline/base/str.h"

struct html_attr {
	struct str name, value; /* as written, references not read */
};

/* Where a scan stands, and which quotation marks are known not to come again:
 * a search for a missing one is made once a page, so all stays linear. */
struct html_scan {
	struct str in;
	size_t at;
	bool no_double, no_single;
};

/* The byte at `at`, NUL behind the end. */
static inline char html_byte(struct str s, size_t at)
{
	if (at < s.n)
		return s.p[at];
	return '\0';
}

/*
 * Reads the next attribute of the tag the scan stands in. False at the tag's
 * ">" (passed) or the end of the input.
 */
bool html_attr_next(struct html_scan *s, struct html_attr *a);

#endif
