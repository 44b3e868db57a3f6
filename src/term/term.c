#include "dateline/term/term.h"

#include "dateline/base/env.h"
#include "term/blit.h"
#include "term/crash.h"
#include "term/hyperlinks.h"
#include "term/keys.h"
#include "term/modes.h"
#include "term/terminfo.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

struct terminal {
	SCREEN *curses;
	FILE *keys; /* a stream over the keys' descriptor, for curses */
	WINDOW *window; /* keys are read through it */
	struct palette palette;
	struct blitter blitter;
	int cursor; /* as curs_set() was last told; -1: not yet */
	struct modes modes;
	struct hyperlinks hyperlinks;
	bool anew; /* the next drawing sends everything */
};

static bool is_utf8(void)
{
	// NOLINTNEXTLINE(concurrency-mt-unsafe): see term_locale()
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool term_locale(void)
{
	setlocale(LC_CTYPE, ""); // NOLINT(concurrency-mt-unsafe)
	if (is_utf8())
		return true;
	if (env_get("LC_ALL") || env_get("LC_CTYPE") || env_get("LANG"))
		return false;
	setlocale(LC_CTYPE, "C.UTF-8"); // NOLINT(concurrency-mt-unsafe)
	return is_utf8();
}

static bool has_24_bits(void)
{
	const char *value = env_get("COLORTERM");

	return value &&
	       (strcmp(value, "truecolor") == 0 || strcmp(value, "24bit") == 0);
}

/* Palette colours are fewer bytes, so that only a theme that names others is
 * worth 24 bits. */
static bool needs_24_bits(const struct theme *theme)
{
	for (size_t i = 0; i < theme->entries.n; i++) {
		const struct look *look = &theme->entries.v[i].look;

		if (look->fg >= COLOR_RGB || look->bg >= COLOR_RGB)
			return true;
	}
	return false;
}

static SCREEN *open_type(const char *type, FILE *in)
{
	return terminfo_knows(type) ? newterm(type, stdout, in) : NULL;
}

/*
 * The entry of the same terminal with direct colour ("xterm-direct" for
 * "xterm-256color"): curses knows no other way to 24 bits that leaves the
 * user's palette alone.
 */
static SCREEN *open_direct(const char *type, FILE *in)
{
	struct str stem = str_from_c(type);
	struct buf name = { 0 };
	SCREEN *s;

	stem = str_slice(stem, 0, str_chr(stem, '-', 0));
	if (str_starts(stem, STR("screen")))
		return NULL;
	buf_add_f(&name, "%.*s-direct", STR_ARG(stem));
	s = open_type(name.p, in);
	buf_release(&name);
	return s;
}

static SCREEN *open_screen(const struct theme *theme, FILE *in)
{
	const char *type = env_get("TERM");
	SCREEN *s = NULL;

	if (!type || strcmp(type, "dumb") == 0 || strcmp(type, "unknown") == 0)
		return NULL;
	if (has_24_bits() && needs_24_bits(theme))
		s = open_direct(type, in);
	if (!s)
		s = open_type(type, in);
	if (s && !terminfo_has_cursor()) {
		endwin();
		delscreen(s);
		return NULL;
	}
	return s;
}

/*
 * Curses leaves SIGTSTP alone where it finds it taken; else it sets its own
 * handler aside with each update, which were 2 of 9 system calls a key. The
 * signal is blocked, and read by the reader.
 */
static SCREEN *open_quietly(const struct theme *theme, FILE *in)
{
	void (*before)(int) = signal(SIGTSTP, SIG_IGN);
	SCREEN *s = open_screen(theme, in);

	signal(SIGTSTP, before);
	return s;
}

/* With the modes of the mouse, which may be asked for later. */
static void arm_crash_guard(int fd, const struct termios *before)
{
	struct buf restore = { 0 };

	buf_add(&restore, modes_of(true).off);
	terminfo_restore(&restore);
	crash_arm(fd, before, buf_str(&restore));
	buf_release(&restore);
}

static void set_modes(void)
{
	/* All keys are ours, ^S, ^C and ^Z too. */
	raw();
	noecho();
	nonl();
	idlok(stdscr, TRUE);
	leaveok(stdscr, FALSE);
	scrollok(stdscr, FALSE);
	/* The reader takes all keys that wait before it draws. */
	typeahead(-1);
	terminfo_adjust();
}

/*
 * Until the screen was left once, curses 6.4 writes after each move of its
 * cursor: an article opened was 27 writes (strace), each a packet of ssh.
 */
static void write_at_once(void)
{
	endwin();
	reset_prog_mode();
}

struct terminal *term_open(const struct config *c, int keys_fd, bool utf8)
{
	struct terminal *t;
	FILE *in = fdopen(dup(keys_fd), "r");
	struct termios before;
	SCREEN *s;

	if (!in)
		return NULL;
	s = tcgetattr(keys_fd, &before) == 0 ? open_quietly(&c->theme, in)
					     : NULL;
	if (!s) {
		fclose(in);
		return NULL;
	}
	t = mem_calloc(1, sizeof *t);
	t->modes = modes_of(c->options.mouse);
	arm_crash_guard(keys_fd, &before);
	t->curses = s;
	t->keys = in;
	t->cursor = -1;
	set_modes();
	t->window = keys_open();
	write_at_once();
	palette_init(&t->palette, c);
	t->blitter = (struct blitter){ .palette = &t->palette, .utf8 = utf8 };
	t->hyperlinks.able = terminfo_has_sequences();
	term_redraw(t);
	return t;
}

void term_close(struct terminal *t)
{
	modes_leave(&t->modes);
	if (!isendwin())
		endwin();
	crash_disarm();
	delwin(t->window);
	delscreen(t->curses);
	fclose(t->keys);
	blit_release(&t->blitter);
	hyperlinks_release(&t->hyperlinks);
	free(t);
}

void term_size(const struct terminal *t, int *rows, int *cols)
{
	struct winsize w;

	*rows = LINES;
	*cols = COLS;
	if (ioctl(fileno(t->keys), TIOCGWINSZ, &w) == 0 && w.ws_row > 0 &&
		w.ws_col > 0) {
		*rows = w.ws_row;
		*cols = w.ws_col;
	}
}

static void place_cursor(struct terminal *t, const struct screen *s)
{
	int visible = s->cursor_visible ? 1 : 0;

	move(s->cursor_row, s->cursor_col);
	if (visible != t->cursor)
		curs_set(visible);
	t->cursor = visible;
}

void term_draw(struct terminal *t, const struct screen *s)
{
	if (LINES != s->rows || COLS != s->cols) {
		resize_term(s->rows, s->cols);
		t->anew = true;
	}
	if (t->anew) {
		blit_reset(&t->blitter);
		hyperlinks_reset(&t->hyperlinks);
		clearok(curscr, TRUE);
	}
	t->anew = false;
	hyperlinks_prepare(&t->hyperlinks, &t->blitter, s);
	blit(&t->blitter, s);
	place_cursor(t, s);
	wnoutrefresh(stdscr);
	doupdate();
	modes_enter(&t->modes);
	hyperlinks_show(&t->hyperlinks, s);
}

void term_restyle(struct terminal *t, const struct config *c)
{
	const struct modes modes = modes_of(c->options.mouse);

	palette_init(&t->palette, c);
	t->anew = true;
	if (str_eq(modes.on, t->modes.on))
		return;
	modes_leave(&t->modes);
	t->modes = modes;
}

void term_redraw(struct terminal *t)
{
	t->anew = true;
}

void term_leave(struct terminal *t)
{
	modes_leave(&t->modes);
	endwin();
	t->cursor = -1;
	t->anew = true;
}

bool term_key(struct terminal *t, uint32_t *key, struct mouse *m)
{
	return keys_next(t->window, key, m);
}
