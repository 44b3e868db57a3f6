#include "config/builtin_themes.h"

const char *theme_builtin_name(size_t i)
{
	return i < builtin_theme_count ? builtin_themes[i].name : NULL;
}

bool theme_builtin(struct theme *t, struct str name)
{
	for (size_t i = 0; i < builtin_theme_count; i++) {
		const struct builtin_theme *b = &builtin_themes[i];

		if (!str_eq(name, str_from_c(b->name)))
			continue;
		t->name = str_from_c(b->name);
		t->entries.n = 0;
		for (size_t j = 0; j < b->count; j++)
			*vec_push(&t->entries) = b->entries[j];
		return true;
	}
	return false;
}
