/* Bytes of unknown encoding to UTF-8. */
#ifndef DATELINE_TEXT_CHARSET_H
#define DATELINE_TEXT_CHARSET_H

#include "dateline/base/buf.h"

/*
 * Appends `bytes` to *out as UTF-8: by byte order mark (UTF-8, UTF-16, UTF-32);
 * else as it is when it is valid UTF-8; else by the charset `declared` in the
 * document (a label of the WHATWG Encoding standard, STR_NONE when none;
 * latin1 and ascii mean windows-1252, gb2312 gb18030; UTF-7 and other
 * stateful encodings are refused); else as UTF-16 without a mark when the
 * zero bytes say so; else as windows-1252. Bytes that fit nowhere become
 * U+FFFD. Gives the name of the encoding it took, a static string.
 */
const char *charset_to_utf8(
	struct buf *out, struct str bytes, struct str declared);

/* Windows-1252 of 0x80–0x9F, as the HTML standard reads &#128;–&#159;. */
uint32_t charset_windows_1252(uint8_t byte);

#endif
