#include "dateline/text/width.h"

#include "dateline/text/utf8.h"

#include <unigbrk.h>
#include <uniwidth.h>

static int cp_width(uint32_t cp)
{
	int w = uc_width(cp, "UTF-8");

	return w < 0 ? 0 : w;
}

static bool is_flag(uint32_t cp)
{
	return cp >= 0x1F1E6 && cp <= 0x1F1FF;
}

size_t text_cluster(struct str s, size_t at, int *columns)
{
	uint32_t cp, next;
	size_t end = at + utf8_decode(s, at, &cp);
	bool flag = is_flag(cp), emoji = false;

	*columns = cp_width(cp);
	if (end >= s.n || (cp < 0x80 && (uint8_t)s.p[end] < 0x80))
		return end;
	while (end < s.n) {
		size_t n = utf8_decode(s, end, &next);

		if (uc_is_grapheme_break(cp, next) && cp != 0x200D &&
			!(flag && is_flag(next)))
			break;
		emoji |= next == 0xFE0F || next == 0x200D;
		flag = false;
		cp = next;
		end += n;
	}
	if (emoji && *columns == 1)
		*columns = 2;
	return end;
}

int text_width(struct str s)
{
	int total = 0;

	for (size_t i = 0; i < s.n;) {
		int w;

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
		int w;
		size_t end = text_cluster(s, i, &w);

		if (total + w > columns)
			break;
		total += w;
		i = end;
	}
	if (used)
		*used = total;
	return str_of(s.p, i);
}
