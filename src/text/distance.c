#include "dateline/text/distance.h"

#define ROW (DISTANCE_BYTES + 1)

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* The last three rows of the table are enough: swaps look two back. */
size_t text_distance(struct str a, struct str b)
{
	size_t rows[3][ROW];

	if (a.n > DISTANCE_BYTES || b.n > DISTANCE_BYTES)
		return SIZE_MAX;
	for (size_t j = 0; j <= b.n; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		size_t *now = rows[i % 3];
		const size_t *last = rows[(i + 2) % 3];
		const size_t *before = rows[(i + 1) % 3];

		now[0] = i;
		for (size_t j = 1; j <= b.n; j++) {
			size_t other = a.p[i - 1] != b.p[j - 1];

			now[j] = least(least(last[j], now[j - 1]) + 1,
				last[j - 1] + other);
			if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] &&
				a.p[i - 2] == b.p[j - 1])
				now[j] = least(now[j], before[j - 2] + 1);
		}
	}
	return rows[a.n % 3][b.n];
}

size_t text_nearness(struct str typed, struct str b)
{
	size_t distance;

	if (typed.n == 0 || b.n == 0)
		return SIZE_MAX;
	if (str_starts(b, typed))
		return 0;
	distance = text_distance(typed, b);
	return distance <= 1 + typed.n / 4 ? distance : SIZE_MAX;
}
