#include "command.h"
#include "print_json.h"

#include "dateline/base/ascii.h"
#include "dateline/base/env.h"
#include "dateline/base/message.h"
#include "dateline/state/newsboat.h"
#include "dateline/store/addresses.h"
#include "dateline/text/sanitize.h"

/* newsboat's flags are the letters, of both cases. */
#define FLAGS 52
#define SEEN_READ (UINT64_C(1) << FLAGS)

/* What the cache says of the archive. */
struct import {
	struct addresses addresses;
	uint64_t *seen; /* by article: its flags, SEEN_READ */
	VEC_OF(uint32_t) read;
	VEC_OF(uint32_t) flagged[FLAGS];
	size_t items, found, tagged;
};

/* The number of a letter; FLAGS: it is none. */
static int flag_of(char c)
{
	if (!ascii_is_alpha(c))
		return FLAGS;
	return ascii_lower(c) - 'a' + (c == ascii_lower(c) ? 0 : FLAGS / 2);
}

/* Several feeds may have an article: it is counted once. */
static void take_article(
	struct import *x, uint32_t article, const struct newsboat_item *item)
{
	uint64_t *seen = &x->seen[article];

	if (item->read && !(*seen & SEEN_READ)) {
		*seen |= SEEN_READ;
		*vec_push(&x->read) = article;
	}
	for (size_t i = 0; i < item->flags.n; i++) {
		int flag = flag_of(item->flags.p[i]);

		if (flag == FLAGS || *seen >> flag & 1)
			continue;
		*seen |= UINT64_C(1) << flag;
		*vec_push(&x->flagged[flag]) = article;
		x->tagged++;
	}
}

static void take_item(void *ctx, const struct newsboat_item *item)
{
	struct import *x = ctx;
	uint32_t article = addresses_article(&x->addresses, item->url);

	x->items++;
	x->found += article != STORE_NONE;
	for (; article != STORE_NONE; article = x->addresses.next.v[article])
		take_article(x, article, item);
}

/* All in one step: one undo takes it back. */
static void mark(struct import *x, struct corrections *c)
{
	VEC_OF(struct marking) all = { 0 };
	char tags[FLAGS][16];

	*vec_push(&all) = (struct marking){ .kind = STATE_READ,
		.on = true,
		.articles = x->read.v,
		.n = x->read.n };
	for (int i = 0; i < FLAGS; i++) {
		snprintf(tags[i], sizeof tags[i], "newsboat %c",
			i < FLAGS / 2 ? 'a' + i : 'A' + i - FLAGS / 2);
		*vec_push(&all) = (struct marking){ .kind = STATE_TAG,
			.tag = str_from_c(tags[i]),
			.on = true,
			.articles = x->flagged[i].v,
			.n = x->flagged[i].n };
	}
	corrections_mark_all(c, all.v, all.n);
	vec_free(&all);
}

static void print_json(const struct import *x)
{
	json_t *object = json_object();

	json_object_set_new(object, "items", json_integer((int)x->items));
	json_object_set_new(object, "found", json_integer((int)x->found));
	json_object_set_new(object, "read", json_integer((int)x->read.n));
	json_object_set_new(object, "tagged", json_integer((int)x->tagged));
	json_print(object);
}

static void print_text(const struct import *x, const struct corrections *c)
{
	printf(_("%zu of newsboat's %zu articles are in the archive, %zu are "
		 "not\n"),
		x->found, x->items, x->items - x->found);
	safe_printf(stdout, "%.*s%s\n", STR_ARG(buf_str(&c->told)),
		c->can_undo ? _("; u in the reader undoes it") : "");
}

static enum cli_status run(
	struct import *x, struct corrections *c, const struct request *r)
{
	mark(x, c);
	if (c->is_error) {
		safe_printf(
			stderr, "dateline: %.*s\n", STR_ARG(buf_str(&c->told)));
		return CLI_UNKEPT;
	}
	if (r->json)
		print_json(x);
	else
		print_text(x, c);
	return c->unkept ? CLI_UNKEPT : x->found ? CLI_OK : CLI_NOTHING;
}

static void import_release(struct import *x)
{
	addresses_release(&x->addresses);
	free(x->seen);
	vec_free(&x->read);
	for (int i = 0; i < FLAGS; i++)
		vec_free(&x->flagged[i]);
}

/* Nothing is imported where nothing is kept. */
static bool is_allowed(const struct request *r)
{
	if (r->state)
		return true;
	safe_printf(stderr,
		_("dateline: import-newsboat: %s: nothing is kept\n"),
		env_get("DATELINE_SECURE") ? _("DATELINE_SECURE is set")
					   : "--no-state");
	return false;
}

enum cli_status command_import_newsboat(const struct request *r)
{
	struct import x = { 0 };
	struct corrections c;
	enum cli_status status = CLI_UNREADABLE;
	struct store *s;
	struct err e;

	if (!is_allowed(r))
		return CLI_UNKEPT;
	s = command_load(r);
	if (!s)
		return CLI_UNREADABLE;
	addresses_find(&x.addresses, s);
	x.seen = mem_calloc(s->articles.n + 1, sizeof *x.seen);
	if (!newsboat_read(r->id.p, take_item, &x, &e))
		safe_printf(stderr, "dateline: %s\n", e.msg);
	else if (!command_correct(r, s, &c))
		status = CLI_UNKEPT;
	else
		status = run(&x, &c, r);
	if (status != CLI_UNREADABLE)
		corrections_release(&c);
	import_release(&x);
	store_free(s);
	return status;
}
