/* What the passes over one saved page share. Private to src/input/html*.c. */
#ifndef DATELINE_SRC_INPUT_HTML_READER_H
#define DATELINE_SRC_INPUT_HTML_READER_H

#include "dateline/input/input.h"
#include "input/html_ld.h"
#include "input/html_page.h"
#include "input/html_select.h"
#include "input/html_source.h"

struct html_reader {
	struct arena *arena;
	struct html_source source;
	struct html_page page;
	struct html_ld ld;
	struct html_selection pick;
	const struct lexicon *lex; /* of the page's language */
	struct str site; /* the outlet's name, for telling it from titles and
			    authors */
	struct str title;
	uint32_t title_block; /* where the title stands; HTML_NONE: nowhere */
	struct doc_builder doc;
	struct buf key[2]; /* scratch for html_key */
};

/*
 * The letters and digits of s, folded, with one space between words: equal
 * keys mean the same line however it is set. Appends to *out.
 */
void html_key(struct buf *out, struct str s);
/* True when a and b have the same key. */
bool html_same(struct html_reader *r, struct str a, struct str b);

/* The value of the best-ranked <meta> of a list, from rank `from` up. */
struct str html_meta_value(const struct html_reader *r, enum markup_list list,
	unsigned from, unsigned *rank);

/* The host of an address, without "www." and a port. */
struct str html_host(struct str url);

/* The site's name at an end of a line (its <title>, its name with a motto),
 * when it says the host's name; or STR_NONE. */
struct str html_site_in(struct html_reader *r, struct str line);

/* Each fills its fields of r->doc.doc. */
void html_read_language(struct html_reader *r); /* and r->lex */
void html_read_address(struct html_reader *r);
void html_read_translations(struct html_reader *r); /* once it is known */
void html_read_site(struct html_reader *r);
void html_read_title(struct html_reader *r);
void html_read_authors(struct html_reader *r);
void html_read_date(struct html_reader *r);
/* Adds the blocks of the article. */
void html_read_body(struct html_reader *r);

#endif
