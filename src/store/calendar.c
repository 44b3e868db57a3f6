#include "calendar.h"

#include "dateline/text/lexicon.h"

#include <math.h>

/* Measured on the four labelled sets (doc/rounds.md). */
#define OTHER_WEEKDAY .85F
#define SAME_WEEKDAY 1.05F
#define OTHER_MONTH .9F

/* Shorter words are not only days and months ("sun", "sat", "may"). */
#define LENGTH_MIN 4
#define LENGTH_MAX 16

/* Bits: weekdays from 0, months from 7. */
#define WEEKDAYS UINT32_C(0x7F)
#define MONTHS (UINT32_C(0xFFF) << 7)

/* Lists whose words may be days or months all the same ("April", "June"). */
#define CALENDAR \
	(LEX_BIT(LEX_month) | LEX_BIT(LEX_weekday) | LEX_BIT(LEX_days) | \
		LEX_BIT(LEX_timew) | LEX_BIT(LEX_female) | LEX_BIT(LEX_male))

/* The entry of a term; terms.c may have taken a final s ("lunes"). */
static const struct lex_entry *find_term(
	const struct lexicon *lex, struct str term)
{
	char plural[LENGTH_MAX + 1];
	const struct lex_entry *e = lexicon_find(lex, term);

	if (e || term.n > LENGTH_MAX)
		return e;
	memcpy(plural, term.p, term.n);
	plural[term.n] = 's';
	return lexicon_find(lex, str_of(plural, term.n + 1));
}

static uint32_t word_bits(const struct lexicon *lex, struct str word)
{
	const struct lex_entry *e =
		word.n < LENGTH_MIN ? NULL : find_term(lex, word);

	if (!e || e->verb || (e->lists & ~CALENDAR))
		return 0;
	if (e->lists & LEX_BIT(LEX_weekday))
		return UINT32_C(1) << (e->value - 1);
	if (e->lists & LEX_BIT(LEX_month))
		return UINT32_C(1) << (e->value + 6);
	return 0;
}

/* The bits of every word in one language. */
static uint32_t *vocabulary_bits(
	const struct store *s, const struct lexicon *lex)
{
	uint32_t *bits = mem_alloc(s->words.n * sizeof *bits);

	for (size_t i = 0; i < s->words.n; i++)
		bits[i] = word_bits(lex, store_str(s, s->words.v[i]));
	return bits;
}

/* The bits of the articles that have this lexicon; lexicons are by article. */
static void add_language(uint32_t *of, const struct store *s,
	const struct lexicon *const *lexicons, const struct lexicon *lex)
{
	uint32_t *bits = NULL;

	for (size_t i = 0; i < s->articles.n; i++) {
		const struct article *a = &s->articles.v[i];

		if (lexicons[i] != lex)
			continue;
		if (!bits)
			bits = vocabulary_bits(s, lex);
		for (uint32_t k = 0; k < a->terms.n; k++)
			of[i] |= bits[s->terms.v[a->terms.first + k].word];
	}
	free(bits);
}

/* What two articles name differently counts only when both name something. */
static float agreement(uint32_t a, uint32_t b)
{
	float f = 1;

	if (a & b & WEEKDAYS)
		f *= SAME_WEEKDAY;
	else if ((a & WEEKDAYS) && (b & WEEKDAYS))
		f *= OTHER_WEEKDAY;
	if ((a & MONTHS) && (b & MONTHS) && !(a & b & MONTHS))
		f *= OTHER_MONTH;
	return f;
}

void calendar_apply(
	struct graph *g, const struct store *s, const struct when *when)
{
	uint32_t *of = mem_calloc(g->n, sizeof *of);
	const struct lexicon **of_article =
		mem_calloc(s->articles.n, sizeof *of_article);
	const struct lexicon *lex;
	size_t n;

	lex = lexicon_all(&n);
	for (size_t i = 0; i < s->articles.n; i++)
		of_article[i] =
			lexicon_get(store_str(s, s->articles.v[i].lang));
	for (size_t i = 0; i < n; i++)
		add_language(of, s, of_article, &lex[i]);
	free(of_article);
	for (uint32_t i = 0; i < g->n; i++)
		for (uint32_t k = g->first[i]; k < g->first[i + 1]; k++) {
			struct edge *e = &g->e[k];

			if (when_apart(&when[i], &when[e->to]) < 0)
				e->sim = fminf(1,
					e->sim * agreement(of[i], of[e->to]));
		}
	free(of);
}
