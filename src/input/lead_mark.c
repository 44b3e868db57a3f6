/* Lines known by the words they open with: notes, captions, tail headings. */
#include "input/lead.h"

#include "dateline/base/ascii.h"
#include "dateline/text/utf8.h"
#include "input/phrase.h"

enum {
	NOTE_MAX = 500, /* bytes; a longer paragraph is part of the story */
	CAPTION_MAX = 600,
	CREDIT_MAX = 80, /* what follows "Credit:" at a caption's end */
	HEADING_MAX = 90,
	HEADING_REST_MAX = 40 /* behind the phrase: "Latest news from Lima" */
};

/* Past marks that decorate a line's start: bullets, arrows, brackets. */
static struct str skip_marks(struct str s)
{
	size_t at = 0;
	uint32_t cp;

	while (at < s.n) {
		size_t n = utf8_decode(s, at, &cp);

		if (cp < 0x80 ? ascii_is_alnum((char)cp)
			      : cp >= 0xC0 && (cp < 0x2000 || cp >= 0x3000))
			break;
		at += n;
	}
	return str_slice(s, at, s.n);
}

bool lead_is_note(struct str s, const struct lexicon *lex)
{
	struct str inner = str_trim(s);
	bool wrapped = inner.n && (inner.p[0] == '(' || inner.p[0] == '[');
	unsigned words = 0;
	size_t n;
	char next;

	if (inner.n > NOTE_MAX)
		return false;
	inner = skip_marks(inner);
	n = phrase_prefix(inner, lex, LEX_note, &words);
	if (n == 0)
		return false;
	next = n < inner.n ? inner.p[n] : ':';
	return wrapped || words > 1 || next == ':' || next == ';';
}

/* A label and what stands behind it: "Photo: …", "Photo by …", "© …". */
static bool starts_as_caption(struct str s, const struct lexicon *lex)
{
	unsigned words = 0;
	size_t n;

	if (str_starts(s, STR("\xC2\xA9")))
		return true;
	n = phrase_prefix(s, lex, LEX_caption, &words);
	if (n == 0)
		return false;
	s = str_slice(s, n, s.n);
	/* "Figure 4: …" */
	while (s.n && (s.p[0] == ' ' || ascii_is_digit(s.p[0])))
		s = str_slice(s, 1, s.n);
	return str_starts(s, STR(":")) || str_starts(s, STR("/")) ||
	       (words > 1 && s.n <= CREDIT_MAX);
}

/* The word that ends at `at`. */
static struct str word_before(struct str s, size_t at)
{
	size_t start = at;

	while (start > 0 && !ascii_is_space(s.p[start - 1]) &&
		s.p[start - 1] != '(' && s.p[start - 1] != '[' &&
		s.p[start - 1] != '/')
		start--;
	return str_slice(s, start, at);
}

/* Where the credit at the end of a caption starts: "… Credit: A. Name". */
static size_t credit_start(struct str s, const struct lexicon *lex)
{
	size_t from = s.n > CREDIT_MAX ? s.n - CREDIT_MAX : 0;

	for (size_t at = str_chr(s, ':', from); at != STR_NPOS;
		at = str_chr(s, ':', at + 1)) {
		struct str word = word_before(s, at);
		size_t start = (size_t)(word.p - s.p);
		struct str rest = str_slice(s, at, s.n);

		if (start > 0 && phrase_is_capital(word) &&
			str_chr(rest, '"', 0) == STR_NPOS &&
			str_find(rest, STR("\xE2\x80\x9C"), 0) == STR_NPOS &&
			str_find(rest, STR("\xE2\x80\x9E"), 0) == STR_NPOS &&
			phrase_is(word, lex, LEX_caption))
			return start;
	}
	return s.n;
}

bool lead_is_caption(struct str s, const struct lexicon *lex)
{
	s = str_trim(s);
	if (s.n > CAPTION_MAX)
		return false;
	return starts_as_caption(s, lex) || credit_start(s, lex) < s.n;
}

struct str lead_caption(struct str s, const struct lexicon *lex)
{
	s = str_trim(s);
	s = str_slice(s, 0, credit_start(s, lex));
	while (s.n && strchr(" ([|/-", s.p[s.n - 1]))
		s.n--;
	return s;
}

/* Without what counts or points behind a heading: ":", "(12)", "»". */
static struct str cut_marks(struct str s)
{
	while (s.n &&
		(s.p[s.n - 1] < 0 ? (uint8_t)s.p[s.n - 1] < 0xC0 &&
					    !phrase_is_capital(s) && s.n > 2 &&
					    (uint8_t)s.p[s.n - 3] == 0xE2
				  : !ascii_is_alpha(s.p[s.n - 1])))
		s.n -= s.p[s.n - 1] < 0 ? 3 : 1;
	return s;
}

bool lead_is_tail_heading(struct str s, const struct lexicon *lex)
{
	struct str core;
	unsigned words = 0;
	size_t n;

	s = str_trim(s);
	if (s.n == 0 || s.n > HEADING_MAX || s.p[s.n - 1] == '.')
		return false;
	core = cut_marks(skip_marks(s));
	while (core.n && (ascii_is_digit(core.p[0]) || core.p[0] == ' '))
		core = str_slice(core, 1, core.n);
	if (phrase_is(core, lex, LEX_tail))
		return true;
	n = phrase_prefix(core, lex, LEX_tail, &words);
	if (n == 0)
		return false;
	/* A glued heading ("likeRELATED") is one whatever its length. */
	return n < core.n && core.p[n] != ' ' && core.p[n] != '-'
		       ? words > 1
		       : words > 1 && core.n - n <= HEADING_REST_MAX;
}
