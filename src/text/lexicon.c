#include "dateline/text/lexicon.h"

#include "dateline/base/ascii.h"
#include "dateline/base/mem.h"
#include "dateline/text/fold.h"
#include "text/lexicon_data.h"

const struct lexicon *lexicon_all(size_t *n)
{
	*n = lexicon_data_count;
	return lexicon_data;
}

/* "html" is a folder of lang/, but no language. */
static bool is_markup(const struct lexicon *lex)
{
	return lex == lexicon_markup();
}

const struct lexicon *lexicon_get(struct str lang)
{
	size_t primary = 0;

	while (primary < lang.n && ascii_is_alpha(lang.p[primary]))
		primary++;
	lang.n = primary;
	for (size_t i = 0; i < lexicon_data_count; i++) {
		struct str name = str_from_c(lexicon_data[i].lang);

		if (str_eq_nocase(lang, name) && !is_markup(&lexicon_data[i]))
			return &lexicon_data[i];
	}
	return lexicon_english();
}

const struct lexicon *lexicon_english(void)
{
	return &lexicon_data[lexicon_data_en];
}

const struct lexicon *lexicon_any(void)
{
	return &lexicon_data[lexicon_data_any];
}

const struct lexicon *lexicon_markup(void)
{
	return &lexicon_data[lexicon_data_html];
}

const struct lex_entry *lexicon_find(
	const struct lexicon *lex, struct str folded)
{
	return lexicon_find_hash(lex, folded, str_hash(folded));
}

const struct lex_entry *lexicon_find_hash(
	const struct lexicon *lex, struct str folded, uint64_t hash)
{
	uint32_t i = (uint32_t)hash & lex->mask;

	for (; lex->slots[i]; i = (i + 1) & lex->mask) {
		const struct lex_entry *e = &lex->entries[lex->slots[i] - 1];

		if (e->length == folded.n &&
			memcmp(lex->chars + e->offset, folded.p, folded.n) == 0)
			return e;
	}
	return NULL;
}

bool lexicon_has(
	const struct lexicon *lex, struct str folded, enum lexicon_list list)
{
	const struct lex_entry *e = lexicon_find(lex, folded);

	return e && (e->lists & LEX_BIT(list));
}

/* The words of a folded text that are stop words of lex, and all words. */
static unsigned count_stops(
	const struct lexicon *lex, struct str folded, unsigned *words)
{
	unsigned stops = 0;

	*words = 0;
	for (size_t i = 0; i < folded.n;) {
		size_t end = i;

		while (end < folded.n && ((uint8_t)folded.p[end] >= 0x80 ||
						 ascii_is_alpha(folded.p[end])))
			end++;
		if (end == i) {
			i++;
			continue;
		}
		stops += lexicon_has(lex, str_slice(folded, i, end), LEX_stop);
		++*words;
		i = end;
	}
	return stops;
}

const char *lexicon_guess(struct str text)
{
	struct buf folded = { 0 };
	const char *best = NULL;
	unsigned best_count = 0, words = 0;

	text_fold(&folded, str_slice(text, 0, 2000));
	for (size_t i = 0; i < lexicon_data_count; i++) {
		unsigned n;

		if (is_markup(&lexicon_data[i]))
			continue;
		n = count_stops(&lexicon_data[i], buf_str(&folded), &words);

		if (n > best_count && n * 8 >= words) {
			best = lexicon_data[i].lang;
			best_count = n;
		}
	}
	buf_release(&folded);
	return best;
}
