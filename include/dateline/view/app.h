/*
 * The reader as a pure function: events in, cells and effects out. It sees no
 * clock, file or terminal.
 */
#ifndef DATELINE_VIEW_APP_H
#define DATELINE_VIEW_APP_H

#include "dateline/config/live.h"
#include "dateline/export/export.h"
#include "dateline/store/archive.h"
#include "dateline/store/corrections.h"
#include "dateline/store/quote_job.h"
#include "dateline/store/search_job.h"
#include "dateline/view/key.h"
#include "dateline/view/screen.h"

enum event_kind {
	EVENT_KEY, /* key */
	EVENT_MOUSE, /* mouse */
	EVENT_RESIZE, /* rows, cols */
	EVENT_STORE, /* store: a finished one replaces the one shown; the place
			(article, scroll, views) is kept by ids. The old store
			may be freed when app_update() has returned. partial:
			more of it is being read. progress */
	EVENT_RELOAD, /* somebody outside asks for what the command does */
	EVENT_RELOADED, /* renewal: EFFECT_RELOAD is done with */
	EVENT_PROGRESS, /* progress of the work behind the screen */
	EVENT_REMARK, /* remark: something went wrong behind the screen */
	EVENT_TOLD, /* remark: what was done that an effect wished */
	EVENT_EXISTS, /* EFFECT_WRITE would replace a file: remark is its name.
			 Wished again with `replace` it does */
	EVENT_CORRECTIONS, /* corrections: what the reader corrected is now
			      this; what it told is shown. The store follows it
			      already (corrections_follow()). They may be
			      changed and freed when no event comes any more */
	EVENT_MARKS, /* corrections: only their marks have changed */
	EVENT_PEOPLE, /* people: who is who in the store shown, with what was
			 corrected. Those before may be freed when app_update()
			 has returned */
	EVENT_QUOTES, /* quotes: all quotes of the store shown. They are
			 looked at until the store or the people change;
			 those before may be freed when app_update() has
			 returned */
	EVENT_FOUND, /* found: what a search has found, all or the first of it
		      */
	EVENT_CONFIGURED, /* configured: EFFECT_CONFIGURE is done with */
	EVENT_REST, /* no key for APP_REST_MS, where app_awaits_rest() */
	EVENT_RESUME /* back from the background: everything is drawn anew */
};

struct event {
	enum event_kind kind;
	uint32_t key;
	struct mouse mouse;
	int rows, cols;
	const struct store *store;
	const struct corrections *corrections;
	const struct people *people;
	bool partial;
	struct archive_progress progress;
	const char *remark;
	const struct quote_index *quotes;
	const struct search_found *found;
	struct configured {
		const struct config *config; /* the one from now on */
		struct str told; /* what was done, or why nothing was */
		bool failed;
	} configured;
	struct renewal {
		uint32_t added, gone; /* articles */
		const char *failed; /* why all is as it was; or NULL */
	} renewal;
};

/* What the pure part wishes to be done outside. */
enum effect_kind {
	EFFECT_QUIT = 1,
	EFFECT_SUSPEND, /* to the background, as ^Z does */
	EFFECT_REDRAW, /* repaint everything, as ^L does */
	EFFECT_STOP, /* stop the work behind the screen */
	EFFECT_RELOAD, /* read what is new or changed; EVENT_STORE where
			  something is, then EVENT_RELOADED answer */
	EFFECT_CORRECT, /* keep a correction; EVENT_CORRECTIONS answers */
	EFFECT_CORRECT_ROUND, /* the same, one of rounds */
	EFFECT_MARK, /* mark articles; EVENT_MARKS answers */
	EFFECT_NOTE, /* keep a note; the same answers */
	EFFECT_UNDO, /* undo the last step, or do it again: either answers */
	EFFECT_REDO,
	EFFECT_PEOPLE, /* find who is who; EVENT_PEOPLE answers, and until then
			  the screens that need it say so */
	EFFECT_QUOTES, /* join all quotes, said by those of the last
			  EVENT_PEOPLE; EVENT_QUOTES answers, unless the
			  people or the store change */
	EFFECT_CONFIGURE, /* set an option, or read a configuration;
			     EVENT_CONFIGURED answers */
	EFFECT_TYPED, /* keep a line that was typed; nothing answers */
	EFFECT_SEARCH, /* search, and end the search before; EVENT_FOUND
			  answers, unless the text is blank or the store changes
			*/
	/* EVENT_TOLD, EXISTS or REMARK answer these. */
	EFFECT_BROWSE, /* show the address outside.text in a browser */
	EFFECT_PIPE, /* give outside.what to the shell's outside.text */
	EFFECT_WRITE, /* write outside.what into the file outside.text */
	EFFECT_COPY /* copy outside.text to the clipboard */
};

/* What leaves the program. */
struct outside_wish {
	struct str text;
	const char *called; /* COPY: "the title" */
	struct export_wish what;
	bool replace; /* WRITE: a file that is there */
};

struct effect {
	enum effect_kind kind;
	/* Its strings live until the next event. */
	struct people_correction correction;
	struct round_correction round;
	struct search_wish search;
	struct marking marking;
	struct outside_wish outside;
	struct note_wish note;
	struct setting setting; /* no name: read the file `value` */
	struct typed_line typed;
};

/* Obeys EFFECT_CONFIGURE. *told, which is emptied first, holds the words of the
 * event that answers. */
struct event effect_configure(const struct effect *effect,
	struct config_live *live, struct buf *told);

/* Obeys the effects that change the corrections or marks, and takes in with
 * RELOAD what other sessions did; false where nothing changes.
 * The event to answer with is corrections_event(). */
bool effect_correct(const struct effect *effect, struct corrections *c);

struct event corrections_event(const struct corrections *c);

struct app;

/* The configuration must outlive the app. The day `today` (days since 1970)
 * is for "today" and "yesterday" in lists; STORE_NO_DAY: say no such thing. */
struct app *app_new(const struct config *config, int32_t today);
void app_free(struct app *app);
/* Says something until the first key, unless there is something wrong to be
 * said; NULL: nothing. */
void app_greet(struct app *app, const char *greeting);

/* Appends where the reader is: screens, rows, scrolling, as lines for
 * app_restore() in another session. Nothing before there is a store. */
void app_place(const struct app *app, struct buf *out);
/* Goes there when the first store comes, as far as it still has all that. */
void app_restore(struct app *app, struct str place);

/* A line that was typed in an earlier session, the oldest first. */
void app_recall(struct app *app, const struct typed_line *line);

/* Takes one event. True when the screen may look different. */
bool app_update(struct app *app, const struct event *e);
/* The next wish; false when there is none. */
bool app_effect(struct app *app, struct effect *out);
/* Whether a store that comes now, and what is drawn of it, needs no more than
 * the heads of its articles. */
bool app_is_list(const struct app *app);
/* True while something shown is out of date until keys rest: what is beside
 * the list is drawn once, and not with each step through it (measured at
 * 200x60: 4 222 bytes a step); or while it is not known whether what comes is
 * still pasted. */
bool app_awaits_rest(const struct app *app);
/* Short enough not to be waited for, longer than the 33 ms between the keys of
 * one held down. */
#define APP_REST_MS 80
/* Draws into s (of the size of the last EVENT_RESIZE; cleared first). */
void app_draw(struct app *app, struct screen *s);

/* The i-th thing wrong with the user's bindings and theme, which the
 * configuration does not know itself; false past the end. */
bool app_error(const struct app *app, size_t i, struct str *out);

#endif
