#include "sections.h"

/* clang-format off */
#define ARRAY_(field, head) \
	{ #field, offsetof(struct store, field), \
		sizeof *((struct store *)NULL)->field.v, head }
#define ARRAY(field) ARRAY_(field, false)
#define HEAD(field) ARRAY_(field, true)
#define BYTES(field) { #field, offsetof(struct store, field), 1, false }
/* clang-format on */

const struct section store_sections[STORE_SECTIONS] = {
	[SECTION_CHARS] = BYTES(chars),
	HEAD(strings),
	HEAD(articles),
	HEAD(by_time),
	HEAD(by_id),
	ARRAY(blocks),
	ARRAY(persons),
	ARRAY(quotes),
	ARRAY(mentions),
	ARRAY(anchors),
	ARRAY(terms),
	ARRAY(words),
	ARRAY(by_word),
	ARRAY(posting_lists),
	ARRAY(posting_runs),
	ARRAY(postings),
	ARRAY(shingles),
	HEAD(rounds),
	HEAD(rounds_by_time),
	HEAD(round_articles),
	HEAD(storylines),
	HEAD(storyline_rounds),
	ARRAY(links),
	ARRAY(looks_back),
	HEAD(skips),
	HEAD(files),
	HEAD(outlets),
	ARRAY(index.words),
	BYTES(index.chars),
	BYTES(index.postings),
	ARRAY(added.words),
	BYTES(added.chars),
	BYTES(added.postings),
};

/* All there is in a store besides its arrays: what an index is of, twice, the
 * words while building, two pointers, and a number. */
_Static_assert(sizeof(struct store) ==
		       STORE_SECTIONS * sizeof(struct section_array) +
			       2 * (sizeof(struct text_index) -
					   3 * sizeof(struct section_array)) +
			       sizeof(struct intern) + 2 * sizeof(void *) +
			       sizeof(uint64_t),
	"the table has every array");

#define SAME_PLACE(field) \
	(offsetof(struct buf, field) == offsetof(struct section_array, field))
_Static_assert(sizeof(struct section_array) == sizeof(struct buf) &&
		       SAME_PLACE(n) && SAME_PLACE(cap) && SAME_PLACE(mapped),
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

void section_free(struct store *s, size_t section)
{
	const struct section_array empty = { 0 };
	struct section_array array = section_get(s, section);

	mem_free(array.v, array.mapped);
	section_set(s, section, &empty);
}
