#include "article_row.h"

#include "list_view.h"
#include "reading.h"

#include "dateline/text/fold.h"
#include "dateline/text/width.h"

/* By the width of the whole row, so that columns stand under each other. */
static int source_columns(int room)
{
	if (room < 42)
		return 0;
	if (room < 76)
		return room < 46 ? 8 : 10;
	return room < 92 ? 18 : 22;
}

struct str outlet_short(struct str name, struct str lang)
{
	struct str rest = name, first;
	struct buf folded = { 0 };
	bool is_article;

	str_split(&rest, ' ', &first);
	text_fold(&folded, first);
	is_article =
		lexicon_has(lexicon_get(lang), buf_str(&folded), LEX_article);
	buf_release(&folded);
	return is_article && rest.n ? rest : name;
}

static uint8_t date_columns(enum date_form form)
{
	switch (form) {
	case SAY_CLOCK:
		return 6;
	case SAY_SHORT:
		return 11;
	case SAY_STAMP:
		return 16;
	case SAY_ZONED:
		return 17;
	case SAY_DAY:
	case SAY_MOMENT:
	case SAY_LONG:
	default:
		return 12;
	}
}

void copied_find(struct copied *out, const struct store *s)
{
	out->by_article.n = 0;
	for (size_t i = 0; i < s->articles.n; i++)
		*vec_push(&out->by_article) = false;
	for (size_t i = 0; i < s->by_time.n; i++) {
		uint32_t of = s->articles.v[s->by_time.v[i]].copy_of;

		if (of != STORE_NONE)
			out->by_article.v[of] = true;
	}
}

/* Where there is no room for zones, no clocks: they would not seem to be in
 * order. */
static enum date_form form_fitting(enum date_form form, int columns)
{
	return form == SAY_ZONED && columns == 0 ? SAY_DAY : form;
}

void say_round_size(
	const struct app *app, uint32_t article, bool outlets, struct buf *out)
{
	const struct store *s = app->store;
	const struct round *round = &s->rounds.v[s->articles.v[article].round];

	if (round->articles.n < 2)
		return;
	buf_add_f(out, "%u", (unsigned)round->articles.n);
	if (outlets)
		buf_add_f(out, "/%u", (unsigned)round->sources);
	buf_add(out, glyph_str(GLYPH_MORE, app->ascii));
}

/* A row that is being drawn. */
struct drawing {
	const struct app *app;
	const struct article_row *r;
	const struct article *a;
	enum date_form form;
	struct buf text; /* of a column */
};

static enum style style_of(const struct drawing *d, enum column_what what)
{
	bool estimated = d->a->date_basis == BASIS_ESTIMATED;

	switch (what) {
	case COLUMN_WHEN:
	case COLUMN_TIME:
	case COLUMN_DATE:
		return estimated ? STYLE_estimate : STYLE_date;
	case COLUMN_SOURCE:
		return STYLE_source;
	case COLUMN_TITLE:
		return app_is_read(d->app, d->r->article) ? STYLE_dim
							  : STYLE_text;
	case COLUMN_PLACE:
		return STYLE_dateline;
	case COLUMN_STAR:
	case COLUMN_TAGS:
		return STYLE_key;
	case COLUMN_COPIES:
		return STYLE_text;
	default:
		return STYLE_dim;
	}
}

static bool has_copies(const struct drawing *d)
{
	return d->a->copy_of != STORE_NONE ||
	       d->app->copied.by_article.v[d->r->article];
}

/* "=", and how many of them there are. */
static void say_copies(struct drawing *d, uint8_t width)
{
	if (!has_copies(d))
		return;
	buf_add_c(&d->text, '=');
	if (width > 1 && d->r->copies)
		say_count(&d->text, d->r->copies + 1);
}

static uint32_t speakers(const struct store *s, const struct article *a)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < a->persons.n; i++)
		n += s->persons.v[a->persons.first + i].quotes > 0;
	return n;
}

/* A text that the article has. */
static struct str text_of(const struct drawing *d, const struct column *c)
{
	const struct store *s = d->app->store;
	struct str source, lang = store_str(s, d->a->lang);

	switch (c->what) {
	case COLUMN_SOURCE:
		source = store_source(s, d->a);
		return text_width(source) > c->width
			       ? outlet_short(source, store_str(s, d->a->lang))
			       : source;
	case COLUMN_TITLE:
		return article_title(s, d->a);
	case COLUMN_AUTHOR:
		return d->a->bylines.n
			       ? store_str(s, s->strings.v[d->a->bylines.first])
			       : STR_NONE;
	case COLUMN_PLACE:
		return store_str(s, d->a->dateline);
	case COLUMN_LANGUAGE:
		/* "en" of "en-GB". */
		return str_slice(lang, 0, str_chr(lang, '-', 0));
	case COLUMN_NOTE:
		return d->r->note;
	default:
		return STR_NONE;
	}
}

static void say_marks(struct drawing *d, enum column_what what)
{
	const struct marks *m = app_marks(d->app);
	uint32_t article = d->r->article;

	if (m && what == COLUMN_TAGS)
		marks_say_tags(m, article, &d->text);
	else if (m && mark_set_has(&m->starred, article))
		buf_add(&d->text, glyph_str(GLYPH_STAR, d->app->ascii));
}

static void say_column(struct drawing *d, const struct column *c)
{
	buf_clear(&d->text);
	switch (c->what) {
	case COLUMN_COPIES:
		say_copies(d, c->width);
		break;
	case COLUMN_NUMBER:
		if (d->r->number)
			say_count(&d->text, d->r->number);
		break;
	case COLUMN_WHEN:
		say_date(&d->text, d->a, d->form);
		break;
	case COLUMN_TIME:
		say_date(&d->text, d->a, SAY_CLOCK);
		break;
	case COLUMN_DATE:
		say_date(&d->text, d->a, SAY_SHORT);
		break;
	case COLUMN_ROUND:
		say_round_size(d->app, d->r->article, c->width > 4, &d->text);
		break;
	case COLUMN_SPEAKERS:
		say_count(&d->text, speakers(d->app->store, d->a));
		break;
	case COLUMN_WORDS:
		say_count(&d->text, d->a->words);
		break;
	case COLUMN_MINUTES:
		say_count(&d->text, reading_minutes(d->a->words));
		break;
	case COLUMN_STAR:
	case COLUMN_TAGS:
		say_marks(d, (enum column_what)c->what);
		break;
	default:
		break;
	}
}

/* What stands in a column, good until the next call. */
static struct str column_text(struct drawing *d, const struct column *c)
{
	struct str text = text_of(d, c);

	if (text.p)
		return text;
	say_column(d, c);
	return buf_str(&d->text);
}

/* What a copy's title stands in from that of the first. */
#define COPY_COLS 2

static int blanks_before(const struct column *c, struct str text, int width)
{
	int blanks = c->right ? width - text_width(text) : 0;

	return blanks > 0 ? blanks : 0;
}

/* At the right end of what is left of the row. */
static void draw_right(struct drawing *d, const struct column *c, struct pen *p)
{
	struct str text = column_text(d, c);
	struct pen own = *p;

	if (c->width == 0) {
		pen_right(p, style_of(d, (enum column_what)c->what), text);
		return;
	}
	if (pen_room(p) <= c->width)
		return;
	p->end -= c->width + 1;
	own.col = p->end + 1;
	pen_space(&own, blanks_before(c, text, c->width));
	pen_field(&own, style_of(d, (enum column_what)c->what), text,
		pen_room(&own));
}

static void draw_left(struct drawing *d, const struct column *c, struct pen *p)
{
	struct str text = column_text(d, c);
	int width = c->rest		     ? pen_room(p)
		    : c->width		     ? c->width
		    : c->what == COLUMN_WHEN ? date_columns(d->form)
					     : text_width(text);
	int blanks = blanks_before(c, text, width);
	struct pen start;

	if (d->r->is_copy && c->what == COLUMN_TITLE && width > 2 * COPY_COLS)
		blanks += COPY_COLS;
	pen_space(p, blanks);
	start = *p;
	width -= blanks;
	pen_field(p, style_of(d, (enum column_what)c->what), text, width);
	start.end = p->col;
	if (c->what == COLUMN_TITLE)
		draw_highlights(d->app, &start, text);
	if (c->what == COLUMN_SOURCE || c->what == COLUMN_TITLE)
		draw_hits(d->app, &start, text);
	if (!c->tight)
		pen_space(p, 1);
}

static void draw_columns(
	struct drawing *d, const struct row_form *columns, struct pen *p)
{
	uint32_t left = 0;

	while (left < columns->n && !columns->list[left].rest)
		left++;
	for (uint32_t i = columns->n; i-- > left + 1;)
		draw_right(d, &columns->list[i], p);
	for (uint32_t i = 0; i <= left && i < columns->n; i++) {
		const struct column *c = &columns->list[i];
		int before = p->col;

		if (c->what != COLUMN_MARK) {
			draw_left(d, c, p);
			continue;
		}
		draw_article_mark(d->app, d->r->article, p);
		if (p->col > before && !c->tight)
			pen_space(p, 1);
	}
}

static void add(struct row_form *c, enum column_what what, uint8_t width)
{
	c->list[c->n] = column_of(what);
	c->list[c->n++].width = width;
}

/* The form that fits. */
static struct row_form own_form(struct drawing *d, int room)
{
	struct row_form c = { .n = 0 };
	int source = d->r->no_source ? 0 : source_columns(room);

	d->form = form_fitting(d->r->form, source);
	add(&c, COLUMN_MARK, 1);
	c.list[0].tight = true;
	add(&c, COLUMN_COPIES, 1);
	add(&c, COLUMN_WHEN, date_columns(d->form));
	if (source)
		add(&c, COLUMN_SOURCE, (uint8_t)source);
	add(&c, COLUMN_TITLE, 0);
	c.list[c.n - 1].rest = true;
	add(&c, COLUMN_NOTE, 0);
	return c;
}

/* By their screens. */
static const struct {
	unsigned in;
	size_t form; /* in struct options */
} forms[ROW_FORMS] = {
	{ IN_INDEX, offsetof(struct options, index_format) },
	{ IN_RELATED, offsetof(struct options, related_format) },
	{ IN_ROUND, offsetof(struct options, round_format) },
	{ IN_TIMELINE, offsetof(struct options, timeline_format) },
	{ IN_PERSON, offsetof(struct options, person_format) },
};

static const struct row_form *form_of(const struct app *app, unsigned in)
{
	for (size_t i = 0; i < ROW_FORMS; i++)
		if (forms[i].in == in && app->row_forms[i].n)
			return &app->row_forms[i];
	return NULL;
}

void draw_article_row(
	const struct app *app, const struct article_row *r, struct pen *p)
{
	struct drawing d = { .app = app,
		.r = r,
		.a = &app->store->articles.v[r->article],
		.form = r->form };
	const struct row_form *form = form_of(app, r->in);
	struct row_form own;

	if (!form) {
		own = own_form(&d, pen_room(p));
		form = &own;
	}
	draw_columns(&d, form, p);
	buf_release(&d.text);
}

void row_forms_read(struct app *app)
{
	for (size_t i = 0; i < ROW_FORMS; i++) {
		const struct str *text =
			(const void *)((const char *)&app->config->options +
				       forms[i].form);
		struct option_mistake m = { .section = view_name(forms[i].in),
			.name = "format",
			.text = *text };

		if (columns_parse(*text, &app->row_forms[i], &m.wrong, &m.why))
			continue;
		m.words = columns_named(m.why);
		mistakes_add_option(&app->mistakes, &m);
	}
}
