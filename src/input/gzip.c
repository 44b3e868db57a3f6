#include "dateline/input/input.h"

#define ZLIB_CONST
#include <zlib.h>

/* Ratio allowed at most. Real pages reach 4 to 20, repetitive tables 100;
 * deflate's limit is 1032. */
#define MAX_RATIO 200
/* The ratio of a tiny file says nothing. */
#define FREE_BYTES ((size_t)1 << 20)
#define CHUNK ((size_t)1 << 16)

bool input_is_gzip(struct str bytes)
{
	return bytes.n > 2 && str_starts(bytes, STR("\x1F\x8B\x08"));
}

static size_t output_limit(size_t input)
{
	size_t most = input > INPUT_MAX_FILE / MAX_RATIO ? INPUT_MAX_FILE
							 : input * MAX_RATIO;

	return most < FREE_BYTES ? FREE_BYTES : most;
}

/* Inflates one member, moving z on. */
static bool inflate_member(
	z_stream *z, struct buf *out, size_t limit, struct err *e)
{
	int status;

	do {
		if (out->n > limit)
			return err_set(e, "unpacks to more than %zu MB or %d "
					  "times its size; unpack it first",
				INPUT_MAX_FILE >> 20, MAX_RATIO);
		z->next_out = (Bytef *)buf_reserve(out, CHUNK);
		z->avail_out = CHUNK;
		status = inflate(z, Z_NO_FLUSH);
		out->n += CHUNK - z->avail_out;
	} while (status == Z_OK);
	if (status == Z_STREAM_END)
		return true;
	if (status == Z_BUF_ERROR)
		return err_set(e, "is a gzip file that was cut off; fetch it "
				  "again");
	return err_set(e, "is a damaged gzip file (%s); fetch it again",
		z->msg ? z->msg : zError(status));
}

bool input_gunzip(struct str bytes, struct buf *out, struct err *e)
{
	size_t limit = out->n + output_limit(bytes.n);
	z_stream z = { 0 };
	bool good;

	z.next_in = (const Bytef *)bytes.p;
	z.avail_in = (uInt)bytes.n;
	if (inflateInit2(&z, 16 + MAX_WBITS) != Z_OK)
		return err_set(e, "cannot be unpacked: zlib did not start");
	do
		good = inflate_member(&z, out, limit, e);
	while (good &&
		input_is_gzip(str_of((const char *)z.next_in, z.avail_in)) &&
		inflateReset(&z) == Z_OK);
	inflateEnd(&z);
	return good;
}
