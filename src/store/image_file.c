#include "image_file.h"

#include <xxhash.h>

uint64_t image_checksum(const void *p, size_t n)
{
	return XXH3_64bits(p ? p : "", n);
}

uint64_t image_header_checksum(const struct image_header *h)
{
	return image_checksum(h, offsetof(struct image_header, checksum));
}

uint64_t image_border(uint64_t at)
{
	return (at + IMAGE_PAGE - 1) / IMAGE_PAGE * IMAGE_PAGE;
}

static uint64_t layout(void)
{
	uint64_t hash = STR_HASH_START;

	for (size_t i = 0; i < STORE_SECTIONS; i++) {
		const struct section *s = &store_sections[i];

		hash = str_hash_on(hash, str_from_c(s->name));
		hash = str_hash_on(hash,
			str_of((const char *)&s->element, sizeof s->element));
	}
	return hash;
}

void image_describe(struct image_header *h, const struct image_of *of)
{
	h->magic = IMAGE_MAGIC;
	h->layout = layout();
	h->program = of->program;
	h->name = of->archive.n < IMAGE_NAME_MAX ? of->archive.n : 0;
	h->archive = image_checksum(of->archive.p, of->archive.n);
}
