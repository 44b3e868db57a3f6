#include "stated.h"

#include "grammar.h"

/* Words from a statement's noun to the marks, and from its owner to it. */
#define NOUN_MAX 6
#define OWNER_MAX 3

/* The owner of a noun, right before it: "|his |old promise", "|Smith|’s". */
static bool owner_of_noun(
	const struct work *w, uint32_t floor, uint32_t noun, struct span *owner)
{
	for (uint32_t i = noun; i > floor && noun - i < OWNER_MAX; i--) {
		const struct name *n = i > 1 && is_possessive(w, i - 1)
					       ? name_of(w, i - 2)
					       : NULL;

		if (n) {
			*owner = (struct span){ n->title, n->span.end };
			return true;
		}
		if (in_list(w, i - 1, LEX_pron) &&
			!in_list(w, i - 1, LEX_subj)) {
			*owner = (struct span){ i - 1, i };
			return true;
		}
		if (!is_kind(w, i - 1, TOKEN_WORD) ||
			in_list(w, i - 1, LEX_prep))
			return false;
	}
	return false;
}

/* The first token from i on that is no word: "“neutral” in the talks|," */
static uint32_t clause_rest(const struct work *w, uint32_t i, uint32_t end)
{
	while (i < end && is_kind(w, i, TOKEN_WORD) && !in_quoted(w, i) &&
		!is_function(w, i, FN_COORD))
		i++;
	return i;
}

bool find_stated(const struct work *w, const struct quoted *q,
	const struct sentence *s, struct stated *out)
{
	uint32_t end = s->span.end;

	for (uint32_t i = q->open; i > s->span.first && q->open - i < NOUN_MAX;
		i--) {
		if (!is_kind(w, i - 1, TOKEN_WORD) || in_quoted(w, i - 1))
			return false;
		if (!in_list(w, i - 1, LEX_stmt))
			continue;
		out->said = q->inner;
		if (is_function(w, i, FN_INFINITIVE) ||
			in_list(w, i, LEX_complement))
			out->said = (struct span){ i,
				clause_rest(w, q->after, end) };
		return owner_of_noun(w, s->span.first, i - 1, &out->owner);
	}
	return false;
}
