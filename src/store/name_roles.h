/* What names are said to be: roles as evidence that two are one person. */
#ifndef DATELINE_SRC_STORE_NAME_ROLES_H
#define DATELINE_SRC_STORE_NAME_ROLES_H

#include "names.h"

/* How much a shared role says. */
enum role_match {
	ROLE_DIFFERENT, /* or not known */
	ROLE_NOUN, /* the same office or trade: "ambassador" */
	ROLE_SAME /* the same of the same: "Karsovan ambassador", "Karsova's
		     ambassador to Velland" */
};

struct role;

/* The roles of nodes, each read when it is asked for first. */
struct name_roles {
	const struct names *names;
	VEC_OF(struct role) roles;
	struct span *of; /* by node: in roles */
	uint8_t *known; /* by node */
	struct arena arena;
};

void name_roles_begin(struct name_roles *r, const struct names *n);
void name_roles_release(struct name_roles *r);
/* The best match of the nodes' roles; *role is the one both have, as `a` has
 * it. */
enum role_match name_roles_match(
	struct name_roles *r, uint32_t a, uint32_t b, struct sref *role);

#endif
