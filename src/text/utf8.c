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

bool utf8_valid(struct str s)
{
	return s.n == 0 || u8_check((const uint8_t *)s.p, s.n) == NULL;
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
