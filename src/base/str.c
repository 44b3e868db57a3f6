#include "dateline/base/str.h"

#include "dateline/base/ascii.h"

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

bool str_eq_nocase(struct str a, struct str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (ascii_lower(a.p[i]) != ascii_lower(b.p[i]))
			return false;
	return true;
}

bool str_starts_nocase(struct str s, struct str prefix)
{
	return s.n >= prefix.n &&
	       str_eq_nocase(str_slice(s, 0, prefix.n), prefix);
}

bool str_ends_nocase(struct str s, struct str suffix)
{
	return s.n >= suffix.n &&
	       str_eq_nocase(str_slice(s, s.n - suffix.n, s.n), suffix);
}

/* By the first byte: faster than memmem(3) where that one is rare. */
#define SHORT_NEEDLE 4

static size_t find_short(struct str s, struct str needle, size_t from)
{
	for (size_t at = from; (at = str_chr(s, needle.p[0], at)) != STR_NPOS;
		at++)
		if (str_starts(str_slice(s, at, s.n), needle))
			return at;
	return STR_NPOS;
}

size_t str_find(struct str s, struct str needle, size_t from)
{
	const char *hit;

	if (from > s.n || !s.p)
		return STR_NPOS;
	if (needle.n == 0)
		return from;
	if (needle.n <= SHORT_NEEDLE)
		return find_short(s, needle, from);
	hit = memmem(s.p + from, s.n - from, needle.p, needle.n);
	return hit ? (size_t)(hit - s.p) : STR_NPOS;
}

size_t str_find_nocase(struct str s, struct str needle, size_t from)
{
	if (needle.n == 0)
		return from <= s.n ? from : STR_NPOS;
	for (size_t i = from; i + needle.n <= s.n; i++)
		if (ascii_lower(s.p[i]) == ascii_lower(needle.p[0]) &&
			str_eq_nocase(str_of(s.p + i, needle.n), needle))
			return i;
	return STR_NPOS;
}

size_t str_chr(struct str s, char c, size_t from)
{
	const char *hit;

	if (from >= s.n)
		return STR_NPOS;
	hit = memchr(s.p + from, c, s.n - from);
	return hit ? (size_t)(hit - s.p) : STR_NPOS;
}

struct str str_trim(struct str s)
{
	while (s.n && ascii_is_space(s.p[0]))
		s = str_of(s.p + 1, s.n - 1);
	while (s.n && ascii_is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

bool str_split(struct str *rest, char sep, struct str *piece)
{
	size_t at;

	if (rest->n == 0)
		return false;
	at = str_chr(*rest, sep, 0);
	if (at == STR_NPOS)
		at = rest->n;
	*piece = str_slice(*rest, 0, at);
	*rest = str_slice(*rest, at + 1, rest->n);
	return true;
}

bool str_to_u32(struct str s, uint32_t *out)
{
	uint64_t v = 0;

	if (s.n == 0 || s.n > 10)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (!ascii_is_digit(s.p[i]))
			return false;
		v = v * 10 + (uint64_t)(s.p[i] - '0');
	}
	if (v > UINT32_MAX)
		return false;
	*out = (uint32_t)v;
	return true;
}

bool str_to_hex(struct str s, uint64_t *out)
{
	uint64_t v = 0;

	if (s.n == 0 || s.n > 16)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		int digit = ascii_hex(s.p[i]);

		if (digit < 0)
			return false;
		v = v << 4 | (uint64_t)digit;
	}
	*out = v;
	return true;
}

uint64_t str_hash(struct str s)
{
	return str_hash_on(STR_HASH_START, s);
}
