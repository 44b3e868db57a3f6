/*
 * Slices of bytes. A slice never owns what it points to and is not NUL-ended;
 * its text is UTF-8 unless a comment says otherwise. An absent string is
 * STR_NONE (p == NULL); an empty one has p != NULL and n == 0.
 */
#ifndef DATELINE_BASE_STR_H
#define DATELINE_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *p;
	size_t n;
};

#define STR(lit) ((struct str){ "" lit, sizeof(lit) - 1 })
#define STR_NONE ((struct str){ NULL, 0 })
/* For printf's "%.*s". */
#define STR_ARG(s) (int)(s).n, (s).n ? (s).p : ""
/* str_find and str_chr: not found. */
#define STR_NPOS ((size_t)-1)

/* A half-open range of bytes in a text. */
struct range {
	uint32_t start, end;
};

static inline struct str str_of(const char *p, size_t n)
{
	return (struct str){ p, n };
}

/* The slice of a NUL-ended string; NULL gives STR_NONE. */
static inline struct str str_from_c(const char *c)
{
	return c ? (struct str){ c, strlen(c) } : STR_NONE;
}

/* Bytes [start, end) of s; both are cut to s. */
static inline struct str str_slice(struct str s, size_t start, size_t end)
{
	if (end > s.n)
		end = s.n;
	if (start > end)
		start = end;
	return str_of(start ? s.p + start : s.p, end - start);
}

static inline struct str str_range(struct str s, struct range r)
{
	return str_slice(s, r.start, r.end);
}

/* Order of bytes, shorter first on a common prefix: <0, 0, >0. */
int str_cmp(struct str a, struct str b);
static inline bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && str_eq(str_slice(s, 0, prefix.n), prefix);
}

static inline bool str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n &&
	       str_eq(str_slice(s, s.n - suffix.n, s.n), suffix);
}

/* The same with ASCII letters folded. */
bool str_eq_nocase(struct str a, struct str b);
bool str_starts_nocase(struct str s, struct str prefix);
bool str_ends_nocase(struct str s, struct str suffix);

/* Offset of the first needle or byte at or after `from`; STR_NPOS when none. */
size_t str_find(struct str s, struct str needle, size_t from);
size_t str_find_nocase(struct str s, struct str needle, size_t from);
size_t str_chr(struct str s, char c, size_t from);

/* Without ASCII white space at both ends. */
struct str str_trim(struct str s);

/*
 * Cuts the next piece off *rest, up to the byte `sep` (not kept) or the end.
 * False when *rest is spent. An empty *rest gives no piece.
 */
bool str_split(struct str *rest, char sep, struct str *piece);

/* Decimal digits only, the whole slice, at most UINT32_MAX; false otherwise. */
bool str_to_u32(struct str s, uint32_t *out);
/* The same of 1 to 16 hexadecimal digits, of both cases. */
bool str_to_hex(struct str s, uint64_t *out);

/*
 * FNV-1a, 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv). str_hash_on() goes on
 * from the hash of what stands before s: STR_HASH_START for nothing.
 */
#define STR_HASH_START UINT64_C(0xcbf29ce484222325)

static inline uint64_t str_hash_byte(uint64_t hash, char c)
{
	return (hash ^ (uint8_t)c) * UINT64_C(0x100000001b3);
}

static inline uint64_t str_hash_on(uint64_t hash, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		hash = str_hash_byte(hash, s.p[i]);
	return hash;
}

uint64_t str_hash(struct str s);

#endif
