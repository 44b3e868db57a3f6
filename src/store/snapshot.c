#include "snapshot.h"

#include "copy.h"
#include "order.h"
#include "rounds.h"

/* Rounds are found when all is read. */
static void stand_alone(struct store *s)
{
	uint32_t *of = mem_alloc(s->articles.n * sizeof *of);

	for (uint32_t i = 0; i < s->articles.n; i++)
		of[i] = i;
	rounds_fill(s, of);
	storylines_fill(s, of);
	titles_make(s);
	free(of);
}

struct store *snapshot_make(const struct store *s)
{
	struct store *out = store_new();
	uint32_t *order = store_order(s);

	buf_reserve(&out->chars, s->chars.n);
	for (size_t i = 0; i < s->articles.n; i++)
		store_copy_article(out, s, order[i], NULL);
	store_copy_files(out, s);
	store_copy_skips(out, s);
	store_index_times(out);
	store_index_ids(out);
	stand_alone(out);
	free(order);
	return out;
}
