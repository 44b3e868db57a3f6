#include "command.h"

#include "dateline/base/message.h"
#include "dateline/cli/manual.h"
#include "dateline/text/distance.h"
#include "dateline/text/sanitize.h"

#include <errno.h>
#include <getopt.h>
#include <signal.h>

// clang-format off
static const struct command commands[] = {
	{ "list", "PATH...", N_("articles by date"), "CT", command_list },
	{ "show", "ID PATH...", N_("one article"), "awHM", command_show },
	{ "search", "QUERY PATH...", N_("answers, best first"), "ad",
		command_search },
	{ "quotes", "PATH...", N_("who said what"), "sr", command_quotes },
	{ "speakers", "PATH...", N_("who is quoted"), "sr", command_speakers },
	{ "stats", "PATH...", N_("counts: source, month …"), "",
		command_stats },
	{ "rounds", "PATH...", N_("events and their articles"), "rHM",
		command_rounds },
	{ "related", "PATH...", N_("what belongs to an article"), "im",
		command_related },
	{ "check", "PATH...", N_("skipped or doubtful input"), "",
		command_check },
	{ "extract", "PATH...|-", N_("clean articles, JSON lines"), "p",
		command_extract },
	{ "index", "PATH...", N_("make the next start fast"), "S", command_index },
	{ "notes", "PATH...", N_("what you wrote"), "", command_notes },
	{ "sources", "PATH...", N_("the outlets, their sites"), "o",
		command_sources },
	{ "import-newsboat", "CACHE PATH...", N_("marks made in newsboat"), "a",
		command_import_newsboat },
};

/* The letters by which struct command.options names them; two are no options:
 * 'p', the command is pure, it needs no archive; 'a', its first argument says
 * what it is to look for. */
static const struct option long_options[] = {
	{ "by-date", no_argument, NULL, 'd' },
	{ "csv", no_argument, NULL, 'C' },
	{ "help", no_argument, NULL, 'h' },
	{ "html", no_argument, NULL, 'H' },
	{ "id", required_argument, NULL, 'i' },
	{ "json", no_argument, NULL, 'j' },
	{ "markdown", no_argument, NULL, 'M' },
	{ "min", required_argument, NULL, 'm' },
	{ "opml", no_argument, NULL, 'o' },
	{ "raw", no_argument, NULL, 'w' },
	{ "round", required_argument, NULL, 'r' },
	{ "shared", required_argument, NULL, 'S' },
	{ "speaker", required_argument, NULL, 's' },
	{ "threads", required_argument, NULL, 't' },
	{ "tsv", no_argument, NULL, 'T' },
	{ NULL, 0, NULL, 0 },
};

/* What each does, for --help; what stands there for its value, and of one that
 * may be wrong what it is. */
static const struct option_help {
	char letter;
	const char *does, *stands, *value;
} option_helps[] = {
	{ 'i', N_("only this article; a part of its id is enough"), "ID", NULL },
	{ 'm', N_("leave out scores below it, 0 to 1"), "SCORE",
		N_("a number from 0 to 1") },
	{ 'w', N_("a paragraph a line"), NULL, NULL },
	{ 'd', N_("in the order of their dates"), NULL, NULL },
	{ 'r', N_("only this round; a part of its id is enough"), "ROUND", NULL },
	{ 'S', N_("write the image there, for all users of the machine"), "DIR",
		NULL },
	{ 's', N_("only speakers with this in their name"), "NAME", NULL },
	{ 'H', N_("an HTML page; of rounds, a report of each"), NULL, NULL },
	{ 'M', N_("Markdown; of rounds, a report of each"), NULL, NULL },
	{ 'C', N_("a table, RFC 4180; ' before what would be a formula"), NULL,
		NULL },
	{ 'T', N_("the same, cells apart by tabs"), NULL, NULL },
	{ 'j', N_("a JSON object a line"), NULL, NULL },
	{ 'o', N_("as OPML 2.0, for other programs"), NULL, NULL },
	{ 't', N_("threads that read the files; 0 is one a core"), "N",
		N_("a number from 0 to 64") },
	{ 'h', N_("this help"), NULL, NULL },
};
#define OPTIONS (sizeof option_helps / sizeof *option_helps)

/* Where help says what an option does. */
#define HELP_COLUMN 16

/* Those that every command takes. */
#define COMMON_OPTIONS "hjt"
// clang-format on
#define COMMANDS (sizeof commands / sizeof *commands)

static const struct command *find(const char *name)
{
	for (size_t i = 0; i < COMMANDS; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

bool cli_is_command(const char *name)
{
	return find(name) != NULL;
}

const char *cli_near_command(const char *name)
{
	size_t nearest = SIZE_MAX;
	const char *found = NULL;

	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		size_t d = text_nearness(
			str_from_c(name), str_from_c(commands[i].name));

		found = d < nearest ? commands[i].name : found;
		nearest = d < nearest ? d : nearest;
	}
	return found;
}

bool cli_is_pure(const char *name)
{
	const struct command *c = find(name);

	return c && strchr(c->options, 'p');
}

static struct manual_option manual_of(const struct option_help *help)
{
	const struct option *o = long_options;

	while (o->val != help->letter)
		o++;
	return (struct manual_option){ o->name, help->stands, help->does,
		strchr(COMMON_OPTIONS, help->letter) != NULL };
}

static bool allowed(const struct command *c, int letter)
{
	return strchr(COMMON_OPTIONS, letter) || strchr(c->options, letter);
}

static void add_option(struct buf *out, const struct manual_option *o)
{
	buf_add_f(out, "--%s", o->name);
	if (o->value)
		buf_add_f(out, " %s", o->value);
}

/* "show ID PATH... [--raw]": without the options that all take. */
static void add_usage(struct buf *out, const struct command *c)
{
	buf_add_f(out, "%s %s", c->name, c->args);
	for (size_t i = 0; i < OPTIONS; i++) {
		const struct manual_option o = manual_of(&option_helps[i]);

		if (!strchr(c->options, option_helps[i].letter))
			continue;
		buf_add(out, STR(" ["));
		add_option(out, &o);
		buf_add_c(out, ']');
	}
}

bool manual_command_at(size_t i, struct manual_command *out)
{
	const struct command *c = &commands[i];

	if (i < COMMANDS)
		*out = (struct manual_command){ c->name, c->args, c->help };
	return i < COMMANDS;
}

bool manual_command_option_at(
	size_t command, size_t i, struct manual_option *out)
{
	for (size_t at = 0; at < OPTIONS; at++)
		if (allowed(&commands[command], option_helps[at].letter) &&
			i-- == 0) {
			*out = manual_of(&option_helps[at]);
			return true;
		}
	return false;
}

static void command_complain(struct str where, struct str why)
{
	struct buf b = { 0 };

	command_add_complaint(&b, where, why);
	safe_fputs(buf_str(&b), stderr);
	buf_release(&b);
}

void command_add_complaint(struct buf *out, struct str where, struct str why)
{
	buf_add_f(out, "dateline: %.*s: ", STR_ARG(where));
	message_add_kept(out, why);
	buf_add_c(out, '\n');
}

struct store *command_open(const struct request *r)
{
	const struct image_request asked = { r->paths, r->n_paths, r->threads,
		r->shared, !r->cache, !r->search };
	struct err e;
	struct store *s = image_load(&asked, &e);

	if (!s)
		safe_printf(stderr, "dateline: %s\n", e.msg);
	return s;
}

struct store *command_load(const struct request *r)
{
	struct store *s = command_open(r);

	for (size_t i = 0; s && i < s->skips.n; i++)
		command_complain(store_str(s, s->skips.v[i].where),
			store_str(s, s->skips.v[i].why));
	return s;
}

bool command_correct(
	const struct request *r, struct store *s, struct corrections *c)
{
	corrections_open(c, r->paths, r->n_paths, r->state);
	if (c->is_error)
		safe_printf(
			stderr, "dateline: %.*s\n", STR_ARG(buf_str(&c->told)));
	corrections_follow(c, s);
	return !c->is_error;
}

enum cli_status command_status(const struct store *s, size_t found)
{
	return found && s->skips.n == 0 ? CLI_OK : CLI_NOTHING;
}

enum cli_status command_print(const struct request *r,
	size_t (*print)(const struct store *s, const struct request *r))
{
	struct store *s = command_load(r);
	struct corrections c;
	enum cli_status status;
	bool kept;

	if (!s)
		return CLI_UNREADABLE;
	kept = command_correct(r, s, &c);
	status = command_status(s, print(s, r));
	corrections_release(&c);
	store_free(s);
	return kept ? status : CLI_UNKEPT;
}

void command_put(struct buf *b, enum export_format format)
{
	if (format == EXPORT_JSON || export_is_table(format))
		fwrite(b->p, 1, b->n, stdout);
	else
		safe_fputs(buf_str(b), stdout);
	buf_clear(b);
}

static bool to_threads(const char *value, unsigned *out)
{
	uint32_t n;

	if (!str_to_u32(str_from_c(value), &n) || n > 64)
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

static bool take_format(struct request *r, enum export_format format)
{
	r->format = format;
	r->json = format == EXPORT_JSON;
	return true;
}

static bool take_option(struct request *r, int letter, const char *value)
{
	switch (letter) {
	case 'C':
		return take_format(r, EXPORT_CSV);
	case 'H':
		return take_format(r, EXPORT_HTML);
	case 'M':
		return take_format(r, EXPORT_MARKDOWN);
	case 'T':
		return take_format(r, EXPORT_TSV);
	case 'd':
		return r->by_date = true;
	case 'h':
		return r->help = true;
	case 'i':
		r->id = str_from_c(value);
		return true;
	case 'j':
		return take_format(r, EXPORT_JSON);
	case 'm':
		return to_score(value, &r->min);
	case 'o':
		return r->opml = true;
	case 'r':
		r->round = str_from_c(value);
		return true;
	case 'S':
		r->place = value;
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

static bool complain(const struct command *c, const char *what, const char *why)
{
	safe_printf(stderr, "dateline: %s: %s: %s\n", c->name, what, why);
	return false;
}

static const char *value_of(int letter)
{
	for (size_t i = 0; i < OPTIONS; i++)
		if (option_helps[i].letter == letter)
			return option_helps[i].value;
	return NULL;
}

static bool complain_value(
	const struct command *c, int letter, const char *name, const char *got)
{
	safe_printf(stderr, _("dateline: %s: --%s %s: expected %s\n"), c->name,
		name, got, message(value_of(letter)));
	return false;
}

/* What the command does, and its options. */
static void print_help(const struct command *c)
{
	struct buf out = { 0 };
	struct manual_option o;
	size_t command = (size_t)(c - commands);

	buf_add(&out, MSG("usage: dateline "));
	add_usage(&out, c);
	buf_add_f(&out, "\n\n%s\n\n", message(c->help));
	for (size_t i = 0; manual_command_option_at(command, i, &o); i++) {
		size_t start = out.n;

		buf_add(&out, STR("  "));
		add_option(&out, &o);
		while (out.n < start + HELP_COLUMN)
			buf_add_c(&out, ' ');
		buf_add_f(&out, " %s\n", message(o.does));
	}
	buf_add(&out, MSG("\nThe options of dateline --help are taken too.\n"));
	fputs(out.p, stdout);
	buf_release(&out);
}

static bool parse(
	const struct command *c, int argc, char *const *argv, struct request *r)
{
	int letter, index = 0;

	optind = 0; /* GNU: scan anew */
	opterr = 0;
	// NOLINTNEXTLINE(concurrency-mt-unsafe): there are no threads yet
	while ((letter = getopt_long(argc, argv, "h", long_options, &index)) !=
		-1) {
		const char *name = long_options[index].name;

		if (letter == '?')
			return complain(c, argv[optind - 1],
				_("unknown option, "
				  "or its value is missing; try --help"));
		if (!allowed(c, letter))
			return complain(c, name,
				_("not an option of this "
				  "command; try --help"));
		if (!take_option(r, letter, optarg))
			return complain_value(c, letter, name, optarg);
	}
	r->paths = (const char *const *)argv + optind;
	r->n_paths = (size_t)(argc - optind);
	return true;
}

/* Output that could not be written is an error. */
static enum cli_status flush(enum cli_status status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	safe_printf(stderr, _("dateline: cannot write the output: %s\n"),
		strerrordesc_np(errno));
	return CLI_NOTHING;
}

static void print_usage(const struct command *c)
{
	struct buf usage = { 0 };

	add_usage(&usage, c);
	fprintf(stderr, _("usage: dateline %s\n"), usage.p);
	buf_release(&usage);
}

/* The id of `show`, the query of `search`. */
static bool take_first(const struct command *c, struct request *r)
{
	if (!strchr(c->options, 'a'))
		return true;
	if (r->n_paths == 0)
		return false;
	r->id = r->query = str_from_c(r->paths[0]);
	r->paths++;
	r->n_paths--;
	return true;
}

/* Pages and reports are for people; "extract" writes JSON always. */
static bool is_for_programs(const struct command *c, const struct request *r)
{
	return r->json || r->opml || c->run == command_extract ||
	       r->format == EXPORT_CSV || r->format == EXPORT_TSV;
}

/* Runs a command on the paths it was given, else on the archive. */
static enum cli_status run(const struct command *c, const struct request *asked,
	const char *archive)
{
	struct request r = *asked;

	if (is_for_programs(c, asked))
		message_end();
	r.search = c->run == command_search;
	if (r.n_paths == 0 && *archive && !cli_is_pure(c->name)) {
		r.paths = &archive;
		r.n_paths = 1;
	}
	if (!r.n_paths) {
		print_usage(c);
		return CLI_USAGE;
	}
	return flush(c->run(&r));
}

/* What the options say for every command. */
static struct request request_of(const struct options *o, struct arena *arena)
{
	return (struct request){
		.min = -1,
		.threads = (unsigned)o->threads,
		.state = o->state,
		.allowed = o->allowed,
		.cache = o->cache,
		.ascii = o->ascii,
		.shared = o->shared.n ? arena_dup_c(arena, o->shared) : NULL,
	};
}

enum cli_status cli_run(
	int argc, char *const *argv, const struct options *options)
{
	const struct command *c = find(argv[0]);
	struct arena arena = { 0 };
	struct request r = request_of(options, &arena);
	enum cli_status status = CLI_USAGE;

	/* A reader that goes away ends the work, even where a parent had
	 * the signal ignored. */
	signal(SIGPIPE, SIG_DFL);
	if (parse(c, argc, argv, &r)) {
		if (r.help) {
			print_help(c);
			status = flush(CLI_OK);
		} else if (take_first(c, &r)) {
			status = run(c, &r, arena_dup_c(&arena, options->path));
		} else {
			print_usage(c);
		}
	}
	arena_release(&arena);
	return status;
}

enum cli_status cli_list(
	const char *const *paths, size_t n, const struct options *options)
{
	struct arena arena = { 0 };
	struct request r = request_of(options, &arena);
	enum cli_status status;

	r.paths = paths;
	r.n_paths = n;
	status = flush(command_list(&r));
	arena_release(&arena);
	return status;
}
