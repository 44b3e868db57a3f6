/* Notes on articles and quotes, each a step that can be undone. */
#include "corrections_told.h"

#include "dateline/base/message.h"

void corrections_say_note(
	struct corrections *c, const struct state_change *change)
{
	struct str title = corrections_title(c, notes_key_id(change->key));
	bool was = change->before.n, is = change->after.n;

	corrections_say_next(c);
	buf_add_f(&c->told,
		!is   ? _("no note any more on “%.*s”")
		: was ? _("note changed on “%.*s”")
		      : _("note on “%.*s”"),
		STR_ARG(title));
}

/* A note that is there keeps its key, whatever its article has become. */
static void add_key(const struct corrections *c, const struct note_wish *wish,
	const struct note *before, struct buf *out)
{
	if (before)
		buf_add(out, before->key);
	else
		notes_key(out, c->store, wish->article, wish->quote);
}

static void keep(struct corrections *c, const struct state_change *change)
{
	enum state_result result;
	struct err e;

	corrections_say_note(c, change);
	result = state_set(c->state, change, 1, &e);
	corrections_conclude(c, result, &e, "");
	c->can_undo = !c->is_error;
	if (!c->is_error &&
		!notes_read(&c->marks.notes, c->state, c->store, &e))
		corrections_conclude(c, STATE_FAILED, &e, "");
	c->marks.serial++;
}

void corrections_note(struct corrections *c, const struct note_wish *wish)
{
	const struct note *before =
		notes_find(&c->marks.notes, wish->article, wish->quote);
	struct buf key = { 0 };
	struct state_change change = { .kind = STATE_NOTE };

	corrections_begin(c);
	if (before ? str_eq(before->text, wish->text) : !wish->text.n) {
		buf_add(&c->told, before ? MSG("the note is as it was")
					 : MSG("no note here"));
		return;
	}
	add_key(c, wish, before, &key);
	change.key = buf_str(&key);
	change.before = before ? before->text : STR_NONE;
	change.after = wish->text.n ? wish->text : STR_NONE;
	keep(c, &change);
	buf_release(&key);
}
