#include "names.h"

#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"
#include "dateline/text/lexicon.h"

static bool is_gap(char c)
{
	return c == ' ' || c == '-' || c == '.';
}

/* The next word of a folded name at or after *at; false at the end. */
static bool next_word(struct str folded, size_t *at, struct str *word)
{
	size_t start;

	while (*at < folded.n && is_gap(folded.p[*at]))
		++*at;
	start = *at;
	while (*at < folded.n && !is_gap(folded.p[*at]))
		++*at;
	*word = str_slice(folded, start, *at);
	return word->n > 0;
}

/* "Ben Hale" has a first name, "al-Hale" and "bin Hale" a particle. */
static bool is_first_name(
	struct str name, struct str word, const struct lexicon *lex)
{
	return ascii_is_upper(name.p[0]) && name.n > word.n &&
	       name.p[word.n] == ' ' &&
	       (lexicon_has(lex, word, LEX_male) ||
		       lexicon_has(lex, word, LEX_female));
}

static void add_word(struct buf *out, size_t start, struct str word)
{
	if (out->n > start)
		buf_add_c(out, ' ');
	for (size_t i = 0; i < word.n; i++)
		if (word.p[i] != '\'')
			buf_add_c(out, word.p[i]);
}

/* Without particles, and without what follows the surname. */
static void add_human(struct buf *out, struct str name, struct str folded,
	const struct lexicon *lex)
{
	size_t at = 0, start = out->n, words = 0;
	struct str word;

	while (next_word(folded, &at, &word)) {
		bool first = words++ == 0;

		if (lexicon_has(lex, word, LEX_particle) &&
			!(first && is_first_name(name, word, lex)))
			continue;
		if (!first && lexicon_has(lex, word, LEX_suffix))
			continue;
		add_word(out, start, word);
	}
	if (out->n == start)
		buf_add(out, folded);
}

static void add_other(
	struct buf *out, struct str folded, const struct lexicon *lex)
{
	size_t at = 0, start = out->n;
	struct str word;

	while (next_word(folded, &at, &word))
		if (out->n > start || !lexicon_has(lex, word, LEX_article))
			add_word(out, start, word);
	if (out->n == start)
		buf_add(out, folded);
}

void names_key(struct buf *out, struct str name, enum person_kind kind,
	const struct lexicon *lex)
{
	struct buf folded = { 0 };

	text_fold(&folded, name);
	if (kind == PERSON_HUMAN)
		add_human(out, name, buf_str(&folded), lex);
	else
		add_other(out, buf_str(&folded), lex);
	buf_release(&folded);
}
