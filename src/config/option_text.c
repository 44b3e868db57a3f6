/* Options as people write them: names, values. */
#include "dateline/config/options.h"

#include "dateline/text/distance.h"

/* The i-th word of a list; NULL past the end. */
static const char *word_at(const char *words, size_t i, struct buf *scratch)
{
	struct str rest = str_from_c(words), word;

	while (str_split(&rest, ' ', &word)) {
		if (i-- > 0)
			continue;
		buf_clear(scratch);
		buf_add(scratch, word);
		return scratch->p;
	}
	return NULL;
}

const char *option_value(
	const struct option_info *o, size_t i, struct buf *scratch)
{
	if (o->type == OPTION_BOOL)
		return word_at("yes no", i, scratch);
	return o->type == OPTION_CHOICE ? word_at(o->choices, i, scratch)
					: NULL;
}

void option_format(const struct option_info *o, const struct options *from,
	struct buf *out)
{
	const void *field = (const char *)from + o->offset;
	struct buf word = { 0 };
	const char *value;

	switch (o->type) {
	case OPTION_TEXT:
	case OPTION_PATH:
		buf_add(out, *(const struct str *)field);
		break;
	case OPTION_NUMBER:
		buf_add_f(out, "%d", *(const int *)field);
		break;
	case OPTION_BOOL:
		buf_add(out, *(const bool *)field ? STR("yes") : STR("no"));
		break;
	case OPTION_CHOICE:
		value = option_value(o, (size_t) * (const int *)field, &word);
		buf_add(out, str_from_c(value));
		break;
	}
	buf_release(&word);
}

bool option_is_live(const struct option_info *o)
{
	return strcmp(o->section, "archive") != 0 &&
	       strcmp(o->name, "language") != 0;
}

const struct option_info *option_named(struct str name)
{
	const struct option_info *found = NULL, *o;
	struct str key = name, section;

	if (str_chr(name, '.', 0) != STR_NPOS) {
		str_split(&key, '.', &section);
		return option_find(section, key);
	}
	for (size_t i = 0; (o = option_at(i)) != NULL; i++) {
		if (!str_eq_nocase(name, str_from_c(o->name)))
			continue;
		if (found)
			return NULL;
		found = o;
	}
	return found;
}

const struct option_info *option_near(struct str name)
{
	const struct option_info *found = NULL, *o;
	size_t point = str_chr(name, '.', 0), nearest = SIZE_MAX;

	if (point != STR_NPOS)
		name = str_slice(name, point + 1, name.n);
	for (size_t i = 0; (o = option_at(i)) != NULL; i++) {
		size_t d = text_nearness(name, str_from_c(o->name));

		found = d < nearest ? o : found;
		nearest = d < nearest ? d : nearest;
	}
	return found;
}
