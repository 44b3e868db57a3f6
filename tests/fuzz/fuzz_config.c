/* config.ini: any bytes in a file of the user's own. */
#include "fuzz.h"

#include "dateline/config/config.h"

#include <unistd.h>

/* The file that is read, made once a process. */
static const char *write_file(const uint8_t *data, size_t size)
{
	static char path[] = "/tmp/dateline-fuzz-XXXXXX";
	static int fd = -1;

	if (fd < 0)
		fd = mkstemp(path);
	fuzz_assert(fd >= 0 && ftruncate(fd, 0) == 0);
	fuzz_assert(pwrite(fd, data, size, 0) == (ssize_t)size);
	return path;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *path = write_file(data, size);
	struct config c;

	config_init(&c);
	config_read(&c, path, true);
	for (size_t i = 0; i < c.errors.n; i++)
		fuzz_check_str(c.errors.v[i]);
	config_release(&c);
	return 0;
}
