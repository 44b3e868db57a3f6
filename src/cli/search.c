#include "command.h"
#include "print_json.h"
#include "print_text.h"

#include "dateline/base/message.h"
#include "dateline/export/record.h"
#include "dateline/store/search.h"
#include "dateline/text/sanitize.h"
#include "dateline/text/utf8.h"

/* Bytes of the passage that is shown: two lines of a terminal. */
#define SNIPPET 150

/* A search that was answered, being printed. */
struct answer {
	const struct store *s;
	const struct query *q;
	struct snippet snippet;
	struct record record;
};

/* The query again, and what is wrong with it marked below. */
static void complain_query(struct str query, const struct query_error *error)
{
	struct str before = str_slice(query, 0, error->at.start);
	uint32_t marked = error->at.end - error->at.start;
	struct buf out = { 0 };

	buf_add_f(&out, _("dateline: search: %s\n  %.*s\n  "), error->e.msg,
		STR_ARG(query));
	buf_add_f(&out, "%*s", (int)utf8_count(before), "");
	for (uint32_t i = 0; i < (marked ? marked : 1); i++)
		buf_add_c(&out, '^');
	buf_add_c(&out, '\n');
	safe_fputs(buf_str(&out), stderr);
	buf_release(&out);
}

static json_t *json_hits(const struct answer *x, struct str text)
{
	struct doc_counter from = { 0 };
	uint32_t start = doc_points(text, &from, x->snippet.at.start);
	struct doc_counter c = from;
	json_t *list = json_array();

	for (size_t i = 0; i < x->snippet.hits.n; i++) {
		struct range at = x->snippet.hits.v[i];
		uint32_t first = doc_points(text, &c, at.start);
		uint32_t end = doc_points(text, &c, at.end);
		json_t *hit = json_object();

		json_object_set_new(hit, "start", json_integer(first - start));
		json_object_set_new(hit, "end", json_integer(end - start));
		json_array_append_new(list, hit);
	}
	return list;
}

static void print_json(struct answer *x, const struct hit *hit)
{
	const struct article *a = &x->s->articles.v[hit->article];
	struct str text = store_str(x->s, a->text);
	bool any = x->snippet.at.end > 0;
	json_t *object;

	record_fill(&x->record, x->s, hit->article);
	object = json_head(&x->record.doc);
	json_object_set_new(object, "score", json_real((double)hit->score));
	json_object_set_new(object, "snippet",
		any ? json_str(str_range(text, x->snippet.at)) : json_null());
	json_object_set_new(object, "hits", json_hits(x, text));
	json_print(object);
}

/* The passage, its hits in [brackets]. */
static void add_passage(
	struct buf *out, const struct snippet *snippet, struct str text)
{
	uint32_t at = snippet->at.start;

	for (size_t i = 0; i < snippet->hits.n; i++) {
		struct range hit = snippet->hits.v[i];

		buf_add(out, str_slice(text, at, hit.start));
		buf_add_f(out, "[%.*s]", STR_ARG(str_range(text, hit)));
		at = hit.end;
	}
	buf_add(out, str_slice(text, at, snippet->at.end));
}

/* The article's row, its title, and the passage. */
static void print_text(const struct answer *x, const struct hit *hit)
{
	const struct article *a = &x->s->articles.v[hit->article];
	struct buf out = { 0 }, passage = { 0 };

	text_article(&out, x->s, a);
	text_paragraph(
		&out, store_str(x->s, a->title), STR("      "), text_measure());
	add_passage(&passage, &x->snippet, store_str(x->s, a->text));
	text_paragraph(
		&out, buf_str(&passage), STR("        "), text_measure());
	text_print(&out);
	buf_release(&out);
	buf_release(&passage);
}

static size_t print_hits(
	const struct store *s, const struct query *q, const struct request *r)
{
	struct answer x = { .s = s, .q = q };
	struct hits hits = { 0 };
	size_t found;

	store_search(s, q, r->by_date ? SEARCH_OLDEST_FIRST : SEARCH_BEST_FIRST,
		&hits);
	for (size_t i = 0; i < hits.list.n; i++) {
		const struct hit *hit = &hits.list.v[i];

		store_snippet(s, q, hit->article, SNIPPET, &x.snippet);
		if (r->json)
			print_json(&x, hit);
		else
			print_text(&x, hit);
	}
	found = hits.list.n;
	hits_release(&hits);
	snippet_release(&x.snippet);
	record_release(&x.record);
	return found;
}

enum cli_status command_search(const struct request *r)
{
	struct query_error error;
	struct query q;
	struct corrections c = { 0 };
	enum cli_status status = CLI_UNREADABLE;
	bool kept = true;
	struct store *s;

	if (!query_parse(&q, r->query, &error)) {
		complain_query(r->query, &error);
		return CLI_USAGE;
	}
	s = command_load(r);
	if (s && query_asks_marks(&q))
		kept = command_correct(r, s, &c);
	q.marks = &c.marks;
	if (s)
		status = command_status(s, print_hits(s, &q, r));
	corrections_release(&c);
	store_free(s);
	query_release(&q);
	return kept ? status : CLI_UNKEPT;
}
