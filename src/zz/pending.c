/* Stands in for what other branches bring, until they are merged; weak. */
#include "dateline/store/store.h"
#include "input/lead.h"
#include "input/readers.h"
#define WEAK __attribute__((weak))
WEAK void read_plain(const struct input *in, struct str text,
	struct arena *arena, const struct input_sink *sink)
{
	struct doc_builder b;
	doc_begin(&b, arena);
	doc_take_text(&b, text);
	b.doc.given = false;
	b.doc.id = in->id;
	b.doc.path = in->path;
	lead_complete(&b);
	sink->article(sink->ctx, doc_end(&b));
}
WEAK void read_html(const struct input *in, struct arena *arena,
	const struct input_sink *sink)
{
	read_plain(in, in->bytes, arena, sink);
}
WEAK void lead_complete(struct doc_builder *b)
{
	(void)b;
}
WEAK void lead_authors(
	struct doc_builder *b, struct str value, const struct lexicon *lex)
{
	(void)lex;
	doc_add_byline(b, value);
}
WEAK bool date_valid(int y, int m, int d)
{
	return y && m > 0 && m < 13 && d > 0 && d < 32;
}
WEAK bool date_parse(struct str s, const struct lexicon *lex, struct date *out)
{
	uint32_t y, m, d;
	(void)lex;
	*out = (struct date){ .zone = DATE_NO_ZONE };
	if (s.n < 10 || !str_to_u32(str_slice(s, 0, 4), &y) ||
		!str_to_u32(str_slice(s, 5, 7), &m) ||
		!str_to_u32(str_slice(s, 8, 10), &d))
		return false;
	out->year = (int16_t)y;
	out->month = (uint8_t)m;
	out->day = (uint8_t)d;
	out->precision = DATE_DAY;
	return true;
}
WEAK char *date_format(const struct date *d, char *out)
{
	snprintf(out, DATE_TEXT_MAX, "%04d-%02d-%02d", d->year, d->month,
		d->day);
	return out;
}
WEAK const char *const link_kind_names[LINK_KINDS] = { "copy", "round",
	"storyline" };
WEAK struct store *store_new(void)
{
	return mem_calloc(1, sizeof(struct store));
}
WEAK void store_free(struct store *s)
{
	free(s);
}
WEAK void store_add(
	struct store *s, const struct doc *d, const struct analysis *a)
{
	(void)s, (void)d, (void)a;
}
WEAK void store_add_skip(struct store *s, struct str where, struct str why)
{
	(void)s, (void)where, (void)why;
}
WEAK void store_append(struct store *to, const struct store *from)
{
	(void)to, (void)from;
}
WEAK void store_finish(struct store *s)
{
	(void)s;
}
WEAK uint32_t store_find(const struct store *s, struct str id)
{
	(void)s, (void)id;
	return STORE_NONE;
}
WEAK struct str store_source(const struct store *s, const struct article *a)
{
	return store_str(s, a->source);
}
WEAK void store_why(
	const struct store *s, const struct link *l, struct buf *out)
{
	(void)s, (void)l, (void)out;
}
