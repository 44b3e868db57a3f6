#include "links.h"

/* Shared by a copy: less is two writers' use of the same agency's text. */
#define COPY_SHARE .7F
/* Less alike in words, the sketches need not be compared. */
#define COPY_SIM .3F
/* Shorter texts (in words) are copies only when all of them is shared. */
#define SHORT_TEXT 30
/* The sketch's size when the text has at least as many runs; see shingles.c. */
#define SKETCH 64

/*
 * The resemblance |A ∩ B| / |A ∪ B| by the smallest hashes of the union
 * (Broder 1997).
 */
static float resemblance(const struct store *s, struct span a, struct span b)
{
	const uint32_t *p = s->shingles.v + a.first;
	const uint32_t *q = s->shingles.v + b.first;
	uint32_t i = 0, j = 0, both = 0, all = 0;

	for (; all < SKETCH && (i < a.n || j < b.n); all++) {
		if (j == b.n || (i < a.n && p[i] < q[j])) {
			i++;
		} else if (i == a.n || q[j] < p[i]) {
			j++;
		} else {
			both++;
			i++;
			j++;
		}
	}
	return (float)both / (float)all;
}

/* How much of the shorter text the longer one has too, 0–1. */
static float copy_share(
	const struct store *s, const struct article *a, const struct article *b)
{
	float n = (float)a->words, m = (float)b->words;
	float r = resemblance(s, a->shingles, b->shingles);
	float share;

	if (a->words == 0 || b->words == 0)
		return 0;
	/* r = x / (n + m - x), x runs being shared. */
	share = r * (n + m) / (1 + r) / (n < m ? n : m);
	return share < 1 ? share : 1;
}

static bool is_copy(
	const struct store *s, const struct article *a, const struct article *b)
{
	uint32_t words = a->words < b->words ? a->words : b->words;

	return copy_share(s, a, b) >= (words < SHORT_TEXT ? 1 : COPY_SHARE);
}

void copies_find(struct store *s, const struct graph *raw)
{
	for (uint32_t i = 0; i < raw->n; i++) {
		struct article *a = &s->articles.v[i];

		for (uint32_t k = raw->first[i];
			k < raw->first[i + 1] && raw->e[k].to < i &&
			a->copy_of == STORE_NONE;
			k++) {
			uint32_t to = raw->e[k].to;
			const struct article *b = &s->articles.v[to];

			if (raw->e[k].sim >= COPY_SIM && is_copy(s, a, b))
				a->copy_of = b->copy_of == STORE_NONE
						     ? to
						     : b->copy_of;
		}
	}
}
