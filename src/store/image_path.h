/* Where images are. */
#ifndef STORE_IMAGE_PATH_H
#define STORE_IMAGE_PATH_H

#include "image_file.h"

/* Appends the path of an archive's image in the folder `shared`, or NULL: in
 * the user's cache. False when there is no home. */
bool image_path(struct buf *out, struct str archive, const char *shared);
/* Whether nobody but the user and root can put files into the folder. */
bool image_folder_good(const char *folder, struct err *e);
/* Appends the folder a file is in. */
void image_folder(struct buf *out, const char *path);
/* Makes the folders that lead to a file, for the user only. */
bool image_make_folders(const char *path, struct err *e);
/*
 * Removes what is left in an image's folder that nobody will use: its temporary
 * files (the caller has its lock, so nobody writes them), and images of
 * archives of which nothing is there any more.
 */
void image_sweep(const char *path);

#endif
