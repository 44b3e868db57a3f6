/*
 * Where what a verb reports may start and end, and what the model
 * (dateline/text/weights.h) is told of each place. Candidates come from the
 * rules of content.h and from marks and small words of the sentence.
 */
#ifndef DATELINE_SRC_ANALYSE_CANDIDATE_H
#define DATELINE_SRC_ANALYSE_CANDIDATE_H

#include "content.h"
#include "dateline/text/weights.h"

/* At most as many of each, and tokens they may be away. */
#define STARTS_MAX 16
#define ENDS_MAX 64
#define REACH_MAX 150

/* A reporting verb in its sentence, and what is known of a candidate. */
struct scene {
	const struct work *w;
	const struct cue *cue;
	const struct sentence *of;
	struct span sentence;
	struct content rules;
	size_t k; /* of the cue in speech.cues */
	uint32_t from; /* see find_content */
	const uint8_t *classes; /* by token: enum token_class */
	uint16_t v[ATTRIBUTE_COUNT]; /* of the candidate described last */
};

/* With .rules and .from set; the sentence's tokens get their classes. */
void scene_begin(
	struct scene *sc, struct work *w, const struct sentence *s, size_t k);
/* Starts behind the verb; their number. */
size_t scene_starts(const struct scene *sc, uint32_t starts[STARTS_MAX]);
void scene_describe_start(struct scene *sc, uint32_t start);

/* What lies between a start and the end at hand. */
struct walk {
	uint32_t at, start;
	uint32_t commas, relatives, coords, dashes, semicolons, siblings;
	uint32_t all_commas;
	int depth;
	bool verb, marks;
	uint32_t edge; /* the last end */
	uint32_t next_mark, next_verb; /* behind the end described last */
	uint8_t sibling[REACH_MAX]; /* by token from start: 1 + form */
};

/* Ends of what starts there, in order; their number, never 0. */
size_t scene_ends(const struct scene *sc, uint32_t start, struct walk *walk,
	uint32_t ends[ENDS_MAX]);
/* Called with one end after the other, the start being described already. */
void scene_describe_end(struct scene *sc, struct walk *walk, uint32_t end);

/* Starts in front of the verb, and their common end. */
size_t scene_fronts(
	const struct scene *sc, uint32_t starts[STARTS_MAX], uint32_t *end);
void scene_describe_front(struct scene *sc, uint32_t start, uint32_t end);

/* The first token of a span that is no mark. */
uint32_t scene_first(const struct scene *sc, struct span s);
/* True when all words of a span, and one at least, are in marks. */
bool scene_is_marked(const struct scene *sc, struct span s);

#endif
