#include "dateline/text/hyphenate.h"

#include "dateline/base/ascii.h"
#include "dateline/base/buf.h"
#include "dateline/base/mem.h"
#include "dateline/text/utf8.h"

#include <dirent.h>
#include <hyphen.h>
#include <unicase.h>
#include <uniconv.h>
#include <unictype.h>
#include <unistr.h>

/* Of a word; no language's dictionary has longer ones. */
#define LETTERS_MAX 50
/* Letters before and after a break, at least; the patterns may say more. */
#define LETTERS_BEFORE 2
#define LETTERS_AFTER 2
/* A tag that is longer, or has anything but letters, digits and '-', is not
 * made a file's name. */
#define TAG_MAX 16

struct hyphenator {
	struct str lang; /* as asked for, folded to lower case */
	HyphenDict *dict; /* NULL: none is installed */
};

struct hyphen_shelf {
	const char *folder;
	struct arena arena;
	VEC_OF(struct hyphenator *) list;
};

struct hyphen_shelf *hyphen_shelf_new(const char *folder)
{
	struct hyphen_shelf *shelf = mem_calloc(1, sizeof *shelf);

	shelf->folder = folder;
	return shelf;
}

void hyphen_shelf_free(struct hyphen_shelf *shelf)
{
	if (!shelf)
		return;
	for (size_t i = 0; i < shelf->list.n; i++)
		if (shelf->list.v[i]->dict)
			hnj_hyphen_free(shelf->list.v[i]->dict);
	vec_free(&shelf->list);
	arena_release(&shelf->arena);
	free(shelf);
}

static bool is_tag(struct str lang)
{
	if (lang.n < 2 || lang.n > TAG_MAX)
		return false;
	for (size_t i = 0; i < lang.n; i++)
		if (!ascii_is_alnum(lang.p[i]) && lang.p[i] != '-' &&
			lang.p[i] != '_')
			return false;
	return true;
}

static char upper(char c)
{
	return ascii_is_small(c) ? (char)(c - ('a' - 'A')) : c;
}

/* "de-at" → "de", "AT"; no country: "". */
static void split_tag(
	struct str lang, char language[TAG_MAX + 1], char country[TAG_MAX + 1])
{
	size_t n = 0, m = 0;

	while (n < lang.n && lang.p[n] != '-' && lang.p[n] != '_') {
		language[n] = ascii_lower(lang.p[n]);
		n++;
	}
	language[n] = '\0';
	for (size_t i = n + 1; i < lang.n; i++)
		country[m++] = upper(lang.p[i]);
	country[m] = '\0';
}

static HyphenDict *load(
	const char *folder, const char *language, const char *country)
{
	struct buf path = { 0 };
	HyphenDict *dict;

	buf_add_f(&path, "%s/hyph_%s%s%s.dic", folder, language,
		*country ? "_" : "", country);
	dict = hnj_hyphen_load(path.p);
	buf_release(&path);
	return dict;
}

/* Whether a file of patterns, "hyph_en_GB.dic", is for this language. */
static bool is_for(struct str name, struct str start)
{
	return str_starts(name, start) && str_ends(name, STR(".dic"));
}

/* The first by name of those of the language's countries. */
static HyphenDict *load_any(const char *folder, const char *language)
{
	struct buf start = { 0 }, first = { 0 };
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	HyphenDict *dict = NULL;

	buf_add_f(&start, "hyph_%s_", language);
	while (dir && (entry = readdir(dir))) {
		struct str name = str_from_c(entry->d_name);

		if (!is_for(name, buf_str(&start)) ||
			(first.n && strcmp(first.p, entry->d_name) < 0))
			continue;
		buf_clear(&first);
		buf_add_f(&first, "%s", entry->d_name);
	}
	if (first.n) {
		buf_clear(&start);
		buf_add_f(&start, "%s/%s", folder, first.p);
		dict = hnj_hyphen_load(start.p);
	}
	if (dir)
		closedir(dir);
	buf_release(&start);
	buf_release(&first);
	return dict;
}

static HyphenDict *open_patterns(const char *folder, struct str lang)
{
	char language[TAG_MAX + 1], country[TAG_MAX + 1];
	HyphenDict *dict = NULL;

	if (!is_tag(lang))
		return NULL;
	split_tag(lang, language, country);
	if (*country)
		dict = load(folder, language, country);
	if (!dict)
		dict = load(folder, language, "");
	return dict ? dict : load_any(folder, language);
}

const struct hyphenator *hyphen_shelf_find(
	struct hyphen_shelf *shelf, struct str lang)
{
	struct hyphenator *h;

	if (lang.n == 0)
		return NULL;
	for (size_t i = 0; i < shelf->list.n; i++) {
		h = shelf->list.v[i];
		if (str_eq_nocase(h->lang, lang))
			return h->dict ? h : NULL;
	}
	h = arena_alloc(&shelf->arena, sizeof *h);
	h->lang = arena_dup(&shelf->arena, lang);
	h->dict = open_patterns(shelf->folder, lang);
	*vec_push(&shelf->list) = h;
	return h->dict ? h : NULL;
}

bool hyphen_shelf_missing(
	const struct hyphen_shelf *shelf, size_t i, struct str *lang)
{
	for (size_t at = 0; at < shelf->list.n; at++) {
		if (shelf->list.v[at]->dict || i-- > 0)
			continue;
		*lang = shelf->list.v[at]->lang;
		return true;
	}
	return false;
}

/* A word as patterns know it, and where its letters begin. */
struct spelling {
	char bytes[LETTERS_MAX * 4]; /* in the character set of the patterns */
	size_t n;
	uint32_t starts[LETTERS_MAX]; /* byte of the word, by letter */
	size_t letters;
};

static bool is_letter(uint32_t cp)
{
	return uc_is_general_category(cp, UC_CATEGORY_L);
}

static bool is_apostrophe(uint32_t cp)
{
	return cp == '\'' || cp == 0x2019;
}

/* The longest of a word's parts between apostrophes, without the marks around
 * it; empty: it is no word of letters only. */
static struct range letters_of(struct str word)
{
	struct range run = { 0, 0 }, longest = { 0, 0 };
	bool ended = false;

	for (uint32_t i = 0; i < word.n;) {
		uint32_t cp, start = i;

		i += (uint32_t)utf8_decode(word, start, &cp);
		if (!is_letter(cp)) {
			if (uc_is_general_category(cp, UC_CATEGORY_N))
				return (struct range){ 0, 0 };
			ended |= longest.end > 0 && !is_apostrophe(cp);
			continue;
		}
		if (ended)
			return (struct range){ 0, 0 };
		run.start = run.end == start ? run.start : start;
		run.end = i;
		if (run.end - run.start > longest.end - longest.start)
			longest = run;
	}
	return longest;
}

/* In lower case, as many letters as before; false: it cannot be spelt so. */
static bool lower(struct str word, struct range letters, struct spelling *s)
{
	uint32_t cp;

	s->n = s->letters = 0;
	for (uint32_t i = letters.start; i < letters.end;) {
		int n;

		if (s->letters == LETTERS_MAX)
			return false;
		s->starts[s->letters++] = i;
		i += (uint32_t)utf8_decode(word, i, &cp);
		n = u8_uctomb((uint8_t *)s->bytes + s->n, uc_tolower(cp),
			(ptrdiff_t)(sizeof s->bytes - s->n));
		if (n < 1)
			return false;
		s->n += (size_t)n;
	}
	return s->letters > 0;
}

/* Older patterns are in the 8-bit set of their language. */
static bool recode(const HyphenDict *dict, struct spelling *s)
{
	size_t n = sizeof s->bytes;
	char *got;
	bool fits;

	if (dict->utf8)
		return true;
	got = u8_conv_to_encoding(dict->cset, iconveh_error,
		(const uint8_t *)s->bytes, s->n, NULL, NULL, &n);
	fits = got && n == s->letters;
	if (fits)
		memcpy(s->bytes, got, n);
	s->n = n;
	free(got);
	return fits;
}

static void free_changes(char **rep, size_t n)
{
	for (size_t i = 0; rep && i < n; i++)
		free(rep[i]);
	free(rep);
}

size_t hyphenate(const struct hyphenator *h, struct str word, size_t max)
{
	char hyphens[sizeof((struct spelling *)NULL)->bytes + 5];
	char **rep = NULL;
	int *pos = NULL, *cut = NULL;
	struct spelling s;
	size_t found = 0;

	if (!lower(word, letters_of(word), &s) || !recode(h->dict, &s))
		return 0;
	if (hnj_hyphen_hyphenate3(h->dict, s.bytes, (int)s.n, hyphens, NULL,
		    &rep, &pos, &cut, LETTERS_BEFORE, LETTERS_AFTER, 0, 0))
		s.letters = 0;
	for (size_t i = 1; i < s.letters && s.starts[i] <= max; i++)
		if ((hyphens[i - 1] & 1) && !(rep && rep[i - 1]))
			found = s.starts[i];
	free_changes(rep, s.n);
	free(pos);
	free(cut);
	return found;
}
