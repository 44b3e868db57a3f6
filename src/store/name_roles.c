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
	struct str words[WORDS_MAX];
	bool noun[WORDS_MAX]; /* an office or trade */
	size_t n;
};

struct roles {
	struct role v[ROLES_MAX];
	size_t n;
	struct arena arena;
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
	r->noun[r->n] =
		e && (e->lists & (LEX_BIT(LEX_role) | LEX_BIT(LEX_titlecap)));
	r->words[r->n++] = word;
}

static void read_role(struct roles *roles, const struct store *s,
	struct sref text, const struct lexicon *lex)
{
	struct role *r = &roles->v[roles->n];
	struct str folded = text_fold_dup(&roles->arena, store_str(s, text));
	size_t start = 0;

	*r = (struct role){ .text = text };
	for (size_t i = 0; i <= folded.n; i++)
		if (i == folded.n || is_gap(folded.p[i])) {
			add_word(r, str_slice(folded, start, i), lex);
			start = i + 1;
		}
	roles->n += r->n > 0;
}

static bool has_role(
	const struct roles *roles, const struct store *s, struct sref text)
{
	for (size_t i = 0; i < roles->n; i++)
		if (str_eq(store_str(s, roles->v[i].text), store_str(s, text)))
			return true;
	return false;
}

static void read_roles(
	struct roles *roles, const struct names *n, uint32_t node)
{
	const struct store *s = n->store;
	struct span uses = n->nodes.v[node].uses;

	*roles = (struct roles){ 0 };
	for (uint32_t k = 0; k < uses.n && roles->n < ROLES_MAX; k++) {
		struct name_use use = n->uses.v[uses.first + k];
		struct sref role = s->persons.v[use.person].role;

		if (role.n && !has_role(roles, s, role))
			read_role(roles, s, role,
				lexicon_get(store_str(
					s, s->articles.v[use.article].lang)));
	}
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
				nouns += a->noun[i];
				break;
			}
	if (nouns == 0)
		return ROLE_DIFFERENT;
	return shared >= 2 && shared >= shorter ? ROLE_SAME : ROLE_NOUN;
}

enum role_match name_roles_match(
	const struct names *n, uint32_t a, uint32_t b, struct sref *role)
{
	enum role_match best = ROLE_DIFFERENT;
	struct roles x, y;

	read_roles(&x, n, a);
	read_roles(&y, n, b);
	for (size_t i = 0; i < x.n; i++)
		for (size_t j = 0; j < y.n; j++) {
			enum role_match m = match(&x.v[i], &y.v[j]);

			if (m <= best)
				continue;
			best = m;
			*role = x.v[i].text;
		}
	arena_release(&x.arena);
	arena_release(&y.arena);
	return best;
}
