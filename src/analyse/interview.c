#include "interview.h"

#include "carry.h"
#include "grammar.h"
#include "labels.h"
#include "people.h"

#include "dateline/base/ascii.h"

/* An interview has as many questions, each answered; pages of questions that
 * a text asks itself have fewer, or say neither "you" nor "I". */
#define QUESTIONS_MIN 3
/* Tokens of a question: longer ones are arguments that end in one. */
#define QUESTION_MAX 90
/* Paragraphs a question: more are a story with some questions in it. */
#define ANSWER_PARAGRAPHS 8
/* The first persons of an article; bounds the search for initials. */
#define PERSONS_MAX 64

#define SURE_ANSWER 70

/* What is counted on the way through the text. */
struct count {
	uint32_t questions, addressed; /* … to a "you" */
	uint32_t answers, spoken; /* … by an "I", outside marks */
	uint32_t paragraphs; /* from the first question on */
	bool asked, spoke; /* the last question waits; its answer said "I" */
};

static bool is_question(const struct work *w, struct span s)
{
	return s.end > s.first + 1 && s.end - s.first <= QUESTION_MAX &&
	       is_punct(w, s.end - 1, '?') && !in_quoted(w, s.first) &&
	       !in_quoted(w, s.end - 1);
}

/* A capital that only courtesy gives: "haben Sie". */
static bool addresses(const struct work *w, struct span s)
{
	bool capital = has_trait(w, TRAIT_CAPITAL_NOUNS);

	for (uint32_t i = s.first; i < s.end; i++)
		if (in_list(w, i, LEX_addressed) && !in_quoted(w, i) &&
			(!capital || in_list(w, i, LEX_spoken) ||
				(is_capital(w, i) &&
					!(tok(w, i)->flags & TOKEN_SENTENCE))))
			return true;
	return false;
}

static bool says_i(const struct work *w, struct span s)
{
	for (uint32_t i = s.first; i < s.end; i++)
		if (in_list(w, i, LEX_spoken) &&
			!in_list(w, i, LEX_addressed) && !in_quoted(w, i))
			return true;
	return false;
}

/* The next paragraph from token *i on; false at the end. */
static bool next_line(const struct work *w, uint32_t *i, struct span *s)
{
	uint32_t n = (uint32_t)token_count(w);

	while (*i < n && is_kind(w, *i, TOKEN_BREAK))
		++*i;
	s->first = *i;
	while (*i < n && !is_kind(w, *i, TOKEN_BREAK))
		++*i;
	s->end = *i;
	return s->first < s->end;
}

static void count_question(const struct work *w, struct span s,
	struct interview *in, struct count *c)
{
	if (c->questions == 0)
		in->first = s.first;
	in->last = s.first;
	c->questions++;
	c->addressed += addresses(w, s);
	c->asked = true;
	c->spoke = false;
}

static void count_answer(const struct work *w, struct span s, struct count *c)
{
	c->answers += c->asked;
	c->asked = false;
	if (c->spoke || !says_i(w, s))
		return;
	c->spoken++;
	c->spoke = true;
}

/* Counts questions and answers, an answer of several paragraphs once. */
static struct count count_turns(const struct work *w, struct interview *in)
{
	struct count c = { 0 };
	struct span s;

	for (uint32_t i = 0; next_line(w, &i, &s);) {
		if (is_question(w, s))
			count_question(w, s, in, &c);
		else if (c.questions)
			count_answer(w, s, &c);
		c.paragraphs += c.questions > 0;
	}
	return c;
}

static bool is_interview(const struct count *c)
{
	return c->answers >= QUESTIONS_MIN && c->addressed * 2 >= c->answers &&
	       c->spoken * 2 >= c->answers &&
	       c->paragraphs <= c->questions * ANSWER_PARAGRAPHS;
}

/* First name and surname of a name as it stands. */
static struct str word_of(struct str name, bool last)
{
	size_t at = last ? name.n : 0;

	if (last) {
		while (at > 0 && name.p[at - 1] != ' ')
			at--;
		return str_slice(name, at, name.n);
	}
	while (at < name.n && name.p[at] != ' ')
		at++;
	return str_slice(name, 0, at);
}

/* The person of a name that stands outside the text. */
static uint32_t person_named(struct work *w, struct str name)
{
	struct facts f = { .first_key = name_key(word_of(name, false)),
		.last_key = name_key(word_of(name, true)),
		.full = true };
	uint32_t id = people_of_name(w, f.first_key, f.last_key);

	return id == PERSON_NONE ? people_new_person(w, f, name) : id;
}

static bool wrote_it(const struct work *w, uint32_t person)
{
	for (size_t i = 0; i < w->doc->n_byline; i++)
		if (str_eq_nocase(
			    w->doc->byline[i], w->out->persons.v[person].name))
			return true;
	return false;
}

static bool in_title(const struct work *w, uint32_t person)
{
	struct str last = word_of(w->out->persons.v[person].name, true);

	return str_find_nocase(w->doc->title, last, 0) != STR_NPOS;
}

static bool is_first_name(const struct token *t)
{
	return token_in(t, LEX_male) || token_in(t, LEX_female);
}

/* "A talk with |Ana Ruiz|": the name in the title, or STR_NONE. */
static struct str name_in_title(const struct work *w)
{
	const struct tokens *t = &w->a->title;

	for (size_t i = 0; i + 1 < t->list.n; i++) {
		const struct token *a = &t->list.v[i], *b = a + 1;

		if (is_first_name(a) && a->kind == TOKEN_WORD &&
			b->kind == TOKEN_WORD && (a->flags & TOKEN_CAPITAL) &&
			(b->flags & TOKEN_CAPITAL))
			return str_slice(t->text, a->start, b->end);
	}
	return STR_NONE;
}

static bool is_candidate(const struct work *w, uint32_t person, bool known)
{
	return person != PERSON_NONE &&
	       w->out->persons.v[person].kind == PERSON_HUMAN &&
	       w->a->speech.people->facts.v[person].full &&
	       (!known || w->a->speech.people->facts.v[person].first_name) &&
	       !wrote_it(w, person);
}

/* Among several people: none is meant. */
#define PERSON_SEVERAL (PERSON_NONE - 1)

/*
 * The one named in full before a token, or there and in the title. `known`: by
 * a known first name; others may be places, and need an office and the title.
 */
static struct speaker named_before(struct work *w, uint32_t before, bool known)
{
	const struct speech *sp = &w->a->speech;
	struct speaker who = { .person = PERSON_NONE };

	for (size_t k = 0; k < sp->names.n; k++) {
		const struct name *n = &sp->names.v[k];
		const struct speaker one = { .mention = n->span,
			.person = n->person,
			.confidence = SURE_ANSWER };

		if (n->span.first >= before)
			break;
		if (n->person == who.person ||
			!is_candidate(w, n->person, known))
			continue;
		if (in_title(w, n->person) &&
			(known || w->out->persons.v[n->person].role.p))
			return one;
		if (!known)
			continue;
		if (who.person == PERSON_NONE)
			who = one;
		else
			who.person = PERSON_SEVERAL;
	}
	return who;
}

struct speaker who_answers(struct work *w, uint32_t before)
{
	struct speaker who = named_before(w, before, true);
	struct str name;

	if (who.person == PERSON_NONE)
		who = named_before(w, before, false);
	name = name_in_title(w);
	if (who.person == PERSON_NONE && name.n)
		return (struct speaker){ .person = person_named(w, name),
			.confidence = SURE_ANSWER };
	if (who.person == PERSON_SEVERAL)
		who.person = PERSON_NONE;
	return who;
}

bool find_interview(struct work *w, struct interview *in)
{
	struct count c;

	*in = (struct interview){ .answers.person = PERSON_NONE };
	c = count_turns(w, in);
	if (!is_interview(&c))
		return false;
	in->answers = who_answers(w, in->first);
	return in->answers.person != PERSON_NONE;
}

/* The writer's own words about who answers: "Ruiz laughs." */
static bool is_narrated(
	const struct work *w, const struct interview *in, struct span s)
{
	for (uint32_t i = s.first; i < s.end; i++) {
		const struct name *n = name_of(w, i);

		if (n && n->person == in->answers.person && !in_quoted(w, i))
			return !says_i(w, s);
	}
	return false;
}

/* What follows the last answer may be the writer's again. */
static bool is_afterword(
	const struct work *w, const struct interview *in, struct span s)
{
	uint32_t before = s.first;

	while (before > 0 && is_kind(w, before - 1, TOKEN_BREAK))
		before--;
	return s.first > in->last && !is_punct(w, before - 1, '?') &&
	       !says_i(w, s);
}

bool place_answer(struct work *w, const struct interview *in, struct span s,
	enum block_kind kind)
{
	struct label label;

	if (in->answers.person == PERSON_NONE || s.first < in->first)
		return false;
	if (is_question(w, s))
		return true;
	if ((kind != BLOCK_PARAGRAPH && kind != BLOCK_LIST) ||
		is_punct(w, s.end - 1, ':') || is_afterword(w, in, s))
		return false;
	label = find_label(w, s.first);
	if (label.kind != LABEL_NONE && label.said < s.end)
		s.first = label.said;
	if (is_narrated(w, in, s))
		return false;
	emit_quote(w, s, QUOTE_BLOCK, &in->answers);
	return true;
}

static char initial(struct str word)
{
	return word.n ? word.p[0] : 0;
}

static bool has_initials(struct str name, struct str label)
{
	struct str first = word_of(name, false), last = word_of(name, true);

	return first.n < name.n && initial(first) == label.p[0] &&
	       initial(last) == label.p[label.n - 1];
}

uint32_t person_of_initials(struct work *w, uint32_t token)
{
	struct str label = token_str(&w->a->tokens, token);
	const struct person *v = w->out->persons.v;
	uint32_t found = PERSON_NONE;

	if (label.n < 2 || label.n > 3 || !ascii_is_upper(label.p[0]))
		return PERSON_NONE;
	for (uint32_t i = 0; i < w->out->persons.n && i < PERSONS_MAX; i++) {
		if (v[i].kind != PERSON_HUMAN ||
			!w->a->speech.people->facts.v[i].first_name ||
			!has_initials(v[i].name, label))
			continue;
		if (found != PERSON_NONE)
			return PERSON_NONE;
		found = i;
	}
	for (size_t i = 0; found == PERSON_NONE && i < w->doc->n_byline; i++)
		if (has_initials(w->doc->byline[i], label))
			found = person_named(w, w->doc->byline[i]);
	return found;
}
