#include "dateline/config/permissions.h"

#include "dateline/base/message.h"

static const struct {
	unsigned bit;
	const char *name, *what;
} permissions[] = {
#define X(id, name, what) { PERMIT_##id, name, what },
	PERMISSIONS(X)
#undef X
};

unsigned permissions_of(struct str exceptions)
{
	unsigned allowed = PERMIT_NONE;
	struct str name;

	while (str_split(&exceptions, ',', &name))
		for (size_t i = 0; i < PERMIT_BITS; i++)
			if (str_eq_nocase(str_trim(name),
				    str_from_c(permissions[i].name)))
				allowed |= permissions[i].bit;
	return allowed;
}

void permissions_say_taken(unsigned allowed, struct buf *out)
{
	size_t before = out->n;

	for (size_t i = 0; i < PERMIT_BITS; i++)
		if (!(allowed & permissions[i].bit))
			buf_add_f(out, "%s%s", out->n > before ? ", " : "",
				message(permissions[i].what));
}
