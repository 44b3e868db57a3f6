/*
 * Addresses that strangers wrote, before another program is given one. What a
 * browser would be led astray by is refused, not mended: see CVE-2017-12904
 * (newsbeuter) for what an address can do to a command line.
 */
#ifndef DATELINE_TEXT_URL_H
#define DATELINE_TEXT_URL_H

#include "dateline/base/err.h"

/*
 * Appends the address as a program is given it, ASCII only: what RFC 3986 has
 * no place for is written as %HH. False with the reason, which does not repeat
 * the address, when it is no http or https address with a host in ASCII, has a
 * blank or a control in it, or a user before its host ("https://bank@evil").
 * So it never begins with "-".
 */
bool url_for_programs(struct buf *out, struct str url, struct err *e);

#endif
