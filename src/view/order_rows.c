/* Which lines of the index are shown: folded groups, copies under their
 * originals. */
#include "order_key.h"

/* The name that the copies under a line have in the folds. */
static uint64_t copies_name(
	const struct order *o, const struct store *s, uint32_t head)
{
	uint32_t article = order_article(o, head);
	uint32_t of = s->articles.v[article].copy_of;

	return fold_name(FOLD_COPIES,
		store_str(
			s, s->articles.v[of == STORE_NONE ? article : of].id));
}

/* Names are made of texts, which are not read while nothing is named. */
static bool copies_folded(
	const struct order *o, const struct order_request *r, uint32_t head)
{
	if (r->copies->names.n == 0)
		return r->copies->folded;
	return folds_folded(r->copies, copies_name(o, r->store, head));
}

static bool group_folded(
	const struct order_request *r, const struct order_group *g)
{
	if (!r->groups || r->groups->names.n == 0)
		return r->groups && r->groups->folded;
	return folds_folded(r->groups, order_group_name(r, g->article));
}

/* Shows an open group, but for copies that are not unfolded. */
static void show_open(
	struct order *o, const struct order_request *r, uint32_t group)
{
	uint32_t step = o->excerpts ? 2 : 1;
	uint32_t line = o->groups.v[group].line + 1;
	uint32_t end = order_group_end(o, group);

	shown_set(&o->shown, line, end, true);
	for (; r->copies && line < end; line++) {
		uint32_t first = line;

		if (!order_is_copy(o, line))
			continue;
		while (line < end && order_is_copy(o, line))
			line += step;
		if (copies_folded(o, r, first - step))
			shown_set(&o->shown, first, line, false);
	}
}

static void show_group(
	struct order *o, const struct order_request *r, uint32_t group)
{
	struct order_group *g = &o->groups.v[group];

	g->folded = group_folded(r, g);
	shown_set(&o->shown, g->line, g->line + 1, true);
	if (g->folded)
		shown_set(&o->shown, g->line + 1, order_group_end(o, group),
			false);
	else
		show_open(o, r, group);
}

void order_show(struct order *o, const struct order_request *r)
{
	shown_begin(&o->shown, (uint32_t)o->lines.n);
	for (uint32_t i = 0; i < o->groups.n; i++)
		show_group(o, r, i);
	shown_count(&o->shown, 0);
	o->folding++;
}

uint32_t order_row(const struct order *o, uint32_t line)
{
	if (!shown_has(&o->shown, line))
		line = order_head(o, line);
	if (!shown_has(&o->shown, line))
		line = o->groups.v[order_group_at(o, line)].line;
	return shown_row(&o->shown, line);
}

uint32_t order_row_end(const struct order *o, uint32_t row)
{
	uint32_t next = row + 1;

	/* The passage under an article comes before the copies. */
	if (next < order_rows(o) &&
		(o->lines.v[order_line(o, next)] &
			(ORDER_HEADING | ORDER_EXCERPT)) == ORDER_EXCERPT)
		next++;
	return next < order_rows(o) ? order_line(o, next)
				    : (uint32_t)o->lines.n;
}

/* Makes good what the folds say of a group now. */
static void refold(
	struct order *o, const struct order_request *r, uint32_t group)
{
	show_group(o, r, group);
	shown_count(&o->shown, o->groups.v[group].line);
	o->folding++;
}

void order_fold_group(
	struct order *o, const struct order_request *r, uint32_t group)
{
	folds_flip(r->groups, order_group_name(r, o->groups.v[group].article));
	refold(o, r, group);
}

void order_fold_copies(
	struct order *o, const struct order_request *r, uint32_t head)
{
	folds_flip(r->copies, copies_name(o, r->store, head));
	refold(o, r, order_group_at(o, head));
}

void order_reveal(struct order *o, const struct order_request *r, uint32_t line)
{
	uint32_t group = order_group_at(o, line);

	if (o->groups.v[group].folded)
		order_fold_group(o, r, group);
	if (!shown_has(&o->shown, line))
		order_fold_copies(o, r, order_head(o, line));
}

void order_fold_all(struct order *o, const struct order_request *r)
{
	bool all = true;

	for (size_t i = 0; i < o->groups.n; i++)
		all = all && o->groups.v[i].folded;
	folds_all(r->groups, !all);
	order_show(o, r);
}
