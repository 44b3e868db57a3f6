/*
 * The links of an article, numbered in the order of its text: what its page
 * links, and addresses that stand in the text as such. The screen that lists
 * them, and the articles of the archive they lead to.
 */
#ifndef VIEW_LINKS_H
#define VIEW_LINKS_H

#include "state.h"

struct link_at {
	struct range span; /* of the text */
	struct str url; /* http or https; in the store */
};

struct link_list {
	VEC_OF(struct link_at) list; /* ascending, not overlapping */
};

/* Appends them; linear in the text. */
void links_find(const struct store *s, uint32_t article, struct link_list *out);
void links_release(struct link_list *links);

/* The address of the link that the cursor is on, where links are listed;
 * STR_NONE elsewhere. */
struct str app_link_address(const struct app *app);

/* LINKS: opens the list of the article's links. */
void links_run(struct app *app, const struct call *call);

#endif
