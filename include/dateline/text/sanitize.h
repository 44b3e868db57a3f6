/*
 * The one gate through which outside text enters: after it no control, bidi,
 * tag or other invisible character that a terminal or a reader could be fooled
 * with exists in any title, name, path or body. See doc/decisions.md and, for
 * the class of attack, CVE-2021-42574 and CVE-2003-0063.
 *
 * Kept: U+000A (in bodies), U+0020 …, U+00AD soft hyphens, ZWJ and ZWNJ
 * between non-ASCII characters (emoji sequences, Persian), variation
 * selectors after a character. White space other than line ends becomes U+0020
 * (U+00A0 and U+202F stay). Line ends (CR, CRLF, NEL, LS, PS, VT, FF) become
 * U+000A. Bad bytes become U+FFFD. At most 4 combining marks stay on one base.
 */
#ifndef DATELINE_TEXT_SANITIZE_H
#define DATELINE_TEXT_SANITIZE_H

#include "dateline/base/buf.h"
#include "dateline/base/mem.h"

#include <stdio.h>

enum sanitize {
	SANITIZE_TEXT, /* NFC; line ends kept */
	SANITIZE_LINE, /* NFC; one line: runs of white space become one space,
			  none at the ends */
	SANITIZE_SAME_LENGTH /* no NFC; each unwanted code point becomes one
				U+0020, or U+FFFD where nothing is visible, so
				offsets in code points still hold */
};

/* Appends the clean form of `in` (any bytes, meant as UTF-8) to *out. */
void text_sanitize(struct buf *out, struct str in, enum sanitize how);
/* The same as a copy in the arena; STR_NONE stays STR_NONE. */
struct str text_clean(struct arena *a, struct str in, enum sanitize how);
/* True for a code point that never enters: C0 and C1 controls (line ends and
 * tabs included), DEL, bidi controls, tags, U+FEFF, non-characters, … */
bool text_is_forbidden(uint32_t cp);
/* True for what cleaning leaves in its number and order: no white space, marks,
 * joiners or controls. */
bool text_is_lasting(uint32_t cp);

/*
 * A file's name or path for the screen and for ids: code points that are
 * forbidden and bytes that are no UTF-8 are written as \xHH, a byte each; the
 * rest stays as it is, in no normal form, so that different names stay so.
 */
struct str text_clean_path(struct arena *a, struct str path);

/*
 * Writes s to a stdio stream that may be a terminal, with forbidden code
 * points and bad bytes as U+FFFD. The only way text from outside (names, paths,
 * messages of libraries) reaches stdout or stderr.
 */
void safe_fputs(struct str s, FILE *f);
void safe_printf(FILE *f, const char *format, ...) PRINTF_LIKE(2, 3);

#endif
