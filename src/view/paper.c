#include "paper.h"

#include "say.h"

#include "dateline/base/message.h"
#include "dateline/text/fold.h"
#include "dateline/text/url.h"
#include "dateline/text/width.h"

#include <assert.h>

/* How far a note stands in under the text it is on. */
#define NOTE_INDENT 2

static_assert(STYLE_COUNT <= PAINT_STYLE + 1, "a style fits PAINT_STYLE");

/* A line is not justified by more than this much a space on average: holes are
 * worse to read than a ragged edge. */
#define SPREAD_MAX 2

/* What the layout of one article needs at hand. */
struct press {
	struct paper *p;
	const struct store *s;
	const struct article *a;
	const struct marks *marks; /* NULL: none */
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
	bool text = model->part == PAPER_TEXT;
	const struct wrap_style style = { .columns = p->columns - model->indent,
		.soft = true,
		.hyphens = text ? p->form.hyphens : NULL,
		.marks = p->wrap_marks.v,
		.n_marks = text ? p->wrap_marks.n : 0 };
	const uint32_t *hyphened;

	lines_clear(&p->scratch);
	text_wrap_as(from, model->range, &style, &p->scratch);
	hyphened = p->scratch.hyphened.v;
	for (size_t i = 0, h = 0; i < p->scratch.list.n; i++) {
		struct paper_line line = *model;

		line.range = p->scratch.list.v[i];
		line.hyphen = h < p->scratch.hyphened.n && hyphened[h] == i;
		h += line.hyphen;
		add_line(p, &line);
	}
}

static struct range all_of(struct str s)
{
	return (struct range){ 0, (uint32_t)s.n };
}

/* The dot begins a line, where there must be a new one. */
static void separate(struct press *x)
{
	buf_add_c(&x->p->head, ' ');
	buf_add(&x->p->head, glyph_str(GLYPH_DOT, x->p->form.ascii));
	say_whole(&x->p->head, STR(" "));
}

static void write_bylines(struct press *x)
{
	const struct span *by = &x->a->bylines;

	for (uint32_t i = 0; i < by->n; i++) {
		if (i == 0)
			separate(x);
		buf_add(&x->p->head, i == 0	     ? MSG("by ")
				     : i + 1 < by->n ? STR(", ")
						     : MSG(" and "));
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
		buf_add(&x->p->head, MSG("starred"));
	}
	if (mark_set_has(&x->marks->later, x->p->article)) {
		separate(x);
		buf_add(&x->p->head, MSG("read later"));
	}
	marks_say_tags(x->marks, x->p->article, &tags);
	if (tags.n) {
		separate(x);
		buf_add_f(
			&x->p->head, _("tagged %.*s"), STR_ARG(buf_str(&tags)));
	}
	buf_release(&tags);
}

/* Adds a short fact, which stays on one line, and empties it. */
static void add_fact(struct press *x, struct buf *fact)
{
	separate(x);
	say_whole(&x->p->head, buf_str(fact));
	buf_clear(fact);
}

/* "Source · by A and B · place · date · 3 min · round of 4 · starred · tagged
 * harbour"; the place only when no dateline in the text says it. */
static void write_head(struct press *x)
{
	struct buf *head = &x->p->head;
	uint32_t round = x->s->rounds.v[x->a->round].articles.n;
	struct buf fact = { 0 };

	buf_clear(head);
	buf_add(head, store_source(x->s, x->a));
	write_bylines(x);
	if (x->a->dateline.n && !x->dateline.end) {
		separate(x);
		buf_add(head, store_str(x->s, x->a->dateline));
	}
	say_date(&fact, x->a, SAY_LONG);
	if (x->a->date_basis == BASIS_ESTIMATED)
		buf_add(&fact, MSG(" (estimated)"));
	add_fact(x, &fact);
	buf_add_f(&fact, _("%u min"), (unsigned)reading_minutes(x->a->words));
	add_fact(x, &fact);
	if (round > 1) {
		buf_add_f(&fact, _("round of %u"), (unsigned)round);
		add_fact(x, &fact);
	}
	buf_release(&fact);
	write_marks(x);
	x->p->noted = (uint32_t)head->n;
	for (uint32_t i = 0; i < x->notes.n; i++)
		if (note_of(x, i)->quote == NOTE_ARTICLE)
			buf_add_f(head, "\n" NOTE "%.*s",
				STR_ARG(note_of(x, i)->text));
}

static void write_address(struct press *x)
{
	struct buf *tail = &x->p->tail;
	struct str url = store_str(x->s, x->a->url);
	struct err refused;

	buf_clear(&x->p->address);
	x->p->shown_address = (struct range){ 0, 0 };
	if (!url.n)
		return;
	url_for_programs(&x->p->address, url, &refused);
	buf_add(tail, MSG("Address: "));
	x->p->shown_address.start = (uint32_t)tail->n;
	buf_add(tail, url);
	x->p->shown_address.end = (uint32_t)tail->n;
	buf_add_c(tail, '\n');
}

/* Where the copy was found, and what to doubt about it. */
static void write_tail(struct press *x)
{
	struct buf *tail = &x->p->tail;
	struct str site = store_str(x->s, x->a->site);

	buf_clear(tail);
	if (site.n && !str_eq(site, store_source(x->s, x->a)))
		buf_add_f(tail, _("Saved from %.*s\n"), STR_ARG(site));
	write_address(x);
	buf_add_f(tail, _("File: %.*s"), STR_ARG(store_str(x->s, x->a->path)));
	for (uint32_t i = 0; i < x->a->warnings.n; i++) {
		buf_add(tail, MSG("\nDoubtful: "));
		message_add_kept(tail,
			store_str(x->s,
				x->s->strings.v[x->a->warnings.first + i]));
	}
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
	lines_clear(&p->scratch);
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

/* How many columns the numbers in a line take. */
static int ref_columns(const struct paper *p, struct range line)
{
	int columns = 0;

	for (size_t i = paper_ref_after(p, line.start);
		i < p->refs.n && p->refs.v[i].at <= line.end; i++)
		columns += p->wrap_marks.v[i].columns;
	return columns;
}

/* Spreads a line to the whole column, when that leaves no holes. */
static void justify(const struct paper *p, struct paper_line *line)
{
	struct str s = str_range(p->text, line->range);
	int spread = p->columns - line->indent - line->hyphen - text_width(s) -
		     ref_columns(p, line->range);
	int spaces = 0;

	for (size_t i = 0; i < s.n; i++)
		spaces += s.p[i] == ' ';
	/* What begins with a space is set by hand: verse, a table. */
	if (spread > 0 && spread <= spaces * SPREAD_MAX && s.p[0] != ' ')
		line->spread = (uint16_t)spread;
}

static bool is_justified(enum block_kind kind)
{
	return kind != BLOCK_HEADING && kind != BLOCK_CAPTION &&
	       kind != BLOCK_TABLE;
}

/* All lines of a block but those that end a paragraph. */
static void justify_block(
	struct paper *p, size_t from, const struct block *block)
{
	if (!p->form.justify || !is_justified((enum block_kind)block->kind))
		return;
	for (; from + 1 < p->lines.n; from++) {
		struct paper_line *line = &p->lines.v[from];

		if (p->text.p[line->range.end] != '\n')
			justify(p, line);
	}
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
	justify_block(p, from, b);
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
	if (p->foot.n) {
		add_blank(p, PAPER_FOOT, 0);
		add_part(p, PAPER_FOOT, buf_str(&p->foot));
	}
	add_blank(p, PAPER_TAIL, 0);
	add_part(p, PAPER_TAIL, buf_str(&p->tail));
}

static bool same_form(const struct paper_form *a, const struct paper_form *b)
{
	return a->columns == b->columns && a->ascii == b->ascii &&
	       a->justify == b->justify && a->links == b->links &&
	       a->footnotes == b->footnotes && a->hyphens == b->hyphens;
}

bool paper_is(const struct paper *p, const struct paper_request *r)
{
	return p->lines.n && p->article == r->article &&
	       p->serial == r->serial && same_form(&p->form, &r->form) &&
	       p->marked == (r->marks ? r->marks->serial : 0);
}

static void take_refs(struct paper *p, const struct paper_refs *refs)
{
	p->refs.n = p->wrap_marks.n = 0;
	buf_clear(&p->foot);
	if (!refs)
		return;
	buf_add(&p->foot, buf_str(&refs->foot));
	for (size_t i = 0; i < refs->marks.n; i++) {
		const struct paper_ref *ref = &refs->marks.v[i];

		*vec_push(&p->refs) = *ref;
		*vec_push(&p->wrap_marks) = (struct wrap_mark){ ref->at,
			text_width(str_of(ref->shown, ref->n)) };
	}
}

/* Links look so where nothing else is said of their words. */
static void paint_links(struct paper *p, const struct paper_refs *refs)
{
	for (size_t i = 0; refs && i < refs->links.n; i++)
		for (uint32_t b = refs->links.v[i].start;
			b < refs->links.v[i].end; b++)
			if ((p->paint[b] & PAINT_STYLE) == STYLE_text)
				p->paint[b] = STYLE_link;
}

static void paint_highlights(struct paper *p, const struct highlights *h)
{
	struct highlighted found = { 0 };

	p->title_looks.list.n = 0;
	if (!h)
		return;
	highlights_find(h, p->title, &p->title_looks);
	highlights_find(h, p->text, &found);
	for (size_t i = 0; i < found.list.n; i++) {
		const struct highlight *x = &found.list.v[i];

		for (uint32_t b = x->at.start; b < x->at.end; b++)
			p->paint[b] =
				(uint16_t)((p->paint[b] &
						   ~(unsigned)PAINT_STYLE) |
					   x->style);
	}
	vec_free(&found.list);
}

void paper_make(struct paper *p, const struct paper_request *r)
{
	const struct article *a = &r->store->articles.v[r->article];
	struct press x = { .p = p, .s = r->store, .a = a, .marks = r->marks };

	p->article = r->article;
	p->serial = r->serial;
	p->marked = r->marks ? r->marks->serial : 0;
	p->form = r->form;
	p->columns = r->form.columns;
	p->title = article_title(r->store, a);
	p->text = store_str(r->store, a->text);
	p->hits.n = 0;
	p->current = (struct paper_hit){ 0 };
	p->paint = mem_realloc(p->paint, (p->text.n + 1) * sizeof *p->paint);
	paint_article(r->store, a, p->paint);
	if (r->marks)
		x.notes = notes_of(&r->marks->notes, r->article);
	paint_links(p, r->refs);
	paint_highlights(p, r->highlights);
	x.dateline = article_dateline(r->store, a, &x.opened);
	take_refs(p, r->refs);
	lay_out(&x);
}

void paper_release(struct paper *p)
{
	vec_free(&p->lines);
	lines_release(&p->scratch);
	vec_free(&p->refs);
	vec_free(&p->title_looks.list);
	vec_free(&p->wrap_marks);
	vec_free(&p->hits);
	buf_release(&p->head);
	buf_release(&p->foot);
	buf_release(&p->tail);
	buf_release(&p->address);
	buf_release(&p->notes);
	free(p->paint);
	*p = (struct paper){ 0 };
}

void paper_refs_release(struct paper_refs *refs)
{
	vec_free(&refs->marks);
	vec_free(&refs->links);
	buf_release(&refs->foot);
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

struct str paper_part_text(const struct paper *p, enum paper_part part)
{
	switch (part) {
	case PAPER_TITLE:
		return p->title;
	case PAPER_HEAD:
		return buf_str(&p->head);
	case PAPER_TEXT:
		return p->text;
	case PAPER_FOOT:
		return buf_str(&p->foot);
	case PAPER_TAIL:
		return buf_str(&p->tail);
	case PAPER_RULE:
	default:
		return STR_NONE;
	}
}

static void find_in_part(
	struct paper *p, enum paper_part part, struct str folded)
{
	struct paper_hit hit = { .part = (uint8_t)part };
	size_t from = 0;

	while (text_find_folded(
		paper_part_text(p, part), folded, from, &hit.range)) {
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

	query_find_hits(q, paper_part_text(p, part), &found);
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

int paper_line_width(const struct paper *p, uint32_t line)
{
	const struct paper_line *l = &p->lines.v[line];

	return l->part == PAPER_RULE
		       ? 0
		       : text_width(str_range(
				 paper_part_text(p, (enum paper_part)l->part),
				 l->range));
}

bool paper_leads(const struct paper *p, uint32_t line)
{
	const struct paper_line *l = &p->lines.v[line];

	if (!p->address.n)
		return false;
	if (l->part == PAPER_TITLE)
		return str_find(p->title, STR("://"), 0) == STR_NPOS &&
		       !str_starts_nocase(p->title, STR("www."));
	return l->part == PAPER_TAIL && l->range.start < p->shown_address.end &&
	       l->range.end > p->shown_address.start;
}
