#include "dateline/store/update.h"

#include "dateline/base/mem.h"

/* By file: whether it is one of n. */
static bool *mark(const struct store *s, const uint32_t *files, size_t n)
{
	bool *is_one = mem_calloc(s->files.n, sizeof *is_one);

	for (size_t i = 0; i < n; i++)
		is_one[files[i]] = true;
	return is_one;
}

size_t update_articles_of(
	const struct store *s, const uint32_t *files, size_t n, uint32_t **out)
{
	bool *is_one = mark(s, files, n);
	size_t found = 0;

	*out = mem_alloc(s->by_time.n * sizeof **out);
	for (size_t i = 0; i < s->by_time.n; i++) {
		uint32_t article = s->by_time.v[i];
		uint32_t file = s->articles.v[article].file;

		if (file != STORE_NONE && is_one[file])
			(*out)[found++] = article;
	}
	free(is_one);
	return found;
}

void update_forget(struct store *s, const uint32_t *files, size_t n)
{
	bool *is_one = mark(s, files, n);
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		s->files.v[files[i]].stamp = 0;
	for (size_t i = 0; i < s->skips.n; i++) {
		uint32_t file = s->skips.v[i].file;

		if (file == STORE_NONE || !is_one[file])
			s->skips.v[kept++] = s->skips.v[i];
	}
	s->skips.n = kept;
	free(is_one);
}
