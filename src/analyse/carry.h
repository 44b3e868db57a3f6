/*
 * Quotes with no reporting verb of their own get their speaker from what
 * stands around them: the quotes of the paragraph, a paragraph left open, a
 * colon, the sentence before.
 */
#ifndef DATELINE_SRC_ANALYSE_CARRY_H
#define DATELINE_SRC_ANALYSE_CARRY_H

#include "interview.h"
#include "labels.h"

/* The speaker of a quote. */
struct voice {
	struct range mention, cue; /* mention.end 0: nobody known */
	uint32_t person;
	uint8_t sure;
};

/* What is known on the way through the article. */
struct carry {
	struct speaker
		cue; /* of the paragraph's last cue, with or without marks */
	struct speaker reported; /* of the last cue, one paragraph before */
	struct speaker opener; /* of the sentence's first cue */
	struct span sentence; /* the one before in this paragraph */
	struct transcript transcript;
	struct speaker turn; /* whose label came last in it */
	bool letters; /* a bare letter has labelled a paragraph of it */
	struct speaker answers; /* who speaks under A:, when known */
	struct interview interview; /* without labels */
	size_t block; /* of the document, reached so far */
	size_t quoted; /* the first stretch not looked at yet */
	size_t first_quoted; /* of this paragraph */
	uint32_t paragraph;
	uint32_t last; /* quote: the last one in marks with a speaker */
	bool in_block; /* this paragraph is a block quote */
	struct speaker block_speaker; /* of the one before, if it is one */
	bool statement; /* the last paragraph with a colon introduced one */
	uint32_t from; /* see find_content */
	struct span indirect; /* the words without marks reported last */
	uint32_t waiting; /* quote: the first whose speaker may come later */
	struct voice instead; /* its speaker when none comes */
	bool open; /* the paragraph before left its marks open */
	struct speaker
		introduced; /* by a colon at the paragraph's end before */
	bool spoke; /* … held a quote with a speaker */
};

/* How sure a speaker is that two pieces of evidence lead to, in percent. */
static inline uint8_t both_sure(uint8_t a, uint8_t b)
{
	return (uint8_t)((a * b + 50) / 100);
}

/*
 * Gives a quote with its confidence the person, who then has spoken; nobody
 * below SPEAKER_OPEN (quotes.c).
 */
void set_person(struct work *w, struct quote *q, uint32_t person);

/* Makes a quote of a span of tokens (quotes.c). */
void emit_quote(struct work *w, struct span s, enum quote_kind kind,
	const struct speaker *who);

/* "— Smith": a signature starts at token i. */
bool signs(const struct work *w, uint32_t i);
/* … a handle follows its name, and at most a date: "(@smith) March 3, 2018". */
bool signs_handle(const struct work *w, uint32_t i, uint32_t end);
/* Whose it is. */
struct speaker resolve_signature(struct work *w, uint32_t i);

/* Before the cues of a sentence are read; true when it opens a paragraph. */
bool carry_begin(struct work *w, struct carry *c, const struct sentence *s);
/* After them: what is left of its stretches in marks. */
void carry_rest(struct work *w, struct carry *c, const struct sentence *s);
/* After the last sentence. */
void carry_end(struct work *w, struct carry *c);

#endif
