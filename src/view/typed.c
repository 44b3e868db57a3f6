#include "typed.h"

#include "dateline/state/state.h"

static void drop(struct typed *t, size_t i)
{
	memmove(t->lines.v + i, t->lines.v + i + 1,
		(--t->lines.n - i) * sizeof *t->lines.v);
}

bool typed_add(struct typed *t, struct str line)
{
	size_t n = t->lines.n;

	if (line.n == 0 || (n && str_eq(t->lines.v[n - 1], line)))
		return false;
	for (size_t i = 0; i < t->lines.n; i++)
		if (str_eq(t->lines.v[i], line))
			drop(t, i);
	if (t->lines.n == STATE_TYPED)
		drop(t, 0);
	*vec_push(&t->lines) = arena_dup(&t->arena, line);
	return true;
}

size_t typed_find(
	const struct typed *t, size_t at, int step, struct str beginning)
{
	while (step < 0 ? at-- > 0 : ++at < t->lines.n)
		if (str_starts(t->lines.v[at], beginning))
			return at;
	return t->lines.n;
}

void typed_release(struct typed *t)
{
	vec_free(&t->lines);
	arena_release(&t->arena);
}
