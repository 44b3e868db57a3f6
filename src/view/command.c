#include "command.h"

const struct command commands[COMMAND_COUNT] = {
#define X(id, name, argument, keys, in, help) \
	[COMMAND_##id] = { name, argument, keys, help, in },
	COMMANDS(X)
#undef X
};

enum command_id command_find(struct str name)
{
	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++)
		if (str_eq(str_from_c(commands[i].name), name))
			return (enum command_id)i;
	return COMMAND_NONE;
}
