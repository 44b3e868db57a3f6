#include "dateline/base/buf.h"

#include "dateline/base/mem.h"

#include <stdarg.h>

char *buf_grow(struct buf *b, size_t n)
{
	size_t want = b->n + n + 1, cap = b->cap + b->cap / 2;

	b->cap = want > cap ? want : cap;
	if (b->cap < 64)
		b->cap = 64;
	b->p = mem_resize(b->p, &b->mapped, b->n, b->cap);
	return b->p + b->n;
}

void buf_add(struct buf *b, struct str s)
{
	char *to = buf_reserve(b, s.n);

	if (s.n)
		memcpy(to, s.p, s.n);
	b->n += s.n;
	b->p[b->n] = '\0';
}

/* Most of what is formatted is this short: it is done once, not first to learn
 * how long it is. */
#define SHORT 32

void buf_add_f(struct buf *b, const char *format, ...)
{
	char *to = buf_reserve(b, SHORT);
	va_list ap;
	int n;

	va_start(ap, format);
	n = vsnprintf(to, SHORT, format, ap);
	va_end(ap);
	if (n >= SHORT) {
		to = buf_reserve(b, (size_t)n);
		va_start(ap, format);
		vsnprintf(to, (size_t)n + 1, format, ap);
		va_end(ap);
	}
	if (n > 0)
		b->n += (size_t)n;
	b->p[b->n] = '\0';
}

void buf_add_cp(struct buf *b, uint32_t cp)
{
	char *p = buf_reserve(b, 4);
	size_t n = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	static const uint8_t lead[] = { 0, 0, 0xC0, 0xE0, 0xF0 };

	for (size_t i = n; i-- > 1; cp >>= 6)
		p[i] = (char)(0x80 | (cp & 0x3F));
	p[0] = (char)(lead[n] | cp);
	b->n += n;
	b->p[b->n] = '\0';
}

void buf_clear(struct buf *b)
{
	b->n = 0;
	if (b->p)
		b->p[0] = '\0';
}

void buf_release(struct buf *b)
{
	mem_free(b->p, b->mapped);
	*b = (struct buf){ 0 };
}
