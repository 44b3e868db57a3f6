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
	COST_PROMINENT = 15 /* two sentences, a paragraph */
};

static const uint32_t cost_as[SEEN_AS] = {
	[SEEN_MAIN] = 0,
	[SEEN_SPEAKER] = 2,
	[SEEN_SUBJECT] = 8,
	[SEEN_NAMED] = 20,
};

void people_advance(struct work *w, bool opens)
{
	struct people *p = w->a->speech.people;

	p->now.sentence++;
	p->now.paragraph += opens;
}

void people_seen(struct work *w, uint32_t person, uint32_t token)
{
	struct people *p = w->a->speech.people;
	size_t k = 0;

	if (p->facts.v[person].since == NONE)
		p->facts.v[person].since = p->now.sentence;
	p->facts.v[person].named = token;
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
	struct people *p = w->a->speech.people;

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
	return p->kind == PERSON_ORG || p->kind == PERSON_PLACE;
}

static uint32_t cost_of(const struct work *w, uint32_t id)
{
	const struct people *p = w->a->speech.people;
	const struct facts *f = &p->facts.v[id];
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
	if (!w->out->persons.v[id].gender)
		best += COST_NO_GENDER;
	if (!f->full && f->seen[SEEN_SPEAKER].sentence == NONE &&
		w->out->persons.v[id].kind == PERSON_HUMAN)
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

struct referent people_pronoun(struct work *w, uint32_t token)
{
	const struct people *p = w->a->speech.people;
	struct referent r = { .person = PERSON_NONE };
	uint32_t best = COST_MAX, second = COST_MAX;

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
	r.clear = second >= best + CLEAR_MARGIN;
	if (r.person != PERSON_NONE && second >= best + LEARN_MARGIN)
		learn_gender(w, r.person, token);
	return r;
}

uint32_t people_prominent(const struct work *w)
{
	const struct people *p = w->a->speech.people;
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
