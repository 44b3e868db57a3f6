/*
 * Why two articles are linked. Nothing of it is kept but marks of the link: the
 * two texts are read again when it is asked for (0.1 ms an article), with words
 * weighed as the archive's postings say now.
 */
#ifndef DATELINE_STORE_WHY_H
#define DATELINE_STORE_WHY_H

#include "dateline/store/terms.h"

/* The links of an article, best first, whose reasons are worth a look. */
#define LINKS_EXPLAINED 12

enum reason_kind {
	REASON_READER, /* who joined them, or kept them apart */
	REASON_LOOKS_BACK, /* text is what says so, in the article */
	REASON_COPY, /* same wording */
	REASON_NAME, /* a shared name: text */
	REASON_TERM, /* a shared term: text */
	REASON_QUOTE, /* a shared quote: text is who said it */
	REASON_DAYS /* days apart: number */
};

struct reason {
	enum reason_kind kind;
	struct sref text;
	uint32_t number;
};

/* The reasons of one link, and tools kept from link to link: those of one
 * article fastest come together. `{ 0 }` is ready for use. */
struct explainer {
	VEC_OF(struct reason) list; /* names and terms by weight */
	const struct store *store; /* what the rest is of */
	uint32_t from;
	const struct link *link;
	const struct lexicon *lex; /* of `from` */
	struct term_reader own, other;
	VEC_OF(uint32_t) person; /* by own term: one it names, or STORE_NONE */
	struct buf fold;
};

/* Whether reasons are given for one of the article's links in s->links: it is
 * among the best, looks back, or is the reader's. */
bool link_is_explained(
	const struct store *s, uint32_t from, const struct link *l);

/*
 * Lists why article `from` has one of its links; nothing when it is not
 * explained. The store may not change while one explainer is used.
 */
void explain(struct explainer *x, const struct store *s, uint32_t from,
	const struct link *l);
void explainer_release(struct explainer *x);

/* One of the reasons listed, in words. Appends to *out. */
void explain_reason(
	const struct explainer *x, const struct reason *r, struct buf *out);
/* Lists and appends all, in words: "Veles-Koren, Lesk Bridge, gauges; both
 * quote Ilse Marrend; same day". */
void explain_link(struct explainer *x, const struct store *s, uint32_t from,
	const struct link *l, struct buf *out);

#endif
