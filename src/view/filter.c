#include "filter.h"
#include "list_view.h"
#include "saved.h"

#include "dateline/base/ascii.h"
#include "dateline/base/message.h"
#include "dateline/text/width.h"

static enum search_order order_of(const struct app *app)
{
	if (app_is_ranked(app))
		return SEARCH_BEST_FIRST;
	return sort_is_oldest_first(&app->sort) ? SEARCH_OLDEST_FIRST
						: SEARCH_LATEST_FIRST;
}

/* Nothing asked; what is on its way is not wanted any more. */
static void ask_nothing(struct app *app)
{
	app_wish_search(app, &(struct search_wish){ .text = STR("") });
	app->filtering.waiting = false;
	app->filtering.place.kept &= app->filtering.typing;
	saved_count_on(app);
}

/* What is marked in passages and articles. */
static void set_query(struct app *app, struct str text)
{
	struct query_error error;

	query_release(&app->filtering.query);
	query_parse(&app->filtering.query, text, &error);
	app->search.serial++;
}

static void ask(struct app *app, struct str text)
{
	struct filtering *f = &app->filtering;
	struct search_wish wish = {
		.text = text, .order = order_of(app), .number = ++f->asked
	};

	set_query(app, text);
	f->waiting = true;
	app_wish_search(app, &wish);
}

/* Shows what there is, the cursor where it has to be. */
static void show(struct app *app)
{
	const struct filtering *f = &app->filtering;

	if (f->place.kept)
		app_renew_index(app, f->place.article, f->place.offset);
	else
		app_reorder(app);
}

static void keep_place(struct app *app, uint32_t article, uint32_t offset)
{
	app->filtering.place = (struct index_place){ article, offset, true };
}

static void set_text(struct app *app, struct str text)
{
	buf_clear(&app->filter);
	buf_add(&app->filter, str_trim(text));
}

void filter_begin(struct app *app)
{
	struct filtering *f = &app->filtering;
	const struct list *l = &app_index(app)->list;

	keep_place(app, app_index_anchor(app), l->cursor - l->top);
	f->typing = true;
	f->focus = app->focus;
	f->before_serial = app->serial;
	buf_clear(&f->before);
	buf_add(&f->before, buf_str(&app->filter));
	f->rank_before.n = 0;
	for (size_t i = 0; i < f->answers.rank.n; i++)
		*vec_push(&f->rank_before) = f->answers.rank.v[i];
	f->count_before = f->count;
	f->complete_before = f->complete;
	app_focus(app, PANE_LIST);
}

/* While it is typed, the last word may be the beginning of one. */
static void ask_typed(struct app *app, struct str text)
{
	struct buf longer = { 0 };
	struct query_error error;

	buf_add(&longer, text);
	if (text.n && ((uint8_t)text.p[text.n - 1] >= 0x80 ||
			      ascii_is_alnum(text.p[text.n - 1])))
		buf_add(&longer, STR("*"));
	ask(app, query_check(buf_str(&longer), &error) ? buf_str(&longer)
						       : text);
	buf_release(&longer);
}

void filter_typed(struct app *app)
{
	struct str text = str_trim(prompt_text(&app->prompt));
	struct query_error error;

	if (!app->filtering.typing || str_eq(text, buf_str(&app->filter)) ||
		!query_check(text, &error))
		return;
	set_text(app, text);
	if (text.n) {
		ask_typed(app, text);
		return;
	}
	filter_clear(app);
	show(app);
}

/* The list as it was when the prompt was opened. */
static void go_back(struct app *app)
{
	struct filtering *f = &app->filtering;

	set_text(app, buf_str(&f->before));
	ask_nothing(app);
	f->answers.rank.n = 0;
	for (size_t i = 0; i < f->rank_before.n; i++)
		*vec_push(&f->answers.rank) = f->rank_before.v[i];
	f->count = f->count_before;
	f->complete = f->complete_before;
	set_query(app, buf_str(&app->filter));
	if (app->filter.n && (f->before_serial != app->serial || !f->complete))
		ask(app, buf_str(&app->filter));
	show(app);
}

static void end_typing(struct app *app)
{
	app->filtering.typing = false;
	if (!app->filtering.waiting)
		app->filtering.place.kept = false;
}

void filter_cancelled(struct app *app)
{
	struct filtering *f = &app->filtering;

	if (!f->typing)
		return;
	go_back(app);
	end_typing(app);
	app_focus(app, f->focus);
}

/* Said to the reader with the place, when the text is no query. */
static bool check(struct app *app, struct str text)
{
	struct query_error error;
	struct buf wrong = { 0 };

	if (query_check(text, &error))
		return true;
	say_query_error(&wrong, text, &error);
	app_complain(app, "%.*s", STR_ARG(buf_str(&wrong)));
	buf_release(&wrong);
	return false;
}

void filter_set(struct app *app, struct str text)
{
	struct filtering *f = &app->filtering;

	if (!check(app, text)) {
		filter_cancelled(app);
		return;
	}
	set_text(app, text);
	if (app->filter.n) {
		f->tell = true;
		ask(app, buf_str(&app->filter));
	} else {
		filter_clear(app);
		show(app);
	}
	end_typing(app);
}

void filter_clear(struct app *app)
{
	struct filtering *f = &app->filtering;

	if (app->filter.n || f->waiting)
		ask_nothing(app);
	buf_clear(&app->filter);
	set_query(app, STR(""));
	f->answers.rank.n = 0;
	f->complete = true;
}

void filter_renew(
	struct app *app, bool forget, uint32_t article, uint32_t offset)
{
	struct filtering *f = &app->filtering;

	if (forget) {
		f->answers.rank.n = f->rank_before.n = 0;
		f->place = (struct index_place){ STORE_NONE, 0, f->place.kept };
	}
	if (article != STORE_NONE && (f->place.kept || app->filter.n))
		keep_place(app, article, offset);
	if (app->filter.n == 0)
		return;
	ask(app, buf_str(&app->filter));
}

static void tell(struct app *app)
{
	struct filtering *f = &app->filtering;
	struct buf text = { 0 };

	if (!f->tell)
		return;
	filter_say_count(app, &text);
	say_many(&text, app->store->by_time.n, " of %s article",
		" of %s articles");
	app_say(app, "%.*s", STR_ARG(buf_str(&text)));
	buf_release(&text);
	f->tell = !f->complete;
}

void answers_take(
	struct answers *out, const struct store *s, const struct hits *hits)
{
	out->rank.n = 0;
	for (size_t i = 0; i < s->articles.n; i++)
		*vec_push(&out->rank) = STORE_NONE;
	for (size_t i = 0; i < hits->list.n; i++)
		out->rank.v[hits->list.v[i].article] = (uint32_t)i;
}

void filter_take(struct app *app, const struct search_found *found)
{
	struct filtering *f = &app->filtering;

	if (!f->waiting || found->number != f->asked)
		return;
	f->waiting = !found->complete;
	f->complete = found->complete;
	f->count = found->count;
	answers_take(&f->answers, app->store, &found->hits);
	show(app);
	if (!f->typing && f->complete)
		f->place.kept = false;
	tell(app);
	saved_count_on(app);
}

const struct answers *filter_answers(const struct app *app)
{
	return app->filter.n ? &app->filtering.answers : NULL;
}

bool filter_has_excerpts(const struct app *app)
{
	return app->filter.n && !app->filtering.no_excerpts &&
	       query_has_passages(&app->filtering.query);
}

void filter_say_count(const struct app *app, struct buf *out)
{
	/* An outlet's share of them is not known before all are. */
	bool whole = app->filtering.complete || app->outlet.n;

	buf_add(out, app->filtering.complete ? STR("") : STR("~"));
	say_count(out, whole ? app->order.articles : app->filtering.count);
}

void filter_toggle_excerpts(struct app *app)
{
	struct filtering *f = &app->filtering;

	f->no_excerpts = !f->no_excerpts;
	app_reorder(app);
	app_say(app, f->no_excerpts ? _("titles only")
				    : _("with the passages that were found"));
}

/* The passage begins under the source. */
#define EXCERPT_COL 11

/* Of the text, its hits marked; nothing is lost of a line that is cut: marks
 * say where. */
static void draw_passage(const struct app *app, struct str text,
	const struct snippet *found, struct pen *p)
{
	struct str passage = str_range(text, found->at);
	struct pen start;

	if (found->at.start > 0 && text.p[found->at.start - 1] != '\n')
		pen_glyph(p, STYLE_dim, GLYPH_ELLIPSIS);
	start = *p;
	pen_field(p, STYLE_dim, passage,
		text_width(passage) < pen_room(p) ? text_width(passage)
						  : pen_room(p));
	start.end = p->col;
	if (found->at.end < text.n && text.p[found->at.end] != '\n')
		pen_put(p, STYLE_dim, glyph_str(GLYPH_ELLIPSIS, app->ascii));
	for (size_t i = 0; i < found->hits.n; i++)
		draw_mark(&start, passage,
			(struct range){
				found->hits.v[i].start - found->at.start,
				found->hits.v[i].end - found->at.start });
}

void filter_draw_excerpt(const struct app *app, uint32_t article, struct pen *p)
{
	const struct article *a = &app->store->articles.v[article];
	struct str text = store_str(app->store, a->text);
	struct snippet found = { 0 };
	int room = pen_room(p) - EXCERPT_COL + 1;

	if (room < EXCERPT_COL || text.n == 0)
		return;
	pen_space(p, EXCERPT_COL - 1);
	store_snippet(app->store, &app->filtering.query, article,
		(uint32_t)room - 2, &found);
	if (found.at.end == 0 && a->blocks.n) {
		const struct block *b = &app->store->blocks.v[a->blocks.first];

		found.at = (struct range){ b->start, b->end };
	}
	draw_passage(app, text, &found, p);
	snippet_release(&found);
}

void filter_release(struct app *app)
{
	struct filtering *f = &app->filtering;

	query_release(&f->query);
	vec_free(&f->answers.rank);
	vec_free(&f->rank_before);
	buf_release(&f->before);
}
