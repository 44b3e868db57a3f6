#include "dateline/store/corrections.h"

/* Parts of a key: the name, the other, and the article where there is one. */
#define SEPARATOR '\n'

static const char *const verdicts[] = {
	[PEOPLE_SAME] = "same",
	[PEOPLE_APART] = "apart",
};

static struct str key_of(struct arena *a, const struct people_correction *c)
{
	struct buf key = { 0 };
	struct str out;

	buf_add(&key, c->name);
	buf_add_c(&key, SEPARATOR);
	buf_add(&key, c->other);
	if (c->article.n) {
		buf_add_c(&key, SEPARATOR);
		buf_add(&key, c->article);
	}
	out = arena_dup(a, buf_str(&key));
	buf_release(&key);
	return out;
}

/* False when a value is none of ours. */
static bool read_change(
	const struct state_change *change, struct people_correction *out)
{
	struct str key = change->key;
	struct str value = change->after.p ? change->after : change->before;

	*out = (struct people_correction){ 0 };
	if (!str_split(&key, SEPARATOR, &out->name) ||
		!str_split(&key, SEPARATOR, &out->other))
		return false;
	out->article = key;
	for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++)
		if (str_eq(value, str_from_c(verdicts[i]))) {
			out->verdict = (enum people_verdict)i;
			return true;
		}
	return false;
}

static void add_correction(void *ctx, const struct state_change *change)
{
	struct corrections *c = ctx;
	struct people_correction got;

	if (!read_change(change, &got))
		return;
	got.name = arena_dup(&c->arena, got.name);
	got.other = arena_dup(&c->arena, got.other);
	got.article = arena_dup(&c->arena, got.article);
	*vec_push(&c->people) = got;
}

static void add_words(struct buf *out, const struct people_correction *c)
{
	buf_add_f(out, "“%.*s” is %s“%.*s”", STR_ARG(c->name),
		c->verdict == PEOPLE_SAME ? "" : "not ", STR_ARG(c->other));
	if (c->article.n)
		buf_add_f(out, " in %.*s", STR_ARG(c->article));
}

static void tell_change(void *ctx, const struct state_change *change)
{
	struct corrections *c = ctx;
	struct people_correction got;

	if (!read_change(change, &got))
		return;
	if (c->told.n && !str_ends(buf_str(&c->told), STR(": ")))
		buf_add(&c->told, STR("; "));
	add_words(&c->told, &got);
}

static void read_all(struct corrections *c)
{
	const struct state_sink sink = { c, add_correction };
	struct err e;

	c->people.n = 0;
	arena_clear(&c->arena);
	if (state_values(c->state, STATE_PERSON, &sink, &e))
		return;
	c->is_error = c->unkept = true;
	buf_add(&c->told, str_from_c(e.msg));
}

void corrections_open(
	struct corrections *c, const char *const *paths, size_t n, bool keep)
{
	struct buf path = { 0 }, archive = { 0 };
	struct err e;

	*c = (struct corrections){ .keep = keep };
	state_archive(&archive, paths, n);
	keep = keep && state_path(&path);
	c->state = state_open(keep ? path.p : NULL, buf_str(&archive), &e);
	buf_add(&c->told, str_from_c(e.msg));
	c->is_error = c->unkept = c->told.n > 0;
	read_all(c);
	buf_release(&path);
	buf_release(&archive);
}

void corrections_release(struct corrections *c)
{
	state_close(c->state);
	vec_free(&c->people);
	buf_release(&c->told);
	arena_release(&c->arena);
}

/* Says how it went, and reads what holds now. */
static void conclude(struct corrections *c, enum state_result result,
	const struct err *e, const char *nothing)
{
	c->is_error = result == STATE_FAILED;
	if (result == STATE_NOTHING || result == STATE_FAILED)
		buf_clear(&c->told);
	c->unkept |= c->keep && result == STATE_UNKEPT;
	if (result == STATE_NOTHING)
		buf_add(&c->told, str_from_c(nothing));
	else if (result == STATE_FAILED)
		buf_add(&c->told, str_from_c(e->msg));
	else if (result == STATE_UNKEPT)
		buf_add(&c->told, STR(" (this session only)"));
	if (result == STATE_UNKEPT && e->msg[0])
		buf_add_f(&c->told, "; %s", e->msg);
	read_all(c);
}

void corrections_set(
	struct corrections *c, const struct people_correction *correction)
{
	struct arena arena = { 0 };
	struct state_change change = { .kind = STATE_PERSON,
		.key = key_of(&arena, correction),
		.after = str_from_c(verdicts[correction->verdict]) };
	enum state_result result;
	struct err e;

	buf_clear(&c->told);
	add_words(&c->told, correction);
	result = state_set(c->state, &change, 1, &e);
	conclude(c, result, &e, "");
	arena_release(&arena);
}

void corrections_undo(struct corrections *c)
{
	const struct state_sink sink = { c, tell_change };
	enum state_result result;
	struct err e;

	buf_clear(&c->told);
	buf_add(&c->told, STR("undone: "));
	result = state_undo(c->state, &sink, &e);
	conclude(c, result, &e, "nothing to undo");
}

void corrections_redo(struct corrections *c)
{
	const struct state_sink sink = { c, tell_change };
	enum state_result result;
	struct err e;

	buf_clear(&c->told);
	buf_add(&c->told, STR("done again: "));
	result = state_redo(c->state, &sink, &e);
	conclude(c, result, &e, "nothing to do again");
}
