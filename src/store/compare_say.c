/* What screens and reports say of a comparison. */
#include "dateline/base/message.h"
#include "dateline/store/compare.h"
#include "dateline/store/regroup.h"

uint32_t comparison_place(const struct comparison *c, uint32_t article)
{
	uint32_t i = 0;

	while (i < c->n && c->articles[i] != article)
		i++;
	return i;
}

void comparison_say_news(
	const struct comparison *c, uint32_t at, struct buf *out)
{
	const struct article *a = compared(c, at);
	uint32_t copy = a->copy_of == STORE_NONE
				? c->n
				: comparison_place(c, a->copy_of);

	if (copy < c->n)
		buf_add_f(out, _("copy of %u"), (unsigned)copy + 1);
	else if (at == 0)
		buf_add(out, MSG("first"));
	else
		buf_add_f(out, _("+%d %% new"), c->fresh[at]);
}

void comparison_say_figures(
	const struct comparison *c, size_t from, size_t end, struct buf *out)
{
	const struct compared_figure *f = c->figures.v;

	for (size_t i = from; i < end; i++) {
		bool same = i > from && f[i].at == f[i - 1].at;

		if (i == from || !str_eq(f[i].value, f[i - 1].value))
			/* TRANSLATORS: a comma or nothing; a figure of
			 * article number N of the round. */
			buf_add_f(out, _("%s%.*s in %u"), i > from ? ", " : "",
				STR_ARG(f[i].value), (unsigned)f[i].at + 1);
		else if (!same)
			buf_add_f(out, " %u", (unsigned)f[i].at + 1);
	}
}

size_t comparison_unit_end(const struct comparison *c, size_t from)
{
	size_t end = from;

	while (end < c->figures.n &&
		c->figures.v[end].unit == c->figures.v[from].unit)
		end++;
	return end;
}

/* The first utterance of a speaker or of one after it. */
static size_t first_of(const struct comparison *c, uint32_t speaker)
{
	size_t low = 0, high = c->utterances.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (c->utterances.v[mid].speaker < speaker)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct span comparison_utterances(const struct comparison *c, uint32_t speaker)
{
	size_t first = first_of(c, speaker), end = first;

	while (end < c->utterances.n && c->utterances.v[end].speaker == speaker)
		end++;
	return (struct span){ (uint32_t)first, (uint32_t)(end - first) };
}

const struct link *comparison_link(const struct comparison *c, uint32_t at)
{
	const struct article *a = compared(c, at);
	const struct link *best = NULL;

	for (uint32_t i = 0; i < a->links.n; i++) {
		const struct link *l = &c->store->links.v[a->links.first + i];

		if (c->store->articles.v[l->to].round != a->round)
			continue;
		if (link_is_readers(l))
			return l;
		best = best ? best : l;
	}
	return best;
}
