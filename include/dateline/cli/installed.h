/* What lies beside the program, installed or not. */
#ifndef DATELINE_CLI_INSTALLED_H
#define DATELINE_CLI_INSTALLED_H

#include "dateline/base/buf.h"

/* Appends the folder of the sample archive; false when there is none. */
bool tour_path(struct buf *out);
/* The same of the folder of the message catalogues (base/message.h). */
bool catalogue_path(struct buf *out);

#endif
