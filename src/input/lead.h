/*
 * What news prose itself says at its top and bottom, whatever the format: the
 * dateline, the agency, the byline, notes and signatures. Shared by the
 * readers.
 */
#ifndef DATELINE_SRC_INPUT_LEAD_H
#define DATELINE_SRC_INPUT_LEAD_H

#include "dateline/doc/doc.h"

/*
 * Reads a dateline at the start of a paragraph: "LIMA (Reuters) – ",
 * "Quito, Ecuador, June 9 – ". Gives its length in bytes (0: none) and fills
 * the place, the agency (STR_NONE when not said) and the day as far as it is
 * said.
 */
struct dateline {
	struct str place, agency;
	struct date date;
	size_t length; /* with the dash and the space behind it */
};
bool lead_dateline(
	struct str paragraph, const struct lexicon *lex, struct dateline *out);

/*
 * Reads a byline: "By Ana Ruiz and Tom Okoro", "By A. Writer,
 * Staff", "— Herald staff writers in Lima": the names go to b. False when s is
 * not one.
 */
bool lead_byline(
	struct doc_builder *b, struct str s, const struct lexicon *lex);
/*
 * A line of names with no "By": "Ana Ruiz", "Ana Ruiz and Tom Okoro". It may be
 * a menu's as well, so ask only where a byline may stand.
 */
bool lead_is_name_line(struct str s, const struct lexicon *lex);
bool lead_name_line(
	struct doc_builder *b, struct str s, const struct lexicon *lex);
/* What a line names up to a date, bar or bracket: "rivergirl on 2 May". */
struct str lead_before_date(struct str s);
/* The same for the value of a metadata field: names without "By". */
void lead_authors(
	struct doc_builder *b, struct str value, const struct lexicon *lex);

/* "(Additional reporting by …)", "Editing by …", corrections. */
bool lead_is_note(struct str s, const struct lexicon *lex);
/* "Photo: …", "… Credit: …". */
bool lead_is_caption(struct str s, const struct lexicon *lex);
/* The text of a caption without the credit at its end ("Credit: A. Name"). */
struct str lead_caption(struct str s, const struct lexicon *lex);
/* The heading of what follows an article: "Latest news", "Must read". */
bool lead_is_tail_heading(struct str s, const struct lexicon *lex);

/*
 * Fills in what the finished text says and the fields do not: dateline,
 * source from the agency (unless one other than the site is known), language,
 * the hint of the date (month and day of the dateline, weekday named in the
 * first two paragraphs). The first paragraph's block starts behind its
 * dateline; the text stays whole. Called by every reader just before doc_end().
 */
void lead_complete(struct doc_builder *b);

#endif
