/* A small archive made of invented articles, for tests of the store. */
#ifndef DATELINE_TESTS_ARCHIVE_H
#define DATELINE_TESTS_ARCHIVE_H

#include "dateline/store/store.h"
#include "store/finish.h"
#include "store/order.h"
#include "unit.h"

struct given {
	const char *id, *title, *source;
	const char *date; /* NULL: unknown */
	const char *text; /* paragraphs between empty lines */
	struct date hint;
};

static inline void archive_add(struct store *s, const struct given *g)
{
	struct analyser *a = analyser_new();
	struct analysis out = { 0 };
	struct arena arena = { 0 };
	struct doc_builder b;
	struct doc *d;

	doc_begin(&b, &arena);
	b.doc.id = doc_clean(&b, str_from_c(g->id));
	b.doc.path = b.doc.id;
	b.doc.title = doc_clean(&b, str_from_c(g->title));
	b.doc.source = doc_clean(&b, str_from_c(g->source));
	if (g->date && date_parse(str_from_c(g->date), lexicon_get(STR_NONE),
			       &b.doc.date))
		b.doc.date_basis = BASIS_METADATA;
	b.doc.hint = g->hint;
	doc_take_text(&b, str_from_c(g->text));
	d = doc_end(&b);
	analyse(a, d, &arena, &out);
	store_add(s, d, &out);
	analysis_release(&out);
	analyser_free(a);
	arena_release(&arena);
}

/* The finished store of n articles, added in the order given. */
static inline struct store *archive_make(const struct given *g, size_t n)
{
	struct store *s = store_new();

	for (size_t i = 0; i < n; i++)
		archive_add(s, &g[i]);
	store_finish(s);
	return s;
}

/* The same before its terms are dropped. */
static inline struct store *archive_relate(const struct given *g, size_t n)
{
	struct store *s = store_new();

	for (size_t i = 0; i < n; i++)
		archive_add(s, &g[i]);
	store_normalise(s, &CREW_ALONE);
	store_relate(s, NULL, &CREW_ALONE);
	store_index_ids(s);
	return s;
}

static inline const struct article *archive_get(
	const struct store *s, const char *id)
{
	uint32_t i = store_find(s, str_from_c(id));

	assert_int_not_equal(i, STORE_NONE);
	return &s->articles.v[i];
}

#endif
