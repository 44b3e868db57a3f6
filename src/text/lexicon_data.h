/* What lang/mklexicon.c makes of the word lists. */
#ifndef DATELINE_SRC_TEXT_LEXICON_DATA_H
#define DATELINE_SRC_TEXT_LEXICON_DATA_H

#include "dateline/text/lexicon.h"

/* The languages, and among them those with a name in the code. */
extern const struct lexicon lexicon_data[];
extern const size_t lexicon_data_count;
extern const struct lexicon *const lexicon_data_en, *const lexicon_data_any;
/* lang/html. */
extern const struct lexicon lexicon_data_html;
/* The names of months and weekdays of all languages. */
extern const struct lexicon lexicon_data_calendar;
/* The stop words of all languages: bit k of an entry's lists is language k. */
extern const struct lexicon lexicon_data_stop;

#endif
