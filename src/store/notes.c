#include "dateline/store/notes.h"

#include "dateline/store/marks.h"
#include "dateline/text/sanitize.h"

#include "strays.h"

#include <inttypes.h>
#include <xxhash.h>

/* Parts of a key, a line each. */
enum part { PART_ID, PART_CONTENT, PART_WORDS, PART_START, PARTS };

/* A key, read. */
struct anchor {
	struct str id;
	int64_t content;
	bool on_quote;
	uint64_t words; /* hash of the quote's */
	uint32_t start; /* byte of the text */
};

static uint64_t hash_words(
	const struct store *s, const struct article *a, struct range span)
{
	struct str words = str_range(store_str(s, a->text), span);

	return XXH3_64bits(words.n ? words.p : "", words.n);
}

static const struct store_quote *quote_at(
	const struct store *s, uint32_t article, uint32_t quote)
{
	return &s->quotes.v[s->articles.v[article].quotes.first + quote];
}

void notes_key(struct buf *out, const struct store *s, uint32_t article,
	uint32_t quote)
{
	const struct article *a = &s->articles.v[article];
	struct range span;

	buf_add_f(out, "%.*s\n%" PRIx64, STR_ARG(store_str(s, a->id)),
		(uint64_t)marks_content(s, article));
	if (quote == NOTE_ARTICLE)
		return;
	span = quote_at(s, article, quote)->span;
	buf_add_f(out, "\n%" PRIx64 "\n%" PRIu32, hash_words(s, a, span),
		span.start);
}

struct str notes_key_id(struct str key)
{
	struct str id = STR_NONE;

	str_split(&key, '\n', &id);
	return id;
}

/* False when a key is none of ours. */
static bool read_key(struct str key, struct anchor *out)
{
	struct str part[PARTS] = { 0 };
	uint64_t content;
	size_t n = 0;

	while (n < PARTS && str_split(&key, '\n', &part[n]))
		n++;
	*out = (struct anchor){ .id = part[PART_ID], .on_quote = n == PARTS };
	if (n <= PART_CONTENT || !str_to_hex(part[PART_CONTENT], &content))
		return false;
	out->content = (int64_t)content;
	return !out->on_quote ||
	       (str_to_hex(part[PART_WORDS], &out->words) &&
		       str_to_u32(part[PART_START], &out->start));
}

static uint32_t distance(uint32_t a, uint32_t b)
{
	return a > b ? a - b : b - a;
}

static uint32_t find_quote(
	const struct store *s, uint32_t article, const struct anchor *x)
{
	const struct article *a = &s->articles.v[article];
	uint32_t found = NOTE_ARTICLE, least = UINT32_MAX, held = NOTE_ARTICLE;

	for (uint32_t i = 0; i < a->quotes.n; i++) {
		struct range span = quote_at(s, article, i)->span;
		uint32_t far = distance(span.start, x->start);

		if (x->start >= span.start && x->start < span.end)
			held = i;
		if (far < least && hash_words(s, a, span) == x->words) {
			least = far;
			found = i;
		}
	}
	if (found == NOTE_ARTICLE && held != NOTE_ARTICLE &&
		marks_content(s, article) == x->content)
		found = held;
	return found;
}

struct notes_reader {
	struct notes *n;
	const struct store *s;
	struct strays strays; /* item: in n->list */
};

static void settle(struct notes_reader *r, struct note *note, uint32_t article)
{
	struct anchor x;

	note->article = article;
	if (read_key(note->key, &x) && x.on_quote)
		note->quote = find_quote(r->s, article, &x);
}

static void take_note(void *ctx, const struct state_change *change)
{
	struct notes_reader *r = ctx;
	struct note note = { .article = STORE_NONE,
		.quote = NOTE_ARTICLE,
		.time = change->time,
		.nth = (uint32_t)r->n->list.n };
	struct anchor x;
	uint32_t article;

	note.text = text_clean(&r->n->arena, change->after, SANITIZE_LINE);
	if (!note.text.n || !read_key(change->key, &x))
		return;
	note.key = arena_dup(&r->n->arena, change->key);
	article = store_find(r->s, x.id);
	if (article != STORE_NONE)
		settle(r, &note, article);
	else
		*vec_push(&r->strays.list) =
			(struct stray){ x.content, (uint32_t)r->n->list.n };
	*vec_push(&r->n->list) = note;
}

/* To an article go all that were on one of its content. */
static void bring_home(struct notes_reader *r, uint32_t article)
{
	struct span at = strays_of(&r->strays, r->s, article);

	for (uint32_t i = at.first; i < at.first + at.n; i++) {
		struct note *note = &r->n->list.v[r->strays.list.v[i].item];

		if (note->article == STORE_NONE)
			settle(r, note, article);
	}
}

static int by_article(const void *x, const void *y)
{
	const struct note *a = x, *b = y;

	if (a->article != b->article)
		return a->article < b->article ? -1 : 1;
	/* NOTE_ARTICLE + 1 is 0: the article's own first */
	if (a->quote != b->quote)
		return a->quote + 1 < b->quote + 1 ? -1 : 1;
	return (a->nth > b->nth) - (a->nth < b->nth);
}

bool notes_read(struct notes *n, struct state *state, const struct store *s,
	struct err *e)
{
	struct notes_reader r = { .n = n, .s = s };
	const struct state_sink sink = { &r, take_note };
	bool good;

	n->list.n = 0;
	arena_clear(&n->arena);
	good = state_values(state, STATE_NOTE, &sink, e);
	strays_sort(&r.strays);
	for (size_t i = 0; r.strays.list.n && i < s->by_time.n; i++)
		bring_home(&r, s->by_time.v[i]);
	if (n->list.n)
		qsort(n->list.v, n->list.n, sizeof *n->list.v, by_article);
	strays_release(&r.strays);
	return good;
}

void notes_release(struct notes *n)
{
	vec_free(&n->list);
	arena_release(&n->arena);
	*n = (struct notes){ 0 };
}

/* The first note on an article from this one on. */
static size_t first_of(const struct notes *n, uint32_t article)
{
	size_t low = 0, high = n->list.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (n->list.v[mid].article < article)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct span notes_of(const struct notes *n, uint32_t article)
{
	size_t first = first_of(n, article), end = first;

	while (end < n->list.n && n->list.v[end].article == article)
		end++;
	return (struct span){ (uint32_t)first, (uint32_t)(end - first) };
}

uint32_t *notes_latest_first(const struct notes *n)
{
	uint32_t *order = mem_alloc((n->list.n + 1) * sizeof *order);

	for (size_t i = 0; i < n->list.n; i++)
		order[n->list.n - 1 - n->list.v[i].nth] = (uint32_t)i;
	return order;
}

const struct note *notes_find(
	const struct notes *n, uint32_t article, uint32_t quote)
{
	struct span span = notes_of(n, article);

	for (uint32_t i = span.first; i < span.first + span.n; i++)
		if (n->list.v[i].quote == quote)
			return &n->list.v[i];
	return NULL;
}
