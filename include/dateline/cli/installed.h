/* What lies beside the program, installed or not. */
#ifndef DATELINE_CLI_INSTALLED_H
#define DATELINE_CLI_INSTALLED_H

#include "dateline/base/buf.h"
#include "dateline/base/message.h"

/* Appends the folder of the sample archive; false when there is none. */
bool tour_path(struct buf *out);
/* The same of the folder of the message catalogues (base/message.h). */
bool catalogue_path(struct buf *out);

/* What who gets to the samples unasked is told. */
#define TOUR_GREETING \
	_("a tour of invented articles; dateline FOLDER opens yours, ? helps")

#endif
