/*
 * The cleaned document: what one article says, in one contiguous sanitised NFC
 * UTF-8 text, with blocks as byte ranges in it. Every string is clean (see
 * sanitize.h) and lives in the arena the builder was given.
 */
#ifndef DATELINE_DOC_DOC_H
#define DATELINE_DOC_DOC_H

#include "dateline/base/mem.h"
#include "dateline/text/date.h"

/* Names in doc_block_names[], in this order; scripts read them. */
enum block_kind {
	BLOCK_PARAGRAPH,
	BLOCK_HEADING,
	BLOCK_QUOTE, /* set off by its page: <blockquote> */
	BLOCK_LIST, /* one item */
	BLOCK_CAPTION,
	BLOCK_NOTE, /* "(Additional reporting by …)", corrections */
	BLOCK_STANDFIRST, /* a lead of its own above the first paragraph */
	BLOCK_TABLE, /* one row */
	BLOCK_KINDS
};

struct block {
	uint32_t start, end;
	uint32_t kind; /* enum block_kind; wide, so that no byte is padding */
};

/* A stretch of the text that leads elsewhere. */
struct doc_link {
	struct range span; /* bytes, on characters; not empty */
	struct str url; /* clean, absolute: http or https */
};

/* Where the date comes from; names in doc_basis_names[]. */
enum date_basis {
	BASIS_NONE,
	BASIS_METADATA,
	BASIS_ADDRESS, /* a day in the page's address */
	BASIS_TEXT,
	BASIS_SIDECAR,
	BASIS_ESTIMATED, /* from related articles; always shown as "~" */
	BASIS_KINDS
};

extern const char *const doc_block_names[BLOCK_KINDS];
extern const char *const doc_basis_names[BASIS_KINDS];

struct doc {
	struct str id; /* path inside the archive, #n, or the id given */
	struct str path; /* of the file, as given, clean */
	struct str title, source, site, dateline, lang, url;
	struct str *byline;
	struct str *translations; /* addresses or ids of the article in other
				     languages, as it says itself */
	struct str *warnings; /* for `dateline check`; one sentence each */
	struct str text;
	struct block *blocks; /* ascending, not overlapping */
	struct doc_link *links; /* the same */
	size_t n_byline, n_translations, n_warnings, n_blocks, n_links;
	struct date date; /* year 0 when unknown */
	struct date
		hint; /* what the text says without a year: month and day
			 of the dateline, weekday of the lead; 0 = not said */
	uint8_t date_basis;
	bool given; /* the text came clean (JSON lines): offsets refer to it */
};

/* Builds one document; fields of `doc` may be set directly with clean text. */
struct doc_builder {
	struct arena *arena;
	struct doc doc;
	struct buf text;
	VEC_OF(struct block) blocks;
	VEC_OF(struct doc_link) links;
	VEC_OF(struct str) byline, translations, warnings;
};

void doc_begin(struct doc_builder *b, struct arena *arena);
/*
 * Appends a block, cleaned to one line; what is empty after cleaning is not
 * added (false). Blocks are separated by an empty line in the text.
 */
bool doc_add(struct doc_builder *b, enum block_kind kind, struct str text);
/* The same, keeping line ends inside (verse, <pre>). */
bool doc_add_lines(struct doc_builder *b, enum block_kind kind, struct str s);
/*
 * Puts links on the block added last (doc_links.c). `raw` is what it was added
 * from; the spans are ascending bytes of that, the addresses must live as long
 * as the arena. Cleaning moves characters: a link is left out whose text is not
 * found again where it should be.
 */
void doc_add_links(struct doc_builder *b, struct str raw,
	const struct doc_link *links, size_t n);
void doc_add_byline(struct doc_builder *b, struct str name);
void doc_add_translation(struct doc_builder *b, struct str where);
void doc_warn(struct doc_builder *b, const char *format, ...) PRINTF_LIKE(2, 3);
/* Cleans a value to one line into the arena; empty gives STR_NONE. */
struct str doc_clean(struct doc_builder *b, struct str value);
/* Takes text as it is (offsets in code points stay), a block a line. */
void doc_take_text(struct doc_builder *b, struct str text);
/* Moves what was built into the arena; the builder is empty afterwards. */
struct doc *doc_end(struct doc_builder *b);
/* Drops what was built. */
void doc_abort(struct doc_builder *b);

/* The text as code points: offset of byte `at`. For JSON output; calls must
 * come with ascending `at` (start from {0}). */
struct doc_counter {
	uint32_t byte, points;
};
uint32_t doc_points(struct str text, struct doc_counter *c, uint32_t at);

#endif
