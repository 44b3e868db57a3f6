#include "json_fields.h"
#include "json_mend.h"
#include "lead.h"
#include "readers.h"

#include "dateline/text/charset.h"
#include "dateline/text/sanitize.h"
#include "dateline/text/utf8.h"

/* One JSON file being read. jansson refuses more than 2 048 levels. */
struct reader {
	const struct input *in;
	struct arena *arena;
	const struct input_sink *sink;
	struct buf scratch; /* for json_mend */
	size_t skipped; /* articles, so far */
};

/* Told one by one; more are counted. A file of nothing but brackets would
 * else give a message for each three bytes. */
#define MAX_TOLD 100

static void skip(struct reader *r, size_t line, const char *why)
{
	struct buf where = { 0 };

	if (r->skipped++ >= MAX_TOLD)
		return;
	buf_add(&where, r->in->path);
	buf_add_f(&where, ":%zu", r->in->line + line);
	r->sink->skipped(r->sink->ctx, buf_str(&where),
		text_clean(r->arena, str_from_c(why), SANITIZE_LINE));
	buf_release(&where);
}

static void reader_release(struct reader *r)
{
	char why[64];

	snprintf(why, sizeof why, "%zu more lines hold no article",
		r->skipped - MAX_TOLD);
	if (r->skipped > MAX_TOLD)
		r->sink->skipped(r->sink->ctx, r->in->path, str_from_c(why));
	buf_release(&r->scratch);
}

/* `place` is the line, or the number in an array; it makes the id of an
 * article that has none. */
static void take(struct reader *r, const json_t *value, size_t place)
{
	struct doc_builder b;
	const char *why = "no article: not a JSON object";

	doc_begin(&b, r->arena);
	if (!json_is_object(value) || !json_article(&b, value, &why)) {
		doc_abort(&b);
		skip(r, place, why);
		return;
	}
	if (b.doc.id.n == 0) {
		struct buf id = { 0 };

		buf_add(&id, r->in->id);
		buf_add_f(&id, "#%zu", r->in->line + place);
		b.doc.id = arena_dup(r->arena, buf_str(&id));
		buf_release(&id);
	}
	b.doc.path = r->in->path;
	lead_complete(&b);
	r->sink->article(r->sink->ctx, doc_end(&b));
}

static json_t *parse(struct reader *r, struct str s, json_error_t *error)
{
	s = json_mend(s, &r->scratch);
	return json_loadb(s.p, s.n, JSON_ALLOW_NUL, error);
}

/* What a person can do something with; jansson speaks of tokens. */
static void skip_invalid(
	struct reader *r, size_t line, const json_error_t *error)
{
	char why[96];

	switch (json_error_code(error)) {
	case json_error_premature_end_of_input:
		skip(r, line, "the JSON breaks off before its end");
		break;
	case json_error_stack_overflow:
		skip(r, line, "the JSON is nested too deeply");
		break;
	default:
		snprintf(why, sizeof why, "no valid JSON from column %d on",
			error->column > 0 ? error->column : 1);
		skip(r, line, why);
		break;
	}
}

/* A line that is not UTF-8 is decoded alone: the others are what they say. */
static void read_line(struct reader *r, struct str line, size_t number)
{
	struct buf decoded = { 0 };
	json_error_t error;
	json_t *value;

	if (!utf8_valid(line)) {
		charset_to_utf8(&decoded, line, STR_NONE);
		line = buf_str(&decoded);
	}
	value = parse(r, line, &error);
	if (value)
		take(r, value, number);
	else
		skip_invalid(r, number, &error);
	json_decref(value);
	buf_release(&decoded);
}

static void read_lines(struct reader *r, struct str rest)
{
	struct str line;

	for (size_t n = 1; str_split(&rest, '\n', &line); n++) {
		line = str_trim(line);
		if (line.n)
			read_line(r, line, n);
	}
}

static void read_array(struct reader *r, const json_t *array)
{
	for (size_t i = 0; i < json_array_size(array); i++)
		take(r, json_array_get(array, i), i + 1);
}

/*
 * One value over several lines: an array of articles, or one article. False
 * when it does not parse as a whole.
 */
static bool read_whole(struct reader *r, struct str s, json_error_t *error)
{
	json_t *value = parse(r, s, error);

	if (json_is_array(value))
		read_array(r, value);
	else if (value)
		take(r, value, 1);
	json_decref(value);
	return value != NULL;
}

static struct str without_mark(struct str s)
{
	return str_starts(s, STR("\xEF\xBB\xBF")) ? str_slice(s, 3, s.n) : s;
}

bool input_is_lines(struct str s)
{
	struct str line, rest = str_trim(without_mark(s));

	if (!str_split(&rest, '\n', &line))
		return false;
	line = str_trim(line);
	return str_starts(line, STR("{")) && str_ends(line, STR("}"));
}

static void read_decoded(struct reader *r, struct str s)
{
	json_error_t error;

	if (input_is_lines(s))
		read_lines(r, s);
	else if (!read_whole(r, s, &error)) {
		if (str_starts(str_trim(s), STR("{")))
			read_lines(r, s);
		else
			skip_invalid(r,
				(size_t)(error.line > 0 ? error.line : 1),
				&error);
	}
}

/* JSON is UTF-8 (RFC 8259); with a mark it may be anything. */
static bool needs_decoding(struct str s)
{
	return s.n > 1 &&
	       ((uint8_t)s.p[0] >= 0xFE || s.p[0] == 0 || s.p[1] == 0);
}

void read_json_lines(const struct input *in, struct arena *arena,
	const struct input_sink *sink)
{
	struct reader r = { .in = in, .arena = arena, .sink = sink };

	read_lines(&r, without_mark(in->bytes));
	reader_release(&r);
}

void read_json(const struct input *in, struct arena *arena,
	const struct input_sink *sink)
{
	struct reader r = { .in = in, .arena = arena, .sink = sink };
	struct buf decoded = { 0 };
	struct str s = without_mark(in->bytes);

	if (needs_decoding(s)) {
		charset_to_utf8(&decoded, s, STR_NONE);
		s = buf_str(&decoded);
	}
	read_decoded(&r, s);
	buf_release(&decoded);
	reader_release(&r);
}
