/* The same article in another language, where the archive has both. */
#ifndef DATELINE_STORE_TRANSLATION_H
#define DATELINE_STORE_TRANSLATION_H

#include "dateline/store/store.h"

/*
 * The translation of an article; with several, the n-th (from 0) in the order
 * of the store, going round. STORE_NONE: there is none. Two articles in
 * different languages are one when
 *
 * - one names the other's address or id as its translation (HTML's
 *   <link rel="alternate" hreflang>, "translations" in JSON), or
 * - their addresses, or their ids, are equal but for a part that is the
 *   language: "/en/ferry" and "/fr/ferry", "ferry.html" and "ferry.fr.html".
 *
 * Linear in the articles; text is not read.
 */
uint32_t translation_find(const struct store *s, uint32_t article, uint32_t n);

/* Whether one of two articles is the translation of the other. */
bool translation_is(const struct store *s, uint32_t a, uint32_t b);

#endif
