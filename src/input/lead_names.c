/* Bylines: who wrote it, in the names the outlet gives. */
#include "input/lead.h"

#include "dateline/base/ascii.h"
#include "dateline/text/utf8.h"
#include "input/phrase.h"

enum {
	BYLINE_MAX = 240, /* bytes of a byline with roles and places */
	SIGNATURE_MAX = 120,
	NAME_MAX = 60,
	NAME_WORDS_MAX = 6,
	ON_WORDS_MAX = 3, /* "Rivergirl on Monday," before a date */
	LINE_WORDS_MAX = 3, /* of a name with no "By" to tell it by */
	NAMES_MAX = 12
};

struct names {
	struct str v[NAMES_MAX];
	size_t n;
};

/* What ends the names of a byline: a mark of its page, a figure, an address. */
static struct str cut_at_furniture(struct str s)
{
	static const char *const marks[] = { "|", " \xE2\x80\xA2", " \xC2\xB7",
		" \xE2\x80\x93", " \xE2\x80\x94", " - ", "(", "[", "http",
		"\n" };

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		size_t at = str_find(s, str_from_c(marks[i]), 0);

		if (at != STR_NPOS)
			s = str_slice(s, 0, at);
	}
	for (size_t i = 0; i < s.n; i++)
		if (ascii_is_digit(s.p[i]) && (i == 0 || s.p[i - 1] == ' '))
			s = str_slice(s, 0, i);
	return str_trim(s);
}

static bool all_words_are_capital(struct str s, const struct lexicon *lex)
{
	struct str word;

	while (phrase_word(&s, &word))
		if (!phrase_is_capital(word) &&
			!phrase_is(word, lex, LEX_particle))
			return false;
	return true;
}

/* Cut before the first word that is no part of a name: "Jane Doe in Paris". */
static struct str cut_at_plain_word(struct str s, const struct lexicon *lex)
{
	struct str rest = s, word;

	while (phrase_word(&rest, &word)) {
		bool particle = phrase_is(word, lex, LEX_particle) ||
				str_starts(word, STR("al-")) ||
				str_starts(word, STR("d'"));

		if (!phrase_is_capital(word) && !particle)
			return str_trim(
				str_slice(s, 0, (size_t)(word.p - s.p)));
	}
	return s;
}

/* True when a word of s is an office, an outlet or a weekday. */
static bool has_other_word(struct str s, const struct lexicon *lex)
{
	struct str word;

	while (phrase_word(&s, &word))
		if (phrase_is(word, lex, LEX_role) ||
			phrase_is(word, lex, LEX_orgword) ||
			phrase_is(word, lex, LEX_weekday))
			return true;
	return false;
}

/* Two words to six, capitals but for particles; no office or outlet. */
static bool is_name(struct str s, const struct lexicon *lex)
{
	size_t words = phrase_count(s);

	return words >= 2 && words <= NAME_WORDS_MAX && s.n <= NAME_MAX &&
	       phrase_is_capital(s) && all_words_are_capital(s, lex) &&
	       !phrase_is(s, lex, LEX_noauthor) &&
	       !phrase_is(s, lex, LEX_agency) && !has_other_word(s, lex);
}

/* Cuts the next name off *rest at a comma, semicolon, slash or "and". */
static bool next_piece(
	struct str *rest, const struct lexicon *lex, struct str *piece)
{
	struct str whole = str_trim(*rest), left, word;

	if (whole.n == 0)
		return false;
	left = whole;
	while (phrase_word(&left, &word)) {
		size_t start = (size_t)(word.p - whole.p), mark = 0;

		if (start && phrase_is(word, lex, LEX_join)) {
			*piece = str_trim(str_slice(whole, 0, start));
			*rest = left;
			return true;
		}
		while (mark < word.n && !strchr(",;/&", word.p[mark]))
			mark++;
		if (mark < word.n) {
			*piece = str_trim(str_slice(whole, 0, start + mark));
			*rest = str_slice(whole, start + mark + 1, whole.n);
			return true;
		}
	}
	*piece = whole;
	*rest = str_slice(whole, whole.n, whole.n);
	return true;
}

static void add_name(struct names *names, struct str name)
{
	for (size_t i = 0; i < names->n; i++)
		if (str_eq_nocase(names->v[i], name))
			return;
	if (names->n < NAMES_MAX)
		names->v[names->n++] = name;
}

/* A single word stands for a writer only alone: "By Reuters", "By STAFF". */
static bool is_lone_name(struct str s, const struct lexicon *lex)
{
	return phrase_count(s) == 1 && s.n >= 2 && s.n <= NAME_MAX &&
	       phrase_is_capital(s) && !phrase_is(s, lex, LEX_noauthor) &&
	       !phrase_is(s, lex, LEX_month) && !phrase_is(s, lex, LEX_weekday);
}

/* "Herald staff", "wire services": a byline of many. */
static bool is_collective(struct str s, const struct lexicon *lex)
{
	size_t start = s.n;

	while (start > 0 && s.p[start - 1] != ' ')
		start--;
	return s.n <= NAME_MAX &&
	       phrase_is(str_slice(s, start, s.n), lex, LEX_collective);
}

/*
 * Adds a piece of a byline that names many, which stays as the page says it:
 * "Herald staff and agencies" is one. False for other pieces.
 */
static bool add_collective(
	struct names *names, struct str piece, const struct lexicon *lex)
{
	struct str *last = names->n ? &names->v[names->n - 1] : NULL;

	if (!is_collective(piece, lex) || phrase_is(piece, lex, LEX_noauthor))
		return false;
	if (last && is_collective(*last, lex))
		last->n = (size_t)(piece.p + piece.n - last->p);
	else if (phrase_count(piece) > 1 && phrase_is_capital(piece))
		add_name(names, piece);
	else
		return false;
	return true;
}

static void split_names(
	struct str s, const struct lexicon *lex, struct names *names)
{
	struct str rest = s, piece;

	while (next_piece(&rest, lex, &piece)) {
		struct str name = cut_at_plain_word(piece, lex);

		if (add_collective(names, piece, lex))
			continue;
		while (name.n && strchr(".:*", name.p[name.n - 1]) &&
			(name.n < 3 || name.p[name.n - 3] != ' '))
			name.n--;
		if (is_name(name, lex))
			add_name(names, name);
		else if (names->n ? name.n < piece.n : name.n == 0)
			return; /* a sentence, or an author's office */
	}
}

static bool give_names(struct doc_builder *b, const struct names *names)
{
	for (size_t i = 0; i < names->n; i++)
		doc_add_byline(b, names->v[i]);
	return names->n > 0;
}

/* The length of a dash that opens a signature: "—", "–", "--"; or 0. */
static size_t signature_dash(struct str s)
{
	if (str_starts(s, STR("\xE2\x80\x94")) ||
		str_starts(s, STR("\xE2\x80\x93")))
		return 3;
	return str_starts(s, STR("--")) ? 2 : 0;
}

/* "— Herald staff writers in Lima": names when it is names, else as it is. */
static bool read_signature(
	struct doc_builder *b, struct str s, const struct lexicon *lex)
{
	struct names names = { 0 };
	struct str whole = str_trim(s);

	if (whole.n == 0 || whole.n > SIGNATURE_MAX ||
		!phrase_is_capital(whole) || phrase_count(whole) < 2 ||
		(whole.p[whole.n - 1] == '.' && phrase_count(whole) > 6))
		return false;
	if (has_other_word(whole, lex)) {
		doc_add_byline(b, whole);
		return true;
	}
	split_names(whole, lex, &names);
	return give_names(b, &names);
}

/* "By John Smith's count the town has grown." */
static bool is_sentence(struct str s)
{
	struct str word;
	size_t plain = 0;

	if (s.n == 0 || !strchr(".?!:;,", s.p[s.n - 1]))
		return false;
	while (phrase_word(&s, &word))
		plain += !phrase_is_capital(word);
	return plain > 2;
}

/* "Rivergirl on", what is left before a date: without its last words. */
static struct str without_on(struct str s)
{
	struct str rest = s, name, word;

	if (phrase_count(s) > ON_WORDS_MAX || !phrase_word(&rest, &name) ||
		!phrase_word(&rest, &word) || word.n > 2)
		return s;
	return name;
}

struct str lead_before_date(struct str s)
{
	if (str_starts(s, STR(":")))
		s = str_slice(s, 1, s.n);
	return without_on(cut_at_furniture(s));
}

bool lead_byline(struct doc_builder *b, struct str s, const struct lexicon *lex)
{
	struct names names = { 0 };
	struct str whole, lone;
	size_t n;

	s = str_trim(s);
	if (s.n > BYLINE_MAX || is_sentence(s))
		return false;
	n = signature_dash(s);
	if (n)
		s = str_trim(str_slice(s, n, s.n));
	if (phrase_prefix(s, lex, LEX_by, NULL) == 0)
		return n && read_signature(b, s, lex);
	n = phrase_prefix(s, lex, LEX_by, NULL);
	s = str_slice(s, n, s.n);
	if (str_starts(s, STR(":")))
		s = str_slice(s, 1, s.n);
	else if (s.n == 0 || s.p[0] != ' ')
		return false;
	whole = s;
	s = cut_at_furniture(s);
	split_names(s, lex, &names);
	lone = s.n < whole.n ? without_on(s) : s;
	if (names.n == 0 && is_lone_name(lone, lex))
		add_name(&names, lone);
	if (names.n == 0 && phrase_is(s, lex, LEX_agency))
		add_name(&names, s);
	return give_names(b, &names);
}

/* True when s is names and nothing else; they go to *names. */
static bool read_name_line(
	struct str s, const struct lexicon *lex, struct names *names)
{
	struct str rest = str_trim(s), piece;

	if (rest.n > BYLINE_MAX)
		return false;
	while (next_piece(&rest, lex, &piece)) {
		if (!is_name(piece, lex) ||
			phrase_count(piece) > LINE_WORDS_MAX)
			return false;
		for (size_t i = 0; i < piece.n; i++)
			if (ascii_is_digit(piece.p[i]) ||
				strchr("|:?!()[]<>\"", piece.p[i]))
				return false;
		add_name(names, piece);
	}
	return names->n > 0;
}

bool lead_is_name_line(struct str s, const struct lexicon *lex)
{
	return read_name_line(s, lex, &(struct names){ 0 });
}

bool lead_name_line(
	struct doc_builder *b, struct str s, const struct lexicon *lex)
{
	struct names names = { 0 };

	return read_name_line(s, lex, &names) && give_names(b, &names);
}

/* What stands before an address on the web. */
static struct str cut_at_address(struct str s)
{
	size_t at = str_find(s, STR("://"), 0);

	while (at != STR_NPOS && at > 0 && !ascii_is_space(s.p[at - 1]))
		at--;
	return at == STR_NPOS ? s : str_slice(s, 0, at);
}

/* A metadata value may hold an address, an outlet behind a bar, a place in
 * brackets or "By". */
static struct str author_name(struct str s, const struct lexicon *lex)
{
	static const struct str ends[] = { { "(", 1 }, { "<", 1 }, { " | ", 3 },
		{ " @", 2 } };
	size_t by = phrase_prefix(s, lex, LEX_by, NULL);

	if (by && by < s.n && strchr(" :", s.p[by]))
		s = str_trim(str_slice(s, by + 1, s.n));
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t at = str_find(s, ends[i], 1);

		if (at != STR_NPOS)
			s = str_trim(str_slice(s, 0, at));
	}
	if (s.n > NAME_MAX || str_chr(s, '@', 0) != STR_NPOS ||
		phrase_is(s, lex, LEX_noauthor))
		return STR_NONE;
	return s;
}

/* "Ada Brook, PhD": a piece that belongs to the name before it, up to its
 * end. */
static bool join_degree(
	struct names *names, struct str piece, const struct lexicon *lex)
{
	struct str *last = names->n ? &names->v[names->n - 1] : NULL;

	if (!last || !phrase_is(piece, lex, LEX_degree))
		return false;
	last->n = (size_t)(piece.p + piece.n - last->p);
	return true;
}

/* True when one of the marks stands between the last name and s. */
static bool is_behind(
	const struct names *names, struct str s, const char *marks)
{
	struct str last = names->v[names->n - 1];

	for (const char *p = last.p + last.n; p < s.p; p++)
		if (strchr(marks, *p))
			return true;
	return false;
}

/*
 * True for a piece that may be an author behind the first. Offices and outlets
 * stand there as well, so it is several words, all capitals and no figure; one
 * word joined to one ("Ada and Ben"); or an agency ("abc/dpa").
 */
static bool is_next(
	const struct names *names, struct str s, const struct lexicon *lex)
{
	if (phrase_is(s, lex, LEX_agency))
		return is_behind(names, s, "/");
	for (size_t i = 0; i < s.n; i++)
		if (ascii_is_digit(s.p[i]))
			return false;
	if (phrase_count(s) == 1)
		return names->n == 1 && phrase_count(names->v[0]) == 1 &&
		       phrase_is_capital(s) && !is_behind(names, s, ",;/");
	return all_words_are_capital(s, lex) && !has_other_word(s, lex) &&
	       phrase_prefix(s, lex, LEX_article, NULL) == 0;
}

void lead_authors(
	struct doc_builder *b, struct str value, const struct lexicon *lex)
{
	struct names names = { 0 };
	struct str rest = cut_at_address(value), piece;

	while (next_piece(&rest, lex, &piece)) {
		struct str name = author_name(piece, lex);

		if (add_collective(&names, name, lex) ||
			join_degree(&names, piece, lex))
			continue;
		if (name.n >= 2 && (!names.n || is_next(&names, name, lex)))
			add_name(&names, name);
	}
	give_names(b, &names);
}
