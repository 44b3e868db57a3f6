#include "term/outside.h"

#include "dateline/base/env.h"
#include "dateline/base/message.h"
#include "dateline/base/save.h"
#include "dateline/text/sanitize.h"
#include "term/clipboard.h"
#include "term/program.h"
#include "term/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

/* A program that takes the clipboard has said by then that it cannot. */
#define COPY_MS 300

static void complain(struct outcome *out, const char *what, const char *why)
{
	out->kind = EVENT_REMARK;
	buf_add_f(&out->said, "%s: %s", what, why);
}

static void put(struct str bytes)
{
	while (bytes.n) {
		ssize_t done = write(STDOUT_FILENO, bytes.p, bytes.n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return;
		bytes = str_slice(bytes, (size_t)done, bytes.n);
	}
}

/* The clipboard. */

static bool copy_by_terminal(struct str text, struct err *e)
{
	struct buf sequence = { 0 };
	bool fits = clipboard_sequence(&sequence, text, clipboard_way());

	put(buf_str(&sequence));
	buf_release(&sequence);
	return fits || err_set(e,
			       _("%zu kB are too long for a terminal's "
				 "clipboard, which takes %d"),
			       text.n / 1000, CLIPBOARD_MAX / 4 * 3 / 1000);
}

static bool copy_by_program(
	const struct outside *o, struct str text, struct err *e)
{
	struct program p = { 0 };
	int in = program_input(text), status = 0;
	bool good = in >= 0 || err_set(e, _("no room for the text"));
	pid_t pid;

	good = good && program_words(&p, o->options->copy, NULL) &&
	       program_start(
		       &(struct program_run){ p.argv.v, in, false }, &pid, e);
	if (good && program_ends(pid, COPY_MS, &status) && status != 0)
		good = err_set(
			e, _("%s ended with status %d"), p.argv.v[0], status);
	if (in >= 0)
		close(in);
	program_release(&p);
	return good;
}

static bool copy(const struct outside *o, struct str text, struct err *e)
{
	struct str way = str_trim(o->options->copy);

	if (str_eq(way, STR("none")))
		return err_set(e, _("ui.copy is none"));
	if (!way.n || str_eq(way, STR("osc52")))
		return copy_by_terminal(text, e);
	return copy_by_program(o, text, e);
}

/* What was copied, as far as a line has room for it. */
static void obey_copy(const struct outside *o, const struct outside_wish *wish,
	struct outcome *out)
{
	struct arena arena = { 0 };
	struct err e;

	if (copy(o, wish->text, &e))
		buf_add_f(&out->said, _("copied %s: %.*s"), wish->called,
			STR_ARG(text_clean(&arena,
				str_slice(wish->text, 0, 400), SANITIZE_LINE)));
	else
		complain(out, _("not copied"), e.msg);
	arena_release(&arena);
}

/* Programs that have the terminal. */

/* Gives them the screen, and waits for their end. */
static bool run_here(const struct outside *o, char *const *argv, int in,
	int *status, struct err *e)
{
	const struct program_run run = { argv, in, true };
	pid_t pid;

	term_leave(o->terminal);
	if (!program_start(&run, &pid, e))
		return false;
	*status = program_wait(pid, !(o->options->allowed & PERMIT_SUSPEND));
	signals_drop_typed();
	return true;
}

/* Until a key is typed, or something else happens to us. */
static void wait_for_key(const struct outside *o)
{
	struct pollfd fds[] = { { o->keys_fd, POLLIN, 0 },
		{ o->signals_fd, POLLIN, 0 } };
	struct termios before, raw;

	if (tcgetattr(o->keys_fd, &before) < 0)
		return;
	raw = before;
	raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG);
	raw.c_cc[VMIN] = 1;
	tcsetattr(o->keys_fd, TCSADRAIN, &raw);
	poll(fds, sizeof fds / sizeof *fds, -1);
	tcflush(o->keys_fd, TCIFLUSH);
	tcsetattr(o->keys_fd, TCSADRAIN, &before);
}

static void pipe_to(const struct outside *o, const char *command, int in,
	struct outcome *out)
{
	char sh[] = "/bin/sh", c[] = "-c";
	struct arena arena = { 0 };
	char *argv[] = { sh, c, arena_dup_c(&arena, str_from_c(command)),
		NULL };
	struct buf ended = { 0 };
	struct err e;
	int status = 0;

	out->left = true;
	if (run_here(o, argv, in, &status, &e)) {
		buf_add(&ended, STR("\r\n"));
		if (status)
			buf_add_f(&ended, _("status %d; "), status);
		buf_add(&ended, MSG("a key goes back to dateline "));
		put(buf_str(&ended));
		wait_for_key(o);
		put(STR("\r\n"));
	} else {
		complain(out, _("not piped"), e.msg);
	}
	buf_release(&ended);
	arena_release(&arena);
}

/* The text goes to the command's input and nowhere into its line. */
static void obey_pipe(const struct outside *o, const struct outside_wish *wish,
	struct outcome *out)
{
	struct arena arena = { 0 };
	struct buf text = { 0 };
	int in;

	export_make(&wish->what, &text);
	in = program_input(buf_str(&text));
	if (in >= 0) {
		pipe_to(o, arena_dup_c(&arena, wish->text), in, out);
		close(in);
	} else {
		complain(out, _("not piped"), _("no room for the text"));
	}
	buf_release(&text);
	arena_release(&arena);
}

/* The browser. */

static bool has_display(void)
{
	return env_get("DISPLAY") || env_get("WAYLAND_DISPLAY");
}

/* The reader's browser: the option, the first of $BROWSER; STR_NONE: none is
 * named. */
static struct str browser_of(const struct options *o)
{
	const char *list = env_get("BROWSER");
	struct str rest = str_from_c(list), first = STR_NONE;

	if (str_trim(o->browser).n)
		return str_trim(o->browser);
	str_split(&rest, ':', &first);
	return first;
}

static bool needs_terminal(const struct options *o)
{
	if (o->browser_terminal == TERMINAL_AUTO)
		return !has_display();
	return o->browser_terminal == TERMINAL_ALWAYS;
}

/* Nothing here can show it: the reader's own machine may. */
static void hand_over(
	const struct outside *o, const char *address, struct outcome *out)
{
	bool may = o->options->allowed & PERMIT_COPY;
	struct err e;

	if (may && copy(o, str_from_c(address), &e))
		buf_add_f(&out->said, _("no display here; copied %s"), address);
	else
		buf_add_f(&out->said, _("no display here: %s"), address);
}

static void browse_here(const struct outside *o, struct program *p,
	const char *address, struct outcome *out)
{
	struct err e;
	int status = 0;

	out->left = true;
	if (!run_here(o, p->argv.v, o->keys_fd, &status, &e))
		complain(out, _("not opened"), e.msg);
	else if (status)
		buf_add_f(&out->said, _("%s ended with status %d"),
			p->argv.v[0], status);
	else
		buf_add_f(&out->said, _("back from %s"), address);
}

static void browse_beside(
	struct program *p, const char *address, struct outcome *out)
{
	int none = open("/dev/null", O_RDONLY | O_CLOEXEC);
	struct err e;
	pid_t pid;

	if (program_start(
		    &(struct program_run){ p->argv.v, none, false }, &pid, &e))
		buf_add_f(&out->said, _("opening %s"), address);
	else
		complain(out, _("not opened"), e.msg);
	if (none >= 0)
		close(none);
}

static void obey_browse(const struct outside *o,
	const struct outside_wish *wish, struct outcome *out)
{
	struct arena arena = { 0 };
	const char *address = arena_dup_c(&arena, wish->text);
	struct str browser = browser_of(o->options);
	struct program p = { 0 };
	bool named = browser.n > 0;

	if (!named && !has_display())
		hand_over(o, address, out);
	else if (!program_words(&p, named ? browser : STR("xdg-open"), address))
		complain(out, _("not opened"), _("ui.browser has no word"));
	else if (named && needs_terminal(o->options))
		browse_here(o, &p, address, out);
	else
		browse_beside(&p, address, out);
	program_release(&p);
	arena_release(&arena);
}

/* Files. */

static void obey_write(const struct outside_wish *wish, struct outcome *out)
{
	const char *home = env_get("HOME");
	struct buf path = { 0 }, text = { 0 };
	struct err e;

	if (home && str_starts(wish->text, STR("~/")))
		buf_add_f(&path, "%s%.*s", home,
			STR_ARG(str_slice(wish->text, 1, wish->text.n)));
	else
		buf_add(&path, wish->text);
	export_make(&wish->what, &text);
	switch (file_save(path.p, buf_str(&text), wish->replace, &e)) {
	case SAVE_DONE:
		buf_add_f(&out->said, _("written: %s, %zu bytes"), path.p,
			text.n);
		break;
	case SAVE_EXISTS:
		out->kind = EVENT_EXISTS;
		buf_add(&out->said, wish->text);
		break;
	case SAVE_FAILED:
	default:
		complain(out, path.p, e.msg);
	}
	buf_release(&path);
	buf_release(&text);
}

bool outside_obey(const struct outside *o, const struct effect *effect,
	struct outcome *out)
{
	*out = (struct outcome){ .kind = EVENT_TOLD };
	program_reap();
	switch (effect->kind) {
	case EFFECT_BROWSE:
		obey_browse(o, &effect->outside, out);
		return true;
	case EFFECT_PIPE:
		obey_pipe(o, &effect->outside, out);
		return true;
	case EFFECT_WRITE:
		obey_write(&effect->outside, out);
		return true;
	case EFFECT_COPY:
		obey_copy(o, &effect->outside, out);
		return true;
	default:
		return false;
	}
}
