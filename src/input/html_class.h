/*
 * What the names of classes and ids say about an element, by the word lists of
 * lang/html. "article__shareTools" is the words article, share and tools; a
 * list may hold a word, two in a row ("share-tools") or, with "=" before it, a
 * whole name ("=tags"). Marked-up properties are entries like
 * "itemprop:author", "role:navigation", "rel:author".
 */
#ifndef DATELINE_SRC_INPUT_HTML_CLASS_H
#define DATELINE_SRC_INPUT_HTML_CLASS_H

#include "dateline/text/lexicon.h"

struct html_class {
	uint64_t lists; /* MARKUP_BITs */
	uint8_t hint; /* the strongest body hint, % of the container's value */
};

/* Remembers the last values seen: a page repeats few classes often. */
struct html_class_cache {
	const struct lexicon *markup; /* lexicon_markup() */
	struct {
		uint64_t hash;
		struct html_class class;
	} slots[512];
};

/* Adds what the value of a class or id attribute says. */
void html_class_add(struct html_class_cache *cache, struct str value,
	struct html_class *out);
/* Adds what a property says: kind is "itemprop:", "role:", "rel:", or "path:"
 * for a step of a link's address. */
void html_property_add(const struct lexicon *markup, struct str kind,
	struct str value, struct html_class *out);

#endif
