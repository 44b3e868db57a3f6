#include "command.h"

#include "dateline/store/load.h"
#include "dateline/text/sanitize.h"

#include <errno.h>
#include <getopt.h>
#include <math.h>

// clang-format off
static const struct command commands[] = {
	{ "extract", "[FILE... | -]", "clean articles as JSON lines", "",
		command_extract },
	{ "rounds", "[PATH...]", "the events and their articles", "",
		command_rounds },
	{ "related", "[PATH...] [--id ID] [--min S]",
		"what belongs to an article", "im", command_related },
};

/* The letters by which struct command.options names them; --json and --threads
 * are for all. */
static const struct option long_options[] = {
	{ "id", required_argument, NULL, 'i' },
	{ "json", no_argument, NULL, 'j' },
	{ "min", required_argument, NULL, 'm' },
	{ "raw", no_argument, NULL, 'w' },
	{ "round", required_argument, NULL, 'r' },
	{ "speaker", required_argument, NULL, 's' },
	{ "threads", required_argument, NULL, 't' },
	{ NULL, 0, NULL, 0 },
};
// clang-format on

static const struct command *find(const char *name)
{
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

bool cli_is_command(const char *name)
{
	return find(name) != NULL;
}

void cli_help(FILE *f)
{
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		char call[48];

		snprintf(call, sizeof call, "%s %s", commands[i].name,
			commands[i].args);
		fprintf(f, "  %-40s %s\n", call, commands[i].help);
	}
}

void command_complain(struct str where, struct str why)
{
	safe_printf(stderr, "dateline: %.*s: %.*s\n", STR_ARG(where),
		STR_ARG(why));
}

struct store *command_load(const struct request *r)
{
	struct err e;
	struct store *s = store_load(r->paths, r->n_paths, r->threads, &e);

	if (!s) {
		safe_printf(stderr, "dateline: %s\n", e.msg);
		return NULL;
	}
	for (size_t i = 0; i < s->skips.n; i++)
		command_complain(store_str(s, s->skips.v[i].where),
			store_str(s, s->skips.v[i].why));
	return s;
}

enum cli_status command_status(const struct store *s, size_t found)
{
	return found && s->skips.n == 0 ? CLI_OK : CLI_NOTHING;
}

static bool to_threads(const char *value, unsigned *out)
{
	uint32_t n;

	if (!str_to_u32(str_from_c(value), &n) || n < 1 || n > 256)
		return false;
	*out = n;
	return true;
}

static bool to_score(const char *value, double *out)
{
	char *end;

	*out = strtod(value, &end);
	return end != value && *end == '\0' && *out >= 0 && *out <= 1;
}

static bool take_option(struct request *r, int letter, const char *value)
{
	switch (letter) {
	case 'i':
		r->id = str_from_c(value);
		return true;
	case 'j':
		return r->json = true;
	case 'm':
		return to_score(value, &r->min);
	case 'r':
		r->round = str_from_c(value);
		return true;
	case 's':
		r->speaker = str_from_c(value);
		return true;
	case 't':
		return to_threads(value, &r->threads);
	default:
		return r->raw = true;
	}
}

static bool allowed(const struct command *c, int letter)
{
	return letter == 'j' || letter == 't' || strchr(c->options, letter);
}

static bool parse(const struct command *c, int argc, char *const *argv,
	struct request *r)
{
	int letter, index = 0;

	optind = 0; /* GNU: scan anew */
	while ((letter = getopt_long(argc, argv, "", long_options, &index)) !=
		-1) {
		if (letter == '?')
			return false;
		if (!allowed(c, letter)) {
			safe_printf(stderr, "dateline %s: takes no --%s\n",
				c->name, long_options[index].name);
			return false;
		}
		if (!take_option(r, letter, optarg)) {
			safe_printf(stderr,
				"dateline %s: --%s: \"%s\" is no such value\n",
				c->name, long_options[index].name, optarg);
			return false;
		}
	}
	r->paths = (const char *const *)argv + optind;
	r->n_paths = (size_t)(argc - optind);
	return true;
}

/* Output that could not be written is an error; a reader that went away is
 * not worth a word. */
static enum cli_status flush(enum cli_status status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	if (errno != EPIPE)
		safe_printf(stderr, "dateline: cannot write the output: %s\n",
			strerrordesc_np(errno));
	return CLI_NOTHING;
}

enum cli_status cli_run(
	int argc, char *const *argv, const struct options *options)
{
	const struct command *c = find(argv[0]);
	struct request r = { .threads = (unsigned)options->threads };
	struct arena arena = { 0 };
	const char *fallback = arena_dup_c(&arena, options->path);
	enum cli_status status = CLI_USAGE;

	if (parse(c, argc, argv, &r)) {
		if (r.n_paths == 0 && options->path.n) {
			r.paths = &fallback;
			r.n_paths = 1;
		}
		if (r.n_paths)
			status = flush(c->run(&r));
		else
			safe_printf(stderr, "usage: dateline %s %s\n", c->name,
				c->args);
	}
	arena_release(&arena);
	return status;
}
