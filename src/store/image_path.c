#include "image_path.h"

#include "dateline/base/env.h"
#include "dateline/base/message.h"
#include "dateline/state/state.h"
#include "program_id.h"

#include <errno.h>
#include <inttypes.h>
#include <sys/stat.h>
#include <unistd.h>

uint64_t image_program(void)
{
	return program_id;
}

void image_archive(struct buf *out, const char *const *paths, size_t n)
{
	state_archive(out, paths, n);
	buf_add_c(out, '\n');
	for (size_t i = 0; i < n; i++)
		buf_add_f(out, "\n%s", paths[i]);
}

bool image_path(struct buf *out, struct str archive, const char *shared)
{
	char name[32];

	snprintf(name, sizeof name, "%016" PRIx64 ".image",
		image_checksum(archive.p, archive.n));
	if (!shared)
		return env_xdg(out, "XDG_CACHE_HOME", ".cache", name);
	buf_add_f(out, "%s/%s", shared, name);
	return true;
}

bool image_folder_good(const char *folder, struct err *e)
{
	struct stat st;

	if (stat(folder, &st) < 0)
		return err_set(e, "%s: %s", folder, strerrordesc_np(errno));
	if (!S_ISDIR(st.st_mode))
		return err_set(e, _("%s: not a folder"), folder);
	if (st.st_uid != geteuid() && st.st_uid != 0)
		return err_set(e, _("%s: belongs to another user"), folder);
	if (st.st_mode & (S_IWGRP | S_IWOTH))
		return err_set(e, _("%s: others can write to it"), folder);
	return true;
}

void image_folder(struct buf *out, const char *path)
{
	const char *slash = strrchr(path, '/');

	buf_add(out,
		slash ? str_of(path, (size_t)(slash - path) + 1) : STR("."));
}

bool image_make_folders(const char *path, struct err *e)
{
	for (const char *slash = strchr(path + 1, '/'); slash;
		slash = strchr(slash + 1, '/')) {
		struct buf folder = { 0 };
		bool good;

		buf_add(&folder, str_of(path, (size_t)(slash - path)));
		good = mkdir(folder.p, 0700) == 0 || errno == EEXIST ||
		       access(folder.p, X_OK) == 0 ||
		       err_set(e, "%s: %s", folder.p, strerrordesc_np(errno));
		buf_release(&folder);
		if (!good)
			return false;
	}
	return true;
}
