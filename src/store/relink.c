#include "found.h"
#include "links.h"

static bool was_round(const struct store *s, uint32_t a, uint32_t b)
{
	return s->found->articles[a].round == s->found->articles[b].round;
}

static bool is_round(const struct store *s, uint32_t a, uint32_t b)
{
	return s->articles.v[a].round == s->articles.v[b].round;
}

/* Copies the article's links behind the others, with room for more there. */
static struct span *move_links(struct store *s, uint32_t article)
{
	struct span *at = &s->articles.v[article].links;
	uint32_t first = (uint32_t)s->links.n;

	for (uint32_t k = 0; k < at->n; k++) {
		struct link l = s->links.v[at->first + k];

		*vec_push(&s->links) = l;
	}
	at->first = first;
	return at;
}

void relink(struct store *s, uint32_t article)
{
	const struct span *at = &s->articles.v[article].links;
	uint32_t changed = 0;

	for (uint32_t k = at->first; k < at->first + at->n; k++) {
		const struct link *l = &s->links.v[k];

		changed += links_kind(s, article, l) != l->kind;
	}
	if (changed == 0)
		return;
	at = move_links(s, article);
	for (uint32_t k = at->first; k < at->first + at->n; k++) {
		struct link *l = &s->links.v[k];

		l->kind = links_kind(s, article, l);
		l->score = links_score(
			link_score(l) +
			LINKS_ROUND_PART *
				(float)(is_round(s, article, l->to) -
					was_round(s, article, l->to)));
	}
	links_sort(&s->links.v[at->first], at->n);
}

void relink_mark(
	struct store *s, uint32_t from, uint32_t to, enum round_verdict verdict)
{
	struct span *at = move_links(s, from);
	uint32_t k = 0;
	struct link *l;

	while (k < at->n && s->links.v[at->first + k].to != to)
		k++;
	if (k == at->n) {
		struct link made = { .to = to };

		made.kind = links_kind(s, from, &made);
		made.score = links_score(
			is_round(s, from, to) ? LINKS_ROUND_PART : 0);
		*vec_push(&s->links) = made;
		at->n++;
	}
	l = &s->links.v[at->first + k];
	l->marks |= verdict == ROUND_SAME ? LINK_JOINED : LINK_KEPT_APART;
	links_sort(&s->links.v[at->first], at->n);
}
