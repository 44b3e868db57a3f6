/*
 * A lesser name ("Marrend", "I. Marrend", "Ilse Marend") is the fuller one
 * ("Ilse Marrend") that it may stand for, when there is one only: in the
 * round, else in the storyline, else among those of its role, else in the
 * archive. Where a rule does not trust a scope it does not look there.
 */
#include "namesakes.h"

#include "name_pairs.h"
#include "name_roles.h"

/* Bearers of one surname beyond which the archive's scope says nothing. */
#define BEARERS_MAX 64
/* So many times as often is one of them named in full whom all know. */
#define OVERSHADOWED 10

/* The rounds a node is used in, ascending; likewise the storylines. */
struct places {
	uint32_t *v;
	struct span *of; /* by node */
};

/* One who bears a name (as surname, or as first name) somewhere. */
struct bearer {
	uint32_t name; /* in joiner.words */
	uint32_t place; /* round or storyline */
	uint32_t node;
};

struct bearers {
	VEC_OF(struct bearer) list; /* by name, place, node */
};

struct joiner {
	struct names *n;
	const struct store *s;
	struct intern words; /* surnames and first names */
	struct name_roles roles;
	struct places rounds, storylines;
	struct bearers in_round, in_storyline, in_archive, first_names;
	VEC_OF(uint32_t) candidates; /* roots, each once */
	VEC_OF(uint32_t) fuller; /* a node of each */
};

static uint32_t storyline_of(const struct store *s, uint32_t round)
{
	return s->rounds.v[round].storyline;
}

static int by_number(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;

	return (a > b) - (a < b);
}

static uint32_t sort_once(uint32_t *v, uint32_t n)
{
	uint32_t kept = 0;

	if (n)
		qsort(v, n, sizeof *v, by_number);
	for (uint32_t i = 0; i < n; i++)
		if (kept == 0 || v[kept - 1] != v[i])
			v[kept++] = v[i];
	return kept;
}

static void find_places(
	const struct joiner *j, struct places *p, bool storyline)
{
	const struct names *n = j->n;

	p->v = mem_alloc((n->uses.n + 1) * sizeof *p->v);
	p->of = mem_alloc((n->nodes.n + 1) * sizeof *p->of);
	for (size_t i = 0; i < n->nodes.n; i++) {
		struct span uses = n->nodes.v[i].uses;
		uint32_t *v = p->v + uses.first;

		for (uint32_t k = 0; k < uses.n; k++) {
			struct name_use use = n->uses.v[uses.first + k];
			uint32_t round = j->s->articles.v[use.article].round;

			v[k] = storyline ? storyline_of(j->s, round) : round;
		}
		p->of[i] = (struct span){ uses.first, sort_once(v, uses.n) };
	}
}

static void places_release(struct places *p)
{
	free(p->v);
	free(p->of);
}

static bool share_place(const struct places *p, uint32_t a, uint32_t b)
{
	struct span x = p->of[a], y = p->of[b];
	uint32_t i = 0, k = 0;

	while (i < x.n && k < y.n) {
		uint32_t u = p->v[x.first + i], v = p->v[y.first + k];

		if (u == v)
			return true;
		i += u < v;
		k += v < u;
	}
	return false;
}

/* One article tells them apart. */
static bool share_article(const struct names *n, uint32_t a, uint32_t b)
{
	struct span x = n->nodes.v[a].uses, y = n->nodes.v[b].uses;
	uint32_t i = 0, k = 0;

	while (i < x.n && k < y.n) {
		uint32_t u = n->uses.v[x.first + i].article;
		uint32_t v = n->uses.v[y.first + k].article;

		if (u == v)
			return true;
		i += u < v;
		k += v < u;
	}
	return false;
}

/* Whether nothing tells two nodes apart. A name with all the words of the other
 * (`certain`) is the same also in an article that has both. */
static bool may_be(const struct names *n, uint32_t a, uint32_t b, bool certain)
{
	const struct name_node *x = &n->nodes.v[a], *y = &n->nodes.v[b];

	return !(x->gender && y->gender && x->gender != y->gender) &&
	       !names_apart(n, a, b) && (certain || !share_article(n, a, b));
}

static int by_name(const void *x, const void *y)
{
	const struct bearer *a = x, *b = y;

	if (a->name != b->name)
		return a->name < b->name ? -1 : 1;
	if (a->place != b->place)
		return a->place < b->place ? -1 : 1;
	return (a->node > b->node) - (a->node < b->node);
}

static void add_bearers(
	struct bearers *b, uint32_t name, uint32_t node, const struct places *p)
{
	for (uint32_t k = 0; k < p->of[node].n; k++)
		*vec_push(&b->list) = (struct bearer){ name,
			p->v[p->of[node].first + k], node };
}

static void sort_bearers(struct bearers *b)
{
	if (b->list.n)
		qsort(b->list.v, b->list.n, sizeof *b->list.v, by_name);
}

static bool is_bare(const struct name_node *v)
{
	return v->kind == PERSON_HUMAN && v->given.n == 0;
}

static void find_bearers(struct joiner *j)
{
	const struct names *n = j->n;

	for (uint32_t i = 0; i < n->nodes.n; i++) {
		const struct name_node *v = &n->nodes.v[i];
		uint32_t surname;

		if (v->kind != PERSON_HUMAN || v->given.n == 0)
			continue;
		surname = intern_add(&j->words, v->surname);
		add_bearers(&j->in_round, surname, i, &j->rounds);
		add_bearers(&j->in_storyline, surname, i, &j->storylines);
		*vec_push(&j->in_archive.list) =
			(struct bearer){ surname, 0, i };
		add_bearers(&j->first_names, intern_add(&j->words, v->given), i,
			&j->rounds);
	}
	sort_bearers(&j->in_round);
	sort_bearers(&j->in_storyline);
	sort_bearers(&j->in_archive);
	sort_bearers(&j->first_names);
}

static void add_candidate(struct joiner *j, uint32_t node)
{
	uint32_t root = names_root(j->n, node);

	for (size_t i = 0; i < j->candidates.n; i++)
		if (j->candidates.v[i] == root)
			return;
	*vec_push(&j->candidates) = root;
	*vec_push(&j->fuller) = node;
}

/* The first bearer of the name at the place, or after. */
static size_t find_bearer(
	const struct bearers *b, uint32_t name, uint32_t place)
{
	const struct bearer wanted = { name, place, 0 };
	size_t low = 0, high = b->list.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (by_name(&b->list.v[mid], &wanted) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Those who bear the bare name of a node there. */
static void find_candidates(struct joiner *j, const struct bearers *b,
	uint32_t node, uint32_t place)
{
	uint32_t name = intern_find(&j->words, j->n->nodes.v[node].key);
	size_t n = 0;

	j->candidates.n = j->fuller.n = 0;
	if (name == INTERN_NONE)
		return;
	for (size_t i = find_bearer(b, name, place);
		i < b->list.n && n <= BEARERS_MAX &&
		b->list.v[i].name == name && b->list.v[i].place == place;
		i++, n++)
		if (may_be(j->n, node, b->list.v[i].node, false))
			add_candidate(j, b->list.v[i].node);
}

/* Joins the node with the only candidate. */
static bool join_only(struct joiner *j, uint32_t node, struct name_why why)
{
	return j->candidates.n == 1 &&
	       names_join(j->n, node, j->fuller.v[0], &why);
}

/* Of several, leaves the one who is named in full so much more often. */
static void keep_famous(struct joiner *j)
{
	const struct name_node *v = j->n->nodes.v;
	size_t best = 0;

	for (size_t i = 1; i < j->fuller.n; i++)
		if (v[j->fuller.v[i]].uses.n > v[j->fuller.v[best]].uses.n)
			best = i;
	for (size_t i = 0; i < j->fuller.n; i++)
		if (i != best && v[j->fuller.v[i]].uses.n * OVERSHADOWED >=
					 v[j->fuller.v[best]].uses.n)
			return;
	if (j->fuller.n) {
		j->fuller.v[0] = j->fuller.v[best];
		j->candidates.v[0] = j->candidates.v[best];
		j->candidates.n = j->fuller.n = 1;
	}
}

/* Leaves the candidates whose role fits. */
static void keep_role(struct joiner *j, uint32_t node, struct sref *role)
{
	size_t kept = 0;

	for (size_t i = 0; i < j->fuller.n; i++) {
		if (name_roles_match(&j->roles, node, j->fuller.v[i], role) ==
			ROLE_DIFFERENT)
			continue;
		j->candidates.v[kept] = j->candidates.v[i];
		j->fuller.v[kept++] = j->fuller.v[i];
	}
	j->candidates.n = j->fuller.n = kept;
}

/* A name that another bears so much more often is used for that one. */
static bool is_overshadowed(struct joiner *j, uint32_t node)
{
	const struct name_node *v = j->n->nodes.v;
	uint32_t name = intern_find(&j->words, v[node].key);
	size_t i = find_bearer(&j->in_archive, name, 0), n = 0;

	for (; i < j->in_archive.list.n && n < BEARERS_MAX &&
		j->in_archive.list.v[i].name == name;
		i++, n++) {
		uint32_t other = j->in_archive.list.v[i].node;

		if (names_root(j->n, other) != j->candidates.v[0] &&
			v[other].uses.n >
				OVERSHADOWED * v[j->fuller.v[0]].uses.n)
			return true;
	}
	return false;
}

/* A bare surname: whose it is, nearest first. */
static bool join_surname(struct joiner *j, uint32_t node)
{
	struct name_why why = { NAME_SURNAME, NAME_IN_ROUND, { 0 } };
	uint32_t round = j->rounds.v[j->rounds.of[node].first];

	find_candidates(j, &j->in_round, node, round);
	if (j->candidates.n == 0) {
		why.scope = NAME_IN_STORYLINE;
		find_candidates(
			j, &j->in_storyline, node, storyline_of(j->s, round));
	}
	if (j->candidates.n == 1 && !is_overshadowed(j, node))
		return join_only(j, node, why);
	if (j->candidates.n == 0)
		find_candidates(j, &j->in_archive, node, 0);
	why.scope = NAME_BY_ROLE;
	keep_role(j, node, &why.role);
	keep_famous(j);
	return join_only(j, node, why);
}

/* A bare first name, of the only one in the round. */
static void join_first_name(struct joiner *j, uint32_t node)
{
	const struct name_why why = { NAME_FIRST, NAME_IN_ROUND, { 0 } };
	uint32_t round = j->rounds.v[j->rounds.of[node].first];

	find_candidates(j, &j->first_names, node, round);
	if (j->candidates.n == 1 && j->n->nodes.v[j->fuller.v[0]].listed)
		join_only(j, node, why);
}

/* Rules that look for more than the round, for names of known first names. */
static bool is_trusted(const struct joiner *j, const struct name_pair *p)
{
	const struct name_node *v = j->n->nodes.v;

	switch (p->reason) {
	case NAME_SPACE:
		return true;
	case NAME_MIDDLE:
	case NAME_END:
		return v[p->node].listed || v[p->to].listed;
	default:
		return false;
	}
}

/* Whether the round, the role, or the storyline may be evidence. */
static const struct trust {
	bool round, noun, role, storyline;
} trusts[] = {
	[NAME_SPACE] = { true, true, true, true },
	[NAME_MIDDLE] = { true, true, true, true },
	[NAME_END] = { true, true, true, true },
	[NAME_FRONT] = { true, false, true, false },
	[NAME_INITIAL] = { true, true, true, true },
	[NAME_LETTER] = { true, false, true, false },
	[NAME_SUFFIX] = { false, true, true, false },
	[NAME_SHORT] = { true, true, true, false },
	[NAME_GIVEN] = { false, false, true, false },
};

/* What speaks for a pair besides the names. */
static enum name_scope find_evidence(
	struct joiner *j, const struct name_pair *p, struct sref *role)
{
	const struct trust *t = &trusts[p->reason];
	enum role_match match;

	if (p->reason == NAME_FRONT && !j->n->nodes.v[p->node].listed)
		return NAME_NOWHERE;
	if (t->round && share_place(&j->rounds, p->node, p->to))
		return NAME_IN_ROUND;
	match = name_roles_match(&j->roles, p->node, p->to, role);
	if ((t->role && match == ROLE_SAME) || (t->noun && match == ROLE_NOUN))
		return NAME_BY_ROLE;
	if (t->storyline && share_place(&j->storylines, p->node, p->to))
		return NAME_IN_STORYLINE;
	return is_trusted(j, p) ? NAME_IN_ARCHIVE : NAME_NOWHERE;
}

/* Pairs [first, end) are one node's, for one reason. */
static void join_pairs(struct joiner *j, const struct name_pair *p, size_t n)
{
	struct name_why why = { p->reason, NAME_NOWHERE, { 0 } };
	bool certain = p->reason <= NAME_END;

	j->candidates.n = j->fuller.n = 0;
	for (size_t i = 0; i < n; i++)
		if (may_be(j->n, p[i].node, p[i].to, certain))
			add_candidate(j, p[i].to);
	if (j->candidates.n != 1)
		return;
	for (size_t i = 0; i < n && why.scope == NAME_NOWHERE; i++)
		if (may_be(j->n, p[i].node, p[i].to, certain))
			why.scope = find_evidence(j, &p[i], &why.role);
	if (why.scope != NAME_NOWHERE)
		join_only(j, p->node, why);
}

static void join_full(struct joiner *j)
{
	struct name_pairs pairs = { 0 };
	size_t first = 0;

	name_pairs_find(&pairs, j->n);
	for (size_t i = 1; i <= pairs.list.n; i++) {
		const struct name_pair *p = pairs.list.v;

		if (i < pairs.list.n && p[i].node == p[first].node &&
			p[i].reason == p[first].reason)
			continue;
		join_pairs(j, p + first, i - first);
		first = i;
	}
	vec_free(&pairs.list);
}

/* The same bare name, of nobody with a fuller one. */
static void join_bare(struct joiner *j)
{
	struct names *n = j->n;
	struct intern keys = { 0 };
	VEC_OF(uint32_t) latest = { 0 }; /* by key: the last node with it */

	for (uint32_t i = 0; i < n->nodes.n; i++) {
		struct name_why why = { NAME_SAME, NAME_IN_ARCHIVE, { 0 } };
		uint32_t key;

		if (!is_bare(&n->nodes.v[i]) || n->nodes.v[i].reason)
			continue;
		key = intern_add(&keys, n->nodes.v[i].key);
		if (key == latest.n)
			*vec_push(&latest) = i;
		else if (may_be(n, i, latest.v[key], false) &&
			 intern_find(&j->words, n->nodes.v[i].key) ==
				 INTERN_NONE)
			names_join(n, i, latest.v[key], &why);
		latest.v[key] = i;
	}
	vec_free(&latest);
	intern_release(&keys);
}

static void joiner_release(struct joiner *j)
{
	places_release(&j->rounds);
	places_release(&j->storylines);
	vec_free(&j->in_round.list);
	vec_free(&j->in_storyline.list);
	vec_free(&j->in_archive.list);
	vec_free(&j->first_names.list);
	vec_free(&j->candidates);
	vec_free(&j->fuller);
	intern_release(&j->words);
	name_roles_release(&j->roles);
}

void namesakes_join(struct names *n)
{
	struct joiner j = { .n = n, .s = n->store };

	name_roles_begin(&j.roles, n);
	find_places(&j, &j.rounds, false);
	find_places(&j, &j.storylines, true);
	join_full(&j);
	find_bearers(&j);
	for (uint32_t i = 0; i < n->nodes.n; i++)
		if (is_bare(&n->nodes.v[i]) &&
			n->nodes.v[i].reason != NAME_BY_READER &&
			!join_surname(&j, i))
			join_first_name(&j, i);
	join_bare(&j);
	joiner_release(&j);
}
