/* Character references that libxml2 2.9 reads wrongly or not at all. */
#ifndef DATELINE_SRC_INPUT_HTML_ENTITY_H
#define DATELINE_SRC_INPUT_HTML_ENTITY_H

#include "dateline/base/buf.h"

/*
 * Appends text to *out with such references made decimal ones: &#128; …
 * &#159; mean windows-1252 (HTML standard, 13.2.5.80), &#0; U+FFFD, and names
 * that came with HTML 5 (&ccaron;, &hellip; is older) their code point.
 * NUL bytes, which end a text for libxml2, are left out.
 */
void html_copy_references(struct buf *out, struct str text);

/* Appends s with every character reference read. */
void html_decode(struct buf *out, struct str s);

#endif
