/*
 * Addresses that strangers wrote: their parts, which page they mean, and what
 * of them another program is given. There what a browser would be led astray by
 * is refused, not mended: see CVE-2017-12904 (newsbeuter) for what an address
 * can do to a command line.
 */
#ifndef DATELINE_TEXT_URL_H
#define DATELINE_TEXT_URL_H

#include "dateline/base/buf.h"
#include "dateline/base/err.h"

/* The parts of an address (RFC 3986, 3), slices of it. */
struct url_parts {
	struct str origin; /* "https://ledger.example:80" */
	struct str host; /* without the port */
	struct str path; /* empty, or from "/" on */
	struct str query; /* without "?"; STR_NONE: none */
};

/* False when it is no http or https address with a host. */
bool url_split(struct str url, struct url_parts *out);

/*
 * Appends what of an address says which page it is (RFC 3986, 6.2, and common
 * practice): the host in lower case without "www.", the path without a "/" at
 * the end. url_query() appends what of its query does: not the parameters that
 * only say where the reader came from (utm_*, fbclid, gclid). Two addresses
 * with equal pages and queries are one page.
 */
void url_page(struct buf *out, const struct url_parts *url);
void url_query(struct buf *out, const struct url_parts *url);

/*
 * Appends the address as a program is given it, ASCII only: what RFC 3986 has
 * no place for is written as %HH. False with the reason, which does not repeat
 * the address, when it is no http or https address with a host in ASCII, has a
 * blank or a control in it, or a user before its host ("https://bank@evil").
 * So it never begins with "-".
 */
bool url_for_programs(struct buf *out, struct str url, struct err *e);

#endif
