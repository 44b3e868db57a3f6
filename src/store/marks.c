#include "dateline/store/marks.h"

#include "article_set.h"
#include "strays.h"

/* Two tags are told apart as they are written. */
static struct mark_tag *find_tag(const struct marks *m, struct str name)
{
	for (size_t i = 0; i < m->tags.n; i++)
		if (str_eq(m->tags.v[i].name, name))
			return &m->tags.v[i];
	return NULL;
}

/* The marks that are no tags: where their sets are. */
static const struct plain_mark {
	enum state_kind kind;
	enum state_flag flag;
	size_t set;
} plain_marks[] = {
	{ STATE_READ, STATE_FLAG_READ, offsetof(struct marks, read) },
	{ STATE_STARRED, STATE_FLAG_STARRED, offsetof(struct marks, starred) },
	{ STATE_LATER, STATE_FLAG_LATER, offsetof(struct marks, later) },
};
#define PLAIN_MARKS (sizeof plain_marks / sizeof *plain_marks)

static const struct plain_mark *find_plain(enum state_kind kind)
{
	for (size_t i = 0; i < PLAIN_MARKS; i++)
		if (plain_marks[i].kind == kind)
			return &plain_marks[i];
	return NULL;
}

static struct mark_set *plain_set(struct marks *m, const struct plain_mark *p)
{
	return (struct mark_set *)((char *)m + p->set);
}

const struct mark_set *marks_of(
	const struct marks *m, enum state_kind kind, struct str tag)
{
	const struct plain_mark *p = find_plain(kind);
	const struct mark_tag *t;

	if (p)
		return (const struct mark_set *)((const char *)m + p->set);
	t = find_tag(m, tag);
	return t ? &t->set : NULL;
}

static void put(struct marks *m, struct mark_set *set, uint32_t article)
{
	if (!set->bits)
		set->bits =
			mem_calloc(set_words(m->articles), sizeof *set->bits);
	set->n += !set_has(set->bits, article);
	set_add(set->bits, article);
}

static void drop(struct mark_set *set, uint32_t article)
{
	if (!mark_set_has(set, article))
		return;
	set->n--;
	set_drop(set->bits, article);
}

/* Stays in order of the names. */
static struct mark_set *add_tag(struct marks *m, struct str name)
{
	struct mark_tag *t = find_tag(m, name);
	size_t at;

	if (t)
		return &t->set;
	vec_push(&m->tags);
	for (at = m->tags.n - 1;
		at > 0 && str_cmp(m->tags.v[at - 1].name, name) > 0; at--)
		m->tags.v[at] = m->tags.v[at - 1];
	m->tags.v[at] = (struct mark_tag){ .name = arena_dup(&m->arena, name) };
	return &m->tags.v[at].set;
}

void marks_set(struct marks *m, const struct marking *marking)
{
	const struct plain_mark *p = find_plain(marking->kind);
	struct mark_set *set = p ? plain_set(m, p) : add_tag(m, marking->tag);

	for (size_t i = 0; i < marking->n; i++)
		if (marking->on)
			put(m, set, marking->articles[i]);
		else
			drop(set, marking->articles[i]);
	m->serial++;
}

static void clear(struct marks *m)
{
	for (size_t i = 0; i < PLAIN_MARKS; i++) {
		free(plain_set(m, &plain_marks[i])->bits);
		*plain_set(m, &plain_marks[i]) = (struct mark_set){ 0 };
	}
	for (size_t i = 0; i < m->tags.n; i++)
		free(m->tags.v[i].set.bits);
	m->tags.n = 0;
	arena_clear(&m->arena);
	m->serial++;
}

void marks_release(struct marks *m)
{
	clear(m);
	vec_free(&m->tags);
	arena_release(&m->arena);
	notes_release(&m->notes);
	*m = (struct marks){ 0 };
}

void marks_say_tags(const struct marks *m, uint32_t article, struct buf *out)
{
	size_t before = out->n;

	for (size_t i = 0; i < m->tags.n; i++) {
		if (!mark_set_has(&m->tags.v[i].set, article))
			continue;
		buf_add(out, out->n > before ? STR(", ") : STR(""));
		buf_add(out, m->tags.v[i].name);
	}
}

/* Eight bytes a step, each multiplied into both halves (the finisher of
 * MurmurHash3, Appleby 2011): 3 GB a second, FNV-1a 0.8. */
static uint64_t mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * UINT64_C(0xff51afd7ed558ccd);
	return hash ^ hash >> 33;
}

static uint64_t hash_on(uint64_t hash, struct str s)
{
	uint64_t word;
	size_t i = 0;

	for (; i + sizeof word <= s.n; i += sizeof word) {
		memcpy(&word, s.p + i, sizeof word);
		hash = mix(hash, word);
	}
	for (; i < s.n; i++)
		hash = mix(hash, (uint8_t)s.p[i]);
	return mix(hash, s.n);
}

int64_t marks_content(const struct store *s, uint32_t article)
{
	const struct article *a = &s->articles.v[article];
	uint64_t hash = hash_on(1, store_str(s, a->title));

	hash = hash_on(hash, store_str(s, a->text));
	return (int64_t)(hash << 32 | a->text.n | (a->text.n == 0));
}

/* An article with marks that is not in the store. */
struct lost {
	struct str id;
	bool found; /* it is there, with another id */
};

struct marks_reader {
	struct marks *m;
	const struct store *s;
	size_t next; /* in by_id: both come in the same order */
	uint64_t *known; /* articles that the state knows */
	VEC_OF(struct lost) lost;
	struct strays strays; /* item: in lost */
	struct mark_set *tag;
	struct str tag_name;
	struct arena arena; /* of the lost */
};

static int order_at(const struct marks_reader *r, size_t at, struct str id)
{
	const struct article *a = &r->s->articles.v[r->s->by_id.v[at]];

	return str_cmp(store_str(r->s, a->id), id);
}

/*
 * The article of an id that is not before those asked for until now: by steps
 * that double, then halving (Bentley and Yao 1976), so that few marks look at
 * few ids, and many at each once or twice.
 */
static uint32_t meet(struct marks_reader *r, struct str id)
{
	size_t low = r->next, high = low, step = 1, n = r->s->by_id.n;

	for (; high < n && order_at(r, high, id) < 0; step *= 2) {
		low = high + 1;
		high += step;
	}
	high = high < n ? high : n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (order_at(r, mid, id) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	r->next = low;
	if (low == n || order_at(r, low, id) != 0)
		return STORE_NONE;
	r->next++;
	return r->s->by_id.v[low];
}

static void take_article(
	void *ctx, const struct state_article *article, unsigned flags)
{
	struct marks_reader *r = ctx;
	uint32_t i = meet(r, article->id);

	if (i == STORE_NONE) {
		*vec_push(&r->strays.list) =
			(struct stray){ article->content, (uint32_t)r->lost.n };
		*vec_push(&r->lost) =
			(struct lost){ arena_dup(&r->arena, article->id),
				false };
		return;
	}
	set_add(r->known, i);
	for (size_t k = 0; k < PLAIN_MARKS; k++)
		if (flags & plain_marks[k].flag)
			put(r->m, plain_set(r->m, &plain_marks[k]), i);
}

static void take_tag(void *ctx, struct str tag, struct str id)
{
	struct marks_reader *r = ctx;
	uint32_t i;

	if (!r->tag || !str_eq(tag, r->tag_name)) {
		r->tag = add_tag(r->m, tag);
		r->tag_name = find_tag(r->m, tag)->name;
		r->next = 0;
	}
	i = meet(r, id);
	if (i != STORE_NONE)
		put(r->m, r->tag, i);
}

/* The one that was what this article is; NULL: none. */
static struct lost *lost_of(struct marks_reader *r, uint32_t article)
{
	struct span at = strays_of(&r->strays, r->s, article);

	for (uint32_t i = at.first; i < at.first + at.n; i++) {
		struct lost *lost = &r->lost.v[r->strays.list.v[i].item];

		if (!lost->found)
			return lost;
	}
	return NULL;
}

/* Gives the marks of the lost to the articles they are now; false when there
 * are none such. */
static bool bring_home(struct marks_reader *r, struct state *state)
{
	VEC_OF(struct state_move) moves = { 0 };
	struct err e;
	bool good;

	strays_sort(&r->strays);
	for (size_t k = 0; r->lost.n && k < r->s->by_time.n; k++) {
		uint32_t i = r->s->by_time.v[k];
		struct lost *lost = set_has(r->known, i) ? NULL : lost_of(r, i);

		if (!lost)
			continue;
		lost->found = true;
		*vec_push(&moves) = (struct state_move){ lost->id,
			store_str(r->s, r->s->articles.v[i].id) };
	}
	/* Where it fails, they are looked for again next time. */
	good = moves.n > 0 &&
	       state_move(state, moves.v, moves.n, &e) != STATE_FAILED;
	vec_free(&moves);
	return good;
}

static bool read_once(
	struct marks_reader *r, struct state *state, struct err *e)
{
	const struct state_marks_sink sink = { r, take_article, take_tag };
	bool good;

	clear(r->m);
	r->next = r->lost.n = r->strays.list.n = 0;
	r->tag = NULL;
	good = state_marks(state, &sink, e);
	if (!good)
		clear(r->m);
	return good;
}

bool marks_read(struct marks *m, struct state *state, const struct store *s,
	struct err *e)
{
	struct marks_reader r = { .m = m, .s = s };
	bool good;

	m->articles = s->articles.n;
	r.known = mem_calloc(set_words(m->articles) + 1, sizeof *r.known);
	good = read_once(&r, state, e) &&
	       (!bring_home(&r, state) || read_once(&r, state, e)) &&
	       notes_read(&m->notes, state, s, e);
	free(r.known);
	vec_free(&r.lost);
	strays_release(&r.strays);
	arena_release(&r.arena);
	return good;
}
