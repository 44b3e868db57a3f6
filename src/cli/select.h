/* The articles, rounds and speakers a command's options name. */
#ifndef DATELINE_SRC_CLI_SELECT_H
#define DATELINE_SRC_CLI_SELECT_H

#include "command.h"

#include "dateline/store/people.h"

/* Which quotes and speakers a command shows. */
struct selection {
	const struct store *store;
	struct people people; /* of the store */
	bool json, ascii;
	enum export_format format;
	uint32_t round; /* STORE_NONE: all */
	struct str speaker; /* folded; STR_NONE: all */
	struct arena arena;
};

/* False, said on stderr, when there is no such round. */
bool selection_begin(
	struct selection *x, const struct store *s, const struct request *r);
/* A whole command: loads the archive and prints what is selected of it with
 * `print`, which says how many things it printed. */
enum cli_status selection_run(
	const struct request *r, size_t (*print)(const struct selection *x));
bool selection_has_article(const struct selection *x, uint32_t article);
/* True when one of the names of an identity (in people.list; STORE_NONE:
 * nobody) holds what was asked for: "marrend" is in "Ilse Marrend". */
bool selection_has_speaker(const struct selection *x, uint32_t identity);
void selection_release(struct selection *x);

/*
 * The article with this id, or the only one whose id starts, else ends, else
 * is somewhere the same. STORE_NONE, said on stderr, when there is none or
 * more than one.
 */
uint32_t select_article(const struct store *s, struct str id);

#endif
