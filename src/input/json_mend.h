/* JSON that is valid but that jansson refuses, made readable. */
#ifndef DATELINE_SRC_INPUT_JSON_MEND_H
#define DATELINE_SRC_INPUT_JSON_MEND_H

#include "dateline/base/buf.h"

/*
 * Gives s, or a mended copy in *scratch:
 * - escapes of lone surrogates, left behind by programs that truncate, become
 *   \uFFFD (RFC 8259, section 8.2, leaves their meaning open);
 * - numbers with an exponent or more than 15 characters, which may not fit a
 *   machine's number, become strings of the same characters.
 */
struct str json_mend(struct str s, struct buf *scratch);

#endif
