#include "dateline/doc/doc.h"

#include "dateline/text/sanitize.h"

#include <stdarg.h>

const char *const doc_block_names[BLOCK_KINDS] = {
	[BLOCK_PARAGRAPH] = "paragraph",
	[BLOCK_HEADING] = "heading",
	[BLOCK_QUOTE] = "quote",
	[BLOCK_LIST] = "list",
	[BLOCK_CAPTION] = "caption",
	[BLOCK_NOTE] = "note",
	[BLOCK_STANDFIRST] = "standfirst",
	[BLOCK_TABLE] = "table",
};

const char *const doc_basis_names[BASIS_KINDS] = {
	[BASIS_NONE] = "none",
	[BASIS_METADATA] = "metadata",
	[BASIS_ADDRESS] = "address",
	[BASIS_TEXT] = "text",
	[BASIS_SIDECAR] = "sidecar",
	[BASIS_ESTIMATED] = "estimated",
};

void doc_begin(struct doc_builder *b, struct arena *arena)
{
	*b = (struct doc_builder){ .arena = arena };
	b->doc.date.zone = b->doc.hint.zone = DATE_NO_ZONE;
}

/* Without white space at both ends, the no-break space of layouts included. */
static struct str trim(struct str s)
{
	static const struct str hard = { "\xC2\xA0", 2 };
	size_t before;

	do {
		before = s.n;
		s = str_trim(s);
		if (str_starts(s, hard))
			s = str_slice(s, hard.n, s.n);
		if (str_ends(s, hard))
			s = str_slice(s, 0, s.n - hard.n);
	} while (s.n < before);
	return s;
}

static bool add_block(struct doc_builder *b, enum block_kind kind,
	struct str text, enum sanitize how)
{
	size_t before = b->text.n, start;
	struct str got;

	if (before)
		buf_add(&b->text, STR("\n\n"));
	start = b->text.n;
	text_sanitize(&b->text, text, how);
	got = trim(str_slice(buf_str(&b->text), start, b->text.n));
	if (got.n == 0 || b->text.n > UINT32_MAX) {
		b->text.n = before;
		return false;
	}
	memmove(b->text.p + start, got.p, got.n);
	b->text.n = start + got.n;
	*vec_push(&b->blocks) = (struct block){ (uint32_t)start,
		(uint32_t)b->text.n, (uint8_t)kind };
	return true;
}

bool doc_add(struct doc_builder *b, enum block_kind kind, struct str text)
{
	return add_block(b, kind, text, SANITIZE_LINE);
}

bool doc_add_lines(struct doc_builder *b, enum block_kind kind, struct str s)
{
	return add_block(b, kind, s, SANITIZE_TEXT);
}

struct str doc_clean(struct doc_builder *b, struct str value)
{
	struct str s = text_clean(b->arena, value, SANITIZE_LINE);

	return s.n ? s : STR_NONE;
}

void doc_add_byline(struct doc_builder *b, struct str name)
{
	name = doc_clean(b, name);
	if (name.n)
		*vec_push(&b->byline) = name;
}

void doc_add_translation(struct doc_builder *b, struct str where)
{
	where = doc_clean(b, where);
	if (where.n)
		*vec_push(&b->translations) = where;
}

void doc_warn(struct doc_builder *b, const char *format, ...)
{
	char msg[512];
	va_list ap;

	va_start(ap, format);
	vsnprintf(msg, sizeof msg, format, ap);
	va_end(ap);
	*vec_push(&b->warnings) =
		text_clean(b->arena, str_from_c(msg), SANITIZE_LINE);
}

void doc_take_text(struct doc_builder *b, struct str text)
{
	struct str rest, line;

	b->text.n = 0;
	text_sanitize(&b->text, text, SANITIZE_SAME_LENGTH);
	b->doc.given = true;
	rest = buf_str(&b->text);
	while (str_split(&rest, '\n', &line)) {
		struct str kept = str_trim(line);

		if (kept.n)
			*vec_push(&b->blocks) =
				(struct block){ (uint32_t)(kept.p - b->text.p),
					(uint32_t)(kept.p - b->text.p +
						   (ptrdiff_t)kept.n),
					BLOCK_PARAGRAPH };
	}
}

static void *keep(struct arena *a, const void *v, size_t n, size_t size)
{
	void *p = arena_alloc(a, n * size + 1);

	if (n)
		memcpy(p, v, n * size);
	return p;
}

struct doc *doc_end(struct doc_builder *b)
{
	struct arena *a = b->arena;
	struct doc *d = arena_alloc(a, sizeof *d);

	*d = b->doc;
	d->text = arena_dup(a, buf_str(&b->text));
	d->blocks = keep(a, b->blocks.v, b->blocks.n, sizeof *d->blocks);
	d->n_blocks = b->blocks.n;
	d->links = keep(a, b->links.v, b->links.n, sizeof *d->links);
	d->n_links = b->links.n;
	d->byline = keep(a, b->byline.v, b->byline.n, sizeof *d->byline);
	d->n_byline = b->byline.n;
	d->translations = keep(a, b->translations.v, b->translations.n,
		sizeof *d->translations);
	d->n_translations = b->translations.n;
	d->warnings =
		keep(a, b->warnings.v, b->warnings.n, sizeof *d->warnings);
	d->n_warnings = b->warnings.n;
	doc_abort(b);
	return d;
}

void doc_abort(struct doc_builder *b)
{
	buf_release(&b->text);
	vec_free(&b->blocks);
	vec_free(&b->links);
	vec_free(&b->byline);
	vec_free(&b->translations);
	vec_free(&b->warnings);
}

uint32_t doc_points(struct str text, struct doc_counter *c, uint32_t at)
{
	for (; c->byte < at && c->byte < text.n; c->byte++)
		c->points += ((uint8_t)text.p[c->byte] & 0xC0) != 0x80;
	return c->points;
}
