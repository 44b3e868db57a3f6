/*
 * bench_state [N]: what the marks of N articles cost, 100 000 by default, each
 * with 3 KB of text: all of them at once, one by one as a key press does it,
 * reading them at the start, finding all of them again after a move.
 */
#include "bench.h"

#include "dateline/store/marks.h"

#include <sqlite3.h>
#include <unistd.h>

#define ARTICLES 100000
#define TEXT 3000
#define KEYS 1000

/* Marks look at ids, titles and texts only. */
static struct store *make_store(uint32_t n, const char *folder)
{
	struct store *s = store_new();
	struct buf id = { 0 };

	for (uint32_t i = 0; i < n; i++) {
		struct article *a = vec_push(&s->articles);

		*a = (struct article){ .round = i };
		buf_clear(&id);
		buf_add_f(&id, "%s/outlet-%03u/2019-05/article-%06u.html",
			folder, (unsigned)(i / 300), (unsigned)i);
		a->id = (struct sref){ (uint32_t)s->chars.n, (uint32_t)id.n };
		buf_add(&s->chars, buf_str(&id));
		a->title = a->id;
		a->title.at += (uint32_t)strlen(folder);
		a->title.n -= (uint32_t)strlen(folder);
		a->text = (struct sref){ (uint32_t)s->chars.n, TEXT + i % 512 };
		for (uint32_t k = 0; k < a->text.n; k++)
			buf_add_c(&s->chars, (char)('a' + (i + k * k) % 26));
		*vec_push(&s->by_id) = i;
		*vec_push(&s->by_time) = i;
	}
	buf_release(&id);
	return s;
}

static void fail(const struct err *e)
{
	fprintf(stderr, "%s\n", e->msg);
	exit(1);
}

static double mark(
	struct state *state, const struct store *s, uint32_t first, uint32_t n)
{
	struct state_article *kept = mem_alloc((n + 1) * sizeof *kept);
	const struct state_marking m = { .kind = STATE_READ,
		.on = true,
		.articles = kept,
		.n = n,
		.silent = n == 1 };
	double start = bench_seconds();
	struct err e;

	for (uint32_t i = 0; i < n; i++)
		kept[i] = (struct state_article){
			store_str(s, s->articles.v[first + i].id),
			marks_content(s, first + i)
		};
	if (state_mark(state, &m, 1, &e) != STATE_KEPT)
		fail(&e);
	free(kept);
	return (bench_seconds() - start) * 1e3;
}

static double load(const char *path, const struct store *s, uint32_t want)
{
	double start = bench_seconds();
	struct marks m = { 0 };
	struct err e;
	struct state *state = state_open(path, STR("/bench"), &e);
	double took;

	if (!marks_read(&m, state, s, &e))
		fail(&e);
	took = (bench_seconds() - start) * 1e3;
	if (m.read.n != want)
		printf("WRONG: %u read, not %u\n", m.read.n, want);
	marks_release(&m);
	state_close(state);
	return took;
}

static void pass(void *ctx, const struct state_article *article, unsigned flags)
{
	(void)article;
	*(unsigned *)ctx += flags;
}

static double rows(const char *path)
{
	unsigned sum = 0;
	const struct state_marks_sink sink = { &sum, pass, NULL };
	double start = bench_seconds();
	struct err e;
	struct state *state = state_open(path, STR("/bench"), &e);

	if (!state_marks(state, &sink, &e))
		fail(&e);
	state_close(state);
	return (bench_seconds() - start) * 1e3;
}

int main(int argc, char **argv)
{
	uint32_t n = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : ARTICLES;
	struct store *s = make_store(n, "old"), *moved = make_store(n, "new");
	char folder[] = "/tmp/dateline-bench-XXXXXX", path[64];
	struct state *state;
	double keys = 0;
	struct err e;

	if (!mkdtemp(folder))
		return 1;
	snprintf(path, sizeof path, "%s/state.db", folder);
	state = state_open(path, STR("/bench"), &e);
	printf("state     %u articles marked at once: %.0f ms\n", n,
		mark(state, s, 0, n));
	for (uint32_t i = 0; i < KEYS; i++)
		keys += mark(state, s, i, 1);
	printf("state     one key press: %.3f ms\n", keys / KEYS);
	state_close(state);
	for (int i = 0; i < 3; i++)
		printf("state     opened and read: %.1f ms\n",
			load(path, s, n));
	printf("state     rows alone: %.1f ms\n", rows(path));
	printf("state     all moved: %.0f ms\n", load(path, moved, n));
	printf("state     after that: %.1f ms\n", load(path, moved, n));
	unlink(path);
	rmdir(folder);
	store_free(s);
	store_free(moved);
	return 0;
}
