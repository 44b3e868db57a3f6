/*
 * Words as searching knows them: runs of letters and digits, so that "O'Neil",
 * "Kazemi-Qomi" and "1,500" are two words each, in a text and in a query alike.
 * Scripts that are written without blanks (Han, Kana, Thai …) have a word a
 * character: a search for several of them is a search for a phrase.
 */
#ifndef DATELINE_TEXT_WORDS_H
#define DATELINE_TEXT_WORDS_H

#include "dateline/base/str.h"

/*
 * The first word at or after byte `from`: its bytes, accents and invisible
 * characters inside it included. False when there is none. text_fold() of the
 * bytes makes words comparable.
 */
bool word_next(struct str text, size_t from, struct range *word);

#endif
