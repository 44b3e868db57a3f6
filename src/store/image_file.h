/* The image's header. */
#ifndef STORE_IMAGE_FILE_H
#define STORE_IMAGE_FILE_H

#include "dateline/store/image.h"
#include "sections.h"

/* Arrays start at such borders: no machine we know has larger pages that a
 * mapping must respect than 64 KiB, most have 4 KiB. */
#define IMAGE_PAGE ((uint64_t)65536)
#define IMAGE_MAGIC UINT64_C(0x32474d494c544144) /* "DATLIMG2" */

struct image_section {
	uint64_t at, bytes; /* in the file */
	uint64_t checksum; /* of the bytes */
};

struct image_header {
	uint64_t magic;
	uint64_t layout; /* of the sections: names and sizes of elements */
	uint64_t program, archive; /* struct image_of; the name's checksum */
	uint64_t name; /* bytes of the archive's name, which follows */
	uint64_t size; /* of the file */
	uint32_t indexed, indexed_added; /* articles of index and added */
	struct image_section sections[STORE_SECTIONS];
	uint64_t checksum; /* of all before */
};

/* What the rest of the first page holds of an archive's name, at most. */
#define IMAGE_NAME_MAX (IMAGE_PAGE - sizeof(struct image_header))

/* Fills what is not known from the arrays' contents alone. */
void image_describe(struct image_header *h, const struct image_of *of);
uint64_t image_checksum(const void *p, size_t n);
uint64_t image_header_checksum(const struct image_header *h);
/* The first border at or after `at`. */
uint64_t image_border(uint64_t at);

#endif
