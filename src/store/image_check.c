#include "image_check.h"

#include "thread.h"
#include "verify.h"

#include "dateline/base/message.h"

#include <stdatomic.h>
#include <xxhash.h>

/* Between two looks at whether it is still wanted: about 1 ms. */
#define STEP ((uint64_t)8 << 20)

/* What is looked at by a thread of its own: the texts are half of an image. */
enum part { PART_CHARS, PART_REST, PARTS };

struct image_check {
	const struct store *s;
	struct image_header header;
	struct buf path;
	struct look {
		struct image_check *check;
		enum part part;
		pthread_t thread;
		bool threaded;
		struct err e; /* empty: all is good */
	} looks[PARTS];
	bool begun;
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

static void look_at(struct look *l, size_t section)
{
	struct image_check *c = l->check;
	const struct section_array a = section_get(c->s, section);
	const struct image_section *of = &c->header.sections[section];

	if (checksum(a.v, of->bytes, &c->stop) != of->checksum)
		err_set(&l->e, _("%s: damaged (%s)"), c->path.p,
			store_sections[section].name);
}

static void *look(void *ctx)
{
	struct look *l = ctx;
	struct image_check *c = l->check;

	for (size_t i = 0; i < STORE_SECTIONS && !l->e.msg[0]; i++)
		if (!store_sections[i].head &&
			(i == SECTION_CHARS) == (l->part == PART_CHARS))
			look_at(l, i);
	if (l->part == PART_REST && !l->e.msg[0] && !verify_rest(c->s))
		err_set(&l->e, _("%s: damaged (a reference)"), c->path.p);
	return NULL;
}

void image_check_prepare(
	struct store *s, const struct image_header *h, const char *path)
{
	struct image_check *c = mem_calloc(1, sizeof *c);

	c->s = s;
	c->header = *h;
	buf_add(&c->path, str_from_c(path));
	s->check = c;
}

void image_check(struct store *s)
{
	struct image_check *c = s->check;

	if (!c || c->begun)
		return;
	c->begun = true;
	for (size_t i = 0; i < PARTS; i++) {
		struct look *l = &c->looks[i];

		l->check = c;
		l->part = (enum part)i;
		l->threaded = thread_start(&l->thread, look, l);
		if (!l->threaded)
			look(l);
	}
}

/* Waits for what has begun; gives the first thing found wrong. */
static void end(struct store *s, struct err *e)
{
	struct image_check *c = s->check;

	for (size_t i = 0; i < PARTS && c->begun; i++) {
		if (c->looks[i].threaded)
			pthread_join(c->looks[i].thread, NULL);
		if (!e->msg[0])
			*e = c->looks[i].e;
	}
	buf_release(&c->path);
	free(c);
	s->check = NULL;
}

void image_check_stop(struct store *s)
{
	struct err ignored = { .msg = "" };

	if (!s->check)
		return;
	atomic_store(&s->check->stop, true);
	end(s, &ignored);
}

bool image_wait(struct store *s, struct err *e)
{
	e->msg[0] = '\0';
	if (!s->check)
		return true;
	image_check(s);
	end(s, e);
	return !e->msg[0];
}
