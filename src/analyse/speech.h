/*
 * What the parts of quote analysis share: stretches in marks, outer sentences,
 * names, reporting verbs. All indices are tokens of analyser.tokens unless a
 * comment says otherwise; ranges of tokens are half-open.
 */
#ifndef DATELINE_SRC_ANALYSE_SPEECH_H
#define DATELINE_SRC_ANALYSE_SPEECH_H

#include "dateline/analyse/analysis.h"

#define NONE UINT32_MAX

/* Tokens [first, end). */
struct span {
	uint32_t first, end;
};

/* A stretch in quotation marks, the outermost ones only. */
struct quoted {
	struct span inner; /* without marks */
	uint32_t open, after; /* the opening mark; what follows the closing */
	uint32_t owner; /* the cue right beside it, in speech.cues, or NONE */
	uint32_t quote; /* in analysis.quotes while they are made, or NONE */
	bool closed; /* has its closing mark */
	bool taken; /* in a quote of the result */
	bool resumed; /* goes on after a speaker named inside the marks */
};

/* A sentence of the writer: stops inside marks do not end it. */
struct sentence {
	struct span span;
	uint32_t paragraph;
};

/* A name in the text, with the titles right before it. */
struct name {
	struct span span; /* without titles */
	uint32_t title; /* first token of its titles; span.first when none */
	struct span lent; /* the surname after it, in "|Bill| and Ana Harlan" */
	struct span nick; /* Robert |"Bob"| Harlan, marks and all */
	uint32_t person;
	uint64_t first_key, last_key; /* hashes of first name and surname */
	uint64_t nick_key; /* … and of the nickname; 0: none */
	uint16_t group; /* of its first name (nicknames.h) */
};

enum cue_form {
	CUE_FINITE,
	CUE_GERUND, /* ", adding that": its subject is another verb's */
	CUE_INFINITIVE, /* "went on to say" */
	CUE_PASSIVE, /* "was described by X as" */
	CUE_ACCORDING /* "according to X" */
};

/* A reporting verb (or "according to") with who does it. */
struct cue {
	uint32_t verb;
	struct span words; /* with its auxiliaries and particles */
	struct span subject; /* first == end: none of its own */
	uint32_t close; /* the token that ends its bracket (bracket.h); 0 */
	uint32_t frames;
	uint8_t form;
	bool inverted; /* the subject follows the verb */
	bool inherited; /* the subject is another verb's */
};

/* Kept from article to article. */
struct speech {
	VEC_OF(struct quoted) quoted;
	VEC_OF(struct sentence) sentences;
	VEC_OF(struct name) names;
	VEC_OF(uint64_t) surnames; /* keys; where nouns have capitals */
	VEC_OF(struct cue) cues; /* of the sentence in work */
	VEC_OF(uint32_t) quoted_at; /* by token: quoted + 1, or 0 */
	VEC_OF(uint32_t) name_at; /* by token: name + 1, or 0 */
	VEC_OF(uint8_t) standing; /* by quote of the result: see repeats.h */
	VEC_OF(uint8_t) classes; /* by token so far: enum token_class */
	struct cast *people;
	size_t noted; /* names already given to people_seen */
};

#endif
