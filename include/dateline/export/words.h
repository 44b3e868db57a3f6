/* Words for people: paragraphs, days, what somebody said. */
#ifndef DATELINE_EXPORT_WORDS_H
#define DATELINE_EXPORT_WORDS_H

#include "dateline/analyse/analysis.h"

/* Appends s in lines of `columns` at most, each after `indent`; 0: unwrapped.
 * An empty s appends nothing. */
void text_paragraph(
	struct buf *out, struct str s, struct str indent, int columns);
/* Appends the day of an article as far as it is known, "~" before an estimate.
 */
void text_date(struct buf *out, struct date d, enum date_basis basis);
/* Whether the words are the speaker's own from end to end, so that marks go
 * around them: those that are not have marks where the article has. */
bool text_is_quoted(enum quote_kind kind, struct str words);
/* Appends what was said, with these marks. */
void text_quote(struct buf *out, struct str words, enum quote_kind kind);
/* Appends a speaker's name; STR_NONE is "?"; reported speech is said to be. */
void text_speaker(struct buf *out, struct str name, enum quote_kind kind);

#endif
