/* Why two articles are linked. */
#ifndef DATELINE_SRC_STORE_EVIDENCE_H
#define DATELINE_SRC_STORE_EVIDENCE_H

#include "links.h"

struct witnesses;

struct witnesses *evidence_start(struct store *s, const struct relations *r);
void evidence_end(struct witnesses *w);

/*
 * Appends what links `from` to l->to to the store's evidence and sets l->why:
 * shared names and terms by weight, shared quotes, days apart. Fastest when
 * links of one article come together.
 */
void evidence_add(struct witnesses *w, uint32_t from, struct link *l);

#endif
