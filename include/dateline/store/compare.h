/*
 * The articles of one round held against each other: what is new in each, who
 * is quoted where, which sentences and figures only some have. Made when the
 * round's screen is opened; linear in the articles' words.
 */
#ifndef DATELINE_STORE_COMPARE_H
#define DATELINE_STORE_COMPARE_H

#include "dateline/base/intern.h"
#include "dateline/store/people.h"

/* Articles are counted from 0 in the round's order. */
struct compared_speaker {
	struct str name; /* lives in the store */
	struct span in; /* comparison.in: the articles that quote it */
	uint32_t quotes; /* a count */
	uint32_t at, quote; /* an article of the round, and a quote in it: the
			       first direct one, or the first */
	uint32_t last; /* the last article of those */
	bool direct;
	uint32_t number; /* its identity: in people.list */
};

/* One use of a speaker's words. */
struct compared_said {
	uint32_t speaker; /* its number */
	uint32_t at, quote; /* an article of the round, a quote in it */
};

/* How an outlet has an utterance, the most of it. */
enum carries {
	CARRIES_NOT,
	CARRIES_REPORT, /* what was said, not in the speaker's words */
	CARRIES_REWORDED, /* other words than those of the first use */
	CARRIES_WORDS
};

/* The same words of a speaker in all articles, also when told otherwise; all
 * that is reported of a speaker is one. */
struct compared_utterance {
	uint32_t speaker; /* its number */
	struct span uses; /* comparison.uses, by article */
	uint32_t outlets; /* that carry it: a count */
	uint8_t *carries; /* by outlet: enum carries */
	bool reported;
};

/* A sentence whose words no other article of the round has. */
struct compared_sentence {
	uint32_t at; /* article of the round */
	struct range range; /* in its text */
	uint32_t own; /* words no other article has */
};

/* A figure: "16" before "delegates", and the article that says so. */
struct compared_figure {
	uint32_t unit; /* in units */
	struct str value, noun; /* as written; they live in the store */
	uint32_t at;
};

struct comparison {
	const struct people *people;
	const struct store *store; /* of people */
	const uint32_t *articles; /* of the round */
	uint32_t n;
	uint8_t *fresh; /* by article: percent of its terms that no earlier
			   one has */
	VEC_OF(struct compared_speaker) speakers; /* most articles first */
	VEC_OF(uint32_t) in; /* by speaker: articles, ascending */
	VEC_OF(struct compared_said) said; /* by article, quote */
	VEC_OF(struct str) outlets; /* their names, by first article */
	uint32_t *outlet_of; /* by article: in outlets */
	VEC_OF(struct compared_utterance) utterances; /* by speaker's number,
				then those of most outlets first */
	VEC_OF(struct compared_said) uses; /* by utterance, article */
	VEC_OF(struct compared_sentence) sentences; /* by article */
	VEC_OF(struct compared_figure) figures; /* by unit, value, article;
				only units with differing values */
	struct intern units; /* folded */
	struct arena arena;
};

void comparison_make(
	struct comparison *c, const struct people *p, const struct round *r);
void comparison_release(struct comparison *c);

/* Its parts (compare_speakers.c, compare_utterances.c, compare_texts.c). */
void compare_speakers(struct comparison *c);
void compare_utterances(struct comparison *c);
void compare_texts(struct comparison *c);

/* What is new in an article: "first", "copy of 2", "+38 % new". */
void comparison_say_news(
	const struct comparison *c, uint32_t at, struct buf *out);
/* Figures [from, end) of one unit: "16 in 1, 18 in 2 3". */
void comparison_say_figures(
	const struct comparison *c, size_t from, size_t end, struct buf *out);
/* The end of the figures with the unit of figures[from]. */
size_t comparison_unit_end(const struct comparison *c, size_t from);
/* A speaker's utterances: elements of c->utterances. */
struct span comparison_utterances(const struct comparison *c, uint32_t speaker);
/* The place in the round of an article of the store; n: it is not in it. */
uint32_t comparison_place(const struct comparison *c, uint32_t article);
/* The link from an article to another one of the round that says most: the
 * reader's, else the best; NULL. */
const struct link *comparison_link(const struct comparison *c, uint32_t at);

static inline const struct article *compared(
	const struct comparison *c, uint32_t at)
{
	return &c->store->articles.v[c->articles[at]];
}

#endif
