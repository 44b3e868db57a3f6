/* What is wrong with the configuration: options, theme, bindings. */
#ifndef VIEW_MISTAKES_H
#define VIEW_MISTAKES_H

#include "keymap.h"

struct mistakes {
	VEC_OF(struct str) list; /* in the arena, the config or the keymap */
	size_t told; /* the first ones, which the config has itself */
	struct arena arena;
};

void mistakes_find(struct mistakes *m, const struct config *config,
	const struct keymap *keymap);
/* An option's value that is none: the word that is wrong in it, and why. */
struct option_mistake {
	const char *section, *name, *why;
	const char *words; /* that follow why; NULL: none */
	struct str text, wrong;
};
void mistakes_add_option(
	struct mistakes *m, const struct option_mistake *mistake);
/*
 * Appends the only one without its folder, or how many there are, and the key
 * that shows them; nothing when there are none.
 */
void mistakes_say(const struct mistakes *m, const char *key, struct buf *out);
void mistakes_release(struct mistakes *m);

#endif
