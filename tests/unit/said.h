/* What an article's analysis found, as lines, for the tests of quotes. */
#ifndef DATELINE_TESTS_SAID_H
#define DATELINE_TESTS_SAID_H

#include "unit.h"

#include "dateline/analyse/analysis.h"
#include "dateline/base/buf.h"

/* Each quote on a line: kind's first letter, speaker ("-" none), words. */
static inline void said_describe(
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

static inline void said_doc_at(
	struct doc_builder *b, const char *want, const char *file, int line)
{
	struct analyser *an = analyser_new();
	struct analysis out = { 0 };
	struct arena arena = { 0 };
	struct buf got = { 0 };
	struct doc *d = doc_end(b);

	analyse(an, d, &arena, &out);
	said_describe(d, &out, &got);
	unit_assert_str(buf_str(&got), want, file, line);
	buf_release(&got);
	analysis_release(&out);
	analyser_free(an);
	arena_release(&arena);
}

static inline void said_at(const char *lang, const char *text, const char *want,
	const char *file, int line)
{
	struct arena arena = { 0 };
	struct doc_builder b;

	doc_begin(&b, &arena);
	doc_take_text(&b, str_from_c(text));
	if (lang)
		b.doc.lang = str_from_c(lang);
	said_doc_at(&b, want, file, line);
	arena_release(&arena);
}

/* What is said in a finished document, as said_describe() writes it. */
#define check_doc(b, want) said_doc_at((b), (want), __FILE__, __LINE__)
/* … in a text, a paragraph a line. */
#define check(text, want) said_at(NULL, (text), (want), __FILE__, __LINE__)
/* … in a text in a language. */
#define check_in(lang, text, want) \
	said_at((lang), (text), (want), __FILE__, __LINE__)

#endif
