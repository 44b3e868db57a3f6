#include "command.h"
#include "print_json.h"
#include "print_text.h"
#include "select.h"

static void print_json(
	const struct store *s, const struct article *a, const struct link *l)
{
	json_t *object = json_object(), *why = json_array();

	for (uint32_t i = 0; i < l->why.n; i++) {
		const struct evidence *e = &s->evidence.v[l->why.first + i];

		json_array_append_new(why, json_str(store_str(s, e->text)));
	}
	json_object_set_new(object, "id", json_str(store_str(s, a->id)));
	json_object_set_new(object, "related",
		json_str(store_str(s, s->articles.v[l->to].id)));
	json_object_set_new(object, "score", json_real((double)l->score));
	json_object_set_new(
		object, "kind", json_string(link_kind_names[l->kind]));
	json_object_set_new(object, "why", why);
	json_print(object);
}

/* "  0.83 round  ", the article, and why on a line of its own. */
static void print_text(const struct store *s, const struct link *l)
{
	const struct article *to = &s->articles.v[l->to];
	struct buf out = { 0 }, why = { 0 };

	buf_add_f(
		&out, "%6.2f %s\n", (double)l->score, link_kind_names[l->kind]);
	text_article(&out, s, to);
	store_why(s, l, &why);
	text_paragraph(&out, buf_str(&why), STR("      "), TEXT_COLUMNS);
	text_print(&out);
	buf_release(&out);
	buf_release(&why);
}

static void print_heading(const struct store *s, const struct article *a)
{
	struct buf out = { 0 };

	buf_add(&out, store_str(s, a->id));
	buf_add_c(&out, '\n');
	text_print(&out);
	buf_release(&out);
}

static size_t print_links(
	const struct store *s, const struct article *a, const struct request *r)
{
	size_t n = 0;

	for (uint32_t i = 0; i < a->links.n; i++) {
		const struct link *l = &s->links.v[a->links.first + i];

		if ((double)l->score < r->min)
			continue;
		if (!r->json && n == 0)
			print_heading(s, a);
		if (r->json)
			print_json(s, a, l);
		else
			print_text(s, l);
		n++;
	}
	return n;
}

static size_t print_all(const struct store *s, const struct request *r)
{
	size_t n = 0;

	for (size_t i = 0; i < s->articles.n; i++)
		n += print_links(s, &s->articles.v[i], r);
	return n;
}

static size_t print_one(const struct store *s, const struct request *r)
{
	uint32_t at = select_article(s, r->id);

	return at == STORE_NONE ? 0 : print_links(s, &s->articles.v[at], r);
}

enum cli_status command_related(const struct request *r)
{
	struct store *s = command_load(r);
	enum cli_status status;

	if (!s)
		return CLI_UNREADABLE;
	status = command_status(s, r->id.n ? print_one(s, r) : print_all(s, r));
	store_free(s);
	return status;
}
