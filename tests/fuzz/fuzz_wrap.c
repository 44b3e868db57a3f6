/* The gate and the breaking of lines: the first byte is the width. */
#include "fuzz.h"

#include "dateline/text/sanitize.h"
#include "dateline/text/width.h"
#include "dateline/text/wrap.h"

static void check_between(struct str s, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		fuzz_assert(s.p[i] == ' ' || s.p[i] == '\n');
}

static void check_line(struct str s, struct range r, int columns)
{
	struct str line = str_range(s, r);
	int first;

	fuzz_check_range(s, r);
	if (line.n)
		fuzz_assert(text_width(line) <= columns ||
			    text_cluster(line, 0, &first) == line.n);
	fuzz_assert(str_chr(line, '\n', 0) == STR_NPOS);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf text = { 0 };
	struct lines lines = { 0 };
	struct str s;
	int columns = size ? data[0] % 100 + 1 : 1;
	uint32_t before = 0;

	text_sanitize(&text, str_of((const char *)data, size), SANITIZE_TEXT);
	s = buf_str(&text);
	fuzz_check_str(s);
	text_wrap(s, (struct range){ 0, (uint32_t)s.n }, columns, &lines);
	for (size_t i = 0; i < lines.list.n; i++) {
		fuzz_assert(lines.list.v[i].start >= before);
		check_between(s, before, lines.list.v[i].start);
		check_line(s, lines.list.v[i], columns);
		before = lines.list.v[i].end;
	}
	check_between(s, before, (uint32_t)s.n);
	lines_release(&lines);
	buf_release(&text);
	return 0;
}
