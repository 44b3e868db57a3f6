#include "copy.h"
#include "order.h"

/* Puts every article into a round and a storyline of its own. */
static void lone_rounds(struct store *s)
{
	for (uint32_t i = 0; i < s->articles.n; i++) {
		struct article *a = &s->articles.v[i];
		int32_t first = STORE_NO_DAY, last = STORE_NO_DAY;

		if (!date_day_span(&a->date, &first, &last))
			first = last = STORE_NO_DAY;
		a->round = i;
		*vec_push(&s->round_articles) = i;
		*vec_push(&s->storyline_rounds) = i;
		*vec_push(&s->rounds) = (struct round){ a->id, a->title,
			{ i, 1 }, first, last, i, 1 };
		*vec_push(&s->storylines) =
			(struct storyline){ a->id, a->title, { i, 1 } };
	}
}

void store_finish(struct store *s)
{
	store_normalise(s);
	store_index_ids(s);
	lone_rounds(s);
}
