/* Page dumps: plain text that a browser or a person made of a page. */
#include "input/plain.h"
#include "dateline/text/charset.h"
#include "dateline/text/sanitize.h"
#include "input/lead.h"
#include "input/readers.h"

#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"

enum {
	HEADING_MAX = 120, /* characters of a heading between paragraphs */
	NEAR_BLOCKS = 4 /* behind the body that may be its captions or notes */
};

/* A short line between paragraphs that reads as a heading, not as a button. */
static bool is_heading(const struct plain *p, const struct plain_block *b)
{
	return !b->sentence && !b->bullet && b->points <= HEADING_MAX &&
	       b->points >= 3 && str_chr(b->text, '|', 0) == STR_NPOS &&
	       b->text.p[0] != '[' && !lead_is_tail_heading(b->text, p->lex);
}

static enum block_kind kind_of(const struct plain *p, size_t i)
{
	const struct plain_block *b = &p->blocks.v[i];

	if (lead_is_caption(b->text, p->lex))
		return BLOCK_CAPTION;
	if (lead_is_note(b->text, p->lex))
		return BLOCK_NOTE;
	if (b->bullet)
		return BLOCK_LIST;
	if (b->standfirst && b->sentence)
		return BLOCK_STANDFIRST;
	return !p->bare && is_heading(p, b) ? BLOCK_HEADING : BLOCK_PARAGRAPH;
}

/* A line that says nothing by itself: neither sentence nor item. */
static bool is_short(const struct plain *p, size_t i)
{
	const struct plain_block *b;

	if (i >= p->end)
		return true;
	b = &p->blocks.v[i];
	return !b->sentence && !b->bullet && !b->prose &&
	       b->points <= HEADING_MAX;
}

/*
 * Furniture inside the body: a line of a menu or an advertisement. A heading
 * is no link and stands right above prose; other short lines come in groups.
 */
static bool is_furniture(const struct plain *p, size_t i)
{
	const struct plain_block *b = &p->blocks.v[i];

	return b->links || (is_short(p, i) && is_short(p, i + 1));
}

static bool is_left_out(const struct plain *p, size_t i, enum block_kind kind)
{
	const struct plain_block *b = &p->blocks.v[i];

	if (b->taken || p->bare)
		return b->taken;
	return b->junk || (b->tail && b->points < HEADING_MAX) ||
	       (kind == BLOCK_HEADING && is_furniture(p, i));
}

static void emit(struct plain *p, struct doc_builder *b, size_t i)
{
	enum block_kind kind = kind_of(p, i);
	struct str text = p->blocks.v[i].text;

	if (is_left_out(p, i, kind) || str_eq(text, b->doc.title))
		return;
	if (kind == BLOCK_CAPTION)
		text = lead_caption(text, p->lex);
	doc_add(b, kind, text);
}

static void emit_body(struct plain *p, struct doc_builder *b)
{
	size_t last = p->end + NEAR_BLOCKS;

	for (size_t i = p->start; i < p->end; i++)
		emit(p, b, i);
	for (size_t i = p->end; i < last && i < p->blocks.n; i++) {
		enum block_kind kind = kind_of(p, i);

		if (p->blocks.v[i].tail)
			break;
		if (p->blocks.v[i].junk)
			continue;
		if (kind == BLOCK_CAPTION || kind == BLOCK_NOTE)
			emit(p, b, i);
	}
}

/* Splits the text of a file, in whatever character set, into blocks. */
static void split_bytes(struct plain *p, struct str bytes)
{
	struct buf text = { 0 }, clean = { 0 };

	charset_to_utf8(&text, bytes, STR_NONE);
	text_sanitize(&clean, buf_str(&text), SANITIZE_TEXT);
	buf_release(&text);
	plain_split(p, buf_str(&clean));
	buf_release(&clean);
}

void read_plain(const struct input *in, struct arena *arena,
	const struct input_sink *sink)
{
	struct plain p = { 0 };
	struct doc_builder b;

	doc_begin(&b, arena);
	b.doc.id = in->id;
	b.doc.path = in->path;
	split_bytes(&p, in->bytes);
	if (p.blocks.n == 0) {
		sink->skipped(sink->ctx, in->path,
			STR("holds no text: nothing to read"));
		doc_abort(&b);
		plain_release(&p);
		return;
	}
	plain_find_body(&p);
	b.doc.lang = p.lang;
	plain_read_head(&p, &b);
	emit_body(&p, &b);
	lead_complete(&b);
	sink->article(sink->ctx, doc_end(&b));
	plain_release(&p);
}
