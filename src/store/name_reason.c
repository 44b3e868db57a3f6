#include "name_reason.h"

#include "dateline/base/message.h"
#include "dateline/text/fold.h"

static const char *const reasons[] = {
	[NAME_ALONE] = N_("same name"),
	[NAME_BY_READER] = N_("merged by you"),
	[NAME_SPACE] = N_("same name but for a space"),
	[NAME_MIDDLE] = N_("same name but for what stands in the middle"),
	[NAME_END] = N_("the end of the full name"),
	[NAME_FRONT] = N_("the front of the full name"),
	[NAME_INITIAL] = N_("an initial for the first name"),
	[NAME_LETTER] = N_("same name but for a letter"),
	[NAME_SUFFIX] = N_("same name but for what follows the surname"),
	[NAME_SHORT] = N_("short for the first name"),
	[NAME_GIVEN] = N_("another form of the first name"),
	[NAME_SURNAME] = N_("same surname"),
	[NAME_FIRST] = N_("same first name"),
	[NAME_SAME] = N_("same name"),
};

static const char *const scopes[] = {
	[NAME_NOWHERE] = "",
	[NAME_IN_ROUND] = N_("; in the same round"),
	[NAME_IN_STORYLINE] = N_("; in the same storyline"),
	[NAME_BY_ROLE] = "",
	[NAME_IN_ARCHIVE] = N_("; nobody else bears it"),
};

static void fold(struct buf *out, struct str s, bool hyphens)
{
	buf_clear(out);
	text_fold(out, s);
	for (size_t i = 0; hyphens && i < out->n; i++)
		if (out->p[i] == '-')
			out->p[i] = ' ';
}

/* How two ways of writing one key differ. */
static const char *difference(struct str a, struct str b)
{
	struct buf x = { 0 }, y = { 0 };
	const char *what = _("same name, written otherwise");

	fold(&x, a, true);
	fold(&y, b, true);
	if (str_eq(buf_str(&x), buf_str(&y)))
		what = _("same name but for a hyphen");
	fold(&x, a, false);
	fold(&y, b, false);
	if (str_eq(buf_str(&x), buf_str(&y)))
		what = str_eq_nocase(a, b) ? _("same name but for capitals")
					   : _("same name but for accents");
	buf_release(&x);
	buf_release(&y);
	return what;
}

void name_reason_say(
	struct buf *out, const struct names *n, const struct name_claim *claim)
{
	const struct name_node *v = &n->nodes.v[claim->node];
	const struct name_node *own = &n->nodes.v[claim->own_node];

	/* What joined the two is kept at the lesser. */
	if (v->reason == NAME_ALONE)
		v = own;
	if (v->reason == NAME_ALONE ||
		(str_eq(n->nodes.v[claim->node].key, own->key) &&
			v->reason != NAME_BY_READER)) {
		buf_add(out, str_from_c(difference(claim->name, claim->own)));
		return;
	}
	buf_add(out, str_from_c(message(reasons[v->reason])));
	if (v->scope == NAME_BY_ROLE)
		buf_add_f(out, _("; both “%.*s”"),
			STR_ARG(store_str(n->store, v->role)));
	else
		buf_add(out, str_from_c(message(scopes[v->scope])));
}
