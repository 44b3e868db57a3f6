/* What a place of the page that may say its author names. */
#include "input/html_name.h"

#include "dateline/base/ascii.h"
#include "input/html_title_cut.h"
#include "input/lead.h"
#include "input/phrase.h"

#define MAX_DECLARED 50 /* bytes of an author that is no person */
#define MAX_DECLARED_WORDS 7

/* A word that labels bylines, is part of a date or names an office. */
static bool is_label(const struct html_reader *r, struct str word)
{
	if (str_ends(word, STR(".")))
		word.n--;
	if (phrase_is(word, r->lex, LEX_collective))
		return false;
	return phrase_is(word, r->lex, LEX_by) ||
	       phrase_is(word, r->lex, LEX_month) ||
	       phrase_is(word, r->lex, LEX_weekday) ||
	       phrase_is(word, r->lex, LEX_role) ||
	       phrase_is(word, r->lex, LEX_noauthor);
}

/* Symbols (U+2000 … U+2BFF) open no name. */
static bool opens_name(struct str name)
{
	uint8_t first = (uint8_t)name.p[0];

	if (first < 0x80)
		return ascii_is_alpha(name.p[0]);
	return first != 0xE2 || (uint8_t)name.p[1] > 0xAF;
}

/* No mark that bylines have and names have not; of Latin-1's symbols, which
 * begin with byte C2, names have ®. */
static bool is_plain(struct str name)
{
	for (size_t i = 0; i < name.n; i++)
		if (strchr(":@/|=<>?[]", name.p[i]) ||
			((uint8_t)name.p[i] == 0xC2 &&
				!str_starts(str_slice(name, i, name.n),
					STR("\xC2\xAE"))))
			return false;
	return true;
}

bool html_is_given_name(const struct html_reader *r, struct str word)
{
	return phrase_is(word, r->lex, LEX_male) ||
	       phrase_is(word, r->lex, LEX_female);
}

/* "Posted on", "Sat, 20 May", "5 min read": lines that stand with a byline. */
static bool is_date_line(const struct html_reader *r, struct str line)
{
	struct str rest = line, word;

	if (phrase_prefix(line, r->lex, LEX_published, NULL) ||
		phrase_prefix(line, r->lex, LEX_updated, NULL))
		return true;
	phrase_word(&rest, &word);
	if (str_ends(word, STR(",")))
		word.n--;
	if (phrase_is(word, r->lex, LEX_weekday))
		return true;
	if (phrase_is(word, r->lex, LEX_month) && !html_is_given_name(r, word))
		return true;
	return ascii_is_digit(line.p[0]) &&
	       phrase_is(str_trim(rest), r->lex, LEX_noauthor);
}

/* "admin", but not "Newsroom"; "Author", "Corresponding author.". */
static bool names_nobody(const struct html_reader *r, struct str line)
{
	size_t start = line.n;
	struct str last;

	while (start > 0 && line.p[start - 1] != ' ')
		start--;
	last = str_slice(line, start, line.n);
	if (str_ends(last, STR(".")))
		last.n--;
	return phrase_is(line, r->lex, LEX_by) ||
	       phrase_is(last, r->lex, LEX_by) ||
	       (phrase_is(line, r->lex, LEX_noauthor) &&
		       !phrase_is(line, r->lex, LEX_newsroom));
}

/* "Riverside Press": an outlet or office, taken only when nobody is named; an
 * agency is as good as a name. */
static bool is_body(const struct html_reader *r, struct str name)
{
	struct str word;

	if (phrase_is(name, r->lex, LEX_agency))
		return false;
	while (phrase_word(&name, &word))
		if (phrase_is(word, r->lex, LEX_orgword))
			return true;
	return false;
}

/* True for the site's name: "The Harbour Post", "harbourpost.example"; not for
 * a person's, after whom a site may be called. */
static bool is_outlet(struct html_reader *r, struct str name)
{
	struct str rest = name, first;

	phrase_word(&rest, &first);
	return !html_is_given_name(r, first) && html_names_site(r, name);
}

/* One word, or capitals and particles: what a page shows as its author. */
static bool looks_like_name(const struct html_reader *r, struct str name)
{
	struct str word;

	if (phrase_count(name) == 1)
		return true;
	while (phrase_word(&name, &word))
		if (!phrase_is_capital(word) &&
			!phrase_is(word, r->lex, LEX_particle))
			return false;
	return true;
}

static bool is_name(struct html_reader *r, struct str name)
{
	size_t space;

	if (name.n < 2 || name.n > HTML_MAX_NAME || !opens_name(name) ||
		!is_plain(name) || is_body(r, name))
		return false;
	for (space = name.n; space > 0 && name.p[space - 1] != ' ';)
		space--;
	/* "Posted on": no name ends in a small word. */
	if (is_label(r, str_slice(name, space, name.n)) ||
		(space && name.n - space < 4 && name.p[space] >= 'a' &&
			name.p[space] <= 'z'))
		return false;
	return true;
}

static bool is_month(struct html_reader *r, struct str word)
{
	buf_clear(&r->key[0]);
	html_key(&r->key[0], word);
	return lexicon_has(r->lex, buf_str(&r->key[0]), LEX_month);
}

/* "Ada Brook Dec 19": without the date glued to its end; all of "Dec 19". */
static struct str without_date(struct html_reader *r, struct str name)
{
	struct str rest = name, word;

	while (str_split(&rest, ' ', &word))
		if (is_month(r, word) && rest.n && ascii_is_digit(rest.p[0]))
			return str_trim(
				str_slice(name, 0, (size_t)(word.p - name.p)));
	return name;
}

bool html_has_author(const struct html_reader *r, struct str name)
{
	for (size_t i = 0; i < r->doc.byline.n; i++)
		if (str_eq_nocase(r->doc.byline.v[i], name))
			return true;
	return false;
}

/* Without a mark of reference: "Ada Brook1", "Ada Brook 2". */
static struct str without_mark(struct str name)
{
	size_t n = name.n;

	while (n && ascii_is_digit(name.p[n - 1]))
		n--;
	return str_trim(str_slice(name, 0, n));
}

/* A clean value, its words apart by plain spaces. */
static struct str clean_value(struct doc_builder *b, struct str value)
{
	static const struct str hard = { "\xC2\xA0", 2 };
	struct str rest = doc_clean(b, value), clean;
	struct buf plain = { 0 };
	size_t at;

	if (str_find(rest, hard, 0) == STR_NPOS)
		return rest;
	while ((at = str_find(rest, hard, 0)) != STR_NPOS) {
		buf_add(&plain, str_slice(rest, 0, at));
		buf_add(&plain, STR(" "));
		rest = str_slice(rest, at + hard.n, rest.n);
	}
	buf_add(&plain, rest);
	clean = doc_clean(b, buf_str(&plain));
	buf_release(&plain);
	return clean;
}

/*
 * What a page declares to be its author, when it names no person: the outlet,
 * "The Harbour Team", "Newsroom".
 */
static bool take_whole(struct html_reader *r, struct str value)
{
	size_t by;

	value = clean_value(&r->doc, value);
	by = phrase_prefix(value, r->lex, LEX_by, NULL);
	if (by && by < value.n && strchr(" :", value.p[by]))
		value = str_trim(str_slice(value, by + 1, value.n));
	value = without_date(r, value);
	if (value.n < 2 || value.n > MAX_DECLARED ||
		phrase_count(value) > MAX_DECLARED_WORDS ||
		!(ascii_is_digit(value.p[0]) || opens_name(value)) ||
		!is_plain(value) || is_date_line(r, value) ||
		names_nobody(r, value))
		return false;
	doc_add_byline(&r->doc, value);
	return true;
}

/* "Harbour Post - Ada Brook": without the site's name at either end. */
static struct str without_outlet(struct html_reader *r, struct str name)
{
	struct str cut = html_cut_site(r, name);

	return phrase_count(cut) > 1 ? cut : name;
}

/* True for a name that its place in the page may give as an author's. */
static bool may_be_author(
	struct html_reader *r, struct str name, enum html_names form)
{
	if ((form == FORM_DECLARED && is_outlet(r, name)) ||
		(form == FORM_SHOWN && !looks_like_name(r, name)) ||
		(r->site.n && html_same(r, name, r->site)))
		return false;
	return is_name(r, name) && !html_has_author(r, name);
}

bool html_take_author(
	struct html_reader *r, struct str value, enum html_names form)
{
	struct doc_builder names;
	struct str clean;
	size_t before = r->doc.byline.n;

	if (value.n == 0 || value.n > HTML_MAX_BYLINE ||
		str_find(value, STR("://"), 0) != STR_NPOS ||
		before >= HTML_LD_MAX_AUTHORS)
		return false;
	if (form == FORM_WHOLE)
		return take_whole(r, value);
	doc_begin(&names, r->arena);
	clean = clean_value(&names, value);
	if (clean.n && !lead_byline(&names, clean, r->lex) &&
		form != FORM_BYLINE)
		lead_authors(&names, clean, r->lex);
	for (size_t i = 0; i < names.byline.n; i++) {
		struct str name =
			without_date(r, without_outlet(r, names.byline.v[i]));

		if (str_chr(name, ' ', 0) != STR_NPOS)
			name = without_mark(name);
		if (may_be_author(r, name, form))
			doc_add_byline(&r->doc, name);
	}
	doc_abort(&names);
	return r->doc.byline.n > before;
}
