#include "order_key.h"
#include "radix.h"

/* What is made while the lines are. */
struct builder {
	struct order *o;
	const struct order_request *r;
	struct order_keys keys;
	/* One an article, `at` in store.by_time: sorted by one key after the
	 * other, the last first, and with the first one by group. */
	struct radix *entries;
	uint32_t *seen; /* by round: see count_round() */
	struct same *same; /* by article; NULL: copies stand apart */
	uint32_t *next; /* by entry: the next copy of the same */
};

/* The articles of a group that are copies of one. */
struct same {
	uint32_t group; /* counted from 1: of what follows */
	uint32_t head; /* entry of the first in time */
	uint32_t first, last; /* of the other entries, in order; STORE_NONE */
};

bool order_is_ranked(const struct order_request *r)
{
	return r->answers && r->sort.n && r->sort.keys[0].what == SORT_RANK;
}

bool order_wants(const struct order_request *r, uint32_t article)
{
	if (r->outlet != STORE_NONE && r->outlets->of.v[article] != r->outlet)
		return false;
	return !r->answers ||
	       (article < r->answers->rank.n &&
		       r->answers->rank.v[article] != STORE_NONE);
}

static uint32_t article_of(const struct builder *b, uint32_t entry)
{
	return b->r->store->by_time.v[b->entries[entry].at];
}

static void add_heading(struct builder *b, uint32_t article)
{
	struct order *o = b->o;
	struct order_group g = { .line = (uint32_t)o->lines.n,
		.article = article };

	*vec_push(&o->lines) = ORDER_HEADING | (uint32_t)o->groups.n;
	*vec_push(&o->groups) = g;
}

/* Counts a round when the group has not had it yet: `seen` has by round the
 * number of the last group that did. An article alone is no round to speak
 * of. */
static void count_round(struct builder *b, uint32_t round)
{
	struct order *o = b->o;

	if (b->r->store->rounds.v[round].articles.n < 2 ||
		b->seen[round] == o->groups.n)
		return;
	b->seen[round] = (uint32_t)o->groups.n;
	o->groups.v[o->groups.n - 1].rounds++;
}

static void add_article(struct builder *b, uint32_t article, uint32_t as)
{
	struct order *o = b->o;

	o->groups.v[o->groups.n - 1].articles++;
	count_round(b, b->r->store->articles.v[article].round);
	o->line_of.v[article] = (uint32_t)o->lines.n;
	*vec_push(&o->lines) = article | as;
	if (b->r->excerpts)
		*vec_push(&o->lines) = ORDER_EXCERPT | article;
}

/* What an article is one of, in the group that is being added. */
static struct same *same_of(const struct builder *b, uint32_t article)
{
	uint32_t of = b->r->store->articles.v[article].copy_of;

	return &b->same[of == STORE_NONE ? article : of];
}

/* The heads of entries [from, to), a group. */
static void find_heads(const struct builder *b, uint32_t from, uint32_t to)
{
	uint32_t group = (uint32_t)b->o->groups.n;

	for (uint32_t i = from; i < to; i++) {
		struct same *same = same_of(b, article_of(b, i));

		if (same->group != group)
			*same = (struct same){ group, i, STORE_NONE,
				STORE_NONE };
		else if (b->entries[i].at < b->entries[same->head].at)
			same->head = i;
	}
}

static void chain_copies(const struct builder *b, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++) {
		struct same *same = same_of(b, article_of(b, i));

		b->next[i] = STORE_NONE;
		if (same->head == i)
			continue;
		if (same->last == STORE_NONE)
			same->first = i;
		else
			b->next[same->last] = i;
		same->last = i;
	}
}

/* Entries [from, to), the copies behind what they are copies of. */
static void add_joined(struct builder *b, uint32_t from, uint32_t to)
{
	find_heads(b, from, to);
	chain_copies(b, from, to);
	for (uint32_t i = from; i < to; i++) {
		uint32_t article = article_of(b, i);
		const struct same *same = same_of(b, article);

		if (same->head != i)
			continue;
		add_article(b, article, 0);
		for (uint32_t k = same->first; k != STORE_NONE; k = b->next[k])
			add_article(b, article_of(b, k), ORDER_COPY);
	}
}

static void add_group(struct builder *b, uint32_t from, uint32_t to)
{
	add_heading(b, article_of(b, from));
	if (b->same && to - from > 1) {
		add_joined(b, from, to);
		return;
	}
	for (uint32_t i = from; i < to; i++)
		add_article(b, article_of(b, i), 0);
}

/* Lines and groups from the sorted entries. */
static void fill(struct builder *b)
{
	uint32_t n = b->o->articles, from = 0;

	for (uint32_t i = 1; i <= n; i++) {
		if (i < n && b->entries[i].group == b->entries[from].group)
			continue;
		add_group(b, from, i);
		from = i;
	}
}

/* The articles that are wanted, each with the last key: its record is looked at
 * once. */
static void find_entries(struct builder *b)
{
	const struct store *s = b->r->store;
	const struct sort *by = &b->keys.sort;

	for (uint32_t at = 0; at < s->by_time.n; at++) {
		uint32_t article = s->by_time.v[at];
		uint64_t group;

		if (!order_wants(b->r, article))
			continue;
		group = order_group_number(&b->keys, article);
		b->entries[b->o->articles++] = (struct radix){ group,
			order_key_of(
				&b->keys, by->keys[by->n - 1], article, group),
			at };
	}
}

static void sort(struct builder *b)
{
	const struct sort *by = &b->keys.sort;
	uint32_t n = b->o->articles, key = by->n - 1;

	while (key > 0) {
		radix_sort(&b->entries, n, RADIX_KEY);
		key--;
		for (uint32_t i = 0; i < n; i++)
			b->entries[i].key =
				order_key_of(&b->keys, by->keys[key],
					article_of(b, i), b->entries[i].group);
	}
	radix_sort(&b->entries, n, RADIX_ALL);
}

void order_build(struct order *o, const struct order_request *r)
{
	const struct store *s = r->store;
	size_t n = s->articles.n + 1;
	struct builder b = { .o = o,
		.r = r,
		.entries = mem_alloc(n * sizeof *b.entries),
		.seen = mem_calloc(s->rounds.n + 1, sizeof *b.seen),
		.same = r->join ? mem_calloc(n, sizeof *b.same) : NULL,
		.next = r->join ? mem_alloc(n * sizeof *b.next) : NULL };

	order_keys_begin(&b.keys, r);
	o->lines.n = o->groups.n = o->line_of.n = 0;
	o->articles = 0;
	o->serial++;
	o->ranked = b.keys.ranked;
	o->excerpts = r->excerpts;
	for (size_t i = 0; i < s->articles.n; i++)
		*vec_push(&o->line_of) = STORE_NONE;
	find_entries(&b);
	sort(&b);
	fill(&b);
	order_keys_end(&b.keys);
	free(b.entries);
	free(b.seen);
	free(b.same);
	free(b.next);
	order_show(o, r);
}

/* How many groups begin up to a line. */
static uint32_t groups_to(const struct order *o, uint32_t line)
{
	uint32_t low = 0, high = (uint32_t)o->groups.n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (o->groups.v[mid].line <= line)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Lines that an article takes. */
static uint32_t step_of(const struct order *o)
{
	return o->excerpts ? 2 : 1;
}

uint32_t order_articles_to(const struct order *o, uint32_t line)
{
	uint32_t lines;

	if (o->lines.n == 0)
		return 0;
	lines = line + 1 - groups_to(o, line);
	return (lines + step_of(o) - 1) / step_of(o);
}

/* How many articles the groups before one have. */
static uint32_t articles_before(const struct order *o, uint32_t group)
{
	return (o->groups.v[group].line - group) / step_of(o);
}

uint32_t order_nth(const struct order *o, uint32_t n)
{
	uint32_t low = 0, high = (uint32_t)o->groups.n;

	n = n > o->articles ? o->articles : n > 0 ? n : 1;
	while (high - low > 1) {
		uint32_t mid = low + (high - low) / 2;

		if (articles_before(o, mid) < n)
			low = mid;
		else
			high = mid;
	}
	return o->groups.v[low].line + 1 +
	       (n - 1 - articles_before(o, low)) * step_of(o);
}

uint32_t order_group_at(const struct order *o, uint32_t line)
{
	uint32_t n = groups_to(o, line);

	return n ? n - 1 : 0;
}

uint32_t order_group_end(const struct order *o, uint32_t group)
{
	return group + 1 < o->groups.n ? o->groups.v[group + 1].line
				       : (uint32_t)o->lines.n;
}

uint32_t order_copies(const struct order *o, uint32_t line)
{
	uint32_t n = 0, at = line + step_of(o);

	if (order_is_copy(o, line) || order_article(o, line) == STORE_NONE)
		return 0;
	for (; at < o->lines.n && order_is_copy(o, at); at += step_of(o))
		n++;
	return n;
}

uint32_t order_head(const struct order *o, uint32_t line)
{
	if ((o->lines.v[line] & (ORDER_HEADING | ORDER_EXCERPT)) ==
		ORDER_EXCERPT)
		line--;
	while (order_is_copy(o, line))
		line -= step_of(o);
	return line;
}

void order_release(struct order *o)
{
	vec_free(&o->lines);
	vec_free(&o->groups);
	vec_free(&o->line_of);
	shown_release(&o->shown);
}
