#include "dateline/text/words.h"

#include "dateline/base/ascii.h"
#include "dateline/text/utf8.h"

#include <unictype.h>

enum part {
	NO_PART, /* between words */
	LETTER, /* or digit: joins what stands beside it */
	WHOLE, /* a word by itself */
	EXTENDER /* belongs to the character before it, if that is a word's */
};

static bool is_between(uint32_t cp, uint32_t first, uint32_t last)
{
	return cp >= first && cp <= last;
}

/* Kana; Thai, Lao, Myanmar, Khmer (UAX #14, class SA). */
static bool is_unspaced(uint32_t cp)
{
	return is_between(cp, 0x3041, 0x30FF) ||
	       is_between(cp, 0x0E01, 0x0EFF) ||
	       is_between(cp, 0x1000, 0x109F) ||
	       is_between(cp, 0x1780, 0x17FF) || uc_is_property_ideographic(cp);
}

/* What text_fold() drops: a word with and without it is the same. */
static bool is_dropped(uint32_t cp)
{
	return cp == 0xAD || cp == 0x200C || cp == 0x200D ||
	       is_between(cp, 0xFE00, 0xFE0F);
}

static enum part part_of(uint32_t cp)
{
	if (cp < 0x80)
		return ascii_is_alnum((char)cp) ? LETTER : NO_PART;
	if (cp == UTF8_BAD)
		return NO_PART;
	if (is_dropped(cp) || uc_is_general_category(cp, UC_CATEGORY_M))
		return EXTENDER;
	if (is_unspaced(cp))
		return uc_is_general_category(cp, UC_CATEGORY_P) ? NO_PART
								 : WHOLE;
	return uc_is_alnum(cp) ? LETTER : NO_PART;
}

/* How far the ASCII letters and digits go on from `at`; or, when `letters` is
 * false, the ASCII that is neither. */
static size_t ascii_run(struct str text, size_t at, bool letters)
{
	while (at < text.n && (uint8_t)text.p[at] < 0x80 &&
		ascii_is_alnum(text.p[at]) == letters)
		at++;
	return at;
}

/* The part at `at`, and where it ends: a run of ASCII at once. */
static enum part next_part(struct str text, size_t at, size_t *end)
{
	uint32_t cp;

	if ((uint8_t)text.p[at] < 0x80) {
		bool letters = ascii_is_alnum(text.p[at]);

		*end = ascii_run(text, at, letters);
		return letters ? LETTER : NO_PART;
	}
	*end = at + utf8_decode(text, at, &cp);
	return part_of(cp);
}

bool word_next(struct str text, size_t from, struct range *word)
{
	enum part first = NO_PART;
	size_t start = from, at = from, end;

	for (; at < text.n; at = end) {
		enum part part = next_part(text, at, &end);

		if (first == NO_PART && (part == LETTER || part == WHOLE)) {
			first = part;
			start = at;
		} else if (first != NO_PART && part != EXTENDER &&
			   (first == WHOLE || part != LETTER)) {
			break;
		}
	}
	*word = (struct range){ (uint32_t)start, (uint32_t)at };
	return first != NO_PART;
}
