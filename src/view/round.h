/* The parts of the round's screen (round.c, round_quotes.c). */
#ifndef VIEW_ROUND_H
#define VIEW_ROUND_H

#include "dateline/store/compare.h"
#include "list_view.h"

struct round_builder {
	struct app *app;
	struct view *view;
	const struct store *store;
	const struct round *round;
	struct comparison c;
	struct buf b; /* scratch */
};

/* Columns for who or what a row is about. */
uint8_t round_speaker_cols(const struct round_builder *x);
/* The matrix of utterances and outlets. */
void round_add_quotes(struct round_builder *x);

#endif
