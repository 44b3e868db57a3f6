#include "dateline/config/config.h"

static void add_help(struct buf *out, const struct option_info *o)
{
	struct str help = str_from_c(o->help), line;

	while (str_split(&help, '\n', &line))
		buf_add_f(out, "# %.*s\n", STR_ARG(line));
	switch (o->type) {
	case OPTION_NUMBER:
		buf_add_f(out, "# a number from %d to %d\n", o->min, o->max);
		break;
	case OPTION_BOOL:
		buf_add(out, STR("# yes or no\n"));
		break;
	case OPTION_CHOICE:
		buf_add_f(out, "# one of: %s\n", o->choices);
		break;
	case OPTION_TEXT:
	case OPTION_PATH:
		break;
	}
}

static void add_options(struct buf *out)
{
	const char *section = "";
	const struct option_info *o;

	for (size_t i = 0; (o = option_at(i)) != NULL; i++) {
		if (strcmp(section, o->section) != 0)
			buf_add_f(out, "\n[%s]\n", o->section);
		section = o->section;
		buf_add_c(out, '\n');
		add_help(out, o);
		buf_add_f(out, "#%s =%s%s\n", o->name, *o->initial ? " " : "",
			o->initial);
	}
}

void config_example(struct buf *out)
{
	buf_add(out,
		STR("# dateline's configuration, with its defaults. Copy it to\n"
		    "# ~/.config/dateline/config.ini and take the # off the "
		    "lines you change.\n"));
	add_options(out);
	buf_add(out,
		STR("\n"
		    "# Keys: `keys = command`, in all screens or in one "
		    "([bind.index], …).\n"
		    "# The help screen (?) names the commands; an empty command "
		    "unbinds.\n"
		    "# Several commands stand in quotes, for ; starts a "
		    "comment:\n"
		    "# ,x = \"read; next-unread\"\n"
		    "[bind]\n"
		    "\n"
		    "# Searches: `name = query`, lists of their own above the "
		    "sources (S).\n"
		    "# A query is what the filter (f) takes: lake gauge = "
		    "gauge lake -said:varga\n"
		    "# Phrases: quotes of the other kind around the whole, "
		    "'\"same number\" lake'\n"
		    "[searches]\n"
		    "\n"
		    "# Highlights: `name = words, \"phrases\", beginnings*`, "
		    "wherever they stand\n"
		    "# in titles and articles, in the theme's styles hl1 to hl4 "
		    "in turn. No\n"
		    "# regular expressions: water = dam* reservoir* \"flood "
		    "wall\"\n"
		    "[highlight]\n"));
}
