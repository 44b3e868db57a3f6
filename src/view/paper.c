#include "paper.h"

#include "say.h"

#include "dateline/text/fold.h"
#include "dateline/text/width.h"

#include <assert.h>

/* The rule below the title is a sixth of the column: it parts the two as well
 * as a whole one, which is 216 bytes at each opening of an article. */
#define RULE_SHARE 6
/* How far a note stands in under the text it is on. */
#define NOTE_INDENT 2

static_assert(STYLE_COUNT <= PAINT_STYLE + 1, "a style fits PAINT_STYLE");

/* What the layout of one article needs at hand. */
struct press {
	struct paper *p;
	const struct store *s;
	const struct article *a;
	const struct marks *marks; /* NULL: none */
	bool ascii;
	struct span notes; /* of marks->notes: of the article */
	struct range dateline; /* shown before the block it opens */
	uint32_t opened;
};

/* Before the reader's own words. */
#define NOTE "Note: "

static const struct note *note_of(const struct press *x, uint32_t i)
{
	return &x->marks->notes.list.v[x->notes.first + i];
}

static void add_line(struct paper *p, const struct paper_line *line)
{
	*vec_push(&p->lines) = *line;
}

/* Wraps the model's range of `from` into lines like the model. */
static void add_wrapped(
	struct paper *p, struct str from, const struct paper_line *model)
{
	int room = p->columns - model->indent;

	p->scratch.list.n = 0;
	text_wrap(from, model->range, room < 1 ? 1 : room, &p->scratch);
	for (size_t i = 0; i < p->scratch.list.n; i++) {
		struct paper_line line = *model;

		line.range = p->scratch.list.v[i];
		add_line(p, &line);
	}
}

static struct range all_of(struct str s)
{
	return (struct range){ 0, (uint32_t)s.n };
}

static void separate(struct press *x)
{
	buf_add_c(&x->p->head, ' ');
	buf_add(&x->p->head, glyph_str(GLYPH_DOT, x->ascii));
	buf_add_c(&x->p->head, ' ');
}

static void write_bylines(struct press *x)
{
	const struct span *by = &x->a->bylines;

	for (uint32_t i = 0; i < by->n; i++) {
		if (i == 0)
			separate(x);
		buf_add(&x->p->head, i == 0	     ? STR("by ")
				     : i + 1 < by->n ? STR(", ")
						     : STR(" and "));
		buf_add(&x->p->head,
			store_str(x->s, x->s->strings.v[by->first + i]));
	}
}

/* What the reader marked it with. */
static void write_marks(struct press *x)
{
	struct buf tags = { 0 };

	if (!x->marks)
		return;
	if (mark_set_has(&x->marks->starred, x->p->article)) {
		separate(x);
		buf_add(&x->p->head, STR("starred"));
	}
	if (mark_set_has(&x->marks->later, x->p->article)) {
		separate(x);
		buf_add(&x->p->head, STR("read later"));
	}
	marks_say_tags(x->marks, x->p->article, &tags);
	if (tags.n) {
		separate(x);
		buf_add_f(&x->p->head, "tagged %.*s", STR_ARG(buf_str(&tags)));
	}
	buf_release(&tags);
}

/* "Source · by A and B · place · date · 3 min · round of 4 · starred · tagged
 * harbour"; the place only when no dateline in the text says it. */
static void write_head(struct press *x)
{
	struct buf *head = &x->p->head;
	uint32_t round = x->s->rounds.v[x->a->round].articles.n;

	buf_clear(head);
	buf_add(head, store_source(x->s, x->a));
	write_bylines(x);
	if (x->a->dateline.n && !x->dateline.end) {
		separate(x);
		buf_add(head, store_str(x->s, x->a->dateline));
	}
	separate(x);
	say_date(head, x->a, SAY_LONG);
	if (x->a->date_basis == BASIS_ESTIMATED)
		buf_add(head, STR(" (estimated)"));
	separate(x);
	buf_add_f(head, "%u min", (unsigned)reading_minutes(x->a->words));
	if (round > 1) {
		separate(x);
		buf_add_f(head, "round of %u", (unsigned)round);
	}
	write_marks(x);
	x->p->noted = (uint32_t)head->n;
	for (uint32_t i = 0; i < x->notes.n; i++)
		if (note_of(x, i)->quote == NOTE_ARTICLE)
			buf_add_f(head, "\n" NOTE "%.*s",
				STR_ARG(note_of(x, i)->text));
}

/* Where the copy was found, and what to doubt about it. */
static void write_tail(struct press *x)
{
	struct buf *tail = &x->p->tail;
	struct str site = store_str(x->s, x->a->site);

	buf_clear(tail);
	if (site.n && !str_eq(site, store_source(x->s, x->a)))
		buf_add_f(tail, "Saved from %.*s\n", STR_ARG(site));
	if (x->a->url.n)
		buf_add_f(tail, "Address: %.*s\n",
			STR_ARG(store_str(x->s, x->a->url)));
	buf_add_f(tail, "File: %.*s", STR_ARG(store_str(x->s, x->a->path)));
	for (uint32_t i = 0; i < x->a->warnings.n; i++)
		buf_add_f(tail, "\nDoubtful: %.*s",
			STR_ARG(store_str(x->s,
				x->s->strings.v[x->a->warnings.first + i])));
}

/* Lines at one place are numbered: each is a place to scroll to. There are some
 * already: the title's. */
static void add_empty(struct paper *p, struct paper_line line)
{
	const struct paper_line *last = &p->lines.v[p->lines.n - 1];

	if (last->part == line.part && last->range.start == line.range.start)
		line.nth = (uint16_t)(last->nth + 1);
	add_line(p, &line);
}

static void add_blank(struct paper *p, enum paper_part part, uint32_t at)
{
	struct paper_line line = { .range = { at, at }, .part = (uint8_t)part };

	add_empty(p, line);
}

/* Under the text, where it ends. */
static void add_note(
	struct press *x, const struct paper_line *above, struct str text)
{
	struct paper *p = x->p;
	struct range all = { (uint32_t)p->notes.n, 0 };
	struct paper_line line = *above;
	int room = p->columns - above->indent - NOTE_INDENT;

	buf_add_f(&p->notes, NOTE "%.*s\n", STR_ARG(text));
	all.end = (uint32_t)p->notes.n - 1;
	line.range.start = line.range.end;
	line.indent = (uint8_t)(line.indent + (room > 0 ? NOTE_INDENT : 0));
	line.nth = 0;
	p->scratch.list.n = 0;
	text_wrap(buf_str(&p->notes), all, room < 1 ? 1 : room, &p->scratch);
	for (size_t i = 0; i < p->scratch.list.n; i++) {
		line.note = p->scratch.list.v[i];
		add_empty(p, line);
	}
}

/* On the quotes that end in the block, or between it and the next. */
static void add_notes(struct press *x, const struct block *b, uint32_t i)
{
	struct paper_line above = x->p->lines.v[x->p->lines.n - 1];
	uint32_t end = i + 1 < x->a->blocks.n ? b[1].start : UINT32_MAX;

	above.quoted = above.reported = false;
	for (uint32_t k = 0; k < x->notes.n; k++) {
		const struct note *note = note_of(x, k);
		const struct store_quote *q;

		if (note->quote == NOTE_ARTICLE)
			continue;
		q = &x->s->quotes.v[x->a->quotes.first + note->quote];
		if (q->span.end > b->start && q->span.end <= end)
			add_note(x, &above, note->text);
	}
}

static int block_indent(enum block_kind kind, int columns)
{
	int wide = columns >= 40;

	switch (kind) {
	case BLOCK_QUOTE:
		return wide ? 4 : 1;
	case BLOCK_LIST:
	case BLOCK_CAPTION:
	case BLOCK_NOTE:
		return wide ? 2 : 0;
	default:
		return 0;
	}
}

static bool has_flag(const struct paper *p, struct range r, int mask)
{
	for (uint32_t i = r.start; i < r.end; i++)
		if (p->paint[i] & mask)
			return true;
	return false;
}

static void add_block(struct press *x, uint32_t i)
{
	const struct block *b = &x->s->blocks.v[x->a->blocks.first + i];
	struct paper *p = x->p;
	size_t from;
	struct paper_line model = { .range = { b->start, b->end },
		.block = i,
		.part = PAPER_TEXT,
		.indent = (uint8_t)block_indent(
			(enum block_kind)b->kind, p->columns) };

	if (x->dateline.end && i == x->opened)
		model.range.start = x->dateline.start;
	/* List items and table rows stand close together. */
	if (i > 0 && !(b[-1].kind == b->kind &&
			     (b->kind == BLOCK_LIST || b->kind == BLOCK_TABLE)))
		add_blank(p, PAPER_TEXT, b[-1].end);
	from = p->lines.n;
	add_wrapped(p, p->text, &model);
	for (; from < p->lines.n; from++) {
		struct paper_line *line = &p->lines.v[from];

		line->quoted = has_flag(p, line->range, PAINT_QUOTED);
		line->reported = has_flag(p, line->range, PAINT_REPORTED);
	}
	if (x->notes.n && p->lines.n)
		add_notes(x, b, i);
}

static void add_part(struct paper *p, enum paper_part part, struct str from)
{
	struct paper_line model = { .range = all_of(from),
		.part = (uint8_t)part };

	add_wrapped(p, from, &model);
}

static void lay_out(struct press *x)
{
	struct paper *p = x->p;

	p->lines.n = 0;
	buf_clear(&p->notes);
	write_head(x);
	write_tail(x);
	add_part(p, PAPER_TITLE, p->title);
	add_part(p, PAPER_HEAD, buf_str(&p->head));
	add_blank(p, PAPER_RULE, 0);
	add_blank(p, PAPER_RULE, 1);
	for (uint32_t i = 0; i < x->a->blocks.n; i++)
		add_block(x, i);
	add_blank(p, PAPER_TAIL, 0);
	add_part(p, PAPER_TAIL, buf_str(&p->tail));
}

bool paper_make(struct paper *p, const struct paper_request *r)
{
	const struct article *a = &r->store->articles.v[r->article];
	unsigned marked = r->marks ? r->marks->serial : 0;
	struct press x = { .p = p,
		.s = r->store,
		.a = a,
		.marks = r->marks,
		.ascii = r->ascii };

	if (p->lines.n && p->article == r->article && p->serial == r->serial &&
		p->columns == r->columns && p->marked == marked)
		return false;
	p->article = r->article;
	p->serial = r->serial;
	p->marked = marked;
	p->columns = r->columns;
	p->title = article_title(r->store, a);
	p->text = store_str(r->store, a->text);
	p->hits.n = 0;
	p->current = (struct paper_hit){ 0 };
	p->paint = mem_realloc(p->paint, p->text.n + 1);
	paint_article(r->store, a, p->paint);
	if (r->marks)
		x.notes = notes_of(&r->marks->notes, r->article);
	x.dateline = article_dateline(r->store, a, &x.opened);
	lay_out(&x);
	return true;
}

void paper_release(struct paper *p)
{
	vec_free(&p->lines);
	vec_free(&p->scratch.list);
	vec_free(&p->hits);
	buf_release(&p->head);
	buf_release(&p->tail);
	buf_release(&p->notes);
	free(p->paint);
	*p = (struct paper){ 0 };
}

struct paper_place paper_place_of(const struct paper *p, uint32_t line)
{
	const struct paper_line *l = &p->lines.v[line];

	return (struct paper_place){ l->range.start, l->part, l->nth };
}

bool paper_is_before(struct paper_place a, struct paper_place b)
{
	if (a.part != b.part)
		return a.part < b.part;
	return a.at != b.at ? a.at < b.at : a.nth < b.nth;
}

uint32_t paper_line_at(const struct paper *p, struct paper_place place)
{
	uint32_t low = 0, high = (uint32_t)p->lines.n;

	while (low + 1 < high) {
		uint32_t mid = low + (high - low) / 2;

		if (paper_is_before(place, paper_place_of(p, mid)))
			high = mid;
		else
			low = mid;
	}
	return low;
}

static bool holds(const struct paper_hit *h, struct paper_place place)
{
	return h->part == place.part && place.at >= h->range.start &&
	       place.at < h->range.end;
}

/* Outside the text the hits are few, before and after all of its own. */
static bool is_hit(const struct paper *p, struct paper_place place)
{
	const struct paper_hit *h = p->hits.v;
	size_t first = 0, last = p->hits.n;

	while (first < last && h[first].part < PAPER_TEXT)
		if (holds(&h[first++], place))
			return true;
	while (last > first && h[last - 1].part > PAPER_TEXT)
		if (holds(&h[--last], place))
			return true;
	return false;
}

static int marks_at(const struct paper *p, struct paper_place place)
{
	bool hit = place.part == PAPER_TEXT ? p->paint[place.at] & PAINT_HIT
					    : is_hit(p, place);

	return (hit ? MARK_HIT : 0) |
	       (holds(&p->current, place) ? MARK_CURRENT : 0);
}

static int style_at(const struct paper *p, struct paper_place place)
{
	if (place.part == PAPER_TEXT)
		return p->paint[place.at] & PAINT_STYLE;
	if (place.part == PAPER_HEAD && place.at >= p->noted)
		return STYLE_own;
	return place.part == PAPER_TITLE ? STYLE_title : STYLE_dim;
}

static struct str part_text(const struct paper *p, enum paper_part part)
{
	switch (part) {
	case PAPER_TITLE:
		return p->title;
	case PAPER_HEAD:
		return buf_str(&p->head);
	case PAPER_TEXT:
		return p->text;
	case PAPER_TAIL:
		return buf_str(&p->tail);
	case PAPER_RULE:
	default:
		return STR_NONE;
	}
}

/* Draws runs of one look; they end where clusters end. */
static void draw_text(const struct paper *p, uint32_t line, struct pen *pen)
{
	const struct paper_line *l = &p->lines.v[line];
	struct str text = part_text(p, (enum paper_part)l->part);
	struct str shown = str_slice(text, 0, l->range.end);
	struct paper_place at = paper_place_of(p, line);

	if (l->note.end)
		pen_put(pen, STYLE_own, str_range(buf_str(&p->notes), l->note));
	while (at.at < l->range.end) {
		int style = style_at(p, at), marks = marks_at(p, at), width;
		struct paper_place end = at;

		do
			end.at = (uint32_t)text_cluster(shown, end.at, &width);
		while (end.at < l->range.end && style_at(p, end) == style &&
			marks_at(p, end) == marks);
		pen->marks = (uint8_t)marks;
		pen_put(pen, (enum style)style, str_slice(text, at.at, end.at));
		at = end;
	}
	pen->marks = 0;
}

static void find_in_part(
	struct paper *p, enum paper_part part, struct str folded)
{
	struct paper_hit hit = { .part = (uint8_t)part };
	size_t from = 0;

	while (text_find_folded(part_text(p, part), folded, from, &hit.range)) {
		*vec_push(&p->hits) = hit;
		from = hit.range.end;
	}
}

static void flag_hits(struct paper *p, bool on)
{
	for (size_t i = 0; i < p->hits.n; i++) {
		const struct paper_hit *h = &p->hits.v[i];

		if (h->part != PAPER_TEXT)
			continue;
		for (uint32_t b = h->range.start; b < h->range.end; b++)
			p->paint[b] = on ? p->paint[b] | PAINT_HIT
					 : p->paint[b] & (uint8_t)~PAINT_HIT;
	}
}

void paper_find_hits(struct paper *p, struct str folded)
{
	flag_hits(p, false);
	p->hits.n = 0;
	for (int part = PAPER_TITLE; part <= PAPER_TAIL; part++)
		find_in_part(p, (enum paper_part)part, folded);
	flag_hits(p, true);
}

static void find_answers_in(
	struct paper *p, enum paper_part part, const struct query *q)
{
	struct query_hits found = { 0 };

	query_find_hits(q, part_text(p, part), &found);
	for (size_t i = 0; i < found.list.n; i++)
		*vec_push(&p->hits) =
			(struct paper_hit){ found.list.v[i], (uint8_t)part };
	query_hits_release(&found);
}

void paper_find_answers(struct paper *p, const struct query *q)
{
	flag_hits(p, false);
	p->hits.n = 0;
	find_answers_in(p, PAPER_TITLE, q);
	find_answers_in(p, PAPER_TEXT, q);
	flag_hits(p, true);
}

void paper_draw_line(const struct paper *p, uint32_t line, struct pen *pen)
{
	const struct paper_line *l = &p->lines.v[line];

	if (l->part != PAPER_RULE)
		draw_text(p, line, pen);
	else if (l->range.start == 0)
		pen_rule(pen, STYLE_dim, GLYPH_RULE, p->columns / RULE_SHARE);
}
