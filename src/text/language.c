#include "dateline/text/language.h"

#include "dateline/base/ascii.h"
#include "dateline/base/buf.h"
#include "dateline/text/fold.h"
#include "text/lexicon_data.h"

enum {
	LANGUAGES_MAX = 64, /* bits of the table of stop words */
	GUESS_PART = 5, /* of the words: a fifth is enough for a guess */
	RIVAL_PART = 4, /* and a quarter against a declaration, */
	RIVAL_TIMES = 2, /* when it is so much more than the declared has */
	UNLISTED_PART = 3, /* a third where the declared has no list */
	SURE_WORDS = 40, /* in shorter texts chance has a say */
	TAG_MAX = 35 /* bytes of a tag (RFC 5646, section 4.4.1) */
};

/* How many of a text's words are stop words of each language. */
struct votes {
	unsigned words;
	unsigned stops[LANGUAGES_MAX];
	size_t best; /* the language with the most */
};

static void count_word(struct votes *v, struct str word)
{
	const struct lex_entry *e = lexicon_find(&lexicon_data_stop, word);

	uint64_t languages = e ? e->lists : 0;

	v->words++;
	for (size_t k = 0; languages; k++, languages >>= 1)
		v->stops[k] += languages & 1;
}

static void count_votes(struct votes *v, struct str text)
{
	struct buf folded = { 0 };
	struct str s;

	*v = (struct votes){ 0 };
	text_fold(&folded, str_slice(text, 0, LANGUAGE_BYTES));
	s = buf_str(&folded);
	for (size_t i = 0; i < s.n;) {
		size_t end = i;

		while (end < s.n &&
			((uint8_t)s.p[end] >= 0x80 || ascii_is_alpha(s.p[end])))
			end++;
		if (end > i)
			count_word(v, str_slice(s, i, end));
		i = end + (end == i);
	}
	buf_release(&folded);
	for (size_t k = 0; k < lexicon_data_count; k++)
		if (v->stops[k] > v->stops[v->best])
			v->best = k;
}

static const char *guess(const struct votes *v)
{
	unsigned stops = v->stops[v->best];

	return stops && stops * GUESS_PART >= v->words
		       ? lexicon_data[v->best].lang
		       : NULL;
}

const char *language_guess(struct str text)
{
	struct votes v;

	count_votes(&v, text);
	return guess(&v);
}

/* The language that a code or name means, or NULL. */
static const struct lexicon *find_language(struct str name)
{
	struct buf folded = { 0 };
	const struct lexicon *found = NULL;

	text_fold(&folded, name);
	for (size_t k = 0; k < lexicon_data_count && !found; k++) {
		const struct lexicon *lex = &lexicon_data[k];

		if (str_eq(buf_str(&folded), str_from_c(lex->lang)) ||
			lexicon_has(lex, buf_str(&folded), LEX_language))
			found = lex;
	}
	buf_release(&folded);
	return found;
}

/* The letters that s starts with. */
static struct str leading_letters(struct str s)
{
	size_t n = 0;

	while (n < s.n && ((uint8_t)s.p[n] >= 0x80 || ascii_is_alpha(s.p[n])))
		n++;
	return str_slice(s, 0, n);
}

/* primary in lower case, then the subtags that `rest` starts with. */
static struct str join_tag(struct arena *a, struct str primary, struct str rest)
{
	char *p = arena_alloc(a, primary.n + rest.n);
	size_t n = 0;

	for (; n < primary.n; n++)
		p[n] = ascii_lower(primary.p[n]);
	for (size_t i = 0; i < rest.n; i++) {
		if (rest.p[i] == '-' || rest.p[i] == '_')
			p[n++] = '-';
		else if (ascii_is_alnum(rest.p[i]))
			p[n++] = rest.p[i];
		else
			break;
	}
	while (n && p[n - 1] == '-')
		n--;
	return str_of(p, n);
}

/* A declaration as a tag; STR_NONE when it is none. */
static struct str read_tag(struct arena *a, struct str declared)
{
	struct str s = str_trim(declared), primary = leading_letters(s);
	struct str rest = str_slice(s, primary.n, s.n);
	const struct lexicon *lex = find_language(primary);

	if (lex == lexicon_data_any)
		return STR_NONE;
	if (lex)
		primary = str_from_c(lex->lang);
	else if (primary.n < 2 || primary.n > 3)
		return STR_NONE;
	if (primary.n + rest.n > TAG_MAX)
		rest.n = 0;
	return join_tag(a, primary, rest);
}

static bool contradicts(const struct votes *v, struct str tag)
{
	const struct lexicon *lex = lexicon_get(tag);
	size_t k = (size_t)(lex - lexicon_data);
	unsigned best = v->stops[v->best];

	if (v->words < SURE_WORDS || v->best == k)
		return false;
	if (lex == lexicon_data_any)
		return best * UNLISTED_PART >= v->words;
	return v->stops[k] == 0 || (best * RIVAL_PART >= v->words &&
					   best >= v->stops[k] * RIVAL_TIMES);
}

struct str language_settle(
	struct arena *a, const struct str *declared, size_t n, struct str text)
{
	struct votes v;

	count_votes(&v, text);
	for (size_t i = 0; i < n; i++) {
		struct str tag = read_tag(a, declared[i]);

		if (tag.n && !contradicts(&v, tag))
			return tag;
	}
	return str_from_c(guess(&v));
}
