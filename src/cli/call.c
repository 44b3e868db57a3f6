#include "dateline/cli/call.h"

#include "call_options.h"
#include "dateline/base/env.h"
#include "dateline/base/message.h"
#include "dateline/cli/cli.h"
#include "dateline/cli/manual.h"
#include "dateline/cli/play.h"
#include "dateline/text/date.h"
#include "dateline/text/sanitize.h"
#include "hoist.h"

#include <unistd.h>

#define VERSION "0.1.0"

// clang-format off
static const struct option long_options[] = {
#define X(letter, name, has_arg, value, does) { name, has_arg, NULL, letter },
	CALL_OPTIONS(X)
#undef X
	{ NULL, 0, NULL, 0 },
};
// clang-format on
/* The '+' ends the options at the command: those behind it are its own. */
#define SHORT_OPTIONS "+hV"

static enum call_kind print_help(void)
{
	manual_print_help(stdout);
	return CALL_DONE;
}

/* What the environment and --restricted leave; nothing takes it back. */
static unsigned allowed(bool restricted)
{
	if (!restricted && !env_get("DATELINE_SECURE"))
		return PERMIT_ALL;
	return permissions_of(str_from_c(env_get("DATELINE_SECURE_ALLOW")));
}

static enum call_kind print_version(bool restricted)
{
	unsigned left = allowed(restricted);
	struct buf taken = { 0 };

	fputs("dateline " VERSION "\n", stdout);
	permissions_say_taken(left, &taken);
	if (taken.n)
		printf(_("restricted: not to %s\n"), taken.p);
	buf_release(&taken);
	return CALL_DONE;
}

static enum call_kind print_config(void)
{
	struct buf text = { 0 };

	config_example(&text);
	fputs(text.p, stdout);
	buf_release(&text);
	return CALL_DONE;
}

static bool complain(const char *option, const char *value, const char *why)
{
	safe_printf(stderr, "dateline: --%s %s: %s\n", option, value, why);
	return false;
}

/* An option that is short for one of the configuration. */
static bool set(
	struct call *c, const char *option, const char *name, const char *value)
{
	struct err e;

	if (config_set(&c->config, str_from_c(name), str_from_c(value), &e))
		return true;
	return complain(option, value, e.msg);
}

static bool set_pair(struct call *c, const char *pair)
{
	struct str value = str_from_c(pair), name;
	struct err e;

	if (!strchr(pair, '='))
		return complain("set", pair, _("write it as ui.group=source"));
	str_split(&value, '=', &name);
	if (config_set(&c->config, name, value, &e))
		return true;
	return complain("set", pair, e.msg);
}

static bool set_now(struct call *c, const char *value)
{
	struct date d;
	int32_t last;

	if (date_parse(str_from_c(value), lexicon_english(), &d) &&
		date_day_span(&d, &c->today, &last) && c->today == last)
		return true;
	return complain("now", value, _("write the day as 2008-05-14"));
}

static bool set_size(struct call *c, const char *value)
{
	if (play_size(str_from_c(value), &c->rows, &c->cols))
		return true;
	return complain("size", value, "write columns and rows as 80x24");
}

static bool take(struct call *c, int letter, const char *value)
{
	switch (letter) {
	case 'c':
		return set(c, "color", "ui.color", value);
	case 'j':
		return set(c, "threads", "archive.threads", value);
	case 'k':
		c->keys = str_from_c(value);
		return true;
	case 'n':
		return set_now(c, value);
	case 'C':
		c->config.options.cache = false;
		return true;
	case 'N':
		c->config.options.state = false;
		return true;
	case 'o':
		return set_pair(c, value);
	case 's':
		return set_size(c, value);
	case 't':
		return set(c, "theme", "ui.theme", value);
	default:
		return letter != '?';
	}
}

/* The command line is read before there are threads. */
static int next_option(int argc, char *const *argv)
{
	// NOLINTNEXTLINE(concurrency-mt-unsafe)
	return getopt_long(argc, argv, SHORT_OPTIONS, long_options, NULL);
}

/* getopt's own message would print the bytes as they are. */
static enum call_kind unknown(const char *option)
{
	safe_printf(stderr,
		_("dateline: %s: unknown option, or its value is missing; try "
		  "--help\n"),
		option);
	return CALL_WRONG;
}

/* The arguments with the options first that stand behind the command or the
 * first path. A command has a --help and --threads of its own. */
static char *const *arrange(struct call *c, int argc, char *const *argv)
{
	int letter;

	optind = 0; /* GNU: scan anew */
	opterr = 0;
	do
		letter = next_option(argc, argv);
	while (letter != -1 && letter != '?');
	if (letter == '?' || optind >= argc)
		return argv;
	return hoist_options(argv, optind, long_options,
		cli_is_command(argv[optind]) ? "hj" : "", &c->config.arena);
}

/*
 * The first look: --help and --version win over everything, and the
 * configuration is read before the options that change it.
 */
static enum call_kind look_ahead(
	struct call *c, int argc, char *const *argv, const char **named)
{
	int letter;

	optind = 0; /* GNU: scan anew */
	opterr = 0;
	while ((letter = next_option(argc, argv)) != -1) {
		if (letter == '?')
			return unknown(argv[optind - 1]);
		if (letter == 'h')
			return print_help();
		if (letter == 'V')
			return print_version(c->restricted);
		if (letter == 'p')
			return print_config();
		if (letter == 'f')
			*named = optarg;
		c->restricted |= letter == 'r';
	}
	/* As git has it, unless that is a file. */
	if (optind < argc && strcmp(argv[optind], "help") == 0 &&
		access(argv[optind], F_OK) != 0)
		return print_help();
	return CALL_RUN;
}

/* The environment names an archive for every start, over the configuration. */
static bool read_environment(struct call *c)
{
	const char *archive = env_get("DATELINE_ARCHIVE");
	struct err e;

	if (!archive || config_set(&c->config, STR("archive.path"),
				str_from_c(archive), &e))
		return true;
	safe_printf(stderr, _("dateline: DATELINE_ARCHIVE=%s: %s\n"), archive,
		e.msg);
	return false;
}

static bool read_config(
	struct call *c, int argc, char *const *argv, const char *named)
{
	struct buf own = { 0 };
	bool good = true;

	if (named) {
		good = config_read(&c->config, named, true);
	} else if (!(optind < argc && cli_is_pure(argv[optind]))) {
		if (config_path(&own, "config.ini"))
			config_read(&c->config, own.p, false);
	}
	buf_release(&own);
	return good && read_environment(c);
}

static int32_t today(void)
{
	time_t now = time(NULL);
	struct tm tm;

	if (!localtime_r(&now, &tm))
		return 0;
	return date_days(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

enum call_kind call_parse(struct call *c, int argc, char *const *argv)
{
	const char *named = NULL;
	enum call_kind kind;
	int letter;

	*c = (struct call){ .rows = 24, .cols = 80, .today = today() };
	config_init(&c->config);
	argv = arrange(c, argc, argv);
	kind = look_ahead(c, argc, argv, &named);
	if (kind == CALL_RUN && !read_config(c, argc, argv, named))
		kind = CALL_WRONG;
	optind = 0;
	while (kind == CALL_RUN && (letter = next_option(argc, argv)) != -1)
		if (!take(c, letter, optarg))
			kind = CALL_WRONG;
	options_restrict(&c->config.options, allowed(c->restricted));
	c->rest = argv + optind;
	c->n_rest = argc - optind;
	if (c->config.options.path.n)
		c->archive =
			arena_dup_c(&c->config.arena, c->config.options.path);
	return kind;
}

void call_release(struct call *c)
{
	config_release(&c->config);
}
