/*
 * Interviews whose questions have no label: paragraphs that end in a question
 * mark, and what stands between them. Their marks of emphasis are not needed,
 * so page dumps are read as pages are.
 */
#ifndef DATELINE_SRC_ANALYSE_INTERVIEW_H
#define DATELINE_SRC_ANALYSE_INTERVIEW_H

#include "speakers.h"

struct interview {
	struct speaker answers; /* person PERSON_NONE: no interview */
	uint32_t first, last; /* tokens of its first and last question */
};

/*
 * True when the text is one, and who answers is known; fills *in. Not for
 * transcripts: their labels say more (labels.h).
 */
bool find_interview(struct work *w, struct interview *in);
/*
 * A paragraph or heading of an interview: true for a question, which nobody
 * is given, and for an answer, which becomes a quote.
 */
bool place_answer(struct work *w, const struct interview *in, struct span s,
	enum block_kind kind);
/*
 * Who answers: of the persons named in full before token `before`, writers of
 * the article aside, the only one or the one in the title, else whom the title
 * alone names. person PERSON_NONE: nobody can tell.
 */
struct speaker who_answers(struct work *w, uint32_t before);
/*
 * "JM:", the one person in the text or the byline with these initials;
 * PERSON_NONE: none, or several.
 */
uint32_t person_of_initials(struct work *w, uint32_t token);

#endif
