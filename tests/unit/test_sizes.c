/* Windows of any size: nothing breaks, and the reader stays where he is. */
#include "view_fixture.h"

#define SIZES 1000
#define WORDS 900

/* The first article of the index, with a text of words that are all others. */
static void lengthen(struct fixture *f)
{
	struct store *s = f->store;
	struct article *a = &s->articles.v[3]; /* the newest */
	struct buf text = { 0 };
	struct block *b = &s->blocks.v[a->blocks.first];

	for (int i = 0; i < WORDS; i++)
		buf_add_f(&text, "w%03d ", i);
	a->text = chars(s, text.p);
	a->dateline = (struct sref){ 0, 0 };
	a->blocks.n = 1;
	*b = (struct block){
		.start = 0, .end = (uint32_t)text.n, .kind = BLOCK_PARAGRAPH
	};
	buf_release(&text);
	/* Its characters have moved. */
	fixture_event(f, (struct event){ .kind = EVENT_STORE, .store = s });
}

static void any_size(struct fixture *f, uint64_t *seed)
{
	fixture_size(f, 5 + (int)(unit_random(seed) % 196),
		20 + (int)(unit_random(seed) % 481));
	fixture_screen(f);
}

/* Drawn at a thousand sizes, then at the first one again. */
static void assert_stays(struct fixture *f, const char *keys)
{
	struct buf before = { 0 };
	uint64_t seed = 88172645463325252u;

	fixture_size(f, 24, 80);
	fixture_keys(f, keys);
	buf_add(&before, fixture_screen(f));
	for (int i = 0; i < SIZES; i++)
		any_size(f, &seed);
	fixture_size(f, 24, 80);
	assert_screen(f, before.p);
	buf_release(&before);
}

static void lists_stay(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f, 24, 80);
	assert_stays(&f, "j j");
	assert_stays(&f, "e j");
	assert_stays(&f, "q S j");
	assert_stays(&f, "Tab t");
	fixture_close(&f);
}

/* Where less than a screen is left, the end is at its foot: not here. */
static void the_line_at_the_top_stays(void **state)
{
	struct fixture f;
	struct str line, first;
	char word[8] = { 0 };
	uint64_t seed = 362436069362436069u;

	(void)state;
	fixture_open(&f, 24, 80);
	lengthen(&f);
	assert_stays(&f, "Enter ^D ^D");
	line = str_trim(fixture_line(&f, 1));
	str_split(&line, ' ', &first);
	assert_int_equal(first.n, 4);
	memcpy(word, first.p, first.n);
	for (int i = 0; i < SIZES; i++) {
		fixture_size(&f, 5 + (int)(unit_random(&seed) % 20),
			20 + (int)(unit_random(&seed) % 61));
		assert_int_not_equal(
			str_find(fixture_line(&f, 1), str_from_c(word), 0),
			STR_NPOS);
	}
	fixture_close(&f);
}

static void below_the_least_it_says_so(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f, 24, 80);
	fixture_size(&f, 4, 80);
	assert_screen(&f, "too small\n\n\n\n");
	fixture_size(&f, 5, 19);
	assert_screen(&f, "too small\n\n\n\n\n");
	fixture_size(&f, 1, 3);
	assert_screen(&f, "too\n");
	fixture_size(&f, 5, 20);
	assert_true(str_starts(fixture_screen(&f), STR("All articles\n")));
	fixture_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_stay),
		cmocka_unit_test(the_line_at_the_top_stays),
		cmocka_unit_test(below_the_least_it_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
