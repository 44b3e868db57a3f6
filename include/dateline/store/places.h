/* The places that an article names, of those that the archive has articles
 * from: no list of places is needed that way, and none of a language. */
#ifndef DATELINE_STORE_PLACES_H
#define DATELINE_STORE_PLACES_H

#include "dateline/store/store.h"

struct place {
	struct str name; /* "Port Amiel"; in the arena */
	struct str query; /* what articles from there answer (query.h) */
	uint32_t times; /* in the text, dateline included */
	uint32_t articles; /* of the archive that are from there */
	bool is_dateline; /* the article is from there */
};

struct places {
	VEC_OF(struct place) list; /* that of the dateline, then the most named
				      first */
	struct arena arena;
};

/* Where a person's name stands no place is found ("Marisol Vega"), nor without
 * a capital. Linear in the article's words and in the number of articles. */
void places_find(struct places *p, const struct store *s, uint32_t article);
void places_release(struct places *p);

#endif
