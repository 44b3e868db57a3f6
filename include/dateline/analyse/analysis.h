/*
 * What dateline understands of one article: who is in it, who said what, its
 * terms. Pure: reads the document only. All offsets are bytes in doc.text.
 */
#ifndef DATELINE_ANALYSE_ANALYSIS_H
#define DATELINE_ANALYSE_ANALYSIS_H

#include "dateline/doc/doc.h"
#include "dateline/text/token.h"

#define PERSON_NONE UINT32_MAX

/* Names in quote_kind_names[]. */
enum quote_kind {
	QUOTE_DIRECT, /* whole sentences between marks */
	QUOTE_PARTIAL, /* a piece in marks inside the writer's own sentence;
			  the span is the whole clause, marks and all */
	QUOTE_BLOCK, /* set off as a paragraph, with or without marks */
	QUOTE_REPORTED, /* indirect speech: the content of "X said that …" */
	QUOTE_KINDS
};

/* Names in person_kind_names[]. */
enum person_kind {
	PERSON_HUMAN,
	PERSON_GROUP, /* analysts, police, U.S. officials */
	PERSON_ORG, /* the White House, Reuters */
	PERSON_PLACE, /* Tehran, Iran: speaking for a government */
	PERSON_ANONYMOUS, /* one senior official */
	PERSON_DOCUMENT, /* a poll, a letter: words nobody is named for */
	PERSON_KINDS
};

extern const char *const quote_kind_names[QUOTE_KINDS];
extern const char *const person_kind_names[PERSON_KINDS];

/* A person, body or description that speaks or is named in the article. */
struct person {
	struct str name; /* canonical in the article, as good as it says it:
			    "Ilse Marrend", "senior official" */
	struct str role; /* "Vellandic water minister"; STR_NONE unknown */
	uint32_t mentions, quotes; /* counts */
	uint8_t kind;
	char gender; /* 'm', 'f', or 0 */
};

struct mention {
	struct range span; /* a name, pronoun or description in the text */
	uint32_t person;
};

/*
 * Confidence, in percent: below the first nobody is named (wrong is worse than
 * missing), below the second the speaker is doubtful, from the third on sure.
 * doc/quotes.md has the shares right.
 */
#define SPEAKER_OPEN 60
#define SPEAKER_DOUBTFUL 80
#define SPEAKER_SURE 90

struct quote {
	struct range span; /* marks excluded */
	struct range
		mention; /* what names the speaker in the text; 0,0: none */
	struct range cue; /* the reporting words; 0,0: none */
	uint32_t person; /* index in persons, or PERSON_NONE */
	uint8_t kind;
	uint8_t confidence; /* that the speaker is right, 0–100 */
};

/* A term with its counts; folded. Weighted by the store (doc/rounds.md). */
struct term {
	struct str word;
	uint16_t body, lead, title;
	bool name; /* part of a name */
};

struct analysis {
	VEC_OF(struct quote) quotes; /* by start, then longer first */
	VEC_OF(struct person) persons; /* by first mention */
	VEC_OF(struct mention) mentions; /* by start */
	VEC_OF(struct term) terms; /* by word */
	VEC_OF(uint32_t) shingles; /* MinHash sketch of the text, for copies */
	uint32_t words;
};

/* Scratch memory kept from article to article, one a thread. */
struct analyser;
struct analyser *analyser_new(void);
void analyser_free(struct analyser *a);

/*
 * Analyses a document. *out keeps its memory from call to call; strings in it
 * live in `arena` or in d.
 */
void analyse(struct analyser *a, const struct doc *d, struct arena *arena,
	struct analysis *out);
/* Its terms, words and sketch only; out's other lists are empty. */
void analyse_words(struct analyser *a, const struct doc *d, struct arena *arena,
	struct analysis *out);
void analysis_release(struct analysis *out);

#endif
