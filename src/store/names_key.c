#include "names.h"

#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"
#include "dateline/text/lexicon.h"

/* The next word of a folded name at or after *at, apart from others by one of
 * `gaps`; false at the end. */
static bool next_word(
	struct str folded, const char *gaps, size_t *at, struct str *word)
{
	size_t start;

	while (*at < folded.n && strchr(gaps, folded.p[*at]))
		++*at;
	start = *at;
	while (*at < folded.n && !strchr(gaps, folded.p[*at]))
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
		if (word.p[i] != '\'' && word.p[i] != '.')
			buf_add_c(out, word.p[i]);
}

/* Apart from the words, so that the surname stays the last of them. */
static void add_suffix(struct buf *out, struct str word)
{
	buf_add_c(out, ',');
	buf_add(out, word);
}

/* "Jr.", "III": it tells father and son apart. */
static bool is_suffix(struct str word, const struct lexicon *lex)
{
	size_t i = 0;

	while (i < word.n && (word.p[i] == 'i' || word.p[i] == 'v'))
		i++;
	return (i == word.n && i > 1) || lexicon_has(lex, word, LEX_suffix);
}

/* Without particles; with what follows the surname in its own place. */
static void add_human(struct buf *out, struct str name, struct str folded,
	const struct lexicon *lex)
{
	size_t at = 0, start = out->n, words = 0;
	struct str word;

	while (next_word(folded, " -.", &at, &word)) {
		bool first = words++ == 0;

		if (lexicon_has(lex, word, LEX_particle) &&
			!(first && is_first_name(name, word, lex)))
			continue;
		if (!first && is_suffix(word, lex))
			add_suffix(out, word);
		else
			add_word(out, start, word);
	}
	if (out->n == start)
		buf_add(out, folded);
}

/* "the F.B.I." is the FBI. */
static void add_other(
	struct buf *out, struct str folded, const struct lexicon *lex)
{
	size_t at = 0, start = out->n;
	struct str word;

	while (next_word(folded, " -", &at, &word))
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

size_t name_words(
	struct str key, struct str words[NAME_WORDS_MAX], struct str *suffix)
{
	struct str base = STR_NONE;
	size_t n = 0;

	if (!str_split(&key, ',', &base))
		base = key;
	*suffix = key;
	while (n < NAME_WORDS_MAX && str_split(&base, ' ', &words[n]))
		n++;
	return n;
}
