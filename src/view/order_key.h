/* What the index is grouped and sorted by, as numbers. */
#ifndef VIEW_ORDER_KEY_H
#define VIEW_ORDER_KEY_H

#include "order.h"

/* Made once for a request. */
struct order_keys {
	const struct order_request *r;
	struct sort sort; /* the request's, with the date where it has none, and
			     without the rank where nothing is searched */
	bool ranked; /* order_is_ranked() */
	bool oldest_first, source_down;
	bool by_size, size_down; /* rounds by how many articles they have */
	uint32_t *places; /* of the rounds in time */
	const uint32_t *titles, *authors; /* where a key asks for them */
};

void order_keys_begin(struct order_keys *k, const struct order_request *r);
void order_keys_end(struct order_keys *k);
/* Which group an article is in: they stand in the order of these numbers. */
uint64_t order_group_number(const struct order_keys *k, uint32_t article);
/* The name that the group of an article has in the folds. */
uint64_t order_group_name(const struct order_request *r, uint32_t article);
/* What an article is sorted by in its group, for one of the keys. */
uint64_t order_key_of(const struct order_keys *k, struct sort_key key,
	uint32_t article, uint64_t group);

#endif
