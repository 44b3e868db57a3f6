/* Drawing a line of the paper: text in runs of one look, its spaces widened
 * where the line is spread, and the numbers that stand in it. */
#include "paper.h"

#include "dateline/text/width.h"

/* The rule below the title is a sixth of the column: it parts the two as well
 * as a whole one, which is 216 bytes at each opening of an article. */
#define RULE_SHARE 6

/* A line while it is drawn. */
struct drawing {
	const struct paper *p;
	const struct paper_line *line;
	struct str upto; /* the part's text up to the line's end */
	struct pen *pen;
	int spaces, gap; /* in the line; how many are drawn */
	size_t ref; /* the next one */
};

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

static int title_style(const struct paper *p, uint32_t at)
{
	int style = STYLE_title;

	for (size_t i = 0; i < p->title_looks.list.n; i++)
		if (at >= p->title_looks.list.v[i].at.start &&
			at < p->title_looks.list.v[i].at.end)
			style = p->title_looks.list.v[i].style;
	return style;
}

static int style_at(const struct paper *p, struct paper_place place)
{
	if (place.part == PAPER_TEXT)
		return p->paint[place.at] & PAINT_STYLE;
	if (place.part == PAPER_HEAD && place.at >= p->noted)
		return STYLE_own;
	return place.part == PAPER_TITLE ? title_style(p, place.at) : STYLE_dim;
}

/* What the next space of a spread line is widened by: all as much as can be,
 * in a place that differs from line to line, so that no river runs through. */
static int next_gap(struct drawing *s)
{
	int phase = (int)(s->line->range.start % (unsigned)s->spaces);
	int before = (s->gap * s->line->spread + phase) / s->spaces;

	s->gap++;
	return (s->gap * s->line->spread + phase) / s->spaces - before;
}

/* Draws a run of one look. */
static void put_run(struct drawing *s, enum style style, struct str run)
{
	while (s->line->spread) {
		size_t space = str_chr(run, ' ', 0);

		if (space == STR_NPOS)
			break;
		pen_put(s->pen, style, str_slice(run, 0, space + 1));
		pen_space(s->pen, next_gap(s));
		run = str_slice(run, space + 1, run.n);
	}
	pen_put(s->pen, style, run);
}

/* The refs that stand behind the byte before `at`. */
static void put_refs(struct drawing *s, uint32_t at)
{
	const struct paper *p = s->p;

	for (; s->ref < p->refs.n && p->refs.v[s->ref].at <= at; s->ref++) {
		const struct paper_ref *ref = &p->refs.v[s->ref];

		s->pen->marks = 0;
		pen_put(s->pen, (enum style)ref->style,
			str_of(ref->shown, ref->n));
	}
}

static uint32_t next_ref(const struct drawing *s)
{
	return s->line->part == PAPER_TEXT && s->ref < s->p->refs.n
		       ? s->p->refs.v[s->ref].at
		       : UINT32_MAX;
}

/* Draws runs of one look; they end where clusters end. */
static void draw_text(struct drawing *s)
{
	const struct paper_line *l = s->line;
	struct paper_place at = { l->range.start, l->part, l->nth };

	if (l->note.end)
		pen_put(s->pen, STYLE_own,
			str_range(buf_str(&s->p->notes), l->note));
	while (at.at < l->range.end) {
		int style = style_at(s->p, at), marks = marks_at(s->p, at);
		struct paper_place end = at;
		int width;

		do
			end.at =
				(uint32_t)text_cluster(s->upto, end.at, &width);
		while (end.at < l->range.end && end.at < next_ref(s) &&
			style_at(s->p, end) == style &&
			marks_at(s->p, end) == marks);
		s->pen->marks = (uint8_t)marks;
		put_run(s, (enum style)style,
			str_slice(s->upto, at.at, end.at));
		if (end.at >= next_ref(s))
			put_refs(s, end.at);
		at = end;
	}
	if (l->hyphen)
		pen_put(s->pen, (enum style)s->pen->style, STR("-"));
	s->pen->marks = 0;
	pen_end(s->pen, str_slice(s->upto, l->range.start, s->upto.n));
}

size_t paper_ref_after(const struct paper *p, uint32_t at)
{
	size_t low = 0, high = p->refs.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (p->refs.v[mid].at > at)
			high = mid;
		else
			low = mid + 1;
	}
	return low;
}

void paper_draw_line(const struct paper *p, uint32_t line, struct pen *pen)
{
	const struct paper_line *l = &p->lines.v[line];
	struct str text = paper_part_text(p, (enum paper_part)l->part);
	struct drawing s = { .p = p,
		.line = l,
		.upto = str_slice(text, 0, l->range.end),
		.pen = pen,
		.ref = paper_ref_after(p, l->range.start) };

	for (uint32_t i = l->range.start; l->spread && i < l->range.end; i++)
		s.spaces += text.p[i] == ' ';
	if (l->part != PAPER_RULE)
		draw_text(&s);
	else if (l->range.start == 0)
		pen_rule(pen, STYLE_dim, GLYPH_RULE, p->columns / RULE_SHARE);
}
