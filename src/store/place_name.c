#include "place_name.h"

#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"
#include "dateline/text/utf8.h"
#include "dateline/text/words.h"

/* Up to so many letters, capitals may be an abbreviation. */
#define SHORT_LETTERS 3

/* Some letter behind the first of a word is no capital: small ones, and those
 * of scripts that have no capitals. */
static bool has_small_letters(struct str s)
{
	struct buf small = { 0 };
	struct range word;
	bool any = false;

	for (size_t at = 0; !any && word_next(s, at, &word); at = word.end) {
		size_t i = word.start;
		uint32_t cp;

		i += utf8_decode(s, i, &cp);
		while (!any && i < word.end) {
			size_t next = i + utf8_decode(s, i, &cp);

			buf_clear(&small);
			text_fold_case(&small, str_slice(s, i, next));
			any = !ascii_is_digit(s.p[i]) &&
			      str_eq(buf_str(&small), str_slice(s, i, next));
			i = next;
		}
	}
	buf_release(&small);
	return any;
}

/* "LESK" as "Lesk". */
static void add_word(struct buf *out, struct str word)
{
	uint32_t cp;
	size_t first = utf8_decode(word, 0, &cp);

	buf_add(out, str_slice(word, 0, first));
	text_fold_case(out, str_slice(word, first, word.n));
}

void place_name(struct buf *out, struct str dateline)
{
	struct str place = STR_NONE;
	struct range word;
	size_t at = 0;

	str_split(&dateline, ',', &place);
	place = str_trim(place);
	if (place.n <= SHORT_LETTERS || has_small_letters(place)) {
		buf_add(out, place);
		return;
	}
	for (; word_next(place, at, &word); at = word.end) {
		buf_add(out, str_slice(place, at, word.start));
		add_word(out, str_range(place, word));
	}
	buf_add(out, str_slice(place, at, place.n));
}
