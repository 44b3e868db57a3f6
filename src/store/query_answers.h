/* A query and its conditions, found true or not by reading the article. */
#ifndef STORE_QUERY_ANSWERS_H
#define STORE_QUERY_ANSWERS_H

#include "dateline/store/query.h"

struct query_reader {
	const struct query *q;
	const struct store *s;
	/* Set: it is asked of this quote of the article, so bare words stand in
	 * it or in the name of who said it. */
	const struct store_quote *quote;
	struct str speaker; /* as the archive knows the one who says it */
	struct buf folded; /* scratch */
	VEC_OF(uint8_t) truths; /* scratch: of the query's items */
};

/* Whether the article meets the condition, an item with op MATCH. */
bool query_fits(struct query_reader *r, const struct query_item *item,
	uint32_t article);
/* Whether the article, which is not gone, answers the whole query. */
bool query_read(struct query_reader *r, uint32_t article);
/* The first place at or after `from` where the phrase stands in the text. */
bool query_find_phrase(struct query_reader *r, struct str text, size_t from,
	const struct query_phrase *phrase, struct range *hit);
void query_reader_release(struct query_reader *r);

#endif
