/* A reader whose corrections and marks are kept, for this session. */
#ifndef DATELINE_TESTS_READING_FIXTURE_H
#define DATELINE_TESTS_READING_FIXTURE_H

#include "view_fixture.h"

struct reading {
	struct fixture f;
	struct corrections c;
};

/* As the reader does: wishes are obeyed, and answered. */
static inline void obey(struct reading *r)
{
	struct effect effect;

	while (app_effect(r->f.app, &effect)) {
		struct event e;

		if (effect.kind == EFFECT_PEOPLE)
			fixture_people(&r->f, &r->c);
		if (effect.kind == EFFECT_SEARCH)
			fixture_answer(&r->f, &effect.search);
		if (!effect_correct(&effect, &r->c))
			continue;
		e = corrections_event(&r->c);
		app_update(r->f.app, &e);
	}
}

static inline void keys(struct reading *r, const char *keys)
{
	struct str rest = str_from_c(keys), word;

	while (str_split(&rest, ' ', &word))
		while (word.n) {
			fixture_event(&r->f, (struct event){ .kind = EVENT_KEY,
						     .key = key_parse(&word) });
			obey(r);
		}
}

static inline int open_reading(void **state)
{
	static const char *const paths[] = { "/archive" };
	struct reading *r = mem_calloc(1, sizeof *r);

	fixture_open(&r->f, 12, 64);
	corrections_open(&r->c, paths, 1, false);
	corrections_follow(&r->c, r->f.store);
	fixture_event(&r->f, corrections_event(&r->c));
	obey(r);
	*state = r;
	return 0;
}

static inline int close_reading(void **state)
{
	struct reading *r = *state;

	fixture_close(&r->f);
	corrections_release(&r->c);
	free(r);
	return 0;
}

#define ON_SCREEN(test) \
	cmocka_unit_test_setup_teardown(test, open_reading, close_reading)

#endif
