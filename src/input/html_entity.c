#include "input/html_entity.h"

#include "dateline/base/ascii.h"
#include "dateline/text/charset.h"

#include <libxml/HTMLparser.h>

/* Names new in HTML 5 that news pages use, in the order of bytes. */
static const struct {
	struct str name;
	uint32_t cp;
} entities[] = {
#define E(name, cp) { { #name, sizeof #name - 1 }, cp },
	// clang-format off
	E(Abreve, 0x102) E(Amacr, 0x100) E(Aogon, 0x104) E(Cacute, 0x106)
	E(Ccaron, 0x10C) E(Dcaron, 0x10E) E(Dstrok, 0x110) E(Ecaron, 0x11A)
	E(Emacr, 0x112) E(Eogon, 0x118) E(Gbreve, 0x11E) E(Idot, 0x130)
	E(Imacr, 0x12A) E(Lcaron, 0x13D) E(Lstrok, 0x141) E(Nacute, 0x143)
	E(Ncaron, 0x147) E(NewLine, 0x0A) E(NonBreakingSpace, 0xA0)
	E(Odblac, 0x150) E(Omacr, 0x14C) E(Rcaron, 0x158) E(Sacute, 0x15A)
	E(Scedil, 0x15E) E(Tab, 0x09) E(Tcaron, 0x164) E(Udblac, 0x170)
	E(Umacr, 0x16A) E(Uring, 0x16E) E(Zacute, 0x179) E(Zcaron, 0x17D)
	E(Zdot, 0x17B) E(abreve, 0x103) E(amacr, 0x101) E(aogon, 0x105)
	E(ast, 0x2A) E(bsol, 0x5C) E(cacute, 0x107) E(ccaron, 0x10D)
	E(check, 0x2713) E(colon, 0x3A) E(comma, 0x2C) E(commat, 0x40)
	E(dash, 0x2010) E(dcaron, 0x10F) E(dollar, 0x24) E(dstrok, 0x111)
	E(ecaron, 0x11B) E(emacr, 0x113) E(eogon, 0x119) E(equals, 0x3D)
	E(excl, 0x21) E(gbreve, 0x11F) E(grave, 0x60) E(hairsp, 0x200A)
	E(half, 0xBD) E(horbar, 0x2015) E(hyphen, 0x2010) E(imacr, 0x12B)
	E(inodot, 0x131) E(lbrace, 0x7B) E(lbrack, 0x5B) E(lcaron, 0x13E)
	E(lcub, 0x7B) E(ldquor, 0x201E) E(lowbar, 0x5F) E(lpar, 0x28)
	E(lsqb, 0x5B) E(lsquor, 0x201A) E(lstrok, 0x142) E(mldr, 0x2026)
	E(nacute, 0x144) E(ncaron, 0x148) E(num, 0x23) E(numsp, 0x2007)
	E(odblac, 0x151) E(omacr, 0x14D) E(percnt, 0x25) E(period, 0x2E)
	E(phone, 0x260E) E(plus, 0x2B) E(puncsp, 0x2008) E(quest, 0x3F)
	E(rbrace, 0x7D) E(rbrack, 0x5D) E(rcaron, 0x159) E(rcub, 0x7D)
	E(rdquor, 0x201D) E(rpar, 0x29) E(rsqb, 0x5D) E(rsquor, 0x2019)
	E(sacute, 0x15B) E(scedil, 0x15F) E(semi, 0x3B) E(sol, 0x2F)
	E(star, 0x2606) E(tcaron, 0x165) E(udblac, 0x171) E(umacr, 0x16B)
	E(uring, 0x16F) E(verbar, 0x7C) E(vert, 0x7C) E(zacute, 0x17A)
	E(zcaron, 0x17E) E(zdot, 0x17C)
// clang-format on
#undef E
};

#define LONGEST_NAME 16 /* NonBreakingSpace */

static uint32_t entity_find(struct str name)
{
	size_t lo = 0, hi = sizeof entities / sizeof *entities;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		int c = str_cmp(name, entities[mid].name);

		if (c == 0)
			return entities[mid].cp;
		if (c < 0)
			hi = mid;
		else
			lo = mid + 1;
	}
	return 0;
}

static int digit_of(char c, bool hex)
{
	int digit = ascii_hex(c);

	return hex || digit < 10 ? digit : -1;
}

/* Reads "#128" or "#x80" at p; the number, and its length in *n. */
static uint32_t read_number(struct str s, size_t *n)
{
	bool hex = s.n > 1 && ascii_lower(s.p[1]) == 'x';
	uint32_t v = 0;

	for (*n = hex ? 2 : 1; *n < s.n && digit_of(s.p[*n], hex) >= 0; ++*n)
		if (v < 0x110000)
			v = v * (hex ? 16 : 10) +
			    (uint32_t)digit_of(s.p[*n], hex);
	return v;
}

/* "#128": what it should be, or 0. */
static uint32_t mend_number(struct str s, size_t *n)
{
	uint32_t v = read_number(s, n);

	if (*n < 2 || (*n == 2 && ascii_lower(s.p[1]) == 'x'))
		return 0;
	if (v == 0 || v > 0x10FFFF)
		return 0xFFFD;
	return v >= 0x80 && v < 0xA0 ? charset_windows_1252((uint8_t)v) : 0;
}

/* What the reference at s (behind its "&") should be, or 0: leave it. */
static uint32_t mend_reference(struct str s, size_t *n)
{
	*n = 0;
	if (s.n && s.p[0] == '#')
		return mend_number(s, n);
	while (*n < s.n && *n <= LONGEST_NAME && ascii_is_alpha(s.p[*n]))
		++*n;
	if (*n >= s.n || s.p[*n] != ';')
		return 0;
	return entity_find(str_slice(s, 0, *n));
}

/* Without the NUL bytes. */
static void copy_text(struct buf *out, struct str s)
{
	size_t nul;

	while ((nul = str_chr(s, '\0', 0)) != STR_NPOS) {
		buf_add(out, str_slice(s, 0, nul));
		s = str_slice(s, nul + 1, s.n);
	}
	buf_add(out, s);
}

void html_copy_references(struct buf *out, struct str text)
{
	size_t amp;

	while ((amp = str_chr(text, '&', 0)) != STR_NPOS) {
		struct str rest = str_slice(text, amp + 1, text.n);
		size_t n;
		uint32_t cp = mend_reference(rest, &n);

		copy_text(out, str_slice(text, 0, amp));
		if (!cp) {
			buf_add_c(out, '&');
			text = rest;
			continue;
		}
		buf_add_f(out, "&#%u;", cp);
		if (n < rest.n && rest.p[n] == ';')
			n++;
		text = str_slice(rest, n, rest.n);
	}
	copy_text(out, text);
}

/* The code point of the reference at s (behind its "&"), or 0. */
static uint32_t decode_reference(struct str s, size_t *n)
{
	uint32_t cp = mend_reference(s, n);
	const htmlEntityDesc *known;
	char name[LONGEST_NAME + 1];

	if (cp || *n == 0 || *n > LONGEST_NAME)
		return cp;
	if (s.p[0] == '#')
		return *n > 1 ? read_number(s, n) : 0;
	while (*n < s.n && *n < LONGEST_NAME && ascii_is_alnum(s.p[*n]))
		++*n;
	if (*n >= s.n || s.p[*n] != ';')
		return 0;
	memcpy(name, s.p, *n);
	name[*n] = '\0';
	known = htmlEntityLookup((const xmlChar *)name);
	return known ? known->value : 0;
}

void html_decode(struct buf *out, struct str s)
{
	size_t amp;

	while ((amp = str_chr(s, '&', 0)) != STR_NPOS) {
		struct str rest = str_slice(s, amp + 1, s.n);
		size_t n;
		uint32_t cp = decode_reference(rest, &n);

		buf_add(out, str_slice(s, 0, amp));
		if (cp)
			buf_add_cp(out, cp);
		else
			buf_add_c(out, '&');
		if (cp && n < rest.n && rest.p[n] == ';')
			n++;
		s = cp ? str_slice(rest, n, rest.n) : rest;
	}
	buf_add(out, s);
}
