/* Speakers named inside the marks: « Oui, dit-elle, c'est vrai. » */
#ifndef DATELINE_SRC_ANALYSE_INCISE_H
#define DATELINE_SRC_ANALYSE_INCISE_H

#include "parts.h"

/* A stretch in marks that opens with a dash: a paragraph of a dialogue. */
bool opens_dialogue(const struct work *w, struct span paragraph);
/*
 * The words from token i to a full stop before `end` say who speaks and no
 * more: "said Ana Ruiz.", "she said."
 */
bool speaks_until_stop(const struct work *w, uint32_t i, uint32_t end);
/*
 * Adds the stretch [open, after) to speech.quoted, cut in pieces where the
 * writer's own words stand in it. `marked`: it has its marks, and stays even
 * when there are none.
 */
void add_pieces(struct work *w, struct quoted q);

#endif
