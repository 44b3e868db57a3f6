#include "mistakes.h"
#include "say.h"

#include "dateline/base/message.h"
#include "dateline/view/style.h"

static bool is_style(struct str name)
{
	static const char *const marks[] = { "selected", "hit", "current" };

	for (size_t i = 0; i < STYLE_COUNT; i++)
		if (str_eq(name, str_from_c(style_names[i])))
			return true;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_eq(name, str_from_c(marks[i])))
			return true;
	return false;
}

/* Sections of the theme that are no style: probably mistyped. */
static void find_styles(struct mistakes *m, const struct theme *t)
{
	struct buf text = { 0 };

	for (size_t i = 0; i < t->entries.n; i++) {
		struct str style = t->entries.v[i].style;

		if (is_style(style))
			continue;
		buf_clear(&text);
		buf_add_f(&text, _("theme %.*s: there is no style [%.*s]"),
			STR_ARG(t->name), STR_ARG(style));
		*vec_push(&m->list) = arena_dup(&m->arena, buf_str(&text));
	}
	buf_release(&text);
}

/* A saved search that is no query. */
static void check_search(struct mistakes *m, const struct saved_search *s)
{
	struct buf text = { 0 };
	struct query_error error;

	if (query_check(s->query, &error))
		return;
	buf_add_f(&text, "%.*s: ", STR_ARG(s->place));
	say_query_error(&text, s->query, &error);
	*vec_push(&m->list) = arena_dup(&m->arena, buf_str(&text));
	buf_release(&text);
}

/* A rule written as a regular expression would only find its words. */
static void check_rule(struct mistakes *m, const struct saved_search *s)
{
	struct buf text = { 0 };

	check_search(m, s);
	if (s->query.n < 2 || s->query.p[0] != '/' ||
		s->query.p[s->query.n - 1] != '/')
		return;
	buf_add_f(&text,
		_("%.*s: no regular expression: words, \"phrases\", beginnings*"),
		STR_ARG(s->place));
	*vec_push(&m->list) = arena_dup(&m->arena, buf_str(&text));
	buf_release(&text);
}

void mistakes_find(struct mistakes *m, const struct config *config,
	const struct keymap *keymap)
{
	*m = (struct mistakes){ .told = config->errors.n };
	for (size_t i = 0; i < config->errors.n; i++)
		*vec_push(&m->list) = config->errors.v[i];
	for (size_t i = 0; i < keymap->errors.n; i++)
		*vec_push(&m->list) = keymap->errors.v[i];
	for (size_t i = 0; i < config->searches.n; i++)
		check_search(m, &config->searches.v[i]);
	for (size_t i = 0; i < config->highlights.n; i++)
		check_rule(m, &config->highlights.v[i]);
	find_styles(m, &config->theme);
}

void mistakes_add_option(
	struct mistakes *m, const struct option_mistake *mistake)
{
	size_t at = (size_t)(mistake->wrong.p - mistake->text.p) + 1;
	struct buf b = { 0 };

	buf_add_f(&b, _("[%s] %s: \"%.*s\" at %zu: %s"), mistake->section,
		mistake->name, STR_ARG(mistake->wrong), at, mistake->why);
	buf_add(&b, str_from_c(mistake->words));
	*vec_push(&m->list) = arena_dup(&m->arena, buf_str(&b));
	buf_release(&b);
}

/* "config.ini:7: …" of "/home/ann/.config/dateline/config.ini:7: …". */
static struct str without_folder(struct str s)
{
	size_t end = str_chr(s, ':', 0), start = end;

	if (end == STR_NPOS)
		return s;
	while (start > 0 && s.p[start - 1] != '/')
		start--;
	return str_slice(s, start, s.n);
}

void mistakes_say(const struct mistakes *m, const char *key, struct buf *out)
{
	if (m->list.n == 1)
		buf_add(out, without_folder(m->list.v[0]));
	else if (m->list.n)
		buf_add_f(out,
			_("%zu mistakes in the configuration: %s shows "
			  "them"),
			m->list.n, key);
}

void mistakes_release(struct mistakes *m)
{
	vec_free(&m->list);
	arena_release(&m->arena);
}
