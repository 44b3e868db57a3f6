/*
 * What went wrong, for the user: each message names the file, the place and
 * the remedy where there is one. Functions that can fail return false and fill
 * the struct err they are given.
 */
#ifndef DATELINE_BASE_ERR_H
#define DATELINE_BASE_ERR_H

#include "dateline/base/buf.h"

struct err {
	char msg[512];
};

/* Writes the message, cut to fit; gives false, so `return err_set(…);`. */
bool err_set(struct err *e, const char *format, ...) PRINTF_LIKE(2, 3);

#endif
