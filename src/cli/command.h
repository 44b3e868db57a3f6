/* One command a file; the table of them is in command.c. */
#ifndef DATELINE_SRC_CLI_COMMAND_H
#define DATELINE_SRC_CLI_COMMAND_H

#include "dateline/cli/cli.h"
#include "dateline/export/export.h"
#include "dateline/store/corrections.h"
#include "dateline/store/image.h"

/* What a command was asked for. */
struct request {
	const char *const *paths; /* files and folders */
	size_t n_paths;
	bool help, json, raw, by_date, opml;
	enum export_format format; /* JSON where json is; the last one named */
	struct str id, speaker, round, query; /* STR_NONE: not given */
	double min; /* least score of a related article; < 0: not given */
	unsigned threads;
	bool search; /* the command looks words up */
	bool state; /* what the reader corrected is obeyed */
	bool cache; /* an image that is current is used instead of reading */
	bool ascii; /* bars of ASCII only */
	const char *shared; /* the folder of images for all; NULL: none */
	unsigned allowed; /* enum permission */
	const char *place; /* --shared of `index`; NULL: the user's cache */
};

struct command {
	const char *name, *args, *help;
	const char *options; /* the letters of those it takes; see command.c */
	enum cli_status (*run)(const struct request *r);
};

enum cli_status command_check(const struct request *r);
enum cli_status command_extract(const struct request *r);
enum cli_status command_import_newsboat(const struct request *r);
enum cli_status command_index(const struct request *r);
enum cli_status command_list(const struct request *r);
enum cli_status command_notes(const struct request *r);
enum cli_status command_quotes(const struct request *r);
enum cli_status command_related(const struct request *r);
enum cli_status command_rounds(const struct request *r);
enum cli_status command_search(const struct request *r);
enum cli_status command_show(const struct request *r);
enum cli_status command_sources(const struct request *r);
enum cli_status command_speakers(const struct request *r);
enum cli_status command_stats(const struct request *r);

/* Adds "dateline: WHERE: WHY" to what is still to be said on stderr. */
void command_add_complaint(struct buf *out, struct str where, struct str why);

/* The archive, of its image or by reading; NULL, said on stderr, when it cannot
 * be read. The caller frees it. */
struct store *command_open(const struct request *r);
/* The same, saying on stderr what was skipped. */
struct store *command_load(const struct request *r);
/*
 * Opens what the reader corrected in the archive of a request, with its rounds
 * in the store. False when it cannot be read, which was said on stderr; *c is
 * without corrections then. corrections_release() it in any case.
 */
bool command_correct(
	const struct request *r, struct store *s, struct corrections *c);
/* Prints what was written in a format, and empties *b: texts go through
 * safe_fputs(), which knows no tabs: JSON and tables, whose cells are clean, as
 * they are. */
void command_put(struct buf *b, enum export_format format);
/* The status of a command that printed `found` things of s. */
enum cli_status command_status(const struct store *s, size_t found);
/* Loads the archive and prints it; `print` gives how many things it printed. */
enum cli_status command_print(const struct request *r,
	size_t (*print)(const struct store *s, const struct request *r));

#endif
