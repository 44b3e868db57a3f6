#include "update_parts.h"

/* New words follow those that were there. */
static struct str word_str(const struct update *u, uint32_t number)
{
	size_t old = u->s->words.n;

	return number < old ? store_str(u->s, u->s->words.v[number])
			    : store_str(u->fresh,
				      u->fresh->words
					      .v[u->new_words.v[number - old]]);
}

static int compare_words(const struct update *u, uint32_t a, uint32_t b)
{
	return str_cmp(word_str(u, a), word_str(u, b));
}

static void map_words(struct update *u)
{
	const struct store *f = u->fresh;

	u->words = mem_alloc(f->words.n * sizeof *u->words);
	for (uint32_t w = 0; w < f->words.n; w++) {
		u->words[w] =
			store_find_word(u->s, store_str(f, f->words.v[w]));
		if (u->words[w] != STORE_NONE)
			continue;
		u->words[w] = (uint32_t)(u->s->words.n + u->new_words.n);
		*vec_push(&u->new_words) = w;
	}
}

static void merge_words(struct update *u)
{
	struct numbers added = { 0 };
	struct merging m = { u->s->by_word.v, u->s->by_word.n, NULL, NULL, 0, u,
		compare_words };

	/* The words of fresh are in order, so the new ones among them are. */
	for (size_t i = 0; i < u->new_words.n; i++)
		*vec_push(&added) = (uint32_t)(u->s->words.n + i);
	m.add = added.v;
	m.n_add = added.n;
	update_merge(&u->by_word, &m);
	vec_free(&added);
}

void update_count_fresh(const struct update *u, uint32_t *df)
{
	const struct store *f = u->fresh;

	for (size_t i = 0; i < f->articles.n; i++) {
		struct span terms = f->articles.v[i].terms;

		for (uint32_t k = 0; k < terms.n; k++)
			df[f->terms.v[terms.first + k].word]++;
	}
}

/* Weights as in an archive that has the fresh articles already. */
static void make_vectors(struct update *u)
{
	const struct store *f = u->fresh;
	uint32_t *df = mem_calloc(f->words.n, sizeof *df);
	const struct frequencies all = { df, u->s->by_time.n + f->articles.n };

	update_count_fresh(u, df);
	for (uint32_t w = 0; w < f->words.n; w++)
		if (u->words[w] < u->s->words.n)
			df[w] += u->s->posting_lists.v[u->words[w]].n;
	vectors_make(&u->vectors, f, &all, &CREW_ALONE);
	for (size_t k = 0; k < u->vectors.first[u->vectors.n]; k++)
		u->vectors.v[k].word = u->words[u->vectors.v[k].word];
	u->vectors.words = u->s->words.n + u->new_words.n;
	free(df);
}

void update_number_words(struct update *u)
{
	map_words(u);
	merge_words(u);
	make_vectors(u);
}
