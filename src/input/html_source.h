/*
 * The bytes of a saved page, made small and harmless before a parser sees
 * them. Most of a page is scripts, styles, drawings, data: addresses and
 * attributes that say nothing about the article (60 % of 69 MB); none of it is
 * parsed. One pass, linear, whatever the bytes.
 */
#ifndef DATELINE_SRC_INPUT_HTML_SOURCE_H
#define DATELINE_SRC_INPUT_HTML_SOURCE_H

#include "dateline/base/buf.h"
#include "dateline/base/mem.h"

/*
 * What a parser is given at most; the rest of the page is left out, with a
 * warning. The largest of 446 pages keeps 0.5 MB.
 */
#define HTML_MAX_REDUCED ((size_t)8 << 20)

struct html_source {
	struct str raw; /* the page; slices below point into it */
	/*
	 * What is left, in the page's charset: tags with only the attributes
	 * that html_page reads, each once; references to C1 controls read as
	 * windows-1252; no comment but those that mark a link's end, no
	 * declaration, script, style or drawing; no white space next to a
	 * block's start tag, and of that between tags one character.
	 */
	struct buf html;
	VEC_OF(struct str) json; /* JSON-LD scripts, without their tags */
	struct str charset; /* as declared; STR_NONE when not */
	struct str address; /* "saved from url=", SingleFile's "url:" */
	VEC_OF(struct str) frames; /* the files a frameset puts together */
	bool has_fallback; /* a <noscript> or <noframes> */
	bool truncated; /* HTML_MAX_REDUCED was reached */
};

/*
 * Fills *s from raw, which must be an ASCII-compatible encoding. With
 * `fallback` what stands in <noscript> and <noframes> is kept.
 */
void html_reduce(struct html_source *s, struct str raw, bool fallback);
void html_source_release(struct html_source *s);

#endif
