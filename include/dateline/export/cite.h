/*
 * Citations: “We talk again,” Ilse Marrend, Harbour Gazette, 13 Mar 2018. What
 * is not known is left out; a date that is an estimate keeps its "~".
 */
#ifndef DATELINE_EXPORT_CITE_H
#define DATELINE_EXPORT_CITE_H

#include "dateline/store/people.h"

/* A quote (by its number in the article), who said it, where and when. Of
 * reported speech the words stand without quotation marks. people NULL: the
 * speaker as the article has it. */
void cite_quote(struct buf *out, const struct people *people,
	const struct store *s, uint32_t article, uint32_t quote);
/* Words of an article, where and when they stand. */
void cite_words(struct buf *out, const struct store *s, uint32_t article,
	struct str words);
/* Its title, who wrote it, where and when. */
void cite_article(struct buf *out, const struct store *s, uint32_t article);

/* "Ilse Marrend": who says a quote; STR_NONE: nobody is known. */
struct str cite_speaker(const struct people *people, const struct store *s,
	const struct store_quote *q);
/* "~13 Mar 2018"; nothing when it is not known. */
void cite_date(struct buf *out, const struct article *a);

#endif
