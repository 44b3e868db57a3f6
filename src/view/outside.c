/* What leaves the program: the browser, files, commands. Nothing is done here
 * but to say what is wished. */
#include "reading.h"

#include "say.h"

#include "dateline/base/message.h"
#include "dateline/text/url.h"
#include "dateline/text/utf8.h"
#include "dateline/text/words.h"

/* Bytes of a file's name that is proposed: more is hard to see whole. */
#define NAME_BYTES 60

static const uint32_t *keep_numbers(
	struct app *app, const uint32_t *v, size_t n)
{
	uint32_t *kept = arena_alloc(&app->wishes, (n + 1) * sizeof *kept);

	if (n)
		memcpy(kept, v, n * sizeof *kept);
	return kept;
}

void app_wish_outside(
	struct app *app, enum effect_kind kind, const struct outside_wish *wish)
{
	struct effect *effect = vec_push(&app->effects);

	*effect = (struct effect){ .kind = kind, .outside = *wish };
	effect->outside.text = arena_dup(&app->wishes, wish->text);
	effect->outside.what.articles =
		keep_numbers(app, wish->what.articles, wish->what.n);
	effect->outside.what.rounds =
		keep_numbers(app, wish->what.rounds, wish->what.n_rounds);
}

/* The browser. */

static void browse(struct app *app, struct str address)
{
	struct buf clean = { 0 };
	struct err e;

	if (url_for_programs(&clean, str_trim(address), &e))
		app_wish_outside(app, EFFECT_BROWSE,
			&(struct outside_wish){ .text = buf_str(&clean) });
	else
		app_complain(app, "%s", e.msg);
	buf_release(&clean);
}

void browse_run(struct app *app, const struct call *call)
{
	uint32_t article = app_chosen(app);
	struct buf clean = { 0 };
	struct str url;
	struct err e;

	if (call->argument.p) {
		browse(app, call->argument);
		return;
	}
	if (article == STORE_NONE) {
		app_refuse(app, _("no article here"));
		return;
	}
	url = store_str(app->store, app->store->articles.v[article].url);
	if (url_for_programs(&clean, url, &e)) {
		prompt_open(&app->prompt, call->id, app_focused(app)->ops->in);
		/* Its host is what is to be seen. */
		prompt_offer_line(&app->prompt, buf_str(&clean), 0);
	} else {
		app_complain(app, "%s", e.msg);
	}
	buf_release(&clean);
}

/* Files. */

/* A name without what file systems and shells have a use for: the words, apart
 * by "-". */
static void add_name(struct buf *out, struct str title)
{
	struct range word = { 0, 0 };
	size_t before = out->n;

	while (word_next(title, word.end, &word)) {
		struct str cut = utf8_cut(str_range(title, word),
			NAME_BYTES - 1 > out->n - before
				? NAME_BYTES - 1 - (out->n - before)
				: 0);

		if (cut.n < word.end - word.start && out->n > before)
			break;
		buf_add(out, out->n > before ? STR("-") : STR(""));
		buf_add(out, cut);
	}
	if (out->n == before)
		buf_add(out, MSG("untitled"));
}

static void propose(struct app *app, struct buf *out)
{
	const struct view *v = app_focused(app);
	const struct store *s = app->store;
	enum export_format format = EXPORT_CSV;

	if (v->ops->in == IN_ARTICLE) {
		add_name(out, store_str(s, s->articles.v[v->subject].title));
		format = EXPORT_TEXT;
	} else if (v->ops->in == IN_ROUND && !app->selected.n) {
		add_name(out, store_str(s, s->rounds.v[v->subject].title));
		format = EXPORT_MARKDOWN;
	} else if (v->ops->in == IN_INDEX) {
		add_name(out, app->filter.n   ? buf_str(&app->filter)
			      : app->outlet.n ? buf_str(&app->outlet)
					      : MSG("articles"));
	} else {
		add_name(out, v->name.n ? buf_str(&v->name)
					: str_from_c(view_name(v->ops->in)));
	}
	buf_add(out, str_from_c(export_suffix(format)));
}

/* All articles of the list, each once, as they stand there. */
static void add_rows(struct targets *t, const struct app *app)
{
	const struct view *v = app_focused(app);
	/* Keys may be bound where there is no list of articles. */
	uint32_t n = v->ops->article ? v->ops->count(app, v) : 0;
	uint8_t *seen = mem_calloc(app->store->articles.n + 1, 1);

	for (uint32_t i = 0; i < n; i++) {
		uint32_t article = v->ops->article(app, v, i);

		if (article == STORE_NONE || seen[article]++)
			continue;
		*vec_push(&t->list) = article;
	}
	free(seen);
}

/* Of a list a table has all rows, a text the article of the row; of what is
 * selected both have that. */
static void find_written(
	struct targets *t, struct app *app, enum export_format format)
{
	const struct view *v = app_focused(app);
	bool rows = export_is_table(format) || format == EXPORT_JSON;

	if (v->ops->in != IN_ARTICLE && rows && !app->selected.n)
		add_rows(t, app);
	else
		targets_find(t, app);
}

static void write_what(struct app *app, struct str path, bool replace)
{
	const struct view *v = app_focused(app);
	enum export_format format = export_format_of(path);
	struct targets t = { 0 };
	struct outside_wish wish = { .text = path, .replace = replace };
	bool report = v->ops->in == IN_ROUND && !app->selected.n &&
		      !export_is_table(format) && format != EXPORT_JSON;

	if (report && app_awaits_people(app))
		return;
	find_written(&t, app, format);
	wish.what = (struct export_wish){ .format = format,
		.store = app->store,
		.people = app_people(app),
		.articles = t.list.v,
		.n = t.list.n,
		.rounds = &v->subject,
		.n_rounds = report ? 1 : 0,
		.list = v->ops->in != IN_ARTICLE };
	if (t.list.n || report)
		app_wish_outside(app, EFFECT_WRITE, &wish);
	else
		app_refuse(app, _("no article here"));
	vec_free(&t.list);
}

void write_run(struct app *app, const struct call *call)
{
	struct str path = str_trim(call->argument);
	struct buf proposal = { 0 };

	if (app->loading) {
		app_refuse(app, _("writing is for when all is read"));
		return;
	}
	if (!call->argument.p) {
		propose(app, &proposal);
		prompt_open(&app->prompt, call->id, app_focused(app)->ops->in);
		prompt_propose(&app->prompt, buf_str(&proposal));
		buf_release(&proposal);
		return;
	}
	if (!path.n)
		return;
	if (export_format_of(path) == EXPORT_FORMATS) {
		app_complain(app, _("a file's name ends in .txt, .md, .html, "
				    ".json, .csv or .tsv"));
		return;
	}
	buf_clear(&app->unwritten);
	buf_add(&app->unwritten, path);
	write_what(app, buf_str(&app->unwritten), false);
}

void write_asks(struct app *app, const char *name)
{
	struct buf question = { 0 };

	buf_add_f(&question, _("%s is there already: replace it? y n "), name);
	prompt_ask(&app->prompt, COMMAND_WRITE, app_focused(app)->ops->in,
		buf_str(&question));
	buf_release(&question);
}

void write_answered(struct app *app)
{
	write_what(app, buf_str(&app->unwritten), true);
}

/* Commands. */

void pipe_run(struct app *app, const struct call *call)
{
	struct str command = str_trim(call->argument);
	struct targets t = { 0 };

	if (!call->argument.p) {
		prompt_open(&app->prompt, call->id, app_focused(app)->ops->in);
		return;
	}
	if (!command.n)
		return;
	targets_find(&t, app);
	if (t.list.n)
		app_wish_outside(app, EFFECT_PIPE,
			&(struct outside_wish){ .text = command,
				.what = { .format = EXPORT_TEXT,
					.store = app->store,
					.articles = t.list.v,
					.n = t.list.n,
					.bare = true } });
	else
		app_refuse(app, _("no article here"));
	vec_free(&t.list);
}
