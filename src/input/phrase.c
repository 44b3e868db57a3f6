#include "input/phrase.h"

#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"
#include "dateline/text/token.h"
#include "dateline/text/utf8.h"

enum {
	PHRASE_MAX_ENDS = 14 /* of words looked at in a line, at most */
};

/* A line's start, folded, as it grows from word to word. */
struct head {
	struct buf folded;
	uint64_t hash; /* of all of it */
};

static void head_add(struct head *h, struct str s)
{
	size_t before = h->folded.n;

	text_fold(&h->folded, s);
	h->hash = str_hash_on(
		h->hash, str_slice(buf_str(&h->folded), before, h->folded.n));
}

static bool has(const struct lexicon *lex, struct str folded, uint64_t hash,
	enum lexicon_list list)
{
	return lex_entry_in(lexicon_find_hash(lex, folded, hash), list);
}

static bool in_list(struct str folded, uint64_t hash, const struct lexicon *lex,
	enum lexicon_list list)
{
	const struct lexicon *english = lexicon_english();

	return has(lex, folded, hash, list) ||
	       (lex != english && has(english, folded, hash, list)) ||
	       has(lexicon_any(), folded, hash, list);
}

bool phrase_has(
	struct str folded, const struct lexicon *lex, enum lexicon_list list)
{
	return in_list(folded, str_hash_on(STR_HASH_START, folded), lex, list);
}

bool phrase_is(struct str s, const struct lexicon *lex, enum lexicon_list list)
{
	struct head h = { .hash = STR_HASH_START };
	bool found;

	if (s.n > LEX_KEY_MAX)
		return false;
	head_add(&h, s);
	found = in_list(buf_str(&h.folded), h.hash, lex, list);
	buf_release(&h.folded);
	return found;
}

unsigned phrase_value(
	struct str word, const struct lexicon *lex, enum lexicon_list list)
{
	struct buf folded = { 0 };
	const struct lex_entry *e;
	unsigned value;

	text_fold(&folded, utf8_cut(word, LEX_KEY_MAX));
	e = lexicon_find(lex, buf_str(&folded));
	value = lex_entry_in(e, list) ? e->value : 0;
	buf_release(&folded);
	return value;
}

/* True where a word ends before byte `at`: at a mark, or where a capital
 * follows a small letter. */
static bool word_ends(struct str s, size_t at)
{
	char before = s.p[at - 1], after = at < s.n ? s.p[at] : ' ';

	if (!ascii_is_alnum(before) && before >= 0)
		return before == '.' && !ascii_is_alnum(after);
	if (!utf8_is_boundary(s, at))
		return false;
	return !(ascii_is_alnum(after) || after < 0 || after == '-') ||
	       (ascii_is_upper(after) && !ascii_is_upper(before)) ||
	       (uint8_t)after == 0xE2 || (uint8_t)after == 0xC2;
}

size_t phrase_prefix(struct str s, const struct lexicon *lex,
	enum lexicon_list list, unsigned *words)
{
	struct str head = utf8_cut(s, LEX_KEY_MAX);
	struct head h = { .hash = STR_HASH_START };
	size_t longest = 0, folded = 0; /* bytes of head */
	unsigned n = 1, ends = 0;

	for (size_t at = 1; at <= head.n && ends < PHRASE_MAX_ENDS; at++) {
		if (at < head.n && head.p[at - 1] == ' ')
			n++;
		if (!word_ends(head, at))
			continue;
		ends++;
		head_add(&h, str_slice(head, folded, at));
		folded = at;
		if (in_list(buf_str(&h.folded), h.hash, lex, list)) {
			longest = at;
			if (words)
				*words = n;
		}
	}
	buf_release(&h.folded);
	return longest;
}

/* Capitals of Latin-1 and Latin Extended-A, which pairs them with small
 * letters, capital first. */
static bool is_latin_capital(uint32_t cp)
{
	if (cp < 0x100)
		return cp >= 0xC0 && cp <= 0xDE && cp != 0xD7;
	if ((cp >= 0x139 && cp <= 0x148) || cp >= 0x179)
		return cp % 2 == 1;
	return cp % 2 == 0;
}

bool phrase_is_capital(struct str word)
{
	uint32_t cp;

	if (word.n == 0)
		return false;
	if (word.p[0] >= 0)
		return ascii_is_upper(word.p[0]);
	utf8_decode(word, 0, &cp);
	if (cp < 0x180)
		return is_latin_capital(cp);
	if (cp >= 0x370 && cp < 0x460) /* Greek, Cyrillic */
		return cp < 0x3AC || (cp >= 0x400 && cp < 0x430);
	return cp >= 0x460 && (cp < 0x2000 || cp > 0x2BFF);
}

bool phrase_word(struct str *rest, struct str *word)
{
	size_t at = 0, start;

	while (at < rest->n && ascii_is_space(rest->p[at]))
		at++;
	start = at;
	while (at < rest->n && !ascii_is_space(rest->p[at]))
		at++;
	*word = str_slice(*rest, start, at);
	*rest = str_slice(*rest, at, rest->n);
	return word->n > 0;
}

size_t phrase_count(struct str s)
{
	struct str word;
	size_t n = 0;

	while (phrase_word(&s, &word))
		n++;
	return n;
}

struct str phrase_unquoted(struct str s)
{
	uint32_t cp;
	size_t n;

	while (s.n) {
		n = utf8_decode(s, 0, &cp);
		if (!token_is_mark(cp))
			break;
		s = str_slice(s, n, s.n);
	}
	while (s.n) {
		n = utf8_prev(s, s.n);
		utf8_decode(s, n, &cp);
		if (!token_is_mark(cp) && cp != ')' && cp != ']')
			break;
		s.n = n;
	}
	return s;
}
