#include "dateline/store/image.h"

#include "dateline/base/env.h"
#include "program_id.h"

#include <inttypes.h>

uint64_t image_program(void)
{
	return PROGRAM_ID;
}

bool image_path(struct buf *out, struct str archive)
{
	char name[32];

	snprintf(name, sizeof name, "%016" PRIx64 ".image", str_hash(archive));
	return env_xdg(out, "XDG_CACHE_HOME", ".cache", name);
}
