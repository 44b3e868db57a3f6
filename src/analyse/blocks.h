/* Whole paragraphs that are somebody's words: block quotes without marks. */
#ifndef DATELINE_SRC_ANALYSE_BLOCKS_H
#define DATELINE_SRC_ANALYSE_BLOCKS_H

#include "carry.h"

/*
 * True when the paragraph that sentence `i` opens is a block quote; it is then
 * emitted, and its sentences need no look. Its page says so (BLOCK_QUOTE), or
 * the paragraph before introduced it with a colon and somebody speaks in it.
 */
bool place_block(struct work *w, struct carry *c, size_t i);

#endif
