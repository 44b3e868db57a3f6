/* The parts of update_prepare(), in the order they run, and what they share. */
#ifndef DATELINE_SRC_STORE_UPDATE_PARTS_H
#define DATELINE_SRC_STORE_UPDATE_PARTS_H

#include "vectors.h"

#include "dateline/store/update.h"

/* A growing list of numbers of articles, words or rounds. */
struct numbers {
	uint32_t *v;
	size_t n, cap;
};

/* A round or storyline as it will be. */
struct group_change {
	uint32_t number; /* from s->rounds.n on: a new one */
	struct span members; /* update.members, by time */
	uint32_t storyline; /* of a round */
	uint32_t titled; /* article a new round has its title from */
};

/* The links an article will have. */
struct link_change {
	uint32_t article;
	struct span links; /* update.links */
};

/* The first article of its wording, or STORE_NONE. */
struct copy_change {
	uint32_t article, root;
};

/* An article that is as it was, in a file that was read again. */
struct reread {
	uint32_t article, file; /* in fresh->files */
};

/* Articles are numbered as in the store afterwards: those of `fresh` follow
 * those that were there. */
struct update {
	const struct store *s;
	struct store
		*fresh; /* in order, dates estimated, round and copy_of set */
	uint32_t old; /* articles of s: where the fresh ones start */
	struct numbers gone;
	VEC_OF(struct reread) reread;
	uint8_t *is_gone; /* by article of s */

	uint32_t *words; /* by word of fresh: its number in the store */
	struct numbers new_words; /* of fresh, as they are appended */
	struct vectors vectors; /* of fresh, by the store's words */

	struct numbers near; /* articles of s that the fresh ones may be like */
	struct store *part; /* those and the fresh ones, related */
	uint32_t *origin; /* by article of part: its number */

	VEC_OF(struct group_change) rounds, storylines;
	uint32_t *round_change; /* by round: in rounds, or STORE_NONE */
	struct numbers members;
	VEC_OF(struct link_change) relinked;
	VEC_OF(struct link) links;
	VEC_OF(struct look_back) looks_back; /* all there will be */
	VEC_OF(struct copy_change) copies;

	struct numbers by_time, by_id, by_word, rounds_by_time;
	struct text_index index; /* of all that was added */
};

static inline uint32_t update_all(const struct update *u)
{
	return u->old + (uint32_t)u->fresh->articles.n;
}

/* The store that holds an article, and the article in it. */
static inline const struct store *update_store(
	const struct update *u, uint32_t number)
{
	return number < u->old ? u->s : u->fresh;
}

static inline const struct article *update_article(
	const struct update *u, uint32_t number)
{
	return number < u->old ? &u->s->articles.v[number]
			       : &u->fresh->articles.v[number - u->old];
}

/* Who is new and who gone: what is equal is taken from fresh. */
void update_sort_out(struct update *u, const uint32_t *gone, size_t n);
/* The words of fresh in the store's numbers, and the vectors. */
void update_number_words(struct update *u);
/* Adds to df, by word of fresh, in how many fresh articles it is. */
void update_count_fresh(const struct update *u, uint32_t *df);
/* Fills near. */
void update_find_near(struct update *u);
/* Makes part and origin, and estimates the fresh articles' dates. */
void update_relate_part(struct update *u);
/* by_time and by_id. */
void update_merge_articles(struct update *u);
/* Rounds and storylines, rounds_by_time. */
void update_join_rounds(struct update *u);
/* Copies and links. */
void update_find_links(struct update *u);

/* A merged order; drop and add may be NULL. */
struct merging {
	const uint32_t *have;
	size_t n;
	const uint8_t *drop; /* by number: left out */
	const uint32_t *add; /* in order */
	size_t n_add;
	const struct update *u;
	int (*compare)(const struct update *u, uint32_t a, uint32_t b);
};
void update_merge(struct numbers *out, const struct merging *m);

#endif
