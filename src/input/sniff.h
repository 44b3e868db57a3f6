/* What a file is, by its first bytes. */
#ifndef DATELINE_SRC_INPUT_SNIFF_H
#define DATELINE_SRC_INPUT_SNIFF_H

#include "dateline/input/input.h"

/*
 * The format of bytes; when FORMAT_UNKNOWN, *why gets the reason and the
 * remedy (a static string).
 */
enum input_format sniff(struct str bytes, const char **why);

#endif
