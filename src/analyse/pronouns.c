/*
 * Whom "he", "she" and "they" mean: of those who agree, the one nearest in
 * sentences, where the subject of a sentence outranks its speakers, these the
 * subjects of other clauses, and these who is only named (the ranking of
 * centering: Grosz, Joshi and Weinstein 1995). What is in marks is no part of
 * the writer's text and neither counts as distance nor names anybody.
 */
#include "grammar.h"
#include "people.h"

/* Persons remembered. */
#define RECENT_MAX 24

/* What makes a candidate farther; judged on pronouns of PolNeAR train. */
enum {
	COST_SENTENCE = 6,
	COST_PARAGRAPH = 3,
	COST_NO_GENDER = 4,
	COST_DOUBTFUL = 15, /* perhaps no person at all */
	COST_MAX = 100,
	CLEAR_MARGIN = 4,
	LEARN_MARGIN = 8,
	COST_PROMINENT = 15, /* two sentences, a paragraph */
	COST_NEAR = 12, /* two sentences, or one and a paragraph */
	COST_FAR = 24,
	COST_THING_MAX = 8 /* the sentence before, in the paragraph */
};

/* How often each is right, judged by reading (doc/quotes.md). */
enum {
	SURE_NEAR = 96,
	SURE_BETWEEN = 76,
	SURE_FAR = 75,
	SURE_FARTHEST = 50,
	SURE_GUESSED = 73, /* after a sentence that perhaps was about another */
	SURE_CLOSE = 45,
	SURE_NOBODY = 40
};

static const uint32_t cost_as[SEEN_AS] = {
	[SEEN_MAIN] = 0,
	[SEEN_SPEAKER] = 2,
	[SEEN_SUBJECT] = 8,
	[SEEN_NAMED] = 20,
};

void people_advance(struct work *w, bool opens)
{
	struct cast *p = w->a->speech.people;

	p->now.sentence++;
	p->now.paragraph += opens;
}

void people_seen(struct work *w, uint32_t person, uint32_t token)
{
	struct cast *p = w->a->speech.people;
	size_t k = 0;

	if (p->facts.v[person].since == NONE)
		p->facts.v[person].since = p->now.sentence;
	p->facts.v[person].named = token;
	p->facts.v[person].guessed = false;
	p->facts.v[person].seen[SEEN_NAMED] = p->now;
	while (k < p->recent.n && p->recent.v[k] != person)
		k++;
	if (k == p->recent.n && k < RECENT_MAX) {
		(void)vec_push(&p->recent);
	} else {
		if (k == p->recent.n)
			k = 0;
		memmove(p->recent.v + k, p->recent.v + k + 1,
			(p->recent.n - k - 1) * sizeof *p->recent.v);
	}
	p->recent.v[p->recent.n - 1] = person;
}

void people_acted(struct work *w, uint32_t person, enum seen_as as)
{
	struct cast *p = w->a->speech.people;

	p->facts.v[person].seen[as] = p->now;
}

/* True when person id may be what the pronoun says. */
static bool agrees(const struct work *w, uint32_t id, uint32_t pronoun)
{
	const struct person *p = &w->out->persons.v[id];
	bool one = p->kind == PERSON_HUMAN || p->kind == PERSON_ANONYMOUS;
	bool male = in_list(w, pronoun, LEX_masculine);
	bool female = in_list(w, pronoun, LEX_feminine);

	if (in_list(w, pronoun, LEX_plural))
		return p->kind == PERSON_GROUP || p->kind == PERSON_ORG;
	/* A verb that does without its subject says nothing of it. */
	if (tok(w, pronoun)->verb)
		return one || p->kind == PERSON_ORG;
	if (male || female)
		return one && !(p->gender == 'f' && !female) &&
		       !(p->gender == 'm' && !male);
	return p->kind == PERSON_ORG || p->kind == PERSON_DOCUMENT;
}

static uint32_t cost_of(const struct work *w, uint32_t id)
{
	const struct cast *p = w->a->speech.people;
	const struct facts *f = &p->facts.v[id];
	const struct person *who = &w->out->persons.v[id];
	uint32_t best = COST_MAX;

	for (int i = 0; i < SEEN_AS; i++) {
		uint32_t cost = cost_as[i];

		if (f->seen[i].sentence == NONE)
			continue;
		cost += (p->now.sentence - f->seen[i].sentence) * COST_SENTENCE;
		if (p->now.paragraph != f->seen[i].paragraph)
			cost += COST_PARAGRAPH;
		if (cost < best)
			best = cost;
	}
	if (!who->gender)
		best += COST_NO_GENDER;
	if (f->seen[SEEN_SPEAKER].sentence == NONE && !who->gender &&
		(!f->full || !who->role.p) && who->kind == PERSON_HUMAN)
		best += COST_DOUBTFUL;
	return best;
}

/* "Smith, who |he called …": the antecedent is somebody else. */
static bool is_antecedent(const struct work *w, uint32_t id, uint32_t token)
{
	const struct facts *f = &w->a->speech.people->facts.v[id];

	return token > 0 && is_function(w, token - 1, FN_RELATIVE) &&
	       f->named + 4 > token;
}

/* The pronoun tells the gender of who has it from nothing else. */
static void learn_gender(struct work *w, uint32_t id, uint32_t pronoun)
{
	struct person *p = &w->out->persons.v[id];

	if (p->gender || in_list(w, pronoun, LEX_masculine) ==
				 in_list(w, pronoun, LEX_feminine))
		return;
	if (in_list(w, pronoun, LEX_masculine))
		p->gender = 'm';
	else if (in_list(w, pronoun, LEX_feminine))
		p->gender = 'f';
}

/*
 * "They" and "it" mean things, too, and nothing in particular ("it is hard to
 * say"): only who spoke or was the subject just before is meant by them.
 */
static bool is_near_enough(const struct work *w, uint32_t token, uint32_t cost)
{
	return in_list(w, token, LEX_masculine) ||
	       in_list(w, token, LEX_feminine) || tok(w, token)->verb ||
	       cost <= COST_THING_MAX;
}

/* How likely the nearest is meant, by how far it is and how far the next. */
static uint8_t sure_of(uint32_t cost, uint32_t next)
{
	if (next < cost + CLEAR_MARGIN)
		return SURE_CLOSE;
	if (cost <= COST_NEAR)
		return next >= cost + LEARN_MARGIN ? SURE_NEAR : SURE_BETWEEN;
	return cost <= COST_FAR ? SURE_FAR : SURE_FARTHEST;
}

struct referent people_pronoun(struct work *w, uint32_t token)
{
	const struct cast *p = w->a->speech.people;
	struct referent r = { PERSON_NONE, SURE_NOBODY };
	uint32_t best = COST_MAX, second = COST_MAX;

	if (in_list(w, token, LEX_spoken))
		return r;
	for (size_t i = p->recent.n; i > 0; i--) {
		uint32_t id = p->recent.v[i - 1], cost = cost_of(w, id);

		if (!agrees(w, id, token) || is_antecedent(w, id, token))
			continue;
		if (cost < best) {
			second = best;
			best = cost;
			r.person = id;
		} else if (cost < second) {
			second = cost;
		}
	}
	if (r.person == PERSON_NONE || !is_near_enough(w, token, best))
		return (struct referent){ PERSON_NONE, SURE_NOBODY };
	r.sure = sure_of(best, second);
	if (p->facts.v[r.person].guessed && r.sure > SURE_GUESSED)
		r.sure = SURE_GUESSED;
	if (second >= best + LEARN_MARGIN)
		learn_gender(w, r.person, token);
	return r;
}

uint32_t people_prominent(const struct work *w)
{
	const struct cast *p = w->a->speech.people;
	uint32_t best = COST_MAX, second = COST_MAX, person = PERSON_NONE;

	for (size_t i = p->recent.n; i > 0; i--) {
		uint32_t id = p->recent.v[i - 1], cost = cost_of(w, id);

		if (w->out->persons.v[id].kind != PERSON_HUMAN)
			continue;
		if (cost < best) {
			second = best;
			best = cost;
			person = id;
		} else if (cost < second) {
			second = cost;
		}
	}
	return best <= COST_PROMINENT && second >= best + LEARN_MARGIN
		       ? person
		       : PERSON_NONE;
}
