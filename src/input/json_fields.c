#include "json_fields.h"

#include "dateline/base/message.h"
#include "dateline/text/language.h"
#include "dateline/text/utf8.h"
#include "lead.h"

/*
 * The keys read for a field, the first that holds text wins. Ours (the output
 * of `dateline extract`) come first, then those of news-please, schema.org,
 * JSON Feed, and of the data sets CC-News, RealNews and All the News.
 */
static const char *const keys_id[] = { "id", NULL };
static const char *const keys_title[] = { "title", "headline", NULL };
static const char *const keys_source[] = { "source", "publisher", "publication",
	NULL };
static const char *const keys_site[] = { "site", "source_domain", "domain",
	NULL };
static const char *const keys_dateline[] = { "dateline", NULL };
static const char *const keys_lang[] = { "lang", "language", NULL };
static const char *const keys_url[] = { "url", "link", NULL };
static const char *const keys_date[] = { "date", "date_publish", "publish_date",
	"published", "date_published", "datePublished", NULL };
static const char *const keys_byline[] = { "byline", "authors", "author",
	NULL };
static const char *const keys_text[] = { "text", "maintext", "body", "content",
	"content_text", "articleBody", "paragraphs", "paras", NULL };
/* Numbers: seconds or milliseconds since 1970. */
static const char *const keys_time[] = { "timestamp", "time", "t", "date",
	NULL };

static struct str text_of(const json_t *value)
{
	if (!json_is_string(value))
		return STR_NONE;
	return str_of(json_string_value(value), json_string_length(value));
}

static struct str field(const json_t *object, const char *const *keys)
{
	for (; *keys; keys++) {
		struct str s = text_of(json_object_get(object, *keys));

		if (s.n)
			return s;
	}
	return STR_NONE;
}

/* Strings of a list as paragraphs, in the arena. */
static struct str join(struct doc_builder *b, const json_t *list)
{
	struct buf text = { 0 };
	struct str joined = STR_NONE;

	for (size_t i = 0; i < json_array_size(list); i++) {
		struct str s = text_of(json_array_get(list, i));

		if (text.n && s.n)
			buf_add(&text, STR("\n\n"));
		buf_add(&text, s);
	}
	if (text.n)
		joined = arena_dup(b->arena, buf_str(&text));
	buf_release(&text);
	return joined;
}

/* The article's text; a list of paragraphs serves as well. */
static struct str body(struct doc_builder *b, const json_t *object)
{
	struct str text = field(object, keys_text);

	for (const char *const *key = keys_text; *key && !text.n; key++)
		text = join(b, json_object_get(object, *key));
	return text;
}

static void take_id(struct doc_builder *b, const json_t *object)
{
	const json_t *id = json_object_get(object, "id");
	char number[32];

	b->doc.id = doc_clean(b, field(object, keys_id));
	if (b->doc.id.n || !json_is_integer(id))
		return;
	snprintf(number, sizeof number, "%" JSON_INTEGER_FORMAT,
		json_integer_value(id));
	b->doc.id = doc_clean(b, str_from_c(number));
}

static enum date_basis basis_of(const json_t *object)
{
	struct str name = text_of(json_object_get(object, "date_basis"));

	for (int i = BASIS_METADATA; i < BASIS_ESTIMATED; i++)
		if (str_eq(name, str_from_c(doc_basis_names[i])))
			return (enum date_basis)i;
	return BASIS_METADATA;
}

/* "--05-14", a day without its year, as `dateline extract` writes it. */
static bool take_day(struct doc_builder *b, struct str s)
{
	uint32_t month, day;

	if (s.n != 7 || !str_starts(s, STR("--")) || s.p[4] != '-' ||
		!str_to_u32(str_slice(s, 2, 4), &month) ||
		!str_to_u32(str_slice(s, 5, 7), &day) ||
		!date_valid(2000, (int)month, (int)day))
		return false;
	b->doc.hint.month = (uint8_t)month;
	b->doc.hint.day = (uint8_t)day;
	return true;
}

/* A number of seconds since 1970, in UTC; of milliseconds when it would be
 * past the year 5138. */
static void take_time(struct doc_builder *b, const json_t *object)
{
	json_int_t t = 0;

	for (const char *const *key = keys_time; *key && t <= 0; key++)
		t = json_integer_value(json_object_get(object, *key));
	if (t >= 100000000000)
		t /= 1000;
	if (t <= 0 || t >= 100000000000)
		return;
	date_from_seconds((int64_t)t, &b->doc.date);
	b->doc.date_basis = BASIS_METADATA;
}

static void take_date(struct doc_builder *b, const json_t *object)
{
	struct str s = field(object, keys_date);
	struct date date;

	if (s.n == 0)
		take_time(b, object);
	/* An estimate is made anew, from the articles now around this one. */
	if (s.n == 0 || str_eq(text_of(json_object_get(object, "date_basis")),
				STR("estimated")))
		return;
	if (take_day(b, s))
		return;
	if (date_parse(s, lexicon_get(b->doc.lang), &date) && date.year) {
		b->doc.date = date;
		b->doc.date_basis = (uint8_t)basis_of(object);
		return;
	}
	s = utf8_cut(doc_clean(b, s), 60);
	doc_warn(b,
		"The date \"%.*s\" is not understood; write it as "
		"2008-05-14.",
		STR_ARG(s));
}

static void take_byline(struct doc_builder *b, const json_t *object)
{
	for (const char *const *key = keys_byline; *key && !b->byline.n;
		key++) {
		const json_t *value = json_object_get(object, *key);
		struct str s = text_of(value);

		if (s.n)
			lead_authors(b, s, lexicon_get(b->doc.lang));
		for (size_t i = 0; i < json_array_size(value); i++)
			doc_add_byline(b, text_of(json_array_get(value, i)));
	}
}

static enum block_kind kind_of(const json_t *block)
{
	struct str name = text_of(json_object_get(block, "kind"));

	for (int i = 0; i < BLOCK_KINDS; i++)
		if (str_eq(name, str_from_c(doc_block_names[i])))
			return (enum block_kind)i;
	return BLOCK_PARAGRAPH;
}

/* Walks text by code points; `at` only grows. */
static uint32_t byte_of_point(
	struct str text, struct doc_counter *c, json_int_t at)
{
	while (c->byte < text.n && c->points < at) {
		do
			c->byte++;
		while (c->byte < text.n &&
			((uint8_t)text.p[c->byte] & 0xC0) == 0x80);
		c->points++;
	}
	return c->byte;
}

/* Our own blocks in place of a block a line, when they fit the text. */
static void take_blocks(struct doc_builder *b, const json_t *list)
{
	struct str text = buf_str(&b->text);
	struct doc_counter c = { 0, 0 };
	size_t n = json_array_size(list);
	json_int_t before = 0;

	if (n == 0)
		return;
	b->blocks.n = 0;
	for (size_t i = 0; i < n; i++) {
		const json_t *block = json_array_get(list, i);
		json_int_t start =
			json_integer_value(json_object_get(block, "start"));
		json_int_t end =
			json_integer_value(json_object_get(block, "end"));
		struct block got = { 0, 0, (uint8_t)kind_of(block) };

		if (start < before || end <= start) {
			doc_warn(b, "Block %zu is not in order; left out.",
				i + 1);
			continue;
		}
		got.start = byte_of_point(text, &c, start);
		got.end = byte_of_point(text, &c, end);
		before = end;
		if (got.end > got.start)
			*vec_push(&b->blocks) = got;
	}
}

bool json_article(struct doc_builder *b, const json_t *object, const char **why)
{
	struct str text = body(b, object), lang;
	const json_t *warnings = json_object_get(object, "warnings");
	const json_t *others = json_object_get(object, "translations");

	b->doc.title = doc_clean(b, field(object, keys_title));
	if (text.n == 0 && b->doc.title.n == 0) {
		*why = "no article: the key \"text\" or \"maintext\" is "
		       "missing or empty";
		return false;
	}
	take_id(b, object);
	b->doc.source = doc_clean(b, field(object, keys_source));
	b->doc.site = doc_clean(b, field(object, keys_site));
	b->doc.dateline = doc_clean(b, field(object, keys_dateline));
	lang = field(object, keys_lang);
	b->doc.lang = language_settle(b->arena, &lang, 1, text);
	b->doc.url = doc_clean(b, field(object, keys_url));
	take_date(b, object);
	take_byline(b, object);
	doc_take_text(b, text.p ? text : STR(""));
	take_blocks(b, json_object_get(object, "blocks"));
	for (size_t i = 0; i < json_array_size(others); i++)
		doc_add_translation(b, text_of(json_array_get(others, i)));
	for (size_t i = 0; i < json_array_size(warnings); i++) {
		struct str w = text_of(json_array_get(warnings, i));

		if (w.n)
			doc_warn(b, "%.*s", STR_ARG(w));
	}
	if (text.n == 0)
		doc_warn(b, N_("The article has a title but no text."));
	return true;
}
