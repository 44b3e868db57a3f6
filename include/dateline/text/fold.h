/*
 * Folding for comparison: case (Unicode's simple mappings), accents, and
 * typographic variants (curly quotes and dashes as ASCII) made equal.
 */
#ifndef DATELINE_TEXT_FOLD_H
#define DATELINE_TEXT_FOLD_H

#include "dateline/base/buf.h"
#include "dateline/base/mem.h"

/* Appends the folded form of s. ASCII text is folded byte for byte. */
void text_fold(struct buf *out, struct str s);
/* The same as a copy in the arena. */
struct str text_fold_dup(struct arena *a, struct str s);
/* Appends s in small letters, typographic marks as ASCII, accents kept. */
void text_fold_case(struct buf *out, struct str s);

/*
 * The first place at or after byte `from` where `needle` (already folded)
 * occurs in `text`, folded: the range in `text`. False when there is none.
 */
bool text_find_folded(
	struct str text, struct str needle, size_t from, struct range *hit);

#endif
