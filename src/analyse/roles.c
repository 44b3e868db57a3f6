/*
 * Offices and trades beside names: before them ("Iran's ambassador to Iraq
 * Hassan Qomi", "the ambassador, Hassan Qomi") and after them in apposition
 * ("Hassan Qomi, the ambassador to Iraq,").
 */
#include "grammar.h"
#include "people.h"

/* Words an office may take. */
#define ROLE_MAX 14

/* A trade or a title; bodies and papers are nobody's office. */
static bool is_role_word(const struct work *w, uint32_t i)
{
	return (in_list(w, i, LEX_role) || in_list(w, i, LEX_titlecap)) &&
	       !in_list(w, i, LEX_body) && !in_list(w, i, LEX_document);
}

/* True for a word that may stand inside an office's name. */
static bool in_role(const struct work *w, uint32_t i)
{
	if (!is_kind(w, i, TOKEN_WORD))
		return is_possessive(w, i);
	if (is_capital(w, i) && !in_list(w, i, LEX_days))
		return true;
	return !is_plain_verb(w, i) && !in_list(w, i, LEX_subj) &&
	       !is_function(w, i, FN_RELATIVE) &&
	       !in_list(w, i, LEX_complement) && !in_list(w, i, LEX_timew) &&
	       !in_list(w, i, LEX_conj);
}

/* A preposition that ties a place to an office: to, of, for, in. */
static bool in_office(const struct work *w, uint32_t i)
{
	return i > 0 && (is_role_word(w, i - 1) || is_capital(w, i - 1));
}

/* Somebody else with first name and surname, whose office starts no other's. */
static bool is_other(const struct work *w, uint32_t i, uint32_t end)
{
	const struct name *n = name_of(w, i);

	return n && n->first_key && n->span.end < end &&
	       !in_list(w, n->span.end, LEX_role) &&
	       !in_list(w, n->span.first, LEX_gpe) &&
	       (in_list(w, n->span.first, LEX_male) ||
		       in_list(w, n->span.first, LEX_female));
}

/* "Voss quickly |replaced| Minister Falk": no part of his office. */
static bool is_past_verb(const struct work *w, uint32_t i)
{
	return i > 0 && has_ending(w, i, ENDING_PAST) && !is_capital(w, i) &&
	       (is_adverb(w, i - 1) || name_of(w, i - 1));
}

/* The start of the office that ends right before token `end`. */
static uint32_t role_start(const struct work *w, uint32_t end)
{
	uint32_t i = end;

	while (i > 0 && end - i < ROLE_MAX && in_role(w, i - 1) &&
		!quoted_of(w, i - 1) && !is_other(w, i - 1, end) &&
		!is_past_verb(w, i - 1)) {
		bool prep = in_list(w, i - 1, LEX_prep) ||
			    is_function(w, i - 1, FN_INFINITIVE);

		if (in_list(w, i - 1, LEX_det) ||
			(prep && !in_office(w, i - 1)))
			break;
		i--;
		if (tok(w, i)->flags & TOKEN_SENTENCE)
			break;
	}
	while (i < end &&
		(in_list(w, i, LEX_prep) || is_adverb(w, i) ||
			in_list(w, i, LEX_conj) || is_kind(w, i, TOKEN_CLITIC)))
		i++;
	return i;
}

/* Mr., Mrs., Sir: a title that says no office. */
static bool is_courtesy(const struct work *w, uint32_t i)
{
	return !in_list(w, i, LEX_role) &&
	       (in_list(w, i, LEX_masculine) || in_list(w, i, LEX_feminine));
}

/* "to", "of", "for" after an office. */
static bool is_tied(const struct work *w, uint32_t i)
{
	return in_list(w, i, LEX_prep) || is_function(w, i, FN_INFINITIVE) ||
	       is_function(w, i, FN_GENITIVE);
}

/* The last word of what is tied to an office: Iraq, State, defence. */
static bool is_tail(const struct work *w, uint32_t i)
{
	return is_capital(w, i) || in_list(w, i, LEX_oftail);
}

/* "nation’s top diplomat under |President Voss": the last one's office. */
static uint32_t own_role(const struct work *w, struct span s)
{
	bool trade = false;

	for (uint32_t i = s.end; i > s.first; i--) {
		if (trade && is_tied(w, i - 1))
			return i;
		trade |= is_role_word(w, i - 1) &&
			 !in_list(w, i - 1, LEX_oftail);
	}
	return s.first;
}

static bool holds_role(const struct work *w, struct span s)
{
	for (uint32_t i = s.first; i < s.end; i++)
		if (is_role_word(w, i) && !is_plural(w, i) &&
			!is_courtesy(w, i))
			return true;
	return false;
}

/* "the government of |Prime Minister Hassan": the title stands alone. */
static bool after_preposition(const struct work *w, const struct name *n)
{
	return n->title < n->span.first && n->title > 0 &&
	       (in_list(w, n->title - 1, LEX_prep) ||
		       is_function(w, n->title - 1, FN_GENITIVE));
}

/* May be the last word before a name: "governor", "front-runner". */
static bool ends_role(const struct work *w, uint32_t i)
{
	if (is_plural(w, i) || is_courtesy(w, i))
		return false;
	if (is_role_word(w, i))
		return is_capital(w, i) || in_list(w, i, LEX_role);
	return is_kind(w, i, TOKEN_WORD) && !is_capital(w, i) &&
	       !is_tied(w, i) && !is_adverb(w, i) &&
	       !has_ending(w, i, ENDING_PAST) &&
	       !has_ending(w, i, ENDING_GERUND) && !in_list(w, i, LEX_body) &&
	       !in_list(w, i, LEX_document) && !is_plain_verb(w, i);
}

/* ", including |Chancellor Voss", "in naming |fellow envoy Voss" */
static bool is_participle(const struct work *w, uint32_t i)
{
	return i > 0 && !is_capital(w, i) && has_ending(w, i, ENDING_GERUND) &&
	       (is_kind(w, i - 1, TOKEN_PUNCT) ||
		       in_list(w, i - 1, LEX_prep)) &&
	       (is_capital(w, i + 1) || !in_list(w, i + 1, LEX_role));
}

/*
 * An office right before a name, without its courtesies: it ends in a trade or
 * title, or in what ties a place to it ("ambassador to Iraq"). Else the words
 * say something of the name ("spokesman for", "mayor rebuffs"): none.
 */
static struct span cut_role(const struct work *w, struct span s)
{
	const struct span none = { 0, 0 };
	uint32_t end;

	while (s.end > s.first && is_courtesy(w, s.end - 1))
		s.end--;
	for (end = s.end; end > s.first && !ends_role(w, end - 1);)
		end--;
	if (end == s.first ||
		(end < s.end && !(end + 1 < s.end && is_tied(w, end) &&
					is_tail(w, s.end - 1))))
		return none;
	if (end == s.end)
		s.first = own_role(w, s);
	if (is_participle(w, s.first))
		s.first++;
	return holds_role(w, s) ? s : none;
}

static struct span role_before(const struct work *w, const struct name *n)
{
	struct span s = { n->title, n->span.first };

	if (!after_preposition(w, n))
		s.first = role_start(w, n->span.first);
	if (holds_role(w, s))
		return cut_role(w, s);
	if (n->title == n->span.first && n->title > 1 &&
		is_punct(w, n->title - 1, ',')) {
		s = (struct span){ role_start(w, n->title - 1), n->title - 1 };
		if (holds_role(w, s) && s.first > 0 &&
			in_list(w, s.first - 1, LEX_det))
			return s;
	}
	return (struct span){ 0, 0 };
}

/* The apposition after the comma that follows a name. */
static struct span role_after(const struct work *w, const struct name *n)
{
	struct span s = { n->span.end + 1, n->span.end + 1 };

	if (!is_punct(w, n->span.end, ','))
		return (struct span){ 0, 0 };
	if (in_list(w, s.first, LEX_article))
		s.first++;
	s.end = s.first;
	while (s.end < token_count(w) && s.end - s.first < ROLE_MAX &&
		in_role(w, s.end) && !quoted_of(w, s.end))
		s.end++;
	while (s.end > s.first && in_list(w, s.end - 1, LEX_prep))
		s.end--;
	if (holds_role(w, s) && !name_of(w, s.first))
		return s;
	if (holds_role(w, s) && is_role_word(w, s.end - 1))
		return s;
	return (struct span){ 0, 0 };
}

static void learn_gender(
	const struct work *w, struct person *p, struct span role)
{
	for (uint32_t i = role.first; i < role.end && !p->gender; i++) {
		if (in_list(w, i, LEX_masculine))
			p->gender = 'm';
		else if (in_list(w, i, LEX_feminine))
			p->gender = 'f';
	}
}

void find_roles(struct work *w)
{
	struct speech *s = &w->a->speech;

	for (size_t i = 0; i < s->names.n; i++) {
		const struct name *n = &s->names.v[i];
		struct person *p = &w->out->persons.v[n->person];
		struct span role;

		if (p->kind != PERSON_HUMAN || p->role.p ||
			!w->a->speech.people->facts.v[n->person].full ||
			(!n->first_key && people_has_namesake(w, n->person)))
			continue;
		role = role_before(w, n);
		if (role.first == role.end)
			role = role_after(w, n);
		if (role.first == role.end)
			continue;
		people_give_role(w, n->person, role);
		learn_gender(w, p, role);
	}
}
