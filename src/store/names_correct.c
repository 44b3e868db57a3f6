#include "names_correct.h"

#include "dateline/text/lexicon.h"

/* A node that bears a name of a correction. */
struct named {
	uint32_t key; /* in correction_list.keys */
	uint32_t node;
};

struct obeyer {
	const struct correction_list *l;
	struct names *n;
	VEC_OF(struct named) named; /* by key, node */
	VEC_OF(uint32_t) nodes, others; /* of the correction at hand */
};

static void read_name(struct arena *arena, struct str name, struct str keys[2])
{
	struct buf key = { 0 };

	for (int other = 0; other < 2; other++) {
		buf_clear(&key);
		names_key(&key, name, other ? PERSON_ORG : PERSON_HUMAN,
			lexicon_english());
		keys[other] = arena_dup(arena, buf_str(&key));
	}
	buf_release(&key);
}

/* Which of the keys names of a kind have. */
static int form_of(uint16_t kind)
{
	return kind != PERSON_HUMAN;
}

static bool is_about_same(
	const struct correction *a, const struct correction *b)
{
	return a->article == b->article &&
	       ((str_eq(a->c->name, b->c->name) &&
			str_eq(a->c->other, b->c->other)) ||
		       (str_eq(a->c->name, b->c->other) &&
			       str_eq(a->c->other, b->c->name)));
}

static void keep_latest(struct correction_list *l)
{
	size_t kept = 0;

	for (size_t i = 0; i < l->v.n; i++) {
		bool again = false;

		for (size_t k = i + 1; k < l->v.n && !again; k++)
			again = is_about_same(&l->v.v[i], &l->v.v[k]);
		if (!again)
			l->v.v[kept++] = l->v.v[i];
	}
	l->v.n = kept;
}

void correction_list_make(struct correction_list *l, const struct store *s,
	struct arena *arena, const struct people_correction *c, size_t n)
{
	*l = (struct correction_list){ 0 };
	for (size_t i = 0; i < n; i++) {
		struct correction got = { .c = &c[i], .article = STORE_NONE };

		if (c[i].article.n) {
			got.article = store_find(s, c[i].article);
			if (got.article == STORE_NONE)
				continue;
		}
		read_name(arena, c[i].name, got.name);
		read_name(arena, c[i].other, got.other);
		*vec_push(&l->v) = got;
	}
	keep_latest(l);
	for (size_t i = 0; i < l->v.n * 2; i++) {
		intern_add(&l->keys, l->v.v[i / 2].name[i % 2]);
		intern_add(&l->keys, l->v.v[i / 2].other[i % 2]);
	}
}

void correction_list_release(struct correction_list *l)
{
	vec_free(&l->v);
	intern_release(&l->keys);
}

/* About one way of writing a name: it is not the other way. */
static bool is_of_writing(const struct correction *c)
{
	return c->article == STORE_NONE && c->c->verdict == PEOPLE_APART &&
	       str_eq(c->name[0], c->other[0]);
}

bool correction_list_mark(const struct correction_list *l,
	const struct store *s, struct name_use use, struct str key,
	struct buf *out)
{
	const struct store_person *who = &s->persons.v[use.person];
	struct str name = store_str(s, who->name);

	if (l->v.n == 0 || intern_find(&l->keys, key) == INTERN_NONE)
		return false;
	for (size_t i = 0; i < l->v.n; i++) {
		const struct correction *c = &l->v.v[i];

		if (!str_eq(c->name[form_of(who->kind)], key))
			continue;
		if (c->article == use.article) {
			buf_add_f(out, "\x01@%u", use.article);
			return true;
		}
		if (is_of_writing(c) && str_eq(c->c->name, name))
			buf_add_f(out, "\x01=%.*s", STR_ARG(name));
	}
	return false;
}

static int by_key(const void *x, const void *y)
{
	const struct named *a = x, *b = y;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return (a->node > b->node) - (a->node < b->node);
}

static void find_named(struct obeyer *o)
{
	for (uint32_t i = 0; i < o->n->nodes.n; i++) {
		uint32_t key = intern_find(&o->l->keys, o->n->nodes.v[i].key);

		if (key != INTERN_NONE)
			*vec_push(&o->named) = (struct named){ key, i };
	}
	if (o->named.n)
		qsort(o->named.v, o->named.n, sizeof *o->named.v, by_key);
}

static struct str written(const struct names *n, uint32_t node)
{
	uint32_t use = n->nodes.v[node].uses.first;

	return store_str(
		n->store, n->store->persons.v[n->uses.v[use].person].name);
}

/* Whether the correction is about the node, by its first name. */
static bool is_meant(
	const struct obeyer *o, const struct correction *c, uint32_t node)
{
	if (c->article != STORE_NONE)
		return o->n->nodes.v[node].article == c->article;
	return !is_of_writing(c) || str_eq(written(o->n, node), c->c->name);
}

/* The nodes with each of the correction's two names. */
static void find_nodes(struct obeyer *o, const struct correction *c)
{
	uint32_t names[2], others[2];

	for (int i = 0; i < 2; i++) {
		names[i] = intern_find(&o->l->keys, c->name[i]);
		others[i] = intern_find(&o->l->keys, c->other[i]);
	}
	o->nodes.n = o->others.n = 0;
	for (size_t i = 0; i < o->named.n; i++) {
		const struct named *named = &o->named.v[i];
		int form = form_of(o->n->nodes.v[named->node].kind);

		if (named->key == names[form] && is_meant(o, c, named->node))
			*vec_push(&o->nodes) = named->node;
		else if (named->key == others[form])
			*vec_push(&o->others) = named->node;
	}
}

static void set_apart(struct obeyer *o)
{
	struct name_node *v = o->n->nodes.v;

	for (size_t i = 0; i < o->nodes.n; i++)
		for (size_t k = 0; k < o->others.n; k++) {
			struct name_veto veto = { o->nodes.v[i],
				o->others.v[k] };

			*vec_push(&o->n->vetoes) = veto;
			v[veto.a].vetoed = v[veto.b].vetoed = true;
		}
}

static uint32_t round_of(const struct names *n, uint32_t node)
{
	uint32_t place = n->nodes.v[node].place;

	return place == STORE_NONE ? STORE_NONE
				   : n->store->articles.v[place].round;
}

/* Which of those with the other name: the one at the same place, else the one
 * who is named most. */
static uint32_t choose_other(const struct obeyer *o, uint32_t node)
{
	const struct name_node *v = o->n->nodes.v;
	uint32_t round = round_of(o->n, node), best = o->others.v[0];

	for (size_t k = 0; k < o->others.n; k++) {
		uint32_t other = o->others.v[k];

		if (round != STORE_NONE && round_of(o->n, other) == round)
			return other;
		if (v[other].uses.n > v[best].uses.n)
			best = other;
	}
	return best;
}

static void set_same(struct obeyer *o)
{
	const struct name_why why = { NAME_BY_READER, NAME_NOWHERE, { 0 } };
	struct name_node *v = o->n->nodes.v;

	for (size_t i = 0; i < o->nodes.n && o->others.n; i++) {
		uint32_t node = o->nodes.v[i];
		uint32_t other = choose_other(o, node);

		if (!names_join(o->n, node, other, &why))
			continue;
		v[node].own = false;
		v[other].own = true;
	}
}

void correction_list_obey(const struct correction_list *l, struct names *n)
{
	static const enum people_verdict order[] = { PEOPLE_APART,
		PEOPLE_SAME };
	struct obeyer o = { .l = l, .n = n };

	if (l->v.n == 0)
		return;
	find_named(&o);
	for (size_t pass = 0; pass < sizeof order / sizeof *order; pass++)
		for (size_t i = 0; i < l->v.n; i++) {
			if (l->v.v[i].c->verdict != order[pass])
				continue;
			find_nodes(&o, &l->v.v[i]);
			if (order[pass] == PEOPLE_APART)
				set_apart(&o);
			else
				set_same(&o);
		}
	vec_free(&o.named);
	vec_free(&o.nodes);
	vec_free(&o.others);
}
