#include "script.h"

#include "dateline/base/message.h"
#include "dateline/text/distance.h"

/* The only command whose name starts so; COMMAND_NONE when there are none or
 * several. */
static enum command_id abbreviated(struct str name)
{
	enum command_id found = COMMAND_NONE;

	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
		if (!str_starts(str_from_c(commands[i].name), name))
			continue;
		if (found)
			return COMMAND_NONE;
		found = (enum command_id)i;
	}
	return found;
}

/* What is typed to leave vi and less, to write and to be helped, where it is
 * no name of a command and the start of several. */
static enum command_id known_elsewhere(struct str name)
{
	static const struct {
		const char *name;
		enum command_id id;
	} names[] = { { "q", COMMAND_QUIT }, { "q!", COMMAND_QUIT },
		{ "qa", COMMAND_QUIT }, { "wq", COMMAND_QUIT },
		{ "x", COMMAND_QUIT }, { "exit", COMMAND_QUIT },
		{ "w", COMMAND_WRITE }, { "h", COMMAND_HELP } };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq(name, str_from_c(names[i].name)))
			return names[i].id;
	return COMMAND_NONE;
}

/* The command of a name that may be cut short. */
static enum command_id command_of(struct str name)
{
	enum command_id id = command_find(name);

	if (id == COMMAND_NONE)
		id = known_elsewhere(name);
	return id == COMMAND_NONE ? abbreviated(name) : id;
}

/* Where the command at the start of a line ends: its `;`, or the end. */
static size_t command_end(struct str line)
{
	struct str rest = str_trim(line), name = STR_NONE;

	if (str_split(&rest, ' ', &name) && command_of(name) == COMMAND_BIND)
		return line.n;
	for (size_t i = 0; i < line.n; i++)
		if (line.p[i] == '\\' && i + 1 < line.n)
			i++;
		else if (line.p[i] == ';')
			return i;
	return line.n;
}

bool script_next(struct str *rest, struct str *one)
{
	while (rest->n) {
		size_t end = command_end(*rest);

		*one = str_trim(str_slice(*rest, 0, end));
		*rest = str_slice(*rest, end + 1, rest->n);
		if (one->n)
			return true;
	}
	return false;
}

bool script_is_macro(struct str line)
{
	struct str one;
	int n = 0;

	while (n < 2 && script_next(&line, &one))
		n++;
	return n == 2;
}

size_t script_last(struct str line)
{
	size_t at = 0, end;

	while ((end = command_end(str_slice(line, at, line.n))) + at < line.n)
		at += end + 1;
	while (at < line.n && line.p[at] == ' ')
		at++;
	return at;
}

static struct str unquoted(struct arena *a, struct str argument)
{
	struct buf b = { 0 };
	struct str out;

	if (str_find(argument, STR("\\;"), 0) == STR_NPOS)
		return argument;
	for (size_t i = 0; i < argument.n; i++) {
		if (str_starts(str_slice(argument, i, argument.n), STR("\\;")))
			i++;
		buf_add_c(&b, argument.p[i]);
	}
	out = arena_dup(a, buf_str(&b));
	buf_release(&b);
	return out;
}

void script_quote(struct buf *out, struct str argument)
{
	for (size_t i = 0; i < argument.n; i++) {
		if (argument.p[i] == ';')
			buf_add_c(out, '\\');
		buf_add_c(out, argument.p[i]);
	}
}

struct call script_read(struct str one, struct arena *a, struct str *name)
{
	struct str rest = one;
	struct call call = { 0 };

	*name = STR("");
	if (!str_split(&rest, ' ', name))
		return call;
	if (str_to_u32(*name, &call.count)) {
		call.id = COMMAND_LAST;
		return call;
	}
	call.id = command_of(*name);
	if (rest.n)
		call.argument = call.id == COMMAND_BIND
					? str_trim(rest)
					: unquoted(a, str_trim(rest));
	return call;
}

/* So many are offered. */
#define NEAR_MAX 3

void script_say_near(struct str name, struct buf *out)
{
	size_t nearest = SIZE_MAX;
	int said = 0;

	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
		size_t d = text_nearness(name, str_from_c(commands[i].name));

		nearest = d < nearest ? d : nearest;
	}
	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT && said < NEAR_MAX;
		i++)
		if (nearest != SIZE_MAX &&
			text_nearness(name, str_from_c(commands[i].name)) ==
				nearest)
			buf_add_f(out, said++ ? ", %s" : _("; did you mean %s"),
				commands[i].name);
	if (said)
		buf_add_c(out, '?');
}
