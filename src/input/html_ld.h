/* What a page's JSON-LD says of its article (schema.org/NewsArticle). */
#ifndef DATELINE_SRC_INPUT_HTML_LD_H
#define DATELINE_SRC_INPUT_HTML_LD_H

#include "dateline/base/mem.h"

#define HTML_LD_MAX_AUTHORS 16

struct html_ld_author {
	struct str name;
	bool is_body; /* said to be an organisation or a site, no person */
};

struct html_ld {
	struct str headline, published, modified, created, publisher, body, url,
		lang;
	struct html_ld_author authors[HTML_LD_MAX_AUTHORS];
	size_t n_authors;
};

/*
 * Reads the n scripts (bytes in the page's charset, as declared) into *out;
 * strings, with their character references read, go to the arena. What is not
 * JSON is passed over.
 */
void html_ld_read(const struct str *scripts, size_t n, struct str charset,
	struct arena *arena, struct html_ld *out);

#endif
