/*
 * The log-linear model of what a reporting verb reports: the names of its
 * features, whose weights are in lang/<language>/weights.tsv. A weight belongs
 * to a pair of attributes; doc/quotes.md says how they are learned.
 */
#ifndef DATELINE_TEXT_WEIGHTS_H
#define DATELINE_TEXT_WEIGHTS_H

#include "dateline/base/str.h"

// clang-format off
/* Classes of words and marks: the first that fits (analyse/token_class.c). */
#define TOKEN_CLASSES(X) \
	X(none) /* outside the sentence */ \
	X(quoted) /* in marks, or a mark */ \
	X(comma) X(semicolon) X(colon) X(dash) X(open) X(close) X(stop) X(mark) \
	X(number) X(name) X(capital) \
	X(to) X(of) X(as) X(and) X(be) X(if) X(while) X(though) X(with) X(by) \
	X(it) X(a) X(the) X(that) X(relative) X(question) \
	X(subject) X(pronoun) X(object) X(determiner) X(subordinator) \
	X(conjunction) X(auxiliary) X(time) X(preposition) X(reporting) \
	X(verb) X(adverb) X(gerund) X(past) X(statement) X(role) X(plural) \
	X(possessive) X(word) \
	/* end */

/* Attributes of a candidate: X(name, what its values are, how many). */
#define ATTRIBUTES(X) \
	X(any, NUMBER, 1) /* for a feature of one attribute */ \
	/* of the verb */ \
	X(lemma, VERB, 512) \
	X(frame, NUMBER, 16) /* bits: clause, that, object said, object */ \
	X(form, NUMBER, 20) /* cue_form * 4, +2 inverted, +1 inherited */ \
	X(source, CLASS, 64) /* the last word of its subject */ \
	X(left, CLASS, 64) /* what stands before verb and subject */ \
	X(behind, CLASS, 64) /* what stands behind them */ \
	X(before, NUMBER, 3) /* content in front: none, words, marks */ \
	X(after, NUMBER, 2) /* the rules see content behind it */ \
	X(inner, NUMBER, 2) /* another verb may report this one */ \
	/* of a start */ \
	X(first, CLASS, 64) X(second, CLASS, 64) X(third, CLASS, 64) \
	X(prior, CLASS, 64) X(prior2, CLASS, 64) /* none: in the cue */ \
	X(rule, NUMBER, 2) /* the rules start here */ \
	X(gap, NUMBER, 9) /* tokens from the cue */ \
	X(verb, NUMBER, 2) /* a verb before the next mark */ \
	X(gapverb, NUMBER, 2) /* a verb between the cue and it */ \
	/* of an end */ \
	X(last, CLASS, 64) \
	X(next, CLASS, 64) X(next2, CLASS, 64) X(next3, CLASS, 64) \
	X(nextmark, CLASS, 64) /* next2 behind a comma, else none */ \
	X(edge, NUMBER, 3) /* of a word, at a comma, at the sentence's end */ \
	X(ruleend, NUMBER, 2) /* the rules end here */ \
	X(length, NUMBER, 9) \
	X(commas, NUMBER, 4) /* passed over */ \
	X(rest, NUMBER, 9) /* commas still to come */ \
	X(sibling, NUMBER, 21) /* the cue that starts here: 1 + form; 0 */ \
	X(relatives, NUMBER, 3) X(coords, NUMBER, 3) /* ", which", ", and" */ \
	X(dashes, NUMBER, 3) X(semicolons, NUMBER, 3) X(siblings, NUMBER, 3) \
	X(depth, NUMBER, 3) /* open brackets + 1 */ \
	X(segment, NUMBER, 6) /* what comes next has a verb; + 2 ends at a mark; \
				 + 4 ends with the sentence */ \
	X(marks, NUMBER, 3) /* passed over, last word in them */ \
	X(verbs, NUMBER, 2) /* passed over */ \
	/* of a start in front of the verb */ \
	X(place, NUMBER, 4) /* the rules' start, + 2 the first token */ \
	X(skipped, NUMBER, 4) /* commas before the start */ \
	X(clauses, NUMBER, 4) /* a verb behind the start, + 2 before it */ \
	X(opener, CLASS, 64) /* the first token of what is in front */ \
	/* end */

/* X(name, attribute, attribute): features of a start, an end, a start in front. */
#define FEATURES(X) \
	X(accept, any, any) /* percent of probability that a span needs */ \
	X(accept_alone, any, any) /* … where the rules see no speech */ \
	X(start_none, any, any) X(front_none, any, any) \
	X(start_before, before, rule) X(start_gap, gap, rule) \
	X(start_prior, prior, first) X(start_first, first, second) \
	X(start_second, second, third) X(start_prior2, prior2, prior) \
	X(start_gap_first, gap, first) X(start_frame, frame, first) \
	X(start_frame_prior, frame, prior) X(start_lemma, lemma, rule) \
	X(start_form, form, before) X(start_form_first, form, first) \
	X(start_source, source, form) X(start_left, left, form) \
	X(start_left_first, left, first) X(start_before_first, before, first) \
	X(start_before_prior, before, prior) X(start_behind, behind, rule) \
	X(start_behind_gap, behind, gap) X(start_verb, frame, verb) \
	X(start_verb_rule, verb, rule) X(start_verb_first, verb, first) \
	X(start_gapverb, gapverb, first) X(start_inner, inner, first) \
	X(start_lemma_verb, lemma, verb) \
	X(end_rule, ruleend, next) X(end_next, next, next2) \
	X(end_last, last, next) X(end_comma, nextmark, next3) \
	X(end_length, length, next) X(end_frame, frame, next) \
	X(end_frame_comma, frame, nextmark) X(end_form, form, next) \
	X(end_commas, commas, next) X(end_rest, rest, next) \
	X(end_sibling, sibling, next) X(end_sibling_form, sibling, form) \
	X(end_relatives, relatives, edge) X(end_coords, coords, edge) \
	X(end_dashes, dashes, edge) X(end_siblings, siblings, edge) \
	X(end_semicolons, semicolons, edge) X(end_depth, depth, next) \
	X(end_segment, segment, next) X(end_segment_comma, segment, nextmark) \
	X(end_first, first, next) X(end_left, left, next) \
	X(end_lemma, lemma, edge) X(end_marks, marks, next) \
	X(end_verbs, verbs, next) X(end_before, before, next) \
	X(front_place, place, any) X(front_first, first, second) \
	X(front_prior, prior, first) X(front_commas, commas, place) \
	X(front_skipped, skipped, place) X(front_clauses, clauses, place) \
	X(front_behind, behind, place) X(front_left, left, form) \
	X(front_frame, frame, form) X(front_lemma, lemma, rule) \
	X(front_form, form, place) X(front_length, length, place) \
	X(front_last, last, left) X(front_source, source, form) \
	X(front_first_left, first, left) X(front_after, after, place) \
	X(front_opener, opener, place) X(front_clause_first, clauses, first) \
	/* end */
// clang-format on

enum token_class {
#define X(name) CLASS_##name,
	TOKEN_CLASSES(X)
#undef X
		CLASS_COUNT
};

enum attribute_kind { ATTRIBUTE_NUMBER, ATTRIBUTE_CLASS, ATTRIBUTE_VERB };

enum attribute {
#define X(name, kind, size) ATTRIBUTE_##name,
	ATTRIBUTES(X)
#undef X
		ATTRIBUTE_COUNT
};

enum attribute_size {
#define X(name, kind, size) SIZE_##name = (size),
	ATTRIBUTES(X)
#undef X
};

enum feature {
#define X(name, a, b) FEATURE_##name,
	FEATURES(X)
#undef X
		FEATURE_COUNT
};

/* Where the weights of a feature start: [a * size of b + b]. */
enum weight {
#define X(name, a, b) \
	WEIGHT_##name, \
		WEIGHT_LAST_##name = \
			WEIGHT_##name + (int)SIZE_##a * (int)SIZE_##b - 1,
	FEATURES(X)
#undef X
		WEIGHT_COUNT
};

/* A weight of 1 in the tables. */
#define WEIGHT_ONE 16

_Static_assert(CLASS_COUNT <= 64, "too many classes");

#endif
