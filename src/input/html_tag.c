#include "input/html_tag.h"

static const struct {
	struct str name;
	unsigned traits;
} tags[TAG_COUNT] = {
#define X(element, what) { { #element, sizeof #element - 1 }, what },
	HTML_TAGS(X)
#undef X
		{ { "", 0 }, 0 },
};

enum html_tag html_tag_find(struct str name)
{
	size_t lo = 0, hi = TAG_OTHER;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		int c = name.n ? name.p[0] - tags[mid].name.p[0] : -1;

		if (c == 0)
			c = str_cmp(name, tags[mid].name);
		if (c == 0)
			return (enum html_tag)mid;
		if (c < 0)
			hi = mid;
		else
			lo = mid + 1;
	}
	return TAG_OTHER;
}

unsigned html_tag_traits(enum html_tag tag)
{
	return tags[tag].traits;
}
