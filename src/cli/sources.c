#include "command.h"
#include "print_json.h"
#include "print_text.h"

#include "dateline/store/outlets.h"
#include "dateline/text/url.h"

/* How often an outlet has an origin. */
struct use {
	struct str origin;
	uint32_t outlet, n;
};

struct uses {
	struct intern pairs; /* outlet and origin */
	VEC_OF(struct use) list; /* by their number */
};

static void count_use(struct uses *u, uint32_t outlet, struct str origin)
{
	struct buf pair = { 0 };
	uint32_t n;

	buf_add_f(&pair, "%u %.*s", (unsigned)outlet, STR_ARG(origin));
	n = intern_add(&u->pairs, buf_str(&pair));
	while (u->list.n <= n)
		*vec_push(&u->list) = (struct use){ origin, outlet, 0 };
	u->list.v[n].n++;
	buf_release(&pair);
}

static void count_uses(
	struct uses *u, const struct outlets *o, const struct store *s)
{
	for (size_t i = 0; i < s->by_time.n; i++) {
		uint32_t at = s->by_time.v[i];
		struct str url = store_str(s, s->articles.v[at].url);
		struct url_parts parts;

		if (url_split(url, &parts))
			count_use(u, o->of.v[at], parts.origin);
	}
}

/* By outlet the origin that most of its articles have, with how many; the
 * caller frees them. */
static struct use *find_sites(const struct outlets *o, const struct store *s)
{
	struct use *sites = mem_calloc(o->list.n + 1, sizeof *sites);
	struct uses u = { 0 };

	count_uses(&u, o, s);
	for (size_t i = 0; i < u.list.n; i++)
		if (u.list.v[i].n > sites[u.list.v[i].outlet].n)
			sites[u.list.v[i].outlet] = u.list.v[i];
	vec_free(&u.list);
	intern_release(&u.pairs);
	return sites;
}

static void print_json(const struct outlet *o, struct str site)
{
	json_t *object = json_object();

	json_object_set_new(object, "source", json_str(o->name));
	json_object_set_new(object, "site", json_str(site));
	json_object_set_new(object, "articles", json_integer(o->articles));
	json_print(object);
}

/* articles, name, site */
static void print_text(const struct outlet *o, struct str site)
{
	struct buf row = { 0 }, out = { 0 };

	buf_add_f(&row, "%6u  ", (unsigned)o->articles);
	if (site.n)
		text_column(&row, o->name, 32);
	else
		buf_add(&row, o->name);
	if (site.n)
		buf_add_f(&row, "  %.*s", STR_ARG(site));
	text_row(&out, buf_str(&row));
	text_print(&out);
	buf_release(&row);
	buf_release(&out);
}

/* Text is clean: it has no character that XML 1.0 does not allow. */
static void add_attribute(struct buf *out, const char *name, struct str value)
{
	buf_add_f(out, " %s=\"", name);
	for (size_t i = 0; i < value.n; i++) {
		char c = value.p[i];

		if (strchr("&<>\"", c))
			buf_add_f(out, "&#%d;", c);
		else
			buf_add_c(out, c);
	}
	buf_add_c(out, '"');
}

/* OPML 2.0 (opml.org/spec2.opml): a link, for which feed is the outlet's is not
 * known. */
static void print_outline(const struct outlet *o, struct str site)
{
	struct buf out = { 0 };

	buf_add(&out, STR("    <outline"));
	add_attribute(&out, "text", o->name);
	add_attribute(&out, "title", o->name);
	if (site.n) {
		add_attribute(&out, "type", STR("link"));
		add_attribute(&out, "url", site);
		add_attribute(&out, "htmlUrl", site);
	}
	buf_add(&out, STR("/>\n"));
	fwrite(out.p, 1, out.n, stdout);
	buf_release(&out);
}

static size_t print_all(const struct store *s, const struct request *r)
{
	struct outlets o = { 0 };
	struct use *sites;
	size_t n;

	outlets_find(&o, s);
	sites = find_sites(&o, s);
	if (r->opml)
		fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<opml version=\"2.0\">\n"
		      "  <head><title>Sources of a dateline archive"
		      "</title></head>\n"
		      "  <body>\n",
			stdout);
	for (size_t i = 0; i < o.list.n; i++)
		if (r->opml)
			print_outline(&o.list.v[i], sites[i].origin);
		else if (r->json)
			print_json(&o.list.v[i], sites[i].origin);
		else
			print_text(&o.list.v[i], sites[i].origin);
	if (r->opml)
		fputs("  </body>\n</opml>\n", stdout);
	n = o.list.n;
	outlets_release(&o);
	free(sites);
	return n;
}

enum cli_status command_sources(const struct request *r)
{
	return command_print(r, print_all);
}
