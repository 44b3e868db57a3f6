/* Text for terminals that show ASCII only. */
#ifndef DATELINE_TEXT_TRANSLIT_H
#define DATELINE_TEXT_TRANSLIT_H

#include "dateline/base/str.h"

/*
 * The ASCII character that stands for a cluster (not empty) of clean text:
 * letters lose their accents, typographic marks and lines become those that
 * typists use; '?' for all others. One for one, so columns stay.
 */
char text_to_ascii(struct str cluster);

#endif
