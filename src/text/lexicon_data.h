/* What lang/mklexicon.c makes of the word lists. */
#ifndef DATELINE_SRC_TEXT_LEXICON_DATA_H
#define DATELINE_SRC_TEXT_LEXICON_DATA_H

#include "dateline/text/lexicon.h"

extern const struct lexicon lexicon_data[];
extern const size_t lexicon_data_count;
/* Indices of the folders that every build has. */
extern const size_t lexicon_data_any, lexicon_data_en, lexicon_data_html;

#endif
