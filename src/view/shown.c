#include "shown.h"

static uint32_t ones(uint64_t word)
{
	return (uint32_t)__builtin_popcountll(word);
}

void shown_begin(struct shown *s, uint32_t lines)
{
	s->lines = lines;
	s->rows = 0;
	vec_zero(&s->bits, lines / 64 + 1);
	vec_zero(&s->before, lines / 64 + 2);
}

void shown_set(struct shown *s, uint32_t from, uint32_t to, bool on)
{
	while (from < to) {
		uint32_t bit = from % 64;
		uint32_t n = to - from < 64 - bit ? to - from : 64 - bit;
		uint64_t mask = (n == 64 ? UINT64_MAX : (UINT64_C(1) << n) - 1)
				<< bit;

		if (on)
			s->bits.v[from / 64] |= mask;
		else
			s->bits.v[from / 64] &= ~mask;
		from += n;
	}
}

void shown_count(struct shown *s, uint32_t from)
{
	for (size_t i = from / 64; i < s->bits.n; i++)
		s->before.v[i + 1] = s->before.v[i] + ones(s->bits.v[i]);
	s->rows = s->before.v[s->bits.n];
}

bool shown_has(const struct shown *s, uint32_t line)
{
	return s->bits.v[line / 64] >> (line % 64) & 1;
}

uint32_t shown_row(const struct shown *s, uint32_t line)
{
	uint64_t below = (UINT64_C(1) << (line % 64)) - 1;

	return s->before.v[line / 64] + ones(s->bits.v[line / 64] & below);
}

uint32_t shown_line(const struct shown *s, uint32_t row)
{
	uint32_t low = 0, high = (uint32_t)s->bits.n;
	uint64_t word;

	if (s->rows == s->lines)
		return row;
	/* The last word that begins at this row or before it. */
	while (high - low > 1) {
		uint32_t mid = low + (high - low) / 2;

		if (s->before.v[mid] <= row)
			low = mid;
		else
			high = mid;
	}
	word = s->bits.v[low];
	for (uint32_t i = s->before.v[low]; i < row; i++)
		word &= word - 1;
	return low * 64 + (uint32_t)__builtin_ctzll(word);
}

void shown_release(struct shown *s)
{
	vec_free(&s->bits);
	vec_free(&s->before);
}
