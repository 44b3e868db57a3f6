/* A sink that keeps what it is given, for the tests of readers. */
#ifndef DATELINE_TESTS_COLLECT_H
#define DATELINE_TESTS_COLLECT_H

#include "dateline/input/input.h"

struct collected {
	struct arena arena; /* of the copies below */
	struct arena work; /* for input_read */
	VEC_OF(struct doc) docs; /* strings copied; no arrays */
	VEC_OF(struct str) where, why; /* of what was skipped */
};

static inline void collect_article(void *ctx, struct doc *d)
{
	struct collected *c = ctx;
	struct str *fields[] = { &d->id, &d->path, &d->title, &d->source,
		&d->site, &d->dateline, &d->lang, &d->url, &d->text };

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (fields[i]->p)
			*fields[i] = arena_dup(&c->arena, *fields[i]);
	*vec_push(&c->docs) = *d;
}

static inline void collect_skip(void *ctx, struct str where, struct str why)
{
	struct collected *c = ctx;

	*vec_push(&c->where) = arena_dup(&c->arena, where);
	*vec_push(&c->why) = arena_dup(&c->arena, why);
}

/* Reads bytes as the file "dir/a" of the archive "dir". */
static inline enum input_format collect(struct collected *c, struct str bytes)
{
	const struct input_sink sink = { c, collect_article, collect_skip };
	const struct input in = {
		.id = STR("a"), .path = STR("dir/a"), .bytes = bytes
	};

	return input_read(&in, &c->work, &sink);
}

static inline void collected_release(struct collected *c)
{
	arena_release(&c->arena);
	arena_release(&c->work);
	vec_free(&c->docs);
	vec_free(&c->where);
	vec_free(&c->why);
}

#endif
