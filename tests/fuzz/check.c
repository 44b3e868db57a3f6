#include "fuzz.h"

#include "dateline/text/sanitize.h"
#include "dateline/text/utf8.h"

void fuzz_check_str(struct str s)
{
	uint32_t cp;

	fuzz_assert(utf8_valid(s));
	for (size_t i = 0; i < s.n;) {
		i += utf8_decode(s, i, &cp);
		fuzz_assert(cp == '\n' || !text_is_forbidden(cp));
	}
}

void fuzz_check_range(struct str text, struct range r)
{
	fuzz_assert(r.start <= r.end);
	fuzz_assert(r.end <= text.n);
	fuzz_assert(utf8_is_boundary(text, r.start));
	fuzz_assert(utf8_is_boundary(text, r.end));
}

static void check_strings(const struct str *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		fuzz_check_str(v[i]);
}

void fuzz_check_doc(const struct doc *d)
{
	const struct str head[] = { d->id, d->path, d->title, d->source,
		d->site, d->dateline, d->lang, d->url, d->text };
	uint32_t before = 0;

	check_strings(head, sizeof head / sizeof *head);
	check_strings(d->byline, d->n_byline);
	check_strings(d->warnings, d->n_warnings);
	for (size_t i = 0; i < d->n_blocks; i++) {
		const struct block *b = &d->blocks[i];

		fuzz_assert(b->start >= before && b->end > b->start);
		fuzz_assert(b->kind < BLOCK_KINDS);
		fuzz_check_range(d->text, (struct range){ b->start, b->end });
		before = b->end;
	}
	fuzz_assert(d->date_basis < BASIS_KINDS);
}

static void check_persons(const struct analysis *a)
{
	for (size_t i = 0; i < a->persons.n; i++) {
		fuzz_check_str(a->persons.v[i].name);
		fuzz_check_str(a->persons.v[i].role);
		fuzz_assert(a->persons.v[i].kind < PERSON_KINDS);
	}
}

static void check_quotes(const struct doc *d, const struct analysis *a)
{
	uint32_t before = 0;

	for (size_t i = 0; i < a->quotes.n; i++) {
		const struct quote *q = &a->quotes.v[i];

		fuzz_check_range(d->text, q->span);
		fuzz_check_range(d->text, q->mention);
		fuzz_check_range(d->text, q->cue);
		fuzz_assert(q->span.start >= before);
		fuzz_assert(q->span.end > q->span.start);
		fuzz_assert(q->kind < QUOTE_KINDS && q->confidence <= 100);
		fuzz_assert(
			q->person == PERSON_NONE || q->person < a->persons.n);
		before = q->span.start;
	}
}

static void check_mentions(const struct doc *d, const struct analysis *a)
{
	uint32_t before = 0;

	for (size_t i = 0; i < a->mentions.n; i++) {
		const struct mention *m = &a->mentions.v[i];

		fuzz_check_range(d->text, m->span);
		fuzz_assert(m->span.start >= before);
		fuzz_assert(m->person < a->persons.n);
		before = m->span.start;
	}
}

void fuzz_check_analysis(const struct doc *d)
{
	struct analyser *analyser = analyser_new();
	struct analysis a = { 0 };
	struct arena arena = { 0 };

	analyse(analyser, d, &arena, &a);
	check_persons(&a);
	check_quotes(d, &a);
	check_mentions(d, &a);
	for (size_t i = 0; i < a.terms.n; i++)
		fuzz_check_str(a.terms.v[i].word);
	analysis_release(&a);
	arena_release(&arena);
	analyser_free(analyser);
}

static void check_article(void *ctx, struct doc *d)
{
	(void)ctx;
	fuzz_check_doc(d);
	fuzz_check_analysis(d);
}

static void check_skipped(void *ctx, struct str where, struct str why)
{
	(void)ctx;
	fuzz_check_str(where);
	fuzz_check_str(why);
	fuzz_assert(why.n > 0);
}

const struct input_sink fuzz_sink = { NULL, check_article, check_skipped };
