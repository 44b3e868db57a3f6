/*
 * What iniparser 4.1 refuses, cuts short or reads in a surprising way is found
 * here, line by line, so that the message can name the line and the remedy.
 */
#include "config/ini_line.h"

#include "dateline/base/ascii.h"
#include "dateline/base/message.h"
#include "dateline/config/ini.h"
#include "dateline/text/sanitize.h"
#include "dateline/text/utf8.h"

static struct ini_line bad(struct str key, const char *problem)
{
	return (struct ini_line){ INI_LINE_BAD, key, STR_NONE, problem };
}

/* Controls and bad bytes: what no value may hold; a tab is white space. */
static const char *bad_bytes(struct str s)
{
	for (size_t i = 0; i < s.n;) {
		uint32_t cp;

		i += utf8_decode(s, i, &cp);
		if (cp == 0)
			return _(
				"the line holds a NUL byte; is it a text file?");
		if (cp == UTF8_BAD)
			return _(
				"the line is not UTF-8; save the file as UTF-8");
		if (cp != '\t' && text_is_forbidden(cp))
			return _(
				"the line holds an invisible control character; "
				"remove it");
	}
	return NULL;
}

static bool is_comment(struct str s)
{
	return s.n == 0 || s.p[0] == '#' || s.p[0] == ';';
}

static struct ini_line read_section(struct str s)
{
	size_t close = str_chr(s, ']', 1);
	struct str name;

	if (close == STR_NPOS)
		return bad(str_trim(str_slice(s, 1, s.n)),
			_("the section has no closing ]; its values are left out"));
	name = str_trim(str_slice(s, 1, close));
	if (!is_comment(str_trim(str_slice(s, close + 1, s.n))))
		return bad(
			name, _("only a comment may follow the ] of a section; "
				"its values are left out"));
	return (struct ini_line){ INI_LINE_SECTION, name, STR_NONE, NULL };
}

/* A value in quotes: they must close, and only a comment may follow. */
static const char *check_quoted(struct str value)
{
	size_t close = str_chr(value, value.p[0], 1);

	if (close == STR_NPOS)
		return _("the quote is not closed");
	if (!is_comment(str_trim(str_slice(value, close + 1, value.n))))
		return _("something follows the closing quote; a quote inside "
			 "quotes must be of the other kind");
	return NULL;
}

static const char *check_plain(struct str value)
{
	for (size_t i = 0; i < value.n; i++)
		if ((value.p[i] == '#' || value.p[i] == ';') &&
			(i == 0 || !ascii_is_space(value.p[i - 1])))
			return _("# and ; start a comment: put the value in "
				 "quotes, \"…\"");
	if (str_ends(value, STR("\\")))
		return _("the value ends in \\: put it in quotes, \"…\"");
	return NULL;
}

static struct ini_line read_value(struct str s, size_t equals)
{
	struct ini_line line = { .kind = INI_LINE_VALUE };
	const char *problem;

	line.key = str_trim(str_slice(s, 0, equals));
	line.value = str_trim(str_slice(s, equals + 1, s.n));
	if (line.key.n == 0)
		return bad(line.key, _("nothing stands before the ="));
	if (str_find(line.key, STR(" : "), 0) != STR_NPOS)
		return bad(line.key, _("write key = value, with = and not :"));
	if (line.value.n == 0)
		return line;
	problem = line.value.p[0] == '"' || line.value.p[0] == '\''
			  ? check_quoted(line.value)
			  : check_plain(line.value);
	return problem ? bad(line.key, problem) : line;
}

/* The key of a line that is left out, for the message. */
static struct str key_of(struct str s)
{
	size_t equals = str_chr(s, '=', 0);

	return equals == STR_NPOS
		       ? STR_NONE
		       : utf8_cut(str_trim(str_slice(s, 0, equals)), 64);
}

struct ini_line ini_line_read(struct str raw)
{
	struct str s = str_trim(raw);
	const char *problem;
	size_t equals;

	if (is_comment(s))
		return (struct ini_line){ .kind = INI_LINE_EMPTY };
	if (s.n > INI_MAX_LINE)
		return bad(key_of(s), _("the line is longer than 1000 bytes"));
	problem = bad_bytes(s);
	if (problem)
		return bad(key_of(s), problem);
	if (s.p[0] == '[')
		return read_section(s);
	equals = str_chr(s, '=', 0);
	if (equals != STR_NPOS)
		return read_value(s, equals);
	return bad(s, str_chr(s, ':', 0) != STR_NPOS
			      ? _("write key = value, with = and not :")
			      : _("no value: write key = value"));
}
