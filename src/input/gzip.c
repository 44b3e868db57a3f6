#include "gunzip.h"

#include "dateline/base/message.h"
#include "dateline/input/input.h"

/* Output bytes for one of input, at most. Real pages reach 4 to 20, repetitive
 * tables 100; deflate's own limit is 1032. */
#define RATIO 200
/* The ratio of the first bytes says nothing. */
#define FREE_BYTES ((uint64_t)1 << 20)
#define CHUNK ((size_t)1 << 16)

bool input_is_gzip(struct str bytes)
{
	return str_starts(bytes, STR("\x1F\x8B\x08"));
}

bool gunzip_begin(struct gunzip *g, struct err *e)
{
	*g = (struct gunzip){ 0 };
	if (inflateInit2(&g->z, 16 + MAX_WBITS) == Z_OK)
		return true;
	return err_set(e, N_("cannot be unpacked: zlib did not start"));
}

/* One call of inflate, its counts kept. */
static int step(struct gunzip *g, struct str *packed, struct buf *out)
{
	size_t n = packed->n < UINT32_MAX ? packed->n : UINT32_MAX;
	size_t used, got;
	int status;

	g->z.next_in = (const Bytef *)packed->p;
	g->z.avail_in = (uInt)n;
	g->z.next_out = (Bytef *)buf_reserve(out, CHUNK);
	g->z.avail_out = CHUNK;
	status = inflate(&g->z, Z_NO_FLUSH);
	used = n - g->z.avail_in;
	got = CHUNK - g->z.avail_out;
	out->n += got;
	*packed = str_slice(*packed, used, packed->n);
	g->in += used;
	g->out += got;
	return status;
}

/* Another member, or padding and garbage as gzip(1) passes over. */
static void next_member(struct gunzip *g, struct str *packed)
{
	g->between = false;
	if (packed->p[0] == 0x1F && inflateReset(&g->z) == Z_OK)
		return;
	g->garbage = true;
	packed->n = 0;
}

bool gunzip_some(struct gunzip *g, struct str *packed, struct buf *out,
	size_t want, struct err *e)
{
	while (packed->n && out->n < want) {
		int status;

		if (g->between || g->garbage) {
			next_member(g, packed);
			continue;
		}
		status = step(g, packed, out);
		g->between = status == Z_STREAM_END;
		if (status != Z_OK && status != Z_STREAM_END &&
			status != Z_BUF_ERROR)
			return err_set(e,
				"is a damaged gzip file (%s); fetch "
				"it again",
				g->z.msg ? g->z.msg : zError(status));
		if (g->out > FREE_BYTES && g->out / RATIO > g->in)
			return err_set(e,
				"unpacks to more than %d times its "
				"size; unpack it first",
				RATIO);
	}
	return true;
}

bool gunzip_end(struct gunzip *g, struct err *e)
{
	inflateEnd(&g->z);
	if (g->between || g->garbage)
		return true;
	return err_set(
		e, N_("is a gzip file that was cut off; fetch it again"));
}

bool input_gunzip(struct str bytes, struct buf *out, struct err *e)
{
	size_t most = out->n + INPUT_MAX_FILE;
	struct gunzip g;
	struct err cut;
	bool good;

	if (!gunzip_begin(&g, e))
		return false;
	good = gunzip_some(&g, &bytes, out, most + 1, e);
	if (good && out->n > most)
		good = err_set(e, "unpacks to more than %zu MB; split it",
			INPUT_MAX_FILE >> 20);
	if (gunzip_end(&g, &cut) || !good)
		return good;
	*e = cut;
	return false;
}
