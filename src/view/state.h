/* The whole state of the reader, and what the screens may ask of it. */
#ifndef VIEW_STATE_H
#define VIEW_STATE_H

#include "columns.h"
#include "highlight.h"
#include "history.h"
#include "keymap.h"
#include "mistakes.h"
#include "order.h"
#include "positions.h"
#include "prompt.h"
#include "script.h"
#include "view.h"

#include "dateline/store/addresses.h"
#include "dateline/store/outlets.h"
#include "dateline/view/app.h"

/* Where the reader was when the typing of a search began. */
struct search_place {
	struct list list;
	struct paper_place top;
	uint32_t quote, hit;
};

struct search {
	struct buf text; /* as typed */
	struct buf folded; /* empty: none */
	int direction; /* 1 or -1 */
	unsigned serial; /* grows with each search */
	bool typing; /* the prompt is open: */
	struct search_place from;
	struct buf before; /* the search before, as typed */
};

/* An article of the index, so far below the top. */
struct index_place {
	uint32_t article, offset;
	bool kept; /* the cursor will go there */
};

/* The index's filter (filter.h). */
struct filtering {
	struct answers answers; /* to app.filter, or that before it */
	struct query query; /* as asked last */
	uint32_t asked; /* the number of the search asked last */
	bool waiting; /* for the answer to it, or the rest of it */
	uint32_t count; /* of hits; not complete: an estimate */
	bool complete;
	bool tell; /* say how many, when they are known */
	bool no_excerpts;
	struct index_place place;
	bool typing; /* the prompt is open; as it was before: */
	enum pane focus;
	struct buf before; /* app.filter */
	VEC_OF(uint32_t) rank_before;
	uint32_t count_before;
	bool complete_before;
	unsigned before_serial; /* app.serial */
};

/* Whether others are copies of an article. */
struct copied {
	VEC_OF(bool) by_article;
};

struct message {
	struct buf text; /* empty: none */
	bool is_error;
	bool in_full; /* over rows above the last line, where it takes them */
	bool can_undo; /* it says what was done, and how to undo that */
};

/* Screens whose rows about articles have a form in the configuration. */
#define ROW_FORMS 5

/* How many articles of the index are unread. */
struct unread {
	uint32_t all;
	VEC_OF(uint32_t) groups; /* by group of the order */
	unsigned order, marks; /* serials of what it was counted in */
};

/* Whether keys are pasted text. */
enum paste {
	PASTE_NONE,
	PASTE_TEXT,
	PASTE_DOUBTED /* its end may have been lost: it ends when keys rest */
};

struct app {
	const struct config *config;
	struct options options; /* of it, as they were taken over last */
	int32_t today;
	struct store nothing; /* shown before the first store comes */
	const struct store *store;
	unsigned serial; /* grows with each store and correction */
	unsigned look; /* grows with each event but moves (drawn.h) */
	unsigned commands, moves; /* run by the event; moves are both */
	struct people nobody; /* before the first store comes */
	const struct people *people; /* see app_people() */
	const struct quote_index *quotes; /* NULL: EFFECT_QUOTES gets them */
	const struct corrections *corrections; /* NULL: none came yet */
	struct archive_progress progress;
	bool loading; /* the store is not whole yet */
	bool stopping; /* the user asked for it */
	bool reloading; /* what is new or changed is being looked for */
	bool of_others; /* it found what another session did */
	struct buf incomplete; /* what is not there, after that; or empty */

	int rows, cols;
	struct layout layout;
	enum pane focus;
	int panes; /* at most; 0: as room allows */
	int columns; /* of an article's text */
	bool justify_flipped; /* not as the option says */
	bool zen, ascii;
	enum paste paste;
	bool refused; /* a command said why it does nothing */

	struct keymap keymap;
	struct mistakes mistakes;
	struct keys typed; /* of an unfinished sequence */
	uint32_t count; /* typed before it; 0: none */
	struct prompt prompt;
	struct script script; /* commands still to be run */
	VEC_OF(struct binding) bound; /* by BIND and UNBIND; in session */
	struct arena session;
	struct search search;
	struct message message;
	struct buf key_name; /* of app_key_for() */
	VEC_OF(struct effect) effects;
	struct arena wishes; /* strings of corrections wished */

	struct buf unwritten; /* the file that is not replaced unasked */
	struct mark_set selected; /* for the next command */
	struct buf marked; /* id of the marked article; empty: none */

	struct history history;
	struct positions positions; /* of articles no longer in it */
	struct view *sources;
	struct view *preview; /* of the index's article, when there is room */
	struct buf place; /* to go to with the first store */
	bool previewing; /* the content pane shows it */
	bool hurried; /* keys come: it stays until they rest */

	/* The index. */
	struct outlets outlets;
	struct copied copied;
	struct order order;
	struct unread unread;
	enum option_group group;
	struct sort sort;
	struct collated collated; /* of the store */
	struct folds groups, copies; /* of the index */
	struct folds entries; /* of the sources */
	bool joined; /* copies are one row */
	struct row_form row_forms[ROW_FORMS]; /* article_row.h */
	struct buf outlet; /* only this one's articles; empty: all */
	struct buf filter; /* as typed; empty: none */
	struct filtering filtering;
	VEC_OF(uint32_t) saved_counts; /* of config.searches (saved.h) */
	struct paper paper; /* the article laid out last */
	struct paper_refs refs; /* of it */
	struct addresses addresses; /* of the store, once they are asked for */
	struct highlights highlights;
	unsigned addresses_serial; /* app.serial when it was made */
};

/* Screens. */
struct view *app_index(const struct app *app);
/* The screen a pane shows; NULL: none. */
struct view *app_pane_view(const struct app *app, enum pane pane);
struct view *app_focused(const struct app *app);
/* The part of the screen of a pane's view, without the line above it. */
struct area app_area(const struct app *app, enum pane pane);
/* Opens a screen about a subject, one level below the focused one; a
 * sibling takes its place at its own level. */
struct view *app_open(
	struct app *app, const struct view_ops *ops, uint32_t subject);
struct view *app_open_sibling(
	struct app *app, const struct view_ops *ops, uint32_t subject);
struct view *app_open_article(struct app *app, uint32_t article);
/* How many panes there are on the screen. */
int app_panes_shown(const struct app *app);
void app_focus(struct app *app, enum pane pane);
/* Goes to a pane, opening the article that the index's preview shows; false
 * where there is nothing. */
bool app_enter_pane(struct app *app, enum pane pane);
void app_relayout(struct app *app);
/* The article the focused screen is about or stands on; STORE_NONE: none. */
uint32_t app_article(const struct app *app);

/* The index's rows are made anew; the cursor stays on its article. */
void app_reorder(struct app *app);
/* The same; it goes to an article, so far below the top. */
void app_renew_index(struct app *app, uint32_t article, uint32_t offset);
/* The article the index's cursor is on; STORE_NONE: none. */
uint32_t app_index_article(const struct app *app);
/* The same, and on a folded group the first of it. */
uint32_t app_index_anchor(const struct app *app);
/* What the index is made from. */
struct order_request app_order_request(struct app *app);
/* Whether the filter's hits are in the order of their rank. */
bool app_is_ranked(const struct app *app);
/* Shows only one outlet's articles; STR_NONE: all. */
void app_set_outlet(struct app *app, struct str name);
/* To app.place: the article the index's cursor is to stand on, and how far
 * below the top; as they were where it does not say (place.c). */
void app_go_to_place(struct app *app, uint32_t *article, uint32_t *offset);
/* Neither: all articles. */
void app_show_all(struct app *app);

/* Says something in the last line, until the next key. */
void app_say(struct app *app, const char *format, ...) PRINTF_LIKE(2, 3);
void app_complain(struct app *app, const char *format, ...) PRINTF_LIKE(2, 3);
/* Says why a command does nothing here, which ends a macro, as app_complain()
 * does. */
void app_refuse(struct app *app, const char *format, ...) PRINTF_LIKE(2, 3);
void app_wish(struct app *app, enum effect_kind kind);
/* Whether the work behind the screen heeds EFFECT_STOP. */
bool app_can_stop(const struct app *app);
/* Wishes a search; the text is copied. */
void app_wish_search(struct app *app, const struct search_wish *wish);
/* Wishes a correction to be kept; the strings are copied. */
void app_correct(struct app *app, const struct people_correction *correction);
void app_correct_round(
	struct app *app, const struct round_correction *correction);
/* Who is who in the store, with what the reader corrected; NULL from a new
 * store until EVENT_PEOPLE. Indices into it are good until the next such event:
 * keep identities by their ids. */
const struct people *app_people(const struct app *app);
/* What the articles are marked with; NULL before that is known. */
const struct marks *app_marks(const struct app *app);
/* For commands that need it: true, and the reader is told, until it comes. */
bool app_awaits_people(struct app *app);
/* For prompt_names: what a command may be given (offers.c); of those the names
 * that are (correct.c). */
void offer_arguments(
	void *ctx, enum command_id id, struct str typed, struct prompt *p);
void offer_names(
	void *ctx, enum command_id id, struct str typed, struct prompt *p);
/* Corrections: SAME_PERSON, NOT_SAME_PERSON (correct.c). */
void correct_run(struct app *app, const struct call *call);
/* SAME_ROUND, NOT_SAME_ROUND (correct_round.c), and the titles they may mean.
 */
void correct_round_run(struct app *app, const struct call *call);
void offer_titles(struct app *app, struct str folded, struct prompt *p);
/* The article the cursor is on, else the one the screen is about; STORE_NONE:
 * none. MARK, and the article marked last (chosen.c). */
uint32_t app_chosen(const struct app *app);
uint32_t app_marked(const struct app *app);
void mark_run(struct app *app, const struct call *call);
/* The person the focused screen is about or its cursor is on; STORE_NONE:
 * nobody. */
uint32_t app_person(struct app *app);
/* A key of a command in the focused screen, for messages; valid until the next
 * call. */
const char *app_key_for(struct app *app, enum command_id id);

/* Whether the restricted mode leaves it; says so where it does not. */
bool app_permits(struct app *app, enum command_id id);
/* BROWSE, WRITE, PIPE (outside.c), COPY_… (copy.c). */
void browse_run(struct app *app, const struct call *call);
void write_run(struct app *app, const struct call *call);
void pipe_run(struct app *app, const struct call *call);
void copy_run(struct app *app, const struct call *call);
/* EVENT_EXISTS: asks; and the answer to that. */
void write_asks(struct app *app, const char *name);
void write_answered(struct app *app);
/* Wishes it; the texts and articles are copied. */
void app_wish_outside(struct app *app, enum effect_kind kind,
	const struct outside_wish *wish);

/* Keys to commands, commands to the focused screen (input.c, run.c). */
void app_key(struct app *app, uint32_t key);
/* Keys rest: a paste whose end may have been lost is over. */
void paste_rests(struct app *app);
/* The wheel, and clicks (mouse.c). */
void app_mouse(struct app *app, const struct mouse *m);
/* Runs a line of commands, so often (macro.c): each when what the one before
 * wished is done; none any more after one that does nothing. A key ends it. */
void macro_begin(struct app *app, struct str line, uint32_t times);
void macro_go_on(struct app *app);
void macro_end(struct app *app);
void app_run(struct app *app, const struct call *call);

#endif
