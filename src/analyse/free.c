#include "free.h"

#include "grammar.h"

/* The mood leaves hardly another speaker; that somebody else began to speak
 * would be said. */
#define SURE_FREE 90

static bool has_mood(const struct work *w, struct span s)
{
	bool mood = false;

	for (uint32_t i = s.first; i < s.end; i++) {
		if (in_quoted(w, i) || in_list(w, i, LEX_spoken))
			return false;
		mood |= in_list(w, i, LEX_reportive) && !is_capital(w, i);
	}
	return mood;
}

bool report_free(
	struct work *w, const struct sentence *s, const struct carry *c)
{
	struct speaker who = c->cue;
	struct span said = s->span;

	if (w->a->speech.cues.n > 0 || !who.mention.end || !has_mood(w, said))
		return false;
	while (said.first < said.end && is_kind(w, said.end - 1, TOKEN_PUNCT))
		said.end--;
	who.confidence = both_sure(who.confidence, SURE_FREE);
	emit_quote(w, said, QUOTE_REPORTED, &who);
	return true;
}
