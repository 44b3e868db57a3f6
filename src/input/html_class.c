#include "input/html_class.h"

#include "dateline/base/ascii.h"

#define MAX_TOKEN 64 /* bytes of a class name that are looked at */
#define MAX_WORDS 12 /* and words in it */
#define ANCHOR_WORDS \
	7 /* so many words are a heading, as the place to jump to */

/* The words of one class name, joined by single hyphens behind a "=". */
struct words {
	char text[MAX_TOKEN * 2 + 2];
	size_t n; /* bytes */
	size_t start[MAX_WORDS + 1];
	size_t from[MAX_WORDS + 1]; /* where each starts in the name */
	size_t count;
};

static void look_up(
	const struct lexicon *markup, struct str key, struct html_class *out)
{
	const struct lex_entry *e = lexicon_find(markup, key);

	if (!e)
		return;
	out->lists |= e->lists;
	if ((e->lists & MARKUP_BIT(MARKUP_body_hint)) &&
		(out->hint == 0 || e->value < out->hint))
		out->hint = (uint8_t)e->value;
}

/* True where a word of a name starts: behind a mark, at a capital. */
static bool starts_word(struct str token, size_t i)
{
	char c = token.p[i];

	return i > 0 &&
	       (!ascii_is_alpha(token.p[i - 1]) ||
		       (ascii_is_upper(c) && !ascii_is_upper(token.p[i - 1])));
}

static void split_words(struct str token, struct words *w)
{
	w->n = 0;
	w->count = 0;
	w->text[w->n++] = '=';
	w->start[0] = 1;
	for (size_t i = 0; i < token.n && i < MAX_TOKEN; i++) {
		if (!ascii_is_alpha(token.p[i]))
			continue;
		if (w->n > w->start[w->count] && starts_word(token, i)) {
			if (w->count + 1 >= MAX_WORDS)
				break;
			w->text[w->n++] = '-';
			w->start[++w->count] = w->n;
		}
		if (w->n == w->start[w->count])
			w->from[w->count] = i;
		w->text[w->n++] = ascii_lower(token.p[i]);
	}
	if (w->n > w->start[w->count])
		w->start[++w->count] = w->n + 1;
}

static struct str word_at(const struct words *w, size_t i)
{
	return str_of(w->text + w->start[i], w->start[i + 1] - 1 - w->start[i]);
}

/*
 * How many words of a name speak of its element: none of "has-sidebar" or
 * "tag-comments" (WordPress names a post's tags so), nor of
 * "what-to-share-with-the-new-neighbours" (an anchor), only what stands before
 * the modifier of "node--promoted" (BEM).
 */
static size_t own_words(
	const struct lexicon *markup, struct str token, const struct words *w)
{
	size_t modifier = str_find(token, STR("--"), 1), n = w->count;
	const struct lex_entry *e = lexicon_find(markup, word_at(w, 0));

	if (w->count >= ANCHOR_WORDS ||
		(e && (e->lists & MARKUP_BIT(MARKUP_modifier))))
		return 0;
	for (size_t i = 0; modifier != STR_NPOS && i < w->count; i++)
		if (i < n && w->from[i] > modifier)
			n = i;
	return n;
}

static void add_token(
	const struct lexicon *markup, struct str token, struct html_class *out)
{
	struct words w;
	size_t own;

	split_words(token, &w);
	if (w.count == 0)
		return;
	own = own_words(markup, token, &w);
	look_up(markup, str_of(w.text, w.n), out);
	for (size_t i = 0; i < w.count; i++) {
		const char *p = w.text + w.start[i];

		if (i < own)
			look_up(markup, word_at(&w, i), out);
		if (i + 1 < w.count)
			look_up(markup,
				str_of(p, w.start[i + 2] - 1 - w.start[i]),
				out);
	}
}

static void add_value(
	const struct lexicon *markup, struct str value, struct html_class *out)
{
	for (size_t i = 0; i < value.n;) {
		size_t end = i;

		while (end < value.n && !ascii_is_space(value.p[end]))
			end++;
		if (end > i)
			add_token(markup, str_slice(value, i, end), out);
		i = end + 1;
	}
}

void html_class_add(struct html_class_cache *cache, struct str value,
	struct html_class *out)
{
	uint64_t hash = str_hash(value);
	size_t i = hash % (sizeof cache->slots / sizeof *cache->slots);

	if (cache->slots[i].hash != hash) {
		struct html_class got = { 0 };

		add_value(cache->markup, value, &got);
		cache->slots[i].hash = hash;
		cache->slots[i].class = got;
	}
	out->lists |= cache->slots[i].class.lists;
	if (cache->slots[i].class.hint &&
		(out->hint == 0 || cache->slots[i].class.hint < out->hint))
		out->hint = cache->slots[i].class.hint;
}

void html_property_add(const struct lexicon *markup, struct str kind,
	struct str value, struct html_class *out)
{
	char key[64];

	if (kind.n + value.n > sizeof key)
		return;
	memcpy(key, kind.p, kind.n);
	for (size_t n = 0; n < value.n; n++)
		key[kind.n + n] = ascii_lower(value.p[n]);
	look_up(markup, str_of(key, kind.n + value.n), out);
}
