/* Nicknames: inside a name (Robert "Bob" Harlan), and instead of one. */
#ifndef DATELINE_SRC_ANALYSE_NICKNAMES_H
#define DATELINE_SRC_ANALYSE_NICKNAMES_H

#include "parts.h"

/*
 * The token behind a nickname in marks or brackets that stands at token i, in
 * the middle of a name; i when none does.
 */
uint32_t nickname_end(const struct work *w, uint32_t i);
/*
 * What first names have in common with those made of them (nickname.tsv): Bob
 * and Robert; 0 for others.
 */
uint16_t nickname_group(const struct work *w, uint32_t i);

#endif
