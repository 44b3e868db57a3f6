#include "command.h"
#include "print_json.h"

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
	json_object_set_new(object, "kind",
		json_string(link_kind_names[l->kind]));
	json_object_set_new(object, "why", why);
	json_print(object);
}

static size_t print_links(
	const struct store *s, const struct article *a, double min)
{
	size_t n = 0;

	for (uint32_t i = 0; i < a->links.n; i++) {
		const struct link *l = &s->links.v[a->links.first + i];

		if ((double)l->score < min)
			continue;
		print_json(s, a, l);
		n++;
	}
	return n;
}

enum cli_status command_related(const struct request *r)
{
	struct store *s = command_load(r);
	enum cli_status status;
	size_t n = 0;

	if (!s)
		return CLI_UNREADABLE;
	for (size_t i = 0; i < s->articles.n; i++)
		n += print_links(s, &s->articles.v[i], r->min);
	status = command_status(s, n);
	store_free(s);
	return status;
}
