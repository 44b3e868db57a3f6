#include "command.h"
#include "print_json.h"

#include "dateline/base/message.h"
#include "dateline/text/sanitize.h"

static void print(struct str where, struct str why, bool json)
{
	json_t *object;

	if (!json) {
		struct buf said = { 0 };

		message_add_kept(&said, why);
		safe_printf(stdout, "%.*s: %.*s\n", STR_ARG(where),
			STR_ARG(buf_str(&said)));
		buf_release(&said);
		return;
	}
	object = json_object();
	json_object_set_new(object, "where", json_str(where));
	json_object_set_new(object, "why", json_str(why));
	json_print(object);
}

static size_t print_warnings(
	const struct store *s, const struct article *a, bool json)
{
	for (uint32_t i = 0; i < a->warnings.n; i++)
		print(store_str(s, a->id),
			store_str(s, s->strings.v[a->warnings.first + i]),
			json);
	return a->warnings.n;
}

static void print_sum(size_t articles, size_t remarks)
{
	printf(message_many("%zu article, ", "%zu articles, ", articles),
		articles);
	printf(message_many("%zu remark\n", "%zu remarks\n", remarks), remarks);
}

/* Every file that was skipped and every article that is doubtful. Unlike the
 * other commands, it finds what it looks for when all is not well. */
enum cli_status command_check(const struct request *r)
{
	struct store *s = command_open(r);
	size_t n;

	if (!s)
		return CLI_UNREADABLE;
	n = s->skips.n;
	for (size_t i = 0; i < s->skips.n; i++)
		print(store_str(s, s->skips.v[i].where),
			store_str(s, s->skips.v[i].why), r->json);
	for (size_t i = 0; i < s->by_time.n; i++)
		n += print_warnings(
			s, &s->articles.v[s->by_time.v[i]], r->json);
	if (!r->json)
		print_sum(s->by_time.n, n);
	store_free(s);
	return n ? CLI_NOTHING : CLI_OK;
}
