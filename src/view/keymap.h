/*
 * Which keys mean which command in which screen: the table's defaults, and
 * over them the user's bindings. The latest binding wins.
 */
#ifndef VIEW_KEYMAP_H
#define VIEW_KEYMAP_H

#include "command.h"

#include "dateline/config/config.h"
#include "dateline/view/key.h"

/* The longest sequence. */
#define KEYMAP_KEYS 4

struct keys {
	uint32_t key[KEYMAP_KEYS];
	uint32_t n;
};

struct bind {
	struct keys keys;
	unsigned in; /* enum in_view, or'ed */
	enum command_id id; /* the first; COMMAND_NONE: unbound by the user */
	struct str line; /* as the user wrote it, which lives in the config;
			    STR_NONE: the command alone */
};

struct keymap {
	VEC_OF(struct bind) binds;
	VEC_OF(struct str) errors; /* in the arena */
	struct arena arena;
};

enum keymap_match { KEYMAP_NONE, KEYMAP_PREFIX, KEYMAP_FULL };

/* The defaults and the user's bindings; what is wrong with one of these goes
 * to m->errors, and the binding is left out. */
void keymap_init(struct keymap *m, const struct config *config);
/* One more, which wins over those there are; its strings must outlive m. False
 * and m->errors has one more when something is wrong with it. */
bool keymap_add(struct keymap *m, const struct binding *b);
void keymap_release(struct keymap *m);

/* What the keys typed so far are in a screen: a binding, the start of one, or
 * nothing. */
enum keymap_match keymap_find(const struct keymap *m, unsigned in,
	const struct keys *typed, const struct bind **out);

/* Reads a whole sequence; false when it is empty or too long. */
bool keys_parse(struct str written, struct keys *out);
void keys_format(const struct keys *k, struct buf *out);
/* Appends the keys that mean a command alone now, separated by blanks. */
void keymap_keys_of(const struct keymap *m, unsigned in, enum command_id id,
	struct buf *out);

/* Appends one of them, the first; ":name" when there is none. */
void keymap_key_of(const struct keymap *m, unsigned in, enum command_id id,
	struct buf *out);

/* Whether a binding is what its keys mean in a screen, no later one is. */
bool keymap_is_live(const struct keymap *m, unsigned in, const struct bind *b);

/* The name of a screen's bit, as in [bind.NAME]. */
const char *view_name(unsigned in);
/* Appends the names of screens, "index, article and diff". */
void view_names_say(unsigned in, struct buf *out);

#endif
