#include "dateline/text/utf8.h"

#include <unistr.h>

/* How many of p's n bytes could have become a code point; at least 1. */
static size_t maximal_subpart(const uint8_t *p, size_t n)
{
	ucs4_t c;

	for (size_t k = n < 3 ? n : 3; k > 1; k--)
		if (u8_mbtoucr(&c, p, k) == -2)
			return k;
	return 1;
}

size_t utf8_decode(struct str s, size_t at, uint32_t *cp)
{
	const uint8_t *p = (const uint8_t *)s.p + at;
	ucs4_t c;
	int n;

	if (*p < 0x80) {
		*cp = *p;
		return 1;
	}
	n = u8_mbtoucr(&c, p, s.n - at);
	if (n > 0) {
		*cp = c;
		return (size_t)n;
	}
	*cp = UTF8_BAD;
	return maximal_subpart(p, s.n - at);
}

size_t utf8_prev(struct str s, size_t at)
{
	do
		at--;
	while (at > 0 && !utf8_is_boundary(s, at));
	return at;
}

/* How far s is ASCII from `at` on, eight bytes at a time. */
static size_t ascii_end(struct str s, size_t at)
{
	uint64_t word;

	for (; at + sizeof word <= s.n; at += sizeof word) {
		memcpy(&word, s.p + at, sizeof word);
		if (word & UINT64_C(0x8080808080808080))
			break;
	}
	while (at < s.n && (uint8_t)s.p[at] < 0x80)
		at++;
	return at;
}

bool utf8_valid(struct str s)
{
	for (size_t i = ascii_end(s, 0); i < s.n; i = ascii_end(s, i)) {
		ucs4_t c;
		int n = u8_mbtoucr(&c, (const uint8_t *)s.p + i, s.n - i);

		if (n < 0)
			return false;
		i += (size_t)n;
	}
	return true;
}

size_t utf8_count(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((uint8_t)s.p[i] & 0xC0) != 0x80;
	return n;
}

struct str utf8_cut(struct str s, size_t n)
{
	if (s.n <= n)
		return s;
	while (n > 0 && !utf8_is_boundary(s, n))
		n--;
	return str_of(s.p, n);
}
