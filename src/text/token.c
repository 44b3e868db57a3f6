#include "dateline/text/token.h"

#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"
#include "dateline/text/utf8.h"

#include <unicase.h>
#include <unictype.h>

/* Longer words are in no list. */
#define FOLD_MAX ((size_t)64)

/* Bytes that the first and the last part of a compound have at least. */
#define COMPOUND_FIRST ((size_t)3)
#define COMPOUND_LAST ((size_t)4)

struct scanner {
	struct tokens *out;
	struct str s;
	const struct lexicon *lex;
	size_t at;
	bool space; /* before the next token */
	bool sentence; /* the next token starts one */
	struct buf fold;
};

static bool is_letter(uint32_t cp)
{
	if (cp < 0x80)
		return ascii_is_alpha((char)cp);
	return cp != UTF8_BAD && cp != 0xFFFD &&
	       (uc_is_general_category(cp, UC_CATEGORY_L) ||
		       uc_is_general_category(cp, UC_CATEGORY_M) ||
		       cp == 0xAD || cp == 0x200C || cp == 0x200D);
}

static bool is_apostrophe(uint32_t cp)
{
	return cp == '\'' || cp == 0x2019 || cp == 0x2BC;
}

bool token_is_mark(uint32_t cp)
{
	return cp == '"' || cp == '\'' || cp == '`' || cp == 0xAB ||
	       cp == 0xBB || (cp >= 0x2018 && cp <= 0x201F) || cp == 0x2039 ||
	       cp == 0x203A || (cp >= 0x300C && cp <= 0x300F);
}

static uint32_t peek(const struct scanner *sc, size_t at, size_t *n)
{
	uint32_t cp = 0;

	*n = 0;
	if (at < sc->s.n) {
		cp = (uint8_t)sc->s.p[at];
		*n = cp < 0x80 ? 1 : utf8_decode(sc->s, at, &cp);
	}
	return cp;
}

static bool letter_at(const struct scanner *sc, size_t at)
{
	size_t n;

	return is_letter(peek(sc, at, &n));
}

/* The entry of a word that is not all ASCII. */
static struct lex_entry find_accented(struct scanner *sc, struct str word)
{
	const struct lex_entry *e = NULL, *plain, none = { 0 };

	if (sc->lex->exact) {
		buf_clear(&sc->fold);
		text_fold_case(&sc->fold, word);
		e = lexicon_find(sc->lex, buf_str(&sc->fold));
	}
	buf_clear(&sc->fold);
	text_fold(&sc->fold, word);
	plain = lexicon_find(sc->lex, buf_str(&sc->fold));
	if (e) {
		struct lex_entry exact = *e;

		if (plain)
			exact.lists |= plain->lists & LEX_BIT(LEX_stop);
		return exact;
	}
	return plain ? *plain : none;
}

/* What the lexicon says of a word; nothing when it is in no list. */
static struct lex_entry find_word(struct scanner *sc, struct str word)
{
	char small[FOLD_MAX];
	const struct lex_entry none = { 0 };
	uint64_t hash = STR_HASH_START;
	size_t i = 0;

	for (; i < word.n && i < FOLD_MAX && (uint8_t)word.p[i] < 0x80; i++) {
		small[i] = ascii_lower(word.p[i]);
		hash = str_hash_byte(hash, small[i]);
	}
	if (i == word.n) {
		const struct lex_entry *e =
			lexicon_find_hash(sc->lex, str_of(small, i), hash);

		return e ? *e : none;
	}
	return word.n > 4 * FOLD_MAX ? none : find_accented(sc, word);
}

/* "Wasserministerin": the lists of the longest last part that has some. */
static uint64_t compound_lists(struct scanner *sc, struct str word)
{
	const uint64_t kinds = LEX_BIT(LEX_role) | LEX_BIT(LEX_orgword) |
			       LEX_BIT(LEX_titlecap) | LEX_BIT(LEX_plural) |
			       LEX_BIT(LEX_feminine) | LEX_BIT(LEX_masculine) |
			       LEX_BIT(LEX_stmt);

	for (size_t i = COMPOUND_FIRST; i + COMPOUND_LAST <= word.n; i++) {
		uint64_t lists;

		if (!utf8_is_boundary(word, i))
			continue;
		lists = find_word(sc, str_slice(word, i, word.n)).lists & kinds;
		if (lists)
			return lists;
	}
	return 0;
}

/* What the lexicon says of a word goes into its token. */
static void note(struct scanner *sc, struct token *t, struct str word,
	const struct lex_entry *e)
{
	t->lists = e->lists;
	t->verb = e->verb;
	t->value = e->value;
	if (!e->lists && !e->verb && (sc->lex->traits & TRAIT_COMPOUNDS) &&
		(t->flags & TOKEN_CAPITAL) && word.n <= FOLD_MAX)
		t->lists = compound_lists(sc, word);
}

static void lookup(struct scanner *sc, struct token *t, struct str word)
{
	struct lex_entry e = find_word(sc, word);

	note(sc, t, word, &e);
}

static bool has_tail(struct str word, const struct lex_ending *e)
{
	size_t left = e->n, at = word.n;

	if (left > at)
		return false;
	while (left && ascii_lower(word.p[at - 1]) == e->text[left - 1]) {
		left--;
		at--;
	}
	return left == 0;
}

/* What the ending of a word tells (ending.tsv). */
static inline unsigned endings_of(const struct scanner *sc, struct str word)
{
	const struct lexicon *lex = sc->lex;
	unsigned letter = word.p[word.n - 1] & LEX_LETTER_MASK, found = 0;

	for (size_t i = lex->ending_at[letter]; i < lex->ending_at[letter + 1];
		i++)
		if (has_tail(word, &lex->endings[i]))
			found |= 1u << lex->endings[i].what;
	return found;
}

static inline struct token *emit(
	struct scanner *sc, enum token_kind kind, size_t end)
{
	struct token *t = vec_push(&sc->out->list);

	*t = (struct token){ .start = (uint32_t)sc->at,
		.end = (uint32_t)end,
		.kind = kind & TOKEN_KINDS };
	if (sc->space)
		t->flags |= TOKEN_SPACE;
	if (sc->sentence && kind != TOKEN_BREAK)
		t->flags |= TOKEN_SENTENCE;
	if (kind != TOKEN_BREAK)
		sc->sentence = false;
	sc->space = false;
	sc->at = end;
	return t;
}

/* "U.S", "p.m", "e.g": single letters between full stops, from at to end. */
static bool is_initials(struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if ((i & 1) ? word.p[i] != '.' : !ascii_is_alpha(word.p[i]))
			return false;
	return word.n > 0 && (word.n & 1);
}

static bool joins_letters(uint32_t cp)
{
	return is_apostrophe(cp) || cp == '-' || cp == 0x2010 || cp == 0x2011 ||
	       cp == '&';
}

/*
 * True when the full stop at `at` is inside a word that so far is initials:
 * before another letter ("U.S"), or before a hyphen ("U.S.-led").
 */
static bool stop_joins(const struct scanner *sc, size_t at, size_t start)
{
	if ((at - start) % 2 == 0)
		return false;
	return letter_at(sc, at + 1) ||
	       (at > start + 1 && at + 1 < sc->s.n && sc->s.p[at + 1] == '-');
}

/* The end of the ASCII letters from `at`. */
static size_t letters_end(struct str s, size_t at)
{
	while (at < s.n && ascii_is_alpha(s.p[at]))
		at++;
	return at;
}

/* Whether a code point that is no ASCII letter goes on with a word. */
static bool goes_on(uint32_t cp)
{
	return cp < 0x80 ? ascii_is_digit((char)cp) : is_letter(cp);
}

/* The end of the letters, inner apostrophes, hyphens and stops from `at`. */
static size_t word_end(const struct scanner *sc, size_t at)
{
	size_t start = at, n;
	bool initials = true; /* single letters between stops, up to `at` */

	for (;; at += n) {
		size_t run = letters_end(sc->s, at);
		uint32_t cp;

		if (run > at)
			initials = initials && run - at == 1 &&
				   (at - start) % 2 == 0;
		at = run;
		cp = peek(sc, at, &n);
		if (n == 0)
			return at;
		if (goes_on(cp)) {
			initials = false;
			continue;
		}
		if (cp == '.' && initials && stop_joins(sc, at, start))
			continue;
		if (!joins_letters(cp) || !letter_at(sc, at + n))
			return at;
		initials = false;
	}
}

/* The start of a clitic ('s, 'll, n't stays) at the end of a word, or end: one
 * that the language has. */
static size_t clitic_start(struct scanner *sc, size_t start, size_t end)
{
	struct str s = sc->s;
	size_t i = end, letters = 0;

	while (i > start && ascii_is_alpha(s.p[i - 1]) && letters < 3) {
		i--;
		letters++;
	}
	if (letters == 0 || letters > 2 || i <= start + 1)
		return end;
	if (s.p[i - 1] == '\'')
		i -= 1;
	else if (i >= start + 3 && memcmp(s.p + i - 3, "\xE2\x80\x99", 3) == 0)
		i -= 3;
	else
		return end;
	return i > start && find_word(sc, str_slice(s, i, end)).lists ? i : end;
}

static void set_case(struct token *t, struct str word)
{
	uint32_t cp;
	size_t n;
	bool upper = true;
	unsigned letters = 0;

	if (ascii_is_small(word.p[0]))
		return;
	utf8_decode(word, 0, &cp);
	if (cp < 0x80 ? ascii_is_upper((char)cp) : uc_is_property_uppercase(cp))
		t->flags |= TOKEN_CAPITAL;
	else
		return;
	for (size_t i = 0; i < word.n && upper; i += n) {
		n = utf8_decode(word, i, &cp);
		if (!is_letter(cp))
			continue;
		letters++;
		upper = cp < 0x80 ? ascii_is_upper((char)cp)
				  : uc_is_property_uppercase(cp);
	}
	if (upper && letters > 1)
		t->flags |= TOKEN_UPPER;
}

/* True when the full stop at `end` belongs to the word (abbreviation). */
static bool takes_stop(const struct scanner *sc, struct str word, size_t end)
{
	char small[FOLD_MAX];

	if (end >= sc->s.n || sc->s.p[end] != '.')
		return false;
	if (is_initials(word))
		return word.n > 1 || ascii_is_upper(word.p[0]);
	if (word.n > FOLD_MAX)
		return false;
	for (size_t i = 0; i < word.n; i++)
		small[i] = ascii_lower(word.p[i]);
	return lexicon_has(sc->lex, str_of(small, word.n), LEX_abbr);
}

/* The end of the word that is run together with the next: "l'|eau"; or end. */
static size_t elision_end(struct scanner *sc, size_t start, size_t end)
{
	size_t n, at = start;
	uint64_t lists;

	if (!(sc->lex->lists & LEX_BIT(LEX_elision)))
		return end;
	while (at < end && !is_apostrophe(peek(sc, at, &n)))
		at += n;
	if (at >= end)
		return end;
	at += n;
	lists = find_word(sc, str_slice(sc->s, start, at)).lists;
	return (lists & LEX_BIT(LEX_elision)) ? at : end;
}

/* The length of the pronoun tied to a verb, with its hyphens: "a|-t-il"; or 0.
 */
static size_t enclitic_length(struct scanner *sc, struct str word)
{
	size_t length = 0;
	unsigned hyphens = 0;

	if (!(sc->lex->lists & LEX_BIT(LEX_enclitic)))
		return 0;
	for (size_t i = word.n; i > 1 && hyphens < 2; i--) {
		if (word.p[i - 1] != '-')
			continue;
		hyphens++;
		if (find_word(sc, str_slice(word, i - 1, word.n)).lists &
			LEX_BIT(LEX_enclitic))
			length = word.n - i + 1;
	}
	return length;
}

/* Ends the word before the pronoun tied to it, which is scanned next. */
static void scan_tied(struct scanner *sc, struct str word, size_t tied)
{
	struct str verb = str_slice(word, 0, word.n - tied);
	struct token *t = emit(sc, TOKEN_WORD, sc->at + verb.n);
	size_t end = sc->at + tied;

	set_case(t, verb);
	t->endings = endings_of(sc, verb) & TOKEN_ENDINGS;
	lookup(sc, t, verb);
	while (sc->s.p[end - 1] != '-')
		end--;
	sc->at = end;
}

static void scan_word(struct scanner *sc)
{
	size_t start = sc->at,
	       end = elision_end(sc, start, word_end(sc, start));
	size_t clitic = clitic_start(sc, start, end), tied;
	struct str word = str_slice(sc->s, start, clitic);
	bool stop = clitic == end && takes_stop(sc, word, end);
	struct token *t;

	tied = enclitic_length(sc, word);
	if (tied) {
		scan_tied(sc, word, tied);
		return;
	}
	t = emit(sc, TOKEN_WORD, stop ? end + 1 : clitic);

	if (stop)
		t->flags |= TOKEN_ABBR;
	else
		t->endings = endings_of(sc, word) & TOKEN_ENDINGS;
	set_case(t, word);
	lookup(sc, t, word);
	if (clitic < end) {
		t = emit(sc, TOKEN_CLITIC, end);
		lookup(sc, t, str_slice(sc->s, clitic, end));
	}
}

/* The flags of the case of ASCII letters, so many of them capitals. */
static unsigned case_of(struct str word, size_t capitals)
{
	if (!ascii_is_upper(word.p[0]))
		return 0;
	return capitals == word.n && word.n > 1 ? TOKEN_CAPITAL | TOKEN_UPPER
						: TOKEN_CAPITAL;
}

/*
 * Most words are ASCII letters that nothing goes on with: one walk over them
 * folds, hashes and counts. False, and nothing done, for the others.
 */
static bool scan_plain_word(struct scanner *sc)
{
	static const struct lex_entry none = { 0 };
	const char *p = sc->s.p + sc->at;
	size_t left = sc->s.n - sc->at, n = 0, capitals = 0, size;
	char small[FOLD_MAX];
	uint64_t hash = STR_HASH_START;
	const struct lex_entry *e;
	struct token *t;
	uint32_t next;
	bool stop;

	for (; n < left && n < FOLD_MAX && ascii_is_alpha(p[n]); n++) {
		small[n] = (char)(p[n] | 32);
		capitals += small[n] != p[n];
		hash = str_hash_byte(hash, small[n]);
	}
	next = peek(sc, sc->at + n, &size);
	if (n == 0 || n == FOLD_MAX || goes_on(next) || joins_letters(next) ||
		(next == '.' && n == 1))
		return false;
	e = lexicon_find_hash(sc->lex, str_of(small, n), hash);
	stop = next == '.' && lex_entry_in(e, LEX_abbr);
	t = emit(sc, TOKEN_WORD, sc->at + n + stop);
	t->flags |= (uint8_t)(case_of(str_of(p, n), capitals) |
			      (stop ? TOKEN_ABBR : 0));
	if (!stop)
		t->endings = endings_of(sc, str_of(small, n)) & TOKEN_ENDINGS;
	note(sc, t, str_of(p, n), e ? e : &none);
	return true;
}

static void scan_number(struct scanner *sc)
{
	size_t at = sc->at;

	while (at < sc->s.n) {
		char c = sc->s.p[at];

		if (ascii_is_alnum(c) ||
			((c == '.' || c == ',' || c == ':') &&
				at + 1 < sc->s.n &&
				ascii_is_digit(sc->s.p[at + 1])))
			at++;
		else
			break;
	}
	emit(sc, TOKEN_NUMBER, at);
}

static bool ends_sentence(uint32_t cp)
{
	return cp == '.' || cp == '!' || cp == '?' || cp == 0x2026 ||
	       cp == 0x3002 || cp == 0xFF01 || cp == 0xFF1F;
}

/* ",,So“": two commas before a letter are typed for a low mark. */
static bool is_low_mark(const struct scanner *sc)
{
	size_t n;

	return sc->space && sc->at + 2 < sc->s.n && sc->s.p[sc->at] == ',' &&
	       sc->s.p[sc->at + 1] == ',' &&
	       is_letter(peek(sc, sc->at + 2, &n));
}

static void scan_mark(struct scanner *sc, uint32_t cp, size_t n)
{
	size_t end = sc->at + n;
	struct token *t;
	bool mark = token_is_mark(cp);

	/* Two single marks in a row are a double one. */
	if ((cp == '\'' || cp == '`' || cp == 0x2018 || cp == 0x2019) &&
		end + n <= sc->s.n &&
		memcmp(sc->s.p + end, sc->s.p + sc->at, n) == 0)
		end += n;
	if (is_low_mark(sc)) {
		end++;
		cp = 0x201E;
		mark = true;
	}
	t = emit(sc, mark ? TOKEN_MARK : TOKEN_PUNCT, end);
	t->cp = (uint16_t)(cp < TOKEN_CP_FAR ? cp : TOKEN_CP_FAR);
}

/* True when a sentence may end before token i (a word or an opening mark). */
static bool starts_sentence(const struct tokens *t, size_t i)
{
	const struct token *w = &t->list.v[i];

	/* "… fini. » Elle": set off by a space, the mark yet closes. */
	if ((w->cp == 0xBB || w->cp == 0x203A) && i + 1 < t->list.n &&
		(t->list.v[i + 1].flags & TOKEN_SPACE))
		return false;
	if (w->kind == TOKEN_NUMBER || w->kind == TOKEN_MARK || w->cp == 0xBF ||
		w->cp == 0xA1)
		return true; /* ¿ ¡ */
	return w->kind == TOKEN_WORD &&
	       ((w->flags & TOKEN_CAPITAL) ||
		       (uint8_t)t->text.p[w->start] >= 0x80);
}

/*
 * Marks the sentences: after . ! ? … and closing marks or brackets, before
 * white space and a capital, a digit or an opening mark. An abbreviation's stop
 * ends one only when it is no title and the next word is no name's
 * continuation: before a word that is in a list of small words.
 */
static bool is_small(const struct token *t)
{
	return (t->lists & (LEX_BIT(LEX_det) | LEX_BIT(LEX_conj) |
				   LEX_BIT(LEX_prep) | LEX_BIT(LEX_stop))) != 0;
}

static bool abbr_ends(const struct tokens *t, size_t i)
{
	const struct token *a = &t->list.v[i], *next = &t->list.v[i + 1];

	return !token_in(a, LEX_titlecap) && next->kind == TOKEN_WORD &&
	       is_small(next);
}

/* "am 14. Mai": a stop that makes a number an ordinal. */
static bool is_ordinal(const struct tokens *t, size_t i)
{
	const struct token *number = i ? &t->list.v[i - 1] : NULL;

	if (!(t->lex->traits & TRAIT_ORDINAL_STOP) || !number ||
		number->kind != TOKEN_NUMBER || t->list.v[i].cp != '.' ||
		number->end - number->start > 2 || i + 1 >= t->list.n)
		return false;
	return t->list.v[i + 1].kind == TOKEN_WORD &&
	       !is_small(&t->list.v[i + 1]);
}

static void mark_sentences(struct tokens *t)
{
	bool ended = false;

	for (size_t i = 0; i < t->list.n; i++) {
		struct token *w = &t->list.v[i];

		if (w->kind == TOKEN_BREAK) {
			ended = false;
			continue;
		}
		if (ended && (w->flags & TOKEN_SPACE) &&
			starts_sentence(t, i)) {
			w->flags |= TOKEN_SENTENCE;
			ended = false;
		}
		if (w->kind == TOKEN_PUNCT && ends_sentence(w->cp))
			ended = !is_ordinal(t, i);
		else if ((w->flags & TOKEN_ABBR) && i + 1 < t->list.n)
			ended = abbr_ends(t, i);
		else if (!(w->kind == TOKEN_MARK ||
				 (w->kind == TOKEN_PUNCT &&
					 (w->cp == ')' || w->cp == ']'))))
			ended = false;
	}
}

static void scan_one(struct scanner *sc)
{
	size_t n;
	uint32_t cp;

	if (scan_plain_word(sc))
		return;
	cp = peek(sc, sc->at, &n);
	if (cp == '\n') {
		emit(sc, TOKEN_BREAK, sc->at + 1);
		sc->space = sc->sentence = true;
	} else if (cp == ' ' || cp == 0xA0 || cp == 0x202F || cp == '\t') {
		sc->at += n;
		sc->space = true;
	} else if (is_letter(cp)) {
		scan_word(sc);
	} else if (cp < 0x80 && ascii_is_digit((char)cp)) {
		scan_number(sc);
	} else {
		scan_mark(sc, cp, n);
	}
}

void tokenize(struct tokens *t, struct str text, const struct lexicon *lex)
{
	struct scanner sc = {
		.out = t, .s = text, .lex = lex, .space = true, .sentence = true
	};

	t->text = text;
	t->lex = lex;
	t->list.n = 0;
	while (sc.at < text.n)
		scan_one(&sc);
	buf_release(&sc.fold);
	mark_sentences(t);
}

void tokens_release(struct tokens *t)
{
	vec_free(&t->list);
}
