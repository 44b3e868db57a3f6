#include "image_check.h"

#include "thread.h"
#include "verify.h"

#include <stdatomic.h>
#include <xxhash.h>

/* Between two looks at whether it is still wanted: about 1 ms. */
#define STEP ((uint64_t)8 << 20)

struct image_check {
	const struct store *s;
	struct image_header header;
	pthread_t thread;
	struct err e; /* empty: all is good */
	struct buf path;
	atomic_bool stop;
};

static uint64_t checksum(const void *p, uint64_t n, const atomic_bool *stop)
{
	XXH3_state_t *state = XXH3_createState();
	const char *at = p;
	uint64_t sum;

	if (!state)
		return 0;
	XXH3_64bits_reset(state);
	while (n && !atomic_load_explicit(stop, memory_order_relaxed)) {
		uint64_t some = n < STEP ? n : STEP;

		XXH3_64bits_update(state, at, some);
		at += some;
		n -= some;
	}
	sum = XXH3_64bits_digest(state);
	XXH3_freeState(state);
	return sum;
}

bool image_bytes_good(
	const struct store *s, size_t section, const struct image_header *h)
{
	const struct section_array a = section_get(s, section);
	const struct image_section *of = &h->sections[section];

	return image_checksum(a.v, of->bytes) == of->checksum;
}

static void look_at(struct image_check *c, size_t section)
{
	const struct section_array a = section_get(c->s, section);
	const struct image_section *of = &c->header.sections[section];

	if (checksum(a.v, of->bytes, &c->stop) != of->checksum)
		err_set(&c->e, "%s: damaged (%s)", c->path.p,
			store_sections[section].name);
}

static void *run(void *ctx)
{
	struct image_check *c = ctx;

	for (size_t i = 0; i < STORE_SECTIONS && !c->e.msg[0]; i++)
		if (!store_sections[i].head)
			look_at(c, i);
	if (!c->e.msg[0] && !verify_rest(c->s))
		err_set(&c->e, "%s: damaged (a reference)", c->path.p);
	return NULL;
}

bool image_check_start(
	struct store *s, const struct image_header *h, const char *path)
{
	struct image_check *c = mem_calloc(1, sizeof *c);

	c->s = s;
	c->header = *h;
	buf_add(&c->path, str_from_c(path));
	if (thread_start(&c->thread, run, c)) {
		s->check = c;
		return true;
	}
	buf_release(&c->path);
	free(c);
	return false;
}

static void end(struct store *s)
{
	buf_release(&s->check->path);
	free(s->check);
	s->check = NULL;
}

void image_check_stop(struct store *s)
{
	if (!s->check)
		return;
	atomic_store(&s->check->stop, true);
	pthread_join(s->check->thread, NULL);
	end(s);
}

bool image_wait(struct store *s, struct err *e)
{
	bool good;

	e->msg[0] = '\0';
	if (!s->check)
		return true;
	pthread_join(s->check->thread, NULL);
	*e = s->check->e;
	good = !e->msg[0];
	end(s);
	return good;
}
