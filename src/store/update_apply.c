/* What update_prepare() worked out, written into the store: only what changes
 * is touched, but for the orders, which are exchanged. */
#include "copy.h"
#include "postings.h"
#include "rounds.h"
#include "text_index.h"
#include "update_parts.h"

/* What no file is named for is said again by each walk; gives how many stay. */
static size_t drop_walk_skips(struct store *s)
{
	size_t kept = 0;

	for (size_t i = 0; i < s->skips.n; i++)
		if (s->skips.v[i].file != STORE_NONE)
			s->skips.v[kept++] = s->skips.v[i];
	return s->skips.n = kept;
}

/* The files of the fresh articles and of what was skipped. */
static void add_files(struct store *s, const struct update *u)
{
	const struct store *fresh = u->fresh;
	uint32_t base = (uint32_t)s->files.n;
	size_t skips = drop_walk_skips(s),
	       old = s->articles.n - fresh->articles.n;

	store_copy_files(s, fresh);
	for (size_t i = 0; i < u->reread.n; i++)
		if (u->reread.v[i].file != STORE_NONE)
			s->articles.v[u->reread.v[i].article].file =
				base + u->reread.v[i].file;
	store_copy_skips(s, fresh);
	for (size_t i = old; i < s->articles.n; i++)
		if (s->articles.v[i].file != STORE_NONE)
			s->articles.v[i].file += base;
	for (size_t i = skips; i < s->skips.n; i++)
		if (s->skips.v[i].file != STORE_NONE)
			s->skips.v[i].file += base;
}

static void add_articles(struct store *s, struct update *u)
{
	const struct store *f = u->fresh;

	for (size_t i = 0; i < u->new_words.n; i++) {
		struct str word = store_str(f, f->words.v[u->new_words.v[i]]);
		struct sref r = store_put(s, word);

		*vec_push(&s->words) = r;
	}
	for (size_t i = 0; i < f->articles.n; i++)
		store_copy_article(s, f, i, NULL);
	add_files(s, u);
	postings_add(s, &u->vectors, u->old);
}

static void add_links(struct store *s, const struct update *u)
{
	for (size_t i = 0; i < u->links.n; i++)
		*vec_push(&s->links) = u->links.v[i];
	for (size_t i = 0; i < u->relinked.n; i++)
		s->articles.v[u->relinked.v[i].article].links =
			u->relinked.v[i].links;
	for (size_t i = 0; i < u->copies.n; i++)
		s->articles.v[u->copies.v[i].article].copy_of =
			u->copies.v[i].root;
}

static void remove_gone(struct store *s, const struct update *u)
{
	for (size_t i = 0; i < u->gone.n; i++) {
		struct article *a = &s->articles.v[u->gone.v[i]];

		a->round = a->copy_of = STORE_NONE;
		a->links = (struct span){ 0 };
	}
}

/* The ids of the rounds that were there and will have articles. */
static void collect_ids(
	struct intern *ids, const struct store *s, const struct update *u)
{
	for (size_t i = 0; i < s->rounds.n; i++) {
		uint32_t change = u->round_change[i];
		uint32_t articles = change == STORE_NONE
					    ? s->rounds.v[i].articles.n
					    : u->rounds.v[change].members.n;

		if (articles)
			intern_add(ids, store_str(s, s->rounds.v[i].id));
	}
}

/*
 * The id of a new round is that of its first article. When that one replaced
 * another, the other's round may have it still: then of the first article whose
 * id is free. *ids are those of other rounds.
 */
static struct sref round_id(
	struct store *s, const struct intern *ids, struct span in)
{
	struct sref id = { 0 };
	struct buf other = { 0 };

	for (uint32_t k = 0; k < in.n; k++) {
		id = s->articles.v[s->round_articles.v[in.first + k]].id;
		if (intern_find(ids, store_str(s, id)) == INTERN_NONE)
			return id;
	}
	buf_add(&other, store_str(s, id));
	do
		buf_add_c(&other, '~');
	while (intern_find(ids, buf_str(&other)) != INTERN_NONE);
	id = store_put(s, buf_str(&other));
	buf_release(&other);
	return id;
}

static void add_round(struct store *s, struct intern *ids,
	const struct group_change *c, struct span in)
{
	struct round added = { .id = round_id(s, ids, in),
		.storyline = c->storyline };

	intern_add(ids, store_str(s, added.id));
	if (c->titled != STORE_NONE)
		added.title = bare_title(s, &s->articles.v[c->titled]);
	*vec_push(&s->rounds) = added;
}

static void change_rounds(struct store *s, const struct update *u)
{
	struct intern ids = { 0 };

	/* Where no article is replaced all ids are free. */
	if (u->gone.n)
		collect_ids(&ids, s, u);
	for (size_t i = 0; i < u->rounds.n; i++) {
		const struct group_change *c = &u->rounds.v[i];
		struct span in = { (uint32_t)s->round_articles.n,
			c->members.n };
		struct round *r;

		for (uint32_t k = 0; k < in.n; k++)
			*vec_push(&s->round_articles) =
				u->members.v[c->members.first + k];
		if (c->number == s->rounds.n)
			add_round(s, &ids, c, in);
		r = &s->rounds.v[c->number];
		r->articles = in;
		round_measure(s, r);
	}
	intern_release(&ids);
}

static void change_storylines(struct store *s, const struct update *u)
{
	for (size_t i = 0; i < u->storylines.n; i++) {
		const struct group_change *c = &u->storylines.v[i];
		bool is_new = c->number == s->storylines.n;
		struct storyline *l;

		if (is_new)
			*vec_push(&s->storylines) = (struct storyline){ 0 };
		l = &s->storylines.v[c->number];
		l->rounds = (struct span){ (uint32_t)s->storyline_rounds.n,
			c->members.n };
		for (uint32_t k = 0; k < c->members.n; k++)
			*vec_push(&s->storyline_rounds) =
				u->members.v[c->members.first + k];
		if (is_new)
			l->id = s->rounds.v[u->members.v[c->members.first]].id;
		name_storyline(s, l);
	}
}

/* Exchanges an array of the store with that of the update, which frees it. */
#define SWAP(a, b) \
	do { \
		void *v = (a)->v; \
		size_t n = (a)->n, cap = (a)->cap, mapped = (a)->mapped; \
\
		(a)->v = (b)->v; \
		(a)->n = (b)->n; \
		(a)->cap = (b)->cap; \
		(a)->mapped = (b)->mapped; \
		(b)->v = v; \
		(b)->n = n; \
		(b)->cap = cap; \
		(b)->mapped = mapped; \
	} while (0)

void update_apply(struct store *s, struct update *u)
{
	add_articles(s, u);
	add_links(s, u);
	remove_gone(s, u);
	change_rounds(s, u);
	change_storylines(s, u);
	SWAP(&s->looks_back, &u->looks_back);
	SWAP(&s->by_time, &u->by_time);
	SWAP(&s->by_id, &u->by_id);
	SWAP(&s->by_word, &u->by_word);
	SWAP(&s->rounds_by_time, &u->rounds_by_time);
	text_index_release(&s->added);
	s->added = u->index;
	u->index = (struct text_index){ 0 };
	update_free(u);
}
