#include "dateline/store/store.h"

/* The evidence of one kind, between commas; what it is called before each. */
static void add_kind(const struct store *s, const struct link *l,
	enum evidence_kind kind, struct buf *out)
{
	bool said = false;

	for (uint32_t i = 0; i < l->why.n; i++) {
		const struct evidence *e = &s->evidence.v[l->why.first + i];
		bool term =
			e->kind == EVIDENCE_NAME || e->kind == EVIDENCE_TERM;

		if (e->kind != kind && !(term && kind == EVIDENCE_NAME))
			continue;
		if (out->n)
			buf_add(out, said && kind == EVIDENCE_NAME ? STR(", ")
								   : STR("; "));
		said = true;
		if (kind == EVIDENCE_QUOTE)
			buf_add(out, STR("both quote "));
		buf_add(out, store_str(s, e->text));
	}
}

void store_why(const struct store *s, const struct link *l, struct buf *out)
{
	static const enum evidence_kind order[] = { EVIDENCE_COPY,
		EVIDENCE_NAME, EVIDENCE_QUOTE, EVIDENCE_DAYS };
	struct buf why = { 0 };

	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		add_kind(s, l, order[i], &why);
	buf_add(out, buf_str(&why));
	buf_release(&why);
}
