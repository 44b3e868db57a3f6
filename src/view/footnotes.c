#include "footnotes.h"

#include "links.h"
#include "say.h"

#include "dateline/base/message.h"

/* Footnotes of an article at most. */
#define SPEAKERS_MAX 99

/* Speakers are told apart by name as the archive knows them; before that is
 * known, by the article's own. */
struct speaker {
	uint32_t person; /* in store.persons: of the first quote */
	uint32_t who; /* in people.list; STORE_NONE: not known yet */
	uint32_t quotes; /* in this article */
};

struct footnotes {
	struct app *app;
	const struct people *people; /* NULL: not known yet */
	struct paper_refs *out;
	VEC_OF(struct speaker) list; /* in the order of their first quotes */
};

/* "¹²", or "^12". */
static void write_number(struct buf *out, uint32_t n, bool ascii)
{
	static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶",
		"⁷", "⁸", "⁹" };
	char digits[12];
	int len = snprintf(digits, sizeof digits, "%u", (unsigned)n);

	if (ascii)
		buf_add_f(out, "^%s", digits);
	for (int i = 0; !ascii && i < len; i++)
		buf_add(out, str_from_c(raised[digits[i] - '0']));
}

/* The number of a person's footnote, from 1; a new one where there is none. 0:
 * there are too many. */
static uint32_t number_of(struct footnotes *f, uint32_t person)
{
	uint32_t who = f->people ? f->people->of[person] : STORE_NONE;

	for (uint32_t i = 0; i < f->list.n; i++)
		if (who == STORE_NONE ? f->list.v[i].person == person
				      : f->list.v[i].who == who)
			return i + 1;
	if (f->list.n == SPEAKERS_MAX)
		return 0;
	*vec_push(&f->list) = (struct speaker){ person, who, 0 };
	return (uint32_t)f->list.n;
}

static void add_mark(
	struct paper_refs *out, uint32_t at, enum style style, struct str shown)
{
	struct paper_ref note = { .at = at, .style = (uint8_t)style };

	if (shown.n > sizeof note.shown)
		return;
	note.n = (uint8_t)shown.n;
	memcpy(note.shown, shown.p, shown.n);
	*vec_push(&out->marks) = note;
}

/* A speaker is numbered where a quote is first put to the name. */
static void number_speakers(struct footnotes *f, const struct article *a)
{
	const struct store *s = f->app->store;
	struct buf shown = { 0 };

	for (uint32_t i = 0; i < a->quotes.n; i++) {
		const struct store_quote *q = &s->quotes.v[a->quotes.first + i];
		uint32_t n;

		if (q->person == STORE_NONE)
			continue;
		n = number_of(f, q->person);
		if (n == 0)
			continue;
		if (f->list.v[n - 1].quotes++ == 0 &&
			q->mention.end > q->mention.start) {
			buf_clear(&shown);
			write_number(&shown, n, f->app->ascii);
			add_mark(f->out, q->mention.end, STYLE_dim,
				buf_str(&shown));
		}
	}
	buf_release(&shown);
}

/* ", first 12 Mar 2025": the oldest article with words of theirs. */
static void say_first(struct footnotes *f, const struct identity *it)
{
	const struct store *s = f->app->store;
	struct buf date = { 0 };

	if (it->said.n == 0)
		return;
	say_date(&date,
		&s->articles.v[f->people->said.v[it->said.first].article],
		SAY_DAY);
	buf_add_f(&f->out->foot, _(", first %.*s"), STR_ARG(buf_str(&date)));
	buf_release(&date);
}

/* "; in the archive 14 in 9 articles, first 12 Mar 2025", when that is more
 * than is here. */
static void say_archive(struct footnotes *f, const struct speaker *sp,
	const struct identity *it)
{
	struct buf *out = &f->out->foot;

	if (it->said.n <= sp->quotes)
		return;
	say_many(out, it->said.n, "; in the archive %s", "; in the archive %s");
	say_many(out, it->articles.n, " in %s article", " in %s articles");
	say_first(f, it);
}

/* "¹ Rosa Kestrel, senator: 2 quotes". */
static void write_foot(struct footnotes *f, uint32_t i)
{
	const struct store *s = f->app->store;
	const struct speaker *sp = &f->list.v[i];
	const struct store_person *p = &s->persons.v[sp->person];
	const struct identity *it =
		f->people ? &f->people->list.v[sp->who] : NULL;
	struct str role = store_str(s, p->role);
	struct buf *out = &f->out->foot;

	if (role.n == 0 && it)
		role = it->role;
	if (i)
		buf_add_c(out, '\n');
	write_number(out, i + 1, f->app->ascii);
	buf_add_c(out, ' ');
	buf_add(out, it ? it->name : store_str(s, p->name));
	if (role.n)
		buf_add_f(out, ", %.*s", STR_ARG(role));
	buf_add(out, STR(": "));
	say_many(out, sp->quotes, "%s quote", "%s quotes");
	if (it)
		say_archive(f, sp, it);
}

static void number_links(
	struct app *app, uint32_t article, struct paper_refs *out)
{
	struct link_list links = { 0 };
	char shown[14];

	links_find(app->store, article, &links);
	for (uint32_t i = 0; i < links.list.n; i++) {
		struct range span = links.list.v[i].span;
		int n = snprintf(shown, sizeof shown, "[%u]", (unsigned)i + 1);

		*vec_push(&out->links) = span;
		add_mark(out, span.end, STYLE_link, str_of(shown, (size_t)n));
	}
	links_release(&links);
}

static int by_place(const void *a, const void *b)
{
	const struct paper_ref *x = a, *y = b;

	return x->at != y->at ? (x->at < y->at ? -1 : 1)
			      : (int)x->style - (int)y->style;
}

void refs_make(struct app *app, uint32_t article, struct paper_refs *out)
{
	const struct options *o = &app->config->options;
	struct footnotes f = { .app = app, .out = out };

	out->marks.n = out->links.n = 0;
	buf_clear(&out->foot);
	if (o->footnotes) {
		f.people = app_people(app);
		number_speakers(&f, &app->store->articles.v[article]);
	}
	for (uint32_t i = 0; i < f.list.n; i++)
		write_foot(&f, i);
	if (o->links)
		number_links(app, article, out);
	if (out->marks.n)
		qsort(out->marks.v, out->marks.n, sizeof *out->marks.v,
			by_place);
	vec_free(&f.list);
}
