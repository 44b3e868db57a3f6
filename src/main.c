#include "dateline/cli/cli.h"

int main(int argc, char **argv)
{
	static const struct options defaults;

	if (argc > 1 && cli_is_command(argv[1]))
		return (int)cli_run(argc - 1, argv + 1, &defaults);
	fputs("usage: dateline [PATH...]\n", stdout);
	cli_help(stdout);
	return argc > 1 ? CLI_USAGE : CLI_OK;
}
