#include "dateline/text/align_length.h"

#include "dateline/text/width.h"

#include <math.h>

/* Variance of a column's translation in columns. */
#define VARIANCE 6.8
#define RATIO_MIN .67
#define RATIO_MAX 1.5

/* How many paragraphs of each text go together, and how often they do. */
static const struct step {
	uint8_t a, b;
	double prior;
} steps[] = { { 1, 1, .89 }, { 1, 0, .0099 / 2 }, { 0, 1, .0099 / 2 },
	{ 2, 1, .089 / 2 }, { 1, 2, .089 / 2 }, { 2, 2, .011 } };
#define STEPS (sizeof steps / sizeof *steps)

/* The columns of a row of the table that are looked at. */
#define WIDTH (2 * ALIGN_BAND + 1)

struct side {
	double *sum; /* columns of the paragraphs before each */
	uint32_t n;
};

struct aligner {
	struct side a, b;
	double ratio; /* columns of b for one of a */
	double *cost; /* by row, column */
	uint8_t *step; /* taken to get there, + 1; 0: none */
};

static void measure(struct side *side, const struct align_text *t)
{
	side->n = t->n;
	side->sum = mem_alloc((t->n + 1) * sizeof *side->sum);
	side->sum[0] = 0;
	for (uint32_t i = 0; i < t->n; i++) {
		struct str s = str_range(t->text, t->paragraphs[i]);

		side->sum[i + 1] = side->sum[i] + text_width(s);
	}
}

/* The first column of a row, around the diagonal. */
static int64_t first_of(const struct aligner *x, uint32_t row)
{
	uint64_t centre = (uint64_t)row * x->b.n / x->a.n;

	return (int64_t)centre - ALIGN_BAND;
}

/* The cell of a row and a column; NULL: out of the band. */
static double *cost_at(const struct aligner *x, int64_t row, int64_t col)
{
	int64_t at;

	if (row < 0 || col < 0 || col > (int64_t)x->b.n)
		return NULL;
	at = col - first_of(x, (uint32_t)row);
	return at < 0 || at >= WIDTH ? NULL : &x->cost[row * WIDTH + at];
}

/* How unlikely it is that lengths so different are one another. */
static double distance(double a, double b, double ratio)
{
	double mean = (a + b / ratio) / 2, delta, tail;

	/* What one text leaves out may be of any length. */
	if (mean < 1 || a < 1 || b < 1)
		return 0;
	delta = fabs(b - a * ratio) / sqrt(mean * VARIANCE);
	tail = erfc(delta / sqrt(2));
	return -log(tail > 1e-30 ? tail : 1e-30);
}

static void fill_cell(struct aligner *x, uint32_t row, int64_t col)
{
	double *to = cost_at(x, row, col);

	for (size_t i = 0; i < STEPS; i++) {
		int64_t from_row = (int64_t)row - steps[i].a;
		int64_t from_col = col - steps[i].b;
		const double *from = cost_at(x, from_row, from_col);
		double cost;

		if (!from || isinf(*from))
			continue;
		cost = *from - log(steps[i].prior) +
		       distance(x->a.sum[row] - x->a.sum[from_row],
			       x->b.sum[col] - x->b.sum[from_col], x->ratio);
		if (cost >= *to)
			continue;
		*to = cost;
		x->step[to - x->cost] = (uint8_t)(i + 1);
	}
}

static void fill(struct aligner *x)
{
	size_t cells = ((size_t)x->a.n + 1) * WIDTH;

	x->cost = mem_alloc(cells * sizeof *x->cost);
	x->step = mem_calloc(cells, 1);
	for (size_t i = 0; i < cells; i++)
		x->cost[i] = INFINITY;
	*cost_at(x, 0, 0) = 0;
	for (uint32_t row = 0; row <= x->a.n; row++)
		for (int64_t col = first_of(x, row);
			col < first_of(x, row) + WIDTH; col++)
			if (cost_at(x, row, col) && (row || col))
				fill_cell(x, row, col);
}

/* Paragraphs a paragraph, as far as both go: where a text has so many more that
 * no path leads through the band. */
static void pair_in_order(struct align_beads *out, uint32_t a, uint32_t b)
{
	for (uint32_t i = 0; i < a || i < b; i++)
		*vec_push(&out->list) = (struct align_bead){ i < a ? i : a,
			i < a, i < b ? i : b, i < b };
}

/* The path, from its end. */
static void trace(const struct aligner *x, struct align_beads *out)
{
	int64_t row = x->a.n, col = x->b.n;

	if (isinf(*cost_at(x, row, col))) {
		pair_in_order(out, x->a.n, x->b.n);
		return;
	}
	while (row || col) {
		const struct step *s =
			&steps[x->step[cost_at(x, row, col) - x->cost] - 1];

		row -= s->a;
		col -= s->b;
		*vec_push(&out->list) = (struct align_bead){ (uint32_t)row,
			s->a, (uint32_t)col, s->b };
	}
	for (size_t i = 0; i < out->list.n / 2; i++) {
		struct align_bead first = out->list.v[i];

		out->list.v[i] = out->list.v[out->list.n - 1 - i];
		out->list.v[out->list.n - 1 - i] = first;
	}
}

/* Beyond these, one text leaves out much of the other. */
static double ratio_of(const struct aligner *x)
{
	double a = x->a.sum[x->a.n], b = x->b.sum[x->b.n];

	return a > 0 && b / a > RATIO_MIN && b / a < RATIO_MAX ? b / a : 1;
}

void align_length(struct align_beads *out, const struct align_text *a,
	const struct align_text *b)
{
	struct aligner x = { 0 };

	if (a->n == 0 || b->n == 0) {
		pair_in_order(out, a->n, b->n);
		return;
	}
	measure(&x.a, a);
	measure(&x.b, b);
	x.ratio = ratio_of(&x);
	fill(&x);
	trace(&x, out);
	free(x.a.sum);
	free(x.b.sum);
	free(x.cost);
	free(x.step);
}
