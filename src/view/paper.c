#include "paper.h"

#include "say.h"

#include "dateline/text/fold.h"
#include "dateline/text/width.h"

#include <assert.h>

static_assert(STYLE_COUNT <= PAINT_STYLE + 1, "a style fits PAINT_STYLE");

/* What the layout of one article needs at hand. */
struct press {
	struct paper *p;
	const struct store *s;
	const struct article *a;
	bool ascii;
	struct range dateline; /* shown before the block it opens */
	uint32_t opened;
};

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

/* "Source · by A and B · place · date · 3 min · round of 4"; the place only
 * when no dateline in the text says it. */
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

static void add_blank(struct paper *p, enum paper_part part, uint32_t at)
{
	struct paper_line line = { .range = { at, at }, .part = (uint8_t)part };

	add_line(p, &line);
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
	struct press x = { .p = p, .s = r->store, .a = a, .ascii = r->ascii };

	if (p->lines.n && p->article == r->article && p->serial == r->serial &&
		p->columns == r->columns)
		return false;
	p->article = r->article;
	p->serial = r->serial;
	p->columns = r->columns;
	p->title = article_title(r->store, a);
	p->text = store_str(r->store, a->text);
	p->hits.n = 0;
	p->current = (struct range){ 0, 0 };
	p->paint = mem_realloc(p->paint, p->text.n + 1);
	paint_article(r->store, a, p->paint);
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
	free(p->paint);
	*p = (struct paper){ 0 };
}

struct paper_place paper_place_of(const struct paper *p, uint32_t line)
{
	const struct paper_line *l = &p->lines.v[line];

	return (struct paper_place){ l->range.start, l->part };
}

static bool is_after(const struct paper_line *l, struct paper_place place)
{
	return l->part != place.part ? l->part > place.part
				     : l->range.start > place.at;
}

uint32_t paper_line_at(const struct paper *p, struct paper_place place)
{
	uint32_t low = 0, high = (uint32_t)p->lines.n;

	while (low + 1 < high) {
		uint32_t mid = low + (high - low) / 2;

		if (is_after(&p->lines.v[mid], place))
			high = mid;
		else
			low = mid;
	}
	return low;
}

static int marks_at(const struct paper *p, uint32_t at)
{
	int marks = p->paint[at] & PAINT_HIT ? MARK_HIT : 0;

	if (at >= p->current.start && at < p->current.end)
		marks |= MARK_CURRENT;
	return marks;
}

/* Draws runs of one look; they end where clusters end. */
static void draw_text(const struct paper *p, struct range r, struct pen *pen)
{
	struct str line = str_of(p->text.p, r.end);
	uint32_t at = r.start;

	while (at < r.end) {
		int style = p->paint[at] & PAINT_STYLE, width;
		size_t end = text_cluster(line, at, &width);

		pen->marks = (uint8_t)marks_at(p, at);
		while (end < r.end && (p->paint[end] & PAINT_STYLE) == style &&
			marks_at(p, (uint32_t)end) == pen->marks)
			end = text_cluster(line, end, &width);
		pen_put(pen, (enum style)style, str_slice(p->text, at, end));
		at = (uint32_t)end;
	}
	pen->marks = 0;
}

void paper_find_hits(struct paper *p, struct str folded)
{
	struct range hit;
	size_t from = 0;

	for (size_t i = 0; i < p->hits.n; i++)
		for (uint32_t b = p->hits.v[i].start; b < p->hits.v[i].end; b++)
			p->paint[b] &= (uint8_t)~PAINT_HIT;
	p->hits.n = 0;
	while (text_find_folded(p->text, folded, from, &hit)) {
		*vec_push(&p->hits) = hit;
		for (uint32_t b = hit.start; b < hit.end; b++)
			p->paint[b] |= PAINT_HIT;
		from = hit.end;
	}
}

void paper_draw_line(const struct paper *p, uint32_t line, struct pen *pen)
{
	const struct paper_line *l = &p->lines.v[line];

	switch ((enum paper_part)l->part) {
	case PAPER_TITLE:
		pen_put(pen, STYLE_title, str_range(p->title, l->range));
		break;
	case PAPER_HEAD:
		pen_put(pen, STYLE_dim, str_range(buf_str(&p->head), l->range));
		break;
	case PAPER_RULE:
		if (l->range.start == 0)
			pen_rule(pen, STYLE_dim, GLYPH_RULE, p->columns);
		break;
	case PAPER_TEXT:
		draw_text(p, l->range, pen);
		break;
	case PAPER_TAIL:
		pen_put(pen, STYLE_dim, str_range(buf_str(&p->tail), l->range));
		break;
	}
}
