#include "dateline/store/terms.h"

void terms_read(struct term_reader *r, const struct store *s, uint32_t article)
{
	const struct article *a = &s->articles.v[article];
	struct doc d = { .text = store_str(s, a->text),
		.title = store_str(s, a->title),
		.lang = store_str(s, a->lang),
		.n_blocks = a->blocks.n };

	if (!r->analyser)
		r->analyser = analyser_new();
	arena_clear(&r->arena);
	d.blocks = arena_alloc(&r->arena, a->blocks.n * sizeof *d.blocks + 1);
	for (uint32_t k = 0; k < a->blocks.n; k++)
		d.blocks[k] = s->blocks.v[a->blocks.first + k];
	analyse_words(r->analyser, &d, &r->arena, &r->analysis);
}

void terms_release(struct term_reader *r)
{
	analyser_free(r->analyser);
	analysis_release(&r->analysis);
	arena_release(&r->arena);
	*r = (struct term_reader){ 0 };
}
