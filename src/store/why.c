#include "dateline/store/store.h"

void store_why(const struct store *s, const struct link *l, struct buf *out)
{
	for (uint32_t i = 0; i < l->why.n; i++) {
		const struct evidence *e = &s->evidence.v[l->why.first + i];

		if (i)
			buf_add(out, STR(", "));
		buf_add(out, store_str(s, e->text));
	}
}
