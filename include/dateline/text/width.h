/*
 * Columns on a terminal. A cluster (a user-perceived character, UAX #29) is
 * the unit: it is never split, and takes 0, 1 or 2 columns. Widths are those
 * of libunistring's uc_width for UTF-8; an emoji presentation (U+FE0F, ZWJ
 * sequence, flag pair) takes 2.
 */
#ifndef DATELINE_TEXT_WIDTH_H
#define DATELINE_TEXT_WIDTH_H

#include "dateline/base/str.h"

/* The end of the cluster that starts at byte `at` < s.n; its columns. */
size_t text_cluster(struct str s, size_t at, int *columns);
/* How many bytes from `at` on, at most `max`, are printable ASCII that nothing
 * joins: each a cluster of one column. Most of all text is, and needs not be
 * asked about one by one. */
size_t text_plain_run(struct str s, size_t at, size_t max);
/* Whether s starts with a character of ambiguous width (UAX #11): one column,
 * but two on terminals set up for Chinese, Japanese or Korean. */
bool text_is_ambiguous(struct str s);
/* Columns of the whole of s. */
int text_width(struct str s);
/*
 * The longest start of s, in whole clusters, that fits `columns`; *used, when
 * not NULL, gets the columns it takes.
 */
struct str text_fit(struct str s, int columns, int *used);

#endif
