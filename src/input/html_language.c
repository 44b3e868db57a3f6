/* The language of a saved page: of its article, not of its menus. */
#include "dateline/text/language.h"
#include "input/html_reader.h"

enum { DECLARATIONS_MAX = 8 };

/* What the page declares, in the order of how often it is right. */
static size_t declarations(
	const struct html_reader *r, struct str out[DECLARATIONS_MAX])
{
	unsigned from = 0, rank;
	size_t n = 0;

	out[n++] = r->page.lang;
	out[n++] = r->ld.lang;
	while (n < DECLARATIONS_MAX) {
		struct str s =
			html_meta_value(r, MARKUP_meta_lang, from, &rank);

		if (s.n == 0)
			break;
		out[n++] = s;
		from = rank + 1;
	}
	return n;
}

/* The blocks of the container, as far as they are looked at. */
static void article_text(const struct html_reader *r, struct buf *out)
{
	const struct html_page *page = &r->page;
	const struct html_element *e = &page->elements.v[r->pick.container];

	for (uint32_t i = e->block; i < e->block_end && out->n < LANGUAGE_BYTES;
		i++) {
		const struct html_block *b = &page->blocks.v[i];

		if (r->pick.dead[i] || html_is_linked(b, 50))
			continue;
		buf_add(out, html_block_text(page, b));
		buf_add_c(out, '\n');
	}
}

void html_read_language(struct html_reader *r)
{
	struct str declared[DECLARATIONS_MAX];
	struct buf text = { 0 };
	size_t n = declarations(r, declared);

	if (r->page.elements.n)
		article_text(r, &text);
	r->doc.doc.lang =
		language_settle(r->arena, declared, n, buf_str(&text));
	r->lex = lexicon_get(r->doc.doc.lang);
	buf_release(&text);
}
