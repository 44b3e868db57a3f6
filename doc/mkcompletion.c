/*
 * Makes the completions of a shell from the tables of the program.
 *
 *	mkcompletion dateline.bash | _dateline | dateline.fish
 */
#include "dateline/cli/manual.h"
#include "dateline/config/options.h"
#include "dateline/config/theme.h"

#include <string.h>

/* What a value may be, told by what stands for it in help. */
enum values {
	VALUES_NONE,
	VALUES_FILE,
	VALUES_THEME,
	VALUES_COLOR,
	VALUES_SET
};

static enum values values_of(const struct manual_option *o)
{
	if (!o->value)
		return VALUES_NONE;
	if (strcmp(o->value, "FILE") == 0 || strcmp(o->value, "DIR") == 0)
		return VALUES_FILE;
	if (strcmp(o->name, "theme") == 0)
		return VALUES_THEME;
	if (strcmp(o->name, "color") == 0)
		return VALUES_COLOR;
	return strcmp(o->name, "set") == 0 ? VALUES_SET : VALUES_NONE;
}

static void put_themes(void)
{
	const char *name;

	for (size_t i = 0; (name = theme_builtin_name(i)) != NULL; i++)
		printf("%s%s", i ? " " : "", name);
}

/* The words that a value may be; false when they are not known. */
static bool put_values(enum values v)
{
	const struct option_info *o;

	switch (v) {
	case VALUES_THEME:
		put_themes();
		return true;
	case VALUES_COLOR:
		fputs("auto always never", stdout);
		return true;
	case VALUES_SET:
		for (size_t i = 0; (o = option_at(i)) != NULL; i++)
			printf("%s%s.%s=", i ? " " : "", o->section, o->name);
		return true;
	case VALUES_NONE:
	case VALUES_FILE:
	default:
		return false;
	}
}

static void put_commands(void)
{
	struct manual_command c;

	for (size_t i = 0; manual_command_at(i, &c); i++)
		printf("%s%s", i ? " " : "", c.name);
}

static bool is_own(size_t command, const char *name)
{
	struct manual_option o;

	for (size_t i = 0; manual_command_option_at(command, i, &o); i++)
		if (strcmp(o.name, name) == 0)
			return true;
	return false;
}

/* The i-th option of a command, those of the program behind its own. */
static bool any_option(size_t command, size_t i, struct manual_option *out)
{
	size_t own = 0;

	while (manual_command_option_at(command, own, out))
		if (own++ == i)
			return true;
	i -= own;
	for (size_t all = 0; manual_option_at(all, out); all++)
		if (!is_own(command, out->name) && i-- == 0)
			return true;
	return false;
}

/* ---- bash ---- */

static void put_bash_values(void)
{
	struct manual_option o;

	for (size_t i = 0; manual_option_at(i, &o); i++) {
		enum values v = values_of(&o);

		if (v == VALUES_NONE || v == VALUES_FILE)
			continue;
		printf("\t--%s) words='", o.name);
		put_values(v);
		puts("' ;;");
	}
}

static void put_bash_options(void)
{
	struct manual_command c;
	struct manual_option o;

	for (size_t k = 0; manual_command_at(k, &c); k++) {
		printf("\t\t%s) words='", c.name);
		for (size_t i = 0; any_option(k, i, &o); i++)
			printf("%s--%s", i ? " " : "", o.name);
		puts("' ;;");
	}
	fputs("\t\t*) words='", stdout);
	for (size_t i = 0; manual_option_at(i, &o); i++)
		printf("%s--%s", i ? " " : "", o.name);
	puts("' ;;");
}

static void put_bash(void)
{
	puts("# Completions of dateline for bash.");
	puts("_dateline()\n{");
	puts("\tlocal cur=${COMP_WORDS[COMP_CWORD]} command='' words='' i");
	puts("\tlocal before=${COMP_WORDS[COMP_CWORD - 1]}");
	fputs("\tlocal commands=' ", stdout);
	put_commands();
	puts(" '");
	puts("\tfor ((i = 1; i < COMP_CWORD; i++)); do");
	puts("\t\t[[ $commands == *\" ${COMP_WORDS[i]} \"* ]] && "
	     "command=${COMP_WORDS[i]} && break");
	puts("\tdone");
	puts("\tcase $before in");
	put_bash_values();
	puts("\tesac");
	puts("\tif [[ -z $words && $cur == -* ]]; then\n\t\tcase $command in");
	put_bash_options();
	puts("\t\tesac");
	puts("\telif [[ -z $words && -z $command ]]; then");
	puts("\t\twords=$commands\n\tfi");
	puts("\tmapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")");
	puts("\t[[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace");
	puts("\treturn 0\n}");
	puts("complete -o default -F _dateline dateline");
}

/* ---- zsh ---- */

/* In '…', in [] of _arguments: neither holds a quote or bracket of its own. */
static void put_zsh_text(const char *text)
{
	for (; *text; text++) {
		if (*text == '\'')
			fputs("'\\''", stdout);
		else if (strchr("[]:\\", *text))
			printf("\\%c", *text);
		else
			putchar(*text);
	}
}

static void put_zsh_option(const struct manual_option *o)
{
	enum values v = values_of(o);

	printf("\t\t'--%s[", o->name);
	put_zsh_text(o->does);
	putchar(']');
	if (o->value) {
		putchar(':');
		put_zsh_text(o->value);
		putchar(':');
	}
	if (v == VALUES_FILE) {
		fputs("_files", stdout);
	} else if (v != VALUES_NONE) {
		putchar('(');
		put_values(v);
		putchar(')');
	}
	puts("' \\");
}

static void put_zsh(void)
{
	struct manual_command c;
	struct manual_option o;

	puts("#compdef dateline");
	puts("# Completions of dateline for zsh.");
	puts("local -a commands=(");
	for (size_t i = 0; manual_command_at(i, &c); i++) {
		printf("\t'%s:", c.name);
		put_zsh_text(c.does);
		puts("'");
	}
	puts(")\nlocal command=${words[(r)"
	     "(${(j:|:)${commands%%:*}})]}");
	puts("case $command in");
	for (size_t k = 0; manual_command_at(k, &c); k++) {
		printf("%s)\n\t_arguments -S \\\n", c.name);
		for (size_t i = 0; any_option(k, i, &o); i++)
			put_zsh_option(&o);
		puts("\t\t'*: :_files' ;;");
	}
	puts("*)\n\t_arguments -S \\");
	for (size_t i = 0; manual_option_at(i, &o); i++)
		put_zsh_option(&o);
	puts("\t\t'1: :{_describe command commands; _files}' \\");
	puts("\t\t'*: :_files' ;;\nesac");
}

/* ---- fish ---- */

static void put_fish_text(const char *text)
{
	for (; *text; text++) {
		if (*text == '\'' || *text == '\\')
			putchar('\\');
		putchar(*text);
	}
}

static void put_fish_option(
	const char *condition, const struct manual_option *o)
{
	enum values v = values_of(o);

	printf("complete -c dateline%s -l %s -d '", condition, o->name);
	put_fish_text(o->does);
	putchar('\'');
	if (v == VALUES_FILE) {
		fputs(" -r", stdout);
	} else if (o->value) {
		fputs(" -x -a '", stdout);
		put_values(v);
		putchar('\'');
	}
	putchar('\n');
}

static void put_fish(void)
{
	struct manual_command c;
	struct manual_option o;
	char condition[128];

	puts("# Completions of dateline for fish.");
	for (size_t i = 0; manual_option_at(i, &o); i++)
		put_fish_option("", &o);
	for (size_t k = 0; manual_command_at(k, &c); k++) {
		printf("complete -c dateline -n __fish_use_subcommand -a %s "
		       "-d '",
			c.name);
		put_fish_text(c.does);
		puts("'");
		snprintf(condition, sizeof condition,
			" -n '__fish_seen_subcommand_from %s'", c.name);
		for (size_t i = 0; manual_command_option_at(k, i, &o); i++)
			put_fish_option(condition, &o);
	}
}

static const struct {
	const char *name;
	void (*put)(void);
} files[] = {
	{ "dateline.bash", put_bash },
	{ "_dateline", put_zsh },
	{ "dateline.fish", put_fish },
};

int main(int argc, char **argv)
{
	for (size_t i = 0; argc == 2 && i < sizeof files / sizeof *files; i++)
		if (strcmp(argv[1], files[i].name) == 0) {
			files[i].put();
			return fflush(stdout) == 0 ? 0 : 1;
		}
	fputs("usage: mkcompletion dateline.bash|_dateline|dateline.fish\n",
		stderr);
	return 2;
}
