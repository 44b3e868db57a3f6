#include "keymap.h"

static const struct {
	const char *name;
	unsigned in;
} view_names[] = {
	{ "index", IN_INDEX },
	{ "article", IN_ARTICLE },
	{ "related", IN_RELATED },
	{ "round", IN_ROUND },
	{ "sources", IN_SOURCES },
	{ "help", IN_HELP },
	{ "skipped", IN_SKIPPED },
	{ "people", IN_PEOPLE },
	{ "person", IN_PERSON },
	{ "timeline", IN_TIMELINE },
	{ "diff", IN_DIFF },
	{ "quotes", IN_QUOTES },
	{ "statistics", IN_STATISTICS },
	{ "places", IN_PLACES },
};
#define N_VIEWS (sizeof view_names / sizeof *view_names)

/* The bit of a name; 0 when no screen has it. */
static unsigned view_bit(struct str name)
{
	for (size_t i = 0; i < N_VIEWS; i++)
		if (str_eq(name, str_from_c(view_names[i].name)))
			return view_names[i].in;
	return 0;
}

const char *view_name(unsigned in)
{
	for (size_t i = 0; i < N_VIEWS; i++)
		if (view_names[i].in == in)
			return view_names[i].name;
	return "";
}

bool keys_parse(struct str written, struct keys *out)
{
	*out = (struct keys){ 0 };
	while (written.n) {
		if (out->n == KEYMAP_KEYS)
			return false;
		out->key[out->n++] = key_parse(&written);
	}
	return out->n > 0;
}

void keys_format(const struct keys *k, struct buf *out)
{
	for (uint32_t i = 0; i < k->n; i++) {
		struct buf name = { 0 };
		bool long_name;

		key_format(k->key[i], &name);
		long_name = k->n > 1 && name.n > 1 && name.p[0] != '^' &&
			    (uint8_t)name.p[0] < 0x80;
		buf_add(out, long_name ? STR("<") : STR(""));
		buf_add(out, buf_str(&name));
		buf_add(out, long_name ? STR(">") : STR(""));
		buf_release(&name);
	}
}

static void add_defaults(struct keymap *m)
{
	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
		struct str rest = str_from_c(commands[i].keys), one;

		while (str_split(&rest, ' ', &one)) {
			struct bind b = { .in = commands[i].in,
				.id = (enum command_id)i };

			if (keys_parse(one, &b.keys))
				*vec_push(&m->binds) = b;
		}
	}
}

static void complain(
	struct keymap *m, const struct binding *b, const char *what)
{
	struct buf text = { 0 };

	buf_add_f(&text, "%.*s: %s", STR_ARG(b->place), what);
	*vec_push(&m->errors) = arena_dup(&m->arena, buf_str(&text));
	buf_release(&text);
}

/* A name in brackets that no key has. */
static bool has_unknown_name(struct str written)
{
	while (written.n) {
		size_t end = written.p[0] == '<' ? str_chr(written, '>', 1)
						 : STR_NPOS;
		uint32_t key = key_parse(&written);

		if (key == '<' && end != STR_NPOS && end > 2 && written.n > 2)
			return true;
	}
	return false;
}

static bool is_function_key(struct str written)
{
	uint32_t n;

	return written.n > 1 && written.p[0] == 'F' &&
	       str_to_u32(str_slice(written, 1, written.n), &n);
}

/* Reads the keys of a binding; what is wrong with them, or NULL. */
static const char *read_keys(struct str written, struct keys *out)
{
	if (str_chr(written, ' ', 0) != STR_NPOS)
		return "keys stand without blanks; the blank itself is Space";
	if (str_starts_nocase(written, STR("ctrl")))
		return "a control key is written ^X";
	if (str_starts_nocase(written, STR("alt")))
		return "a key with Alt is written M-x";
	if (has_unknown_name(written))
		return "no key has the name in <>; the key < itself is Less";
	if (!keys_parse(written, out))
		return "not one to four keys; a key's name is one as in ?: "
		       "Enter, PgDn, F1, ^X, M-x";
	if (is_function_key(written) && out->n > 1)
		return "the function keys are F1 to F12";
	return NULL;
}

static void add_user(struct keymap *m, const struct binding *b)
{
	struct bind bind = { .in = b->view.n ? view_bit(b->view) : IN_ALL };
	struct str rest = str_trim(b->command), name = STR_NONE;
	const char *problem;

	if (!bind.in) {
		complain(m, b,
			"the screens are index, article, related, "
			"round, sources, help, skipped, people, person, "
			"timeline, diff, quotes, statistics and places");
		return;
	}
	problem = read_keys(str_trim(b->keys), &bind.keys);
	if (problem) {
		complain(m, b, problem);
		return;
	}
	if (str_split(&rest, ' ', &name)) {
		bind.id = command_find(name);
		bind.argument = str_trim(rest);
		if (bind.id == COMMAND_NONE) {
			complain(m, b, "no such command; ? lists them");
			return;
		}
	}
	*vec_push(&m->binds) = bind;
}

void keymap_init(struct keymap *m, const struct config *config)
{
	*m = (struct keymap){ 0 };
	add_defaults(m);
	/* Bindings of one screen win over those of all. */
	for (int own = 0; own < 2; own++)
		for (size_t i = 0; i < config->bindings.n; i++)
			if ((config->bindings.v[i].view.n > 0) == own)
				add_user(m, &config->bindings.v[i]);
}

void keymap_release(struct keymap *m)
{
	vec_free(&m->binds);
	vec_free(&m->errors);
	arena_release(&m->arena);
}

static bool keys_start(const struct keys *whole, const struct keys *typed)
{
	return whole->n >= typed->n &&
	       memcmp(whole->key, typed->key, typed->n * sizeof *typed->key) ==
		       0;
}

enum keymap_match keymap_find(const struct keymap *m, unsigned in,
	const struct keys *typed, const struct bind **out)
{
	for (size_t i = m->binds.n; i-- > 0;) {
		const struct bind *b = &m->binds.v[i];

		if (!(b->in & in) || !keys_start(&b->keys, typed))
			continue;
		*out = b;
		if (b->keys.n > typed->n && b->id != COMMAND_NONE)
			return KEYMAP_PREFIX;
		if (b->keys.n == typed->n)
			return b->id ? KEYMAP_FULL : KEYMAP_NONE;
	}
	return KEYMAP_NONE;
}

void keymap_keys_of(const struct keymap *m, unsigned in, enum command_id id,
	struct buf *out)
{
	size_t before = out->n;

	for (size_t i = 0; i < m->binds.n; i++) {
		const struct bind *b = &m->binds.v[i], *found = NULL;

		if (b->id != id || !(b->in & in) ||
			keymap_find(m, b->in & in, &b->keys, &found) !=
				KEYMAP_FULL ||
			found != b)
			continue;
		if (out->n > before)
			buf_add_c(out, ' ');
		keys_format(&b->keys, out);
	}
}

void keymap_key_of(const struct keymap *m, unsigned in, enum command_id id,
	struct buf *out)
{
	struct buf keys = { 0 };
	struct str rest, first;

	keymap_keys_of(m, in, id, &keys);
	rest = buf_str(&keys);
	if (str_split(&rest, ' ', &first))
		buf_add(out, first);
	else
		buf_add_f(out, ":%s", commands[id].name);
	buf_release(&keys);
}
