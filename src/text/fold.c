#include "dateline/text/fold.h"

#include "dateline/base/ascii.h"
#include "dateline/text/utf8.h"

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

/* Typographic marks and the ASCII that typists use for them. */
static uint32_t fold_mark(uint32_t cp)
{
	switch (cp) {
	case 0x2018:
	case 0x2019:
	case 0x201A:
	case 0x201B:
	case 0x2032:
	case 0x02BC:
	case 0x60:
		return '\'';
	case 0x201C:
	case 0x201D:
	case 0x201E:
	case 0x201F:
	case 0x00AB:
	case 0x00BB:
	case 0x2033:
		return '"';
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2015:
	case 0x2212:
		return '-';
	case 0x00A0:
	case 0x202F:
		return ' ';
	default:
		return cp;
	}
}

/* Letters that have no canonical decomposition but an ASCII stand-in. */
static const char *fold_letter(uint32_t cp)
{
	switch (cp) {
	case 0xDF:
	case 0x1E9E:
		return "ss";
	case 0xE6:
	case 0xC6:
		return "ae";
	case 0xF8:
	case 0xD8:
		return "o";
	case 0xF0:
	case 0xD0:
	case 0x110:
	case 0x111:
		return "d";
	case 0x141:
	case 0x142:
		return "l";
	case 0x131:
		return "i";
	case 0x152:
	case 0x153:
		return "oe";
	case 0xDE:
	case 0xFE:
		return "th";
	default:
		return NULL;
	}
}

static void fold_cp(struct buf *out, uint32_t cp)
{
	const char *letter = fold_letter(cp);
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	int n;

	if (letter) {
		buf_add(out, str_from_c(letter));
		return;
	}
	cp = fold_mark(cp);
	if (cp == 0xAD || cp == 0x200C || cp == 0x200D ||
		(cp >= 0xFE00 && cp <= 0xFE0F))
		return;
	/* Hangul syllables stay whole: their parts are letters, not accents. */
	n = cp >= 0xAC00 && cp <= 0xD7A3
		    ? -1
		    : uc_canonical_decomposition(cp, parts);
	if (n > 0) {
		for (int i = 0; i < n; i++)
			fold_cp(out, parts[i]);
		return;
	}
	if (cp >= 0x300 && uc_combining_class(cp) != 0)
		return;
	/* By way of the capital, so that σ and ς, s and ſ are one. */
	buf_add_cp(out, uc_tolower(uc_toupper(cp)));
}

static char fold_char(char c)
{
	return (char)(c == '`' ? '\'' : ascii_lower(c));
}

/* Folds the code point at `at`; gives its length. */
static size_t fold_at(struct buf *out, struct str s, size_t at)
{
	uint32_t cp;
	size_t n;

	if ((uint8_t)s.p[at] < 0x80) {
		buf_add_c(out, fold_char(s.p[at]));
		return 1;
	}
	n = utf8_decode(s, at, &cp);
	fold_cp(out, cp == UTF8_BAD ? 0xFFFD : cp);
	return n;
}

/* Folds the ASCII that s starts with; gives its length. */
static size_t fold_ascii(struct buf *out, struct str s)
{
	char *to = buf_reserve(out, s.n);
	size_t n = 0;

	for (; n < s.n && (uint8_t)s.p[n] < 0x80; n++)
		to[n] = fold_char(s.p[n]);
	to[n] = '\0';
	out->n += n;
	return n;
}

void text_fold(struct buf *out, struct str s)
{
	while (s.n) {
		size_t n = fold_ascii(out, s);

		if (n < s.n)
			n += fold_at(out, s, n);
		s = str_slice(s, n, s.n);
	}
}

void text_fold_case(struct buf *out, struct str s)
{
	uint32_t cp;

	for (size_t i = 0; i < s.n;) {
		i += utf8_decode(s, i, &cp);
		buf_add_cp(out,
			uc_tolower(fold_mark(cp == UTF8_BAD ? 0xFFFD : cp)));
	}
}

struct str text_fold_dup(struct arena *a, struct str s)
{
	struct buf b = { 0 };
	struct str folded;

	text_fold(&b, s);
	folded = arena_dup(a, buf_str(&b));
	buf_release(&b);
	return folded;
}

/* How far text[at..] matches the needle: the end in text, or 0. */
static size_t match_at(
	struct buf *piece, struct str text, struct str needle, size_t at)
{
	size_t done = 0, i = at;

	while (done < needle.n && i < text.n) {
		struct str got;

		buf_clear(piece);
		i += fold_at(piece, text, i);
		got = buf_str(piece);
		if (!str_starts(str_slice(needle, done, needle.n), got))
			return 0;
		done += got.n;
	}
	return done == needle.n ? i : 0;
}

bool text_find_folded(
	struct str text, struct str needle, size_t from, struct range *hit)
{
	struct buf piece = { 0 };
	bool found = false;

	for (size_t i = from; needle.n && i < text.n && !found;) {
		char c = text.p[i];
		size_t end = 0;
		uint32_t cp;

		/* An ASCII byte that cannot start the needle is skipped. */
		if ((uint8_t)c >= 0x80 || ascii_lower(c) == needle.p[0] ||
			c == '`')
			end = match_at(&piece, text, needle, i);
		if (end) {
			*hit = (struct range){ (uint32_t)i, (uint32_t)end };
			found = true;
		}
		i += utf8_decode(text, i, &cp);
	}
	buf_release(&piece);
	return found;
}
