#include "dateline/text/sanitize.h"

#include "dateline/base/ascii.h"
#include "dateline/text/utf8.h"

#include <stdarg.h>
#include <unictype.h>
#include <uninorm.h>

/* As many as ncurses 6.4 keeps in a cell after the base (CCHARW_MAX 5). */
#define MAX_MARKS 4
#define ZWNJ 0x200C
#define ZWJ 0x200D

/* Closed ranges, ascending. */
static const uint32_t forbidden[][2] = {
	{ 0x00, 0x1F }, /* C0 */
	{ 0x7F, 0x9F }, /* DEL, C1 */
	{ 0x034F, 0x034F }, /* combining grapheme joiner */
	{ 0x061C, 0x061C }, /* Arabic letter mark (bidi) */
	{ 0x115F, 0x1160 }, /* Hangul fillers */
	{ 0x17B4, 0x17B5 }, /* Khmer inherent vowels */
	{ 0x180B, 0x180F }, /* Mongolian selectors, separator */
	{ 0x200B, 0x200B }, /* zero width space */
	{ 0x200E, 0x200F }, /* LRM, RLM */
	{ 0x2028, 0x202E }, /* LS, PS, embeddings, overrides */
	{ 0x2060, 0x206F }, /* word joiner, isolates, deprecated */
	{ 0x3164, 0x3164 }, /* Hangul filler */
	{ 0xD800, 0xDFFF }, /* surrogates */
	{ 0xFDD0, 0xFDEF }, /* non-characters */
	{ 0xFEFF, 0xFEFF }, /* BOM */
	{ 0xFFA0, 0xFFA0 }, /* halfwidth Hangul filler */
	{ 0xFFF0, 0xFFFB }, /* unassigned, interlinear annotation */
	{ 0xFFFE, 0xFFFF },
	{ 0x1BCA0, 0x1BCA3 }, /* shorthand format controls */
	{ 0x1D173, 0x1D17A }, /* musical format controls */
	{ 0xE0000, 0xE0FFF }, /* tags, variation supplement */
};

bool text_is_forbidden(uint32_t cp)
{
	size_t lo = 0, hi = sizeof forbidden / sizeof *forbidden;

	if (cp >= 0x20 && cp < 0x7F)
		return false;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (cp > forbidden[mid][1])
			lo = mid + 1;
		else if (cp < forbidden[mid][0])
			hi = mid;
		else
			return true;
	}
	return cp > 0x10FFFF || (cp & 0xFFFE) == 0xFFFE;
}

static bool is_line_end(uint32_t cp)
{
	return (cp >= 0x0A && cp <= 0x0D) || cp == 0x85 || cp == 0x2028 ||
		cp == 0x2029;
}

static bool is_blank(uint32_t cp)
{
	return cp == '\t' || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) ||
		cp == 0x205F || cp == 0x3000;
}

/* A gate's memory of what went before. */
struct gate {
	struct buf *out;
	enum sanitize how;
	size_t start; /* of this call's text in out */
	unsigned marks; /* combining marks since the last base */
	bool unsure; /* a code point was seen that NFC may change */
	uint32_t last; /* the code point before, '\n' at the start */
};

static void gate_space(struct gate *g, uint32_t cp)
{
	bool at_start = g->out->n == g->start;

	if (g->how == SANITIZE_LINE) {
		if (at_start || g->last == ' ')
			return;
		cp = ' ';
	}
	buf_add_cp(g->out, cp);
	g->last = cp;
	g->marks = 0;
}

/* Joiners mean something only between letters that need them. */
static bool is_idle_joiner(const struct gate *g, uint32_t cp)
{
	return (cp == ZWJ || cp == ZWNJ || (cp >= 0xFE00 && cp <= 0xFE0F)) &&
		(g->last < 0x80 || g->last == cp) &&
		!(cp == 0xFE0F && g->last > 0x20 && g->last < 0x7F);
}

static bool is_mark(uint32_t cp)
{
	return cp >= 0x300 && uc_combining_class(cp) != 0;
}

/* Ranges without marks and without anything that NFC composes or replaces. */
static bool is_surely_nfc(uint32_t cp)
{
	return cp < 0x300 || (cp >= 0x400 && cp < 0x590) ||
		(cp >= 0x2002 && cp < 0x2126) || (cp >= 0x3000 && cp < 0xA000 &&
		cp != 0x3099 && cp != 0x309A) ||
		(cp >= 0xAC00 && cp <= 0xD7A3) ||
		(cp >= 0x1F000 && cp < 0x1FB00);
}

static void gate_drop(struct gate *g)
{
	if (g->how == SANITIZE_SAME_LENGTH)
		buf_add_cp(g->out, 0xFFFD);
}

static void gate_add(struct gate *g, uint32_t cp)
{
	if (is_line_end(cp)) {
		if (g->how == SANITIZE_SAME_LENGTH && cp == '\r')
			cp = ' ';
		gate_space(g, cp == ' ' ? ' ' : '\n');
		return;
	}
	if (cp == ' ' || is_blank(cp)) {
		gate_space(g, ' ');
		return;
	}
	if (cp == UTF8_BAD)
		cp = 0xFFFD;
	if (cp >= 0x7F) {
		if (text_is_forbidden(cp) || is_idle_joiner(g, cp) ||
			(is_mark(cp) && ++g->marks > MAX_MARKS)) {
			gate_drop(g);
			return;
		}
		if (!is_mark(cp) && cp != ZWJ && cp != ZWNJ)
			g->marks = 0;
		g->unsure |= !is_surely_nfc(cp);
	} else if (cp < 0x20) {
		gate_drop(g);
		return;
	} else {
		g->marks = 0;
	}
	buf_add_cp(g->out, cp);
	g->last = cp;
}

/* True when s is plain ASCII text that the gate passes unchanged. */
static size_t plain_prefix(struct str s, size_t at)
{
	while (at < s.n && (uint8_t)s.p[at] > 0x20 && (uint8_t)s.p[at] < 0x7F)
		at++;
	return at;
}

static void gate_run(struct gate *g, struct str in)
{
	for (size_t i = 0; i < in.n;) {
		size_t plain = plain_prefix(in, i);
		uint32_t cp;

		if (plain > i) {
			buf_add(g->out, str_slice(in, i, plain));
			g->last = (uint8_t)in.p[plain - 1];
			g->marks = 0;
			i = plain;
			continue;
		}
		i += utf8_decode(in, i, &cp);
		if (cp == '\r' && i < in.n && in.p[i] == '\n' &&
			g->how != SANITIZE_SAME_LENGTH)
			continue;
		gate_add(g, cp);
	}
}

/* Normalises out[start..] to NFC in place (UAX #15). */
static void normalize(struct buf *out, size_t start)
{
	size_t n = 0;
	uint8_t *nfc = u8_normalize(UNINORM_NFC,
		(const uint8_t *)out->p + start, out->n - start, NULL, &n);

	if (!nfc)
		return;
	out->n = start;
	buf_add(out, str_of((const char *)nfc, n));
	free(nfc);
}

void text_sanitize(struct buf *out, struct str in, enum sanitize how)
{
	struct gate g = { out, how, out->n, 0, false, '\n' };

	gate_run(&g, in);
	if (how == SANITIZE_LINE && out->n > g.start && g.last == ' ') {
		out->n--;
		out->p[out->n] = '\0';
	}
	if (how != SANITIZE_SAME_LENGTH && g.unsure)
		normalize(out, g.start);
}

struct str text_clean(struct arena *a, struct str in, enum sanitize how)
{
	struct buf b = { 0 };
	struct str s;

	if (!in.p)
		return in;
	text_sanitize(&b, in, how);
	s = arena_dup(a, buf_str(&b));
	buf_release(&b);
	return s;
}

struct str text_clean_path(struct arena *a, struct str path)
{
	struct buf b = { 0 };
	struct str s;

	for (size_t i = 0; i < path.n;) {
		uint32_t cp;
		size_t n = utf8_decode(path, i, &cp);

		if (cp == UTF8_BAD || text_is_forbidden(cp))
			for (size_t k = 0; k < n; k++)
				buf_add_f(&b, "\\x%02X",
					(unsigned)(uint8_t)path.p[i + k]);
		else
			buf_add(&b, str_slice(path, i, i + n));
		i += n;
	}
	s = arena_dup(a, buf_str(&b));
	buf_release(&b);
	return s;
}

void safe_fputs(struct str s, FILE *f)
{
	for (size_t i = 0; i < s.n;) {
		uint32_t cp;
		size_t n = utf8_decode(s, i, &cp);

		if (cp == UTF8_BAD ||
			(cp != '\n' && cp != '\t' && text_is_forbidden(cp)))
			fputs("\xEF\xBF\xBD", f);
		else
			fwrite(s.p + i, 1, n, f);
		i += n;
	}
}

void safe_printf(FILE *f, const char *format, ...)
{
	struct buf b = { 0 };
	va_list ap;
	int n;

	va_start(ap, format);
	n = vsnprintf(NULL, 0, format, ap);
	va_end(ap);
	if (n >= 0) {
		va_start(ap, format);
		vsnprintf(buf_reserve(&b, (size_t)n), (size_t)n + 1, format,
			ap);
		va_end(ap);
		b.n = (size_t)n;
		safe_fputs(buf_str(&b), f);
	}
	buf_release(&b);
}
