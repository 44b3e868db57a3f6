/* Classes of words and marks, for the model of what a verb reports. */
#ifndef DATELINE_SRC_ANALYSE_TOKEN_CLASS_H
#define DATELINE_SRC_ANALYSE_TOKEN_CLASS_H

#include "dateline/text/weights.h"
#include "grammar.h"

/* The first class that fits token i. */
enum token_class token_class(const struct work *w, uint32_t i);

/* A mark outside quotation marks. */
static inline bool is_mark_class(unsigned c)
{
	return c >= CLASS_comma && c <= CLASS_mark;
}

/* A verb, as far as lists and endings tell. */
static inline bool is_verb_class(unsigned c)
{
	return c == CLASS_be || c == CLASS_auxiliary || c == CLASS_reporting ||
	       c == CLASS_verb || c == CLASS_past;
}

#endif
