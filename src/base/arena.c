#include "dateline/base/mem.h"

#include <stdalign.h>

/* Large enough for an ordinary article, so that most need one chunk. */
#define CHUNK_SIZE ((size_t)64 * 1024)
#define ALIGNMENT alignof(max_align_t)

struct arena_chunk {
	struct arena_chunk *next;
	size_t size;
	alignas(max_align_t) char bytes[];
};

static void arena_grow(struct arena *a, size_t n)
{
	size_t size = n > CHUNK_SIZE ? n : CHUNK_SIZE;
	struct arena_chunk *c = mem_alloc(sizeof *c + size);

	c->size = size;
	c->next = a->head;
	a->head = c;
	a->at = c->bytes;
	a->end = c->bytes + size;
}

void *arena_alloc(struct arena *a, size_t n)
{
	void *p;

	n = (n + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
	if (!a->head || n > (size_t)(a->end - a->at))
		arena_grow(a, n);
	p = a->at;
	a->at += n;
	return p;
}

struct str arena_dup(struct arena *a, struct str s)
{
	return s.p ? str_of(arena_dup_c(a, s), s.n) : s;
}

char *arena_dup_c(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n + 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return p;
}

void arena_clear(struct arena *a)
{
	while (a->head && a->head->next) {
		struct arena_chunk *next = a->head->next;

		free(a->head);
		a->head = next;
	}
	if (a->head) {
		a->at = a->head->bytes;
		a->end = a->head->bytes + a->head->size;
	}
}

void arena_release(struct arena *a)
{
	while (a->head) {
		struct arena_chunk *next = a->head->next;

		free(a->head);
		a->head = next;
	}
	a->at = a->end = NULL;
}
