#include "dateline/text/lexicon.h"

#include "dateline/base/ascii.h"
#include "text/lexicon_data.h"

const struct lexicon *lexicon_all(size_t *n)
{
	*n = lexicon_data_count;
	return lexicon_data;
}

const struct lexicon *lexicon_english(void)
{
	return lexicon_data_en;
}

const struct lexicon *lexicon_any(void)
{
	return lexicon_data_any;
}

const struct lexicon *lexicon_calendar(void)
{
	return &lexicon_data_calendar;
}

const struct lexicon *lexicon_markup(void)
{
	return &lexicon_data_html;
}

const struct lexicon *lexicon_get(struct str lang)
{
	size_t primary = 0;

	while (primary < lang.n && ascii_is_alpha(lang.p[primary]))
		primary++;
	lang.n = primary;
	if (lang.n == 0)
		return lexicon_data_en;
	for (size_t i = 0; i < lexicon_data_count; i++)
		if (str_eq_nocase(lang, str_from_c(lexicon_data[i].lang)))
			return &lexicon_data[i];
	return lexicon_data_any;
}

const struct lex_entry *lexicon_find(
	const struct lexicon *lex, struct str folded)
{
	return lexicon_find_hash(lex, folded, str_hash(folded));
}

const struct lex_entry *lexicon_find_hash(
	const struct lexicon *lex, struct str folded, uint64_t hash)
{
	uint32_t i = (uint32_t)hash & lex->mask, tag = LEX_SLOT_TAG(hash);

	for (; lex->slots[i]; i = (i + 1) & lex->mask) {
		uint32_t slot = lex->slots[i];
		const struct lex_entry *e;

		if ((slot ^ tag) >> 16)
			continue;
		e = &lex->entries[LEX_SLOT_ENTRY(slot) - 1];
		if (e->length == folded.n &&
			memcmp(lex->chars + e->offset, folded.p, folded.n) == 0)
			return e;
	}
	return NULL;
}

bool lexicon_has(
	const struct lexicon *lex, struct str folded, enum lexicon_list list)
{
	return lex_entry_in(lexicon_find(lex, folded), list);
}
