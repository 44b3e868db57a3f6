/*
 * What a reporting verb reports, chosen by the weights of the language. The
 * probability of a span is that of its start, nothing being one of them, times
 * that of its end given the start, both log-linear over the features of
 * dateline/text/weights.h.
 */
#ifndef DATELINE_SRC_ANALYSE_WEIGH_H
#define DATELINE_SRC_ANALYSE_WEIGH_H

#include "candidate.h"

/* The features of one candidate, from start_before, end_rule, front_place on.
 */
#define START_FEATURES (FEATURE_start_lemma_verb - FEATURE_start_before + 1)
#define END_FEATURES (FEATURE_end_before - FEATURE_end_rule + 1)
#define FRONT_FEATURES (FEATURE_front_clause_first - FEATURE_front_place + 1)

/* So likely to be speech that the rules need not agree. */
struct likely {
	bool before, after;
};

/*
 * Puts what the weights choose in place of what the rules found, *content; a
 * side the rules see wholly in marks stays, and so does all when the language
 * has no weights or the verb reports no speech or a question.
 */
struct likely weigh_content(struct work *w, const struct sentence *s, size_t k,
	uint32_t from, struct content *content);

#endif
