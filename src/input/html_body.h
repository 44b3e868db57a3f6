/* The article's blocks while they are chosen. Private to html_body.c and
 * html_{trim,repeat,row,entry,anchor}.c. */
#ifndef DATELINE_SRC_INPUT_HTML_BODY_H
#define DATELINE_SRC_INPUT_HTML_BODY_H

#include "input/html_reader.h"

/* Per cent, or characters: doc/saved-pages.md. */
#define BLOCK_LINKS 60
#define SHORT_LINKS 34
#define SHORT_CHARS 90
#define LEAD_MIN 55

struct html_body {
	struct html_reader *r;
	const struct html_element *container;
	bool *drop; /* by block */
	uint8_t *rows; /* by element: what html_data_row() found */
	uint32_t first, end; /* blocks of the container */
	unsigned outside; /* states that the container is itself in */
	uint32_t chars; /* of what was added */
	bool live; /* a live blog */
	unsigned tails; /* headings that were asked what they open */
};

static inline struct str html_body_text(const struct html_body *b, uint32_t i)
{
	return html_block_text(&b->r->page, &b->r->page.blocks.v[i]);
}

/* True when the block leads elsewhere: a teaser, a menu's entry. */
static inline bool html_is_linked_away(const struct html_block *b)
{
	return html_is_linked(b, BLOCK_LINKS) ||
	       (b->chars < SHORT_CHARS && html_is_linked(b, SHORT_LINKS));
}

/* Keeps the times that open the entries of a live blog. */
void html_find_entries(struct html_body *b);
bool html_is_entry_time(const struct html_body *b, uint32_t block);
/* The row of a table of data that the block is a cell of, or HTML_NONE. */
uint32_t html_data_row(const struct html_body *b, uint32_t block);
/* True for a cell of such a row when most of its cells are no links. */
bool html_is_data_cell(const struct html_body *b, uint32_t block);
/* Marks the second and later ones of equal blocks of some length. */
void html_drop_repeats(struct html_body *b);
/* Marks the quotes whose words another block has as well. */
void html_drop_pull_quotes(struct html_body *b);
/* Marks the blocks of the container that are not the article's text. */
void html_trim(struct html_body *b);
/* Its larger steps: what leads elsewhere; what follows the article, from its
 * heading on. */
void html_drop_links(struct html_body *b);
void html_drop_tail(struct html_body *b);

/* Puts the links of a block on the block of the document added last. */
void html_add_links(struct html_body *b, uint32_t block);
void html_drop_range(struct html_body *b, uint32_t from, uint32_t to);
/* The characters that are not marked so far. */
uint32_t html_kept_chars(const struct html_body *b);

#endif
