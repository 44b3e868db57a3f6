/*
 * Makes a manual page of its source, which is in mdoc(7): a line `.\" @NAME`
 * stands for the rows of the table NAME, so that no page tells of what the
 * program does not have.
 *
 *	mkman < PAGE.in > PAGE
 */
#include "dateline/base/buf.h"
#include "dateline/cli/manual.h"
#include "dateline/config/options.h"
#include "dateline/view/style.h"
#include "view/keymap.h"

#define MARK ".\\\" @"

/* Characters that roff would take for something else. */
static const char *escape(char c)
{
	switch (c) {
	case '\\':
		return "\\e";
	case '"':
		return "\\(dq";
	case '\'':
		return "\\(aq";
	case '`':
		return "\\(ga";
	case '^':
		return "\\(ha";
	case '~':
		return "\\(ti";
	case '-':
		return "\\-";
	default:
		return NULL;
	}
}

static void put(struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		const char *escaped = escape(text.p[i]);

		if (escaped)
			fputs(escaped, stdout);
		else
			putchar(text.p[i]);
	}
}

/* A word after a macro: never a macro or a delimiter itself. */
static void put_word(struct str word)
{
	fputs(" \\&", stdout);
	put(word);
}

/* A line of text, as it is written; \& so that it is never a request. A
 * sentence begins a line, as roff wants it. */
static void put_line(struct str text)
{
	size_t end;

	while ((end = str_find(text, STR(". "), 0)) != STR_NPOS) {
		put_line(str_slice(text, 0, end + 1));
		text = str_slice(text, end + 2, text.n);
	}
	fputs("\\&", stdout);
	put(text);
	putchar('\n');
}

/* The words after a macro, one by one. */
static void put_words(const char *macro, struct str words)
{
	struct str word;

	while (str_split(&words, ' ', &word))
		if (word.n) {
			printf(" %s", macro);
			put_word(word);
		}
}

static void put_option(const struct manual_option *o)
{
	printf(".It Fl \\-%s", o->name);
	if (o->value)
		put_words("Ar", str_from_c(o->value));
	putchar('\n');
	put_line(str_from_c(o->does));
}

static void put_options(void)
{
	struct manual_option o;

	for (size_t i = 0; manual_option_at(i, &o); i++)
		put_option(&o);
}

/* Without those that every command takes, which stand before the list. */
static void put_own_options(size_t command)
{
	struct manual_option o;
	bool any = false;

	for (size_t i = 0; manual_command_option_at(command, i, &o); i++) {
		if (o.common)
			continue;
		if (!any)
			puts(".Bl -tag -width Ds -compact");
		put_option(&o);
		any = true;
	}
	if (any)
		puts(".El");
}

static void put_commands(void)
{
	struct manual_command c;

	for (size_t i = 0; manual_command_at(i, &c); i++) {
		printf(".It Cm %s", c.name);
		put_words("Ar", str_from_c(c.args));
		putchar('\n');
		put_line(str_from_c(c.does));
		put_own_options(i);
	}
}

/* The keys a command has, its name and arguments, what it does. */
static void put_command(const struct command *c)
{
	fputs(".It", stdout);
	put_words("Ic", str_from_c(c->keys));
	printf("%s Pq Cm %s", c->keys[0] ? "" : " No \\&", c->name);
	if (c->argument[0])
		put_words("Ar", str_from_c(c->argument));
	putchar('\n');
	put_line(str_from_c(c->help));
}

/* The commands of one screen that not all have; or, IN_ALL, the others. */
static void put_keys_of(unsigned in, const char *title)
{
	bool any = false;

	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
		bool everywhere = commands[i].in == IN_ALL;

		if (in == IN_ALL ? !everywhere
				 : everywhere || !(commands[i].in & in))
			continue;
		if (!any)
			printf(".Ss \\&%s\n.Bl -tag -width Ds\n", title);
		put_command(&commands[i]);
		any = true;
	}
	if (any)
		puts(".El");
}

static void put_keys(void)
{
	char title[64];

	put_keys_of(IN_ALL, "In all screens");
	for (unsigned in = 1; in < IN_ALL; in <<= 1) {
		snprintf(title, sizeof title, "In the screen: %s",
			view_name(in));
		put_keys_of(in, title);
	}
}

static void put_range(const struct option_info *o)
{
	switch (o->type) {
	case OPTION_NUMBER:
		printf("(%d to %d)\n", o->min, o->max);
		break;
	case OPTION_BOOL:
		puts("(yes or no)");
		break;
	case OPTION_CHOICE:
		printf("(one of: %s)\n", o->choices);
		break;
	case OPTION_TEXT:
	case OPTION_PATH:
	default:
		break;
	}
}

static void put_config(void)
{
	const struct option_info *o;
	const char *section = "";

	for (size_t i = 0; (o = option_at(i)) != NULL; i++) {
		struct str help = str_from_c(o->help), line;

		if (strcmp(section, o->section) != 0) {
			fputs(*section ? ".El\n" : "", stdout);
			printf(".Ss Section [%s]\n.Bl -tag -width Ds\n",
				o->section);
		}
		section = o->section;
		printf(".It Va %s No =", o->name);
		put_word(str_from_c(o->initial));
		putchar('\n');
		while (str_split(&help, '\n', &line))
			put_line(line);
		put_range(o);
	}
	puts(".El");
}

static void put_styles(void)
{
	for (size_t i = 0; i < STYLE_COUNT; i++) {
		printf(".It Cm %s\n", style_names[i]);
		put_line(str_from_c(style_helps[i]));
	}
}

static const struct {
	const char *name;
	void (*put)(void);
} tables[] = {
	{ "options", put_options },
	{ "commands", put_commands },
	{ "keys", put_keys },
	{ "config", put_config },
	{ "styles", put_styles },
};

static bool put_table(const char *name)
{
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		if (strcmp(tables[i].name, name) == 0) {
			tables[i].put();
			return true;
		}
	fprintf(stderr, "mkman: %s: no such table\n", name);
	return false;
}

int main(void)
{
	char line[1024];
	bool good = true;

	while (fgets(line, sizeof line, stdin)) {
		line[strcspn(line, "\n")] = '\0';
		if (strncmp(line, MARK, sizeof MARK - 1) == 0)
			good &= put_table(line + sizeof MARK - 1);
		else
			puts(line);
	}
	return good && fflush(stdout) == 0 ? 0 : 1;
}
