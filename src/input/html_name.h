/* Names of authors in the values and lines of a page. */
#ifndef DATELINE_SRC_INPUT_HTML_NAME_H
#define DATELINE_SRC_INPUT_HTML_NAME_H

#include "input/html_reader.h"

#define HTML_MAX_BYLINE 200 /* bytes of an element that is a byline */
#define HTML_MAX_NAME 80

/* What to take of a value. */
enum html_names {
	FORM_NAMES, /* names, perhaps behind "By" */
	FORM_DECLARED, /* the same, but not the outlet's */
	FORM_SHOWN, /* the same, and they look like names */
	FORM_BYLINE, /* only what says "By" */
	FORM_WHOLE /* one author, who need be no person */
};

/* Adds the authors in a value to the byline; false when it names none. */
bool html_take_author(
	struct html_reader *r, struct str value, enum html_names form);
/* True for a first name. */
bool html_is_given_name(const struct html_reader *r, struct str word);
/* True when the byline has the name. */
bool html_has_author(const struct html_reader *r, struct str name);

#endif
