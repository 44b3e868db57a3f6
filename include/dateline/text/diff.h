/*
 * What must be cut from one sequence and added to make another of it: Myers,
 * "An O(ND) difference algorithm and its variations", Algorithmica 1, 1986.
 * The sequences are numbers (words, lines), equal ones being equal.
 *
 * The work is bounded: after DIFF_EDITS edits the path that came furthest is
 * kept, and the search begins anew where it ends. The result is always right;
 * it is the shortest where no more than DIFF_EDITS edits are needed. Time is at
 * most (2 DIFF_EDITS + 1) (n + m) steps, memory DIFF_EDITS² / 2 numbers:
 * measured .21 s for two texts of 170 000 words that have nothing in common.
 */
#ifndef DATELINE_TEXT_DIFF_H
#define DATELINE_TEXT_DIFF_H

#include "dateline/base/mem.h"

#define DIFF_EDITS 256

/* Elements `a` of the first are the elements `b` of the second, or are replaced
 * by them (one of the ranges may be empty). */
struct diff_run {
	struct range a, b;
	bool same;
};

/* Runs in order, same and other in turn: their ranges are the sequences. */
struct diff {
	VEC_OF(struct diff_run) runs;
	VEC_OF(int32_t) trace; /* scratch */
	VEC_OF(struct diff_run) steps; /* scratch */
};

/* Fills d->runs anew; memory is reused from call to call. */
void diff_make(struct diff *d, const uint32_t *a, uint32_t an,
	const uint32_t *b, uint32_t bn);
/*
 * Makes what is the same by accident part of the change around it: a run with
 * no more weight than the changes on either side of it (Fraser 2006, "Writing:
 * Diff Strategies", semantic clean-up). `weight` is by element of the first.
 */
void diff_join(struct diff *d, const uint8_t *weight);
void diff_release(struct diff *d);

#endif
