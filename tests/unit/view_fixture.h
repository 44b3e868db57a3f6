/*
 * A reader with a store made by hand: five short articles, three of them one
 * round. Tests send keys and look at the whole screen.
 */
#ifndef DATELINE_TESTS_VIEW_FIXTURE_H
#define DATELINE_TESTS_VIEW_FIXTURE_H

#include "unit.h"

#include "dateline/view/app.h"

struct said {
	const char *words, *speaker, *mention, *cue;
	enum quote_kind kind;
	int confidence;
};

struct told {
	const char *id, *title, *source, *date, *dateline, *text;
	struct said said[3];
};

static const struct told told[] = {
	{ "a.txt", "Ferry talks open", "Post", "2020-03-01T09:00Z", "ARVO",
		"ARVO (Post) \xE2\x80\x93 Ferry talks began with 12 boats in "
		"the harbour.\n"
		"\"We want boats,\" said Mara Lind, the mayor.",
		{ { "We want boats,", "Mara Lind", "Mara Lind", "said",
			QUOTE_DIRECT, 95 } } },
	{ "b.txt", "Talks on ferries start", "Courier", "2020-03-01T11:30Z", "",
		"The talks on the ferry began on Sunday with 14 boats.\n"
		"\"We want boats,\" Lind said. An aide said the money was "
		"gone.\n"
		"Fishermen watched quietly from rusty trawlers beside the "
		"lighthouse.",
		{ { "We want boats,", "Lind", "Lind", "said", QUOTE_DIRECT,
			  90 },
			{ "the money was gone", "an aide", "An aide", "said",
				QUOTE_REPORTED, 40 } } },
	{ "c.txt", "Ferry talks open", "Herald", "2020-03-02", "",
		"ARVO (Post) \xE2\x80\x93 Ferry talks began with 12 boats in "
		"the harbour.",
		{ { 0 } } },
	{ "d.txt", "A bakery wins a prize", "Post", "2020-02-10", "",
		"The bread was good.", { { 0 } } },
	{ "e.txt", "Nobody knows when", "Herald", "", "", "Something happened.",
		{ { 0 } } },
};
#define N_TOLD (sizeof told / sizeof *told)

struct fixture {
	struct store *store;
	struct people *people;
	struct config config;
	struct app *app;
	struct screen screen;
	struct buf text;
};

static struct range range_from(struct str text, const char *part, size_t from)
{
	size_t at = part ? str_find(text, str_from_c(part), from) : STR_NPOS;

	if (at == STR_NPOS && from > 0)
		return range_from(text, part, 0);
	if (at == STR_NPOS)
		return (struct range){ 0, 0 };
	return (struct range){ (uint32_t)at, (uint32_t)(at + strlen(part)) };
}

static void make_said(
	struct analysis *a, const struct said *said, struct str text)
{
	struct person p = {
		.name = str_from_c(said->speaker), .quotes = 1, .mentions = 1
	};
	struct range mention = range_from(text, said->mention, 0);
	/* The verb after the name, if there is one. */
	struct quote q = { .span = range_from(text, said->words, 0),
		.mention = mention,
		.cue = range_from(text, said->cue, mention.end),
		.person = (uint32_t)a->persons.n,
		.kind = (uint8_t)said->kind,
		.confidence = (uint8_t)said->confidence };

	*vec_push(&a->persons) = p;
	*vec_push(&a->quotes) = q;
}

static void add_told(struct store *s, const struct told *t)
{
	struct arena arena = { 0 };
	struct doc_builder b;
	struct analysis a = { .words = 300 };
	struct str rest = str_from_c(t->text), line;
	struct doc *d;

	doc_begin(&b, &arena);
	b.doc.id = b.doc.path = str_from_c(t->id);
	b.doc.title = str_from_c(t->title);
	b.doc.source = str_from_c(t->source);
	b.doc.lang = STR("en");
	if (t->dateline[0])
		b.doc.dateline = str_from_c(t->dateline);
	if (date_parse(
		    str_from_c(t->date), lexicon_get(STR("en")), &b.doc.date))
		b.doc.date_basis = BASIS_METADATA;
	while (str_split(&rest, '\n', &line))
		doc_add(&b, BLOCK_PARAGRAPH, line);
	/* As readers do it: the block starts behind its dateline. */
	if (t->dateline[0])
		b.blocks.v[0].start +=
			(uint32_t)str_find(buf_str(&b.text), STR("Ferry"), 0);
	d = doc_end(&b);
	for (size_t i = 0; i < 3 && t->said[i].words; i++)
		make_said(&a, &t->said[i], d->text);
	store_add(s, d, &a);
	analysis_release(&a);
	arena_release(&arena);
}

static inline struct sref chars(struct store *s, const char *text)
{
	struct sref r = { (uint32_t)s->chars.n, (uint32_t)strlen(text) };

	buf_add(&s->chars, str_from_c(text));
	return r;
}

static void add_round(struct store *s, const uint32_t *articles, uint32_t n)
{
	struct round r = { .id = s->articles.v[articles[0]].id,
		.title = s->articles.v[articles[0]].title,
		.articles = { (uint32_t)s->round_articles.n, n },
		.first = STORE_NO_DAY,
		.last = STORE_NO_DAY,
		.storyline = (uint32_t)s->rounds.n,
		.sources = n };
	struct storyline line = { r.id, r.title,
		{ (uint32_t)s->storyline_rounds.n, 1 } };

	for (uint32_t i = 0; i < n; i++) {
		const struct date *d = &s->articles.v[articles[i]].date;
		int32_t day, last;

		s->articles.v[articles[i]].round = (uint32_t)s->rounds.n;
		*vec_push(&s->round_articles) = articles[i];
		if (!date_day_span(d, &day, &last))
			continue;
		r.first = r.first == STORE_NO_DAY ? day : r.first;
		r.last = last;
	}
	*vec_push(&s->storyline_rounds) = (uint32_t)s->rounds.n;
	*vec_push(&s->storylines) = line;
	*vec_push(&s->rounds_by_time) = (uint32_t)s->rounds.n;
	*vec_push(&s->rounds) = r;
}

static inline void add_link(
	struct store *s, uint32_t from, uint32_t to, struct link link)
{
	struct article *a = &s->articles.v[from];

	if (a->links.n == 0)
		a->links.first = (uint32_t)s->links.n;
	link.to = to;
	*vec_push(&s->links) = link;
	a->links.n++;
}

/* In the store's order: d, a, b, c, e. Rounds and links are set by hand, so
 * that these tests do not depend on how they are found. */
static inline struct store *make_store(void)
{
	struct store *s = store_new();
	static const uint32_t ferry[] = { 1, 2, 3 }, bread[] = { 0 },
			      undated[] = { 4 };

	for (size_t i = 0; i < N_TOLD; i++)
		add_told(s, &told[i]);
	store_add_skip(s, STR("broken.html"), STR("not an article"));
	store_finish(s);
	s->rounds.n = s->rounds_by_time.n = s->round_articles.n = 0;
	s->storylines.n = s->storyline_rounds.n = 0;
	s->links.n = 0;
	for (size_t i = 0; i < s->articles.n; i++) {
		s->articles.v[i].links.n = 0;
		s->articles.v[i].copy_of = i == 3 ? 1 : STORE_NONE;
	}
	add_round(s, bread, 1);
	add_round(s, ferry, 3);
	add_round(s, undated, 1);
	add_link(
		s, 1, 3, (struct link){ .score = 99 * 655, .kind = LINK_COPY });
	add_link(s, 1, 2,
		(struct link){ .score = 62 * 655, .kind = LINK_ROUND });
	add_link(s, 2, 1,
		(struct link){ .score = 62 * 655, .kind = LINK_ROUND });
	return s;
}

/* Finds who is who, as the app wishes it. */
static inline void fixture_people(
	struct fixture *f, const struct corrections *c)
{
	struct people *before = f->people;

	f->people = people_new(
		f->store, c ? c->people.v : NULL, c ? c->people.n : 0);
	app_update(f->app, &(const struct event){
				   .kind = EVENT_PEOPLE, .people = f->people });
	people_free(before);
}

static inline void fixture_event(struct fixture *f, struct event e)
{
	struct effect effect;

	app_update(f->app, &e);
	if (e.kind != EVENT_STORE)
		return;
	while (app_effect(f->app, &effect))
		;
	fixture_people(f, NULL);
}

static inline void fixture_size(struct fixture *f, int rows, int cols)
{
	fixture_event(
		f, (struct event){
			   .kind = EVENT_RESIZE, .rows = rows, .cols = cols });
	screen_resize(&f->screen, rows, cols);
}

static inline void fixture_open(struct fixture *f, int rows, int cols)
{
	*f = (struct fixture){ 0 };
	config_init(&f->config);
	f->config.options.hints = false;
	f->app = app_new(&f->config, STORE_NO_DAY);
	f->store = make_store();
	fixture_size(f, rows, cols);
	fixture_event(
		f, (struct event){ .kind = EVENT_STORE, .store = f->store });
}

static inline void fixture_close(struct fixture *f)
{
	app_free(f->app);
	people_free(f->people);
	store_free(f->store);
	screen_release(&f->screen);
	buf_release(&f->text);
	config_release(&f->config);
}

/* Keys as in --keys: words with a blank between. */
static inline void fixture_keys(struct fixture *f, const char *keys)
{
	struct str rest = str_from_c(keys), word;

	while (str_split(&rest, ' ', &word))
		while (word.n)
			fixture_event(f, (struct event){ .kind = EVENT_KEY,
						 .key = key_parse(&word) });
}

/* The search wished last; false: none was. Its text lives until the next
 * event. */
static inline bool fixture_wish(struct fixture *f, struct search_wish *out)
{
	struct effect effect;
	bool any = false;

	while (app_effect(f->app, &effect)) {
		if (effect.kind != EFFECT_SEARCH)
			continue;
		*out = effect.search;
		any = true;
	}
	return any;
}

static inline void fixture_answer(
	struct fixture *f, const struct search_wish *wish)
{
	struct search_found found;

	if (search_answer(f->store, wish, &found))
		fixture_event(f,
			(struct event){ .kind = EVENT_FOUND, .found = &found });
	search_found_release(&found);
}

/* Answers it, as the app wishes. */
static inline void fixture_search(struct fixture *f)
{
	struct search_wish wish;

	if (fixture_wish(f, &wish))
		fixture_answer(f, &wish);
}

/* Keys, each search answered before the next key. */
static inline void fixture_keys_answered(struct fixture *f, const char *keys)
{
	struct str rest = str_from_c(keys), word;

	while (str_split(&rest, ' ', &word))
		while (word.n) {
			fixture_event(f, (struct event){ .kind = EVENT_KEY,
						 .key = key_parse(&word) });
			fixture_search(f);
		}
}

static inline struct str fixture_screen(struct fixture *f)
{
	app_draw(f->app, &f->screen);
	buf_clear(&f->text);
	screen_print(&f->screen, &f->text);
	return buf_str(&f->text);
}

/* A line of the screen, from 0. */
static inline struct str fixture_line(struct fixture *f, int row)
{
	struct str rest = fixture_screen(f), line = STR_NONE;

	for (int i = 0; i <= row; i++)
		if (!str_split(&rest, '\n', &line))
			return STR_NONE;
	return line;
}

#define assert_screen(f, want) assert_str(fixture_screen(f), want)

#endif
