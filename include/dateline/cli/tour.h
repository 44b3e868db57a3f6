/* The archive that is opened when none is named: the samples. */
#ifndef DATELINE_CLI_TOUR_H
#define DATELINE_CLI_TOUR_H

#include "dateline/base/buf.h"

/*
 * Where the samples are, as they were installed (PREFIX/share/dateline/samples
 * for PREFIX/bin/dateline) or built (samples/archive for build/dateline):
 * appends the path to *out. False when they are at neither place.
 */
bool tour_path(struct buf *out);
/* What who gets there unasked is told. */
#define TOUR_GREETING \
	"a tour of invented articles; dateline FOLDER opens yours, ? helps"

#endif
