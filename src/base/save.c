#include "dateline/base/save.h"

#include "dateline/base/file.h"
#include "dateline/base/message.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static enum save_result failed(struct err *e)
{
	err_set(e, "%s", strerrordesc_np(errno));
	return SAVE_FAILED;
}

/* As open(2) would have made it. No other thread makes files meanwhile that
 * would miss the mask. */
static mode_t usual_mode(void)
{
	mode_t mask = umask(077);

	umask(mask);
	return 0666 & ~mask;
}

static enum save_result link_new(const char *temporary, const char *path)
{
	if (link(temporary, path) < 0)
		return errno == EEXIST ? SAVE_EXISTS : SAVE_FAILED;
	unlink(temporary);
	return SAVE_DONE;
}

/* Gives the file its name, unless another one has it. Not every file system can
 * do that in one step. */
static enum save_result name_new(const char *temporary, const char *path)
{
	if (renameat2(AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) ==
		0)
		return SAVE_DONE;
	if (errno == EEXIST)
		return SAVE_EXISTS;
	return errno == EINVAL || errno == ENOSYS ? link_new(temporary, path)
						  : SAVE_FAILED;
}

/* What others could not read of the file that was there they cannot now. */
static enum save_result name_again(
	const char *temporary, const char *path, struct err *e)
{
	struct stat st;
	bool is_there = lstat(path, &st) == 0;

	if (is_there && !S_ISREG(st.st_mode) && !S_ISLNK(st.st_mode)) {
		err_set(e, _("it is %s, and stays"),
			message(file_kind(st.st_mode)));
		return SAVE_FAILED;
	}
	if (is_there && S_ISREG(st.st_mode) &&
		chmod(temporary, st.st_mode & 0777) < 0)
		return failed(e);
	return rename(temporary, path) == 0 ? SAVE_DONE : failed(e);
}

static enum save_result name_file(
	const char *temporary, const char *path, bool replace, struct err *e)
{
	enum save_result result;

	if (replace)
		return name_again(temporary, path, e);
	result = name_new(temporary, path);
	return result == SAVE_FAILED ? failed(e) : result;
}

enum save_result file_save(
	const char *path, struct str bytes, bool replace, struct err *e)
{
	struct buf temporary = { 0 };
	enum save_result result;
	bool good;
	int fd;

	buf_add_f(&temporary, "%s.XXXXXX", path);
	fd = mkostemp(temporary.p, O_CLOEXEC);
	if (fd < 0) {
		buf_release(&temporary);
		return failed(e);
	}
	good = file_write(fd, bytes) && fchmod(fd, usual_mode()) == 0 &&
	       fsync(fd) == 0;
	result = good ? SAVE_DONE : failed(e);
	if (close(fd) < 0 && good)
		result = failed(e);
	if (result == SAVE_DONE)
		result = name_file(temporary.p, path, replace, e);
	if (result != SAVE_DONE)
		unlink(temporary.p);
	buf_release(&temporary);
	return result;
}
