/*
 * Who is who in one article. Names with the same first name and surname are
 * one person; a bare surname means the most frequent full name with it that
 * its title's gender allows; a bare first name likewise.
 */
#include "people.h"

#include "grammar.h"

#include "dateline/base/ascii.h"

/* Namesakes looked at: bounds the work on texts made of names. */
#define CHAIN_MAX 16
/*
 * Tokens within which a full name decides whom a bare surname means, unless a
 * namesake is named this many times as often.
 */
#define NAMESAKE_REACH 80
#define NAMESAKE_TIMES 3

/* A larger table, left by an article full of names, is not cleared again. */
#define SLOTS_KEPT 4096

void cast_free(struct cast *p)
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
	struct cast *p;

	if (!w->a->speech.people)
		w->a->speech.people = mem_calloc(1, sizeof(struct cast));
	p = w->a->speech.people;
	p->facts.n = p->recent.n = 0;
	p->now = (struct place){ 0, 0 };
	vec_zero(&p->slots, p->slots.n > SLOTS_KEPT ? 0 : p->slots.n);
}

static struct cast *people_of(const struct work *w)
{
	return w->a->speech.people;
}

/* The slot where persons with this key start. */
static uint32_t *slot_of(struct cast *p, uint64_t key)
{
	return &p->slots.v[(key ^ key >> 32) & (p->slots.n - 1)];
}

static void grow_slots(struct cast *p)
{
	size_t want = p->slots.n ? p->slots.n * 2 : 64;

	vec_zero(&p->slots, want);
	for (uint32_t i = 0; i < p->facts.n; i++) {
		uint32_t *slot = slot_of(p, p->facts.v[i].last_key);

		p->facts.v[i].next = *slot ? *slot - 1 : NONE;
		*slot = i + 1;
	}
}

uint32_t people_new_person(struct work *w, struct facts facts, struct str name)
{
	struct cast *p = people_of(w);
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

/* The name as it stands, with the surname it shares, without its nickname. */
static struct str full_name(struct work *w, const struct name *n)
{
	struct buf both = { 0 };
	struct span first = n->span, rest = n->lent;
	struct str name;

	if (n->nick.first < n->nick.end) {
		first.end = n->nick.first;
		rest = (struct span){ n->nick.end, n->span.end };
	}
	name = text_of(w, first);
	if (rest.first == rest.end)
		return name;
	buf_add(&both, name);
	buf_add(&both, STR(" "));
	buf_add(&both, text_of(w, rest));
	name = arena_dup(w->arena, buf_str(&both));
	buf_release(&both);
	return name;
}

/* In capitals throughout: shown so only when it is written in no other way. */
static bool is_upper(const struct work *w, const struct name *n)
{
	return (tok(w, n->span.first)->flags & tok(w, n->span.end - 1)->flags &
		       TOKEN_UPPER) != 0;
}

static uint32_t name_tokens(const struct name *n)
{
	return n->span.end - n->span.first - (n->nick.end - n->nick.first);
}

static void merge_into(struct work *w, uint32_t id, const struct name *n)
{
	struct person *p = &w->out->persons.v[id];
	struct facts *f = &people_of(w)->facts.v[id];
	uint32_t tokens = name_tokens(n);
	char gender = name_gender(w, n);
	bool upper = is_upper(w, n);

	p->mentions++;
	if (n->nick_key)
		f->nick_key = n->nick_key;
	if (gender && (!p->gender || title_gender(w, n)))
		p->gender = gender;
	f->full |= n->title < n->span.first;
	if (tokens > f->tokens && !upper && (n->first_key || f->tokens == 0)) {
		f->tokens = tokens;
		p->name = full_name(w, n);
	}
}

uint32_t people_of_name(struct work *w, uint64_t first, uint64_t last)
{
	struct cast *p = people_of(w);
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

/* "Bob" for Robert, as everybody says or as the text says once. */
static bool is_nickname_of(const struct facts *f, const struct name *n)
{
	return (f->group && f->group == n->group) ||
	       (n->nick_key && n->nick_key == f->first_key) ||
	       (f->nick_key && f->nick_key == n->first_key);
}

/* "Kate and |Catherine Solt|": two of one family. */
static bool is_named_beside(
	const struct work *w, const struct name *n, uint32_t person)
{
	return n > w->a->speech.names.v && n[-1].person == person &&
	       n[-1].span.end + 2 > n->title;
}

/* The one person with this surname whose first name is another form of it. */
static uint32_t people_of_nickname(struct work *w, const struct name *n)
{
	struct cast *p = people_of(w);
	char gender = name_gender(w, n);
	uint32_t found = PERSON_NONE;
	unsigned tries = 0;

	if (p->slots.n == 0)
		return PERSON_NONE;
	for (uint32_t at = *slot_of(p, n->last_key); at && tries < CHAIN_MAX;
		tries++) {
		const struct facts *f = &p->facts.v[at - 1];
		char other = w->out->persons.v[at - 1].gender;

		if (f->last_key == n->last_key && is_nickname_of(f, n) &&
			!is_named_beside(w, n, at - 1) &&
			!(gender && other && gender != other)) {
			if (found != PERSON_NONE)
				return PERSON_NONE;
			found = at - 1;
		}
		at = f->next == NONE ? 0 : f->next + 1;
	}
	return found;
}

void people_give_role(struct work *w, uint32_t person, struct span role)
{
	w->out->persons.v[person].role = text_of(w, role);
	people_of(w)->facts.v[person].as = role;
	people_of(w)->facts.v[person].presumed = false;
}

bool people_has_namesake(const struct work *w, uint32_t person)
{
	struct cast *p = people_of(w);
	const struct facts *f = p->facts.v;
	uint32_t at = *slot_of(p, f[person].last_key);

	for (unsigned tries = 0; at && tries < CHAIN_MAX; tries++) {
		uint32_t id = at - 1;

		if (id != person && f[id].last_key == f[person].last_key &&
			f[id].first_key && f[person].first_key &&
			w->out->persons.v[id].kind == PERSON_HUMAN)
			return true;
		at = f[id].next == NONE ? 0 : f[id].next + 1;
	}
	return false;
}

/* A person who bears a surname that the title's gender allows. */
static bool may_bear(const struct work *w, uint32_t id, const struct name *n)
{
	const struct facts *f = &people_of(w)->facts.v[id];
	const struct person *who = &w->out->persons.v[id];
	char gender = title_gender(w, n);

	return f->last_key == n->last_key && (f->first_key || f->apart) &&
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
	struct cast *p = people_of(w);
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
	bool upper = is_upper(w, n);
	struct facts f = { .first_key = n->first_key,
		.last_key = n->last_key,
		.nick_key = n->nick_key,
		.group = n->group,
		.tokens = upper ? 0 : name_tokens(n),
		.full = n->first_key != 0,
		.first_name = in_list(w, n->span.first, LEX_male) ||
			      in_list(w, n->span.first, LEX_female) };
	uint32_t id = people_new_person(w, f, full_name(w, n));

	w->out->persons.v[id].kind = name_kind(w, n);
	return id;
}

static uint32_t join_single(struct work *w, const struct name *n)
{
	uint32_t id = find_surname(w, n);

	if (id == PERSON_NONE)
		id = people_of_name(w, 0, n->last_key);
	return id == PERSON_NONE ? new_from_name(w, n) : id;
}

/*
 * "Mr. Voss" where all the text has is Lena Voss: somebody else, whom "Voss"
 * alone may mean, too.
 */
static void find_apart(struct work *w)
{
	struct speech *s = &w->a->speech;

	for (size_t i = 0; i < s->names.n; i++) {
		struct name *n = &s->names.v[i];

		if (n->first_key || !title_gender(w, n))
			continue;
		n->person = find_surname(w, n);
		if (n->person != PERSON_NONE &&
			!people_of(w)->facts.v[n->person].apart) {
			n->person = PERSON_NONE;
			continue;
		}
		if (n->person == PERSON_NONE)
			n->person = new_from_name(w, n);
		people_of(w)->facts.v[n->person].apart = true;
		merge_into(w, n->person, n);
	}
}

static void join_singles(struct work *w)
{
	struct speech *s = &w->a->speech;

	for (size_t i = 0; i < s->names.n; i++) {
		struct name *n = &s->names.v[i];

		if (n->person == PERSON_NONE) {
			n->person = join_single(w, n);
			merge_into(w, n->person, n);
		}
		people_of(w)->facts.v[n->person].named = n->span.end;
	}
}

/* A first name alone joins the one person who bears it, if it is one. */
static void join_first_names(struct work *w)
{
	struct cast *p = people_of(w);
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

/* True when name a, hyphens as spaces, is the end of the longer name b. */
static bool is_tail_of(struct str a, struct str b)
{
	size_t cut;

	if (a.n >= b.n)
		return false;
	cut = b.n - a.n;
	for (size_t i = 0; i < a.n; i++) {
		char x = a.p[i] == '-' ? ' ' : ascii_lower(a.p[i]);
		char y = b.p[cut + i] == '-' ? ' ' : ascii_lower(b.p[cut + i]);

		if (x != y)
			return false;
	}
	return b.p[cut - 1] == ' ';
}

/*
 * "Kazemi Qomi" is "Hassan Kazemi-Qomi", a surname of two words; but "Rival
 * Ana Ruiz" is "Ana Ruiz" with a word that was taken for a name.
 */
static void join_tail(struct cast *p, uint32_t tail, uint32_t whole)
{
	const struct facts *f = p->facts.v;

	if (!f[tail].first_name && f[whole].same_as == NONE)
		p->facts.v[tail].same_as = whole;
	else if (!f[whole].first_name && f[tail].same_as == NONE)
		p->facts.v[whole].same_as = tail;
}

static void join_surnames(struct work *w)
{
	struct cast *p = people_of(w);
	const struct person *who = w->out->persons.v;

	for (uint32_t i = 0; i < w->out->persons.n; i++) {
		struct facts *f = &p->facts.v[i];
		uint32_t at = *slot_of(p, f->last_key);

		if (!f->first_key || who[i].kind != PERSON_HUMAN)
			continue;
		for (unsigned tries = 0; at && tries < CHAIN_MAX; tries++) {
			uint32_t k = at - 1;

			at = p->facts.v[k].next == NONE
				     ? 0
				     : p->facts.v[k].next + 1;
			if (who[k].kind == PERSON_HUMAN &&
				p->facts.v[k].last_key == f->last_key &&
				is_tail_of(who[i].name, who[k].name))
				join_tail(p, i, k);
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
	struct cast *p = people_of(w);

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
	struct cast *p = people_of(w);

	for (size_t i = 0; i < s->names.n; i++) {
		struct name *n = &s->names.v[i];

		if (!n->first_key)
			continue;
		n->person = people_of_name(w, n->first_key, n->last_key);
		if (n->person == PERSON_NONE)
			n->person = people_of_nickname(w, n);
		if (n->person == PERSON_NONE)
			n->person = new_from_name(w, n);
		merge_into(w, n->person, n);
	}
	find_apart(w);
	join_singles(w);
	join_first_names(w);
	join_surnames(w);
	drop_weak_names(w);
	for (size_t i = 0; i < s->names.n; i++) {
		struct name *n = &s->names.v[i];
		uint32_t same = p->facts.v[n->person].same_as;

		for (int hops = 0; same != NONE && hops < 3; hops++) {
			n->person = same;
			same = p->facts.v[same].same_as;
		}
	}
}
