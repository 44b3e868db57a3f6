/*
 * Whom a phrase that is no name means ("the ambassador"): the person of that
 * role, when one was named before it, else somebody of its own. The noun that
 * heads it says what kind of speaker that is and how likely it is one at all.
 */
#include "grammar.h"
#include "people.h"

/* The first name of a person who is only described. */
#define DESCRIBED 2

/* "|one of the mayors", "|one in five": the number is the head. */
static bool is_counted(const struct work *w, uint32_t i)
{
	return in_list(w, i + 1, LEX_prep) && !is_function(w, i, FN_DEFINITE) &&
	       !is_function(w, i, FN_INDEFINITE);
}

/* "one |of the men" is one of them. */
static bool is_partitive(const struct work *w, struct span s)
{
	return s.first + 2 < s.end && in_list(w, s.first, LEX_article) &&
	       is_function(w, s.first + 1, FN_GENITIVE);
}

static struct span without_articles(const struct work *w, struct span s)
{
	while (s.first + 1 < s.end && in_list(w, s.first, LEX_article) &&
		!is_counted(w, s.first))
		s.first++;
	return s;
}

/* The token after the last word of a phrase's own, before "of", "for" … */
static uint32_t core_end(const struct work *w, struct span s)
{
	for (uint32_t i = s.first + 1; i < s.end; i++)
		if (in_list(w, i, LEX_prep) || is_function(w, i, FN_GENITIVE) ||
			is_function(w, i, FN_INFINITIVE) ||
			is_function(w, i, FN_RELATIVE) ||
			is_kind(w, i, TOKEN_PUNCT) ||
			(has_ending(w, i, ENDING_GERUND) &&
				in_list(w, i - 1, LEX_role)))
			return i;
	return s.end;
}

static bool is_same_word(const struct work *w, uint32_t i, uint32_t k)
{
	return name_key(token_str(&w->a->tokens, i)) ==
	       name_key(token_str(&w->a->tokens, k));
}

/* "die Ministerin" for "die Umweltministerin": a compound is of its last part's
 * kind. */
static bool is_same_trade(const struct work *w, uint32_t full, uint32_t brief)
{
	return is_same_word(w, full, brief) ||
	       (has_trait(w, TRAIT_COMPOUNDS) &&
		       str_ends_nocase(token_str(&w->a->tokens, full),
			       token_str(&w->a->tokens, brief)));
}

/* A capital that says something: not that of any noun. */
static bool is_telling_capital(const struct work *w, uint32_t i)
{
	return is_capital(w, i) && !has_trait(w, TRAIT_CAPITAL_NOUNS);
}

/* The noun that says what a phrase is: "an |envoy| close to the talks". */
static uint32_t head_of(const struct work *w, struct span s)
{
	uint32_t end = core_end(w, s);

	return end < s.end && end >= s.first + 2 &&
			       !in_list(w, end - 1, LEX_role) &&
			       in_list(w, end - 2, LEX_role)
		       ? end - 2
		       : end - 1;
}

/*
 * What the head noun makes of a phrase. Things that are read come first: some
 * are plurals, some are trades too ("report").
 */
static uint8_t phrase_kind(const struct work *w, struct span phrase)
{
	uint32_t head = head_of(w, phrase);

	if (is_partitive(w, phrase))
		return PERSON_ANONYMOUS;
	if (in_list(w, head, LEX_document))
		return PERSON_DOCUMENT;
	if (in_list(w, head, LEX_body))
		return PERSON_ORG;
	/* "About |4 in 10" */
	if (is_plural(w, head) || is_kind(w, head, TOKEN_NUMBER))
		return PERSON_GROUP;
	if (phrase.end - phrase.first == 1 && is_telling_capital(w, head) &&
		!in_list(w, head, LEX_orgword))
		return PERSON_HUMAN;
	return in_list(w, head, LEX_role) && !in_list(w, head, LEX_orgword)
		       ? PERSON_ANONYMOUS
		       : PERSON_ORG;
}

/*
 * How likely a phrase is who is speaking: PolNeAR train, by its head
 * (tests/bench/calibrate.py).
 */
enum {
	SURE_ROLE = 93,
	SURE_DOCUMENT = 93,
	SURE_BODY = 92,
	SURE_PRESUMED = 91, /* an office nobody was given */
	SURE_CAPITAL = 82,
	SURE_SOME_DOCUMENT = 77,
	SURE_DETERMINED = 72, /* "the legend": perhaps a thing */
	SURE_BARE = 55
};

/* "one of |the men|" */
static struct span whole_of(const struct work *w, struct span s)
{
	if (!is_partitive(w, s))
		return s;
	s.first += 2;
	return without_articles(w, s);
}

static uint8_t phrase_sure(const struct work *w, struct span phrase)
{
	uint32_t head = head_of(w, whole_of(w, phrase));
	bool determined = in_list(w, phrase.first, LEX_det) ||
			  is_kind(w, head, TOKEN_NUMBER);

	if (in_list(w, head, LEX_document))
		return determined ? SURE_DOCUMENT : SURE_SOME_DOCUMENT;
	if (in_list(w, head, LEX_body))
		return SURE_BODY;
	if (in_list(w, head, LEX_role) || in_list(w, head, LEX_plural))
		return SURE_ROLE;
	/* "|This| says", "|the| says": a thing, or no phrase at all */
	if (phrase.end - phrase.first == 1 &&
		(is_function(w, head, FN_DUMMY) ||
			is_function(w, head, FN_DEFINITE) ||
			is_function(w, head, FN_INDEFINITE)))
		return SURE_BARE;
	if (is_telling_capital(w, head))
		return SURE_CAPITAL;
	return determined ? SURE_DETERMINED : SURE_BARE;
}

/* The word of `in` that is capitalised and the same as token i. */
static bool has_word(const struct work *w, struct span in, uint32_t i)
{
	for (uint32_t k = in.first; k < in.end; k++)
		if (is_same_word(w, k, i))
			return true;
	return false;
}

/* What the capitals of a phrase say beside those of an office. */
enum fit {
	FIT_OTHER, /* "the Coast senator" beside "Valley senator" */
	FIT_OPEN, /* one of them has none */
	FIT_SAME
};

static enum fit fit_of(const struct work *w, struct span phrase, struct span as)
{
	uint32_t head = head_of(w, phrase), other = head_of(w, as);
	enum fit fit = FIT_OPEN;
	bool told = false;

	phrase = without_articles(w, phrase);
	for (uint32_t i = as.first; i < as.end; i++)
		told |= i != other && is_telling_capital(w, i);
	for (uint32_t i = phrase.first; i < phrase.end; i++) {
		if (i == head || !is_telling_capital(w, i))
			continue;
		if (has_word(w, as, i))
			return FIT_SAME;
		if (told)
			fit = FIT_OTHER;
	}
	return fit;
}

/*
 * The one named last of a kind whose office, or description, has the phrase's
 * head noun for its own: "A diplomat from … The diplomat". No "Republican
 * front-runner" is "the Coast Republican". Who shares more than the noun goes
 * before.
 */
static uint32_t find_by_role(
	struct work *w, struct span phrase, enum person_kind kind)
{
	const struct cast *p = w->a->speech.people;
	uint32_t head = head_of(w, phrase), found = PERSON_NONE;

	if (is_plural(w, head))
		return PERSON_NONE;
	for (size_t i = p->recent.n; i > 0; i--) {
		uint32_t id = p->recent.v[i - 1];
		struct span as = p->facts.v[id].as;
		enum fit fit;

		if (w->out->persons.v[id].kind != kind || as.first >= as.end ||
			!is_same_trade(w, head_of(w, as), head))
			continue;
		fit = fit_of(w, phrase, as);
		if (fit == FIT_SAME)
			return id;
		if (fit == FIT_OPEN && found == PERSON_NONE)
			found = id;
	}
	return found;
}

/*
 * True when somebody else stands nearer than the one of that office, and may
 * have it, too: nothing was said of his.
 */
static bool is_doubtful(const struct work *w, uint32_t id)
{
	uint32_t near = people_prominent(w);

	return near != PERSON_NONE && near != id &&
	       !w->out->persons.v[near].role.p;
}

static bool has_possessive(const struct work *w, struct span s)
{
	for (uint32_t i = s.first; i < s.end; i++)
		if (is_possessive(w, i))
			return true;
	return false;
}

static bool is_in_sentence(const struct work *w, const struct facts *f)
{
	return f->seen[SEEN_NAMED].sentence ==
	       w->a->speech.people->now.sentence;
}

/*
 * "Lena Voss came late. |The water minister| said": an office that nobody in
 * the article was given before is that of the person the text is about. A noun
 * alone ("the mayor") is too often somebody else (PolNeAR train: one in two),
 * and so is who was named in the same sentence.
 */
static uint32_t find_by_prominence(struct work *w, struct span phrase)
{
	const struct facts *facts;
	struct span bare = without_articles(w, phrase);
	uint32_t head = head_of(w, phrase), id;

	if (head + 1 != phrase.end || head == bare.first ||
		is_telling_capital(w, head) || any_in(w, bare, LEX_conj) ||
		has_possessive(w, bare) ||
		phrase_kind(w, bare) != PERSON_ANONYMOUS)
		return PERSON_NONE;
	id = people_prominent(w);
	if (id == PERSON_NONE)
		return PERSON_NONE;
	facts = &w->a->speech.people->facts.v[id];
	if (w->out->persons.v[id].role.p ||
		w->out->persons.v[id].mentions < 2 || !facts->full ||
		is_in_sentence(w, facts) || people_has_namesake(w, id))
		return PERSON_NONE;
	return id;
}

static uint32_t find_described(struct work *w, struct span bare)
{
	return people_of_name(w, DESCRIBED, name_key(text_of(w, bare)));
}

/* Said of nobody in particular so far, before this person was named. */
static bool came_before(const struct work *w, uint32_t id, uint32_t named)
{
	const struct facts *f = w->a->speech.people->facts.v;

	return id == PERSON_NONE || f[id].since < f[named].since;
}

/* "the minister": somebody of a trade that may have been named before. */
static uint32_t find_office(struct work *w, struct span phrase)
{
	struct span bare = without_articles(w, phrase);
	uint32_t id = find_by_role(w, phrase, PERSON_HUMAN), named;

	if (id != PERSON_NONE)
		return is_doubtful(w, id) ? find_described(w, bare) : id;
	id = find_described(w, bare);
	named = find_by_prominence(w, phrase);
	if (named != PERSON_NONE && came_before(w, id, named)) {
		people_give_role(w, named, bare);
		w->a->speech.people->facts.v[named].presumed = true;
		return named;
	}
	return id == PERSON_NONE ? find_by_role(w, phrase, PERSON_ANONYMOUS)
				 : id;
}

uint32_t people_known(struct work *w, struct span phrase)
{
	struct span bare = without_articles(w, phrase);
	uint8_t kind = phrase_kind(w, bare);
	uint32_t id;

	if (bare.first == phrase.first ||
		!is_function(w, phrase.first, FN_DEFINITE))
		return find_described(w, bare);
	if (kind == PERSON_ANONYMOUS)
		return find_office(w, phrase);
	id = find_described(w, bare);
	return id == PERSON_NONE && kind == PERSON_DOCUMENT
		       ? find_by_role(w, phrase, PERSON_DOCUMENT)
		       : id;
}

struct referent people_describe(struct work *w, struct span phrase)
{
	struct span bare = without_articles(w, phrase);
	struct referent r = { people_known(w, phrase), phrase_sure(w, phrase) };

	if (r.person == PERSON_NONE) {
		struct facts f = { .first_key = DESCRIBED,
			.last_key = name_key(text_of(w, bare)),
			.as = bare,
			.plural = is_plural(w, head_of(w, bare)) };

		r.person = people_new_person(w, f, text_of(w, bare));
		w->out->persons.v[r.person].kind = phrase_kind(w, bare);
	}
	if (w->a->speech.people->facts.v[r.person].presumed)
		r.sure = SURE_PRESUMED;
	w->out->persons.v[r.person].mentions++;
	return r;
}
