#include "cues.h"

#include "bracket.h"
#include "grammar.h"
#include "sources.h"
#include "subject.h"

static bool is_noun_before(const struct work *w, uint32_t i)
{
	return in_list(w, i, LEX_article) || is_possessive(w, i) ||
	       (in_list(w, i, LEX_det) && !in_list(w, i, LEX_plural)) ||
	       (in_list(w, i, LEX_prep) && !is_function(w, i, FN_AS));
}

static bool is_verbal_before(const struct work *w, uint32_t i)
{
	return in_list(w, i, LEX_subj) || is_function(w, i, FN_RELATIVE) ||
	       is_adverb(w, i) || is_auxiliary(w, i) ||
	       is_function(w, i, FN_INFINITIVE) || is_function(w, i, FN_COORD);
}

/* True when the form of the verb is its base: "state", not "stated". */
static bool is_base_form(const struct work *w, uint32_t v)
{
	const char *lemma = w->a->tokens.lex->verbs[tok(w, v)->verb - 1].lemma;

	return str_eq_nocase(token_str(&w->a->tokens, v), str_from_c(lemma)) &&
	       !in_list(w, v, LEX_same_past);
}

/* "claims" after `i`: a verb only when what may be its subject is singular. */
static bool may_be_subject(const struct work *w, uint32_t floor, uint32_t i)
{
	if (is_capital(w, i) || in_list(w, i, LEX_role) ||
		in_list(w, i, LEX_stmt) || in_list(w, i, LEX_orgword) ||
		is_kind(w, i, TOKEN_PUNCT) || quoted_of(w, i))
		return true;
	for (uint32_t k = i; k > floor && i - k < 6; k--) {
		if (in_list(w, k - 1, LEX_article))
			return true;
		if (!is_kind(w, k - 1, TOKEN_WORD))
			return false;
	}
	return false;
}

/* "helped him |write": a base form after a singular is no finite verb. */
static bool is_bare_form(const struct work *w, uint32_t floor, uint32_t v)
{
	if (v == floor || !is_base_form(w, v) || !is_kind(w, v - 1, TOKEN_WORD))
		return false;
	return !is_verbal_before(w, v - 1) && !is_plural(w, v - 1) &&
	       !in_list(w, v - 1, LEX_timew) && !is_capital(w, v - 1) &&
	       !in_list(w, v - 1, LEX_det) && !in_list(w, v - 1, LEX_gpe);
}

/*
 * A word that may be noun or verb: a noun after an article, a possessive or a
 * preposition, with an adjective between or not, and before "of"; in its base
 * form a verb only after a plural, in -s only after a singular.
 */
static bool is_noun(const struct work *w, uint32_t floor, uint32_t v)
{
	if (!in_list(w, v, LEX_ambig_noun))
		return is_bare_form(w, floor, v);
	if (is_auxiliary(w, v + 1))
		return true;
	if (v == floor || is_function(w, v + 1, FN_GENITIVE) ||
		is_possessive(w, v + 1))
		return true;
	if (is_verbal_before(w, v - 1))
		return false;
	if (is_noun_before(w, v - 1))
		return true;
	if (v > floor + 1 && is_noun_before(w, v - 2) &&
		!in_list(w, v - 1, LEX_role) && !is_capital(w, v - 1) &&
		!is_plural(w, v - 1) && is_base_form(w, v))
		return true;
	if (is_base_form(w, v))
		return !is_plural(w, v - 1) && !is_kind(w, v - 1, TOKEN_PUNCT);
	return has_ending(w, v, ENDING_PRESENT) &&
	       !may_be_subject(w, floor, v - 1);
}

/* True when a form of "be" stands before the verb, adverbs aside. */
static bool after_be(const struct work *w, uint32_t floor, uint32_t v)
{
	uint32_t i = v;

	while (i > floor && is_adverb(w, i - 1))
		i--;
	return i > floor && is_function(w, i - 1, FN_BE) &&
	       !is_possessive(w, i - 1) &&
	       !(i > floor + 1 && is_function(w, i - 2, FN_REFLEXIVE));
}

/* "has since said": a conjunction or preposition used as an adverb. */
static bool is_since(const struct work *w, uint32_t floor, uint32_t i)
{
	return i > floor && in_list(w, i, LEX_prep) && is_auxiliary(w, i - 1) &&
	       !is_function(w, i - 1, FN_BE);
}

/* The start of the verb's words: auxiliaries and adverbs before it. */
static uint32_t words_start(const struct work *w, uint32_t floor, uint32_t v)
{
	uint32_t i = v;

	while (i > floor && !quoted_of(w, i - 1) &&
		(is_since(w, floor, i - 1) || is_adverb(w, i - 1) ||
			is_auxiliary(w, i - 1) ||
			in_list(w, i - 1, LEX_days)) &&
		!(tok(w, i)->flags & TOKEN_SENTENCE))
		i--;
	return i;
}

static bool form_of(
	const struct work *w, uint32_t floor, uint32_t v, uint8_t *form)
{
	bool ing = has_ending(w, v, ENDING_GERUND);

	if (after_be(w, floor, v)) {
		*form = ing ? CUE_FINITE : CUE_PASSIVE;
		return true;
	}
	if (ing) {
		*form = CUE_GERUND;
		return true;
	}
	if (v > floor && is_function(w, v - 1, FN_INFINITIVE)) {
		*form = CUE_INFINITIVE;
		return true;
	}
	*form = CUE_FINITE;
	/* "le projet |annoncé|": a participle with nothing to complete it */
	if (has_ending(w, v, ENDING_PARTICIPLE) &&
		!(v > floor && is_auxiliary(w, words_start(w, floor, v))))
		return false;
	/* "the reported attack" */
	return !(v > floor && in_list(w, v - 1, LEX_article));
}

static uint32_t words_end(const struct work *w, uint32_t v)
{
	uint32_t i = v + 1;

	if (in_list(w, i, LEX_verb_particle) &&
		(quoted_of(w, i + 1) || in_list(w, i + 1, LEX_complement) ||
			is_kind(w, i + 1, TOKEN_PUNCT)))
		i++;
	return i;
}

/* The subject of the cue before, or of the sentence. */
static bool inherit(struct work *w, const struct sentence *s, struct cue *c)
{
	struct speech *sp = &w->a->speech;

	c->inherited = true;
	if (sp->cues.n) {
		const struct cue *before = &sp->cues.v[sp->cues.n - 1];

		if (before->form == CUE_FINITE && !before->inherited) {
			c->subject = before->subject;
			return true;
		}
	}
	return clause_subject(w, s->span.first, c->words.first, &c->subject);
}

/* What comes before an inverted verb: marks, or a clause and its comma. */
static bool stands_after_content(
	const struct work *w, uint32_t floor, uint32_t first)
{
	if (first == floor)
		return false;
	if (quoted_of(w, first - 1))
		return true;
	return is_punct(w, first - 1, ',') || is_dash(w, first - 1);
}

/* "host of “Morning Joe,” |suggested": the marks hold a title. */
static bool after_title(const struct work *w, uint32_t first)
{
	const struct quoted *q = first ? quoted_of(w, first - 1) : NULL;

	return q && is_title(w, q);
}

/* True when the words after a comma have a verb of their own. */
static bool is_main_clause(const struct work *w, uint32_t comma, uint32_t end)
{
	if (is_function(w, comma + 1, FN_RELATIVE) ||
		has_ending(w, comma + 1, ENDING_GERUND))
		return false;
	for (uint32_t i = comma + 1; i < end; i++)
		if (!quoted_of(w, i) && is_auxiliary(w, i))
			return true;
	return false;
}

/* True when the comma before the verb ends an aside to a subject. */
static bool has_subject_before(
	const struct work *w, uint32_t floor, uint32_t first)
{
	struct span subject;

	if (after_title(w, first))
		return true;
	if (!is_punct(w, first - 1, ','))
		return false;
	if (!subject_before(w, floor, first, &subject) ||
		is_main_clause(w, subject.end, first))
		return false;
	return subject.first == floor || quoted_of(w, subject.first - 1) ||
	       is_punct(w, subject.first - 1, ',') ||
	       name_of(w, subject.end - 1);
}

/* "comme l'a |souligné X", "según |explicó X": the token that compares. */
static uint32_t comparison(const struct work *w, uint32_t floor, uint32_t first)
{
	uint32_t i = first;

	if (i > floor && in_list(w, i - 1, LEX_elision))
		i--;
	return i > floor && (is_function(w, i - 1, FN_AS) ||
				    is_function(w, i - 1, FN_ACCORDING))
		       ? i - 1
		       : NONE;
}

/* The source of "as X said" stands behind the verb. */
static bool try_compared(
	const struct work *w, const struct sentence *s, struct cue *c)
{
	uint32_t as = comparison(w, s->span.first, c->words.first);

	if (as == NONE || c->form != CUE_FINITE || !(c->frames & FRAME_THAT) ||
		!subject_after(w, c->words.end, s->span.end, &c->subject))
		return false;
	c->words.first = as;
	c->form = CUE_ACCORDING;
	return c->inverted = true;
}

static bool try_inverted(
	const struct work *w, const struct sentence *s, struct cue *c)
{
	uint32_t first = c->words.first, floor = s->span.first, next;
	bool marked = first > floor &&
		      (quoted_of(w, first - 1) ||
			      (first > floor + 1 && quoted_of(w, first - 2)));

	if (c->form != CUE_FINITE || !(c->frames & FRAME_QUOTE) ||
		!stands_after_content(w, floor, first))
		return false;
	if (!marked &&
		((c->frames & FRAME_ADDRESSEE) || !(c->frames & FRAME_THAT)))
		return false;
	if (!subject_after(w, c->words.end, s->span.end, &c->subject))
		return false;
	next = c->subject.end;
	if (has_trait(w, TRAIT_VERB_SECOND))
		return c->inverted = true;
	if (next >= s->span.end || is_stop(w, next) ||
		(is_punct(w, next, ',') && name_of(w, next - 1) &&
			!(c->frames & FRAME_OBJECT)))
		return c->inverted = true;
	c->inverted = is_punct(w, next, ',') || in_list(w, next, LEX_prep) ||
		      is_function(w, next, FN_RELATIVE) ||
		      in_list(w, next, LEX_days) ||
		      (marked && !is_auxiliary(w, next));
	if (c->inverted && (!marked || after_title(w, first)) &&
		has_subject_before(w, floor, first))
		c->inverted = false;
	return c->inverted;
}

static bool find_passive_doer(
	const struct work *w, const struct sentence *s, struct cue *c)
{
	for (uint32_t i = c->words.end; i < s->span.end && i - c->words.end < 8;
		i++) {
		if (quoted_of(w, i) || is_kind(w, i, TOKEN_PUNCT))
			return false;
		if (is_function(w, i, FN_AGENT)) {
			c->words.end = i + 1;
			return subject_after(
				w, i + 1, s->span.end, &c->subject);
		}
	}
	return false;
}

/* "with |Anna Smith| chanting": a subject right before the gerund. */
static bool gerund_subject(
	const struct work *w, uint32_t floor, uint32_t first, struct cue *c)
{
	const struct name *n = first > floor ? name_of(w, first - 1) : NULL;

	if (n && n->title > floor && in_list(w, n->title - 1, LEX_prep)) {
		c->subject = (struct span){ n->title, first };
		return true;
	}
	return false;
}

/* Behind the verb, or in the verb alone, in a language that has it so. */
static bool subject_elsewhere(
	const struct work *w, const struct sentence *s, struct cue *c)
{
	if (c->form != CUE_FINITE)
		return false;
	if (has_trait(w, TRAIT_VERB_SECOND))
		return c->inverted = subject_after(
			       w, c->words.end, s->span.end, &c->subject);
	if (!has_trait(w, TRAIT_PRO_DROP))
		return false;
	c->subject = (struct span){ c->verb, c->verb + 1 };
	return true;
}

static bool find_subject(
	struct work *w, const struct sentence *s, struct cue *c)
{
	uint32_t first = c->words.first, floor = s->span.first;

	if (c->form == CUE_PASSIVE)
		return find_passive_doer(w, s, c);
	if (c->close && c->inverted)
		return true;
	if (try_compared(w, s, c) || try_inverted(w, s, c))
		return true;
	if (c->form == CUE_GERUND && gerund_subject(w, floor, first, c))
		return true;
	if (c->form == CUE_INFINITIVE || c->form == CUE_GERUND)
		return inherit(w, s, c);
	if (first > floor && is_function(w, first - 1, FN_COORD))
		return inherit(w, s, c);
	if (first > floor && subject_before(w, floor, first, &c->subject))
		return true;
	return subject_elsewhere(w, s, c);
}

static void add_verb(struct work *w, const struct sentence *s, uint32_t v)
{
	uint32_t floor = s->span.first;
	struct cue c = { .verb = v };

	if (is_capital(w, v) && v != floor)
		return;
	c.frames = w->a->tokens.lex->verbs[tok(w, v)->verb - 1].frames;
	if (find_bracket(w, s, &c)) {
		if (c.form != CUE_FINITE)
			return;
	} else if (is_noun(w, floor, v) || !form_of(w, floor, v, &c.form)) {
		return;
	} else {
		c.words = (struct span){ words_start(w, floor, v),
			words_end(w, v) };
	}
	if (find_subject(w, s, &c))
		*vec_push(&w->a->speech.cues) = c;
}

void find_cues(struct work *w, const struct sentence *s)
{
	w->a->speech.cues.n = 0;
	for (uint32_t i = s->span.first; i < s->span.end;) {
		const struct quoted *q = quoted_of(w, i);

		if (q) {
			i = q->after;
			continue;
		}
		add_source(w, s, i);
		if (tok(w, i)->verb && is_kind(w, i, TOKEN_WORD))
			add_verb(w, s, i);
		i++;
	}
}
