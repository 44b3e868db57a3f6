/*
 * What each byte of an article's text is: body, quote, speaker … Laid on from
 * the widest to the narrowest, so a name inside a quote shows as a name.
 */
#include "paper.h"

#include "dateline/base/ascii.h"

struct canvas {
	uint16_t *paint;
	struct str text;
};

static void lay(const struct canvas *c, struct range r, enum style style)
{
	for (uint32_t i = r.start; i < r.end && i < c->text.n; i++)
		c->paint[i] =
			(uint16_t)((c->paint[i] & ~(unsigned)PAINT_STYLE) |
				   style);
}

static void flag(const struct canvas *c, struct range r, int flags)
{
	for (uint32_t i = r.start; i < r.end && i < c->text.n; i++)
		c->paint[i] |= (uint16_t)flags;
}

static enum style block_style(enum block_kind kind)
{
	switch (kind) {
	case BLOCK_HEADING:
		return STYLE_heading;
	case BLOCK_STANDFIRST:
		return STYLE_standfirst;
	case BLOCK_CAPTION:
		return STYLE_caption;
	case BLOCK_NOTE:
		return STYLE_note;
	case BLOCK_QUOTE:
	case BLOCK_PARAGRAPH:
	case BLOCK_LIST:
	case BLOCK_TABLE:
	case BLOCK_KINDS:
	default:
		return STYLE_text;
	}
}

static void lay_blocks(
	const struct canvas *c, const struct store *s, const struct article *a)
{
	for (uint32_t i = 0; i < a->blocks.n; i++) {
		const struct block *b = &s->blocks.v[a->blocks.first + i];

		lay(c, (struct range){ b->start, b->end },
			block_style((enum block_kind)b->kind));
	}
}

struct range article_dateline(
	const struct store *s, const struct article *a, uint32_t *block)
{
	struct str text = store_str(s, a->text);
	struct str dateline = store_str(s, a->dateline);
	uint32_t from = 0;

	for (uint32_t i = 0; dateline.n && i < a->blocks.n; i++) {
		const struct block *b = &s->blocks.v[a->blocks.first + i];

		while (from < b->start && from < text.n &&
			ascii_is_space(text.p[from]))
			from++;
		if (str_starts_nocase(
			    str_slice(text, from, b->start), dateline)) {
			*block = i;
			return (struct range){ from, b->start };
		}
		from = b->end;
	}
	return (struct range){ 0, 0 };
}

static void lay_dateline(
	const struct canvas *c, const struct store *s, const struct article *a)
{
	uint32_t block;

	lay(c, article_dateline(s, a, &block), STYLE_dateline);
}

static void lay_speech(
	const struct canvas *c, const struct store *s, const struct article *a)
{
	for (int reported = 1; reported >= 0; reported--) {
		for (uint32_t i = 0; i < a->quotes.n; i++) {
			const struct store_quote *q =
				&s->quotes.v[a->quotes.first + i];

			if ((q->kind == QUOTE_REPORTED) != reported)
				continue;
			lay(c, q->span,
				reported ? STYLE_reported : STYLE_quote);
			flag(c, q->span,
				reported ? PAINT_REPORTED : PAINT_QUOTED);
		}
	}
}

static void lay_names(
	const struct canvas *c, const struct store *s, const struct article *a)
{
	for (uint32_t i = 0; i < a->mentions.n; i++) {
		struct range r = s->mentions.v[a->mentions.first + i].span;

		/* Pronouns and descriptions are left as they are. */
		if (r.start < c->text.n && ascii_is_upper(c->text.p[r.start]) &&
			!(c->paint[r.start] & PAINT_QUOTED))
			lay(c, r, STYLE_name);
	}
}

static void lay_speakers(
	const struct canvas *c, const struct store *s, const struct article *a)
{
	for (uint32_t i = 0; i < a->quotes.n; i++) {
		const struct store_quote *q = &s->quotes.v[a->quotes.first + i];

		lay(c, q->cue, STYLE_cue);
		if (q->person == STORE_NONE)
			continue;
		lay(c, q->mention,
			q->confidence < SPEAKER_DOUBTFUL ? STYLE_doubtful
							 : STYLE_speaker);
	}
}

void paint_article(
	const struct store *s, const struct article *a, uint16_t *paint)
{
	struct canvas c = { paint, store_str(s, a->text) };

	for (size_t i = 0; i < c.text.n; i++)
		paint[i] = STYLE_text;
	lay_blocks(&c, s, a);
	lay_speech(&c, s, a);
	lay_names(&c, s, a);
	lay_dateline(&c, s, a);
	lay_speakers(&c, s, a);
}
