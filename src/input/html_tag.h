/* The elements of HTML that the reader of saved pages tells apart. */
#ifndef DATELINE_SRC_INPUT_HTML_TAG_H
#define DATELINE_SRC_INPUT_HTML_TAG_H

#include "dateline/base/str.h"

/* What an element does to the text inside or around it. */
enum html_trait {
	TRAIT_BLOCK = 1, /* starts and ends a block */
	TRAIT_HIDDEN = 2, /* what it holds is not text of the page */
	TRAIT_RAW = 4, /* cut with all it holds before parsing */
	TRAIT_DROP = 8, /* the tag is cut before parsing */
	TRAIT_HEADING = 16
};

/* X(element, traits), by name: html_tag_find() searches it. */
// clang-format off
#define HTML_TAGS(X) \
	X(a, 0) \
	X(abbr, 0) \
	X(address, TRAIT_BLOCK) \
	X(applet, TRAIT_RAW) \
	X(area, TRAIT_DROP) \
	X(article, TRAIT_BLOCK) \
	X(aside, TRAIT_BLOCK) \
	X(audio, TRAIT_RAW) \
	X(base, 0) \
	X(blockquote, TRAIT_BLOCK) \
	X(body, TRAIT_BLOCK) \
	X(br, 0) \
	X(button, TRAIT_RAW) \
	X(canvas, TRAIT_RAW) \
	X(caption, TRAIT_BLOCK) \
	X(center, TRAIT_BLOCK) \
	X(col, TRAIT_DROP) \
	X(dd, TRAIT_BLOCK) \
	X(details, TRAIT_BLOCK) \
	X(dir, TRAIT_BLOCK) \
	X(div, TRAIT_BLOCK) \
	X(dl, TRAIT_BLOCK) \
	X(dt, TRAIT_BLOCK) \
	X(embed, TRAIT_DROP) \
	X(fieldset, TRAIT_BLOCK) \
	X(figcaption, TRAIT_BLOCK) \
	X(figure, TRAIT_BLOCK) \
	X(footer, TRAIT_BLOCK) \
	X(form, TRAIT_BLOCK) \
	X(frame, TRAIT_DROP) \
	X(h1, TRAIT_BLOCK | TRAIT_HEADING) \
	X(h2, TRAIT_BLOCK | TRAIT_HEADING) \
	X(h3, TRAIT_BLOCK | TRAIT_HEADING) \
	X(h4, TRAIT_BLOCK | TRAIT_HEADING) \
	X(h5, TRAIT_BLOCK | TRAIT_HEADING) \
	X(h6, TRAIT_BLOCK | TRAIT_HEADING) \
	X(head, 0) \
	X(header, TRAIT_BLOCK) \
	X(hgroup, TRAIT_BLOCK) \
	X(hr, TRAIT_BLOCK) \
	X(html, 0) \
	X(iframe, TRAIT_RAW) \
	X(img, TRAIT_DROP) \
	X(input, TRAIT_DROP) \
	X(label, 0) \
	X(legend, TRAIT_BLOCK) \
	X(li, TRAIT_BLOCK) \
	X(link, 0) \
	X(main, TRAIT_BLOCK) \
	X(menu, TRAIT_BLOCK) \
	X(meta, 0) \
	X(nav, TRAIT_BLOCK) \
	X(noframes, TRAIT_RAW) \
	X(noscript, TRAIT_RAW) \
	X(object, TRAIT_RAW) \
	X(ol, TRAIT_BLOCK) \
	X(optgroup, TRAIT_HIDDEN) \
	X(option, TRAIT_HIDDEN) \
	X(p, TRAIT_BLOCK) \
	X(param, TRAIT_DROP) \
	X(picture, TRAIT_DROP) \
	X(pre, TRAIT_BLOCK) \
	X(q, 0) \
	X(rp, TRAIT_HIDDEN) \
	X(rt, TRAIT_HIDDEN) \
	X(script, TRAIT_RAW) \
	X(section, TRAIT_BLOCK) \
	X(select, TRAIT_RAW) \
	X(small, 0) \
	X(source, TRAIT_DROP) \
	X(span, 0) \
	X(style, TRAIT_RAW) \
	X(summary, TRAIT_BLOCK | TRAIT_HEADING) \
	X(svg, TRAIT_RAW) \
	X(table, TRAIT_BLOCK) \
	X(tbody, TRAIT_BLOCK) \
	X(td, TRAIT_BLOCK) \
	X(template, TRAIT_HIDDEN) \
	X(textarea, TRAIT_RAW) \
	X(tfoot, TRAIT_BLOCK) \
	X(th, TRAIT_BLOCK) \
	X(thead, TRAIT_BLOCK) \
	X(time, 0) \
	X(title, 0) \
	X(tr, TRAIT_BLOCK) \
	X(track, TRAIT_DROP) \
	X(ul, TRAIT_BLOCK) \
	X(video, TRAIT_RAW) \
	X(wbr, TRAIT_DROP)
// clang-format on

enum html_tag {
#define X(name, traits) TAG_##name,
	HTML_TAGS(X)
#undef X
		TAG_OTHER,
	TAG_COUNT
};

/* The element of a name in lower case; TAG_OTHER when it is none of these. */
enum html_tag html_tag_find(struct str name);
/* Its traits, of enum html_trait. */
unsigned html_tag_traits(enum html_tag tag);

#endif
