#include "copy.h"
#include "text_index.h"

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
	buf_release(&s->chars);
	vec_free(&s->strings);
	vec_free(&s->articles);
	vec_free(&s->by_time);
	vec_free(&s->by_id);
	vec_free(&s->blocks);
	vec_free(&s->persons);
	vec_free(&s->quotes);
	vec_free(&s->mentions);
	vec_free(&s->terms);
	vec_free(&s->words);
	vec_free(&s->by_word);
	vec_free(&s->posting_lists);
	vec_free(&s->posting_runs);
	vec_free(&s->postings);
	vec_free(&s->shingles);
	vec_free(&s->rounds);
	vec_free(&s->rounds_by_time);
	vec_free(&s->round_articles);
	vec_free(&s->storylines);
	vec_free(&s->storyline_rounds);
	vec_free(&s->links);
	vec_free(&s->looks_back);
	vec_free(&s->skips);
	vec_free(&s->files);
	text_index_release(&s->index);
	text_index_release(&s->added);
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

/* The id is the path inside the archive, unless its writer gave another. */
static struct str first_folder(const struct store *s, const struct article *a)
{
	struct str id = store_str(s, a->id), path = store_str(s, a->path);
	size_t slash;

	id = str_slice(id, 0, str_find(id, STR("#"), 0));
	slash = str_chr(id, '/', 0);
	if (slash == STR_NPOS || slash == 0 || !str_ends(path, id))
		return STR_NONE;
	return str_slice(id, 0, slash);
}

struct str store_source(const struct store *s, const struct article *a)
{
	struct str folder;

	if (a->source.n)
		return store_str(s, a->source);
	if (a->site.n)
		return store_str(s, a->site);
	folder = first_folder(s, a);
	return folder.n ? folder : STR("unknown");
}
