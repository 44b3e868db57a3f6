/* Who said what in a text, for the tests of quotes. */
#ifndef DATELINE_TESTS_SAID_H
#define DATELINE_TESTS_SAID_H

#include "unit.h"

#include "dateline/analyse/analysis.h"
#include "dateline/base/buf.h"

/* Each quote on a line: kind's first letter, speaker ("-" none), words. */
static inline void describe(
	const struct doc *d, const struct analysis *a, struct buf *out)
{
	for (size_t i = 0; i < a->quotes.n; i++) {
		const struct quote *q = &a->quotes.v[i];
		struct str name = STR("-");

		if (q->person != PERSON_NONE)
			name = a->persons.v[q->person].name;
		buf_add_c(out, quote_kind_names[q->kind][0]);
		buf_add_c(out, '|');
		buf_add(out, name);
		buf_add_c(out, '|');
		buf_add(out, str_range(d->text, q->span));
		buf_add_c(out, '\n');
	}
}

static inline void check_doc(struct doc_builder *b, const char *want)
{
	struct analyser *an = analyser_new();
	struct analysis out = { 0 };
	struct arena arena = { 0 };
	struct buf got = { 0 };
	struct doc *d = doc_end(b);

	analyse(an, d, &arena, &out);
	describe(d, &out, &got);
	assert_str(buf_str(&got), want);
	buf_release(&got);
	analysis_release(&out);
	analyser_free(an);
	arena_release(&arena);
}

/* A text in a language; NULL: in none that is known. */
static inline void check_in(
	const char *lang, const char *text, const char *want)
{
	struct arena arena = { 0 };
	struct doc_builder b;

	doc_begin(&b, &arena);
	doc_take_text(&b, str_from_c(text));
	if (lang)
		b.doc.lang = str_from_c(lang);
	check_doc(&b, want);
	arena_release(&arena);
}

static inline void check(const char *text, const char *want)
{
	check_in(NULL, text, want);
}

#endif
