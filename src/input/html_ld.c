#include "input/html_ld.h"

#include "dateline/text/charset.h"
#include "input/html_entity.h"

#include <jansson.h>

/* Objects looked at in one page; a search over more is no metadata. */
#define MAX_NODES 4096
#define MAX_SCRIPT ((size_t)1 << 20) /* bytes */

struct node {
	json_t *json;
};

struct graph {
	VEC_OF(struct node) roots;
	VEC_OF(struct node) nodes; /* every object, parents first */
	struct str title; /* of the page */
	struct arena *arena;
};

/* Line ends inside strings are forbidden by JSON and common in pages. */
static void load_script(struct graph *g, struct str bytes, struct str charset)
{
	struct buf text = { 0 };
	size_t start = 0;
	json_t *root;

	if (bytes.n > MAX_SCRIPT)
		return;
	/* XHTML's wrapping opens with a bracket that is no array's. */
	if (str_starts(str_trim(bytes), STR("<![CDATA[")))
		bytes = str_slice(
			str_trim(bytes), strlen("<![CDATA["), bytes.n);
	charset_to_utf8(&text, bytes, charset);
	for (size_t i = 0; i < text.n; i++)
		if ((uint8_t)text.p[i] < 0x20)
			text.p[i] = ' ';
	while (start < text.n && text.p[start] != '{' && text.p[start] != '[')
		start++;
	root = json_loadb(text.p + start, text.n - start,
		JSON_DISABLE_EOF_CHECK | JSON_ALLOW_NUL, NULL);
	if (root)
		vec_push(&g->roots)->json = root;
	buf_release(&text);
}

static void push_children(struct graph *g, json_t *value)
{
	const char *key;
	json_t *child;
	size_t i;

	if (json_is_array(value)) {
		json_array_foreach(
			value, i, child) if (g->nodes.n < MAX_NODES &&
					     (json_is_object(child) ||
						     json_is_array(child)))
			vec_push(&g->nodes)
				->json = child;
		return;
	}
	json_object_foreach(value, key,
		child) if (g->nodes.n < MAX_NODES &&
			   (json_is_object(child) || json_is_array(child)))
		vec_push(&g->nodes)
			->json = child;
}

/* Lists every object and array, breadth first. */
static void list_nodes(struct graph *g)
{
	for (size_t i = 0; i < g->roots.n; i++)
		*vec_push(&g->nodes) = g->roots.v[i];
	for (size_t i = 0; i < g->nodes.n; i++)
		push_children(g, g->nodes.v[i].json);
}

static struct str text_of(const json_t *v)
{
	return json_is_string(v)
		       ? str_of(json_string_value(v), json_string_length(v))
		       : STR_NONE;
}

static struct str field(const json_t *node, const char *key)
{
	return text_of(json_object_get(node, key));
}

/* Keeps a string past the JSON, its references read. */
static struct str keep(const struct graph *g, struct str s)
{
	struct buf b = { 0 };

	if (s.n == 0)
		return STR_NONE;
	html_decode(&b, s);
	s = arena_dup(g->arena, str_trim(buf_str(&b)));
	buf_release(&b);
	return s;
}

static bool type_is(struct str type, struct str suffix)
{
	return str_ends(type, suffix);
}

/* How much a node of this type says of the page's article: 0 nothing. */
static int type_rank(struct str type)
{
	static const struct {
		struct str suffix;
		int rank;
	} ranks[] = {
		/* Its entries are postings themselves. */
		{ { "LiveBlogPosting", 15 }, 5 },
		{ { "BlogPosting", 11 }, 4 },
		{ { "Article", 7 }, 4 },
		{ { "Report", 6 }, 3 },
		{ { "Review", 6 }, 2 },
		{ { "SocialMediaPosting", 18 }, 2 },
		{ { "DiscussionForumPosting", 22 }, 2 },
		{ { "Recipe", 6 }, 2 },
		{ { "HowTo", 5 }, 2 },
		{ { "VideoObject", 11 }, 1 },
		{ { "WebPage", 7 }, 1 },
	};

	for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++)
		if (type_is(type, ranks[i].suffix))
			return ranks[i].rank;
	return 0;
}

static int node_rank(const json_t *node)
{
	const json_t *type = json_object_get(node, "@type"), *one;
	int best = type_rank(text_of(type));
	size_t i;

	json_array_foreach(type, i, one)
	{
		int rank = type_rank(text_of(one));

		best = rank > best ? rank : best;
	}
	return best;
}

/* The node that a bare {"@id": …} points to, or the node itself. */
static const json_t *resolve(const struct graph *g, const json_t *node)
{
	struct str id =
		json_is_string(node) ? text_of(node) : field(node, "@id");

	if (id.n == 0 || json_object_get(node, "name"))
		return node;
	for (size_t i = 0; i < g->nodes.n; i++)
		if (json_object_get(g->nodes.v[i].json, "name") &&
			str_eq(field(g->nodes.v[i].json, "@id"), id))
			return g->nodes.v[i].json;
	return node;
}

/* True for an author who is said to be no person. */
static bool is_body(const json_t *node)
{
	struct str type = field(node, "@type");

	return type_is(type, STR("Organization")) ||
	       type_is(type, STR("Corporation")) ||
	       type_is(type, STR("WebSite"));
}

static void add_author(
	const struct graph *g, const json_t *author, struct html_ld *out)
{
	const json_t *node = resolve(g, author);
	struct str name =
		json_is_string(node) ? text_of(node) : field(node, "name");

	if (name.n == 0)
		name = text_of(
			json_array_get(json_object_get(node, "name"), 0));
	if (name.n && out->n_authors < HTML_LD_MAX_AUTHORS)
		out->authors[out->n_authors++] =
			(struct html_ld_author){ .name = keep(g, name),
				.is_body = is_body(node) };
}

static void add_authors(
	const struct graph *g, const json_t *value, struct html_ld *out)
{
	const json_t *one;
	size_t i;

	if (!json_is_array(value)) {
		add_author(g, value, out);
		return;
	}
	json_array_foreach(value, i, one) add_author(g, one, out);
}

static void fill(const struct graph *g, struct str *to, const json_t *node,
	const char *key)
{
	if (!to->p)
		*to = keep(g, field(node, key));
}

static void read_node(
	const struct graph *g, const json_t *node, struct html_ld *out)
{
	const json_t *author = json_object_get(node, "author");
	const json_t *publisher = json_object_get(node, "publisher");

	fill(g, &out->headline, node, "headline");
	fill(g, &out->headline, node, "name");
	fill(g, &out->published, node, "datePublished");
	fill(g, &out->modified, node, "dateModified");
	fill(g, &out->created, node, "dateCreated");
	fill(g, &out->created, node, "uploadDate");
	fill(g, &out->body, node, "articleBody");
	fill(g, &out->url, node, "url");
	fill(g, &out->lang, node, "inLanguage");
	if (!author)
		author = json_object_get(node, "creator");
	if (author && out->n_authors == 0)
		add_authors(g, author, out);
	if (publisher && !out->publisher.p) {
		publisher = resolve(g, json_is_array(publisher)
					       ? json_array_get(publisher, 0)
					       : publisher);
		fill(g, &out->publisher, publisher, "name");
	}
}

/* True when the page has the node's headline for its title. */
static bool is_titled(const struct graph *g, const json_t *node)
{
	struct str headline = str_trim(field(node, "headline"));

	return headline.n && str_find(g->title, headline, 0) != STR_NPOS;
}

/* The node that says most of the article; the first of those that tie. */
static const json_t *best_node(const struct graph *g)
{
	const json_t *best = NULL;
	int best_rank = 0;

	for (size_t i = 0; i < g->nodes.n; i++) {
		const json_t *node = g->nodes.v[i].json;
		int rank = node_rank(node) * 4;

		if (rank == 0)
			continue;
		rank += (json_object_get(node, "datePublished") != NULL) +
			(json_object_get(node, "headline") != NULL) +
			is_titled(g, node);
		if (rank > best_rank) {
			best = node;
			best_rank = rank;
		}
	}
	return best;
}

void html_ld_read(const struct html_source *source, struct str title,
	struct arena *arena, struct html_ld *out)
{
	struct graph g = { .arena = arena, .title = title };
	const json_t *best;

	*out = (struct html_ld){ 0 };
	for (size_t i = 0; i < source->json.n; i++)
		load_script(&g, source->json.v[i], source->charset);
	list_nodes(&g);
	best = best_node(&g);
	if (best)
		read_node(&g, best, out);
	for (size_t i = 0; i < g.roots.n; i++)
		json_decref(g.roots.v[i].json);
	vec_free(&g.roots);
	vec_free(&g.nodes);
}
