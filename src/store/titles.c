#include "dateline/store/store.h"
#include "rounds.h"

/* How alike the article is to the others of its round, in sum. */
static float centrality(const struct store *s, const struct article *a)
{
	float sum = 0;

	for (uint32_t k = 0; k < a->links.n; k++) {
		const struct link *l = &s->links.v[a->links.first + k];

		if (s->articles.v[l->to].round == a->round)
			sum += link_score(l);
	}
	return sum;
}

/* The last separator between a title and a name behind it; its length. */
static size_t find_separator(struct str title, size_t *length)
{
	static const char *const marks[] = { " | ", " - ", " – ", " — ",
		" :: ", " » ", " · " };
	size_t last = STR_NPOS;

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		struct str mark = str_from_c(marks[i]);

		for (size_t at = str_find(title, mark, 0); at != STR_NPOS;
			at = str_find(title, mark, at + mark.n)) {
			if (last != STR_NPOS && at < last)
				continue;
			last = at;
			*length = mark.n;
		}
	}
	return last;
}

struct sref bare_title(const struct store *s, const struct article *a)
{
	struct str title = store_str(s, a->title), name;
	size_t length = 0, at = find_separator(title, &length);

	if (at == STR_NPOS || at == 0)
		return a->title;
	name = str_trim(str_slice(title, at + length, title.n));
	if (!str_eq_nocase(name, store_source(s, a)) &&
		!str_eq_nocase(name, store_str(s, a->site)))
		return a->title;
	return (struct sref){ a->title.at, (uint32_t)at };
}

static void name_round(const struct store *s, struct round *r)
{
	float best = -1;

	for (uint32_t k = 0; k < r->articles.n; k++) {
		uint32_t i = s->round_articles.v[r->articles.first + k];
		const struct article *a = &s->articles.v[i];
		float central = a->title.n ? centrality(s, a) : -.5F;

		if (central <= best)
			continue;
		best = central;
		r->title = bare_title(s, a);
	}
}

void name_storyline(const struct store *s, struct storyline *l)
{
	uint32_t most = 0;

	for (uint32_t k = 0; k < l->rounds.n; k++) {
		uint32_t i = s->storyline_rounds.v[l->rounds.first + k];
		const struct round *r = &s->rounds.v[i];

		if (r->articles.n <= most)
			continue;
		most = r->articles.n;
		l->title = r->title;
	}
}

void titles_make(struct store *s)
{
	for (size_t i = 0; i < s->rounds.n; i++)
		name_round(s, &s->rounds.v[i]);
	for (size_t i = 0; i < s->storylines.n; i++)
		name_storyline(s, &s->storylines.v[i]);
}
