#include "dateline/cli/manual.h"

#include "call_options.h"

#include "dateline/base/buf.h"
#include "dateline/base/message.h"
#include "dateline/text/width.h"

/* Two columns of names and what they do, filled from left to right. */
#define COLUMN ((size_t)40)
#define COMMAND_COLS 9
#define OPTION_COLS 15
struct columns {
	FILE *f;
	size_t name_cols;
	size_t cells; /* so far */
	struct buf line;
};

// clang-format off
static const struct manual_option options[] = {
#define X(letter, name, has_arg, value, does) { name, value, does, false },
	CALL_OPTIONS(X)
#undef X
};
// clang-format on
#define OPTIONS (sizeof options / sizeof *options)

bool manual_option_at(size_t i, struct manual_option *out)
{
	if (i < OPTIONS)
		*out = options[i];
	return i < OPTIONS;
}

static void pad(struct buf *line, size_t cols)
{
	for (size_t n = (size_t)text_width(buf_str(line)); n < cols; n++)
		buf_add_c(line, ' ');
}

/* The name is added to the line by the caller, then what it does. */
static void begin_cell(struct columns *c)
{
	pad(&c->line, c->cells % 2 ? COLUMN : 0);
	buf_add(&c->line, STR("  "));
}

static void end_line(struct columns *c)
{
	if (c->line.n)
		fprintf(c->f, "%s\n", c->line.p);
	buf_clear(&c->line);
}

static void end_cell(struct columns *c, const char *does)
{
	pad(&c->line, (c->cells % 2 ? COLUMN : 0) + 2 + c->name_cols);
	buf_add_f(&c->line, " %s", message(does));
	if (c->cells++ % 2)
		end_line(c);
}

static void end_columns(struct columns *c)
{
	end_line(c);
	buf_release(&c->line);
}

static void print_commands(FILE *f)
{
	struct columns columns = { .f = f, .name_cols = COMMAND_COLS };
	struct manual_command c;

	for (size_t i = 0; manual_command_at(i, &c); i++) {
		begin_cell(&columns);
		buf_add(&columns.line, str_from_c(c.name));
		end_cell(&columns, c.does);
	}
	end_columns(&columns);
}

static void print_options(FILE *f)
{
	struct columns columns = { .f = f, .name_cols = OPTION_COLS };
	struct manual_option o;

	for (size_t i = 0; manual_option_at(i, &o); i++) {
		begin_cell(&columns);
		buf_add_f(&columns.line, "--%s%s%s", o.name, o.value ? " " : "",
			o.value ? o.value : "");
		end_cell(&columns, o.does);
	}
	end_columns(&columns);
}

void manual_print_help(FILE *f)
{
	fputs(_("usage: dateline [OPTION...] [COMMAND] [PATH...]\n"
		"Opens an archive of saved articles: files or folders, or what "
		"the variable\n"
		"DATELINE_ARCHIVE or the option archive.path names. With a "
		"command it prints:\n"),
		f);
	print_commands(f);
	fputs(_("Text, or with --json JSON lines; COMMAND --help says more. "
		"Options:\n"),
		f);
	print_options(f);
	fputs(_("Exit status: 0 found, 1 nothing found or some input skipped, 2 "
		"wrong usage,\n"
		"3 archive unreadable, 4 done, but marks, corrections or image "
		"not kept.\n"
		"Manual: dateline(1), dateline-config(5), dateline-keys(7), "
		"dateline-tutorial(7)\n"),
		f);
}
