#include "identity.h"

#include "name_reason.h"

#include "dateline/text/fold.h"

/* A name that may stand for a fuller one is the identity's own when it is used
 * so many times as often; a bare one when there is no other. */
#define LESSER 4
#define BARE (UINT64_C(1) << 40)

/* Where a form of the identity at hand is, by its number in forms.texts. */
struct stamp {
	uint32_t identity, form;
};

/* The names, or the roles, of identities. */
struct forms {
	struct intern texts;
	VEC_OF(struct stamp) stamps;
};

struct maker {
	struct people *p;
	const struct names *n;
	const struct store *s;
	uint32_t *places; /* by article: in store.by_time */
	struct forms names, roles;
	VEC_OF(struct name_use) uses; /* of the identity at hand */
	VEC_OF(uint32_t) nodes; /* by people.names: a node that has it */
	struct intern ids;
	struct buf buf;
};

static int by_time(const void *x, const void *y, void *places)
{
	const struct name_use *a = x, *b = y;
	const uint32_t *place = places;

	if (a->article != b->article)
		return place[a->article] < place[b->article] ? -1 : 1;
	return (a->person > b->person) - (a->person < b->person);
}

static void gather_uses(struct maker *m, uint32_t root)
{
	const struct names *n = m->n;

	m->uses.n = 0;
	for (uint32_t i = root; i != STORE_NONE; i = n->nodes.v[i].next) {
		struct span uses = n->nodes.v[i].uses;

		for (uint32_t k = 0; k < uses.n; k++)
			*vec_push(&m->uses) = n->uses.v[uses.first + k];
	}
	if (m->uses.n)
		qsort_r(m->uses.v, m->uses.n, sizeof *m->uses.v, by_time,
			m->places);
}

/* The form's place among the identity's, which start at `first` of n. */
static uint32_t form_of(
	struct forms *f, struct str text, uint32_t identity, size_t n)
{
	uint32_t number = intern_add(&f->texts, text);

	if (number == f->stamps.n)
		*vec_push(&f->stamps) = (struct stamp){ STORE_NONE, 0 };
	if (f->stamps.v[number].identity != identity)
		f->stamps.v[number] = (struct stamp){ identity, (uint32_t)n };
	return f->stamps.v[number].form;
}

static int by_use(const void *x, const void *y)
{
	const struct people_form *a = x, *b = y;

	if (a->articles != b->articles)
		return a->articles > b->articles ? -1 : 1;
	if (a->quotes != b->quotes)
		return a->quotes > b->quotes ? -1 : 1;
	return str_cmp(a->text, b->text);
}

static void add_name(struct maker *m, uint32_t person)
{
	struct people *p = m->p;
	const struct store_person *who = &m->s->persons.v[person];
	struct str name = store_str(m->s, who->name);
	uint32_t at = form_of(&m->names, name, (uint32_t)p->list.n, p->names.n);

	if (at == p->names.n) {
		*vec_push(&p->names) = (struct people_form){ .text = name };
		*vec_push(&m->nodes) = m->n->node_of[person];
	}
	p->names.v[at].articles++;
	p->names.v[at].quotes += who->quotes;
}

static void add_role(struct maker *m, const struct store_person *who)
{
	struct people *p = m->p;
	struct str role = store_str(m->s, who->role);
	uint32_t at;

	if (!role.n)
		return;
	buf_clear(&m->buf);
	text_fold(&m->buf, role);
	at = form_of(
		&m->roles, buf_str(&m->buf), (uint32_t)p->list.n, p->roles.n);
	if (at == p->roles.n)
		*vec_push(&p->roles) = (struct people_form){ .text = role };
	p->roles.v[at].articles++;
	p->roles.v[at].quotes += who->quotes;
}

static void add_said(struct maker *m, struct name_use use)
{
	struct span quotes = m->s->articles.v[use.article].quotes;

	for (uint32_t k = quotes.first; k < quotes.first + quotes.n; k++)
		if (m->s->quotes.v[k].person == use.person)
			*vec_push(&m->p->said) =
				(struct people_said){ use.article, k };
}

static void add_uses(struct maker *m, struct identity *it)
{
	struct people *p = m->p;

	it->names.first = (uint32_t)p->names.n;
	it->roles.first = (uint32_t)p->roles.n;
	it->said.first = (uint32_t)p->said.n;
	it->articles.first = (uint32_t)p->articles.n;
	for (size_t i = 0; i < m->uses.n; i++) {
		struct name_use use = m->uses.v[i];
		const struct store_person *who = &m->s->persons.v[use.person];

		p->of[use.person] = (uint32_t)p->list.n;
		it->mentions += who->mentions;
		add_name(m, use.person);
		add_role(m, who);
		if (who->quotes)
			add_said(m, use);
		if (i == 0 || m->uses.v[i - 1].article != use.article)
			*vec_push(&p->articles) = use.article;
	}
	it->names.n = (uint32_t)p->names.n - it->names.first;
	it->roles.n = (uint32_t)p->roles.n - it->roles.first;
	it->said.n = (uint32_t)p->said.n - it->said.first;
	it->articles.n = (uint32_t)p->articles.n - it->articles.first;
	if (it->roles.n) {
		qsort(p->roles.v + it->roles.first, it->roles.n,
			sizeof *p->roles.v, by_use);
		it->role = p->roles.v[it->roles.first].text;
	}
}

/* The way a node's name is written most often. */
static struct str written(
	const struct maker *m, const struct identity *it, uint32_t node)
{
	const struct people_form *best = NULL;

	for (uint32_t i = it->names.first; i < m->p->names.n; i++) {
		const struct people_form *f = &m->p->names.v[i];

		if (str_eq(m->n->nodes.v[m->nodes.v[i]].key,
			    m->n->nodes.v[node].key) &&
			(!best || by_use(f, best) < 0))
			best = f;
	}
	return best ? best->text : STR_NONE;
}

/* How good a name is as the identity's own: one that may stand for a fuller
 * one counts less. */
static uint64_t weight(const struct name_node *v)
{
	uint64_t uses = (uint64_t)v->uses.n * LESSER;

	if (v->given.n == 0)
		return v->uses.n;
	if (!v->listed)
		uses /= LESSER;
	if (v->reason >= NAME_FRONT && v->reason <= NAME_INITIAL)
		uses /= LESSER;
	return uses + BARE;
}

/* Of two used alike the longer. */
static bool is_better(const struct name_node *a, const struct name_node *b)
{
	uint64_t x = weight(a), y = weight(b);

	return x != y ? x > y : a->key.n > b->key.n;
}

static bool is_corrected(const struct maker *m, uint32_t root)
{
	const struct name_node *v = m->n->nodes.v;

	for (uint32_t i = root; i != STORE_NONE; i = v[i].next)
		if (v[i].vetoed || v[i].reason == NAME_BY_READER)
			return true;
	return false;
}

/* Whose name is the identity's own. */
static uint32_t own_node(const struct maker *m, uint32_t root)
{
	const struct name_node *v = m->n->nodes.v;
	uint32_t best = root;

	for (uint32_t i = root; i != STORE_NONE; i = v[i].next) {
		if (v[i].own)
			return i;
		if (is_better(&v[i], &v[best]))
			best = i;
	}
	return best;
}

static void add_joins(struct maker *m, struct identity *it, uint32_t own)
{
	struct people *p = m->p;

	it->joins.first = (uint32_t)p->joins.n;
	for (uint32_t i = it->names.first; i < p->names.n; i++) {
		const struct people_form *f = &p->names.v[i];
		uint32_t node = m->nodes.v[i];
		const struct name_claim claim = { f->text, it->name, node,
			own };
		bool by_reader = m->n->nodes.v[node].reason == NAME_BY_READER;

		if (str_eq(f->text, it->name))
			continue;
		buf_clear(&m->buf);
		name_reason_say(&m->buf, m->n, &claim);
		*vec_push(&p->joins) = (struct people_join){ f->text,
			arena_dup(&p->arena, buf_str(&m->buf)), f->articles,
			by_reader };
	}
	it->joins.n = (uint32_t)p->joins.n - it->joins.first;
}

/* An id that no identity has yet. */
static struct str new_id(struct maker *m, uint32_t own)
{
	const struct name_node *node = &m->n->nodes.v[own];
	unsigned again = 1;
	uint32_t n = m->ids.n;
	size_t length;

	buf_clear(&m->buf);
	buf_add(&m->buf, node->key);
	if (node->place != STORE_NONE) {
		buf_add_c(&m->buf, '@');
		buf_add(&m->buf,
			store_str(m->s, m->s->articles.v[node->place].id));
	}
	length = m->buf.n;
	while (intern_add(&m->ids, buf_str(&m->buf)) < n) {
		m->buf.n = length;
		buf_add_f(&m->buf, "~%u", ++again);
	}
	return arena_dup(&m->p->arena, buf_str(&m->buf));
}

static void add_identity(struct maker *m, uint32_t root)
{
	struct people *p = m->p;
	uint32_t own = own_node(m, root);
	struct identity it = { .id = new_id(m, own),
		.number = (uint32_t)p->list.n,
		.corrected = is_corrected(m, root),
		.kind = m->n->nodes.v[own].kind,
		.gender = m->n->nodes.v[own].gender };

	gather_uses(m, root);
	add_uses(m, &it);
	it.name = written(m, &it, own);
	add_joins(m, &it, own);
	qsort(p->names.v + it.names.first, it.names.n, sizeof *p->names.v,
		by_use);
	*vec_push(&p->list) = it;
}

static int by_quotes(const void *x, const void *y)
{
	const struct identity *a = x, *b = y;
	int c;

	if (a->said.n != b->said.n)
		return a->said.n > b->said.n ? -1 : 1;
	c = str_cmp(a->name, b->name);
	return c ? c : str_cmp(a->id, b->id);
}

/* Sorts the list; `of` follows by way of the articles' persons. */
static void sort_list(struct maker *m)
{
	struct people *p = m->p;
	uint32_t *place = mem_calloc(p->list.n + 1, sizeof *place);

	if (p->list.n)
		qsort(p->list.v, p->list.n, sizeof *p->list.v, by_quotes);
	for (uint32_t i = 0; i < p->list.n; i++)
		place[p->list.v[i].number] = i;
	for (uint32_t i = 0; i < m->s->persons.n; i++)
		p->of[i] = place[p->of[i]];
	free(place);
}

void identities_make(struct people *p, const struct names *n)
{
	struct maker m = { .p = p, .n = n, .s = p->store };

	m.places =
		store_places(m.s->by_time.v, m.s->by_time.n, m.s->articles.n);
	p->of = mem_calloc(m.s->persons.n + 1, sizeof *p->of);
	for (uint32_t i = 0; i < n->nodes.n; i++)
		if (n->nodes.v[i].parent == i)
			add_identity(&m, i);
	sort_list(&m);
	intern_release(&m.names.texts);
	intern_release(&m.roles.texts);
	intern_release(&m.ids);
	vec_free(&m.names.stamps);
	vec_free(&m.roles.stamps);
	free(m.places);
	vec_free(&m.uses);
	vec_free(&m.nodes);
	buf_release(&m.buf);
}
