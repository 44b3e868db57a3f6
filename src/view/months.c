#include "months.h"

#include "dateline/base/message.h"

static const struct {
	int32_t months;
	const char *name;
} steps[] = { { 1, N_("quotes by month") }, { 3, N_("quotes by quarter") },
	{ 12, N_("quotes by year") } };
#define N_STEPS (sizeof steps / sizeof *steps)

/* Eighths of a column's height; nothing is nothing, little is seen. */
static struct str level(uint32_t n, uint32_t most, bool ascii)
{
	static const char *const bars[] = { " ", "▁", "▂", "▃", "▄", "▅", "▆",
		"▇", "█" };
	static const char *const plain[] = { " ", ".", ":", "-", "=", "+", "*",
		"%", "#" };
	uint32_t eighths = (uint32_t)(((uint64_t)n * 8 + most - 1) / most);

	return str_from_c(ascii ? plain[eighths] : bars[eighths]);
}

const char *months_say(
	const struct months *m, int columns, bool ascii, struct buf *out)
{
	int32_t first = INT32_MAX, last = INT32_MIN;
	uint32_t *counts, most = 1;
	size_t step = 0;
	int32_t per, n;

	for (size_t i = 0; i < m->list.n; i++) {
		first = m->list.v[i] < first ? m->list.v[i] : first;
		last = m->list.v[i] > last ? m->list.v[i] : last;
	}
	if (first >= last || columns < 1)
		return NULL;
	while (step + 1 < N_STEPS &&
		last / steps[step].months - first / steps[step].months >=
			columns)
		step++;
	per = steps[step].months;
	n = last / per - first / per + 1;
	n = n > columns ? columns : n;
	counts = mem_calloc((size_t)n, sizeof *counts);
	for (size_t i = 0; i < m->list.n; i++) {
		int32_t at = m->list.v[i] / per - (last / per - n + 1);

		if (at >= 0 && ++counts[at] > most)
			most = counts[at];
	}
	for (int32_t i = 0; i < n; i++)
		buf_add(out, level(counts[i], most, ascii));
	free(counts);
	return steps[step].name;
}
