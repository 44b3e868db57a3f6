/* The place that a dateline names. */
#ifndef STORE_PLACE_NAME_H
#define STORE_PLACE_NAME_H

#include "dateline/base/buf.h"

/*
 * Appends it as lists show it: "Port Amiel" of "PORT AMIEL" and of "Port Amiel,
 * Tessara". What is behind the first comma is a region, which outlets give or
 * leave out as they please. A place all in capitals is written as a name, but
 * for short ones ("U.S.", "UAE"). Nothing of a dateline without a place.
 */
void place_name(struct buf *out, struct str dateline);

#endif
