/*
 * The pane of what the index can show: the searches and the sources, then, as a
 * tree that unfolds, days, rounds and speakers. What an entry stands for is in
 * the `fold` of its row: all articles, or the kind of entry and a number.
 */
#ifndef VIEW_SOURCES_H
#define VIEW_SOURCES_H

#include "state.h"

enum entry_kind {
	ENTRY_OUTLET, /* in app.outlets */
	ENTRY_SEARCH, /* in config.searches */
	ENTRY_YEAR,
	ENTRY_MONTH, /* year * 12 + month, from 0 */
	ENTRY_ROUND, /* that of the row */
	ENTRY_SPEAKER, /* the same, a person */
	ENTRY_SPEAKERS, /* all of them */
	ENTRY_LIST /* enum entry_list: has no articles, is only unfolded */
};

enum entry_list { LIST_DAYS, LIST_LARGEST, LIST_NEWEST, LIST_SPEAKERS };

#define ENTRY_ALL FOLD_NONE
#define ENTRY(kind, number) ((int32_t)(kind) << 24 | (int32_t)(number))

static inline enum entry_kind entry_kind(int32_t entry)
{
	return (enum entry_kind)(entry >> 24);
}

static inline uint32_t entry_number(int32_t entry)
{
	return (uint32_t)entry & 0xffffff;
}

/* The outlet its cursor is on; STR_NONE: on none. */
struct str sources_outlet(const struct app *app);
/* Whether an article is of the row its cursor is on. Of a search none is: what
 * answers it is not known before it is shown. */
bool sources_has(const struct app *app, uint32_t article);
/* Folds what the cursor is on or in; false where nothing is unfolded. */
bool sources_close(struct app *app);

/* The tree below the sources (entries.c). */
void entries_add(struct app *app, struct view *v);
/* Whether it unfolds. */
bool entry_folds(int32_t entry);
bool entry_is_folded(const struct app *app, int32_t entry);
void entry_flip(struct app *app, int32_t entry);

#endif
