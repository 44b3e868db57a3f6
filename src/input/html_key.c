#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"
#include "input/html_reader.h"

void html_key(struct buf *out, struct str s)
{
	size_t start = out->n, to = start;
	bool gap = false;

	text_fold(out, s);
	for (size_t i = start; i < out->n; i++) {
		char c = out->p[i];

		if (!ascii_is_alnum(c) && (uint8_t)c < 0x80) {
			gap = to > start;
			continue;
		}
		if (gap && to < i)
			out->p[to++] = ' ';
		gap = false;
		out->p[to++] = c;
	}
	out->n = to;
	if (out->p)
		out->p[to] = '\0';
}

bool html_same(struct html_reader *r, struct str a, struct str b)
{
	buf_clear(&r->key[0]);
	buf_clear(&r->key[1]);
	html_key(&r->key[0], a);
	html_key(&r->key[1], b);
	return str_eq(buf_str(&r->key[0]), buf_str(&r->key[1]));
}

struct str html_meta_value(const struct html_reader *r, enum markup_list list,
	unsigned from, unsigned *rank)
{
	const struct lexicon *markup = lexicon_markup();
	struct str best = STR_NONE;

	*rank = UINT32_MAX;
	for (size_t i = 0; i < r->page.metas.n; i++) {
		const struct html_meta *m = &r->page.metas.v[i];
		const struct lex_entry *e = lexicon_find(markup, m->name);

		if (!e || !(e->lists & MARKUP_BIT(list)) || e->value < from ||
			e->value >= *rank || str_trim(m->value).n == 0)
			continue;
		*rank = e->value;
		best = str_trim(m->value);
	}
	return best;
}
