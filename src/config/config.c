#include "dateline/config/config.h"

#include "config/theme_load.h"
#include "dateline/base/message.h"
#include "dateline/config/ini.h"
#include "dateline/text/sanitize.h"

#include <unistd.h>

static void add_error(struct config *c, struct str message)
{
	*vec_push(&c->errors) = text_clean(&c->arena, message, SANITIZE_LINE);
}

static void add_lines(struct config *c, struct str lines)
{
	struct str line;

	while (str_split(&lines, '\n', &line))
		add_error(c, line);
}

/* What more there are than INI_MAX_ERRORS is counted: a file of another program
 * given by mistake would fill the screen. */
static void add_errors(struct config *c, const struct ini *ini)
{
	struct buf rest = { 0 };

	for (size_t i = 0; i < ini->errors.n && i < INI_MAX_ERRORS; i++)
		add_error(c, ini->errors.v[i]);
	if (ini->errors.n <= INI_MAX_ERRORS)
		return;
	buf_add_f(&rest, _("%.*s: %zu more mistakes"), STR_ARG(ini->name),
		ini->errors.n - INI_MAX_ERRORS);
	add_error(c, buf_str(&rest));
	buf_release(&rest);
}

/* The view of a section of bindings: "" for all; false: it is another one. */
static bool bind_section(struct str section, struct str *view)
{
	if (str_eq_nocase(section, STR("bind"))) {
		*view = STR("");
		return true;
	}
	*view = str_slice(section, 5, section.n);
	return str_starts_nocase(section, STR("bind.")) && view->n > 0;
}

/* "config.ini:7: [bind.index] x". */
static struct str place_of(
	struct config *c, const struct ini *ini, const struct ini_entry *e)
{
	struct buf place = { 0 };
	struct str clean;

	buf_add_f(&place, "%.*s:%u: [%.*s] %.*s", STR_ARG(ini->name), e->line,
		STR_ARG(e->section), STR_ARG(e->key));
	clean = text_clean(&c->arena, buf_str(&place), SANITIZE_LINE);
	buf_release(&place);
	return clean;
}

static struct saved_search read_search(
	struct config *c, const struct ini *ini, const struct ini_entry *e)
{
	return (struct saved_search){
		.name = text_clean(&c->arena, e->key, SANITIZE_LINE),
		.query = text_clean(&c->arena, e->value, SANITIZE_LINE),
		.place = place_of(c, ini, e),
	};
}

static void read_binding(struct config *c, const struct ini *ini,
	const struct ini_entry *e, struct str view)
{
	*vec_push(&c->bindings) = (struct binding){
		.view = arena_dup(&c->arena, view),
		.keys = arena_dup(&c->arena, e->key),
		.command = arena_dup(&c->arena, e->value),
		.place = place_of(c, ini, e),
	};
}

/* Puts the named theme in place of the one there was. The mistakes in its
 * file are appended to *mistakes, a line each. */
static bool use_theme(
	struct config *c, struct str name, struct buf *mistakes, struct err *e)
{
	struct theme theme = { 0 };

	if (!theme_load(&theme, name, &c->arena, mistakes, e)) {
		theme_release(&theme);
		return false;
	}
	theme_release(&c->theme);
	c->theme = theme;
	c->options.theme = theme.name;
	return true;
}

/* "there is no option ui.colour; did you mean ui.color?" */
static bool refuse_option(struct str name, struct err *e)
{
	const struct option_info *near = option_near(name);
	struct buf full = { 0 }, meant = { 0 };

	if (near) {
		buf_add_f(&full, "%s.%s", near->section, near->name);
		buf_add_f(&meant, _("; did you mean %s?"), full.p);
	}
	err_set(e, _("there is no option %.*s%s"), STR_ARG(name),
		meant.n ? meant.p : "");
	buf_release(&full);
	buf_release(&meant);
	return false;
}

static void read_option(
	struct config *c, struct ini *ini, const struct ini_entry *e)
{
	const struct option_info *o = option_find(e->section, e->key);
	struct err err;

	if (!o && !option_is_section(e->section))
		ini_complain(ini, e, _("no such section"));
	else if (o ? !option_parse(o, e->value, &c->options, &c->arena, &err)
		   : !refuse_option(e->key, &err))
		ini_complain(ini, e, err.msg);
}

/* The entry that the value of ui.theme comes from. */
static const struct ini_entry *theme_entry(const struct ini *ini)
{
	size_t i = ini->entries.n;

	while (i > 0) {
		const struct ini_entry *e = &ini->entries.v[--i];

		if (str_eq_nocase(e->section, STR("ui")) &&
			str_eq_nocase(e->key, STR("theme")))
			return e;
	}
	return NULL;
}

/* The theme is loaded last, and once, whatever the order of the file; the one
 * there was stays when that fails. */
static void change_theme(struct config *c, struct str before, struct ini *ini,
	struct buf *mistakes)
{
	const struct ini_entry *entry = theme_entry(ini);
	struct err e;

	if (!entry || str_eq(before, c->options.theme) ||
		use_theme(c, c->options.theme, mistakes, &e))
		return;
	c->options.theme = before;
	ini_complain(ini, entry, e.msg);
}

static void read_entries(struct config *c, struct ini *ini)
{
	struct str before = c->options.theme, view;
	struct buf mistakes = { 0 };

	for (size_t i = 0; i < ini->entries.n; i++) {
		const struct ini_entry *e = &ini->entries.v[i];

		if (bind_section(e->section, &view))
			read_binding(c, ini, e, view);
		else if (str_eq_nocase(e->section, STR("searches")))
			*vec_push(&c->searches) = read_search(c, ini, e);
		else if (str_eq_nocase(e->section, STR("highlight")))
			*vec_push(&c->highlights) = read_search(c, ini, e);
		else
			read_option(c, ini, e);
	}
	change_theme(c, before, ini, &mistakes);
	add_errors(c, ini);
	add_lines(c, buf_str(&mistakes));
	buf_release(&mistakes);
}

bool config_read(struct config *c, const char *path, bool must_exist)
{
	struct ini ini = { 0 };
	struct buf text = { 0 };
	struct err e;
	bool ok;

	c->file = arena_dup(&c->arena, str_from_c(path));
	if (!must_exist && access(path, F_OK))
		return true;
	ok = ini_load(&ini, path, &e);
	if (!ok) {
		buf_add_f(&text, _("%s: not used: %s"), path, e.msg);
		add_error(c, buf_str(&text));
	}
	read_entries(c, &ini);
	ini_release(&ini);
	buf_release(&text);
	return ok;
}

bool config_set(
	struct config *c, struct str name, struct str value, struct err *e)
{
	struct str key = name, section = STR(""), before = c->options.theme;
	struct buf mistakes = { 0 };
	const struct option_info *o;
	bool ok = true;

	str_split(&key, '.', &section);
	o = option_find(section, key);
	if (!o)
		return refuse_option(name, e);
	if (!option_parse(o, value, &c->options, &c->arena, e))
		return false;
	if (!str_eq(before, c->options.theme))
		ok = use_theme(c, c->options.theme, &mistakes, e);
	if (!ok)
		c->options.theme = before;
	else
		*vec_push(&c->settings) =
			(struct setting){ arena_dup(&c->arena, name),
				arena_dup(&c->arena, value) };
	add_lines(c, buf_str(&mistakes));
	buf_release(&mistakes);
	return ok;
}

void config_init(struct config *c)
{
	*c = (struct config){ 0 };
	options_init(&c->options, &c->arena);
	theme_builtin(&c->theme, c->options.theme);
	c->hyphens = hyphen_shelf_new(HYPHEN_FOLDER);
}

void config_release(struct config *c)
{
	theme_release(&c->theme);
	hyphen_shelf_free(c->hyphens);
	vec_free(&c->bindings);
	vec_free(&c->searches);
	vec_free(&c->highlights);
	vec_free(&c->errors);
	vec_free(&c->settings);
	vec_free(&c->themes);
	arena_release(&c->arena);
}
