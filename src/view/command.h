/*
 * The one table of commands. It makes the enum, the names of the `:` prompt
 * and of bindings, the default keys and the help screen.
 */
#ifndef VIEW_COMMAND_H
#define VIEW_COMMAND_H

#include "dateline/base/message.h"

/* The screens a command works in, or'ed. */
enum in_view {
	IN_INDEX = 1,
	IN_ARTICLE = 2,
	IN_RELATED = 4,
	IN_ROUND = 8,
	IN_SOURCES = 16,
	IN_HELP = 32,
	IN_SKIPPED = 64,
	IN_PEOPLE = 128,
	IN_PERSON = 256,
	IN_TIMELINE = 512,
	IN_DIFF = 1024,
	IN_LINKS = 2048,
	IN_QUOTES = 4096,
	IN_STATISTICS = 8192,
	IN_PLACES = 16384,
	IN_NOTES = 32768,
	IN_ALL = 65535,
	IN_NEWS = IN_INDEX | IN_ARTICLE,
	IN_WALK = IN_ARTICLE | IN_RELATED | IN_ROUND,
	IN_LISTS = IN_INDEX | IN_RELATED | IN_ROUND | IN_PERSON | IN_TIMELINE |
		   IN_NOTES | IN_QUOTES
};

/*
 * X(id, name, argument, default keys, screens, help). Keys are written as in
 * key.h, alternatives separated by a blank. Where peers disagree, keys follow
 * vi and less. An argument in [] may be left out. Names in N_() are hints at
 * the foot of the screen, where they are translated; commands are typed as
 * here.
 */
// clang-format off
#define COMMANDS(X) \
	X(DOWN, "down", "[N]", "j Down ^N", IN_ALL, \
		N_("one row or line down")) \
	X(UP, "up", "[N]", "k Up ^P", IN_ALL, \
		N_("one row or line up")) \
	X(READ_ON, "read-on", "", "Space", IN_ALL, \
		N_("one page down; at the end of an article, the next unread one")) \
	X(PAGE_DOWN, "page-down", "[N]", "PgDn ^F", IN_ALL, \
		N_("one page down")) \
	X(PAGE_UP, "page-up", "[N]", "b PgUp ^B", IN_ALL, \
		N_("one page up")) \
	X(HALF_DOWN, "half-down", "[N]", "^D", IN_ALL, \
		N_("half a page down")) \
	X(HALF_UP, "half-up", "[N]", "^U", IN_ALL, \
		N_("half a page up")) \
	X(FIRST, "first", "[N]", "gg Home", IN_ALL, \
		N_("to the first row or line; with a count, to that one")) \
	X(LAST, "last", "[N]", "G End", IN_ALL, \
		N_("to the last row or line; with a count, to that one")) \
	X(OPEN, N_("open"), "[N]", "Enter l Right", IN_ALL, \
		N_("open what the cursor is on; with a count, that row")) \
	X(LEAVE, N_("leave"), "", "q", IN_ALL, \
		N_("leave this screen; from the unfiltered index, quit")) \
	X(LEFT, "left", "", "h Left Backspace", IN_ALL, \
		N_("leave this screen, never the program")) \
	X(ESCAPE, "escape", "", "Esc", IN_ALL, \
		N_("end the search, the selection, or leave this screen")) \
	X(QUIT, N_("quit"), "", "Q ZZ", IN_ALL, \
		N_("quit")) \
	X(NEXT_PANE, N_("next-pane"), "", "Tab", IN_ALL, \
		N_("to the next pane; where there is one only, forward again")) \
	X(PREVIOUS_PANE, "previous-pane", "", "BackTab", IN_ALL, \
		N_("to the previous pane; where there is one only, back")) \
	X(BACK, "back", "[N]", "^O M-Left gb", IN_ALL, \
		N_("back to the screen visited before")) \
	X(FORWARD, "forward", "[N]", "M-Right gf", IN_ALL, \
		N_("forward again, after going back")) \
	X(NEXT_ARTICLE, "next-article", "[N]", "J", IN_ARTICLE, \
		N_("the next article of the list")) \
	X(PREVIOUS_ARTICLE, "previous-article", "[N]", "K", IN_ARTICLE, \
		N_("the previous article of the list")) \
	X(NEXT_IN_ROUND, "next-in-round", "[N]", "]", IN_WALK, \
		N_("the next article of the same round of events")) \
	X(PREVIOUS_IN_ROUND, "previous-in-round", "[N]", "[", IN_WALK, \
		N_("the previous article of the same round")) \
	X(NEXT_ROUND, N_("next-round"), "[N]", "}", IN_WALK, \
		N_("the next round of the same storyline")) \
	X(PREVIOUS_ROUND, "previous-round", "[N]", "{", IN_WALK, \
		N_("the previous round of the same storyline")) \
	X(NEXT_QUOTE, N_("next-quote"), "[N]", "\"", IN_ARTICLE, \
		N_("the next quote, and who says it")) \
	X(PREVIOUS_QUOTE, "previous-quote", "[N]", "'", IN_ARTICLE, \
		N_("the previous quote")) \
	X(PEOPLE, N_("people"), "", "p", \
		IN_NEWS | IN_RELATED | IN_ROUND | IN_PERSON, \
		N_("the people of this article: who they are, what they say")) \
	X(SPEAKERS, "speakers", "", "P", IN_ALL, \
		N_("all who are quoted in the archive")) \
	X(PERSON, N_("person"), "[NAME]", "gn", IN_ALL, \
		N_("all that somebody said; no name: who the cursor is on")) \
	X(QUOTES, "quotes", "", "gq", IN_ALL, \
		N_("all that is quoted in the archive, each utterance once")) \
	X(SAME_PERSON, "same-person", "NAME", "g+", IN_PERSON, \
		N_("correct: this is the person of that name")) \
	X(NOT_SAME_PERSON, "not-same-person", "[NAME]", "g-", IN_PERSON, \
		N_("correct: the name (or that of the row) is somebody else")) \
	X(SAME_ROUND, "same-round", "[TITLE]", "g+", \
		IN_NEWS | IN_RELATED | IN_ROUND, \
		N_("correct: its round and that of the marked article (or the title) are one")) \
	X(NOT_SAME_ROUND, "not-same-round", "", "g-", \
		IN_NEWS | IN_RELATED | IN_ROUND, \
		N_("correct: the article is not of this round")) \
	X(ROUND, N_("round"), "", "e", IN_ARTICLE | IN_LISTS | IN_DIFF, \
		N_("the round: who covered this event, who was quoted, what differs")) \
	X(RELATED, N_("related"), "", "a", IN_ARTICLE | IN_LISTS | IN_DIFF, \
		N_("what else covers this: round, copies, storyline, each with why")) \
	X(LINKS, "links", "", "U", IN_ARTICLE | IN_LISTS, \
		N_("the links of the article")) \
	X(TIMELINE, N_("timeline"), "", "E", IN_ARTICLE | IN_LISTS | IN_DIFF, \
		N_("the storyline in time: how much by day, week, month; its rounds")) \
	X(TIMELINE_ALL, "timeline-all", "", "t", IN_ALL, \
		N_("all articles of the index in time, or those of a source")) \
	X(STATISTICS, "statistics", "", "gi", IN_ALL, \
		N_("how much of what the index shows: by source, time, speaker …")) \
	X(PLACES, "places", "", "gl", IN_ALL, \
		N_("the places that articles are from, and those that speak")) \
	X(ZOOM_IN, N_("zoom-in"), "[N]", "+ =", IN_TIMELINE | IN_STATISTICS, \
		N_("finer: years, months, weeks, days")) \
	X(ZOOM_OUT, N_("zoom-out"), "[N]", "-", IN_TIMELINE | IN_STATISTICS, \
		N_("coarser")) \
	X(MARK, "mark", "", "m", IN_LISTS | IN_ARTICLE, \
		N_("mark the article, or no longer: what diff and same-round take with another")) \
	X(SELECT, "select", "[N]", "v", IN_LISTS, \
		N_("select the article, or no longer; read, star, later and tag take all selected")) \
	X(SELECT_ALL, "select-all", "", "^A", IN_LISTS, \
		N_("select all articles of the list, or none")) \
	X(TOGGLE_READ, "read", "", "r", IN_LISTS | IN_ARTICLE | IN_SOURCES, \
		N_("read, or unread again; opening an article makes it read")) \
	X(READ_ALL, "read-all", "", "R", IN_INDEX | IN_ROUND | IN_SOURCES, \
		N_("all of the list, the round or the source are read")) \
	X(NEXT_UNREAD, "next-unread", "[N]", ".", IN_LISTS | IN_ARTICLE, \
		N_("the next unread article")) \
	X(STAR, "star", "", "*", IN_LISTS | IN_ARTICLE | IN_SOURCES, \
		N_("star the article, or no longer")) \
	X(TAG, "tag", "NAME", "T", IN_LISTS | IN_ARTICLE | IN_SOURCES, \
		N_("give the article a tag, or take it off; Tab completes tags")) \
	X(LATER, "later", "", "L", IN_LISTS | IN_ARTICLE | IN_SOURCES, \
		N_("read the article later, or no longer; those are above the sources")) \
	X(NOTE, "note", "TEXT", "A", IN_LISTS | IN_ARTICLE, \
		N_("write a note on the article, or on the current quote; an empty one is none")) \
	X(NOTES, "notes", "", "gN", IN_ALL, \
		N_("all your notes, the latest first")) \
	X(DIFF, N_("diff"), "[N]", "D", IN_LISTS | IN_ARTICLE, \
		N_("compare word by word: with the marked article, that of number N " \
		"in the round, the original or the one before")) \
	X(TRANSLATION, "translation", "[N]", "x", IN_LISTS | IN_ARTICLE, \
		N_("the article beside its translation, where the archive has one; " \
		"of several, that of number N")) \
	X(NEXT_DIFFERENCE, N_("next-difference"), "[N]", "]c", IN_DIFF, \
		N_("the next paragraph that differs; n too, while there is no search")) \
	X(PREVIOUS_DIFFERENCE, N_("previous-difference"), "[N]", "[c", IN_DIFF, \
		N_("the one before")) \
	X(SEARCH, N_("search"), "TEXT", "/", IN_ALL, \
		N_("search on")) \
	X(SEARCH_BACK, "search-back", "TEXT", "\\", IN_ALL, \
		N_("search back")) \
	X(SEARCH_NEXT, "search-next", "[N]", "n", IN_ALL, \
		N_("the next hit")) \
	X(SEARCH_PREVIOUS, "search-previous", "[N]", "N", IN_ALL, \
		N_("the hit before")) \
	X(FILTER, N_("filter"), "TEXT", "f", \
		IN_NEWS | IN_PEOPLE | IN_QUOTES | IN_PLACES | IN_HELP, \
		N_("only what answers it: words, \"phrases\", said:NAME, date:2018-06 …; " \
		"among people, places: names; among quotes: of each quote; in the help: words; empty: all")) \
	X(CLEAR_FILTER, N_("clear-filter"), "", "F", \
		IN_INDEX | IN_SOURCES | IN_PEOPLE | IN_QUOTES | IN_PLACES | IN_HELP, \
		N_("all again")) \
	X(BROWSE, "browse", "ADDRESS", "o", IN_LISTS | IN_ARTICLE, \
		N_("its page in a browser, after showing the address")) \
	X(WRITE, "write", "FILE", "w", IN_LISTS | IN_ARTICLE, \
		N_("write it: text, Markdown, HTML, JSON; lists as CSV")) \
	X(PIPE, "pipe", "COMMAND", "|", IN_LISTS | IN_ARTICLE, \
		N_("give it, or all selected, to a shell command")) \
	X(COPY_QUOTE, "copy-quote", "", "yy", IN_LISTS | IN_ARTICLE, \
		N_("copy the quote or paragraph, with its source")) \
	X(COPY_CITATION, "copy-citation", "", "yc", IN_LISTS | IN_ARTICLE, \
		N_("copy a citation of the quote or the article")) \
	X(COPY_ADDRESS, "copy-address", "", "yu", IN_LISTS | IN_ARTICLE, \
		N_("copy the article's address")) \
	X(COPY_TITLE, "copy-title", "", "yt", IN_LISTS | IN_ARTICLE, \
		N_("copy its title")) \
	X(COPY_TEXT, "copy-text", "", "ya", IN_LISTS | IN_ARTICLE, \
		N_("copy its text")) \
	X(RELOAD, "reload", "", "F5", IN_ALL, \
		N_("read what is new or changed in the archive")) \
	X(UNDO, N_("undo"), "", "u", IN_ALL, \
		N_("undo the last correction or mark")) \
	X(REDO, "redo", "", "^R", IN_ALL, \
		N_("do again what was undone")) \
	X(GROUP, N_("group"), "[day|source|round|none]", "s", IN_INDEX, \
		N_("group the index by this, or by the next kind")) \
	X(BY_DAY, "by-day", "", "gd", IN_INDEX, \
		N_("group the index by day")) \
	X(BY_SOURCE, "by-source", "", "gs", IN_INDEX, \
		N_("group the index by source")) \
	X(BY_ROUND, "by-round", "", "gr", IN_INDEX, \
		N_("group the index by round")) \
	X(BEST_FIRST, "best-first", "", "g/", IN_INDEX, \
		N_("order what the filter finds by how well it answers")) \
	X(EXCERPTS, "excerpts", "", "gc", IN_INDEX, \
		N_("with the passages that the filter finds, or titles only")) \
	X(NEXT_GROUP, "next-group", "[N]", "]", IN_INDEX, \
		N_("the first article of the next day, source or round")) \
	X(PREVIOUS_GROUP, "previous-group", "[N]", "[", IN_INDEX, \
		N_("the first article of the day, source or round before")) \
	X(REVERSE, "reverse", "", "go", IN_INDEX, \
		N_("oldest first, or newest first again")) \
	X(SORT, "sort", "KEY…", "O", IN_INDEX, \
		N_("sort the groups' articles by keys, first one most: date source title " \
		"words author round unread starred rank; date-: the other way round")) \
	X(FOLD, "fold", "", "_", IN_INDEX | IN_SOURCES, \
		N_("fold the group or what is below the entry, or open it again")) \
	X(FOLD_ALL, "fold-all", "", "g_", IN_INDEX, \
		N_("fold all groups, or open all")) \
	X(COPIES, "copies", "[joined|apart]", "=", IN_INDEX, \
		N_("show or hide the copies of the article; apart: as rows of their own")) \
	X(SOURCES, "sources", "", "S", IN_ALL, \
		N_("your searches, the sources, days, rounds and speakers, to see one alone")) \
	X(SKIPPED, N_("skipped"), "", "!", IN_ALL, \
		N_("problems: files that could not be read, the configuration")) \
	X(WIDER, "wider", "[N]", ">", IN_ALL, \
		N_("wider text column")) \
	X(NARROWER, "narrower", "[N]", "<", IN_ALL, \
		N_("narrower text column")) \
	X(JUSTIFY, "justify", "", "gj", IN_ALL, \
		N_("lines of text that end at one column, or ragged ones again")) \
	X(PANES, "panes", "[1|2|3]", "gp", IN_ALL, \
		N_("so many panes at most (2gp: two); no number: as room allows")) \
	X(ZEN, "zen", "", "z", IN_ALL, \
		N_("only the text: one pane, no lines above and below")) \
	X(HELP, N_("help"), "[WORDS]", "? F1", IN_ALL, \
		N_("the keys of this screen; with words, what the help says of them")) \
	X(COMMAND, "command", "", ":", IN_ALL, \
		N_("type a command; Tab completes it")) \
	X(SET, "set", "[NAME=VALUE]", "", IN_ALL, \
		N_("change an option for this session; NAME says it, NAME! turns it")) \
	X(THEME, "theme", "[NAME]", "", IN_ALL, \
		N_("other colours; no name: say which")) \
	X(SOURCE, "source", "[FILE]", "", IN_ALL, \
		N_("read the configuration again, or a file over it")) \
	X(BIND, "bind", "KEYS [COMMANDS]", "", IN_ALL, \
		N_("bind keys for this session: bind ,x read; next-unread")) \
	X(UNBIND, "unbind", "KEYS", "", IN_ALL, \
		N_("let keys do nothing, for this session")) \
	X(REDRAW, "redraw", "", "^L", IN_ALL, \
		N_("paint the screen anew")) \
	X(SUSPEND, "suspend", "", "^Z", IN_ALL, \
		N_("to the background; fg comes back")) \
	X(STOP, "stop", "", "^C", IN_ALL, \
		N_("stop reading the archive; never quits"))
// clang-format on

enum command_id {
	COMMAND_NONE,
#define X(id, name, argument, keys, in, help) COMMAND_##id,
	COMMANDS(X)
#undef X
		COMMAND_COUNT
};

struct command {
	const char *name, *argument, *keys, *help;
	unsigned in;
};

/* By enum command_id; the first one, COMMAND_NONE, has no name. */
extern const struct command commands[COMMAND_COUNT];

/* The command of that name; COMMAND_NONE when there is none. */
enum command_id command_find(struct str name);

/* One use of a command. */
struct call {
	enum command_id id;
	uint32_t count; /* as typed before the key; 0: none */
	struct str argument;
};

/* How many times, when the count means that. */
static inline uint32_t call_times(const struct call *c)
{
	return c->count ? c->count : 1;
}

#endif
