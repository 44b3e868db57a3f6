#include "sources.h"

#include "grammar.h"
#include "subject.h"

static void add_cue(struct work *w, struct cue c)
{
	c.form = CUE_ACCORDING;
	*vec_push(&w->a->speech.cues) = c;
}

/* The source stands behind words that need nothing else. */
static void add_before(
	struct work *w, const struct sentence *s, struct span words)
{
	struct cue c = { .verb = words.first,
		.words = words,
		.frames = FRAME_QUOTE | FRAME_THAT,
		.inverted = true };

	if (subject_after(w, words.end, s->span.end, &c.subject))
		add_cue(w, c);
}

/* "dem Gutachten |zufolge|" */
static void add_behind(struct work *w, const struct sentence *s, uint32_t i)
{
	struct cue c = { .verb = i,
		.words = { i, i + 1 },
		.frames = FRAME_QUOTE | FRAME_THAT };

	if (subject_before(w, s->span.first, i, &c.subject))
		add_cue(w, c);
}

/*
 * A noun that with its preposition means "according to": "nach Angaben der
 * Polizei", "d'après X"; with a possessive for the source: "a su juicio",
 * "seiner Ansicht nach".
 */
static void add_noun(struct work *w, const struct sentence *s, uint32_t i)
{
	uint32_t floor = s->span.first, first = i;
	struct cue c = {
		.verb = i, .frames = FRAME_QUOTE | FRAME_THAT, .inverted = true
	};
	bool own = i > floor && in_list(w, i - 1, LEX_pron);

	if (i > floor && (own || in_list(w, i - 1, LEX_article)))
		first--;
	if (first > floor && in_list(w, first - 1, LEX_prep))
		first--;
	else if (!own || !in_list(w, i + 1, LEX_prep))
		return;
	if (own) {
		c.words = (struct span){ first, i + 1 };
		c.words.end += !in_list(w, first, LEX_prep);
		c.subject = (struct span){ i - 1, i };
		c.inverted = false;
		add_cue(w, c);
		return;
	}
	/* "están de acuerdo con" */
	if (first > floor && is_auxiliary(w, first - 1))
		return;
	add_before(w, s,
		(struct span){ first, i + 1 + in_list(w, i + 1, LEX_prep) });
}

/* "in the |words of X|, “…”" */
static void add_wording(struct work *w, const struct sentence *s, uint32_t i)
{
	struct cue c = { .verb = i, .frames = FRAME_QUOTE, .inverted = true };
	uint32_t first = i;

	if (i > s->span.first && in_list(w, i - 1, LEX_article))
		first--;
	if (first == s->span.first || !in_list(w, first - 1, LEX_prep) ||
		!is_function(w, i + 1, FN_GENITIVE))
		return;
	c.words = (struct span){ first - 1, i + 2 };
	if (subject_after(w, i + 2, s->span.end, &c.subject))
		add_cue(w, c);
}

/* ", |so Voss|, " between a comma and the end of the clause. */
static void add_so(struct work *w, const struct sentence *s, uint32_t i)
{
	uint32_t before = i - 1;

	if (i == s->span.first || !is_kind(w, i + 1, TOKEN_WORD) ||
		!(is_capital(w, i + 1) || in_list(w, i + 1, LEX_det)))
		return;
	if (is_punct(w, before, ',') || in_quoted(w, before))
		add_before(w, s, (struct span){ i, i + 1 });
}

/* "|Pour Voss|, « … »": whose view it is, in front of the sentence. */
static void add_view(struct work *w, const struct sentence *s, uint32_t i)
{
	const struct name *n = name_of(w, i + 1);

	if (i == s->span.first && n && n->title == i + 1 &&
		n->span.end < s->span.end && is_punct(w, n->span.end, ',') &&
		w->out->persons.v[n->person].kind == PERSON_HUMAN)
		add_cue(w, (struct cue){ .verb = i,
				   .words = { i, i + 1 },
				   .subject = { n->title, n->span.end },
				   .frames = FRAME_QUOTE,
				   .inverted = true });
}

void add_source(struct work *w, const struct sentence *s, uint32_t i)
{
	uint64_t lists = tok(w, i)->lists;

	if (!(lists & (LEX_BIT(LEX_quotative) | LEX_BIT(LEX_function))))
		return;
	if (lists & LEX_BIT(LEX_quotative))
		add_so(w, s, i);
	if (!(lists & LEX_BIT(LEX_function)))
		return;
	switch (tok(w, i)->value) {
	case FN_ACCORDING:
		add_before(w, s, (struct span){ i, i + 1 });
		break;
	case FN_ACCORDING_TO:
		if (is_function(w, i + 1, FN_INFINITIVE))
			add_before(w, s, (struct span){ i, i + 2 });
		break;
	case FN_ACCORDING_BEHIND:
		add_behind(w, s, i);
		break;
	case FN_SOURCE:
		add_noun(w, s, i);
		break;
	case FN_WORDING:
		add_wording(w, s, i);
		break;
	case FN_VIEW:
		add_view(w, s, i);
		break;
	default:
		break;
	}
}
