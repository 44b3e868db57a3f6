#include "cues.h"

#include "bracket.h"
#include "gap.h"
#include "phrase.h"
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

/* "voters from the valley |say they …": a plural further back, a clause after.
 */
static bool is_reported_by_many(
	const struct work *w, uint32_t floor, uint32_t v)
{
	if (!opens_clause(w, v + 1))
		return false;
	for (uint32_t i = v; i > floor && v - i < 12; i--) {
		if (is_kind(w, i - 1, TOKEN_PUNCT))
			return false;
		if (is_plural(w, i - 1))
			return true;
	}
	return false;
}

/* "helped him |write": a base form after a singular is no finite verb. */
static bool is_bare_form(const struct work *w, uint32_t floor, uint32_t v)
{
	if (v == floor || !is_base_form(w, v) || !is_kind(w, v - 1, TOKEN_WORD))
		return false;
	if (is_reported_by_many(w, floor, v))
		return false;
	return !is_verbal_before(w, v - 1) && !is_plural(w, v - 1) &&
	       !is_kind(w, v - 1, TOKEN_NUMBER) &&
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
	/* "their first |direct talks" */
	if (v > floor + 1 && is_adverb(w, v - 1) &&
		(wants_noun(w, v - 2) || is_possessive(w, v - 2)))
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
	/* "the |reported| attack", "Voss’s |proposed| levy" */
	return !(v > floor && (in_list(w, v - 1, LEX_article) ||
				      (has_ending(w, v, ENDING_PAST) &&
					      is_possessive(w, v - 1))));
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

/* "wrote the agents |knew …": the verb of what another verb reports. */
static bool is_inside(const struct cue *outer, const struct cue *c)
{
	uint32_t end = cue_end(outer);

	return (outer->frames & FRAME_THAT) && outer->form == CUE_FINITE &&
	       !outer->inherited && c->subject.first >= end &&
	       c->subject.first - end < 3;
}

/* The cue before that may share its subject with c, or NULL. */
static const struct cue *sharing(const struct work *w, const struct cue *c)
{
	const struct speech *sp = &w->a->speech;
	const struct cue *before;

	if (sp->cues.n == 0)
		return NULL;
	before = &sp->cues.v[sp->cues.n - 1];
	if (before->inherited || before->subject.first == before->subject.end)
		return NULL;
	if (before->form == CUE_GERUND)
		return is_function(w, c->words.first - 1, FN_COORD) ? before
								    : NULL;
	if (before->form != CUE_FINITE)
		return NULL;
	if (is_punct(w, c->words.first - 1, ',') && sp->cues.n > 1 &&
		is_inside(before - 1, before))
		before--;
	return before;
}

/* The subject of the cue before, of a clause after it, or of the sentence. */
static bool inherit(struct work *w, const struct sentence *s, struct cue *c)
{
	const struct cue *before = sharing(w, c);

	c->inherited = true;
	if (before) {
		c->subject = before->subject;
		if (!(before->frames & FRAME_THAT))
			later_subject(
				w, before->verb, c->words.first, &c->subject);
		return true;
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
static bool after_title(const struct work *w, uint32_t floor, uint32_t first)
{
	const struct quoted *q = first ? quoted_of(w, first - 1) : NULL;

	return q && q->open > floor && is_title(w, q);
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

	if (after_title(w, floor, first))
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

/* The verb stands where an inverted one does: behind marks, or what it may
 * report without them. */
static bool may_be_inverted(
	const struct work *w, uint32_t floor, const struct cue *c, bool marked)
{
	if (c->form != CUE_FINITE || !(c->frames & FRAME_QUOTE) ||
		!stands_after_content(w, floor, c->words.first))
		return false;
	return marked ||
	       (!(c->frames & FRAME_ADDRESSEE) && (c->frames & FRAME_THAT));
}

/* What follows leaves no doubt: the sentence's end, or an aside to a name. */
static bool ends_behind_subject(
	const struct work *w, const struct sentence *s, const struct cue *c)
{
	uint32_t next = c->subject.end;

	return next >= s->span.end || is_stop(w, next) ||
	       (is_punct(w, next, ',') && name_of(w, next - 1) &&
		       !(c->frames & FRAME_OBJECT));
}

static bool try_inverted(
	const struct work *w, const struct sentence *s, struct cue *c)
{
	uint32_t first = c->words.first, floor = s->span.first, next;
	bool marked = first > floor &&
		      (quoted_of(w, first - 1) ||
			      (first > floor + 1 && quoted_of(w, first - 2)));

	if (!may_be_inverted(w, floor, c, marked) ||
		!subject_after(w, c->words.end, s->span.end, &c->subject) ||
		(!marked && !is_noun_phrase(w, c->subject)))
		return false;
	if (has_trait(w, TRAIT_VERB_SECOND) || ends_behind_subject(w, s, c))
		return c->inverted = true;
	if (takes_object(c))
		return false;
	next = c->subject.end;
	c->inverted = is_punct(w, next, ',') || in_list(w, next, LEX_prep) ||
		      is_function(w, next, FN_RELATIVE) ||
		      in_list(w, next, LEX_days) ||
		      (marked && !is_auxiliary(w, next));
	if (c->inverted && (!marked || after_title(w, floor, first)) &&
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

/* Words from "with" to the gerund that it lets do something. */
#define WITH_MAX 8

static bool is_human(const struct work *w, const struct name *n)
{
	return w->out->persons.v[n->person].kind == PERSON_HUMAN;
}

/* "Smith saying so and |Jones| calling it that" */
static bool joins_gerunds(const struct work *w, const struct name *n)
{
	const struct speech *sp = &w->a->speech;

	return is_function(w, n->title - 1, FN_COORD) && sp->cues.n &&
	       sp->cues.v[sp->cues.n - 1].form == CUE_GERUND &&
	       !sp->cues.v[sp->cues.n - 1].inherited;
}

/*
 * "with |a crowd of sailors| chanting", "– |Anna Smith| saying", "footage of
 * |Smith| saying", but not "on Facebook saying": a subject right before the
 * gerund.
 */
static bool gerund_subject(
	const struct work *w, uint32_t floor, uint32_t first, struct cue *c)
{
	const struct name *n = first > floor ? name_of(w, first - 1) : NULL;

	if (n && n->title > floor &&
		(is_dash(w, n->title - 1) || joins_gerunds(w, n) ||
			(in_list(w, n->title - 1, LEX_prep) &&
				is_human(w, n)))) {
		c->subject = (struct span){ n->title, first };
		return true;
	}
	for (uint32_t i = first; i > floor && first - i < WITH_MAX; i--) {
		if (is_function(w, i - 1, FN_WITH)) {
			c->subject = (struct span){ i, first };
			return i < first;
		}
		if (!is_kind(w, i - 1, TOKEN_WORD) && !is_punct(w, i - 1, '.'))
			return false;
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

/* "called the two long |reports": what an object verb governs does nothing. */
static bool is_object(const struct work *w, uint32_t floor, uint32_t first)
{
	const struct token *t = tok(w, first > 0 ? first - 1 : 0);
	uint32_t frames;

	if (first <= floor || t->kind != TOKEN_WORD || !t->verb ||
		in_list(w, first, LEX_subj))
		return false;
	frames = w->a->tokens.lex->verbs[t->verb - 1].frames;
	return (frames & FRAME_OBJECT) && !(frames & FRAME_THAT) &&
	       !token_in(t, LEX_ambig_noun);
}

/* "claiming |that …": no phrase that does something. */
static bool is_gerund(const struct work *w, struct span subject)
{
	return subject.end - subject.first == 1 &&
	       !is_capital(w, subject.first) &&
	       has_ending(w, subject.first, ENDING_GERUND);
}

/*
 * "a book |called “…”", "a squad |known as “…”": a participle that names a
 * thing and reports nothing said.
 */
static bool is_naming(const struct work *w, const struct cue *c)
{
	uint32_t i = c->words.end;
	bool indefinite = false;

	if ((c->frames & FRAME_THAT) || !has_ending(w, c->verb, ENDING_PAST))
		return false;
	i += is_function(w, i, FN_AS);
	i += in_list(w, i, LEX_article);
	if (!quoted_of(w, i) || name_of(w, c->subject.end - 1))
		return false;
	for (uint32_t k = c->subject.first; k < c->subject.end; k++)
		indefinite = indefinite || is_function(w, k, FN_INDEFINITE);
	return indefinite;
}

/* "was asked |if …", "When asked |why …": nobody says who asked. */
static bool asked_by_nobody(const struct work *w, uint32_t end, struct cue *c)
{
	if (!(c->frames & FRAME_QUESTION) || is_base_form(w, c->verb) ||
		find_question(w, c->words.end, end) == NONE)
		return false;
	c->subject = (struct span){ c->words.first, c->words.first };
	return true;
}

static bool subject_in_front(
	const struct work *w, uint32_t floor, uint32_t first, struct cue *c)
{
	if (first == floor)
		return false;
	if (subject_before(w, floor, first, &c->subject) &&
		!is_object(w, floor, c->subject.first) &&
		!is_gerund(w, c->subject) && !is_naming(w, c))
		return true;
	/* "People briefed on the talks |said they …" */
	return (c->frames & FRAME_CLAUSE) && opens_clause(w, c->words.end) &&
	       clause_subject(w, floor, first, &c->subject);
}

static bool find_doer(struct work *w, const struct sentence *s, struct cue *c)
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
	return subject_in_front(w, floor, first, c) ||
	       subject_elsewhere(w, s, c);
}

static bool find_subject(
	struct work *w, const struct sentence *s, struct cue *c)
{
	return find_doer(w, s, c) || asked_by_nobody(w, s->span.end, c);
}

/* "Osk |Says Bridge Will Close": a headline, its words of weight in capitals.
 */
static bool in_headline(
	const struct work *w, const struct sentence *s, uint32_t v)
{
	uint32_t first = v - s->span.first > 6 ? v - 6 : s->span.first;
	uint32_t words = 0;

	for (uint32_t i = first; i < s->span.end && i < v + 7; i++) {
		if (!is_kind(w, i, TOKEN_WORD) ||
			tok(w, i)->end - tok(w, i)->start < 4)
			continue;
		if (!is_capital(w, i))
			return false;
		words++;
	}
	return words > 3;
}

static void add_verb(struct work *w, const struct sentence *s, uint32_t v)
{
	uint32_t floor = s->span.first;
	struct cue c = { .verb = v };

	if (is_capital(w, v) && v != floor && !in_headline(w, s, v))
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
