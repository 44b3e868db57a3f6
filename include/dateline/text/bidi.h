/* Right-to-left text (UAX #9). The program's own screens are in logical order
 * and leave reordering to terminals that do it. */
#ifndef DATELINE_TEXT_BIDI_H
#define DATELINE_TEXT_BIDI_H

#include "dateline/base/str.h"

/* Whether s has letters of Hebrew, Arabic or another script written from right
 * to left: what stands behind it on the line could be drawn before it. */
bool text_has_rtl(struct str s);

#endif
