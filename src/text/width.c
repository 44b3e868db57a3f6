#include "dateline/text/width.h"

#include "dateline/text/utf8.h"

#include <unictype.h>
#include <unigbrk.h>
#include <uniwidth.h>

#define ZWJ 0x200D
#define EMOJI_STYLE 0xFE0F /* variation selector 16 */

static int cp_width(uint32_t cp)
{
	int w = cp == UTF8_BAD ? 1 : uc_width(cp, "UTF-8");

	return w < 0 ? 0 : w;
}

static bool is_flag(uint32_t cp)
{
	return cp >= 0x1F1E6 && cp <= 0x1F1FF;
}

static bool is_pictograph(uint32_t cp)
{
	return cp >= 0xA9 && uc_is_property_extended_pictographic(cp);
}

/* A cluster while it is read. */
struct cluster {
	uint32_t first, last; /* code points */
	int columns;
	bool picture; /* shown as a picture: two columns, however long */
};

/* True when `next` belongs to the cluster; counts it in. */
static bool joins(struct cluster *c, uint32_t next)
{
	int w;

	if (is_flag(next)) {
		/* A flag is two regional indicators, not a run of them. */
		if (c->last != c->first || !is_flag(c->first) || c->picture)
			return false;
		c->picture = true;
	} else if (!(c->last == ZWJ && is_pictograph(next) &&
			   is_pictograph(c->first)) &&
		   uc_is_grapheme_break(c->last, next)) {
		return false;
	} else if (is_pictograph(c->first)) {
		c->picture |= next == EMOJI_STYLE || next == ZWJ;
	} else {
		/* Spacing marks (Thai, Devanagari) take their own column. */
		w = cp_width(next);
		if (c->columns + w > 2)
			return false;
		c->columns += w;
	}
	c->last = next;
	return true;
}

static bool is_printable(char c)
{
	return c >= ' ' && c <= '~';
}

size_t text_plain_run(struct str s, size_t at, size_t max)
{
	size_t n = 0;

	if (max > s.n - at)
		max = s.n - at;
	while (n < max && is_printable(s.p[at + n]))
		n++;
	/* What follows may be a mark on the last one. */
	if (n && at + n < s.n && (uint8_t)s.p[at + n] >= 0x80)
		n--;
	return n;
}

size_t text_cluster(struct str s, size_t at, int *columns)
{
	struct cluster c = { 0 };
	uint32_t next;
	size_t end;

	if (text_plain_run(s, at, 1)) {
		*columns = 1;
		return at + 1;
	}
	end = at + utf8_decode(s, at, &c.first);

	*columns = c.columns = cp_width(c.first);
	if (end >= s.n || (c.first < 0x80 && (uint8_t)s.p[end] < 0x80))
		return end;
	c.last = c.first;
	while (end < s.n) {
		size_t n = utf8_decode(s, end, &next);

		if (!joins(&c, next))
			break;
		end += n;
	}
	*columns = c.picture ? 2 : c.columns;
	return end;
}

bool text_is_ambiguous(struct str s)
{
	uint32_t cp;

	if (s.n == 0 || (uint8_t)s.p[0] < 0x80)
		return false;
	utf8_decode(s, 0, &cp);
	/* libunistring has the table as the widths in old encodings. */
	return uc_width(cp, "UTF-8") == 1 && uc_width(cp, "GBK") == 2;
}

int text_width(struct str s)
{
	int total = 0;

	for (size_t i = 0; i < s.n;) {
		size_t plain = text_plain_run(s, i, s.n);
		int w = 0;

		i += plain;
		total += (int)plain;
		if (i < s.n)
			i = text_cluster(s, i, &w);
		total += w;
	}
	return total;
}

struct str text_fit(struct str s, int columns, int *used)
{
	int total = 0;
	size_t i = 0;

	while (i < s.n) {
		size_t plain = text_plain_run(s, i, (size_t)(columns - total));
		int w;
		size_t end;

		if (plain) {
			i += plain;
			total += (int)plain;
			continue;
		}
		end = text_cluster(s, i, &w);
		if (total + w > columns)
			break;
		total += w;
		i = end;
	}
	if (used)
		*used = total;
	return str_of(s.p, i);
}
