#include "names_correct.h"

#include "dateline/text/lexicon.h"

/* Between the parts of a node's key in names.keys. */
#define MARK '\x01'

struct maker {
	struct names *n;
	const struct store *s;
	struct correction_list corrections;
	const struct lexicon *lex; /* of the article */
	struct buf key, slot;
	VEC_OF(uint32_t) node_of_key; /* by number in names.keys */
};

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

static uint32_t new_node(struct maker *m, struct name_use use, bool known)
{
	const struct store_person *p = &m->s->persons.v[use.person];
	struct name_node node = { .kind = p->kind,
		.next = STORE_NONE,
		.article = STORE_NONE,
		.place = known ? STORE_NONE : use.article };
	struct str words[NAME_WORDS_MAX], suffix;
	size_t n;

	node.key = arena_dup(&m->n->arena, buf_str(&m->key));
	node.parent = node.last = (uint32_t)m->n->nodes.n;
	n = name_words(node.key, words, &suffix);
	node.surname = n ? words[n - 1] : node.key;
	node.given = n > 1 ? words[0] : STR("");
	node.listed = lexicon_has(m->lex, node.given, LEX_male) ||
		      lexicon_has(m->lex, node.given, LEX_female);
	*vec_push(&m->n->nodes) = node;
	return node.parent;
}

/* Sets a key apart by a number: there is one for each use of a name. */
static void add_number(struct buf *out, char what, uint32_t number)
{
	buf_add_c(out, MARK);
	buf_add_c(out, what);
	buf_add(out, str_of((const char *)&number, sizeof number));
}

/* The node of one use of a name. */
static uint32_t node_of(struct maker *m, struct name_use use)
{
	const struct store_person *p = &m->s->persons.v[use.person];
	struct names *n = m->n;
	uint32_t number;
	bool known, confined;

	buf_clear(&m->key);
	buf_clear(&m->slot);
	names_key(&m->key, store_str(m->s, p->name), (enum person_kind)p->kind,
		m->lex);
	known = is_known((enum person_kind)p->kind, buf_str(&m->key));
	buf_add(&m->slot, buf_str(&m->key));
	add_number(&m->slot, 'k', p->kind);
	confined = correction_list_mark(
		&m->corrections, m->s, use, buf_str(&m->key), &m->slot);
	/* It may be anybody's: one of each round. */
	if (!known)
		add_number(&m->slot, '#', m->s->articles.v[use.article].round);
	number = intern_add(&n->keys, buf_str(&m->slot));
	if (number == m->node_of_key.n) {
		*vec_push(&m->node_of_key) = new_node(m, use, known);
		if (confined)
			m->n->nodes.v[m->n->nodes.n - 1].article = use.article;
	}
	return m->node_of_key.v[number];
}

static void add_uses(struct maker *m)
{
	struct names *n = m->n;

	for (size_t t = 0; t < m->s->by_time.n; t++) {
		uint32_t i = m->s->by_time.v[t];
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

/* The uses of each node together, by time of the article. */
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
	for (size_t t = 0; t < n->store->by_time.n; t++) {
		uint32_t i = n->store->by_time.v[t];
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

bool names_apart(const struct names *n, uint32_t a, uint32_t b)
{
	a = names_root(n, a);
	b = names_root(n, b);
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
	if (names_apart(n, a, b))
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
	correction_list_make(&m.corrections, s, &n->arena, c, corrections);
	add_uses(&m);
	sort_uses(n);
	correction_list_obey(&m.corrections, n);
	correction_list_release(&m.corrections);
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
