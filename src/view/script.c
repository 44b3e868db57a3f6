#include "script.h"

#include "dateline/text/distance.h"

/* Where the command at the start of a line ends: its `;`, or the end. */
static size_t command_end(struct str line)
{
	struct str rest = str_trim(line), name = STR_NONE;

	if (str_split(&rest, ' ', &name) &&
		str_eq(name, str_from_c(commands[COMMAND_BIND].name)))
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

	return script_next(&line, &one) && script_next(&line, &one);
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
	call.id = command_find(*name);
	if (call.id == COMMAND_NONE)
		call.id = abbreviated(*name);
	if (rest.n)
		call.argument = call.id == COMMAND_BIND
					? str_trim(rest)
					: unquoted(a, str_trim(rest));
	return call;
}

/* Of several the nearest come first; a name cut short has them all. */
static enum command_id nearest(
	struct str name, const bool *said, size_t *distance)
{
	enum command_id found = COMMAND_NONE;

	*distance = SIZE_MAX;
	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
		struct str other = str_from_c(commands[i].name);
		size_t d = str_starts(other, name) ? 0
						   : text_distance(name, other);

		if (said[i] || d >= *distance || !text_is_slip(name, other))
			continue;
		*distance = d;
		found = (enum command_id)i;
	}
	return found;
}

/* So many are offered. */
#define NEAR_MAX 3

void script_say_near(struct str name, struct buf *out)
{
	bool said[COMMAND_COUNT] = { false };
	size_t first = 0, distance;

	for (int n = 0; n < NEAR_MAX; n++) {
		enum command_id id = nearest(name, said, &distance);

		first = n == 0 ? distance : first;
		if (id == COMMAND_NONE || distance > first)
			break;
		said[id] = true;
		buf_add_f(out, n ? " or %s" : "; did you mean %s",
			commands[id].name);
	}
	if (first != SIZE_MAX)
		buf_add_c(out, '?');
}
