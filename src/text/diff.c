#include "dateline/text/diff.h"

/* No path ends on this diagonal. */
#define NOWHERE (-1)

/* What is left of the sequences. */
struct search {
	const uint32_t *a, *b;
	int32_t an, bn;
	struct diff *d;
};

/* The furthest x on a diagonal (x - y) after d edits. Round d has the diagonals
 * -d, -d + 2 … d. */
static int32_t furthest(const struct search *s, int32_t d, int32_t diagonal)
{
	if (d < 0 || diagonal < -d || diagonal > d)
		return NOWHERE;
	return s->d->trace.v[(size_t)d * ((size_t)d + 1) / 2 +
			     (size_t)(diagonal + d) / 2];
}

/* Where a path comes onto a diagonal by its d-th edit, before what is the same
 * there; *added: the edit adds, else it cuts. */
static int32_t entry(
	const struct search *s, int32_t d, int32_t diagonal, bool *added)
{
	int32_t cut = furthest(s, d - 1, diagonal - 1);
	int32_t add = furthest(s, d - 1, diagonal + 1);

	*added = false;
	if (d == 0)
		return 0;
	cut = cut == NOWHERE || cut >= s->an ? NOWHERE : cut + 1;
	if (add != NOWHERE && add - diagonal > s->bn)
		add = NOWHERE;
	*added = add > cut;
	return add > cut ? add : cut;
}

static int32_t slide(const struct search *s, int32_t x, int32_t diagonal)
{
	while (x < s->an && x - diagonal < s->bn &&
		s->a[x] == s->b[x - diagonal])
		x++;
	return x;
}

/* One more edit on all paths; gives the diagonal that came furthest. */
static int32_t advance(const struct search *s, int32_t d)
{
	int32_t best = 0, reached = NOWHERE;

	for (int32_t k = -d; k <= d; k += 2) {
		bool added;
		int32_t x = entry(s, d, k, &added);

		if (x != NOWHERE)
			x = slide(s, x, k);
		*vec_push(&s->d->trace) = x;
		if (x != NOWHERE && 2 * x - k > reached) {
			reached = 2 * x - k;
			best = k;
		}
	}
	return best;
}

static void add_step(
	struct diff *d, int32_t x, int32_t to, int32_t diagonal, bool same)
{
	uint32_t y = (uint32_t)(x - diagonal);
	struct diff_run run = { { (uint32_t)x, (uint32_t)to },
		{ y, y + (uint32_t)(to - x) }, same };

	if (to > x)
		*vec_push(&d->steps) = run;
}

/* The path to the furthest point of a diagonal, as steps from its end. */
static void trace_back(const struct search *s, int32_t edits, int32_t diagonal)
{
	for (int32_t d = edits; d >= 0; d--) {
		bool added;
		int32_t x = entry(s, d, diagonal, &added);
		struct diff_run edit = { .same = false };

		add_step(s->d, x, furthest(s, d, diagonal), diagonal, true);
		if (d == 0)
			return;
		edit.a.start = (uint32_t)(added ? x : x - 1);
		edit.a.end = (uint32_t)x;
		edit.b.end = (uint32_t)(x - diagonal);
		edit.b.start = added ? edit.b.end - 1 : edit.b.end;
		*vec_push(&s->d->steps) = edit;
		diagonal += added ? 1 : -1;
	}
}

static void add_run(struct diff *d, struct diff_run run)
{
	struct diff_run *last;

	if (d->runs.n == 0 || d->runs.v[d->runs.n - 1].same != run.same) {
		*vec_push(&d->runs) = run;
		return;
	}
	last = &d->runs.v[d->runs.n - 1];
	last->a.end = run.a.end;
	last->b.end = run.b.end;
}

void diff_make(struct diff *d, const uint32_t *a, uint32_t an,
	const uint32_t *b, uint32_t bn)
{
	uint32_t x = 0, y = 0;

	d->runs.n = 0;
	while (x < an || y < bn) {
		struct search s = { a + x, b + y, (int32_t)(an - x),
			(int32_t)(bn - y), d };
		int32_t edits = -1, diagonal, reached;

		d->trace.n = d->steps.n = 0;
		do {
			diagonal = advance(&s, ++edits);
			reached = furthest(&s, edits, diagonal);
		} while (edits < DIFF_EDITS &&
			 (reached < s.an || reached - diagonal < s.bn));
		trace_back(&s, edits, diagonal);
		for (size_t i = d->steps.n; i-- > 0;) {
			struct diff_run run = d->steps.v[i];

			run.a.start += x;
			run.a.end += x;
			run.b.start += y;
			run.b.end += y;
			add_run(d, run);
		}
		x += (uint32_t)reached;
		y += (uint32_t)(reached - diagonal);
	}
}

static uint32_t size_of(const struct diff_run *run)
{
	uint32_t a = run->a.end - run->a.start, b = run->b.end - run->b.start;

	return a > b ? a : b;
}

static bool is_accident(const struct diff *d, size_t i, const uint8_t *weight)
{
	const struct diff_run *run = &d->runs.v[i];
	uint32_t all = 0;

	if (!run->same || i == 0 || i + 1 == d->runs.n)
		return false;
	for (uint32_t at = run->a.start; at < run->a.end; at++)
		all += weight[at];
	return all == 0 || (all <= size_of(run - 1) && all <= size_of(run + 1));
}

void diff_join(struct diff *d, const uint8_t *weight)
{
	size_t n = d->runs.n;

	/* Seen from the runs as they were made: one pass is enough to read. */
	d->steps.n = 0;
	for (size_t i = 0; i < n; i++) {
		struct diff_run run = d->runs.v[i];

		run.same = run.same && !is_accident(d, i, weight);
		*vec_push(&d->steps) = run;
	}
	d->runs.n = 0;
	for (size_t i = 0; i < n; i++)
		add_run(d, d->steps.v[i]);
}

void diff_release(struct diff *d)
{
	vec_free(&d->runs);
	vec_free(&d->trace);
	vec_free(&d->steps);
}
