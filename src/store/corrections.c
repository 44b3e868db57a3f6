#include "corrections_told.h"

#include "dateline/base/message.h"

#include <assert.h>

/* Parts of a key: what it is about, what that is or is not, and the article
 * where only one is meant. */
#define SEPARATOR '\n'
#define PARTS 3

/* Both kinds say that two are one, or are not. */
enum verdict { SAME, APART, VERDICTS };
static_assert((int)PEOPLE_SAME == SAME && (int)PEOPLE_APART == APART,
	"the verdicts on people");
static_assert((int)ROUND_SAME == SAME && (int)ROUND_APART == APART,
	"the verdicts on rounds");

static const char *const verdicts[VERDICTS] = {
	[SAME] = "same",
	[APART] = "apart",
};

/* A correction of any kind; parts it has none of are STR_NONE. */
struct said {
	enum state_kind kind;
	struct str part[PARTS];
	enum verdict verdict;
};

static struct str key_of(struct arena *a, const struct said *said)
{
	struct buf key = { 0 };
	struct str out;

	for (size_t i = 0; i < PARTS && (i < 2 || said->part[i].n); i++) {
		if (i > 0)
			buf_add_c(&key, SEPARATOR);
		buf_add(&key, said->part[i]);
	}
	out = arena_dup(a, buf_str(&key));
	buf_release(&key);
	return out;
}

/* False when a change is none of ours. */
static bool read_change(const struct state_change *change, struct said *out)
{
	struct str key = change->key;
	struct str value = change->after.p ? change->after : change->before;

	*out = (struct said){ .kind = change->kind };
	if (!str_split(&key, SEPARATOR, &out->part[0]) ||
		!str_split(&key, SEPARATOR, &out->part[1]))
		return false;
	out->part[2] = key;
	for (size_t i = 0; i < VERDICTS; i++)
		if (str_eq(value, str_from_c(verdicts[i]))) {
			out->verdict = (enum verdict)i;
			return true;
		}
	return false;
}

static void add_correction(void *ctx, const struct state_change *change)
{
	struct corrections *c = ctx;
	struct said said;
	struct str part[PARTS];

	if (!read_change(change, &said))
		return;
	for (size_t i = 0; i < PARTS; i++)
		part[i] = arena_dup(&c->arena, said.part[i]);
	if (said.kind == STATE_PERSON)
		*vec_push(&c->people) = (struct people_correction){ part[0],
			part[1], part[2], (enum people_verdict)said.verdict };
	else
		*vec_push(&c->rounds) = (struct round_correction){ part[0],
			part[1], (enum round_verdict)said.verdict };
}

static void add_person_words(struct buf *out, const struct said *said)
{
	buf_add_f(out,
		said->verdict == SAME ? _("“%.*s” is “%.*s”")
				      : _("“%.*s” is not “%.*s”"),
		STR_ARG(said->part[0]), STR_ARG(said->part[1]));
	if (said->part[2].n)
		buf_add_f(out, _(" in %.*s"), STR_ARG(said->part[2]));
}

struct str corrections_title(const struct corrections *c, struct str id)
{
	uint32_t at = c->store ? store_find(c->store, id) : STORE_NONE;

	return at == STORE_NONE || c->store->articles.v[at].title.n == 0
		       ? id
		       : store_str(c->store, c->store->articles.v[at].title);
}

/* The titles stand last: a narrow screen cuts the end. */
static void add_round_words(
	const struct corrections *c, struct buf *out, const struct said *said)
{
	struct str a = corrections_title(c, said->part[0]);
	struct str b = corrections_title(c, said->part[1]);

	buf_add_f(out,
		said->verdict == SAME ? _("one round: “%.*s” and “%.*s”")
				      : _("split off: “%.*s” from “%.*s”"),
		STR_ARG(a), STR_ARG(b));
}

static void add_words(
	const struct corrections *c, struct buf *out, const struct said *said)
{
	if (said->kind == STATE_PERSON)
		add_person_words(out, said);
	else
		add_round_words(c, out, said);
}

void corrections_say_next(struct corrections *c)
{
	if (c->told.n && !str_ends(buf_str(&c->told), STR(": ")))
		buf_add(&c->told, STR("; "));
}

static void tell_change(void *ctx, const struct state_change *change)
{
	struct corrections *c = ctx;
	struct said said;

	if (change->articles.p) {
		corrections_say_change(c, change);
		return;
	}
	if (change->kind == STATE_NOTE) {
		corrections_say_note(c, change);
		return;
	}
	c->marks_only = false;
	if (!read_change(change, &said))
		return;
	corrections_say_next(c);
	add_words(c, &c->told, &said);
}

static void regroup(const struct corrections *c)
{
	if (c->store)
		store_regroup(c->store, c->rounds.v, c->rounds.n);
}

static void fail_to_read(struct corrections *c, const struct err *e)
{
	c->is_error = c->unkept = true;
	buf_add(&c->told, str_from_c(e->msg));
}

static void read_marks(struct corrections *c)
{
	struct err e;

	if (!c->store)
		marks_release(&c->marks);
	else if (!marks_read(&c->marks, c->state, c->store, &e))
		fail_to_read(c, &e);
}

/* Names and rounds: of two names the last word counts, what is said of
 * articles goes on from what was said before. */
static void read_corrections(struct corrections *c)
{
	const struct state_sink sink = { c, add_correction };
	struct err e;
	bool good;

	c->people.n = c->rounds.n = 0;
	arena_clear(&c->arena);
	good = state_values(c->state, STATE_PERSON, &sink, &e) &&
	       state_log(c->state, STATE_ROUND, &sink, &e);
	regroup(c);
	if (!good)
		fail_to_read(c, &e);
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
	read_corrections(c);
	buf_release(&path);
	buf_release(&archive);
}

void corrections_release(struct corrections *c)
{
	state_close(c->state);
	marks_release(&c->marks);
	vec_free(&c->people);
	vec_free(&c->rounds);
	buf_release(&c->told);
	arena_release(&c->arena);
}

void corrections_follow(struct corrections *c, struct store *store)
{
	c->store = store;
	regroup(c);
	read_marks(c);
}

void corrections_begin(struct corrections *c)
{
	buf_clear(&c->told);
	c->is_error = c->is_warning = c->can_undo = c->of_others = false;
	c->marks_only = true;
}

bool corrections_reread(struct corrections *c)
{
	corrections_begin(c);
	c->of_others = state_changed(c->state);
	c->marks_only = !c->of_others;
	if (c->marks_only)
		return false;
	read_corrections(c);
	read_marks(c);
	return true;
}

void corrections_conclude(struct corrections *c, enum state_result result,
	const struct err *e, const char *nothing)
{
	c->is_error = result == STATE_FAILED;
	c->is_warning = result == STATE_UNKEPT && e->msg[0];
	c->can_undo = false;
	if (result == STATE_NOTHING || result == STATE_FAILED)
		buf_clear(&c->told);
	c->unkept |= c->keep && result == STATE_UNKEPT;
	if (result == STATE_NOTHING)
		buf_add(&c->told, str_from_c(nothing));
	else if (result == STATE_FAILED)
		buf_add(&c->told, str_from_c(e->msg));
	else if (result == STATE_UNKEPT)
		buf_add(&c->told, MSG(" (this session only)"));
	if (result == STATE_UNKEPT && e->msg[0])
		buf_add_f(&c->told, "; %s", e->msg);
	if (!c->marks_only)
		read_corrections(c);
}

static void set(struct corrections *c, const struct said *said)
{
	struct arena arena = { 0 };
	struct state_change change = { .kind = said->kind,
		.key = key_of(&arena, said),
		.after = str_from_c(verdicts[said->verdict]) };
	enum state_result result;
	struct err e;

	corrections_begin(c);
	c->marks_only = false;
	add_words(c, &c->told, said);
	result = state_set(c->state, &change, 1, &e);
	corrections_conclude(c, result, &e, "");
	c->can_undo = !c->is_error;
	arena_release(&arena);
}

void corrections_set(
	struct corrections *c, const struct people_correction *correction)
{
	const struct said said = { STATE_PERSON,
		{ correction->name, correction->other, correction->article },
		(enum verdict)correction->verdict };

	set(c, &said);
}

void corrections_set_round(
	struct corrections *c, const struct round_correction *correction)
{
	const struct said said = { STATE_ROUND,
		{ correction->article, correction->other, STR_NONE },
		(enum verdict)correction->verdict };

	set(c, &said);
}

void corrections_undo(struct corrections *c)
{
	const struct state_sink sink = { c, tell_change };
	enum state_result result;
	struct err e;

	corrections_begin(c);
	buf_add(&c->told, MSG("undone: "));
	result = state_undo(c->state, &sink, &e);
	corrections_conclude(c, result, &e, _("nothing to undo"));
	read_marks(c);
}

void corrections_redo(struct corrections *c)
{
	const struct state_sink sink = { c, tell_change };
	enum state_result result;
	struct err e;

	corrections_begin(c);
	buf_add(&c->told, MSG("done again: "));
	result = state_redo(c->state, &sink, &e);
	corrections_conclude(c, result, &e, _("nothing to do again"));
	read_marks(c);
}
