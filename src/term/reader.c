#include "dateline/term/reader.h"

#include "dateline/base/env.h"
#include "dateline/store/people_job.h"
#include "dateline/store/regroup.h"
#include "dateline/store/update.h"
#include "dateline/term/term.h"
#include "dateline/text/sanitize.h"
#include "dateline/view/app.h"
#include "term/lines.h"
#include "term/signals.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define EXIT_UNREADABLE 3
#define EXIT_UNKEPT 4
#define INTERRUPT 3 /* ^C as a key */

/* An archive read within this time is shown at once, without an empty screen
 * before it; nobody sees a delay below it (Miller 1968, Nielsen 1993). */
#define FIRST_SCREEN_MS 100
/* Progress is not worth showing before this. */
#define QUIET_MS 300
/* A window being dragged gives many sizes; only the one it rests at is drawn */
#define RESIZE_REST_MS 20

/* So many articles that are new are joined to the others between two keys, in
 * half a second at most (doc/rounds.md); with more, all is read anew behind the
 * screen. */
#define RENEWED_AT_ONCE 100

/* What wakes the loop, in the order they are polled. */
enum source { SOURCE_KEYS, SOURCE_SIGNALS, SOURCE_THREADS, SOURCES };

struct reader {
	const struct reader_request *request;
	struct signals signals;
	int keys_fd;
	int wake[2]; /* a pipe: the threads write, the loop reads */
	struct loader *loader; /* NULL once its store was taken */
	bool renewing; /* it reads what is new or changed only */
	bool stopped; /* the user asked it to stop */
	struct store *store;
	struct people_job *finding; /* who is who; NULL: nobody asked */
	bool find_again; /* what is being found is out of date */
	struct people *people; /* in the store, as last found */
	struct terminal *terminal;
	struct app *app;
	struct corrections corrections;
	bool unkept; /* what the user did could not be kept */
	struct screen screen;
	int64_t started; /* ms, monotonic */
	bool dirty; /* the screen may look different */
	bool resizing; /* a size has come that was not drawn yet */
	bool done;
	int deadly; /* the signal to die by; 0: none */
};

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void send_event(struct reader *r, const struct event *e)
{
	if (app_update(r->app, e))
		r->dirty = true;
}

static void send_size(struct reader *r)
{
	struct event e = { .kind = EVENT_RESIZE };

	term_size(r->terminal, &e.rows, &e.cols);
	screen_resize(&r->screen, e.rows, e.cols);
	send_event(r, &e);
	r->dirty = true;
	r->resizing = false;
}

/* Takes the terminal again, from whoever had it meanwhile. */
static void resume(struct reader *r)
{
	const struct event e = { .kind = EVENT_RESUME };

	send_event(r, &e);
	send_size(r);
}

static void send_corrections(struct reader *r)
{
	const struct event e = corrections_event(&r->corrections);

	send_event(r, &e);
}

/* The shell has the terminal until the user comes back. */
static void suspend(struct reader *r)
{
	term_leave(r->terminal);
	signals_obey(SIGTSTP);
	resume(r);
}

/* Called by the threads behind the screen. */
static void wake_loop(void *ctx)
{
	const int *fd = ctx;

	(void)!write(*fd, "", 1);
}

/* `known`: only what is new or changed since is read; NULL: all. */
static bool start_loader(
	struct reader *r, const struct store *known, struct err *e)
{
	const struct load_request request = { .paths = r->request->paths,
		.n = r->request->n_paths,
		.threads = (unsigned)r->request->config->options.threads,
		.known = known,
		.wake = wake_loop,
		.wake_ctx = &r->wake[1] };

	r->started = now_ms();
	r->renewing = known != NULL;
	r->stopped = false;
	r->loader = loader_start(&request, e);
	return r->loader != NULL;
}

/* Before the store changes: what is being found in it is of no use. */
static void stop_finding(struct reader *r)
{
	if (r->finding)
		people_free(people_job_take(r->finding));
	r->finding = NULL;
	r->find_again = false;
}

static void start_finding(struct reader *r)
{
	const struct people_wake wake = { wake_loop, &r->wake[1] };

	r->find_again = r->finding != NULL;
	if (r->find_again)
		return;
	r->finding = people_job_start(r->store, r->corrections.people.v,
		r->corrections.people.n, &wake);
}

static void take_people(struct reader *r)
{
	struct event e = { .kind = EVENT_PEOPLE };
	struct people *before = r->people;

	if (r->find_again) {
		stop_finding(r);
		start_finding(r);
		return;
	}
	r->people = people_job_take(r->finding);
	r->finding = NULL;
	e.people = r->people;
	send_event(r, &e);
	people_free(before);
}

static void correct(struct reader *r, const struct effect *effect)
{
	/* Rounds are perhaps changed in the store. */
	bool stops = r->finding && effect->kind != EFFECT_CORRECT &&
		     effect->kind != EFFECT_MARK;

	if (stops)
		stop_finding(r);
	if (effect_correct(effect, &r->corrections))
		send_corrections(r);
	if (stops && r->corrections.marks_only)
		start_finding(r);
}

static void tell_renewal(struct reader *r, const struct renewal *done)
{
	const struct event e = { .kind = EVENT_RELOADED, .renewal = *done };

	send_event(r, &e);
}

static void tell_failure(struct reader *r, const char *why)
{
	const struct renewal none = { .failed = why };

	tell_renewal(r, &none);
}

static void reload(struct reader *r)
{
	struct err err;

	if (!start_loader(r, r->store, &err))
		tell_failure(r, err.msg);
}

static void obey_effects(struct reader *r)
{
	struct effect effect;

	while (app_effect(r->app, &effect)) {
		switch (effect.kind) {
		case EFFECT_QUIT:
			r->done = true;
			break;
		case EFFECT_SUSPEND:
			suspend(r);
			break;
		case EFFECT_REDRAW:
			term_redraw(r->terminal);
			r->dirty = true;
			break;
		case EFFECT_STOP:
			if (r->loader)
				loader_stop(r->loader);
			r->stopped = true;
			break;
		case EFFECT_RELOAD:
			/* What another session did, too. */
			correct(r, &effect);
			reload(r);
			break;
		case EFFECT_CORRECT:
		case EFFECT_CORRECT_ROUND:
		case EFFECT_MARK:
		case EFFECT_UNDO:
		case EFFECT_REDO:
			correct(r, &effect);
			break;
		case EFFECT_PEOPLE:
			start_finding(r);
			break;
		}
	}
}

static void send_key(struct reader *r, uint32_t key)
{
	const struct event e = { .kind = EVENT_KEY, .key = key };

	send_event(r, &e);
	obey_effects(r);
}

/* Keys that wait are taken together and drawn once, so that a slow line never
 * falls behind the keyboard. */
static void take_keys(struct reader *r)
{
	uint32_t key;
	int waiting = 0;

	/* Readable with nothing to read: the terminal is gone. */
	if (ioctl(r->keys_fd, FIONREAD, &waiting) < 0 || waiting == 0) {
		r->done = true;
		return;
	}
	while (!r->done && term_key(r->terminal, &key)) {
		if (key != KEYS_NONE)
			send_key(r, key);
	}
}

static void take_signals(struct reader *r)
{
	int sig;

	while ((sig = signals_next(&r->signals)) != 0) {
		switch (sig) {
		case SIGWINCH:
			r->resizing = true;
			break;
		case SIGTSTP:
			suspend(r);
			break;
		case SIGCONT: /* after a SIGSTOP, which nobody sees */
			term_leave(r->terminal);
			resume(r);
			break;
		case SIGINT:
			send_key(r, INTERRUPT);
			break;
		default:
			r->deadly = sig;
			r->done = true;
			break;
		}
	}
}

static void show_store(struct reader *r, struct event *e)
{
	corrections_follow(&r->corrections, r->store);
	e->store = r->store;
	send_event(r, e);
	obey_effects(r);
}

static struct store *take_loaded(struct reader *r)
{
	struct store *s = loader_take(r->loader);

	r->loader = NULL;
	return s;
}

/* Another store, all of it, in the place of one that too much was new to. */
static void replace_store(struct reader *r, struct event *e)
{
	struct store *before = r->store;
	size_t had = before->by_time.n, have;
	struct renewal done = { 0 };

	stop_finding(r);
	r->store = take_loaded(r);
	have = r->store->by_time.n;
	done.added = (uint32_t)(have > had ? have - had : 0);
	done.gone = (uint32_t)(had > have ? had - have : 0);
	show_store(r, e);
	store_free(before);
	tell_renewal(r, &done);
}

/* What is new or changed joins the store that is shown. */
static struct renewal renew_store(
	struct reader *r, struct store *fresh, const uint32_t *files, size_t n)
{
	struct store *s = r->store;
	uint32_t *gone;
	size_t n_gone = update_articles_of(s, files, n, &gone);
	size_t had = s->by_time.n;
	struct renewal done = { 0 };

	stop_finding(r);
	store_regroup(s, NULL, 0);
	update_apply(s, update_prepare(s, fresh, gone, n_gone));
	update_forget(s, files, n);
	for (size_t i = 0; i < n_gone; i++)
		done.gone += s->articles.v[gone[i]].round == STORE_NONE;
	done.added = (uint32_t)(s->by_time.n + done.gone - had);
	free(gone);
	return done;
}

static void take_renewal(struct reader *r, struct event *e)
{
	VEC_OF(uint32_t) files = { 0 };
	size_t n;
	const uint32_t *gone = loader_gone(r->loader, &n);
	struct renewal done = { 0 };
	struct store *fresh;
	struct err err;

	for (size_t i = 0; i < n; i++)
		*vec_push(&files) = gone[i];
	fresh = take_loaded(r);
	if (fresh->articles.n > RENEWED_AT_ONCE) {
		store_free(fresh);
		if (!start_loader(r, NULL, &err))
			tell_failure(r, err.msg);
	} else if (fresh->files.n == 0 && files.n == 0) {
		store_free(fresh);
		tell_renewal(r, &done);
	} else {
		done = renew_store(r, fresh, files.v, files.n);
		show_store(r, e);
		tell_renewal(r, &done);
	}
	vec_free(&files);
}

static void take_store(struct reader *r)
{
	struct event e = { .kind = EVENT_STORE };

	e.progress = loader_progress(r->loader);
	if (!r->store) {
		r->store = take_loaded(r);
		show_store(r, &e);
	} else if (r->stopped) {
		store_free(take_loaded(r));
		tell_failure(r, "stopped: what is shown is as it was");
	} else if (r->renewing) {
		take_renewal(r, &e);
	} else {
		replace_store(r, &e);
	}
}

static void take_progress(struct reader *r)
{
	struct event e = { .kind = EVENT_PROGRESS };
	char drain[64];

	while (read(r->wake[0], drain, sizeof drain) > 0)
		;
	if (r->finding && people_job_is_done(r->finding))
		take_people(r);
	if (!r->loader)
		return;
	e.progress = loader_progress(r->loader);
	if (e.progress.done)
		take_store(r);
	else if (now_ms() - r->started >= QUIET_MS)
		send_event(r, &e);
}

static void draw(struct reader *r)
{
	if (!r->dirty || r->resizing)
		return;
	r->dirty = false;
	app_draw(r->app, &r->screen);
	term_draw(r->terminal, &r->screen);
}

/* Waits for something to do; without any, for ever: no time is spent. */
static void wait_for_events(struct reader *r)
{
	struct pollfd fds[SOURCES] = { [SOURCE_KEYS] = { r->keys_fd, POLLIN,
					       0 },
		[SOURCE_SIGNALS] = { r->signals.fd, POLLIN, 0 },
		[SOURCE_THREADS] = { r->wake[0], POLLIN, 0 } };
	int n = poll(fds, SOURCES, r->resizing ? RESIZE_REST_MS : -1);

	if (n == 0)
		send_size(r);
	if (n <= 0)
		return;
	if (fds[SOURCE_SIGNALS].revents)
		take_signals(r);
	if (fds[SOURCE_THREADS].revents)
		take_progress(r);
	if (fds[SOURCE_KEYS].revents & (POLLHUP | POLLERR | POLLNVAL))
		r->done = true;
	else if (fds[SOURCE_KEYS].revents && !r->done)
		take_keys(r);
}

static void wait_for_first_store(struct reader *r)
{
	struct pollfd fd = { r->wake[0], POLLIN, 0 };

	while (!loader_progress(r->loader).done) {
		int64_t left = r->started + FIRST_SCREEN_MS - now_ms();
		char drain[64];

		if (left <= 0 || poll(&fd, 1, (int)left) <= 0)
			return;
		(void)!read(r->wake[0], drain, sizeof drain);
	}
	take_store(r);
}

/* The program has said the others when it started. */
static void tell_mistakes(const struct reader *r)
{
	struct str mistake;

	for (size_t i = 0; app_error(r->app, i, &mistake); i++)
		safe_printf(stderr, "dateline: %.*s\n", STR_ARG(mistake));
}

static void restore_place(struct reader *r)
{
	struct buf place = { 0 };

	corrections_place(&r->corrections, &place);
	app_restore(r->app, buf_str(&place));
	buf_release(&place);
}

static void keep_place(struct reader *r)
{
	struct buf place = { 0 };

	app_place(r->app, &place);
	if (place.n)
		corrections_keep_place(&r->corrections, buf_str(&place));
	buf_release(&place);
}

static void run_screen(struct reader *r, bool utf8)
{
	const struct config *c = r->request->config;

	r->app = app_new(c, r->request->today);
	r->screen.ascii = c->options.ascii || !utf8;
	send_size(r);
	corrections_open(&r->corrections, r->request->paths,
		r->request->n_paths, c->options.state);
	send_corrections(r);
	if (c->options.place)
		restore_place(r);
	wait_for_first_store(r);
	while (!r->done) {
		draw(r);
		wait_for_events(r);
	}
	term_close(r->terminal);
	if (c->options.place)
		keep_place(r);
	tell_mistakes(r);
	app_free(r->app);
	r->unkept = r->corrections.unkept;
	corrections_release(&r->corrections);
	screen_release(&r->screen);
}

static void run_lines(struct reader *r, bool utf8)
{
	const char *type = env_get("TERM");

	if (type && strcmp(type, "dumb") != 0)
		safe_printf(stderr,
			"dateline: the terminal type %s (TERM) is not known "
			"here or has no cursor: lines only\n",
			type);
	/* No screen is there to save: signals may do what they do. */
	signals_close(&r->signals);
	r->store = loader_take(r->loader);
	r->loader = NULL;
	lines_run(r->store, r->keys_fd, utf8);
}

static int open_keys(void)
{
	if (isatty(STDIN_FILENO))
		return dup(STDIN_FILENO);
	return open("/dev/tty", O_RDONLY | O_CLOEXEC | O_NOCTTY);
}

bool reader_is_possible(void)
{
	int fd = isatty(STDOUT_FILENO) ? open_keys() : -1;

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

static bool open_sources(struct reader *r, struct err *e)
{
	r->keys_fd = open_keys();
	if (r->keys_fd < 0)
		return err_set(e, "no terminal to read keys from");
	if (pipe2(r->wake, O_CLOEXEC | O_NONBLOCK) < 0 ||
		!signals_open(&r->signals))
		return err_set(e, "the system has no event to wait for left; "
				  "are too many files open?");
	return true;
}

static void close_sources(struct reader *r)
{
	close(r->keys_fd);
	close(r->wake[0]);
	close(r->wake[1]);
}

int reader_run(const struct reader_request *request)
{
	struct reader r = { .request = request };
	bool utf8 = term_locale();
	struct err e;
	int status;

	if (!open_sources(&r, &e) || !start_loader(&r, NULL, &e)) {
		safe_printf(stderr, "dateline: %s\n", e.msg);
		return EXIT_UNREADABLE;
	}
	r.terminal = term_open(request->config, r.keys_fd, utf8);
	if (r.terminal)
		run_screen(&r, utf8);
	else
		run_lines(&r, utf8);
	status = r.unkept ? EXIT_UNKEPT : EXIT_SUCCESS;
	if (r.deadly)
		signals_obey(r.deadly);
	/* What the user did is kept already, and reading a large archive to
	 * its end for nothing would keep the user waiting. */
	if (r.loader || r.finding)
		_exit(status);
	people_free(r.people);
	store_free(r.store);
	close_sources(&r);
	return status;
}
