/* The query language in words: for the help, and what Tab completes of it. */
#ifndef VIEW_QUERY_OFFERS_H
#define VIEW_QUERY_OFFERS_H

#include "state.h"

struct query_help {
	const char *written; /* an example */
	const char *finds;
};
/* The i-th; NULL past the end. */
const struct query_help *query_help_at(size_t i);

/* The word that is being typed: a field, or the value of one. */
void offer_query(const struct app *app, struct str typed, struct prompt *p);
/* The topics of the help, and the commands. */
void offer_help(struct str typed, struct prompt *p);
/* Those of a list of words that begin as typed. */
void offer_words(struct str words, struct str typed, struct prompt *p);

#endif
