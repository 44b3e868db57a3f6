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

/* A copy in one piece: the terms, then their words. */
static struct term_list copy_terms(const struct analysis *from)
{
	size_t n = from->terms.n, bytes = n * sizeof *from->terms.v;
	struct term_list to = { .n = n };
	char *word;

	for (size_t i = 0; i < n; i++)
		bytes += from->terms.v[i].word.n;
	to.v = mem_alloc(bytes + 1);
	word = (char *)(to.v + n);
	for (size_t i = 0; i < n; i++) {
		struct str w = from->terms.v[i].word;

		to.v[i] = from->terms.v[i];
		memcpy(word, w.p, w.n);
		to.v[i].word = str_of(word, w.n);
		word += w.n;
	}
	return to;
}

const struct term_list *terms_cached(
	struct term_cache *c, const struct store *s, uint32_t article)
{
	struct term_slot *slot;

	if (!c->slots)
		c->slots = mem_calloc(TERM_SLOTS, sizeof *c->slots);
	slot = &c->slots[article % TERM_SLOTS];
	if (slot->terms.v && slot->article == article)
		return &slot->terms;
	terms_read(&c->r, s, article);
	free(slot->terms.v);
	slot->article = article;
	slot->terms = copy_terms(&c->r.analysis);
	return &slot->terms;
}

void term_cache_release(struct term_cache *c)
{
	for (size_t i = 0; c->slots && i < TERM_SLOTS; i++)
		free(c->slots[i].terms.v);
	free(c->slots);
	terms_release(&c->r);
	*c = (struct term_cache){ 0 };
}
