#include "dateline/export/export.h"

#include "dateline/base/message.h"
#include "dateline/export/record.h"
#include "export/json.h"
#include "export/parts.h"

static const struct {
	const char *suffix, *other;
} suffixes[EXPORT_FORMATS] = {
	[EXPORT_TEXT] = { ".txt", ".text" },
	[EXPORT_MARKDOWN] = { ".md", ".markdown" },
	[EXPORT_HTML] = { ".html", ".htm" },
	[EXPORT_JSON] = { ".json", ".jsonl" },
	[EXPORT_CSV] = { ".csv", ".csv" },
	[EXPORT_TSV] = { ".tsv", ".tab" },
};

enum export_format export_format_of(struct str path)
{
	for (int i = 0; i < EXPORT_FORMATS; i++)
		if (str_ends_nocase(path, str_from_c(suffixes[i].suffix)) ||
			str_ends_nocase(path, str_from_c(suffixes[i].other)))
			return (enum export_format)i;
	return EXPORT_FORMATS;
}

const char *export_suffix(enum export_format f)
{
	return suffixes[f].suffix;
}

bool export_is_table(enum export_format f)
{
	return f == EXPORT_CSV || f == EXPORT_TSV;
}

static void make_rows(const struct export_wish *w, struct buf *out)
{
	struct export_rows x;

	export_rows_begin(&x, w->store);
	export_rows_head(w->format, out);
	for (size_t i = 0; i < w->n; i++)
		export_row(&x, w->articles[i], w->format, out);
	export_rows_end(&x);
}

static void make_whole(const struct export_wish *w, struct buf *out)
{
	struct record record = { 0 };

	for (size_t i = 0; i < w->n; i++) {
		record_fill(&record, w->store, w->articles[i]);
		json_write_whole((struct json_out){ .buf = out }, &record.doc,
			&record.analysis);
	}
	record_release(&record);
}

/* "3 articles", or what the only one is called. */
static void add_title(struct buf *out, const struct export_wish *w)
{
	if (w->n_rounds == 1)
		buf_add(out, report_title(w->store, w->rounds[0]));
	else if (w->n_rounds)
		buf_add_f(out,
			message_many("%zu round", "%zu rounds", w->n_rounds),
			w->n_rounds);
	else if (w->n == 1)
		buf_add(out,
			store_str(w->store,
				w->store->articles.v[w->articles[0]].title));
	else
		buf_add_f(out,
			message_many("%zu article", "%zu articles", w->n),
			w->n);
}

static struct str language_of(const struct export_wish *w)
{
	const struct article *v = w->store->articles.v;
	struct str lang = STR("");

	for (size_t i = 0; i < w->n; i++) {
		struct str own = store_str(w->store, v[w->articles[i]].lang);

		if (i > 0 && !str_eq(own, lang))
			return STR("");
		lang = own;
	}
	return lang;
}

static void make_pages(const struct export_wish *w, struct buf *out)
{
	static const struct markup_ops *const ops[] = {
		[EXPORT_TEXT] = &markup_text,
		[EXPORT_MARKDOWN] = &markup_markdown,
		[EXPORT_HTML] = &markup_html,
	};
	struct markup m = { ops[w->format], out, w->columns, MARKUP_LOOSE };
	struct buf title = { 0 };

	add_title(&title, w);
	m.ops->begin(&m, buf_str(&title), language_of(w));
	for (size_t i = 0; i < (w->n_rounds ? w->n_rounds : w->n); i++) {
		if (i > 0)
			m.ops->rule(&m);
		if (w->n_rounds)
			report_write(&m, w->people, w->rounds[i]);
		else
			article_write(&m, w, w->articles[i]);
	}
	m.ops->end(&m);
	buf_release(&title);
}

void export_make(const struct export_wish *w, struct buf *out)
{
	if (export_is_table(w->format) || (w->format == EXPORT_JSON && w->list))
		make_rows(w, out);
	else if (w->format == EXPORT_JSON)
		make_whole(w, out);
	else
		make_pages(w, out);
}
