/*
 * Who is who in one article. Names with the same first name and surname are
 * one person; a bare surname means the most frequent full name with it that
 * its title's gender allows; a bare first name likewise. A phrase ("the
 * ambassador") is the person of that role, when one was named before it.
 */
#include "people.h"

#include "grammar.h"

/* Namesakes looked at: bounds the work on texts made of names. */
#define CHAIN_MAX 16
/*
 * Tokens within which a full name decides whom a bare surname means, unless a
 * namesake is named this many times as often.
 */
#define NAMESAKE_REACH 80
#define NAMESAKE_TIMES 3

/* The first name of a person who is only described. */
#define DESCRIBED 2

/* A larger table, left by an article full of names, is not cleared again. */
#define SLOTS_KEPT 4096

struct people *people_new(void)
{
	return mem_calloc(1, sizeof(struct people));
}

void people_free(struct people *p)
{
	if (!p)
		return;
	vec_free(&p->facts);
	vec_free(&p->slots);
	vec_free(&p->recent);
	free(p);
}

void people_reset(struct work *w)
{
	struct people *p;

	if (!w->a->speech.people)
		w->a->speech.people = people_new();
	p = w->a->speech.people;
	p->facts.n = p->recent.n = 0;
	p->now = (struct place){ 0, 0 };
	if (p->slots.n > SLOTS_KEPT)
		p->slots.n = 0;
	for (size_t i = 0; i < p->slots.n; i++)
		p->slots.v[i] = 0;
}

static struct people *people_of(const struct work *w)
{
	return w->a->speech.people;
}

/* The slot where persons with this key start. */
static uint32_t *slot_of(struct people *p, uint64_t key)
{
	return &p->slots.v[(key ^ key >> 32) & (p->slots.n - 1)];
}

static void grow_slots(struct people *p)
{
	size_t want = p->slots.n ? p->slots.n * 2 : 64;

	while (p->slots.n < want)
		(void)vec_push(&p->slots);
	for (size_t i = 0; i < p->slots.n; i++)
		p->slots.v[i] = 0;
	for (uint32_t i = 0; i < p->facts.n; i++) {
		uint32_t *slot = slot_of(p, p->facts.v[i].last_key);

		p->facts.v[i].next = *slot ? *slot - 1 : NONE;
		*slot = i + 1;
	}
}

static uint32_t add_person(struct work *w, struct facts facts, struct str name)
{
	struct people *p = people_of(w);
	uint32_t id = (uint32_t)w->out->persons.n, *slot;

	if (p->facts.n * 2 >= p->slots.n)
		grow_slots(p);
	slot = slot_of(p, facts.last_key);
	facts.next = *slot ? *slot - 1 : NONE;
	facts.same_as = facts.since = NONE;
	for (int i = 0; i < SEEN_AS; i++)
		facts.seen[i].sentence = NONE;
	*slot = id + 1;
	*vec_push(&p->facts) = facts;
	*vec_push(&w->out->persons) = (struct person){ .name = name };
	return id;
}

static char title_gender(const struct work *w, const struct name *n)
{
	for (uint32_t i = n->title; i < n->span.first; i++) {
		if (in_list(w, i, LEX_masculine))
			return 'm';
		if (in_list(w, i, LEX_feminine))
			return 'f';
	}
	return 0;
}

static char name_gender(const struct work *w, const struct name *n)
{
	char g = title_gender(w, n);
	bool male = in_list(w, n->span.first, LEX_male);
	bool female = in_list(w, n->span.first, LEX_female);

	if (g || male == female)
		return g;
	return male ? 'm' : 'f';
}

static bool any_in(const struct work *w, struct span s, enum lexicon_list list)
{
	for (uint32_t i = s.first; i < s.end; i++)
		if (in_list(w, i, list))
			return true;
	return false;
}

static uint8_t name_kind(const struct work *w, const struct name *n)
{
	uint32_t words = n->span.end - n->span.first;
	bool first_name = in_list(w, n->span.first, LEX_male) ||
			  in_list(w, n->span.first, LEX_female);
	bool place = in_list(w, n->span.end - 1, LEX_gpe);

	if (n->title < n->span.first && title_gender(w, n))
		return PERSON_HUMAN;
	if (any_in(w, n->span, LEX_orgword))
		return place && words < 3 ? PERSON_PLACE : PERSON_ORG;
	if (place && !(first_name && words > 1))
		return PERSON_PLACE;
	if (words == 1 && !first_name && n->title == n->span.first &&
		(tok(w, n->span.first)->flags & TOKEN_UPPER))
		return PERSON_ORG;
	return PERSON_HUMAN;
}

static void merge_into(struct work *w, uint32_t id, const struct name *n)
{
	struct person *p = &w->out->persons.v[id];
	struct facts *f = &people_of(w)->facts.v[id];
	uint32_t tokens = n->span.end - n->span.first;
	char gender = name_gender(w, n);
	bool upper = (tok(w, n->span.end - 1)->flags & TOKEN_UPPER) != 0;

	p->mentions++;
	if (gender && (!p->gender || title_gender(w, n)))
		p->gender = gender;
	f->full |= n->title < n->span.first;
	if (tokens > f->tokens && !upper && n->first_key) {
		f->tokens = tokens;
		p->name = text_of(w, n->span);
	}
}

/* The person with this first name and surname, or PERSON_NONE. */
static uint32_t find_full(struct work *w, uint64_t first, uint64_t last)
{
	struct people *p = people_of(w);
	unsigned tries = 0;

	if (p->slots.n == 0)
		return PERSON_NONE;
	for (uint32_t at = *slot_of(p, last); at && tries < CHAIN_MAX;
		tries++) {
		const struct facts *f = &p->facts.v[at - 1];

		if (f->last_key == last && f->first_key == first)
			return at - 1;
		at = f->next == NONE ? 0 : f->next + 1;
	}
	return PERSON_NONE;
}

/* A person who bears a surname that the title's gender allows. */
static bool may_bear(const struct work *w, uint32_t id, const struct name *n)
{
	const struct facts *f = &people_of(w)->facts.v[id];
	const struct person *who = &w->out->persons.v[id];
	char gender = title_gender(w, n);

	return f->last_key == n->last_key && f->first_key &&
	       who->kind == PERSON_HUMAN &&
	       !(gender && who->gender && gender != who->gender);
}

static bool is_near_namesake(const struct work *w, uint32_t last, uint32_t most,
	const struct name *n)
{
	const struct person *who = w->out->persons.v;
	uint32_t named =
		last == PERSON_NONE ? 0 : people_of(w)->facts.v[last].named;

	return named > 0 && named + NAMESAKE_REACH > n->title &&
	       who[last].mentions * NAMESAKE_TIMES >= who[most].mentions;
}

/*
 * Whom a bare surname means: the one named last, when that was just before
 * and no namesake is far more frequent; else the most frequent one.
 */
static uint32_t find_surname(struct work *w, const struct name *n)
{
	struct people *p = people_of(w);
	uint32_t most = PERSON_NONE, last = PERSON_NONE;
	const struct person *who = w->out->persons.v;
	const struct facts *f = p->facts.v;
	unsigned tries = 0;

	if (p->slots.n == 0)
		return PERSON_NONE;
	for (uint32_t at = *slot_of(p, n->last_key); at && tries < CHAIN_MAX;
		tries++) {
		uint32_t id = at - 1;

		at = f[id].next == NONE ? 0 : f[id].next + 1;
		if (!may_bear(w, id, n))
			continue;
		if (most == PERSON_NONE ||
			who[id].mentions >= who[most].mentions)
			most = id;
		if (last == PERSON_NONE || f[id].named > f[last].named)
			last = id;
	}
	return is_near_namesake(w, last, most, n) ? last : most;
}

static uint32_t new_from_name(struct work *w, const struct name *n)
{
	struct facts f = { .first_key = n->first_key,
		.last_key = n->last_key,
		.tokens = n->span.end - n->span.first,
		.full = n->first_key != 0 };
	uint32_t id = add_person(w, f, text_of(w, n->span));

	w->out->persons.v[id].kind = name_kind(w, n);
	return id;
}

static uint32_t join_single(struct work *w, const struct name *n)
{
	uint32_t id = find_surname(w, n);

	if (id == PERSON_NONE)
		id = find_full(w, 0, n->last_key);
	return id == PERSON_NONE ? new_from_name(w, n) : id;
}

/* A first name alone joins the one person who bears it, if it is one. */
static void join_first_names(struct work *w)
{
	struct people *p = people_of(w);
	struct analysis *out = w->out;
	uint32_t humans = 0;

	for (uint32_t i = 0; i < out->persons.n && humans < CHAIN_MAX; i++) {
		struct facts *f = &p->facts.v[i];

		if (f->first_key || out->persons.v[i].kind != PERSON_HUMAN)
			continue;
		humans++;
		for (uint32_t k = 0; k < out->persons.n && k < 64; k++)
			if (p->facts.v[k].first_key == f->last_key &&
				out->persons.v[k].kind == PERSON_HUMAN) {
				f->same_as = k;
				break;
			}
	}
}

/* A capital that may be due to the place alone: it opens a sentence. */
static bool is_weak(const struct work *w, const struct name *n)
{
	const uint64_t known = LEX_BIT(LEX_male) | LEX_BIT(LEX_female) |
			       LEX_BIT(LEX_gpe) | LEX_BIT(LEX_orgword);
	const struct token *t = tok(w, n->span.first);

	if (n->first_key || n->title < n->span.first || (t->lists & known) ||
		(t->flags & TOKEN_UPPER))
		return false;
	return (t->flags & TOKEN_SENTENCE) ||
	       (n->title > 0 && is_kind(w, n->title - 1, TOKEN_MARK));
}

/*
 * Takes back words that are capitalised only where a sentence starts: a name
 * seen nowhere else is no name.
 */
static void drop_weak_names(struct work *w)
{
	struct speech *s = &w->a->speech;
	struct people *p = people_of(w);

	for (size_t i = 0; i < s->names.n; i++)
		if (!is_weak(w, &s->names.v[i]))
			p->facts.v[s->names.v[i].person].firm = true;
	for (size_t i = 0; i < s->names.n; i++) {
		const struct name *n = &s->names.v[i];

		if (p->facts.v[n->person].firm)
			continue;
		for (uint32_t k = n->title; k < n->span.end; k++)
			s->name_at.v[k] = 0;
	}
}

void people_join_names(struct work *w)
{
	struct speech *s = &w->a->speech;
	struct people *p = people_of(w);

	for (size_t i = 0; i < s->names.n; i++) {
		struct name *n = &s->names.v[i];

		if (!n->first_key)
			continue;
		n->person = find_full(w, n->first_key, n->last_key);
		if (n->person == PERSON_NONE)
			n->person = new_from_name(w, n);
		merge_into(w, n->person, n);
	}
	for (size_t i = 0; i < s->names.n; i++) {
		struct name *n = &s->names.v[i];

		if (!n->first_key) {
			n->person = join_single(w, n);
			merge_into(w, n->person, n);
		}
		p->facts.v[n->person].named = n->span.end;
	}
	join_first_names(w);
	drop_weak_names(w);
	for (size_t i = 0; i < s->names.n; i++) {
		struct name *n = &s->names.v[i];
		uint32_t same = p->facts.v[n->person].same_as;

		if (same != NONE)
			n->person = same;
	}
}

static struct span without_articles(const struct work *w, struct span s)
{
	while (s.first + 1 < s.end && in_list(w, s.first, LEX_article))
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
 * The one named last whose role holds the phrase's head noun; or, with `kind`
 * PERSON_ANONYMOUS, whose description does: "A diplomat from … The diplomat".
 */
static uint32_t find_by_role(
	struct work *w, struct span phrase, enum person_kind kind)
{
	struct people *p = people_of(w);
	uint32_t head = head_of(w, phrase);
	struct str noun = token_str(&w->a->tokens, head);

	if (!in_list(w, head, LEX_role) || is_plural(w, head))
		return PERSON_NONE;
	for (size_t i = p->recent.n; i > 0; i--) {
		uint32_t id = p->recent.v[i - 1];
		const struct person *who = &w->out->persons.v[id];
		struct str role =
			kind == PERSON_ANONYMOUS ? who->name : who->role;

		if (who->kind == kind && role.p &&
			str_find_nocase(role, noun, 0) != STR_NPOS)
			return id;
	}
	return PERSON_NONE;
}

static uint8_t phrase_kind(const struct work *w, struct span phrase)
{
	uint32_t head = head_of(w, phrase);

	if (is_plural(w, head))
		return PERSON_GROUP;
	if (phrase.end - phrase.first == 1 && is_capital(w, head) &&
		!in_list(w, head, LEX_orgword))
		return PERSON_HUMAN;
	if (in_list(w, head, LEX_orgword) || in_list(w, head, LEX_stmt) ||
		!in_list(w, head, LEX_role))
		return PERSON_ORG;
	return PERSON_ANONYMOUS;
}

static bool has_possessive(const struct work *w, struct span s)
{
	for (uint32_t i = s.first; i < s.end; i++)
		if (is_possessive(w, i))
			return true;
	return false;
}

/*
 * "Lena Voss came late. |The water minister| said": an office that nobody in
 * the article was given before is that of the person the text is about. A noun
 * alone ("the mayor") is too often somebody else (PolNeAR train: one in two).
 */
static uint32_t find_by_prominence(struct work *w, struct span phrase)
{
	struct span bare = without_articles(w, phrase);
	uint32_t head = head_of(w, phrase), id;

	if (head + 1 != phrase.end || head == bare.first ||
		is_capital(w, head) || any_in(w, bare, LEX_conj) ||
		has_possessive(w, bare) ||
		phrase_kind(w, bare) != PERSON_ANONYMOUS)
		return PERSON_NONE;
	id = people_prominent(w);
	if (id == PERSON_NONE || w->out->persons.v[id].role.p ||
		w->out->persons.v[id].mentions < 2 ||
		!people_of(w)->facts.v[id].full)
		return PERSON_NONE;
	return id;
}

static uint32_t find_described(struct work *w, struct span bare)
{
	return find_full(w, DESCRIBED, name_key(text_of(w, bare)));
}

/* Said of nobody in particular so far, before this person was named. */
static bool came_before(const struct work *w, uint32_t id, uint32_t named)
{
	const struct facts *f = people_of(w)->facts.v;

	return id == PERSON_NONE || f[id].since < f[named].since;
}

uint32_t people_known(struct work *w, struct span phrase)
{
	struct span bare = without_articles(w, phrase);
	uint32_t id, named;

	if (bare.first == phrase.first ||
		!is_function(w, phrase.first, FN_DEFINITE))
		return find_described(w, bare);
	id = find_by_role(w, phrase, PERSON_HUMAN);
	if (id != PERSON_NONE)
		return id;
	id = find_described(w, bare);
	named = find_by_prominence(w, phrase);
	if (named != PERSON_NONE && came_before(w, id, named)) {
		w->out->persons.v[named].role = text_of(w, bare);
		return named;
	}
	return id == PERSON_NONE ? find_by_role(w, phrase, PERSON_ANONYMOUS)
				 : id;
}

uint32_t people_describe(struct work *w, struct span phrase)
{
	struct span bare = without_articles(w, phrase);
	uint32_t id = people_known(w, phrase);

	if (id == PERSON_NONE) {
		struct facts f = { .first_key = DESCRIBED,
			.last_key = name_key(text_of(w, bare)),
			.plural = is_plural(w, head_of(w, bare)) };

		id = add_person(w, f, text_of(w, bare));
		w->out->persons.v[id].kind = phrase_kind(w, bare);
	}
	w->out->persons.v[id].mentions++;
	return id;
}
