#include "term/program.h"

#include "term/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#define FIRST_OTHER_FD 3

/* Words. */

static bool next_word(struct str *rest, struct buf *word)
{
	char mark = '\0';
	size_t i = 0;
	bool any = false;

	*rest = str_trim(*rest);
	buf_clear(word);
	for (; i < rest->n && (mark || rest->p[i] != ' '); i++) {
		char c = rest->p[i];

		any = true;
		if (mark ? c == mark : c == '"' || c == '\'')
			mark = mark ? '\0' : c;
		else
			buf_add_c(word, c);
	}
	*rest = str_slice(*rest, i, rest->n);
	return any;
}

/* The word with the address in its place; whether it has one. $BROWSER knows
 * it as %s. */
static bool put_address(struct buf *word, const char *address)
{
	struct str marker = STR("%u"), whole = buf_str(word);
	size_t at = str_find(whole, marker, 0);
	struct buf new = { 0 };

	if (at == STR_NPOS)
		at = str_find(whole, STR("%s"), 0);
	if (!address || at == STR_NPOS)
		return false;
	buf_add(&new, str_slice(whole, 0, at));
	buf_add(&new, str_from_c(address));
	buf_add(&new, str_slice(whole, at + marker.n, whole.n));
	buf_release(word);
	*word = new;
	return true;
}

bool program_words(struct program *p, struct str line, const char *address)
{
	struct buf word = { 0 };
	bool placed = address == NULL;

	while (next_word(&line, &word)) {
		placed |= put_address(&word, address);
		*vec_push(&p->argv) = arena_dup_c(&p->arena, buf_str(&word));
	}
	buf_release(&word);
	if (p->argv.n == 0)
		return false;
	if (!placed)
		*vec_push(&p->argv) =
			arena_dup_c(&p->arena, str_from_c(address));
	*vec_push(&p->argv) = NULL;
	return true;
}

void program_release(struct program *p)
{
	vec_free(&p->argv);
	arena_release(&p->arena);
}

/* Running. */

static void set_signals(posix_spawnattr_t *attributes, bool terminal)
{
	short flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;
	sigset_t set;

	sigfillset(&set);
	posix_spawnattr_setsigdefault(attributes, &set);
	sigemptyset(&set);
	posix_spawnattr_setsigmask(attributes, &set);
	/* Without our terminal it is none of our session either. */
	if (!terminal)
		flags = (short)(flags | POSIX_SPAWN_SETSID);
	posix_spawnattr_setflags(attributes, flags);
}

static void set_files(
	posix_spawn_file_actions_t *files, const struct program_run *r)
{
	posix_spawn_file_actions_adddup2(files, r->in, STDIN_FILENO);
	if (!r->terminal) {
		posix_spawn_file_actions_addopen(
			files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
		posix_spawn_file_actions_adddup2(
			files, STDOUT_FILENO, STDERR_FILENO);
	}
	posix_spawn_file_actions_addclosefrom_np(files, FIRST_OTHER_FD);
}

bool program_start(const struct program_run *r, pid_t *pid, struct err *e)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	int error;

	posix_spawn_file_actions_init(&files);
	posix_spawnattr_init(&attributes);
	set_files(&files, r);
	set_signals(&attributes, r->terminal);
	error = posix_spawnp(
		pid, r->argv[0], &files, &attributes, r->argv, environ);
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&attributes);
	return error == 0 ||
	       err_set(e, "%s: %s", r->argv[0], strerrordesc_np(error));
}

static int status_of(int status)
{
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int program_wait(pid_t pid, bool stays)
{
	int status = 0;

	for (;;) {
		if (waitpid(pid, &status, WUNTRACED) < 0) {
			if (errno == EINTR)
				continue;
			return 0;
		}
		if (!WIFSTOPPED(status))
			return status_of(status);
		if (!stays)
			signals_obey(SIGTSTP);
		kill(pid, SIGCONT);
	}
}

bool program_ends(pid_t pid, int ms, int *status)
{
	static const int step = 10;
	int result = 0;

	for (int waited = 0; waited <= ms; waited += step) {
		if (waitpid(pid, &result, WNOHANG) != 0) {
			*status = status_of(result);
			return true;
		}
		poll(NULL, 0, step);
	}
	return false;
}

void program_reap(void)
{
	while (waitpid(-1, NULL, WNOHANG) > 0)
		;
}
