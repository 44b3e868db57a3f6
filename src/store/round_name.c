#include "dateline/store/round_name.h"

#include "dateline/base/intern.h"
#include "dateline/text/fold.h"
#include "dateline/text/lexicon.h"
#include "dateline/text/utf8.h"

/* How often a place or identity was met. */
struct count {
	uint32_t what, articles, quotes;
};

struct counts {
	VEC_OF(struct count) list;
};

static void count(struct counts *c, uint32_t what, uint32_t quotes)
{
	size_t i = 0;

	while (i < c->list.n && c->list.v[i].what != what)
		i++;
	if (i == c->list.n)
		*vec_push(&c->list) = (struct count){ .what = what };
	c->list.v[i].articles++;
	c->list.v[i].quotes += quotes;
}

/* The most articles first, then the most quotes, then who was met first. */
static bool is_more(const struct count *a, const struct count *b)
{
	if (a->articles != b->articles)
		return a->articles > b->articles;
	if (a->quotes != b->quotes)
		return a->quotes > b->quotes;
	return a->what < b->what;
}

/* "PORT AMIEL" as "Port Amiel": words without small letters get them. */
static void add_word(struct buf *out, struct str word)
{
	struct buf small = { 0 };
	size_t first = 1;

	text_fold_case(&small, word);
	while (first < word.n && !utf8_is_boundary(word, first))
		first++;
	buf_add(out, str_slice(word, 0, first));
	buf_add(out, str_slice(buf_str(&small), first, small.n));
	buf_release(&small);
}

static bool is_capitals(struct str s)
{
	struct buf small = { 0 };
	bool same = false;

	text_fold_case(&small, s);
	for (size_t i = 1; i < s.n && i < small.n && !same; i++)
		same = s.p[i] == small.p[i] && s.p[i] >= 'a' && s.p[i] <= 'z';
	buf_release(&small);
	return s.n > 1 && !same;
}

/* The place of a dateline, up to its land: "Arvo" of "ARVO, Velland". */
static void add_place(struct buf *out, struct str dateline)
{
	struct str place, word;

	if (!str_split(&dateline, ',', &place))
		return;
	place = str_trim(place);
	if (!is_capitals(place)) {
		buf_add(out, place);
		return;
	}
	while (str_split(&place, ' ', &word)) {
		buf_add(out, out->n ? STR(" ") : STR(""));
		if (word.n)
			add_word(out, word);
	}
}

static void find_place(struct round_name *name, const struct store *s,
	const struct round *r, struct arena *arena)
{
	struct intern places = { 0 };
	struct counts c = { 0 };
	struct buf place = { 0 };
	size_t best = 0;

	for (uint32_t k = 0; k < r->articles.n; k++) {
		uint32_t i = s->round_articles.v[r->articles.first + k];

		buf_clear(&place);
		add_place(&place, store_str(s, s->articles.v[i].dateline));
		if (place.n)
			count(&c, intern_add(&places, buf_str(&place)), 0);
	}
	for (size_t i = 1; i < c.list.n; i++)
		if (is_more(&c.list.v[i], &c.list.v[best]))
			best = i;
	if (c.list.n)
		name->place =
			arena_dup(arena, places.strings[c.list.v[best].what]);
	vec_free(&c.list);
	buf_release(&place);
	intern_release(&places);
}

static bool is_particle(struct str word)
{
	struct buf folded = { 0 };
	bool found;

	text_fold(&folded, word);
	found = lex_entry_in(
		lexicon_find(lexicon_any(), buf_str(&folded)), LEX_particle);
	buf_release(&folded);
	return found;
}

/* The last word of a name, with the particles before it: "van der Meer". */
static struct str surname(struct str name)
{
	size_t at = name.n;

	for (bool first = true; at > 0; first = false) {
		size_t start = at;

		while (start > 0 && name.p[start - 1] != ' ')
			start--;
		if (!first && !is_particle(str_slice(name, start, at)))
			return str_trim(str_slice(name, at, name.n));
		at = start > 0 ? start - 1 : 0;
	}
	return name;
}

static void count_heads(struct counts *c, const struct people *p, uint32_t i)
{
	const struct store *s = p->store;
	const struct span *persons = &s->articles.v[i].persons;

	for (uint32_t k = persons->first; k < persons->first + persons->n;
		k++) {
		const struct store_person *who = &s->persons.v[k];

		if (who->quotes && people_identity(p, k)->kind == PERSON_HUMAN)
			count(c, p->of[k], who->quotes);
	}
}

static void find_heads(
	struct round_name *name, const struct people *p, const struct round *r)
{
	const struct store *s = p->store;
	struct counts c = { 0 };

	for (uint32_t k = 0; k < r->articles.n; k++)
		count_heads(&c, p, s->round_articles.v[r->articles.first + k]);
	while (name->n_heads < ROUND_HEADS && c.list.n) {
		size_t best = 0;

		for (size_t i = 1; i < c.list.n; i++)
			if (is_more(&c.list.v[i], &c.list.v[best]))
				best = i;
		name->heads[name->n_heads++] =
			surname(p->list.v[c.list.v[best].what].name);
		c.list.v[best] = c.list.v[--c.list.n];
	}
	vec_free(&c.list);
}

void round_name_find(struct round_name *name, const struct people *p,
	const struct round *r, struct arena *arena)
{
	*name = (struct round_name){ 0 };
	find_place(name, p->store, r, arena);
	find_heads(name, p, r);
}
