#include "sections.h"

#define ARRAY(field) \
	{ \
#field, offsetof(struct store, field), \
			sizeof *((struct store *)NULL)->field.v \
	}

const struct section store_sections[STORE_SECTIONS] = {
	{ "chars", offsetof(struct store, chars), 1 },
	ARRAY(strings),
	ARRAY(articles),
	ARRAY(by_id),
	ARRAY(blocks),
	ARRAY(persons),
	ARRAY(quotes),
	ARRAY(mentions),
	ARRAY(terms),
	ARRAY(words),
	ARRAY(shingles),
	ARRAY(rounds),
	ARRAY(round_articles),
	ARRAY(storylines),
	ARRAY(storyline_rounds),
	ARRAY(links),
	ARRAY(evidence),
	ARRAY(skips),
	ARRAY(files),
	ARRAY(index.words),
	{ "index.chars", offsetof(struct store, index.chars), 1 },
	{ "index.postings", offsetof(struct store, index.postings), 1 },
};

_Static_assert(
	sizeof(struct section_array) == sizeof(struct buf) &&
		offsetof(struct buf, n) == offsetof(struct section_array, n) &&
		offsetof(struct buf, cap) ==
			offsetof(struct section_array, cap),
	"a buffer is an array of characters");

struct section_array section_get(const struct store *s, size_t section)
{
	struct section_array array;

	memcpy(&array, (const char *)s + store_sections[section].at,
		sizeof array);
	return array;
}

void section_set(
	struct store *s, size_t section, const struct section_array *array)
{
	memcpy((char *)s + store_sections[section].at, array, sizeof *array);
}
