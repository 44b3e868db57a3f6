#include "hoist.h"

static const struct option *find(
	const struct option *options, struct str name, const char *stay)
{
	for (const struct option *o = options; o->name; o++)
		if (str_eq(name, str_from_c(o->name)))
			return strchr(stay, o->val) ? NULL : o;
	return NULL;
}

/* How many arguments the option at argv[0] takes, its value counted; 0 when it
 * is none that moves, or its value is missing. */
static int length_of(
	char *const *argv, const struct option *options, const char *stay)
{
	const struct option *o;
	struct str rest, name;

	if (strncmp(argv[0], "--", 2) != 0)
		return 0;
	rest = str_from_c(argv[0] + 2);
	str_split(&rest, '=', &name);
	o = find(options, name, stay);
	if (!o)
		return 0;
	if (!o->has_arg || strchr(argv[0], '='))
		return 1;
	return argv[1] ? 2 : 0;
}

/* Where the options end: at "--", else with the n arguments. */
static size_t end_of(char *const *argv, size_t n)
{
	size_t end = 0;

	while (end < n && strcmp(argv[end], "--") != 0)
		end++;
	return end;
}

char **hoist_options(char *const *argv, int first, const struct option *options,
	const char *stay, struct arena *arena)
{
	size_t n = 0, front = (size_t)first, back = 0;
	char **out, **rest;

	while (argv[n])
		n++;
	out = arena_alloc(arena, (n + 1) * sizeof *out);
	rest = arena_alloc(arena, (n + 1) * sizeof *rest);
	memcpy(out, argv, front * sizeof *out);
	for (size_t i = front, end = end_of(argv, n); i < n;) {
		int length = i < end ? length_of(&argv[i], options, stay) : 0;

		if (length == 0)
			rest[back++] = argv[i++];
		for (; length > 0; length--)
			out[front++] = argv[i++];
	}
	memcpy(out + front, rest, back * sizeof *out);
	out[n] = NULL;
	return out;
}
