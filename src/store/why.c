#include "words_changed.h"

#include "dateline/store/regroup.h"

/* A copy so much longer than the other, in percent of its words, is extended.
 */
#define EXTENDED 10

static void say_apart(struct buf *out, int32_t days)
{
	if (days == 0)
		buf_add(out, STR("same day"));
	else if (days == 1)
		buf_add(out, STR("1 day apart"));
	else if (days < 21)
		buf_add_f(out, "%d days apart", days);
	else if (days < 60)
		buf_add_f(out, "%d weeks apart", (days + 3) / 7);
	else if (days < 730)
		buf_add_f(out, "%d months apart", (days + 15) / 30);
	else
		buf_add_f(out, "%d years apart", (days + 182) / 365);
}

static const struct round *round_of(const struct store *s, uint32_t article)
{
	return &s->rounds.v[s->articles.v[article].round];
}

/* "earlier round, 97 days before": from the first day of one to that of the
 * other. */
static void say_rounds_apart(
	struct buf *out, const struct round *from, const struct round *to)
{
	int32_t days = to->first - from->first;

	if (days == 0)
		buf_add(out, STR("another round of the same day"));
	else
		buf_add_f(out, "%s round, %d day%s %s",
			days < 0 ? "earlier" : "later", abs(days),
			abs(days) == 1 ? "" : "s",
			days < 0 ? "before" : "after");
}

static void say_days(struct buf *out, const struct store *s, uint32_t from,
	const struct link *l, int32_t days)
{
	const struct round *a = round_of(s, from), *b = round_of(s, l->to);

	if ((l->kind == LINK_STORYLINE || l->kind == LINK_MENTIONS) &&
		a->first != STORE_NO_DAY && b->first != STORE_NO_DAY)
		say_rounds_apart(out, a, b);
	else
		say_apart(out, days);
}

/* "copy: extended, +41 −3 words": what the other has more and less. */
static void say_copy(
	struct buf *out, const struct store *s, uint32_t from, uint32_t to)
{
	struct words_changed c =
		words_changed(store_str(s, s->articles.v[from].text),
			store_str(s, s->articles.v[to].text));
	uint32_t longer = c.added > c.cut ? c.added - c.cut : c.cut - c.added;
	bool extended = longer * 100 >= c.shorter * EXTENDED;

	if (c.added == 0 && c.cut == 0) {
		buf_add(out, STR("copy: exact"));
		return;
	}
	buf_add_f(out, "copy: %s, +%u −%u words",
		!extended	  ? "near"
		: c.added > c.cut ? "extended"
				  : "shortened",
		(unsigned)c.added, (unsigned)c.cut);
}

void store_reason(const struct store *s, uint32_t from, const struct link *l,
	const struct evidence *e, struct buf *out)
{
	struct str text = store_str(s, e->text);

	switch ((enum evidence_kind)e->kind) {
	case EVIDENCE_READER:
		buf_add(out, e->number == ROUND_SAME
				     ? STR("joined by you")
				     : STR("kept apart by you"));
		return;
	case EVIDENCE_MENTION:
		buf_add_f(out, "looks back: “%.*s”", STR_ARG(text));
		return;
	case EVIDENCE_COPY:
		say_copy(out, s, from, l->to);
		return;
	case EVIDENCE_QUOTE:
		buf_add_f(out,
			l->kind == LINK_MENTIONS ? "repeats what %.*s said"
						 : "both quote %.*s",
			STR_ARG(text));
		return;
	case EVIDENCE_DAYS:
		say_days(out, s, from, l, e->number);
		return;
	case EVIDENCE_NAME:
	case EVIDENCE_TERM:
		buf_add(out, text);
		return;
	}
}

/* The evidence of one kind, between commas or semicolons. */
static void add_kind(const struct store *s, uint32_t from, const struct link *l,
	enum evidence_kind kind, struct buf *out)
{
	bool said = false;

	for (uint32_t i = 0; i < l->why.n; i++) {
		const struct evidence *e = &s->evidence.v[l->why.first + i];
		bool term =
			e->kind == EVIDENCE_NAME || e->kind == EVIDENCE_TERM;

		if (e->kind != kind && !(term && kind == EVIDENCE_NAME))
			continue;
		if (out->n)
			buf_add(out, said && kind == EVIDENCE_NAME ? STR(", ")
								   : STR("; "));
		said = true;
		store_reason(s, from, l, e, out);
	}
}

void store_why(const struct store *s, uint32_t from, const struct link *l,
	struct buf *out)
{
	static const enum evidence_kind order[] = { EVIDENCE_READER,
		EVIDENCE_MENTION, EVIDENCE_COPY, EVIDENCE_NAME, EVIDENCE_QUOTE,
		EVIDENCE_DAYS };
	struct buf why = { 0 };

	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		add_kind(s, from, l, order[i], &why);
	buf_add(out, buf_str(&why));
	buf_release(&why);
}
