/* A round's name, as the screens write it. */
#ifndef VIEW_ROUND_NAME_H
#define VIEW_ROUND_NAME_H

#include "state.h"

/*
 * Appends what tells a round from the others of its storyline: "28 May 2007 ·
 * Arvo · Lind, Veles-Koren", its first day ("~" before an estimate), its place
 * and who is quoted most; its title where neither of these is known. Never
 * empty.
 */
void say_round_name(struct app *app, const struct round *r, struct buf *out);

#endif
