#include "input/html_page.h"

#include "dateline/base/ascii.h"
#include "dateline/text/utf8.h"
#include "input/html_class.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

/* Names of elements come from the parser's dictionary, so an address stands
 * for a name while a page is parsed. */
#define TAG_SLOTS 64

/* Stands for U+00A0 among the kinds of white space. */
#define HARD_SPACE '\v'

struct parse {
	struct html_page *page;
	htmlParserCtxtPtr ctxt;
	uint32_t current; /* the innermost open element */
	bool open; /* the last block still grows */
	bool link; /* inside <a href> */
	char space; /* not yet written: 0, HARD_SPACE, ' ' or '\n' */
	unsigned breaks; /* <br> since the last text */
	struct {
		const xmlChar *name;
		enum html_tag tag;
	} tags[TAG_SLOTS];
	struct html_class_cache classes;
};

/* The attributes of one start tag that are more than classes. */
struct tag_values {
	struct str name, value, datetime, title, rel, href, lang, hreflang, id;
};

static struct str from_xml(const xmlChar *s)
{
	return str_from_c((const char *)s);
}

static enum html_tag find_tag(struct parse *p, const xmlChar *name)
{
	size_t i = ((uintptr_t)name >> 3) % TAG_SLOTS;

	if (p->tags[i].name != name) {
		p->tags[i].name = name;
		p->tags[i].tag = html_tag_find(from_xml(name));
	}
	return p->tags[i].tag;
}

static void close_block(struct parse *p)
{
	struct html_page *page = p->page;
	struct html_block *b;

	p->space = 0;
	p->breaks = 0;
	if (!p->open)
		return;
	p->open = false;
	b = &page->blocks.v[page->blocks.n - 1];
	b->end = (uint32_t)page->text.n;
	buf_add_c(&page->text, '\n');
}

static void open_block(struct parse *p)
{
	struct html_page *page = p->page;

	p->open = true;
	p->space = 0;
	*vec_push(&page->blocks) = (struct html_block){
		.element = p->current,
		.start = (uint32_t)page->text.n,
		.end = (uint32_t)page->text.n,
		.state = page->elements.v[p->current].state,
	};
}

/* Soft hyphens are for a page's own line breaks: in the way of every search. */
static void add_without_hyphens(struct buf *out, struct str word)
{
	size_t at;

	while ((at = str_find(word, STR("\xC2\xAD"), 0)) != STR_NPOS) {
		buf_add(out, str_slice(word, 0, at));
		word = str_slice(word, at + 2, word.n);
	}
	buf_add(out, word);
}

/* What is counted of the words of a text. */
struct count {
	uint32_t chars, commas, wide; /* wide: lead bytes C2, as of U+00AD */
};

static bool is_hard_space(struct str s, size_t at)
{
	return (uint8_t)s.p[at] == 0xC2 && at + 1 < s.n &&
	       (uint8_t)s.p[at + 1] == 0xA0;
}

/* The end of the bytes without white space at `at`, counted on the way. */
static size_t word_end(struct str s, size_t at, struct count *n)
{
	for (; at < s.n && !ascii_is_space(s.p[at]) && !is_hard_space(s, at);
		at++) {
		n->chars += ((uint8_t)s.p[at] & 0xC0) != 0x80;
		n->commas += s.p[at] == ',';
		n->wide += (uint8_t)s.p[at] == 0xC2;
	}
	return at;
}

static bool is_letter(struct str s, size_t at)
{
	uint32_t cp;

	utf8_decode(s, at, &cp);
	return cp < 0x80
		       ? ascii_is_alpha((char)cp)
		       : cp >= 0xC0 && cp < 0x2000 && cp != 0xD7 && cp != 0xF7;
}

/* True when s ends with two letters. */
static bool ends_in_word(struct str s)
{
	size_t last = s.n ? utf8_prev(s, s.n) : 0;

	return last && is_letter(s, last) && is_letter(s, utf8_prev(s, last));
}

/* True when s starts with two letters. */
static bool opens_with_word(struct str s)
{
	uint32_t cp;
	size_t n = s.n ? utf8_decode(s, 0, &cp) : 0;

	return n < s.n && is_letter(s, 0) && is_letter(s, n);
}

/*
 * The space before a word. U+00A0 holds figures, marks, initials and one-letter
 * words; between two longer words an editor left it, in the way of every search
 * and line break.
 */
static void add_space(struct parse *p, struct str word)
{
	struct buf *text = &p->page->text;

	if (p->space != HARD_SPACE)
		buf_add_c(text, p->space);
	else if (ends_in_word(buf_str(text)) && opens_with_word(word))
		buf_add_c(text, ' ');
	else
		buf_add(text, STR("\xC2\xA0"));
	p->space = 0;
}

/* Adds a word to the block that is open. */
static void add_word(struct parse *p, struct str word, const struct count *n)
{
	struct html_block *b = &p->page->blocks.v[p->page->blocks.n - 1];
	uint32_t chars = n->chars;

	if (p->space) {
		add_space(p, word);
		chars++;
	}
	if (n->wide)
		add_without_hyphens(&p->page->text, word);
	else
		buf_add(&p->page->text, word);
	b->chars += chars;
	b->link_chars += p->link ? chars : 0;
	if (b->commas < UINT16_MAX - n->commas)
		b->commas = (uint16_t)(b->commas + n->commas);
	p->breaks = 0;
}

/* The white space at `at`: 0, HARD_SPACE, ' ' or, where lines count, '\n'. */
static char space_at(struct str s, size_t at, unsigned state)
{
	if (is_hard_space(s, at))
		return HARD_SPACE;
	if (!ascii_is_space(s.p[at]))
		return 0;
	return (state & IN_PRE) && s.p[at] == '\n' ? '\n' : ' ';
}

/* Of white space next to other the one that counts more; U+00A0 alone stays. */
static char join_spaces(char a, char b)
{
	if (a == '\n' || b == '\n')
		return '\n';
	return a == 0 ? b : ' ';
}

static void add_text(struct parse *p, struct str s, unsigned state)
{
	for (size_t i = 0; i < s.n;) {
		char space = space_at(s, i, state);
		struct count count = { 0 };
		size_t n;

		if (space) {
			if (p->open)
				p->space = join_spaces(p->space, space);
			i += space == HARD_SPACE ? 2 : 1;
			continue;
		}
		n = word_end(s, i, &count);
		if (!p->open)
			open_block(p);
		add_word(p, str_slice(s, i, n), &count);
		i = n;
	}
}

static void on_text(void *ctx, const xmlChar *text, int length)
{
	struct parse *p = ctx;
	struct str s = str_of((const char *)text, (size_t)length);
	unsigned state = p->page->elements.v[p->current].state;

	if (state & IN_TITLE)
		add_without_hyphens(&p->page->title, s);
	else if (!(state & IN_SKIPPED))
		add_text(p, s, state);
}

static unsigned state_of(enum html_tag tag)
{
	switch (tag) {
	case TAG_blockquote:
		return IN_QUOTE | IN_PARAGRAPH;
	case TAG_li:
		return IN_LIST;
	case TAG_figcaption:
	case TAG_caption:
		return IN_CAPTION;
	case TAG_td:
	case TAG_th:
		return IN_TABLE;
	case TAG_pre:
		return IN_PRE | IN_PARAGRAPH;
	case TAG_p:
	case TAG_dd:
		return IN_PARAGRAPH;
	case TAG_article:
	case TAG_main:
		return IN_ARTICLE;
	case TAG_head:
		return IN_SKIPPED;
	default:
		return html_tag_traits(tag) & TRAIT_HEADING ? IN_HEADING : 0;
	}
}

/* What is passed on from the parent to a child of the kind `tag`. */
static unsigned inherited(unsigned state, enum html_tag tag)
{
	if (tag == TAG_table)
		return state & ~(unsigned)(IN_PARAGRAPH | IN_LIST);
	if (tag == TAG_body)
		return 0;
	return state;
}

static void add_meta(struct parse *p, struct str name, struct str value)
{
	struct arena *a = p->page->arena;
	struct html_meta *m;
	char *low;

	if (name.n == 0 || value.n == 0 || name.n > 80)
		return;
	low = arena_dup_c(a, name);
	for (size_t i = 0; i < name.n; i++)
		low[i] = ascii_lower(low[i]);
	m = vec_push(&p->page->metas);
	m->name = str_of(low, name.n);
	m->value = arena_dup(a, value);
}

/* Each word of a rel or itemprop attribute. */
static void add_properties(const struct lexicon *markup, struct str kind,
	struct str words, struct html_class *out)
{
	struct str word;

	while (str_split(&words, ' ', &word))
		html_property_add(markup, kind, word, out);
}

/* What an attribute says of its element: class, id, itemprop, role, rel,
 * hidden, aria-hidden. */
static void read_marks(struct parse *p, struct str name, struct str value,
	struct html_element *e)
{
	const struct lexicon *markup = p->classes.markup;
	struct html_class c = { e->lists, e->hint };

	if (str_eq(name, STR("class")) || str_eq(name, STR("id")))
		html_class_add(&p->classes, value, &c);
	else if (str_eq(name, STR("itemprop")))
		add_properties(markup, STR("itemprop:"), value, &c);
	else if (str_eq(name, STR("rel")))
		add_properties(markup, STR("rel:"), value, &c);
	else if (str_eq(name, STR("role")))
		html_property_add(markup, STR("role:"), value, &c);
	else if (str_eq(name, STR("hidden")))
		e->hidden = true;
	else if (str_eq(name, STR("aria-hidden")))
		e->hidden |= str_eq(value, STR("true"));
	e->lists = c.lists;
	e->hint = c.hint;
}

/* A custom element's name speaks like a class: <amp-sidebar>. */
static void read_element_name(struct parse *p, enum html_tag tag,
	const xmlChar *name, struct html_element *e)
{
	struct str s = from_xml(name);

	if (tag == TAG_OTHER && str_chr(s, '-', 0) != STR_NPOS)
		read_marks(p, STR("class"), s, e);
}

/* Where an attribute's value goes, or NULL. */
static struct str *value_slot(struct tag_values *v, struct str name)
{
	static const struct {
		struct str name;
		size_t offset;
	} slots[] = {
		{ { "name", 4 }, offsetof(struct tag_values, name) },
		{ { "property", 8 }, offsetof(struct tag_values, name) },
		{ { "http-equiv", 10 }, offsetof(struct tag_values, name) },
		{ { "itemprop", 8 }, offsetof(struct tag_values, name) },
		{ { "content", 7 }, offsetof(struct tag_values, value) },
		{ { "datetime", 8 }, offsetof(struct tag_values, datetime) },
		{ { "title", 5 }, offsetof(struct tag_values, title) },
		{ { "rel", 3 }, offsetof(struct tag_values, rel) },
		{ { "href", 4 }, offsetof(struct tag_values, href) },
		{ { "lang", 4 }, offsetof(struct tag_values, lang) },
		{ { "hreflang", 8 }, offsetof(struct tag_values, hreflang) },
		{ { "id", 2 }, offsetof(struct tag_values, id) },
	};

	for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
		if (str_eq(name, slots[i].name))
			return (struct str *)(void *)((char *)v +
						      slots[i].offset);
	return NULL;
}

static void read_attributes(struct parse *p, const xmlChar **atts,
	struct tag_values *v, struct html_element *e)
{
	for (; atts && atts[0]; atts += 2) {
		struct str name = from_xml(atts[0]), value = from_xml(atts[1]);
		struct str *slot = value_slot(v, name);

		if (slot && !slot->n)
			*slot = value;
		read_marks(p, name, value, e);
	}
}

static void add_time(struct parse *p, struct str value)
{
	struct html_time *t;

	if (value.n == 0)
		return;
	t = vec_push(&p->page->times);
	t->value = arena_dup(p->page->arena, value);
	t->element = (uint32_t)p->page->elements.n;
}

/* The language of "fr-CH" is "fr". */
static struct str base_of(struct str lang)
{
	struct str base = STR_NONE;

	str_split(&lang, '-', &base);
	return base;
}

static void add_alternate(struct parse *p, const struct tag_values *v)
{
	struct html_page *page = p->page;
	struct str lang = base_of(v->hreflang);

	if (!str_eq_nocase(v->rel, STR("alternate")) || lang.n == 0 ||
		str_eq_nocase(v->hreflang, STR("x-default")) ||
		str_eq_nocase(lang, base_of(page->lang)) ||
		page->alternates.n == HTML_MAX_ALTERNATES)
		return;
	for (size_t i = 0; i < page->alternates.n; i++)
		if (str_eq_nocase(page->alternates.v[i].lang, lang))
			return;
	*vec_push(&page->alternates) =
		(struct html_alternate){ arena_dup(page->arena, lang),
			arena_dup(page->arena, v->href) };
}

static void keep_values(
	struct parse *p, enum html_tag tag, const struct tag_values *v)
{
	struct html_page *page = p->page;

	add_meta(p, v->name, v->value);
	if (tag == TAG_html && v->lang.n)
		page->lang = arena_dup(page->arena, v->lang);
	if (tag == TAG_link && v->href.n &&
		str_eq_nocase(v->rel, STR("canonical")) && !page->canonical.n)
		page->canonical = arena_dup(page->arena, v->href);
	if (tag == TAG_link && v->href.n)
		add_alternate(p, v);
	if (tag == TAG_time || v->datetime.n)
		add_time(p, v->datetime);
	else if (tag == TAG_abbr || tag == TAG_span)
		add_time(p, v->title);
}

/* True when a step of the address says that it is an author's page. */
static bool leads_to_author(const struct parse *p, struct str href)
{
	struct str step;
	size_t host = str_find(href, STR("://"), 0);

	if (host != STR_NPOS)
		href = str_slice(href, host + 3, href.n);
	while (str_split(&href, '/', &step)) {
		struct html_class class = { 0 };

		if (step.n == 0 || href.n == 0)
			continue;
		html_property_add(
			p->classes.markup, STR("path:"), step, &class);
		if (class.lists & MARKUP_BIT(MARKUP_author_path))
			return true;
	}
	return false;
}

static void end_link(struct parse *p)
{
	if (p->link)
		p->page->links.v[p->page->links.n - 1].end =
			(uint32_t)p->page->text.n;
	p->link = false;
}

static void start_link(struct parse *p, struct str href)
{
	uint32_t at = (uint32_t)p->page->text.n;

	end_link(p);
	p->link = href.n != 0;
	if (p->link)
		*vec_push(&p->page->links) =
			(struct html_link){ arena_dup(p->page->arena, href), at,
				at };
}

static void start_block(struct parse *p, enum html_tag tag)
{
	if (tag == TAG_br) {
		if (++p->breaks >= 2)
			close_block(p);
		else if (p->open)
			p->space = '\n';
	} else if (html_tag_traits(tag) & TRAIT_BLOCK) {
		close_block(p);
	}
}

static void on_start(void *ctx, const xmlChar *name, const xmlChar **atts)
{
	struct parse *p = ctx;
	struct html_page *page = p->page;
	enum html_tag tag = find_tag(p, name);
	struct html_element e = { .tag = (uint8_t)tag, .parent = p->current };
	struct tag_values v = { 0 };
	unsigned state;

	if (page->elements.n >= HTML_MAX_ELEMENTS ||
		p->ctxt->nameNr > HTML_MAX_DEPTH) {
		page->truncated = true;
		xmlStopParser(p->ctxt);
		return;
	}
	start_block(p, tag);
	read_element_name(p, tag, name, &e);
	read_attributes(p, atts, &v, &e);
	keep_values(p, tag, &v);
	state = inherited(page->elements.v[p->current].state, tag) |
		state_of(tag);
	if (html_tag_traits(tag) & TRAIT_HIDDEN)
		state |= IN_SKIPPED;
	if (tag == TAG_a) {
		start_link(p, v.href);
		if (leads_to_author(p, v.href))
			e.lists |= MARKUP_BIT(MARKUP_author_path);
	}
	if (tag == TAG_title)
		state |= page->title.n ? IN_SKIPPED : IN_TITLE;
	if (e.lists & MARKUP_BIT(MARKUP_caption))
		state |= IN_CAPTION;
	if (e.lists & MARKUP_BIT(MARKUP_pull_quote))
		state |= IN_QUOTE;
	/* React sends parts of a page hidden, for a script to put in. */
	if (str_starts(v.id, STR("S:")))
		e.hidden = false;
	/* They hold everything: their names are about the page. */
	if (tag == TAG_html || tag == TAG_body || tag == TAG_main)
		e.lists = 0;
	e.state = (uint16_t)state;
	e.block = (uint32_t)page->blocks.n;
	e.text = (uint32_t)page->text.n;
	p->current = (uint32_t)page->elements.n;
	*vec_push(&page->elements) = e;
}

static void close_element(struct parse *p)
{
	struct html_page *page = p->page;
	struct html_element *e = &page->elements.v[p->current];

	if (html_tag_traits(e->tag) & TRAIT_BLOCK)
		close_block(p);
	if (e->tag == TAG_a)
		end_link(p);
	e->block_end = (uint32_t)page->blocks.n;
	e->text_end = (uint32_t)page->text.n;
	p->current = e->parent;
}

static void on_end(void *ctx, const xmlChar *name)
{
	struct parse *p = ctx;

	if (p->current != 0 &&
		p->page->elements.v[p->current].tag == find_tag(p, name))
		close_element(p);
}

/* Only html_reduce() writes comments: a link ends here. */
static void on_comment(void *ctx, const xmlChar *text)
{
	struct parse *p = ctx;

	(void)text;
	end_link(p);
}

/* An inline element's last block may go on behind it: not its own then. */
static void trim_ranges(struct html_page *page)
{
	for (size_t i = 0; i < page->elements.n; i++) {
		struct html_element *e = &page->elements.v[i];

		if (e->block_end > e->block &&
			page->blocks.v[e->block_end - 1].end > e->text_end)
			e->block_end--;
	}
}

static void run_parser(struct parse *p, struct str html)
{
	htmlParserCtxtPtr ctxt =
		htmlCreateMemoryParserCtxt(html.p, (int)html.n);
	htmlSAXHandler sax = {
		.startElement = on_start,
		.endElement = on_end,
		.characters = on_text,
		.cdataBlock = on_text,
		.comment = on_comment,
		.ignorableWhitespace = on_text,
		.initialized = 1,
	};

	if (!ctxt)
		return;
	htmlCtxtUseOptions(
		ctxt, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
			      HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
			      HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
	*ctxt->sax = sax;
	ctxt->userData = p;
	xmlSwitchEncoding(ctxt, XML_CHAR_ENCODING_UTF8);
	p->ctxt = ctxt;
	htmlParseDocument(ctxt);
	htmlFreeParserCtxt(ctxt);
}

void html_parse(struct html_page *page, struct str html, struct arena *arena)
{
	struct parse p = { .page = page };

	p.classes.markup = lexicon_markup();
	*page = (struct html_page){ .arena = arena };
	*vec_push(&page->elements) = (struct html_element){ .tag = TAG_OTHER };
	if (html.n)
		run_parser(&p, html);
	close_block(&p);
	while (p.current != 0)
		close_element(&p);
	end_link(&p);
	page->elements.v[0].block_end = (uint32_t)page->blocks.n;
	page->elements.v[0].text_end = (uint32_t)page->text.n;
	trim_ranges(page);
}

void html_page_release(struct html_page *page)
{
	buf_release(&page->text);
	buf_release(&page->title);
	vec_free(&page->elements);
	vec_free(&page->blocks);
	vec_free(&page->metas);
	vec_free(&page->times);
	vec_free(&page->alternates);
	vec_free(&page->links);
}
