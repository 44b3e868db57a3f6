#include "dateline/base/intern.h"

/* Larger tables are not kept: clearing them again and again costs more. */
#define SLOTS_KEPT 4096

static uint32_t *slot_of(const struct intern *m, struct str s, uint64_t hash)
{
	uint32_t i = (uint32_t)hash & m->mask;

	for (;; i = (i + 1) & m->mask) {
		uint32_t k = m->slots[i];

		if (k == 0 || (m->hashes[k - 1] == hash &&
				      str_eq(m->strings[k - 1], s)))
			return &m->slots[i];
	}
}

static void intern_rehash(struct intern *m)
{
	uint32_t size = m->mask ? (m->mask + 1) * 2 : 64;

	free(m->slots);
	m->slots = mem_calloc(size, sizeof *m->slots);
	m->mask = size - 1;
	for (uint32_t k = 0; k < m->n; k++)
		*slot_of(m, m->strings[k], m->hashes[k]) = k + 1;
}

uint32_t intern_add(struct intern *m, struct str s)
{
	uint64_t hash = str_hash(s);
	uint32_t *slot;

	if (m->n * 2 >= m->mask)
		intern_rehash(m);
	slot = slot_of(m, s, hash);
	if (*slot)
		return *slot - 1;
	if (m->n == m->cap) {
		m->cap = m->cap ? m->cap * 2 : 32;
		m->strings =
			mem_realloc(m->strings, m->cap * sizeof *m->strings);
		m->hashes = mem_realloc(m->hashes, m->cap * sizeof *m->hashes);
	}
	m->strings[m->n] = arena_dup(&m->arena, s);
	m->hashes[m->n] = hash;
	*slot = ++m->n;
	return m->n - 1;
}

uint32_t intern_find(const struct intern *m, struct str s)
{
	return m->n ? *slot_of(m, s, str_hash(s)) - 1 : INTERN_NONE;
}

void intern_clear(struct intern *m)
{
	if (m->mask >= SLOTS_KEPT) {
		intern_release(m);
		return;
	}
	if (m->mask)
		memset(m->slots, 0, (m->mask + 1) * sizeof *m->slots);
	arena_clear(&m->arena);
	m->n = 0;
}

void intern_release(struct intern *m)
{
	free(m->strings);
	free(m->hashes);
	free(m->slots);
	arena_release(&m->arena);
	*m = (struct intern){ 0 };
}
