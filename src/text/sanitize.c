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

bool text_is_lasting(uint32_t cp)
{
	if (cp < 0x80)
		return cp > ' ' && cp != 0x7F;
	return !text_is_forbidden(cp) && !uc_is_property_white_space(cp) &&
	       !uc_is_general_category(cp, UC_CATEGORY_M) &&
	       !uc_is_general_category(cp, UC_CATEGORY_Cf);
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

static void gate_add(struct gate *g, uint32_t cp);

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

static bool is_joiner(uint32_t cp)
{
	return cp == ZWJ || cp == ZWNJ;
}

static bool is_selector(uint32_t cp)
{
	return cp >= 0xFE00 && cp <= 0xFE0F;
}

/* Joiners and selectors mean something only after what they act on: not after
 * ASCII (but keycaps, "1\uFE0F"), nor after one another. */
static bool is_idle(const struct gate *g, uint32_t cp)
{
	if (!is_joiner(cp) && !is_selector(cp))
		return false;
	if (g->last < 0x80)
		return cp != 0xFE0F || g->last <= 0x20;
	return is_joiner(g->last) || (is_selector(g->last) && is_selector(cp));
}

/* Ranges without marks and without anything that NFC composes or replaces. */
static bool is_surely_nfc(uint32_t cp)
{
	return cp < 0x300 || (cp >= 0x400 && cp < 0x483) ||
	       (cp >= 0x48A && cp < 0x590) || (cp >= 0x2002 && cp < 0x20D0) ||
	       (cp >= 0x3001 && cp < 0x302A) || (cp >= 0x309B && cp < 0xA000) ||
	       (cp >= 0xAC00 && cp <= 0xD7A3) ||
	       (cp >= 0x1F000 && cp < 0x1FB00);
}

/* Of any combining class: marks of class 0 pile up just as well. */
static bool is_mark(uint32_t cp)
{
	return !is_surely_nfc(cp) &&
	       uc_is_general_category_withtable(
		       cp, UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Me);
}

static void gate_drop(struct gate *g)
{
	if (g->how == SANITIZE_SAME_LENGTH)
		buf_add_cp(g->out, 0xFFFD);
}

/* One code point at or above U+007F. */
static void gate_wide(struct gate *g, uint32_t cp)
{
	bool mark = is_mark(cp);

	if (text_is_forbidden(cp) || is_idle(g, cp) ||
		(mark && ++g->marks > MAX_MARKS)) {
		gate_drop(g);
		return;
	}
	if (!mark && !is_joiner(cp))
		g->marks = 0;
	g->unsure |= !is_surely_nfc(cp);
	buf_add_cp(g->out, cp);
	g->last = cp;
}

/*
 * The same, taken apart first where NFC would (U+0344, U+212A …), so that what
 * is checked is what will stand in the text.
 */
static void gate_apart(struct gate *g, uint32_t cp)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	int n = 0;

	if (!is_surely_nfc(cp) && g->how != SANITIZE_SAME_LENGTH)
		n = uc_canonical_decomposition(cp, parts);
	if (n <= 0 || (n == 2 && uc_composition(parts[0], parts[1]) == cp)) {
		gate_wide(g, cp);
		return;
	}
	for (int i = 0; i < n; i++)
		gate_add(g, parts[i]);
}

static void gate_add(struct gate *g, uint32_t cp)
{
	if (is_line_end(cp)) {
		bool cr = g->how == SANITIZE_SAME_LENGTH && cp == '\r';

		gate_space(g, cr ? ' ' : '\n');
	} else if (cp == ' ' || is_blank(cp)) {
		gate_space(g, ' ');
	} else if (cp == UTF8_BAD) {
		gate_wide(g, 0xFFFD);
	} else if (cp >= 0x7F) {
		gate_apart(g, cp);
	} else if (cp < 0x20) {
		gate_drop(g);
	} else {
		buf_add_c(g->out, (char)cp);
		g->last = cp;
		g->marks = 0;
	}
}

/* The end of the printing ASCII from `at` on, which the gate passes as it is.
 */
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
		vsnprintf(
			buf_reserve(&b, (size_t)n), (size_t)n + 1, format, ap);
		va_end(ap);
		b.n = (size_t)n;
		safe_fputs(buf_str(&b), f);
	}
	buf_release(&b);
}
