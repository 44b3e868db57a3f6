/*
 * What a cell is, not how it looks: the theme says that. The names are those
 * of the themes' keys.
 */
#ifndef DATELINE_VIEW_STYLE_H
#define DATELINE_VIEW_STYLE_H

// clang-format off
#define STYLES(X) \
	X(text, "body text, rows") \
	X(dim, "furniture: counts, rules, hints") \
	X(header, "the first line: where one is") \
	X(status, "the last line") \
	X(message, "an answer in the last line") \
	X(error, "an error in the last line") \
	X(title, "an article's or round's title") \
	X(group, "day, source or round headings in lists") \
	X(date, "dates in lists") \
	X(estimate, "dates that are estimates") \
	X(source, "outlets") \
	X(dateline, "the dateline in the text") \
	X(heading, "headings in the text") \
	X(standfirst, "the standfirst") \
	X(caption, "captions") \
	X(note, "notes") \
	X(quote, "words somebody said") \
	X(reported, "reported speech") \
	X(bar, "the bar beside quotes") \
	X(speaker, "who said it") \
	X(doubtful, "a speaker who is not sure") \
	X(name, "other people named") \
	X(cue, "the words that say who said it") \
	X(evidence, "why a link is there") \
	X(only, "what only one outlet has") \
	X(cut, "words only the first of two texts has") \
	X(added, "words only the second has") \
	X(own, "what the reader wrote: notes") \
	X(key, "keys in help and hints") \
	X(prompt, "what is typed at the bottom")
// clang-format on

enum style {
#define X(name, does) STYLE_##name,
	STYLES(X)
#undef X
		STYLE_COUNT
};

extern const char *const style_names[STYLE_COUNT];
/* What each is for. */
extern const char *const style_helps[STYLE_COUNT];

/* Laid over a style; both show in every theme. */
enum style_mark {
	MARK_SELECTED = 1, /* the row the keys act on */
	MARK_HIT = 2, /* a search hit */
	MARK_CURRENT = 4 /* the quote or hit the reader is on */
};

#endif
