/* UTF-8 (RFC 3629), strictly: no overlong forms, surrogates or > U+10FFFF. */
#ifndef DATELINE_TEXT_UTF8_H
#define DATELINE_TEXT_UTF8_H

#include "dateline/base/str.h"

/* Given for bytes that are not UTF-8. */
#define UTF8_BAD 0xFFFFFFFFu

/*
 * Decodes the code point at byte `at` (at < s.n) and gives its length in
 * bytes. Bad input gives UTF8_BAD and the length of the maximal subpart to
 * replace by one U+FFFD (Unicode 15, 3.9, "U+FFFD Substitution").
 */
size_t utf8_decode(struct str s, size_t at, uint32_t *cp);
/* The start of the code point before byte `at` (at > 0) of valid UTF-8. */
size_t utf8_prev(struct str s, size_t at);
bool utf8_valid(struct str s);
/* Number of code points in valid UTF-8. */
size_t utf8_count(struct str s);
/* s cut to at most n bytes, at a code point's border. */
struct str utf8_cut(struct str s, size_t n);

static inline bool utf8_is_boundary(struct str s, size_t at)
{
	return at >= s.n || ((uint8_t)s.p[at] & 0xC0) != 0x80;
}

#endif
