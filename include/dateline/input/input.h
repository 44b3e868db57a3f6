/*
 * From a file's bytes to documents. A reader is chosen by what the bytes are,
 * never by the name. Reading is pure: no file is opened, no clock is read.
 */
#ifndef DATELINE_INPUT_INPUT_H
#define DATELINE_INPUT_INPUT_H

#include "dateline/base/err.h"
#include "dateline/doc/doc.h"

/*
 * Bytes of a file that is read whole, after decompression. Of 586 saved pages
 * the largest had 1.6 MB; libxml2's tree takes up to 80 times a page's bytes.
 */
#define INPUT_MAX_FILE ((size_t)32 << 20)

enum input_format {
	FORMAT_UNKNOWN, /* binary, empty, or of no known kind */
	FORMAT_TEXT, /* page dump */
	FORMAT_HTML,
	FORMAT_JSON /* JSON lines, one or more */
};

/* One file to read. */
struct input {
	struct str id; /* clean path inside the archive */
	struct str path; /* clean path as given */
	struct str bytes; /* decompressed; any encoding */
	size_t line; /* lines of the file that stand before `bytes` */
};

/* What a reader tells its caller. */
struct input_sink {
	void *ctx;
	/* An article; d lives in `arena` of input_read until it returns. */
	void (*article)(void *ctx, struct doc *d);
	/* Something was not read: `where` is the file, with a line or place;
	 * `why` says the reason and the remedy. Both clean. */
	void (*skipped)(void *ctx, struct str where, struct str why);
};

/*
 * Sets the parsers' libraries up. Called before several threads read: they
 * would race to do it. More calls do no harm.
 */
void input_prepare(void);

enum input_format input_sniff(struct str bytes);
/* True when the bytes start with a whole JSON object on a line: such a file
 * may be read in pieces that end with a line. */
bool input_is_lines(struct str bytes);

/*
 * Reads all articles of one file into `arena` (which the caller clears, also
 * between articles if it likes: see input_sink.article). Gives the format.
 */
enum input_format input_read(const struct input *in, struct arena *arena,
	const struct input_sink *sink);

/*
 * Inflates gzip bytes (RFC 1952, several members too) into *out, at most
 * INPUT_MAX_FILE bytes and 200 times the input. False with the reason in *e.
 */
bool input_gunzip(struct str bytes, struct buf *out, struct err *e);
/* True when the bytes start as a gzip file does. */
bool input_is_gzip(struct str bytes);

#endif
