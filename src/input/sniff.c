#include "sniff.h"

#include "dateline/base/ascii.h"
#include "dateline/text/charset.h"
#include "dateline/text/utf8.h"

/* Bytes looked at: real pages open <html> within the first two kilobytes. */
#define HEAD 8192

struct magic {
	struct str start;
	const char *why;
};

#define MAGIC(bytes, why) \
	{ \
		{ bytes, sizeof(bytes) - 1 }, why \
	}

/* Formats that are known but not read. */
static const struct magic magics[] = {
	MAGIC("%PDF-", "is PDF; convert it first: pdftotext -layout FILE"),
	MAGIC("{\\rtf", "is RTF; convert it first: pandoc -t html FILE"),
	MAGIC("PK\3\4",
		"is a zip container (zip, docx, epub); unpack it first"),
	MAGIC("PK\5\6", "is an empty zip container"),
	MAGIC("\xD0\xCF\x11\xE0",
		"is an old Office file; save it as HTML first"),
	MAGIC("\x89PNG", "is an image (PNG); it holds no text"),
	MAGIC("GIF8", "is an image (GIF); it holds no text"),
	MAGIC("\xFF\xD8\xFF", "is an image (JPEG); it holds no text"),
	MAGIC("\x7F"
	      "ELF",
		"is a program (ELF); it holds no text"),
	MAGIC("SQLite format 3", "is an SQLite database; export its texts as "
				 "JSON lines"),
	MAGIC("\x1F\x8B", "is gzip inside gzip; unpack it first"),
	MAGIC("BZh", "is bzip2; unpack it first"),
	MAGIC("\xFD"
	      "7zXZ",
		"is xz; unpack it first"),
	MAGIC("\x28\xB5\x2F\xFD", "is zstd; unpack it first"),
	MAGIC("7z\xBC\xAF", "is a 7z container; unpack it first"),
	MAGIC("WARC/", "is a web archive (WARC); extract its pages first"),
	MAGIC("<?xml", "is XML (feed or wire format); save the articles as "
		       "HTML or JSON lines first"),
	MAGIC("<rss", "is an RSS feed; save its articles as HTML first"),
	MAGIC("<feed", "is an Atom feed; save its articles as HTML first"),
};

/* One of these stands in the header of every mail message, and hardly in the
 * first lines of a page dump. */
static const struct str mail_headers[] = { { "Return-Path: ", 13 },
	{ "Delivered-To: ", 14 }, { "MIME-Version: ", 14 },
	{ "Received: from ", 15 }, { "Message-ID: <", 13 } };

static bool is_mail_header(struct str line)
{
	for (size_t i = 0; i < sizeof mail_headers / sizeof *mail_headers; i++)
		if (str_starts_nocase(line, mail_headers[i]))
			return true;
	return false;
}

/* The lines up to the first empty one hold a header of mail. */
static bool is_mail(struct str head)
{
	struct str line;

	while (str_split(&head, '\n', &line) && str_trim(line).n)
		if (is_mail_header(line))
			return true;
	return false;
}

/* "From jo@example.org Mon May  1 10:00:00 2006", not "From our reporter". */
static bool is_mbox(struct str head)
{
	struct str line, year;
	uint32_t number;

	if (!str_starts(head, STR("From ")) || !str_split(&head, '\n', &line))
		return false;
	line = str_trim(line);
	year = str_slice(line, line.n - 5, line.n);
	return line.n > 20 && year.p[0] == ' ' &&
	       str_to_u32(str_slice(year, 1, 5), &number) &&
	       line.p[line.n - 8] == ':' && line.p[line.n - 11] == ':';
}

static const char *known_but_not_read(struct str head)
{
	if (is_mbox(head))
		return "is a mailbox (mbox); save its messages as text first";
	for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
		if (str_starts(head, magics[i].start))
			return magics[i].why;
	if (is_mail(head))
		return "is a mail message; save its body as text or HTML "
		       "first";
	return NULL;
}

/*
 * Binary data: many control characters; or not UTF-8, mostly bytes above 127,
 * and some controls (compressed data has about 50 % and 9 %; texts in one-byte
 * Cyrillic have 80 % and none).
 */
static bool is_binary(struct str raw, struct str head, const char *charset)
{
	size_t controls = 0, high = 0;

	for (size_t i = 0; i < head.n; i++)
		controls += (uint8_t)head.p[i] < 32 && head.p[i] != 27 &&
			    !ascii_is_space(head.p[i]);
	for (size_t i = 0; i < raw.n; i++)
		high += (uint8_t)raw.p[i] > 127;
	if (controls * 10 > head.n * 3)
		return true;
	return strcmp(charset, "windows-1252") == 0 && high * 5 > raw.n &&
	       controls * 50 > raw.n;
}

/* Past white space, comments, and <?xml … ?>. */
static struct str skip_prolog(struct str s)
{
	for (;;) {
		bool comment, xml;
		size_t end;

		s = str_trim(s);
		comment = str_starts(s, STR("<!--"));
		xml = str_starts_nocase(s, STR("<?xml"));
		if (!comment && !xml)
			return s;
		end = str_find(s, comment ? STR("-->") : STR("?>"), 2);
		if (end == STR_NPOS)
			return s;
		s = str_slice(s, end + (comment ? 3 : 2), s.n);
	}
}

/* <p, <!doctype, </div … but not "<3" or "<- see". */
static bool starts_with_tag(struct str s)
{
	size_t at = 1;

	if (s.n < 3 || s.p[0] != '<')
		return false;
	if (s.p[1] == '/' || s.p[1] == '!')
		at = 2;
	return ascii_is_alpha(s.p[at]) || str_starts(s, STR("<!--"));
}

/* "<head" but not "<headline". */
static bool has_tag(struct str head, struct str tag)
{
	size_t at = str_find_nocase(head, tag, 0);

	while (at != STR_NPOS && at + tag.n < head.n &&
		ascii_is_alnum(head.p[at + tag.n]))
		at = str_find_nocase(head, tag, at + tag.n);
	return at != STR_NPOS;
}

static bool is_html(struct str head)
{
	struct str s = skip_prolog(head);
	bool root = str_starts_nocase(s, STR("<html")) ||
		    str_starts_nocase(s, STR("<!doctype html"));

	if (root || str_starts_nocase(head, STR("<?xml")))
		return root;
	if (str_starts_nocase(s, STR("<rss")) ||
		str_starts_nocase(s, STR("<feed")))
		return false;
	return starts_with_tag(s) || has_tag(head, STR("<!doctype html")) ||
	       has_tag(head, STR("<html")) || has_tag(head, STR("<head")) ||
	       has_tag(head, STR("<body"));
}

/* An object with a quoted key, an array of objects, or arrays in arrays. */
static bool is_json(struct str head)
{
	struct str rest = str_trim(str_slice(head, 1, head.n));

	if (head.p[0] == '{')
		return rest.n == 0 || rest.p[0] == '"' || rest.p[0] == '}';
	if (head.p[0] != '[' || rest.n == 0)
		return false;
	return rest.p[0] == '{' || str_starts(rest, STR("[["));
}

/* "[defaults]" */
static bool is_section(struct str line)
{
	return line.n > 2 && line.p[0] == '[' &&
	       str_chr(line, ']', 0) == line.n - 1;
}

/* "key = value", the key of up to three words: no formula, no markup. */
static bool is_setting(struct str line)
{
	size_t equals = str_chr(line, '=', 0), words = 1;
	struct str key;

	if (equals == STR_NPOS)
		return false;
	key = str_trim(str_slice(line, 0, equals));
	for (size_t i = 0; i < key.n; i++) {
		words += key.p[i] == ' ';
		if (!ascii_is_alnum(key.p[i]) && !strchr(" ._-", key.p[i]))
			return false;
	}
	return key.n > 0 && words <= 3;
}

/* Settings in sections, with comments between them, and hardly a line of
 * anything else; the last line may be cut. */
static bool is_ini(struct str head)
{
	size_t sections = 0, settings = 0, other = 0;
	struct str line;

	while (str_split(&head, '\n', &line)) {
		line = str_trim(line);
		if (line.n == 0 || line.p[0] == ';' || line.p[0] == '#')
			continue;
		if (is_section(line))
			sections++;
		else if (is_setting(line))
			settings++;
		else
			other++;
	}
	return sections > 0 && settings > 0 &&
	       other * 10 <= sections + settings;
}

static enum input_format sniff_text(struct str head, const char **why)
{
	if (head.n == 0)
		*why = "is empty";
	else if (is_json(head))
		return FORMAT_JSON;
	else if (is_html(head))
		return FORMAT_HTML;
	else if (is_ini(head))
		*why = "looks like a sidecar; name it archive.ini";
	else
		*why = known_but_not_read(head);
	return *why ? FORMAT_UNKNOWN : FORMAT_TEXT;
}

/* The first bytes, not cut inside a character of UTF-8. */
static struct str head_of(struct str bytes)
{
	size_t n = HEAD;

	if (bytes.n <= HEAD)
		return bytes;
	while (n > HEAD - 4 && !utf8_is_boundary(bytes, n))
		n--;
	return str_slice(bytes, 0, n);
}

enum input_format sniff(struct str bytes, const char **why)
{
	struct str raw = head_of(bytes);
	struct buf head = { 0 };
	enum input_format format = FORMAT_UNKNOWN;
	const char *charset;

	*why = known_but_not_read(raw);
	if (*why && !str_starts(raw, STR("<")))
		return FORMAT_UNKNOWN;
	*why = NULL;
	charset = charset_to_utf8(&head, raw, STR_NONE);
	if (is_binary(raw, buf_str(&head), charset))
		*why = "is not text; only page dumps, HTML and JSON lines are "
		       "read";
	else
		format = sniff_text(str_trim(buf_str(&head)), why);
	buf_release(&head);
	return format;
}

enum input_format input_sniff(struct str bytes)
{
	const char *why;

	return sniff(bytes, &why);
}
