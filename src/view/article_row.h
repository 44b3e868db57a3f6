/* A row about an article, in the lists of all screens. */
#ifndef VIEW_ARTICLE_ROW_H
#define VIEW_ARTICLE_ROW_H

#include "say.h"
#include "state.h"

struct article_row {
	uint32_t article;
	enum date_form form;
	struct str note; /* what the screen says of it, at the right end */
	bool no_source; /* a heading says it */
	bool is_copy; /* it stands under what it is a copy of */
	unsigned in; /* the screen: its bit */
	uint32_t copies; /* that stand under it */
	uint32_t number; /* in the list, from 1; 0: it has none */
};

/* Draws it in the form that the configuration has for the screen, else in one
 * that fits: mark, date, source, title, note. */
void draw_article_row(
	const struct app *app, const struct article_row *r, struct pen *p);
/* "4/3▸": how many articles and outlets the round of an article has; nothing
 * when it is alone. */
void say_round_size(
	const struct app *app, uint32_t article, bool outlets, struct buf *out);
/* Which articles have copies; heads of articles are all that is looked at. */
void copied_find(struct copied *out, const struct store *s);
/* "Harbour Gazette": in few columns an article in front says nothing. */
struct str outlet_short(struct str name, struct str lang);

/* The forms of the configuration. */
void row_forms_read(struct app *app);

#endif
