/* What is copied to the clipboard: a quote, its citation, the article. */
#include "state.h"

#include "dateline/base/message.h"
#include "dateline/export/cite.h"

/* The quote the reader is on: of the article, or of the row. */
static bool find_quote(struct app *app, uint32_t *article, uint32_t *quote)
{
	const struct view *v = app_focused(app);
	uint32_t row = v->list.cursor;

	if (v->ops->in == IN_ARTICLE) {
		*article = v->subject;
		*quote = v->quote;
	} else if (v->rows.list.n > row) {
		*article = v->rows.list.v[row].article;
		*quote = v->rows.list.v[row].quote;
	} else {
		return false;
	}
	return *article != STORE_NONE &&
	       *quote < app->store->articles.v[*article].quotes.n;
}

/* The paragraph at the top of the screen, else the first. */
static struct str paragraph_of(struct app *app, uint32_t article)
{
	const struct view *v = app_focused(app);
	const struct article *a = &app->store->articles.v[article];
	uint32_t at = v->ops->in == IN_ARTICLE && v->top.part == PAPER_TEXT
			      ? v->top.at
			      : 0;

	for (uint32_t i = 0; i < a->blocks.n; i++) {
		const struct block *b =
			&app->store->blocks.v[a->blocks.first + i];

		if (b->end > at)
			return str_slice(store_str(app->store, a->text),
				b->start, b->end);
	}
	return STR_NONE;
}

static const char *copy_quote(
	struct app *app, uint32_t article, struct buf *out)
{
	struct str paragraph;
	uint32_t quote;

	if (find_quote(app, &article, &quote)) {
		cite_quote(out, app_people(app), app->store, article, quote);
		return _("the quote");
	}
	paragraph = paragraph_of(app, article);
	if (paragraph.n)
		cite_words(out, app->store, article, paragraph);
	return _("the paragraph");
}

/* Of the article, unless the reader is on a quote. */
static const char *copy_citation(
	struct app *app, uint32_t article, struct buf *out)
{
	struct str url;
	uint32_t quote;

	if (find_quote(app, &article, &quote))
		cite_quote(out, app_people(app), app->store, article, quote);
	else
		cite_article(out, app->store, article);
	url = store_str(app->store, app->store->articles.v[article].url);
	if (url.n)
		buf_add_f(out, ", %.*s", STR_ARG(url));
	return _("the citation");
}

static const char *copy_text(struct app *app, uint32_t article, struct buf *out)
{
	export_make(&(struct export_wish){ .format = EXPORT_TEXT,
			    .store = app->store,
			    .articles = &article,
			    .n = 1,
			    .bare = true },
		out);
	return _("the article's text");
}

/* Appends what a command copies; what that is called. */
static const char *collect(
	struct app *app, enum command_id id, uint32_t article, struct buf *out)
{
	const struct article *a = &app->store->articles.v[article];

	switch (id) {
	case COMMAND_COPY_ADDRESS:
		buf_add(out, store_str(app->store, a->url));
		return _("the address");
	case COMMAND_COPY_TITLE:
		buf_add(out, store_str(app->store, a->title));
		return _("the title");
	case COMMAND_COPY_TEXT:
		return copy_text(app, article, out);
	case COMMAND_COPY_CITATION:
		return copy_citation(app, article, out);
	case COMMAND_COPY_QUOTE:
	default:
		return copy_quote(app, article, out);
	}
}

void copy_run(struct app *app, const struct call *call)
{
	uint32_t article = app_chosen(app);
	struct outside_wish wish = { 0 };
	struct buf text = { 0 };

	if (article == STORE_NONE) {
		app_say(app, _("no article here"));
		return;
	}
	wish.called = collect(app, call->id, article, &text);
	wish.text = buf_str(&text);
	if (text.n)
		app_wish_outside(app, EFFECT_COPY, &wish);
	else
		app_say(app, _("%s is not known"), wish.called);
	buf_release(&text);
}
