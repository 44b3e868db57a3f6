#include "command.h"
#include "print_json.h"
#include "print_text.h"
#include "select.h"

#include "dateline/base/message.h"
#include "dateline/store/why.h"

/* The least score people are shown: what lies below shares common words only
 * (in the samples no reason is found for it). */
#define LEAST_SHOWN 0.05

/* --min, else all for programs. */
static double least_score(const struct request *r)
{
	if (r->min >= 0)
		return r->min;
	return r->json ? 0 : LEAST_SHOWN;
}

static void print_json(struct explainer *x, const struct store *s,
	uint32_t from, const struct link *l)
{
	const struct article *a = &s->articles.v[from];
	json_t *object = json_object(), *why = json_array();
	struct buf reason = { 0 };

	explain(x, s, from, l);
	for (size_t i = 0; i < x->list.n; i++) {
		buf_clear(&reason);
		explain_reason(x, &x->list.v[i], &reason);
		json_array_append_new(why, json_str(buf_str(&reason)));
	}
	buf_release(&reason);
	json_object_set_new(object, "id", json_str(store_str(s, a->id)));
	json_object_set_new(object, "related",
		json_str(store_str(s, s->articles.v[l->to].id)));
	json_object_set_new(object, "score", json_real((double)link_score(l)));
	json_object_set_new(
		object, "kind", json_string(link_kind_names[l->kind]));
	json_object_set_new(object, "why", why);
	json_print(object);
}

/* "  0.83 round  ", the article, and why on a line of its own. */
static void print_text(struct explainer *x, const struct store *s,
	uint32_t from, const struct link *l)
{
	const struct article *to = &s->articles.v[l->to];
	struct buf out = { 0 }, why = { 0 };

	buf_add_f(&out, "%6.2f %s\n", (double)link_score(l),
		link_kind_names[l->kind]);
	text_article(&out, s, to);
	explain_link(x, s, from, l, &why);
	text_paragraph(&out, buf_str(&why), STR("      "), text_measure());
	text_print(&out);
	buf_release(&out);
	buf_release(&why);
}

/* The article's id above its first link. */
static void print_heading(const struct store *s, const struct article *a)
{
	struct buf out = { 0 }, row = { 0 };

	text_id(&row, store_str(s, a->id), text_columns());
	text_row(&out, buf_str(&row));
	text_print(&out);
	buf_release(&out);
	buf_release(&row);
}

/* Links come best first: those that are left out are the last. */
static size_t print_links(struct explainer *x, const struct store *s,
	uint32_t from, const struct request *r)
{
	const struct article *a = &s->articles.v[from];
	uint32_t n = 0;

	for (; n < a->links.n; n++) {
		const struct link *l = &s->links.v[a->links.first + n];

		if ((double)link_score(l) < least_score(r))
			break;
		if (!r->json && n == 0)
			print_heading(s, a);
		if (r->json)
			print_json(x, s, from, l);
		else
			print_text(x, s, from, l);
	}
	if (!r->json && r->min < 0 && n && n < a->links.n)
		printf(_("  %u weaker ones: --min 0 shows them\n"),
			a->links.n - n);
	return n;
}

static size_t print_all(
	struct explainer *x, const struct store *s, const struct request *r)
{
	size_t n = 0;

	for (size_t i = 0; i < s->by_time.n; i++)
		n += print_links(x, s, s->by_time.v[i], r);
	return n;
}

/* Of the article that was asked for, or of all. */
static size_t print_asked(const struct store *s, const struct request *r)
{
	struct explainer x = { 0 };
	size_t n = 0;
	uint32_t at;

	if (!r->id.n)
		n = print_all(&x, s, r);
	else if ((at = select_article(s, r->id)) != STORE_NONE)
		n = print_links(&x, s, at, r);
	explainer_release(&x);
	return n;
}

enum cli_status command_related(const struct request *r)
{
	return command_print(r, print_asked);
}
