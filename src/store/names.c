#include "names.h"

#include "dateline/text/lexicon.h"

/* Between the parts of a node's key in names.keys. */
#define MARK '\x01'

/* A correction with its names as they are compared. */
struct asked {
	const struct people_correction *c;
	struct str name, other; /* keys of human names */
	uint32_t article; /* STORE_NONE: any */
};

struct maker {
	struct names *n;
	const struct store *s;
	struct asked *asked;
	size_t n_asked;
	const struct lexicon *lex; /* of the article */
	struct buf key, slot;
	VEC_OF(uint32_t) node_of_key; /* by number in names.keys */
};

static struct str key_dup(struct names *n, struct str name)
{
	struct buf key = { 0 };
	struct str out;

	names_key(&key, name, PERSON_HUMAN, lexicon_get(STR_NONE));
	out = arena_dup(&n->arena, buf_str(&key));
	buf_release(&key);
	return out;
}

/* Corrections of articles that are not there say nothing. */
static void read_corrections(
	struct maker *m, const struct people_correction *c, size_t n)
{
	m->asked = mem_calloc(n + 1, sizeof *m->asked);
	for (size_t i = 0; i < n; i++) {
		struct asked a = { .c = &c[i], .article = STORE_NONE };

		if (c[i].article.n) {
			a.article = store_find(m->s, c[i].article);
			if (a.article == STORE_NONE)
				continue;
		}
		a.name = key_dup(m->n, c[i].name);
		a.other = key_dup(m->n, c[i].other);
		m->asked[m->n_asked++] = a;
	}
}

/* Whether equal names of this kind mean one wherever they stand. */
static bool is_known(enum person_kind kind, struct str key)
{
	switch (kind) {
	case PERSON_HUMAN:
		return str_chr(key, ' ', 0) != STR_NPOS;
	case PERSON_ORG:
	case PERSON_PLACE:
		return true;
	default:
		return false;
	}
}

/*
 * What tells a node from others with its key: the article, when the reader
 * said something of the name there; the name as written, when that is all in
 * which it differs from one it is not; the round, when it may be anybody's.
 */
static void add_reach(struct maker *m, struct name_use use, bool known)
{
	struct str name = store_str(m->s, m->s->persons.v[use.person].name);

	for (size_t i = 0; i < m->n_asked; i++) {
		const struct asked *a = &m->asked[i];

		if (!str_eq(a->name, buf_str(&m->key)))
			continue;
		if (a->article == use.article)
			buf_add_f(&m->slot, "%c@%u", MARK, use.article);
		else if (a->c->verdict == PEOPLE_APART &&
			 str_eq(a->name, a->other) && str_eq(a->c->name, name))
			buf_add_f(&m->slot, "%c%.*s", MARK, STR_ARG(name));
	}
	if (!known)
		buf_add_f(&m->slot, "%c#%u", MARK,
			m->s->articles.v[use.article].round);
}

static uint32_t new_node(struct maker *m, struct name_use use, bool known)
{
	const struct store_person *p = &m->s->persons.v[use.person];
	struct name_node node = { .kind = p->kind,
		.next = STORE_NONE,
		.place = known ? STORE_NONE : use.article };
	size_t space;

	node.key = arena_dup(&m->n->arena, buf_str(&m->key));
	node.parent = node.last = (uint32_t)m->n->nodes.n;
	node.given = node.surname = node.key;
	space = str_chr(node.key, ' ', 0);
	node.given.n = space == STR_NPOS ? 0 : space;
	while (space != STR_NPOS) {
		node.surname = str_slice(node.key, space + 1, node.key.n);
		space = str_chr(node.key, ' ', space + 1);
	}
	*vec_push(&m->n->nodes) = node;
	return node.parent;
}

/* The node of one use of a name. */
static uint32_t node_of(struct maker *m, struct name_use use)
{
	const struct store_person *p = &m->s->persons.v[use.person];
	struct names *n = m->n;
	uint32_t number;
	bool known;

	buf_clear(&m->key);
	buf_clear(&m->slot);
	names_key(&m->key, store_str(m->s, p->name), (enum person_kind)p->kind,
		m->lex);
	known = is_known((enum person_kind)p->kind, buf_str(&m->key));
	buf_add(&m->slot, buf_str(&m->key));
	buf_add_f(&m->slot, "%c%u", MARK, p->kind);
	add_reach(m, use, known);
	number = intern_add(&n->keys, buf_str(&m->slot));
	if (number == m->node_of_key.n)
		*vec_push(&m->node_of_key) = new_node(m, use, known);
	return m->node_of_key.v[number];
}

static void add_uses(struct maker *m)
{
	struct names *n = m->n;

	for (uint32_t i = 0; i < m->s->articles.n; i++) {
		const struct article *a = &m->s->articles.v[i];

		m->lex = lexicon_get(store_str(m->s, a->lang));
		for (uint32_t k = 0; k < a->persons.n; k++) {
			struct name_use use = { a->persons.first + k, i };
			struct name_node *node;
			char gender;

			n->node_of[use.person] = node_of(m, use);
			node = &n->nodes.v[n->node_of[use.person]];
			node->uses.n++;
			gender = (char)m->s->persons.v[use.person].gender;
			if (!node->gender)
				node->gender = gender;
		}
	}
}

/* The uses of each node together, by article. */
static void sort_uses(struct names *n)
{
	uint32_t at = 0;

	for (size_t i = 0; i < n->nodes.n; i++) {
		n->nodes.v[i].uses.first = at;
		at += n->nodes.v[i].uses.n;
		n->nodes.v[i].uses.n = 0;
	}
	for (uint32_t i = 0; i < at; i++)
		(void)vec_push(&n->uses);
	for (uint32_t i = 0; i < n->store->articles.n; i++) {
		struct span persons = n->store->articles.v[i].persons;

		for (uint32_t k = 0; k < persons.n; k++) {
			uint32_t person = persons.first + k;
			struct span *uses =
				&n->nodes.v[n->node_of[person]].uses;

			n->uses.v[uses->first + uses->n++] =
				(struct name_use){ person, i };
		}
	}
}

uint32_t names_root(const struct names *n, uint32_t node)
{
	struct name_node *v = n->nodes.v;

	while (v[node].parent != node) {
		v[node].parent = v[v[node].parent].parent;
		node = v[node].parent;
	}
	return node;
}

static bool is_vetoed(const struct names *n, uint32_t a, uint32_t b)
{
	if (!n->nodes.v[a].vetoed || !n->nodes.v[b].vetoed)
		return false;
	for (size_t i = 0; i < n->vetoes.n; i++) {
		uint32_t x = names_root(n, n->vetoes.v[i].a);
		uint32_t y = names_root(n, n->vetoes.v[i].b);

		if ((x == a && y == b) || (x == b && y == a))
			return true;
	}
	return false;
}

bool names_join(
	struct names *n, uint32_t node, uint32_t to, const struct name_why *why)
{
	struct name_node *v = n->nodes.v;
	uint32_t a = names_root(n, to), b = names_root(n, node);

	if (a == b)
		return true;
	if (is_vetoed(n, a, b))
		return false;
	if (v[node].reason == NAME_ALONE) {
		v[node].reason = (uint8_t)why->reason;
		v[node].scope = (uint8_t)why->scope;
		v[node].role = why->role;
	}
	v[b].parent = a;
	v[v[a].last].next = b;
	v[a].last = v[b].last;
	v[a].vetoed |= v[b].vetoed;
	return true;
}

void names_make(struct names *n, const struct store *s,
	const struct people_correction *c, size_t corrections)
{
	struct maker m = { .n = n, .s = s };

	*n = (struct names){ .store = s };
	n->node_of = mem_calloc(s->persons.n + 1, sizeof *n->node_of);
	read_corrections(&m, c, corrections);
	add_uses(&m);
	sort_uses(n);
	free(m.asked);
	vec_free(&m.node_of_key);
	buf_release(&m.key);
	buf_release(&m.slot);
}

void names_release(struct names *n)
{
	vec_free(&n->nodes);
	vec_free(&n->uses);
	vec_free(&n->vetoes);
	free(n->node_of);
	intern_release(&n->keys);
	arena_release(&n->arena);
}
