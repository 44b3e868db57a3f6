#include "words_changed.h"

#include "dateline/base/message.h"
#include "dateline/store/why.h"

/* A copy so much longer than the other, in percent of its words, is extended.
 */
#define EXTENDED 10

static void say_apart(struct buf *out, int32_t days)
{
	int32_t n = days;

	if (days == 0) {
		buf_add(out, MSG("same day"));
	} else if (days < 21) {
		buf_add_f(out,
			message_many("%d day apart", "%d days apart",
				(unsigned long)n),
			n);
	} else if (days < 60) {
		n = (days + 3) / 7;
		buf_add_f(out,
			message_many("%d week apart", "%d weeks apart",
				(unsigned long)n),
			n);
	} else if (days < 730) {
		n = (days + 15) / 30;
		buf_add_f(out,
			message_many("%d month apart", "%d months apart",
				(unsigned long)n),
			n);
	} else {
		n = (days + 182) / 365;
		buf_add_f(out,
			message_many("%d year apart", "%d years apart",
				(unsigned long)n),
			n);
	}
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
		buf_add(out, MSG("another round of the same day"));
	else
		buf_add_f(out,
			days < 0 ? message_many("earlier round, %d day before",
					   "earlier round, %d days before",
					   (unsigned long)abs(days))
				 : message_many("later round, %d day after",
					   "later round, %d days after",
					   (unsigned long)abs(days)),
			abs(days));
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
		buf_add(out, MSG("copy: exact"));
		return;
	}
	buf_add_f(out,
		!extended	  ? _("copy: near, +%u −%u words")
		: c.added > c.cut ? _("copy: extended, +%u −%u words")
				  : _("copy: shortened, +%u −%u words"),
		(unsigned)c.added, (unsigned)c.cut);
}

void explain_reason(
	const struct explainer *x, const struct reason *r, struct buf *out)
{
	const struct link *l = x->link;
	struct str text = store_str(x->store, r->text);

	switch (r->kind) {
	case REASON_READER:
		buf_add(out, l->marks & LINK_JOINED ? MSG("joined by you")
						    : MSG("kept apart by you"));
		return;
	case REASON_LOOKS_BACK:
		buf_add_f(out, _("looks back: “%.*s”"), STR_ARG(text));
		return;
	case REASON_COPY:
		say_copy(out, x->store, x->from, l->to);
		return;
	case REASON_QUOTE:
		buf_add_f(out,
			l->kind == LINK_MENTIONS ? _("repeats what %.*s said")
						 : _("both quote %.*s"),
			STR_ARG(text));
		return;
	case REASON_DAYS:
		say_days(out, x->store, x->from, l, (int32_t)r->number);
		return;
	case REASON_NAME:
	case REASON_TERM:
		buf_add(out, text);
		return;
	}
}

static bool is_word(const struct reason *r)
{
	return r->kind == REASON_NAME || r->kind == REASON_TERM;
}

void explain_link(struct explainer *x, const struct store *s, uint32_t from,
	const struct link *l, struct buf *out)
{
	explain(x, s, from, l);
	for (size_t i = 0; i < x->list.n; i++) {
		const struct reason *r = &x->list.v[i];

		if (i)
			buf_add(out, is_word(r) && is_word(r - 1) ? STR(", ")
								  : STR("; "));
		explain_reason(x, r, out);
	}
}
