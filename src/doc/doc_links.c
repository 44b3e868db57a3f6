/*
 * Links of a block, found again in its clean text. Cleaning drops and joins
 * white space and controls and composes marks with their letters, but keeps the
 * letters, signs and pictures in their number and order: a place is so many of
 * these from the start.
 */
#include "dateline/doc/doc.h"
#include "dateline/text/sanitize.h"
#include "dateline/text/utf8.h"

/* A text while its letters are counted. */
struct counter {
	struct str text;
	size_t at;
	uint32_t letters; /* before `at` */
};

/* Goes to the byte `at`, or the first character behind it. */
static void count_to(struct counter *c, size_t at)
{
	uint32_t cp;

	while (c->at < at && c->at < c->text.n) {
		c->at += utf8_decode(c->text, c->at, &cp);
		c->letters += text_is_lasting(cp);
	}
}

/* Goes to before the letter that has so many before it. */
static void seek_letter(struct counter *c, uint32_t letters)
{
	uint32_t cp;

	while (c->at < c->text.n) {
		size_t next = c->at + utf8_decode(c->text, c->at, &cp);

		if (text_is_lasting(cp) && c->letters == letters)
			return;
		c->letters += text_is_lasting(cp);
		c->at = next;
	}
}

/* Whether the clean text is what the raw one is when it is clean. */
static bool is_same(struct str clean, struct str raw, struct buf *scratch)
{
	buf_clear(scratch);
	text_sanitize(scratch, raw, SANITIZE_LINE);
	return clean.n > 0 && str_eq(clean, str_trim(buf_str(scratch)));
}

void doc_add_links(struct doc_builder *b, struct str raw,
	const struct doc_link *links, size_t n)
{
	const struct block *block = &b->blocks.v[b->blocks.n - 1];
	struct counter from = { .text = raw };
	struct counter to = { .text = str_slice(
				      buf_str(&b->text), 0, block->end),
		.at = block->start };
	struct buf scratch = { 0 };

	for (size_t i = 0; i < n; i++) {
		struct range in = links[i].span, span;
		struct str clean;

		count_to(&from, in.start);
		seek_letter(&to, from.letters);
		span.start = (uint32_t)to.at;
		count_to(&from, in.end);
		seek_letter(&to, from.letters);
		clean = str_trim(str_slice(to.text, span.start, to.at));
		span.end = span.start + (uint32_t)clean.n;
		if (is_same(clean, str_range(raw, in), &scratch))
			*vec_push(&b->links) =
				(struct doc_link){ span, links[i].url };
	}
	buf_release(&scratch);
}
