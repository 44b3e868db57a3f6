/*
 * A growing byte buffer. `struct buf b = { 0 };` is an empty one. b.p is
 * NUL-ended after every call that adds (the NUL is not counted).
 */
#ifndef DATELINE_BASE_BUF_H
#define DATELINE_BASE_BUF_H

#include "dateline/base/str.h"

struct buf {
	char *p;
	size_t n, cap;
	size_t mapped; /* as of VEC_OF (mem.h) */
};

#define PRINTF_LIKE(f, a) __attribute__((format(printf, f, a)))

/* buf_reserve() where there is no room yet. */
char *buf_grow(struct buf *b, size_t n);

/* Room for n more bytes; the address where they go (not counted yet). */
static inline char *buf_reserve(struct buf *b, size_t n)
{
	return b->cap - b->n > n ? b->p + b->n : buf_grow(b, n);
}

void buf_add(struct buf *b, struct str s);

static inline void buf_add_c(struct buf *b, char c)
{
	char *p = buf_reserve(b, 1);

	p[0] = c;
	p[1] = '\0';
	b->n++;
}

void buf_add_f(struct buf *b, const char *format, ...) PRINTF_LIKE(2, 3);
/* One code point as UTF-8. */
void buf_add_cp(struct buf *b, uint32_t cp);
/* Empties it, keeping its memory. */
void buf_clear(struct buf *b);
void buf_release(struct buf *b);

/* What it holds; valid until the next call on b. */
static inline struct str buf_str(const struct buf *b)
{
	return (struct str){ b->p ? b->p : "", b->n };
}

#endif
