/*
 * A saved page as flat arrays: its elements, its blocks of text, its metadata.
 * Filled by libxml2's SAX parser; there is no tree. Every later pass is a walk
 * over these arrays.
 */
#ifndef DATELINE_SRC_INPUT_HTML_PAGE_H
#define DATELINE_SRC_INPUT_HTML_PAGE_H

#include "dateline/base/buf.h"
#include "dateline/base/mem.h"
#include "dateline/text/lexicon.h"
#include "input/html_tag.h"

/*
 * Elements kept at most; the text behind is left out, with a warning. The
 * largest of 2 036 real pages has 27 747.
 */
#define HTML_MAX_ELEMENTS 500000

/*
 * Open elements at most, for the same reason: libxml2's cost of an end tag
 * that matches nothing grows with them. No real page of 2 036 reaches 256.
 */
#define HTML_MAX_DEPTH 4096

#define HTML_NONE UINT32_MAX

/* What a place in the page is inside of: inherited from parent to child. */
enum html_state {
	IN_SKIPPED = 2, /* not text: head, form controls, noscript */
	IN_QUOTE = 4,
	IN_LIST = 8,
	IN_CAPTION = 16,
	IN_TABLE = 32, /* a cell */
	IN_PRE = 64,
	IN_HEADING = 128,
	IN_PARAGRAPH = 256, /* p, blockquote, pre, dd */
	IN_ARTICLE = 512, /* article, main */
	IN_TITLE = 1024 /* <title> */
};

/* Lists of names of what holds nothing of the article, however much it is. */
#define HTML_NOT_ARTICLE \
	(MARKUP_BIT(MARKUP_boiler_strong) | MARKUP_BIT(MARKUP_comments))

struct html_element {
	uint64_t lists; /* MARKUP_BITs of its class, id, itemprop, role, rel */
	uint32_t parent; /* before it in the array; the root's is itself */
	uint32_t block, block_end; /* the blocks all of whose text it holds */
	uint32_t text, text_end; /* bytes of html_page.text */
	uint16_t state; /* of what is inside it */
	uint8_t tag;
	uint8_t hint; /* strength of its body hint, % (see body_hint.tsv) */
	bool hidden;
};

struct html_block {
	uint32_t element; /* the innermost one its text starts in */
	uint32_t start, end; /* bytes of html_page.text */
	uint32_t chars, link_chars; /* code points */
	uint16_t commas;
	uint16_t state;
};

/* Code points; longer ones are words themselves. */
#define HTML_MAX_SIGNATURE 120

/* A <meta>, or a value the page marks by other means. */
struct html_meta {
	struct str name, value; /* name folded to lower case */
};

/* A date or time marked as such: <time>, <abbr title>. */
struct html_time {
	struct str value;
	uint32_t element;
};

/* <link rel=alternate hreflang>: the page in another language. */
struct html_alternate {
	struct str lang, href;
};
/* A site of many countries names each page in all: one a language, and so
 * many at most. */
#define HTML_MAX_ALTERNATES 8
/* An <a href>. */
struct html_link {
	struct str href;
	uint32_t start, end; /* bytes of html_page.text; may be empty */
};

struct html_page {
	struct arena *arena;
	struct buf text; /* the blocks, a line end between two */
	VEC_OF(struct html_element) elements;
	VEC_OF(struct html_block) blocks;
	VEC_OF(struct html_meta) metas;
	VEC_OF(struct html_time) times;
	VEC_OF(struct html_link) links; /* ascending, not overlapping */
	struct buf title; /* <title> */
	struct str lang, canonical;
	VEC_OF(struct html_alternate) alternates;
	bool truncated; /* one of the limits above was reached */
};

/* Parses reduced UTF-8 (see html_source.h). Strings go to the arena. */
void html_parse(struct html_page *page, struct str html, struct arena *arena);
void html_page_release(struct html_page *page);

static inline struct str html_block_text(
	const struct html_page *page, const struct html_block *b)
{
	return str_slice(buf_str(&page->text), b->start, b->end);
}

static inline struct str html_element_text(
	const struct html_page *page, const struct html_element *e)
{
	return str_trim(str_slice(buf_str(&page->text), e->text, e->text_end));
}

/* Whose words a quote set off are, and no byline: "— A. Name, 1 May". */
static inline bool html_signs_quote(
	const struct html_page *page, const struct html_block *b)
{
	struct str text = html_block_text(page, b);

	return (b->state & IN_QUOTE) && b->chars <= HTML_MAX_SIGNATURE &&
	       (str_starts(text, STR("—")) || str_starts(text, STR("–")));
}

#endif
