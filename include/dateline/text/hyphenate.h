/*
 * Parting words at the ends of lines, by the patterns of the word's language
 * (Liang, "Word Hy-phen-a-tion by Com-put-er", 1983) that other programs have
 * installed for libhyphen. Spelling never changes: where a language wants other
 * letters at a break, there is none.
 */
#ifndef DATELINE_TEXT_HYPHENATE_H
#define DATELINE_TEXT_HYPHENATE_H

#include "dateline/base/str.h"

/* Where Debian's hyphen-* packages put them, as Fedora and Arch do. */
#define HYPHEN_FOLDER "/usr/share/hyphen"

/* The patterns of one language. */
struct hyphenator;

/* Those of a folder, each read when its language is first asked for: 43 million
 * instructions for en_US, some 10 ms (callgrind); hyphenating nine articles
 * besides is lost in the noise. */
struct hyphen_shelf;

struct hyphen_shelf *hyphen_shelf_new(const char *folder);
void hyphen_shelf_free(struct hyphen_shelf *shelf);
/*
 * The patterns for a language tag (BCP 47: "de", "de-AT"): those of the tag
 * itself, else those of the language, or of the first country by name that
 * has some ("en": en_GB). NULL when there are none, or they cannot be read: the
 * folder is asked once for each language.
 */
const struct hyphenator *hyphen_shelf_find(
	struct hyphen_shelf *shelf, struct str lang);
/* The i-th language that was asked for in vain; false past the end. */
bool hyphen_shelf_missing(
	const struct hyphen_shelf *shelf, size_t i, struct str *lang);

/*
 * The last place in `word`, in bytes and at most `max`, where it may be parted;
 * 0: nowhere. Quotation and other marks may stand around it. Words with
 * anything but letters and apostrophes inside (addresses, numbers, names of
 * files) are not parted, nor are those of more than 50 letters.
 */
size_t hyphenate(const struct hyphenator *h, struct str word, size_t max);

#endif
