#include "statement.h"

#include "gap.h"

/* Words of an object that are no statement yet: "described the night". */
#define OBJECT_MAX 4

/* "said when …", "said where …" rather place the speech than give it. */
static bool is_circumstance_word(const struct work *w, uint32_t i)
{
	return in_list(w, i, LEX_subordinator) &&
	       !is_function(w, i, FN_CONDITION);
}

bool is_reported(
	const struct work *w, struct span s, const struct cue *c, bool around)
{
	if (c->form == CUE_ACCORDING)
		return (c->frames & FRAME_THAT) != 0;
	if (c->frames & FRAME_THOUGHT)
		return false;
	if (c->frames & FRAME_QUESTION)
		return find_question(w, s.first, s.end) == s.first;
	if (in_list(w, s.first, LEX_complement) &&
		(c->frames & (FRAME_THAT | FRAME_CLAUSE)))
		return around || !is_circumstance_word(w, s.first);
	if ((c->frames & FRAME_CLAUSE) && has_verb(w, s))
		return true;
	/* "a club called Harbour": a name, nothing said */
	if (is_function(w, c->subject.first, FN_INDEFINITE) &&
		is_capital(w, s.first))
		return false;
	/* "described the night:" only introduces what comes next. */
	return (c->frames & FRAME_OBJECT_SAID) && c->form != CUE_INFINITIVE &&
	       !is_punct(w, s.end, ':');
}

/* Without the relative clause at its end: "the paper |that he reads". */
static struct span without_relative(const struct work *w, struct span s)
{
	for (uint32_t i = s.first + 1; i < s.end; i++)
		if (is_function(w, i, FN_RELATIVE))
			return (struct span){ s.first, i };
	return s;
}

/* "a bill |taxing| boats", behind a verb that takes it "supporters |to| run".
 */
static bool any_verbal(const struct work *w, struct span s, const struct cue *c)
{
	for (uint32_t i = s.first; i < s.end; i++)
		if (has_ending(w, i, ENDING_GERUND) ||
			((c->frames & FRAME_TO) &&
				is_function(w, i, FN_INFINITIVE)))
			return true;
	return false;
}

bool is_statement(const struct work *w, struct span s, const struct cue *c)
{
	struct span own;

	if (c->form == CUE_ACCORDING && !(c->frames & FRAME_THAT))
		return false;
	if (in_list(w, s.first, LEX_complement))
		return true;
	if (is_function(w, s.first, FN_INFINITIVE))
		return (c->frames & FRAME_TO) != 0;
	own = (c->frames & FRAME_THAT) ? without_relative(w, s) : s;
	if (has_verb(w, own))
		return true;
	return ((c->frames & FRAME_OBJECT) || any_verbal(w, own, c)) &&
	       count_words(w, own) > OBJECT_MAX;
}
