/* An article: head, text, and who says what in it. */
#include "export/parts.h"

#include "dateline/base/message.h"
#include "dateline/export/cite.h"
#include "dateline/export/words.h"

void article_facts(struct buf *out, const struct store *s, uint32_t article)
{
	const struct article *a = &s->articles.v[article];

	buf_add(out, store_str(s, a->source.n ? a->source : a->site));
	for (uint32_t i = 0; i < a->bylines.n; i++) {
		buf_add(out, i ? STR(", ") : STR(" · "));
		buf_add(out, store_str(s, s->strings.v[a->bylines.first + i]));
	}
	if (a->date.year) {
		buf_add(out, STR(" · "));
		text_date(out, a->date, (enum date_basis)a->date_basis);
	}
}

static void write_quotes(
	struct markup *m, const struct export_wish *w, const struct article *a)
{
	const struct store *s = w->store;
	struct buf line = { 0 };

	if (a->quotes.n)
		m->ops->heading(m, 2, MSG("Quotes"));
	for (uint32_t i = 0; i < a->quotes.n; i++) {
		const struct store_quote *q = &s->quotes.v[a->quotes.first + i];
		enum quote_kind kind = (enum quote_kind)q->kind;

		buf_clear(&line);
		text_speaker(&line, cite_speaker(w->people, s, q), kind);
		buf_add(&line, STR(": "));
		text_quote(
			&line, str_range(store_str(s, a->text), q->span), kind);
		m->ops->item(m, buf_str(&line));
	}
	buf_release(&line);
}

void article_write(
	struct markup *m, const struct export_wish *w, uint32_t article)
{
	const struct store *s = w->store;
	const struct article *a = &s->articles.v[article];
	struct buf facts = { 0 };

	article_facts(&facts, s, article);
	m->ops->heading(m, 1, store_str(s, a->title));
	m->ops->facts(m, buf_str(&facts));
	m->ops->link(m, store_str(s, a->url));
	for (uint32_t i = 0; i < a->blocks.n; i++) {
		const struct block *b = &s->blocks.v[a->blocks.first + i];

		m->ops->block(m, (enum block_kind)b->kind,
			str_slice(store_str(s, a->text), b->start, b->end));
	}
	if (!w->bare)
		write_quotes(m, w, a);
	buf_release(&facts);
}
