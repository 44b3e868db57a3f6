/*
 * The fresh articles' rounds: that of most of the old articles they are
 * clustered with in the part, else new ones, in the storyline of most of what
 * the part's storyline holds.
 */
#include "order.h"
#include "update_parts.h"

/* Votes for one of few numbers: what most of a cluster's articles have. */
struct vote {
	uint32_t number, n;
};
struct votes {
	VEC_OF(struct vote) list;
};

/* A member of a round or storyline that changes. */
struct member {
	uint32_t group; /* in update.rounds or update.storylines */
	uint32_t number, place;
};
struct members {
	VEC_OF(struct member) list;
};

static void vote(struct votes *v, uint32_t number)
{
	for (size_t i = 0; i < v->list.n; i++)
		if (v->list.v[i].number == number) {
			v->list.v[i].n++;
			return;
		}
	*vec_push(&v->list) = (struct vote){ number, 1 };
}

/* The number with most votes, the lowest of those; STORE_NONE: no vote. */
static uint32_t winner(const struct votes *v)
{
	struct vote best = { STORE_NONE, 0 };

	for (size_t i = 0; i < v->list.n; i++) {
		struct vote x = v->list.v[i];

		if (x.n > best.n || (x.n == best.n && x.number < best.number))
			best = x;
	}
	return best.number;
}

/* What the rounds of the part and its storylines are in the store. */
struct joining {
	struct update *u;
	struct votes votes;
	uint32_t *lines; /* by storyline of part: its own, when new */
	uint8_t *changed; /* by round of the store */
	uint32_t n_rounds, n_lines; /* so far */
};

static uint32_t round_of_part(struct joining *j, uint32_t round)
{
	const struct update *u = j->u;
	const struct store *p = u->part;
	struct span in = p->rounds.v[round].articles;

	j->votes.list.n = 0;
	for (uint32_t k = 0; k < in.n; k++) {
		uint32_t at = u->origin[p->round_articles.v[in.first + k]];

		if (at < u->old)
			vote(&j->votes, u->s->articles.v[at].round);
	}
	return winner(&j->votes);
}

/* The storylines of the old articles in a round of the part. */
static void vote_lines(struct joining *j, uint32_t round)
{
	const struct update *u = j->u;
	struct span in = u->part->rounds.v[round].articles;

	for (uint32_t k = 0; k < in.n; k++) {
		uint32_t at =
			u->origin[u->part->round_articles.v[in.first + k]];

		if (at < u->old)
			vote(&j->votes,
				u->s->rounds.v[u->s->articles.v[at].round]
					.storyline);
	}
}

static uint32_t line_of_part(struct joining *j, uint32_t line)
{
	const struct update *u = j->u;
	struct span rounds = u->part->storylines.v[line].rounds;
	uint32_t found;

	j->votes.list.n = 0;
	for (uint32_t k = 0; k < rounds.n; k++)
		vote_lines(j, u->part->storyline_rounds.v[rounds.first + k]);
	found = winner(&j->votes);
	if (found != STORE_NONE)
		return found;
	if (j->lines[line] == STORE_NONE)
		j->lines[line] = j->n_lines++;
	return j->lines[line];
}

/* The article of the fresh store that a number stands for. */
static struct article *fresh_article(const struct update *u, uint32_t number)
{
	return &u->fresh->articles.v[number - u->old];
}

/* The article whose title the part's round has. */
static uint32_t titled(const struct update *u, const struct round *r)
{
	struct span in = r->articles;

	for (uint32_t k = 0; k < in.n; k++) {
		uint32_t at = u->part->round_articles.v[in.first + k];

		if (u->part->articles.v[at].title.at == r->title.at)
			return u->origin[at];
	}
	return STORE_NONE;
}

/* The round of fresh articles that the part has in this one. */
static uint32_t join_round(struct joining *j, uint32_t round)
{
	struct update *u = j->u;
	const struct round *r = &u->part->rounds.v[round];
	uint32_t to = round_of_part(j, round);

	if (to != STORE_NONE) {
		j->changed[to] = 1;
		return to;
	}
	to = j->n_rounds++;
	*vec_push(&u->rounds) = (struct group_change){ to, { 0 },
		line_of_part(j, r->storyline), titled(u, r) };
	return to;
}

static void place_fresh(struct joining *j)
{
	struct update *u = j->u;
	uint32_t *joined = store_places(NULL, 0, u->part->rounds.n);

	for (uint32_t i = 0; i < u->part->articles.n; i++) {
		uint32_t round = u->part->articles.v[i].round;

		if (u->origin[i] < u->old)
			continue;
		if (joined[round] == STORE_NONE)
			joined[round] = join_round(j, round);
		fresh_article(u, u->origin[i])->round = joined[round];
	}
	free(joined);
}

static int by_place(const void *x, const void *y)
{
	const struct member *a = x, *b = y;

	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	return (a->place > b->place) - (a->place < b->place);
}

/* Writes the members of n groups to u->members, by place. */
static void write_members(
	struct update *u, struct members *m, struct group_change *groups)
{
	if (m->list.n)
		qsort(m->list.v, m->list.n, sizeof *m->list.v, by_place);
	for (size_t i = 0; i < m->list.n; i++) {
		struct span *in = &groups[m->list.v[i].group].members;

		if (in->n++ == 0)
			in->first = (uint32_t)u->members.n;
		*vec_push(&u->members) = m->list.v[i].number;
	}
	vec_free(&m->list);
}

/* By number, where a group is in the list of those that change. */
static uint32_t *places_of(
	const struct group_change *groups, size_t n, size_t size)
{
	uint32_t *places = store_places(NULL, 0, size);

	for (size_t i = 0; i < n; i++)
		places[groups[i].number] = (uint32_t)i;
	return places;
}

static void list_articles(struct joining *j)
{
	struct update *u = j->u;
	const struct store *s = u->s;
	uint32_t *at = store_places(u->by_time.v, u->by_time.n, update_all(u));
	uint32_t *group = places_of(u->rounds.v, u->rounds.n, j->n_rounds);
	struct members m = { 0 };

	for (uint32_t i = 0; i < u->rounds.n; i++) {
		struct span old = { 0 };

		if (u->rounds.v[i].number < s->rounds.n)
			old = s->rounds.v[u->rounds.v[i].number].articles;
		for (uint32_t k = 0; k < old.n; k++) {
			uint32_t a = s->round_articles.v[old.first + k];

			if (!u->is_gone[a])
				*vec_push(&m.list) =
					(struct member){ i, a, at[a] };
		}
	}
	for (uint32_t a = u->old; a < update_all(u); a++)
		*vec_push(&m.list) =
			(struct member){ group[fresh_article(u, a)->round], a,
				at[a] };
	write_members(u, &m, u->rounds.v);
	free(at);
	u->round_change = group;
}

/* The first article of a round as it will be. */
static uint32_t first_of(const struct update *u, uint32_t round)
{
	uint32_t at = u->round_change[round];

	if (at != STORE_NONE)
		return u->members.v[u->rounds.v[at].members.first];
	return u->s->round_articles.v[u->s->rounds.v[round].articles.first];
}

static int compare_rounds(const struct update *u, uint32_t a, uint32_t b)
{
	uint32_t x = first_of(u, a), y = first_of(u, b);

	return store_compare_times(update_store(u, x), update_article(u, x),
		update_store(u, y), update_article(u, y));
}

static int by_first(const void *x, const void *y, void *update)
{
	return compare_rounds(
		update, *(const uint32_t *)x, *(const uint32_t *)y);
}

static void merge_rounds(struct joining *j)
{
	struct update *u = j->u;
	struct numbers added = { 0 };
	struct merging m = { u->s->rounds_by_time.v, u->s->rounds_by_time.n,
		j->changed, NULL, 0, u, compare_rounds };

	for (size_t i = 0; i < u->rounds.n; i++)
		if (u->rounds.v[i].members.n)
			*vec_push(&added) = u->rounds.v[i].number;
	if (added.n)
		qsort_r(added.v, added.n, sizeof *added.v, by_first, u);
	m.add = added.v;
	m.n_add = added.n;
	update_merge(&u->rounds_by_time, &m);
	vec_free(&added);
}

static uint32_t line_of(const struct update *u, const struct group_change *c)
{
	return c->number < u->s->rounds.n ? u->s->rounds.v[c->number].storyline
					  : c->storyline;
}

/* The storylines of the rounds that change. */
static void find_lines(struct joining *j)
{
	struct update *u = j->u;
	uint8_t *seen = mem_calloc(j->n_lines, 1);

	for (size_t i = 0; i < u->rounds.n; i++) {
		uint32_t line = line_of(u, &u->rounds.v[i]);

		if (!seen[line])
			*vec_push(&u->storylines) =
				(struct group_change){ .number = line,
					.titled = STORE_NONE };
		seen[line] = 1;
	}
	free(seen);
}

/* Their rounds, by time. */
static void list_rounds(struct joining *j)
{
	struct update *u = j->u;
	const struct store *s = u->s;
	uint32_t *at = store_places(
		u->rounds_by_time.v, u->rounds_by_time.n, j->n_rounds);
	uint32_t *group =
		places_of(u->storylines.v, u->storylines.n, j->n_lines);
	struct members m = { 0 };

	for (uint32_t i = 0; i < u->storylines.n; i++) {
		struct span old = { 0 };

		if (u->storylines.v[i].number < s->storylines.n)
			old = s->storylines.v[u->storylines.v[i].number].rounds;
		for (uint32_t k = 0; k < old.n; k++) {
			uint32_t r = s->storyline_rounds.v[old.first + k];

			if (at[r] != STORE_NONE)
				*vec_push(&m.list) =
					(struct member){ i, r, at[r] };
		}
	}
	for (size_t i = 0; i < u->rounds.n; i++) {
		const struct group_change *c = &u->rounds.v[i];

		if (c->number >= s->rounds.n)
			*vec_push(&m.list) =
				(struct member){ group[c->storyline], c->number,
					at[c->number] };
	}
	write_members(u, &m, u->storylines.v);
	free(at);
	free(group);
}

void update_join_rounds(struct update *u)
{
	const struct store *s = u->s;
	struct joining j = { .u = u,
		.n_rounds = (uint32_t)s->rounds.n,
		.n_lines = (uint32_t)s->storylines.n };

	j.lines = store_places(NULL, 0, u->part->storylines.n);
	j.changed = mem_calloc(s->rounds.n, 1);
	place_fresh(&j);
	for (size_t i = 0; i < u->gone.n; i++)
		j.changed[s->articles.v[u->gone.v[i]].round] = 1;
	for (uint32_t r = 0; r < s->rounds.n; r++)
		if (j.changed[r])
			*vec_push(&u->rounds) =
				(struct group_change){ .number = r,
					.titled = STORE_NONE };
	list_articles(&j);
	merge_rounds(&j);
	find_lines(&j);
	list_rounds(&j);
	vec_free(&j.votes.list);
	free(j.lines);
	free(j.changed);
}
