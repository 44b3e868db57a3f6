#include "copy.h"
#include "order.h"
#include "text_index.h"
#include "update_parts.h"

static bool same_str(const struct store *s, struct sref a,
	const struct store *t, struct sref b)
{
	return str_eq(store_str(s, a), store_str(t, b));
}

/* Equal in all that a file says, but for the date when it was estimated. */
static bool is_equal(const struct store *s, const struct article *a,
	const struct store *t, const struct article *b)
{
	bool dated = a->date_basis != BASIS_ESTIMATED;

	return same_str(s, a->text, t, b->text) &&
	       same_str(s, a->title, t, b->title) &&
	       same_str(s, a->path, t, b->path) &&
	       same_str(s, a->source, t, b->source) &&
	       same_str(s, a->site, t, b->site) &&
	       same_str(s, a->url, t, b->url) &&
	       same_str(s, a->lang, t, b->lang) &&
	       (!dated || memcmp(&a->date, &b->date, sizeof a->date) == 0);
}

/* Leaves out of fresh what is there already, and all when it has no room. */
static void drop_known(struct update *u)
{
	struct store *f = u->fresh;
	bool fits = store_fits(u->s, f->chars.n);
	size_t kept = 0;

	for (size_t i = 0; i < f->articles.n; i++) {
		struct str id = store_str(f, f->articles.v[i].id);
		uint32_t have = store_find(u->s, id);

		if (!fits) {
			store_skip_article(
				f, f, &f->articles.v[i], store_too_large);
			continue;
		}
		if (have != STORE_NONE &&
			is_equal(u->s, &u->s->articles.v[have], f,
				&f->articles.v[i])) {
			u->is_gone[have] = 0;
			*vec_push(&u->reread) =
				(struct reread){ have, f->articles.v[i].file };
			continue;
		}
		if (have != STORE_NONE)
			u->is_gone[have] = 1;
		f->articles.v[kept++] = f->articles.v[i];
	}
	f->articles.n = kept;
	store_index_times(f);
	store_index_ids(f);
}

void update_sort_out(struct update *u, const uint32_t *gone, size_t n)
{
	u->is_gone = mem_calloc(u->s->articles.n, 1);
	for (size_t i = 0; i < n; i++)
		if (u->s->articles.v[gone[i]].round != STORE_NONE)
			u->is_gone[gone[i]] = 1;
	store_normalise(u->fresh, &CREW_ALONE);
	drop_known(u);
	for (uint32_t i = 0; i < u->s->articles.n; i++)
		if (u->is_gone[i])
			*vec_push(&u->gone) = i;
}

struct update *update_prepare(const struct store *s, struct store *fresh,
	const uint32_t *gone, size_t n)
{
	struct update *u = mem_calloc(1, sizeof *u);

	u->s = s;
	u->fresh = fresh;
	u->old = (uint32_t)s->articles.n;
	update_sort_out(u, gone, n);
	update_number_words(u);
	update_find_near(u);
	update_relate_part(u);
	update_merge_articles(u);
	update_join_rounds(u);
	update_find_links(u);
	text_index_add(&u->index, s, u->fresh);
	return u;
}

void update_free(struct update *u)
{
	if (!u)
		return;
	store_free(u->fresh);
	store_free(u->part);
	vectors_release(&u->vectors);
	free(u->is_gone);
	free(u->words);
	free(u->origin);
	free(u->round_change);
	vec_free(&u->gone);
	vec_free(&u->reread);
	vec_free(&u->new_words);
	vec_free(&u->near);
	vec_free(&u->rounds);
	vec_free(&u->storylines);
	vec_free(&u->members);
	vec_free(&u->relinked);
	vec_free(&u->links);
	vec_free(&u->looks_back);
	vec_free(&u->copies);
	vec_free(&u->by_time);
	vec_free(&u->by_id);
	vec_free(&u->by_word);
	vec_free(&u->rounds_by_time);
	text_index_release(&u->index);
	free(u);
}
