/*
 * Which language a text is in: what its page or record declares, unless the
 * text plainly says otherwise.
 */
#ifndef DATELINE_TEXT_LANGUAGE_H
#define DATELINE_TEXT_LANGUAGE_H

#include "dateline/base/mem.h"

/* Bytes of a text that are looked at. */
#define LANGUAGE_BYTES 2000

/*
 * The language of a text by its stop words, as a primary subtag ("de"); NULL
 * when no language's reach a fifth of the words. Measured on the pages of
 * ../shared/data/extract: of 1 991 texts of 100 words and more 95 % have 31 %
 * or more of their own language; a neighbour's reach 14 % (Hungarian text,
 * Spanish words).
 */
const char *language_guess(struct str text);

/*
 * The first of n declarations, best first (tags of BCP 47, "de-AT", or names
 * of a language), that is one and that the text does not contradict; else the
 * guess; STR_NONE: unknown. The tag goes to the arena, its primary subtag as
 * lang/ writes it. A text of 40 words contradicts a language none of whose
 * stop words it holds, and one that another language beats twofold with a
 * quarter of all words (a third, where the declared language has no list).
 * Measured on those pages: of 2 227 with a clear vote 58 declare another
 * language in <html lang>, which is wrong in all but four; the language given
 * differs from the vote 38 → 2 times.
 */
struct str language_settle(
	struct arena *a, const struct str *declared, size_t n, struct str text);

#endif
