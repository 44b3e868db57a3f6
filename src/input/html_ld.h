/* What a page's JSON-LD says of its article (schema.org/NewsArticle). */
#ifndef DATELINE_SRC_INPUT_HTML_LD_H
#define DATELINE_SRC_INPUT_HTML_LD_H

#include "input/html_source.h"

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
 * Reads the page's scripts into *out; strings, with their character references
 * read, go to the arena. What is not JSON is passed over. Of several articles
 * the one is taken whose headline stands in `title`, the page's <title>.
 */
void html_ld_read(const struct html_source *source, struct str title,
	struct arena *arena, struct html_ld *out);

#endif
