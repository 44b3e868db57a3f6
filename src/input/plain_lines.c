/*
 * Lines of a page dump to blocks. A hard wrap is undone where the next line's
 * first word would not have fitted on the line before: no other line end was
 * forced by the width.
 */
#include "dateline/base/ascii.h"
#include "dateline/text/utf8.h"
#include "input/plain.h"

enum {
	RULE_MIN = 4, /* characters of a line that is only drawn */
	WIDTH_MAX = 140, /* wider lines were not wrapped for a screen */
	WIDTH_MIN = 40, /* lines that say something of the width */
	WINDOW = 10, /* columns below the edge: a word and a half */
	FEW_LINES = 4, /* so few do not show a width … */
	NARROW = 60 /* … unless it is a usual one */
};

struct line {
	struct str text; /* without indent, bullet and trailing space */
	uint32_t columns; /* up to the text's end, indent included */
	uint32_t first_word; /* columns */
	uint16_t indent; /* of the text, behind a bullet */
	bool blank, bullet;
};

struct splitter {
	struct plain *p;
	struct line before; /* the line the open block ends with */
	uint32_t width; /* 0: no wrapping */
	size_t open; /* offset of the open block in p->text */
	struct plain_block block;
	bool is_open;
};

/* Length of a bullet with its space at the start of s, 0: none. */
static size_t bullet_length(struct str s)
{
	static const char *const marks[] = { "\xE2\x80\xA2", "\xE2\x96\xAA",
		"\xE2\x97\xA6", "\xE2\x97\x8B", "\xE2\x96\xA0", "\xE2\x96\xA1",
		"\xE2\x97\x8F", "\xC2\xB7", "* ", "+ ", "o ", "- " };

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		struct str mark = str_from_c(marks[i]);

		if (str_starts(s, mark))
			return mark.n;
	}
	return s.n == 1 && strchr("*+-", s.p[0]) ? 1 : 0;
}

/* A line drawn with marks or box-drawing characters (U+2500 … U+257F), as w3m
 * draws <hr>. */
static bool is_rule(struct str s)
{
	size_t points = 0;
	uint32_t cp;

	for (size_t at = 0; at < s.n; points++) {
		at += utf8_decode(s, at, &cp);
		if (cp < 0x80 ? !strchr("-_=*~# ", (int)cp)
			      : cp < 0x2500 || cp > 0x257F)
			return false;
	}
	return points >= RULE_MIN;
}

static struct line read_line(struct str raw)
{
	struct line l = { 0 };
	struct str s = str_trim(raw);
	size_t indent = s.n ? (size_t)(s.p - raw.p) : 0, mark;
	size_t word = 0;

	l.blank = s.n == 0 || is_rule(s);
	l.columns = (uint32_t)(indent + utf8_count(s));
	mark = bullet_length(s);
	if (mark) {
		struct str rest = str_trim(str_slice(s, mark, s.n));

		l.bullet = true;
		indent += utf8_count(
			str_slice(s, 0, rest.n ? (size_t)(rest.p - s.p) : s.n));
		s = rest;
	}
	while (word < s.n && s.p[word] != ' ')
		word++;
	l.first_word = (uint32_t)utf8_count(str_slice(s, 0, word));
	l.indent = (uint16_t)(indent < UINT16_MAX ? indent : UINT16_MAX);
	l.text = s;
	return l;
}

/* Counts of lines by columns: those that have another right below them, and
 * all that are too wide for a screen. */
struct widths {
	uint32_t seen[WIDTH_MAX + 1], wide;
};

static void count_widths(struct str text, struct widths *w)
{
	struct line before = { .blank = true };
	struct str raw;

	while (str_split(&text, '\n', &raw)) {
		struct line l = read_line(raw);

		if (l.columns > WIDTH_MAX)
			w->wide++;
		else if (!before.blank && !l.blank && !l.bullet &&
			 before.columns >= WIDTH_MIN &&
			 before.columns <= WIDTH_MAX)
			w->seen[before.columns]++;
		before = l;
	}
}

/*
 * The width the text was wrapped to: wrapped lines crowd in the last columns
 * before it, so it is the right edge of the fullest window of columns. 0: the
 * lines are whole paragraphs.
 */
static uint32_t wrap_width(struct str text)
{
	struct widths w = { 0 };
	uint32_t in_window = 0, best = 0, width = 0;

	count_widths(text, &w);
	for (uint32_t i = WIDTH_MIN; i <= WIDTH_MAX; i++) {
		in_window += w.seen[i];
		if (i >= WIDTH_MIN + WINDOW)
			in_window -= w.seen[i - WINDOW];
		if (in_window > best) {
			best = in_window;
			width = i;
		}
	}
	if (best < w.wide || (best < FEW_LINES && width < NARROW))
		return 0;
	return width;
}

/* "[12]": the number of a link, its length in bytes; 0: none. */
static size_t link_mark(struct str s, size_t at)
{
	size_t end = at + 1;

	if (s.p[at] != '[')
		return 0;
	while (end < s.n && ascii_is_digit(s.p[end]))
		end++;
	return end > at + 1 && end - at < 7 && end < s.n && s.p[end] == ']'
		       ? end + 1 - at
		       : 0;
}

/* A dump with numbered links opens with [1], [2], [3] in this order. */
static bool has_link_marks(struct str text)
{
	static const char *const first[] = { "[1]", "[2]", "[3]" };
	size_t at = 0;

	for (size_t i = 0; i < sizeof first / sizeof first[0]; i++) {
		at = str_find(text, str_from_c(first[i]), at);
		if (at == STR_NPOS)
			return false;
	}
	return str_find(text, STR("1. "), at) != STR_NPOS;
}

/* "  12. http://…": an entry of the list of links. */
static bool is_link_entry(struct str line)
{
	size_t at = 0;

	while (at < line.n && ascii_is_digit(line.p[at]))
		at++;
	line = str_slice(line, at, line.n);
	return at > 0 && str_starts(line, STR(". ")) &&
	       str_chr(str_slice(line, 2, line.n), ' ', 0) == STR_NPOS &&
	       str_chr(line, ':', 0) != STR_NPOS;
}

/* Without the list of links at the end and the heading above it. */
static struct str cut_link_list(struct str text)
{
	size_t end = text.n;
	unsigned entries = 0;

	while (end > 0) {
		size_t start = end;
		struct str line;

		while (start > 0 && text.p[start - 1] != '\n')
			start--;
		line = str_trim(str_slice(text, start, end));
		if (is_link_entry(line))
			entries++;
		else if (line.n && !str_ends(line, STR(" links:")) &&
			 !(entries && line.n < 24 && start < text.n &&
				 str_find(line, STR(" "), 0) == STR_NPOS))
			break;
		end = start ? start - 1 : 0;
	}
	return entries ? str_slice(text, 0, end) : text;
}

/* Adds text to the open block, without link numbers and button marks. */
static void add_text(struct splitter *sp, struct str s)
{
	struct buf *out = &sp->p->text;
	size_t from = 0;

	for (size_t at = 0; at < s.n; at++) {
		size_t n = sp->p->links ? link_mark(s, at) : 0;

		if (n)
			sp->block.links++;
		else if (str_starts(str_slice(s, at, s.n), STR("(BUTTON)")))
			n = 8;
		else
			continue;
		buf_add(out, str_slice(s, from, at));
		from = at + n;
		at = from - 1;
	}
	buf_add(out, str_slice(s, from, s.n));
}

static bool has_letter(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (ascii_is_alnum(s.p[i]) || (uint8_t)s.p[i] >= 0xC3)
			return true;
	return false;
}

static void close_block(struct splitter *sp)
{
	struct str got = str_trim(
		str_slice(buf_str(&sp->p->text), sp->open, sp->p->text.n));

	if (sp->is_open && has_letter(got)) {
		/* Offsets for now: the buffer moves while it grows. */
		sp->block.text = str_of(NULL, got.n);
		sp->block.points = (uint32_t)(got.p - sp->p->text.p);
		*vec_push(&sp->p->blocks) = sp->block;
	}
	sp->is_open = false;
}

static void open_block(struct splitter *sp, const struct line *l, bool gap)
{
	close_block(sp);
	sp->open = sp->p->text.n;
	sp->block = (struct plain_block){
		.indent = l->indent, .bullet = l->bullet, .gap = gap
	};
	sp->is_open = true;
}

static bool was_wrapped(const struct splitter *sp, const struct line *l)
{
	return sp->is_open && sp->width && !l->bullet &&
	       l->indent <= sp->before.indent &&
	       sp->before.columns + 1 + l->first_word > sp->width;
}

/* A word cut at its hyphen takes no space. */
static bool ends_in_hyphen(const struct line *before, const struct line *l)
{
	size_t n = before->text.n;

	return n > 1 && before->text.p[n - 1] == '-' &&
	       ascii_is_alpha(before->text.p[n - 2]) && l->text.n &&
	       l->text.p[0] >= 'a' && l->text.p[0] <= 'z';
}

static void take_line(struct splitter *sp, const struct line *l, bool gap)
{
	if (gap || !was_wrapped(sp, l))
		open_block(sp, l, gap);
	else if (!ends_in_hyphen(&sp->before, l))
		buf_add_c(&sp->p->text, ' ');
	add_text(sp, l->text);
	sp->before = *l;
}

void plain_split(struct plain *p, struct str text)
{
	struct splitter sp = { .p = p };
	bool gap = true;
	struct str raw;

	p->links = has_link_marks(text);
	if (p->links)
		text = cut_link_list(text);
	sp.width = wrap_width(text);
	while (str_split(&text, '\n', &raw)) {
		struct line l = read_line(raw);

		if (!l.blank)
			take_line(&sp, &l, gap);
		gap = l.blank;
	}
	close_block(&sp);
	for (size_t i = 0; i < p->blocks.n; i++) {
		struct plain_block *b = &p->blocks.v[i];

		b->text.p = p->text.p + b->points;
		b->points = (uint32_t)utf8_count(b->text);
		b->sentence = plain_ends_sentence(b->text);
	}
}

void plain_release(struct plain *p)
{
	buf_release(&p->text);
	vec_free(&p->blocks);
}
