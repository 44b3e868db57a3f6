#include "dateline/base/mem.h"

#include <stdatomic.h>
#include <sys/mman.h>
#include <unistd.h>

/* Set once by main() before threads start, read when memory runs out. */
static _Atomic(void (*)(void)) failure_hook;

static _Noreturn void mem_fail(void)
{
	static const char msg[] = "dateline: out of memory\n";
	void (*hook)(void) = atomic_load(&failure_hook);

	if (hook)
		hook();
	(void)!write(STDERR_FILENO, msg, sizeof msg - 1);
	abort();
}

void mem_on_failure(void (*hook)(void))
{
	atomic_store(&failure_hook, hook);
}

void *mem_alloc(size_t n)
{
	void *p = malloc(n ? n : 1);

	if (!p)
		mem_fail();
	return p;
}

void *mem_calloc(size_t n, size_t size)
{
	void *p = calloc(n ? n : 1, size ? size : 1);

	if (!p)
		mem_fail();
	return p;
}

void *mem_realloc(void *p, size_t n)
{
	p = realloc(p, n ? n : 1);
	if (!p)
		mem_fail();
	return p;
}

void *mem_resize(void *p, size_t *mapped, size_t used, size_t n)
{
	void *moved;

	if (*mapped == 0)
		return mem_realloc(p, n);
	moved = mem_alloc(n);
	memcpy(moved, p, used);
	munmap(p, *mapped);
	*mapped = 0;
	return moved;
}

void mem_free(void *p, size_t mapped)
{
	if (mapped)
		munmap(p, mapped);
	else
		free(p);
}

void *vec_grow(void *v, size_t *cap, size_t *mapped, size_t size)
{
	size_t want = *cap < 8 ? 8 : *cap + *cap / 2, have = *cap;

	if (want > SIZE_MAX / size)
		mem_fail();
	*cap = want;
	return mem_resize(v, mapped, have * size, want * size);
}

void *vec_reserve(void *v, size_t *cap, size_t *mapped, size_t n, size_t size)
{
	if (n <= *cap)
		return v;
	if (n > SIZE_MAX / size)
		mem_fail();
	mem_free(v, *mapped);
	*mapped = 0;
	*cap = n;
	return mem_alloc(n * size);
}
