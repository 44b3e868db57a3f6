#include "name_roles.h"

#include "dateline/text/fold.h"
#include "dateline/text/lexicon.h"

/* Roles of a name, and words of a role, that are looked at. */
#define ROLES_MAX 8
#define WORDS_MAX 12
/* Words are one when the shorter, so long, is the front of the other
 * ("Karsova", "Karsovan"), or when so long a front is the same. */
#define WORD_MIN 4
#define STEM_MIN 6

struct role {
	struct sref text;
	struct str words[WORDS_MAX]; /* in the arena */
	uint16_t nouns; /* bits: those that are an office or trade */
	uint16_t n;
};

#define NO_CONTENT \
	(LEX_BIT(LEX_prep) | LEX_BIT(LEX_det) | LEX_BIT(LEX_article) | \
		LEX_BIT(LEX_conj) | LEX_BIT(LEX_aux))

static bool is_gap(char c)
{
	return c == ' ' || c == '-' || c == ',' || c == '\'' || c == '.';
}

static void add_word(struct role *r, struct str word, const struct lexicon *lex)
{
	const struct lex_entry *e = lexicon_find(lex, word);

	if (word.n < 2 || r->n == WORDS_MAX || (e && (e->lists & NO_CONTENT)))
		return;
	if (e && (e->lists & (LEX_BIT(LEX_role) | LEX_BIT(LEX_titlecap))))
		r->nouns |= (uint16_t)(1u << r->n);
	r->words[r->n++] = word;
}

static void add_role(
	struct name_roles *r, struct sref text, const struct lexicon *lex)
{
	struct role role = { .text = text };
	struct str folded =
		text_fold_dup(&r->arena, store_str(r->names->store, text));
	size_t start = 0;

	for (size_t i = 0; i <= folded.n; i++)
		if (i == folded.n || is_gap(folded.p[i])) {
			add_word(&role, str_slice(folded, start, i), lex);
			start = i + 1;
		}
	if (role.n)
		*vec_push(&r->roles) = role;
}

static bool has_role(
	const struct name_roles *r, struct span own, struct sref text)
{
	const struct store *s = r->names->store;

	for (uint32_t i = own.first; i < r->roles.n; i++)
		if (str_eq(store_str(s, r->roles.v[i].text),
			    store_str(s, text)))
			return true;
	return false;
}

static struct span roles_of(struct name_roles *r, uint32_t node)
{
	const struct store *s = r->names->store;
	struct span uses = r->names->nodes.v[node].uses;
	struct span own = { (uint32_t)r->roles.n, 0 };

	if (r->known[node])
		return r->of[node];
	for (uint32_t k = 0; k < uses.n && own.n < ROLES_MAX; k++) {
		struct name_use use = r->names->uses.v[uses.first + k];
		struct sref role = s->persons.v[use.person].role;

		if (role.n && !has_role(r, own, role))
			add_role(r, role,
				lexicon_get(store_str(
					s, s->articles.v[use.article].lang)));
		own.n = (uint32_t)r->roles.n - own.first;
	}
	r->known[node] = 1;
	return r->of[node] = own;
}

void name_roles_begin(struct name_roles *r, const struct names *n)
{
	*r = (struct name_roles){ .names = n };
	r->of = mem_calloc(n->nodes.n + 1, sizeof *r->of);
	r->known = mem_calloc(n->nodes.n + 1, 1);
}

void name_roles_release(struct name_roles *r)
{
	vec_free(&r->roles);
	free(r->of);
	free(r->known);
	arena_release(&r->arena);
}

static bool is_same_word(struct str a, struct str b)
{
	size_t i = 0, shorter = a.n < b.n ? a.n : b.n;

	while (i < shorter && a.p[i] == b.p[i])
		i++;
	return i == shorter ? a.n == b.n || i >= WORD_MIN : i >= STEM_MIN;
}

static enum role_match match(const struct role *a, const struct role *b)
{
	size_t shared = 0, nouns = 0;
	size_t shorter = a->n < b->n ? a->n : b->n;

	for (size_t i = 0; i < a->n; i++)
		for (size_t j = 0; j < b->n; j++)
			if (is_same_word(a->words[i], b->words[j])) {
				shared++;
				nouns += a->nouns >> i & 1;
				break;
			}
	if (nouns == 0)
		return ROLE_DIFFERENT;
	return shared >= 2 && shared >= shorter ? ROLE_SAME : ROLE_NOUN;
}

enum role_match name_roles_match(
	struct name_roles *r, uint32_t a, uint32_t b, struct sref *role)
{
	struct span x = roles_of(r, a), y = roles_of(r, b);
	enum role_match best = ROLE_DIFFERENT;

	for (uint32_t i = x.first; i < x.first + x.n; i++)
		for (uint32_t j = y.first; j < y.first + y.n; j++) {
			enum role_match m =
				match(&r->roles.v[i], &r->roles.v[j]);

			if (m <= best)
				continue;
			best = m;
			*role = r->roles.v[i].text;
		}
	return best;
}
