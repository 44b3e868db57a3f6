/*
 * Tables for spreadsheets. CSV is RFC 4180's; TSV is IANA's
 * text/tab-separated-values, which cannot hold tabs and line ends: they are
 * blanks there.
 *
 * A cell that a spreadsheet would take for a formula (it begins with = + - @,
 * or their full-width forms) gets an apostrophe before it, which says that it
 * is text (OWASP, "CSV Injection"). Titles come from strangers; scripts take
 * JSON, where every text is as it was.
 */
#include "export/parts.h"

static bool is_formula(struct str s)
{
	static const char *const starts[] = { "=", "+", "-", "@", "\t", "\r",
		"＝", "＋", "－", "＠" };

	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (str_starts(s, str_from_c(starts[i])))
			return true;
	return false;
}

static bool needs_marks(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (strchr("\",\r\n", s.p[i]))
			return true;
	return false;
}

static void add_csv(struct buf *out, struct str text, bool guarded)
{
	bool marks = needs_marks(text);

	buf_add(out, marks ? STR("\"") : STR(""));
	buf_add(out, guarded ? STR("'") : STR(""));
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '"')
			buf_add_c(out, '"');
		buf_add_c(out, text.p[i]);
	}
	buf_add(out, marks ? STR("\"") : STR(""));
}

static void add_tsv(struct buf *out, struct str text, bool guarded)
{
	buf_add(out, guarded ? STR("'") : STR(""));
	for (size_t i = 0; i < text.n; i++)
		buf_add_c(out, strchr("\t\r\n", text.p[i]) ? ' ' : text.p[i]);
}

void table_cell(
	struct buf *out, enum export_format f, struct str text, bool first)
{
	bool csv = f == EXPORT_CSV;

	if (!first)
		buf_add_c(out, csv ? ',' : '\t');
	if (csv)
		add_csv(out, text, is_formula(text));
	else
		add_tsv(out, text, is_formula(text));
}

void table_end(struct buf *out, enum export_format f)
{
	buf_add(out, f == EXPORT_CSV ? STR("\r\n") : STR("\n"));
}
