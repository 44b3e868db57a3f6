/*
 * The report of a round: its articles in time, what each adds, who said what
 * and who carried it, where the outlets differ, and why they are one round.
 * Articles are numbered as on the round's screen.
 */
#include "export/parts.h"

#include "dateline/base/message.h"
#include "dateline/export/cite.h"
#include "dateline/export/words.h"
#include "dateline/store/compare.h"
#include "dateline/store/why.h"

struct report {
	struct markup *m;
	const struct store *store;
	const struct people *people;
	const struct round *round;
	struct comparison c;
	struct buf b; /* scratch */
};

struct str report_title(const struct store *s, uint32_t round)
{
	struct sref title = s->rounds.v[round].title;

	return title.n ? store_str(s, title) : MSG("Untitled round");
}

static void add_articles(struct buf *out, size_t n)
{
	buf_add_f(out, message_many("%zu article", "%zu articles", n), n);
}

static void heading(struct report *x, const char *text)
{
	x->m->ops->heading(x->m, 2, str_from_c(text));
}

/* The scratch as an item of a list; empties it. */
static void put_item(struct report *x)
{
	x->m->ops->item(x->m, buf_str(&x->b));
	buf_clear(&x->b);
}

static void add_day(struct buf *out, int32_t day)
{
	struct date d = { 0 };

	date_from_days(day, &d);
	date_say(out, &d);
}

static void write_head(struct report *x, struct str title)
{
	const struct round *r = x->round;

	x->m->ops->heading(x->m, 1, title);
	add_articles(&x->b, r->articles.n);
	buf_add(&x->b, STR(", "));
	buf_add_f(&x->b, message_many("%zu source", "%zu sources", r->sources),
		(size_t)r->sources);
	if (r->first != STORE_NO_DAY) {
		buf_add(&x->b, STR(" · "));
		add_day(&x->b, r->first);
	}
	if (r->last != r->first && r->last != STORE_NO_DAY) {
		buf_add(&x->b, STR(" – "));
		add_day(&x->b, r->last);
	}
	x->m->ops->facts(x->m, buf_str(&x->b));
	buf_clear(&x->b);
}

/* With the clock and its zone where they are known: "20 Nov 2025 07:07 UTC",
 * "… +02:00". */
static void add_moment(struct buf *out, const struct article *a)
{
	int zone = a->date.zone, away = abs(zone);

	cite_date(out, a);
	if (!a->date.year || a->date.precision < DATE_MINUTE)
		return;
	buf_add_f(out, " %02d:%02d", a->date.hour, a->date.minute);
	if (zone == 0)
		buf_add(out, STR(" UTC"));
	else if (zone != DATE_NO_ZONE)
		buf_add_f(out, " %c%02d:%02d", zone < 0 ? '-' : '+', away / 60,
			away % 60);
}

static void write_timeline(struct report *x)
{
	const struct str head[] = { MSG("No."), MSG("Date"), MSG("Source"),
		MSG("Title"), MSG("New"), MSG("Words") };
	struct buf when = { 0 }, news = { 0 };
	char number[16], words[16];

	heading(x, _("Timeline"));
	x->m->ops->row(x->m, head, sizeof head / sizeof *head);
	for (uint32_t at = 0; at < x->c.n; at++) {
		const struct article *a = compared(&x->c, at);
		struct str cells[sizeof head / sizeof *head] = { STR("") };

		buf_clear(&when);
		buf_clear(&news);
		add_moment(&when, a);
		comparison_say_news(&x->c, at, &news);
		snprintf(number, sizeof number, "%u", (unsigned)at + 1);
		snprintf(words, sizeof words, "%u", (unsigned)a->words);
		cells[0] = str_from_c(number);
		cells[1] = buf_str(&when);
		cells[2] = store_source(x->store, a);
		cells[3] = store_str(x->store, a->title);
		cells[4] = buf_str(&news);
		cells[5] = str_from_c(words);
		x->m->ops->row(x->m, cells, sizeof cells / sizeof *cells);
	}
	buf_release(&when);
	buf_release(&news);
}

/* The other rounds of its storyline. */
static void write_storyline(struct report *x)
{
	const struct store *s = x->store;
	const struct span in = s->storylines.v[x->round->storyline].rounds;

	if (in.n < 2)
		return;
	heading(x, _("Before and after"));
	for (uint32_t i = 0; i < in.n; i++) {
		const struct round *r =
			&s->rounds.v[s->storyline_rounds.v[in.first + i]];

		if (r == x->round)
			buf_add(&x->b, MSG("this round, "));
		if (r->first != STORE_NO_DAY) {
			add_day(&x->b, r->first);
			buf_add(&x->b, STR(": "));
		}
		buf_add(&x->b, store_str(s, r->title));
		buf_add(&x->b, STR(" ("));
		add_articles(&x->b, r->articles.n);
		buf_add(&x->b, STR(")"));
		put_item(x);
	}
}

/* The paragraph that a newspaper's reader reads if only one. */
static void write_lead(struct report *x, const struct article *a)
{
	for (uint32_t i = 0; i < a->blocks.n; i++) {
		const struct block *b =
			&x->store->blocks.v[a->blocks.first + i];

		if (b->kind != BLOCK_PARAGRAPH && b->kind != BLOCK_STANDFIRST)
			continue;
		x->m->ops->block(x->m, BLOCK_PARAGRAPH,
			str_slice(store_str(x->store, a->text), b->start,
				b->end));
		return;
	}
}

static void write_articles(struct report *x)
{
	heading(x, _("Articles"));
	for (uint32_t at = 0; at < x->c.n; at++) {
		const struct article *a = compared(&x->c, at);

		buf_add_f(&x->b, "%u. %.*s", (unsigned)at + 1,
			STR_ARG(store_str(x->store, a->title)));
		x->m->ops->heading(x->m, 3, buf_str(&x->b));
		buf_clear(&x->b);
		article_facts(&x->b, x->store, x->c.articles[at]);
		x->m->ops->facts(x->m, buf_str(&x->b));
		buf_clear(&x->b);
		x->m->ops->link(x->m, store_str(x->store, a->url));
		write_lead(x, a);
	}
}

static const char *manner_of(uint8_t carries)
{
	static const char *const manners[] = {
		[CARRIES_NOT] = "",
		[CARRIES_REPORT] = N_(" (reported)"),
		[CARRIES_REWORDED] = N_(" (in other words)"),
		[CARRIES_WORDS] = "",
	};

	return message(manners[carries]);
}

/* “Words” — Post, 1 Mar 2020; also Gazette, Wire (in other words). */
static void write_utterance(
	struct report *x, const struct compared_utterance *u)
{
	const struct compared_said *first = &x->c.uses.v[u->uses.first];
	const struct article *a = compared(&x->c, first->at);
	const struct store_quote *q =
		&x->store->quotes.v[a->quotes.first + first->quote];
	uint32_t own = x->c.outlet_of[first->at];
	const char *before = _("; also ");

	text_quote(&x->b, str_range(store_str(x->store, a->text), q->span),
		(enum quote_kind)q->kind);
	buf_add_f(&x->b, " — %.*s%s", STR_ARG(x->c.outlets.v[own]),
		u->reported ? manner_of(CARRIES_REPORT) : "");
	if (a->date.year)
		buf_add(&x->b, STR(", "));
	cite_date(&x->b, a);
	for (uint32_t o = 0; o < x->c.outlets.n; o++) {
		if (o == own || u->carries[o] == CARRIES_NOT)
			continue;
		buf_add_f(&x->b, "%s%.*s%s", before, STR_ARG(x->c.outlets.v[o]),
			manner_of(u->carries[o]));
		before = ", ";
	}
	put_item(x);
}

static void write_speakers(struct report *x)
{
	if (x->c.speakers.n)
		heading(x, _("Who said what"));
	for (size_t i = 0; i < x->c.speakers.n; i++) {
		const struct compared_speaker *s = &x->c.speakers.v[i];
		struct str role = x->people->list.v[s->number].role;
		struct span said = comparison_utterances(&x->c, s->number);

		buf_add(&x->b, s->name);
		if (role.n && !str_eq(role, s->name))
			buf_add_f(&x->b, ", %.*s", STR_ARG(role));
		x->m->ops->heading(x->m, 3, buf_str(&x->b));
		buf_clear(&x->b);
		for (uint32_t j = 0; j < said.n; j++)
			write_utterance(x, &x->c.utterances.v[said.first + j]);
	}
}

static void write_differences(struct report *x)
{
	size_t end;

	if (x->c.figures.n)
		heading(x, _("Figures that differ"));
	for (size_t from = 0; from < x->c.figures.n; from = end) {
		end = comparison_unit_end(&x->c, from);
		buf_add_f(&x->b, "%.*s: ", STR_ARG(x->c.figures.v[from].noun));
		comparison_say_figures(&x->c, from, end, &x->b);
		put_item(x);
	}
	if (x->c.sentences.n)
		heading(x, _("Only in one"));
	for (size_t i = 0; i < x->c.sentences.n; i++) {
		const struct compared_sentence *s = &x->c.sentences.v[i];
		const struct article *a = compared(&x->c, s->at);

		buf_add_f(&x->b, "%u, %.*s: ", (unsigned)s->at + 1,
			STR_ARG(store_source(x->store, a)));
		buf_add(&x->b,
			str_range(store_str(x->store, a->text), s->range));
		put_item(x);
	}
}

static void write_reasons(struct report *x)
{
	struct explainer why = { 0 };
	bool any = false;

	for (uint32_t at = 0; at < x->c.n; at++) {
		const struct link *l = comparison_link(&x->c, at);

		if (!l)
			continue;
		if (!any)
			heading(x, _("Why they are one round"));
		any = true;
		buf_add_f(&x->b, _("%u with %u: "), (unsigned)at + 1,
			(unsigned)comparison_place(&x->c, l->to) + 1);
		explain_link(&why, x->store, x->c.articles[at], l, &x->b);
		put_item(x);
	}
	explainer_release(&why);
}

void report_write(struct markup *m, const struct people *people, uint32_t round)
{
	struct report x = { .m = m,
		.store = people->store,
		.people = people,
		.round = &people->store->rounds.v[round] };

	comparison_make(&x.c, people, x.round);
	write_head(&x, report_title(x.store, round));
	write_timeline(&x);
	write_storyline(&x);
	write_articles(&x);
	write_speakers(&x);
	write_differences(&x);
	write_reasons(&x);
	comparison_release(&x.c);
	buf_release(&x.b);
}
