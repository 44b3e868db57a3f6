#include "json_mend.h"

#include "dateline/base/ascii.h"

/* Characters of a number that is sure to fit int64_t and double. */
#define SAFE_NUMBER 15

struct mender {
	struct str s;
	struct buf *out;
	size_t kept; /* bytes of s already in out */
};

/* Replaces bytes [start, end) by what the caller adds next. */
static void cut(struct mender *m, size_t start, size_t end)
{
	buf_add(m->out, str_slice(m->s, m->kept, start));
	m->kept = end;
}

/* The code unit of a \uXXXX at byte `at`; -1 when there is none. */
static int escape_unit(struct str s, size_t at)
{
	int unit = 0;

	if (at + 6 > s.n || s.p[at] != '\\' || s.p[at + 1] != 'u')
		return -1;
	for (size_t i = at + 2; i < at + 6; i++) {
		char c = ascii_lower(s.p[i]);

		if (ascii_is_digit(c))
			unit = unit * 16 + (c - '0');
		else if (c >= 'a' && c <= 'f')
			unit = unit * 16 + (c - 'a' + 10);
		else
			return -1;
	}
	return unit;
}

static bool is_high(int unit)
{
	return unit >= 0xD800 && unit < 0xDC00;
}

static bool is_low(int unit)
{
	return unit >= 0xDC00 && unit < 0xE000;
}

/* Gives the place behind the escape at `at`. */
static size_t mend_escape(struct mender *m, size_t at)
{
	int unit = escape_unit(m->s, at);

	if (is_high(unit) && is_low(escape_unit(m->s, at + 6)))
		return at + 12;
	if (!is_high(unit) && !is_low(unit))
		return at + 2;
	cut(m, at, at + 6);
	buf_add(m->out, STR("\\uFFFD"));
	return at + 6;
}

/* Gives the place behind the string whose mark stands before `at`. */
static size_t mend_string(struct mender *m, size_t at)
{
	while (at < m->s.n && m->s.p[at] != '"')
		at = m->s.p[at] == '\\' ? mend_escape(m, at) : at + 1;
	return at + 1;
}

static bool in_number(char c)
{
	return ascii_is_digit(c) || c == '+' || c == '-' || c == '.' ||
	       c == 'e' || c == 'E';
}

/* Gives the place behind the number that starts at `at`. */
static size_t mend_number(struct mender *m, size_t at)
{
	bool exponent = false;
	size_t end = at;

	for (; end < m->s.n && in_number(m->s.p[end]); end++)
		exponent |= ascii_lower(m->s.p[end]) == 'e';
	if (!exponent && end - at <= SAFE_NUMBER)
		return end;
	cut(m, at, end);
	buf_add_c(m->out, '"');
	buf_add(m->out, str_slice(m->s, at, end));
	buf_add_c(m->out, '"');
	return end;
}

struct str json_mend(struct str s, struct buf *scratch)
{
	struct mender m = { s, scratch, 0 };

	buf_clear(scratch);
	for (size_t i = 0; i < s.n;) {
		if (s.p[i] == '"')
			i = mend_string(&m, i + 1);
		else if (ascii_is_digit(s.p[i]) || s.p[i] == '-')
			i = mend_number(&m, i);
		else
			i++;
	}
	if (m.kept == 0)
		return s;
	cut(&m, s.n, s.n);
	return buf_str(scratch);
}
