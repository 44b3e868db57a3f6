#include "keymap.h"

#include "script.h"

#include "dateline/base/message.h"

static const struct {
	const char *name;
	unsigned in;
} view_names[] = {
	{ N_("index"), IN_INDEX },
	{ N_("article"), IN_ARTICLE },
	{ N_("related"), IN_RELATED },
	{ N_("round"), IN_ROUND },
	{ N_("sources"), IN_SOURCES },
	{ N_("help"), IN_HELP },
	{ N_("skipped"), IN_SKIPPED },
	{ N_("people"), IN_PEOPLE },
	{ N_("person"), IN_PERSON },
	{ N_("timeline"), IN_TIMELINE },
	{ N_("diff"), IN_DIFF },
	{ N_("notes"), IN_NOTES },
	{ N_("quotes"), IN_QUOTES },
	{ N_("statistics"), IN_STATISTICS },
	{ N_("places"), IN_PLACES },
	{ N_("links"), IN_LINKS },
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

/* As they are typed, or in the reader's language. */
static void list_names(unsigned in, bool as_typed, struct buf *out)
{
	size_t left = 0, said = 0;

	for (size_t i = 0; i < N_VIEWS; i++)
		left += (view_names[i].in & in) != 0;
	for (size_t i = 0; i < N_VIEWS; i++) {
		if (!(view_names[i].in & in))
			continue;
		if (said++)
			buf_add(out, left == 1 ? MSG(" and ") : STR(", "));
		buf_add(out,
			str_from_c(as_typed ? view_names[i].name
					    : message(view_names[i].name)));
		left--;
	}
}

void view_names_say(unsigned in, struct buf *out)
{
	list_names(in, false, out);
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
		return _(
			"keys stand without blanks; the blank itself is Space");
	if (str_starts_nocase(written, STR("ctrl")))
		return _("a control key is written ^X");
	if (str_starts_nocase(written, STR("alt")))
		return _("a key with Alt is written M-x");
	if (has_unknown_name(written))
		return _("no key has the name in <>; the key < itself is Less");
	if (!keys_parse(written, out))
		return _("not one to four keys; a key's name is one as in ?: "
			 "Enter, PgDn, F1, ^X, M-x");
	if (is_function_key(written) && out->n > 1)
		return _("the function keys are F1 to F12");
	return NULL;
}

static void complain_screens(struct keymap *m, const struct binding *b)
{
	struct buf what = { 0 };

	buf_add(&what, MSG("the screens are "));
	list_names(IN_ALL, true, &what);
	complain(m, b, what.p);
	buf_release(&what);
}

static void complain_command(
	struct keymap *m, const struct binding *b, struct str name)
{
	struct buf what = { 0 };

	buf_add_f(&what, _("no such command: %.*s"), STR_ARG(name));
	script_say_near(name, &what);
	complain(m, b, what.p);
	buf_release(&what);
}

/* Reads what is bound; false when one of the commands is none. */
static bool read_commands(
	struct keymap *m, const struct binding *b, struct bind *out)
{
	struct str rest = b->command, one, name;
	bool first = true;

	while (script_next(&rest, &one)) {
		struct call call = script_read(one, &m->arena, &name);

		if (call.id == COMMAND_NONE ||
			(!call.count && command_find(name) == COMMAND_NONE)) {
			complain_command(m, b, name);
			return false;
		}
		if (first)
			out->id = call.id;
		if (!first || call.argument.p || call.count)
			out->line = str_trim(b->command);
		first = false;
	}
	return true;
}

bool keymap_add(struct keymap *m, const struct binding *b)
{
	struct bind bind = { .in = b->view.n ? view_bit(b->view) : IN_ALL };
	const char *problem;

	if (!bind.in) {
		complain_screens(m, b);
		return false;
	}
	problem = read_keys(str_trim(b->keys), &bind.keys);
	if (problem) {
		complain(m, b, problem);
		return false;
	}
	if (!read_commands(m, b, &bind))
		return false;
	*vec_push(&m->binds) = bind;
	return true;
}

void keymap_init(struct keymap *m, const struct config *config)
{
	*m = (struct keymap){ 0 };
	add_defaults(m);
	/* Bindings of one screen win over those of all. */
	for (int own = 0; own < 2; own++)
		for (size_t i = 0; i < config->bindings.n; i++)
			if ((config->bindings.v[i].view.n > 0) == own)
				keymap_add(m, &config->bindings.v[i]);
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

bool keymap_is_live(const struct keymap *m, unsigned in, const struct bind *b)
{
	const struct bind *found = NULL;

	return (b->in & in) &&
	       keymap_find(m, b->in & in, &b->keys, &found) == KEYMAP_FULL &&
	       found == b;
}

/* The first binding of a command alone from the i-th on that no other one
 * hides; their number when there is none. */
static size_t bind_from(
	const struct keymap *m, unsigned in, enum command_id id, size_t i)
{
	for (; i < m->binds.n; i++) {
		const struct bind *b = &m->binds.v[i];

		if (b->id == id && !b->line.p && keymap_is_live(m, in, b))
			break;
	}
	return i;
}

void keymap_keys_of(const struct keymap *m, unsigned in, enum command_id id,
	struct buf *out)
{
	size_t before = out->n;

	for (size_t i = 0; (i = bind_from(m, in, id, i)) < m->binds.n; i++) {
		if (out->n > before)
			buf_add_c(out, ' ');
		keys_format(&m->binds.v[i].keys, out);
	}
}

void keymap_key_of(const struct keymap *m, unsigned in, enum command_id id,
	struct buf *out)
{
	size_t first = bind_from(m, in, id, 0);

	if (first < m->binds.n) {
		keys_format(&m->binds.v[first].keys, out);
	} else {
		buf_add_c(out, ':');
		buf_add(out, str_from_c(commands[id].name));
	}
}
