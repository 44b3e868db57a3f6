#include "name_reason.h"

#include "dateline/text/fold.h"

static const char *const reasons[] = {
	[NAME_ALONE] = "same name",
	[NAME_BY_READER] = "merged by you",
	[NAME_SPACE] = "same name but for a space",
	[NAME_MIDDLE] = "same name but for what stands in the middle",
	[NAME_END] = "the end of the full name",
	[NAME_FRONT] = "the front of the full name",
	[NAME_INITIAL] = "an initial for the first name",
	[NAME_LETTER] = "same name but for a letter",
	[NAME_SUFFIX] = "same name but for what follows the surname",
	[NAME_SHORT] = "short for the first name",
	[NAME_GIVEN] = "another form of the first name",
	[NAME_SURNAME] = "same surname",
	[NAME_FIRST] = "same first name",
	[NAME_SAME] = "same name",
};

static const char *const scopes[] = {
	[NAME_NOWHERE] = "",
	[NAME_IN_ROUND] = "; in the same round",
	[NAME_IN_STORYLINE] = "; in the same storyline",
	[NAME_BY_ROLE] = "; both “",
	[NAME_IN_ARCHIVE] = "; nobody else bears it",
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
	const char *what = "same name, written otherwise";

	fold(&x, a, true);
	fold(&y, b, true);
	if (str_eq(buf_str(&x), buf_str(&y)))
		what = "same name but for a hyphen";
	fold(&x, a, false);
	fold(&y, b, false);
	if (str_eq(buf_str(&x), buf_str(&y)))
		what = str_eq_nocase(a, b) ? "same name but for capitals"
					   : "same name but for accents";
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
	buf_add(out, str_from_c(reasons[v->reason]));
	buf_add(out, str_from_c(scopes[v->scope]));
	if (v->scope == NAME_BY_ROLE)
		buf_add_f(out, "%.*s”", STR_ARG(store_str(n->store, v->role)));
}
