#include "dateline/text/charset.h"

#include "dateline/text/utf8.h"

#include <errno.h>
#include <iconv.h>

static const uint16_t windows_1252[32] = { 0x20AC, 0xFFFD, 0x201A, 0x0192,
	0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
	0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
	0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E,
	0x0178 };

/* Declared label → the name iconv is asked for (Encoding standard, 4.2). */
static const struct {
	const char *label, *name;
} labels[] = {
	{ "utf-8", "UTF-8" },
	{ "utf8", "UTF-8" },
	{ "us-ascii", "windows-1252" },
	{ "ascii", "windows-1252" },
	{ "iso-8859-1", "windows-1252" },
	{ "iso8859-1", "windows-1252" },
	{ "iso_8859-1", "windows-1252" },
	{ "latin1", "windows-1252" },
	{ "latin-1", "windows-1252" },
	{ "windows-1252", "windows-1252" },
	{ "cp1252", "windows-1252" },
	{ "iso-8859-2", "ISO-8859-2" },
	{ "iso-8859-3", "ISO-8859-3" },
	{ "iso-8859-4", "ISO-8859-4" },
	{ "iso-8859-5", "ISO-8859-5" },
	{ "iso-8859-6", "ISO-8859-6" },
	{ "iso-8859-7", "ISO-8859-7" },
	{ "iso-8859-8", "ISO-8859-8" },
	{ "iso-8859-9", "CP1254" },
	{ "iso-8859-10", "ISO-8859-10" },
	{ "iso-8859-13", "ISO-8859-13" },
	{ "iso-8859-15", "ISO-8859-15" },
	{ "latin2", "ISO-8859-2" },
	{ "windows-874", "CP874" },
	{ "tis-620", "CP874" },
	{ "windows-1250", "CP1250" },
	{ "windows-1251", "CP1251" },
	{ "windows-1253", "CP1253" },
	{ "windows-1254", "CP1254" },
	{ "windows-1255", "CP1255" },
	{ "windows-1256", "CP1256" },
	{ "windows-1257", "CP1257" },
	{ "windows-1258", "CP1258" },
	{ "koi8-r", "KOI8-R" },
	{ "koi8-u", "KOI8-U" },
	{ "macintosh", "MACINTOSH" },
	{ "gb2312", "GB18030" },
	{ "gbk", "GB18030" },
	{ "gb18030", "GB18030" },
	{ "x-gbk", "GB18030" },
	{ "big5", "BIG5-HKSCS" },
	{ "big5-hkscs", "BIG5-HKSCS" },
	{ "euc-jp", "EUC-JP" },
	{ "x-euc-jp", "EUC-JP" },
	{ "shift_jis", "CP932" },
	{ "shift-jis", "CP932" },
	{ "sjis", "CP932" },
	{ "windows-31j", "CP932" },
	{ "euc-kr", "CP949" },
	{ "ks_c_5601-1987", "CP949" },
	{ "utf-16", "UTF-16LE" },
	{ "utf-16le", "UTF-16LE" },
	{ "utf-16be", "UTF-16BE" },
};

uint32_t charset_windows_1252(uint8_t byte)
{
	return byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
}

static const char *decode_1252(struct buf *out, struct str bytes)
{
	for (size_t i = 0; i < bytes.n; i++)
		buf_add_cp(out, charset_windows_1252((uint8_t)bytes.p[i]));
	return "windows-1252";
}

/* Converts what iconv can, each byte that it cannot to U+FFFD. */
static bool decode_iconv(struct buf *out, struct str bytes, const char *name)
{
	iconv_t cd = iconv_open("UTF-8", name);
	struct buf copy = { 0 };
	char *in;
	size_t left = bytes.n;

	if (cd == (iconv_t)-1)
		return false;
	buf_add(&copy, bytes);
	in = copy.p;
	while (left > 0) {
		size_t room = left * 2 + 64;
		char *to = buf_reserve(out, room), *from = to;
		bool done = iconv(cd, &in, &left, &to, &room) != (size_t)-1;

		out->n += (size_t)(to - from);
		if (done || errno == E2BIG)
			continue;
		buf_add_cp(out, 0xFFFD);
		in++;
		left--;
	}
	iconv_close(cd);
	buf_release(&copy);
	return true;
}

/* UTF-16 without a mark: ASCII text has a zero in every other byte. */
static const char *guess_utf16(struct str bytes)
{
	size_t n = bytes.n < 1024 ? bytes.n & ~(size_t)1 : 1024;
	size_t zeros[2] = { 0, 0 };

	for (size_t i = 0; i < n; i++)
		zeros[i & 1] += bytes.p[i] == 0;
	if (n < 8)
		return NULL;
	if (zeros[0] * 5 > n * 2 && zeros[1] * 20 < n)
		return "UTF-16BE";
	if (zeros[1] * 5 > n * 2 && zeros[0] * 20 < n)
		return "UTF-16LE";
	return NULL;
}

static const char *by_mark(struct buf *out, struct str bytes)
{
	static const struct {
		struct str mark;
		const char *name;
	} marks[] = {
		{ { "\xEF\xBB\xBF", 3 }, "UTF-8" },
		{ { "\xFF\xFE\0\0", 4 }, "UTF-32LE" },
		{ { "\0\0\xFE\xFF", 4 }, "UTF-32BE" },
		{ { "\xFF\xFE", 2 }, "UTF-16LE" },
		{ { "\xFE\xFF", 2 }, "UTF-16BE" },
	};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (!str_starts(bytes, marks[i].mark))
			continue;
		bytes = str_slice(bytes, marks[i].mark.n, bytes.n);
		if (i == 0)
			buf_add(out, bytes);
		else if (!decode_iconv(out, bytes, marks[i].name))
			return NULL;
		return marks[i].name;
	}
	return NULL;
}

const char *charset_to_utf8(
	struct buf *out, struct str bytes, struct str declared)
{
	const char *name = by_mark(out, bytes);

	if (name)
		return name;
	name = guess_utf16(bytes);
	if (name && decode_iconv(out, bytes, name))
		return name;
	if (utf8_valid(bytes)) {
		buf_add(out, bytes);
		return "UTF-8";
	}
	declared = str_trim(declared);
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
		if (!str_eq_nocase(declared, str_from_c(labels[i].label)))
			continue;
		name = labels[i].name;
		if (strcmp(name, "UTF-8") == 0) {
			buf_add(out, bytes);
			return name;
		}
		if (strcmp(name, "windows-1252") != 0 &&
			decode_iconv(out, bytes, name))
			return name;
		break;
	}
	return decode_1252(out, bytes);
}
