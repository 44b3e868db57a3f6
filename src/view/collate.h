/*
 * The alphabet: texts as numbers that sort as they do. Case, accents and what
 * stands before the first letter or digit (quotes, dashes) are no difference.
 */
#ifndef VIEW_COLLATE_H
#define VIEW_COLLATE_H

#include "dateline/store/store.h"

/* By article: the place of its title, and of its byline, among all; equal
 * ones have one. Nothing is last. */
struct collated {
	VEC_OF(uint32_t) titles, authors;
};

/* Makes them, each when it is first asked for, until collated_clear(). n log n
 * in the articles. */
const uint32_t *collated_titles(struct collated *c, const struct store *s);
const uint32_t *collated_authors(struct collated *c, const struct store *s);
/* The store is another. */
void collated_clear(struct collated *c);
void collated_release(struct collated *c);

#endif
