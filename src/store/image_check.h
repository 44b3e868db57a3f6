/* What of an image is looked at behind the first screen. */
#ifndef STORE_IMAGE_CHECK_H
#define STORE_IMAGE_CHECK_H

#include "image_file.h"

/* Whether an array's bytes are those that were written. */
bool image_bytes_good(
	const struct store *s, size_t section, const struct image_header *h);
/* The arrays that lists do not show are to be looked at (image_check()). */
void image_check_prepare(
	struct store *s, const struct image_header *h, const char *path);
/* Ends it, done or not. */
void image_check_stop(struct store *s);

#endif
