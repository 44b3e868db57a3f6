#include "dateline/config/theme.h"

struct theme_entry theme_find(const struct theme *t, struct str style)
{
	const struct look neutral = { COLOR_NONE, COLOR_NONE, 0 };

	for (size_t i = 0; i < t->entries.n; i++) {
		if (str_eq(t->entries.v[i].style, style))
			return t->entries.v[i];
	}
	return (struct theme_entry){ style, neutral, neutral, 0 };
}

void theme_release(struct theme *t)
{
	vec_free(&t->entries);
}
