#include "dateline/text/wrap.h"

#include "dateline/text/width.h"

#include <unilbrk.h>

/* The state of one run without U+000A, with its break opportunities. */
struct wrapper {
	struct str text;
	const char *breaks; /* u8_possible_linebreaks, from `base` on */
	uint32_t base;
	int columns;
	struct lines *out;
};

static void add_line(struct wrapper *w, uint32_t start, uint32_t end)
{
	while (end > start && w->text.p[end - 1] == ' ')
		end--;
	*vec_push(&w->out->list) = (struct range){ start, end };
}

/* A space alone: one that carries a mark is a character like others. */
static bool is_space(struct str text, size_t at, size_t cluster_end)
{
	return text.p[at] == ' ' && cluster_end == at + 1;
}

static uint32_t skip_spaces(const struct wrapper *w, uint32_t at, uint32_t end)
{
	struct str upto = str_of(w->text.p, end);
	int cols;

	while (at < end && w->text.p[at] == ' ' &&
		is_space(upto, at, text_cluster(upto, at, &cols)))
		at++;
	return at;
}

/* The end of the line that starts at `at`: at a break, or where it is full. */
static uint32_t line_end(const struct wrapper *w, uint32_t at, uint32_t end)
{
	struct str upto = str_of(w->text.p, end);
	uint32_t last_break = 0;
	int used = 0;
	size_t i = at;

	while (i < end) {
		int cols;
		size_t next = text_cluster(upto, i, &cols);

		if (i > at && w->breaks[i - w->base] == UC_BREAK_POSSIBLE)
			last_break = (uint32_t)i;
		/* Spaces may hang over the edge: they are dropped there. */
		if (used + cols > w->columns && !is_space(upto, i, next))
			break;
		used += cols;
		i = next;
	}
	if (i >= end)
		return end;
	if (last_break)
		return last_break;
	if (i == at) {
		int cols;

		i = text_cluster(upto, at, &cols);
	}
	return (uint32_t)i;
}

static void wrap_run(struct wrapper *w, uint32_t start, uint32_t end)
{
	uint32_t at = start;

	if (start == end) {
		add_line(w, start, end);
		return;
	}
	while (at < end) {
		uint32_t stop = line_end(w, at, end);

		add_line(w, at, stop);
		at = skip_spaces(w, stop, end);
	}
}

void text_wrap(
	struct str text, struct range range, int columns, struct lines *out)
{
	size_t n = range.end - range.start;
	struct str upto = str_slice(text, 0, range.end);
	struct wrapper w = { text, NULL, range.start, columns < 1 ? 1 : columns,
		out };
	uint32_t at = range.start;
	char *breaks;

	if (n == 0)
		return;
	w.breaks = breaks = mem_alloc(n);
	u8_possible_linebreaks(
		(const uint8_t *)text.p + range.start, n, "UTF-8", breaks);
	while (at < range.end) {
		size_t nl = str_chr(upto, '\n', at);
		uint32_t end = nl < range.end ? (uint32_t)nl : range.end;

		wrap_run(&w, at, end);
		at = end + 1;
	}
	free(breaks);
}
