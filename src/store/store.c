#include "copy.h"
#include "image_check.h"
#include "sections.h"

const char *const link_kind_names[LINK_KINDS] = {
	[LINK_COPY] = "copy",
	[LINK_ROUND] = "round",
	[LINK_MENTIONS] = "mentions",
	[LINK_STORYLINE] = "storyline",
	[LINK_RELATED] = "related",
};

struct store *store_new(void)
{
	struct store *s = mem_calloc(1, sizeof *s);

	s->from = STORE_NONE;
	return s;
}

void store_release(struct store *s)
{
	image_check_stop(s);
	for (size_t i = 0; i < STORE_SECTIONS; i++)
		section_free(s, i);
	intern_release(&s->interned);
	free(s->found);
}

void store_free(struct store *s)
{
	if (!s)
		return;
	store_release(s);
	free(s);
}

uint32_t *store_places(const uint32_t *order, size_t n, size_t size)
{
	uint32_t *places = mem_alloc(size * sizeof *places);

	for (size_t i = 0; i < size; i++)
		places[i] = STORE_NONE;
	for (size_t i = 0; i < n; i++)
		places[order[i]] = (uint32_t)i;
	return places;
}

uint32_t store_find(const struct store *s, struct str id)
{
	size_t low = 0, high = s->by_id.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		uint32_t i = s->by_id.v[mid];
		int c = str_cmp(store_str(s, s->articles.v[i].id), id);

		if (c == 0)
			return i;
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return STORE_NONE;
}

uint32_t store_find_word(const struct store *s, struct str word)
{
	size_t low = 0, high = s->by_word.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		uint32_t w = s->by_word.v[mid];
		int c = str_cmp(store_str(s, s->words.v[w]), word);

		if (c == 0)
			return w;
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return STORE_NONE;
}
