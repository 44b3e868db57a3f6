#include "input/html_attr.h"

#include "dateline/base/ascii.h"

static void skip_space(struct html_scan *s)
{
	while (s->at < s->in.n &&
		(ascii_is_space(s->in.p[s->at]) || s->in.p[s->at] == '/'))
		s->at++;
}

static bool ends_name(char c)
{
	return ascii_is_space(c) || c == '=' || c == '>' || c == '/';
}

/* The end of a quoted value that starts at `from`, or STR_NPOS. */
static size_t find_quote(struct html_scan *s, char mark, size_t from)
{
	bool *none = mark == '"' ? &s->no_double : &s->no_single;
	size_t end = *none ? STR_NPOS : str_chr(s->in, mark, from);

	*none |= end == STR_NPOS;
	return end;
}

static struct str bare_value(struct html_scan *s)
{
	size_t start = s->at;

	while (s->at < s->in.n && !ascii_is_space(s->in.p[s->at]) &&
		s->in.p[s->at] != '>')
		s->at++;
	return str_slice(s->in, start, s->at);
}

static struct str read_value(struct html_scan *s)
{
	char mark = html_byte(s->in, s->at);
	size_t start = s->at + 1, end;

	if (mark != '"' && mark != '\'')
		return bare_value(s);
	end = find_quote(s, mark, start);
	if (end == STR_NPOS)
		return bare_value(s);
	s->at = end + 1;
	return str_slice(s->in, start, end);
}

bool html_attr_next(struct html_scan *s, struct html_attr *a)
{
	size_t start;

	skip_space(s);
	if (s->at >= s->in.n)
		return false;
	if (s->in.p[s->at] == '>') {
		s->at++;
		return false;
	}
	start = s->at++;
	while (s->at < s->in.n && !ends_name(s->in.p[s->at]))
		s->at++;
	a->name = str_slice(s->in, start, s->at);
	a->value = str_of("", 0);
	start = s->at;
	while (start < s->in.n && ascii_is_space(s->in.p[start]))
		start++;
	if (start >= s->in.n || s->in.p[start] != '=')
		return true;
	s->at = start + 1;
	while (s->at < s->in.n && ascii_is_space(s->in.p[s->at]))
		s->at++;
	a->value = read_value(s);
	return true;
}
