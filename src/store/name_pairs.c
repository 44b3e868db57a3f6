/*
 * Names one letter apart meet by the hashes of both without one letter (Mor and
 * Fraenkel, "A hash code method for detecting and correcting spelling errors",
 * CACM 25, 1982); all others by what they have in common itself.
 */
#include "name_pairs.h"

/* More names with one hash are too common a name to tell anything. */
#define GROUP_MAX 64
/* Shorter names differ by a letter because they are different. */
#define LETTERS_MIN 8
#define LETTERS_MAX 40
/* Letters of a first name cut short. */
#define SHORT_MIN 3

struct mark {
	uint64_t hash;
	uint32_t node;
};

struct finder {
	const struct names *n;
	struct name_pairs *out;
	VEC_OF(struct mark) marks;
};

/* A name cut into words, and its letters alone. */
struct parts {
	struct str words[NAME_WORDS_MAX];
	struct str suffix;
	size_t n;
	char letters[LETTERS_MAX];
	size_t n_letters; /* 0: too many */
};

static void cut(struct parts *p, struct str key)
{
	p->n = name_words(key, p->words, &p->suffix);
	p->n_letters = 0;
	if (key.n > LETTERS_MAX)
		return;
	for (size_t i = 0; i < p->n; i++) {
		memcpy(p->letters + p->n_letters, p->words[i].p, p->words[i].n);
		p->n_letters += p->words[i].n;
	}
}

static void push_mark(
	struct finder *f, enum name_reason kind, uint64_t hash, uint32_t node)
{
	*vec_push(&f->marks) =
		(struct mark){ hash ^ (uint64_t)kind * 0x9e3779b97f4a7c15u,
			node };
}

static void add_mark(
	struct finder *f, enum name_reason kind, struct str what, uint32_t node)
{
	push_mark(f, kind, str_hash(what), node);
}

/* The letters, and the letters without each of them. */
static void add_letters(struct finder *f, const struct parts *p, uint32_t node)
{
	uint64_t front = STR_HASH_START; /* of the letters before the one */
	size_t n = p->n_letters;

	add_mark(f, NAME_LETTER, str_of(p->letters, n), node);
	if (n < LETTERS_MIN)
		return;
	for (size_t i = 0; i < n; i++) {
		struct str rest = str_of(p->letters + i + 1, n - i - 1);

		push_mark(f, NAME_LETTER, str_hash_on(front, rest), node);
		front = str_hash_byte(front, p->letters[i]);
	}
}

/* Two words as one text. */
static void add_two(struct finder *f, enum name_reason kind, struct str a,
	struct str b, uint32_t node)
{
	uint64_t hash = str_hash_on(str_hash_byte(str_hash(a), ' '), b);

	push_mark(f, kind, hash, node);
}

static void add_marks(struct finder *f, uint32_t node)
{
	struct str key = f->n->nodes.v[node].key;
	struct str first, last;
	struct parts p;

	cut(&p, key);
	if (p.n < 2)
		return;
	first = p.words[0];
	last = p.words[p.n - 1];
	key.n = (size_t)(last.p - key.p) + last.n;
	add_letters(f, &p, node);
	add_two(f, NAME_MIDDLE, first, last, node);
	add_two(f, NAME_INITIAL, str_slice(first, 0, 1), last, node);
	for (size_t i = 0; i + 1 < p.n; i++) {
		size_t from = (size_t)(p.words[i].p - key.p);
		size_t to =
			(size_t)(p.words[i + 1].p - key.p) + p.words[i + 1].n;

		add_mark(f, NAME_END, str_slice(key, from, key.n), node);
		add_mark(f, NAME_FRONT, str_slice(key, 0, to), node);
	}
}

static bool is_initial_of(struct str a, struct str b)
{
	return a.n == 1 && b.n > 1 && a.p[0] == b.p[0];
}

/* Nothing between first name and surname, or initials for what is. */
static bool is_middle_of(const struct parts *a, const struct parts *b)
{
	if (a->n == 2)
		return true;
	if (a->n != b->n)
		return false;
	for (size_t i = 1; i + 1 < a->n; i++)
		if (!str_eq(a->words[i], b->words[i]) &&
			!is_initial_of(a->words[i], b->words[i]))
			return false;
	return true;
}

/* At most one letter put in, left out or put for another. */
static bool is_near(const struct parts *a, const struct parts *b)
{
	size_t i = 0, j = 0;

	while (i < a->n_letters && i < b->n_letters &&
		a->letters[i] == b->letters[i])
		i++;
	while (j + i < a->n_letters && j + i < b->n_letters &&
		a->letters[a->n_letters - 1 - j] ==
			b->letters[b->n_letters - 1 - j])
		j++;
	return i + j + 1 >= a->n_letters && i + j + 1 >= b->n_letters;
}

/* A name's first letters are heard and written alike. */
static bool is_spelling_of(const struct parts *a, const struct parts *b)
{
	if (!a->n_letters || !b->n_letters || !is_near(a, b))
		return false;
	for (size_t i = 0; a->n == b->n && i < a->n; i++)
		if (a->words[i].p[0] != b->words[i].p[0])
			return false;
	return a->letters[0] == b->letters[0];
}

/* "Rob" for "Robert"; or any name that starts alike, where the role will have
 * to tell. */
static enum name_reason form(const struct parts *a, const struct parts *b)
{
	struct str x = a->words[0], y = b->words[0];

	if (x.n < 2 || y.n < 2 || x.p[0] != y.p[0] || a->n > 2)
		return NAME_ALONE;
	return x.n >= SHORT_MIN && str_starts(y, x) ? NAME_SHORT : NAME_GIVEN;
}

/* Words [from, from + a->n) of b are all of a. */
static bool is_run_of(const struct parts *a, const struct parts *b, size_t from)
{
	for (size_t i = 0; i < a->n; i++)
		if (!str_eq(a->words[i], b->words[from + i]))
			return false;
	return true;
}

/* How two with one surname may be one. */
static enum name_reason relate_namesakes(
	const struct parts *a, const struct parts *b)
{
	if (str_eq(a->words[0], b->words[0]) && is_middle_of(a, b))
		return NAME_MIDDLE;
	if (is_initial_of(a->words[0], b->words[0]) && is_middle_of(a, b))
		return NAME_INITIAL;
	if (a->n < b->n && is_run_of(a, b, b->n - a->n))
		return NAME_END;
	return is_spelling_of(a, b) ? NAME_ALONE : form(a, b);
}

static bool has_same_letters(const struct parts *a, const struct parts *b)
{
	return a->n_letters == b->n_letters &&
	       memcmp(a->letters, b->letters, a->n_letters) == 0;
}

static enum name_reason relate(const struct parts *a, const struct parts *b)
{
	enum name_reason reason = NAME_ALONE;

	if (str_eq(a->words[a->n - 1], b->words[b->n - 1]))
		reason = relate_namesakes(a, b);
	if (reason != NAME_ALONE)
		return reason;
	if (a->n < b->n && is_run_of(a, b, 0))
		return NAME_FRONT;
	if (!is_spelling_of(a, b))
		return NAME_ALONE;
	if (has_same_letters(a, b))
		return NAME_SPACE;
	return a->n_letters < LETTERS_MIN ? NAME_ALONE : NAME_LETTER;
}

/* Whether the one with the key `a` may be the one with the key `b`, fuller. */
static enum name_reason relation(struct str a, struct str b)
{
	enum name_reason reason;
	struct parts x, y;

	cut(&x, a);
	cut(&y, b);
	if (x.n > y.n ||
		(x.suffix.n && y.suffix.n && !str_eq(x.suffix, y.suffix)))
		return NAME_ALONE;
	reason = relate(&x, &y);
	if ((x.suffix.n > 0) == (y.suffix.n > 0))
		return reason;
	return reason == NAME_MIDDLE || reason == NAME_INITIAL ? NAME_SUFFIX
							       : NAME_ALONE;
}

static int by_hash(const void *x, const void *y)
{
	const struct mark *a = x, *b = y;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return (a->node > b->node) - (a->node < b->node);
}

static int by_reason(const void *x, const void *y)
{
	const struct name_pair *a = x, *b = y;

	if (a->reason != b->reason)
		return a->reason < b->reason ? -1 : 1;
	if (a->node != b->node)
		return a->node < b->node ? -1 : 1;
	return (a->to > b->to) - (a->to < b->to);
}

static void add_pair(struct finder *f, uint32_t a, uint32_t b)
{
	const struct name_node *v = f->n->nodes.v;
	enum name_reason there = relation(v[a].key, v[b].key);
	enum name_reason back = relation(v[b].key, v[a].key);

	if (a == b)
		return;
	/* Of two spellings the rarer is the lesser. */
	if (there == back && there != NAME_ALONE) {
		if (v[a].uses.n > v[b].uses.n)
			there = NAME_ALONE;
		else
			back = NAME_ALONE;
	}
	if (there != NAME_ALONE)
		*vec_push(&f->out->list) = (struct name_pair){ a, b, there };
	if (back != NAME_ALONE)
		*vec_push(&f->out->list) = (struct name_pair){ b, a, back };
}

static void add_group(struct finder *f, size_t first, size_t end)
{
	if (end - first > GROUP_MAX)
		return;
	for (size_t i = first; i < end; i++)
		for (size_t j = i + 1; j < end; j++)
			add_pair(f, f->marks.v[i].node, f->marks.v[j].node);
}

/* A pair is found by each hash that its names have in common. */
static void sort_pairs(struct name_pairs *p)
{
	size_t kept = 0;

	if (p->list.n)
		qsort(p->list.v, p->list.n, sizeof *p->list.v, by_reason);
	for (size_t i = 0; i < p->list.n; i++)
		if (kept == 0 ||
			by_reason(&p->list.v[kept - 1], &p->list.v[i]) != 0)
			p->list.v[kept++] = p->list.v[i];
	p->list.n = kept;
}

/* Bits a mark of the table that tells whether a hash came before. */
#define BITS_A_MARK 16

/*
 * Most hashes are one name's only. Drops these before the marks are sorted: all
 * whose place in a table of bits nobody else has. No two alike are lost.
 */
static void drop_single(struct finder *f)
{
	size_t bits = 64, kept = 0;
	uint64_t *once, *again;

	while (bits < f->marks.n * BITS_A_MARK)
		bits *= 2;
	once = mem_calloc(bits / 64, sizeof *once);
	again = mem_calloc(bits / 64, sizeof *again);
	for (size_t i = 0; i < f->marks.n; i++) {
		size_t at = (size_t)(f->marks.v[i].hash & (bits - 1));
		uint64_t bit = UINT64_C(1) << (at & 63);

		again[at / 64] |= once[at / 64] & bit;
		once[at / 64] |= bit;
	}
	for (size_t i = 0; i < f->marks.n; i++) {
		size_t at = (size_t)(f->marks.v[i].hash & (bits - 1));

		if (again[at / 64] >> (at & 63) & 1)
			f->marks.v[kept++] = f->marks.v[i];
	}
	f->marks.n = kept;
	free(once);
	free(again);
}

void name_pairs_find(struct name_pairs *p, const struct names *n)
{
	struct finder f = { .n = n, .out = p };
	size_t first = 0;

	p->list.n = 0;
	for (uint32_t i = 0; i < n->nodes.n; i++)
		if (n->nodes.v[i].kind == PERSON_HUMAN && n->nodes.v[i].given.n)
			add_marks(&f, i);
	drop_single(&f);
	if (f.marks.n)
		qsort(f.marks.v, f.marks.n, sizeof *f.marks.v, by_hash);
	for (size_t i = 1; i <= f.marks.n; i++) {
		if (i < f.marks.n && f.marks.v[i].hash == f.marks.v[first].hash)
			continue;
		add_group(&f, first, i);
		first = i;
	}
	vec_free(&f.marks);
	sort_pairs(p);
}
