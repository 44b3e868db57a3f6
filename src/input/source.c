#include "dateline/input/source.h"

#include "dateline/text/sanitize.h"
#include "gunzip.h"
#include "readers.h"

#include <errno.h>
#include <sys/types.h>
#include <unistd.h>

/* JSON lines are taken in pieces of about this many bytes. */
#define PIECE ((size_t)1 << 20)
#define CHUNK ((size_t)1 << 16)

/* The bytes of a file, unpacked if need be. */
struct source {
	int fd;
	uint64_t left; /* bytes still to read from fd */
	bool packed, end;
	struct gunzip gunzip;
	struct buf raw; /* what was read last */
	struct str rest; /* what of it is not used yet */
};

/* Adds what read(2) gives to s->raw; *n is 0 at the end. */
static bool read_more(struct source *s, size_t *n, struct err *e)
{
	size_t most = s->left < CHUNK ? (size_t)s->left : CHUNK;
	ssize_t got;

	do
		got = read(s->fd, buf_reserve(&s->raw, CHUNK), most);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		return err_set(e, "cannot be read: %s", strerrordesc_np(errno));
	s->raw.n += (size_t)got;
	s->left -= (uint64_t)got;
	s->rest = buf_str(&s->raw);
	*n = (size_t)got;
	return true;
}

/* The first three bytes say whether it is gzip; a pipe may give them singly. */
static bool source_begin(struct source *s, struct err *e)
{
	size_t n = 1;

	while (s->rest.n < 3 && n > 0)
		if (!read_more(s, &n, e))
			return false;
	s->packed = input_is_gzip(s->rest);
	return !s->packed || gunzip_begin(&s->gunzip, e);
}

static bool next_chunk(struct source *s, struct err *e)
{
	size_t n = 0;

	buf_clear(&s->raw);
	if (!read_more(s, &n, e))
		return false;
	s->end = n == 0;
	if (!s->end || !s->packed)
		return true;
	s->packed = false;
	return gunzip_end(&s->gunzip, e);
}

/* Reads until *out holds `want` bytes, or to the end. */
static bool source_fill(
	struct source *s, struct buf *out, size_t want, struct err *e)
{
	while (out->n < want && !s->end) {
		if (s->rest.n == 0) {
			if (!next_chunk(s, e))
				return false;
		} else if (s->packed) {
			if (!gunzip_some(&s->gunzip, &s->rest, out, want, e))
				return false;
		} else {
			buf_add(out, s->rest);
			s->rest.n = 0;
		}
	}
	return true;
}

static void source_release(struct source *s)
{
	struct err e;

	if (s->packed)
		gunzip_end(&s->gunzip, &e);
	buf_release(&s->raw);
}

/* A file on its way from a source to a sink. */
struct passage {
	struct source source;
	struct input in;
	struct arena *arena;
	const struct input_sink *sink;
	struct buf bytes; /* read, not handed on yet */
	bool is_part;
};

static void skip(struct passage *p, const char *why)
{
	p->sink->skipped(p->sink->ctx, p->in.path,
		text_clean(p->arena, str_from_c(why), SANITIZE_LINE));
	arena_clear(p->arena);
}

static void hand_on_whole(struct passage *p)
{
	p->in.bytes = buf_str(&p->bytes);
	input_read(&p->in, p->arena, p->sink);
	arena_clear(p->arena);
}

/* Hands on the first n bytes, which are lines. */
static void hand_on(struct passage *p, size_t n)
{
	p->in.bytes = str_slice(buf_str(&p->bytes), 0, n);
	read_json_lines(&p->in, p->arena, p->sink);
	arena_clear(p->arena);
}

static size_t count_lines(struct str s)
{
	size_t n = 0;

	for (size_t i = str_chr(s, '\n', 0); i != STR_NPOS;
		i = str_chr(s, '\n', i + 1))
		n++;
	return n;
}

/* Hands on the whole lines read so far and keeps the rest. */
static void hand_on_lines(struct passage *p)
{
	size_t end = p->bytes.n;

	while (end > 0 && p->bytes.p[end - 1] != '\n')
		end--;
	if (end == 0)
		return;
	hand_on(p, end);
	p->in.line += count_lines(p->in.bytes);
	memmove(p->bytes.p, p->bytes.p + end, p->bytes.n - end);
	p->bytes.n -= end;
}

static bool pass_lines(struct passage *p, struct err *e)
{
	while (!p->source.end) {
		hand_on_lines(p);
		if (p->bytes.n > INPUT_MAX_FILE)
			return err_set(e,
				"line %zu is longer than %zu MB; "
				"the rest is not read",
				p->in.line + 1, INPUT_MAX_FILE >> 20);
		if (!source_fill(&p->source, &p->bytes, p->bytes.n + PIECE, e))
			return false;
	}
	hand_on(p, p->bytes.n);
	return true;
}

static bool pass_whole(struct passage *p, struct err *e)
{
	/* What is no text is not worth reading to its end. */
	if (input_sniff(buf_str(&p->bytes)) != FORMAT_UNKNOWN &&
		!source_fill(&p->source, &p->bytes, INPUT_MAX_FILE + 1, e))
		return false;
	if (p->bytes.n > INPUT_MAX_FILE)
		return err_set(e, "is larger than %zu MB; split it",
			INPUT_MAX_FILE >> 20);
	hand_on_whole(p);
	return true;
}

/* Reads a piece, or a first line of JSON that is longer: by it, lines are told
 * from other formats. */
static bool fill_first(struct passage *p, struct err *e)
{
	struct str s;

	do {
		if (!source_fill(&p->source, &p->bytes, p->bytes.n + PIECE, e))
			return false;
		s = str_trim(buf_str(&p->bytes));
	} while (!p->source.end && p->bytes.n <= INPUT_MAX_FILE &&
		 str_starts(s, STR("{")) && str_chr(s, '\n', 0) == STR_NPOS);
	return true;
}

static bool pass(struct passage *p, struct err *e)
{
	if (!source_begin(&p->source, e) || !fill_first(p, e))
		return false;
	if (p->is_part ||
		(!p->source.end && input_is_lines(buf_str(&p->bytes))))
		return pass_lines(p, e);
	return pass_whole(p, e);
}

void source_read(int fd, const struct source_part *part, const struct input *in,
	struct arena *arena, const struct input_sink *sink)
{
	struct passage p = { .source = { .fd = fd, .left = UINT64_MAX },
		.in = *in,
		.arena = arena,
		.sink = sink };
	struct err e;

	p.in.line = 0;
	if (part && !part->whole &&
		lseek(fd, (off_t)part->offset, SEEK_SET) >= 0) {
		p.source.left = part->length;
		p.in.line = part->line;
		p.is_part = true;
	}
	if (!pass(&p, &e))
		skip(&p, e.msg);
	source_release(&p.source);
	buf_release(&p.bytes);
}

/* Goes on to the first line end at or behind `target`. */
static void cutter_advance(struct source_cutter *c, uint64_t target)
{
	while (c->at < c->size) {
		ssize_t n = pread(c->fd, buf_reserve(&c->chunk, CHUNK), CHUNK,
			(off_t)c->at);
		struct str s = str_of(c->chunk.p, n > 0 ? (size_t)n : 0);
		size_t from = target > c->at ? (size_t)(target - c->at) : 0;
		size_t end = from < s.n ? str_chr(s, '\n', from) : STR_NPOS;

		if (n <= 0) {
			c->at = c->size;
			return;
		}
		if (end != STR_NPOS)
			s.n = end + 1;
		c->lines += count_lines(s);
		c->at += s.n;
		if (end != STR_NPOS)
			return;
	}
}

static bool starts_with_lines(struct source_cutter *c)
{
	ssize_t n = pread(c->fd, buf_reserve(&c->chunk, PIECE), PIECE, 0);

	return n > 0 && input_is_lines(str_of(c->chunk.p, (size_t)n));
}

void source_cut_begin(
	struct source_cutter *c, int fd, uint64_t size, uint64_t length)
{
	*c = (struct source_cutter){ .fd = fd, .size = size };
	c->whole = size <= length || !starts_with_lines(c);
}

bool source_cut_next(
	struct source_cutter *c, uint64_t length, struct source_part *part)
{
	*part = (struct source_part){ c->whole, c->at, c->size, c->lines };
	if (c->whole) {
		c->whole = false;
		c->at = c->size;
		return true;
	}
	if (c->at >= c->size)
		return false;
	cutter_advance(c, c->at + length);
	part->length = c->at - part->offset;
	return true;
}

void source_cut_end(struct source_cutter *c)
{
	buf_release(&c->chunk);
}
