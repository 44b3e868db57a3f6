#include "dateline/base/message.h"
#include "dateline/config/theme.h"

#include "dateline/config/ini.h"

/* The keys of a section; the order is that of keys[]. */
enum theme_key {
	KEY_FG,
	KEY_BG,
	KEY_ATTR,
	KEY_FG16,
	KEY_BG16,
	KEY_ATTR16,
	KEY_MONO,
	KEY_COUNT
};

static const char *const keys[KEY_COUNT] = { "fg", "bg", "attr", "fg16", "bg16",
	"attr16", "mono" };

/* A section as it is read; what it leaves out is known at the end only. */
struct draft {
	struct theme_entry entry;
	unsigned given; /* 1 << enum theme_key */
};

struct theme_reader {
	VEC_OF(struct draft) drafts;
	struct ini ini;
	struct arena *arena; /* the theme's */
};

static bool parse_attributes(struct str s, uint8_t *out)
{
	static const char *const names[] = { "bold", "underline", "reverse",
		"dim", "italic" };
	struct str word;
	uint8_t sum = 0;

	while (str_split(&s, ' ', &word)) {
		size_t i = 0;

		if (!word.n || str_eq_nocase(word, STR("none")))
			continue;
		while (i < 5 && !str_eq_nocase(word, str_from_c(names[i])))
			i++;
		if (i == 5)
			return false;
		sum |= (uint8_t)(1u << i);
	}
	*out = sum;
	return true;
}

static bool parse_color16(struct str s, int *out)
{
	int color;

	if (!color_parse(s, &color) || color > 15)
		return false;
	*out = color;
	return true;
}

/* Reads one key into the draft; gives what was expected, or NULL. */
static const char *draft_set(
	struct draft *d, enum theme_key key, struct str value)
{
	const char *color =
		_("expected a colour: a name, 0 to 255, rgb:RRGGBB or default");
	const char *color16 =
		_("expected one of the 16 colours: a name, 0 to 15 or default");
	const char *attributes =
		_("expected bold, underline, reverse, dim, italic or none");
	struct theme_entry *e = &d->entry;

	switch (key) {
	case KEY_FG:
		return color_parse(value, &e->look.fg) ? NULL : color;
	case KEY_BG:
		return color_parse(value, &e->look.bg) ? NULL : color;
	case KEY_FG16:
		return parse_color16(value, &e->plain.fg) ? NULL : color16;
	case KEY_BG16:
		return parse_color16(value, &e->plain.bg) ? NULL : color16;
	case KEY_ATTR:
		return parse_attributes(value, &e->look.attributes)
			       ? NULL
			       : attributes;
	case KEY_ATTR16:
		return parse_attributes(value, &e->plain.attributes)
			       ? NULL
			       : attributes;
	case KEY_MONO:
	case KEY_COUNT:
		break;
	}
	return parse_attributes(value, &e->mono) ? NULL : attributes;
}

static enum theme_key find_key(struct str name)
{
	int i = 0;

	while (i < KEY_COUNT && !str_eq_nocase(name, str_from_c(keys[i])))
		i++;
	return (enum theme_key)i;
}

static struct draft *find_draft(struct theme_reader *r, struct str style)
{
	const struct look none = { COLOR_NONE, COLOR_NONE, 0 };
	struct draft *d;

	for (size_t i = 0; i < r->drafts.n; i++) {
		if (str_eq(r->drafts.v[i].entry.style, style))
			return &r->drafts.v[i];
	}
	d = vec_push(&r->drafts);
	*d = (struct draft){ .entry = { arena_dup(r->arena, style), none, none,
				     0 } };
	return d;
}

static void read_entry(struct theme_reader *r, const struct ini_entry *e)
{
	enum theme_key key = find_key(e->key);
	struct draft *d;
	const char *problem;

	if (key == KEY_COUNT) {
		ini_complain(&r->ini, e,
			_("expected fg, bg, attr, fg16, bg16, attr16 or mono"));
		return;
	}
	d = find_draft(r, e->section);
	problem = draft_set(d, key, e->value);
	if (problem)
		ini_complain(&r->ini, e, problem);
	else
		d->given |= 1u << key;
}

static bool is_mark(struct str style)
{
	return str_eq(style, STR("selected")) || str_eq(style, STR("hit")) ||
	       str_eq(style, STR("current"));
}

/* What the section left out: colours are those of [text], except for marks,
 * which are laid over styles; poorer terminals come as near as they can. */
static void complete(struct draft *d, const struct draft *text)
{
	struct theme_entry *e = &d->entry;
	bool over = is_mark(e->style);

	if (!(d->given & 1u << KEY_FG) && !over)
		e->look.fg = text->entry.look.fg;
	if (!(d->given & 1u << KEY_BG) && !over)
		e->look.bg = text->entry.look.bg;
	if (!(d->given & 1u << KEY_FG16))
		e->plain.fg = d->given & 1u << KEY_FG || over
				      ? color_nearest(e->look.fg, 16)
				      : text->entry.plain.fg;
	if (!(d->given & 1u << KEY_BG16))
		e->plain.bg = d->given & 1u << KEY_BG || over
				      ? color_nearest(e->look.bg, 16)
				      : text->entry.plain.bg;
	if (!(d->given & 1u << KEY_ATTR16))
		e->plain.attributes = e->look.attributes;
	if (!(d->given & 1u << KEY_MONO))
		e->mono = e->look.attributes;
}

static void complete_all(struct theme_reader *r, struct theme *out)
{
	struct draft text = *find_draft(r, STR("text"));

	complete(&text, &text);
	for (size_t i = 0; i < r->drafts.n; i++) {
		complete(&r->drafts.v[i], &text);
		*vec_push(&out->entries) = r->drafts.v[i].entry;
	}
}

/* The file's name without folders and ".ini". */
static struct str theme_name(struct str path)
{
	size_t slash;

	while ((slash = str_chr(path, '/', 0)) != STR_NPOS)
		path = str_slice(path, slash + 1, path.n);
	return str_slice(path, 0, str_find(path, STR(".ini"), 0));
}

static void read_all(struct theme_reader *r, struct theme *t, struct str path,
	struct buf *mistakes)
{
	for (size_t i = 0; i < r->ini.entries.n; i++)
		read_entry(r, &r->ini.entries.v[i]);
	t->name = arena_dup(r->arena, theme_name(path));
	complete_all(r, t);
	for (size_t i = 0; i < r->ini.errors.n; i++)
		buf_add_f(mistakes, "%.*s\n", STR_ARG(r->ini.errors.v[i]));
	vec_free(&r->drafts);
}

bool theme_read(struct theme *t, const char *path, struct arena *a,
	struct buf *mistakes, struct err *e)
{
	struct theme_reader r = { .arena = a };
	bool ok = ini_load(&r.ini, path, e);

	if (ok)
		read_all(&r, t, str_from_c(path), mistakes);
	ini_release(&r.ini);
	return ok;
}

void theme_parse(struct theme *t, struct str path, struct str bytes,
	struct arena *a, struct buf *mistakes)
{
	struct theme_reader r = { .arena = a };

	ini_parse(&r.ini, path, bytes);
	read_all(&r, t, path, mistakes);
	ini_release(&r.ini);
}
