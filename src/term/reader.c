#include "dateline/term/reader.h"

#include "dateline/base/env.h"
#include "dateline/base/message.h"
#include "dateline/store/archive.h"
#include "dateline/store/people_job.h"
#include "dateline/store/search_job.h"
#include "dateline/term/term.h"
#include "dateline/text/sanitize.h"
#include "dateline/view/app.h"
#include "term/lines.h"
#include "term/listing.h"
#include "term/outside.h"
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

/* What wakes the loop, in the order they are polled. */
enum source { SOURCE_KEYS, SOURCE_SIGNALS, SOURCE_THREADS, SOURCES };

struct reader {
	const struct reader_request *request;
	struct signals signals;
	int keys_fd;
	int wake[2]; /* a pipe: the threads write, the loop reads */
	struct archive *archive;
	bool shown; /* a store is */
	bool partial; /* what is shown is a part of what is being read */
	bool asked; /* the user waits for what a look finds */
	struct people_job *finding; /* who is who; NULL: nobody asked */
	bool wanted; /* who is who, once somebody is at the keys */
	bool keyed; /* somebody is */
	bool find_again; /* what is being found is out of date */
	struct people *people; /* in the store, as last found */
	struct listing listing; /* of all quotes */
	struct search_job *search;
	struct terminal *terminal;
	struct app *app;
	struct corrections corrections;
	struct config_live config;
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
	const struct reader *r = ctx;

	(void)!write(r->wake[1], "", 1);
}

/* Before the store changes: what is being found in it is of no use. */
static void stop_finding(struct reader *r)
{
	if (r->search)
		search_job_stop(r->search);
	if (r->finding)
		people_free(people_job_take(r->finding));
	r->finding = NULL;
	r->find_again = false;
	listing_stop(&r->listing);
}

/* Nobody reads the store on another thread from here on. */
static void release_store(void *ctx)
{
	stop_finding(ctx);
}

static bool open_archive(struct reader *r, struct err *e)
{
	const struct options *o = &r->request->config->options;
	const struct archive_request request = { .paths = r->request->paths,
		.n = r->request->n_paths,
		.threads = (unsigned)o->threads,
		.images = o->cache,
		.unwritten = !(o->allowed & PERMIT_IMAGE),
		.shared = o->shared.n ? o->shared.p : NULL,
		.wake = wake_loop,
		.release = release_store,
		.ctx = r };

	r->started = now_ms();
	r->archive = archive_open(&request, e);
	return r->archive != NULL;
}

static void start_finding(struct reader *r)
{
	const struct people_wake wake = { wake_loop, r };

	r->wanted = false;
	r->find_again = r->finding != NULL;
	if (r->find_again)
		return;
	r->finding = people_job_start(archive_store(r->archive),
		r->corrections.people.v, r->corrections.people.n, &wake);
}

/* Of a part of the archive they would go before anybody saw them. */
static void find_wanted(struct reader *r)
{
	if (r->wanted && r->keyed && !r->partial)
		start_finding(r);
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
	listing_stop(&r->listing);
	r->people = people_job_take(r->finding);
	r->finding = NULL;
	e.people = r->people;
	send_event(r, &e);
	people_free(before);
}

static void start_listing(struct reader *r)
{
	const struct people_wake wake = { wake_loop, r };

	listing_start(&r->listing, r->people, &wake);
}

static void take_listing(struct reader *r)
{
	struct event e = { .kind = EVENT_QUOTES };
	struct quote_index *before = r->listing.quotes;

	if (!listing_take(&r->listing))
		return;
	e.quotes = r->listing.quotes;
	send_event(r, &e);
	quote_index_free(before);
}

static void take_found(struct reader *r)
{
	struct search_found found;
	const struct event e = { .kind = EVENT_FOUND, .found = &found };

	if (!search_job_take(r->search, &found))
		return;
	send_event(r, &e);
	search_found_release(&found);
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

static void tell_remark(struct reader *r, const char *remark)
{
	const struct event e = { .kind = EVENT_REMARK, .remark = remark };

	send_event(r, &e);
}

/* What ends soon is told when it has ended. */
static void tell_progress(struct reader *r)
{
	const struct event e = { .kind = EVENT_PROGRESS,
		.progress = archive_progress(r->archive) };

	if (e.progress.work == ARCHIVE_IDLE ||
		now_ms() - r->started >= QUIET_MS)
		send_event(r, &e);
}

static void show_store(struct reader *r, bool partial)
{
	const struct event e = { .kind = EVENT_STORE,
		.store = archive_store(r->archive),
		.partial = partial,
		.progress = archive_progress(r->archive) };

	r->shown = true;
	r->partial = partial;
	/* A part is no store to correct, and the one before it goes. */
	corrections_follow(
		&r->corrections, partial ? NULL : archive_store(r->archive));
	send_event(r, &e);
}

/* Nobody who did not ask is told that nothing has changed. */
static void tell_look(struct reader *r, const struct archive_news *n)
{
	const struct renewal done = { n->added, n->gone, n->failed };

	if (n->looked && (r->asked || n->added || n->gone))
		tell_renewal(r, &done);
	if (n->looked)
		r->asked = false;
}

/* Takes over what the threads behind the screen have finished. */
static void take_archive(struct reader *r)
{
	struct archive_news n;

	do {
		n = archive_step(r->archive);
		if (n.store || (n.checked && !r->shown))
			show_store(r, n.partial);
		tell_look(r, &n);
		if (n.remark)
			tell_remark(r, n.remark);
	} while (n.store);
	tell_progress(r);
}

/* What reads the store, or the marks of its articles, ends before they change;
 * the app asks again for what it still needs. */
static void correct(struct reader *r, const struct effect *effect)
{
	const struct search_wish nothing = { .text = STR("") };
	bool regroups = effect->kind != EFFECT_CORRECT &&
			effect->kind != EFFECT_MARK &&
			effect->kind != EFFECT_NOTE;
	bool found = r->finding != NULL, listed = r->listing.job != NULL;

	search_job_ask(r->search, NULL, &nothing);
	if (regroups) {
		archive_settle(r->archive);
		stop_finding(r);
	}
	if (effect_correct(effect, &r->corrections))
		send_corrections(r);
	if (regroups && found && r->corrections.marks_only)
		r->wanted = true;
	if (regroups && listed && r->corrections.marks_only)
		start_listing(r);
}

static void configure(struct reader *r, const struct effect *effect)
{
	struct buf told = { 0 };
	const struct event e = effect_configure(effect, &r->config, &told);

	send_event(r, &e);
	term_restyle(r->terminal, r->config.now);
	buf_release(&told);
}

static void reload(struct reader *r)
{
	struct err err;

	r->asked = archive_look(r->archive, &err);
	if (!r->asked)
		tell_failure(r, err.msg);
}

static void go_outside(struct reader *r, const struct effect *effect)
{
	const struct outside o = { r->terminal, r->keys_fd, r->signals.fd,
		&r->request->config->options };
	struct outcome outcome;
	struct event e = { 0 };

	if (!outside_obey(&o, effect, &outcome))
		return;
	if (outcome.left)
		resume(r);
	e.kind = outcome.kind;
	e.remark = outcome.said.n ? outcome.said.p : "";
	send_event(r, &e);
	buf_release(&outcome.said);
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
			archive_stop(r->archive);
			break;
		case EFFECT_RELOAD:
			/* What another session did, too. */
			correct(r, &effect);
			reload(r);
			break;
		case EFFECT_CORRECT:
		case EFFECT_CORRECT_ROUND:
		case EFFECT_MARK:
		case EFFECT_NOTE:
		case EFFECT_UNDO:
		case EFFECT_REDO:
			correct(r, &effect);
			break;
		case EFFECT_PEOPLE:
			r->wanted = true;
			break;
		case EFFECT_CONFIGURE:
			configure(r, &effect);
			break;
		case EFFECT_TYPED:
			corrections_keep_typed(&r->corrections, &effect.typed);
			break;
		case EFFECT_QUOTES:
			start_listing(r);
			break;
		case EFFECT_SEARCH:
			if (!r->partial)
				search_job_ask(r->search,
					archive_store(r->archive),
					&effect.search);
			break;
		case EFFECT_BROWSE:
		case EFFECT_PIPE:
		case EFFECT_WRITE:
		case EFFECT_COPY:
			go_outside(r, &effect);
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

static void send_mouse(struct reader *r, const struct mouse *mouse)
{
	const struct event e = { .kind = EVENT_MOUSE, .mouse = *mouse };

	send_event(r, &e);
	obey_effects(r);
}

/* Keys that wait are taken together and drawn once, so that a slow line never
 * falls behind the keyboard. */
static void take_keys(struct reader *r)
{
	struct mouse mouse;
	uint32_t key;
	int waiting = 0;

	/* Readable with nothing to read: the terminal is gone. */
	if (ioctl(r->keys_fd, FIONREAD, &waiting) < 0 || waiting == 0) {
		r->done = true;
		return;
	}
	while (!r->done && term_key(r->terminal, &key, &mouse)) {
		if (key == KEYS_MOUSE)
			send_mouse(r, &mouse);
		else if (key != KEYS_NONE)
			send_key(r, key);
	}
	r->keyed = true;
	find_wanted(r);
}

/* A program that brings articles says so by SIGUSR1. */
static void send_reload(struct reader *r)
{
	const struct event e = { .kind = EVENT_RELOAD };

	send_event(r, &e);
	obey_effects(r);
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
		case SIGUSR1:
			send_reload(r);
			break;
		default:
			r->deadly = sig;
			r->done = true;
			break;
		}
	}
}

static void take_threads(struct reader *r)
{
	char drain[64];

	while (read(r->wake[0], drain, sizeof drain) > 0)
		;
	if (r->finding && people_job_is_done(r->finding))
		take_people(r);
	take_listing(r);
	take_found(r);
	take_archive(r);
	obey_effects(r);
	/* A screen that was opened meanwhile waits for them. */
	find_wanted(r);
}

static void draw(struct reader *r)
{
	if (!r->dirty || r->resizing)
		return;
	r->dirty = false;
	app_draw(r->app, &r->screen);
	term_draw(r->terminal, &r->screen);
}

/* How long to wait for an event, ms; -1: for ever. */
static int patience(const struct reader *r)
{
	if (r->resizing)
		return RESIZE_REST_MS;
	return app_awaits_rest(r->app) ? APP_REST_MS : -1;
}

static void rest(struct reader *r)
{
	const struct event e = { .kind = EVENT_REST };

	if (r->resizing) {
		/* Also at the old size: a window that was smaller in between
		 * has lost what did not fit. */
		term_redraw(r->terminal);
		send_size(r);
	} else {
		send_event(r, &e);
	}
}

/* Waits for something to do; without any, for ever: no time is spent. */
static void wait_for_events(struct reader *r)
{
	struct pollfd fds[SOURCES] = { [SOURCE_KEYS] = { r->keys_fd, POLLIN,
					       0 },
		[SOURCE_SIGNALS] = { r->signals.fd, POLLIN, 0 },
		[SOURCE_THREADS] = { r->wake[0], POLLIN, 0 } };
	int n = poll(fds, SOURCES, patience(r));

	if (n == 0)
		rest(r);
	if (n <= 0)
		return;
	if (fds[SOURCE_SIGNALS].revents)
		take_signals(r);
	if (fds[SOURCE_THREADS].revents)
		take_threads(r);
	if (fds[SOURCE_KEYS].revents & (POLLHUP | POLLERR | POLLNVAL))
		r->done = true;
	else if (fds[SOURCE_KEYS].revents && !r->done)
		take_keys(r);
}

/*
 * The list of an image is drawn before its other parts have been looked at,
 * where nothing else is needed; no key comes through meanwhile.
 */
static void show_list(struct reader *r)
{
	if (!archive_store(r->archive) || r->corrections.rounds.n ||
		!app_is_list(r->app))
		return;
	show_store(r, false);
	draw(r);
}

/* Small archives are there before anybody waits. */
static void wait_for_first_store(struct reader *r)
{
	struct pollfd fd = { r->wake[0], POLLIN, 0 };

	show_list(r);
	take_archive(r);
	while (!archive_store(r->archive)) {
		int64_t left = r->started + FIRST_SCREEN_MS - now_ms();

		if (left <= 0 || poll(&fd, 1, (int)left) <= 0)
			break;
		take_threads(r);
	}
	obey_effects(r);
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

static void recall(void *ctx, const struct typed_line *line)
{
	const struct reader *r = ctx;

	app_recall(r->app, line);
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
	struct config *c = r->request->config;
	const struct people_wake wake = { wake_loop, r };

	config_live_open(&r->config, c);
	r->app = app_new(c, r->request->today);
	app_greet(r->app, r->request->greeting);
	r->search = search_job_new(&wake);
	r->screen.ascii = !utf8;
	r->screen.ambiguous_wide = c->options.ambiguous == AMBIGUOUS_WIDE;
	send_size(r);
	corrections_open(&r->corrections, r->request->paths,
		r->request->n_paths, c->options.state);
	send_corrections(r);
	corrections_typed(
		&r->corrections, &(struct state_typed_sink){ r, recall });
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
	config_live_close(&r->config);
	r->unkept = r->corrections.unkept;
	corrections_release(&r->corrections);
	screen_release(&r->screen);
}

/* Lines cannot be taken back: they are of the whole archive as it is now. What
 * a full run would find besides is not waited for. */
static void wait_for_whole(struct reader *r)
{
	struct pollfd fd = { r->wake[0], POLLIN, 0 };
	enum archive_work work;
	char drain[64];

	do {
		poll(&fd, 1, -1);
		(void)!read(r->wake[0], drain, sizeof drain);
		archive_step(r->archive);
		work = archive_progress(r->archive).work;
	} while (work != ARCHIVE_IDLE && work != ARCHIVE_REPAIRING);
}

static void run_lines(struct reader *r, bool utf8)
{
	const char *type = env_get("TERM");

	if (type && strcmp(type, "dumb") != 0)
		safe_printf(stderr,
			_("dateline: the terminal type %s (TERM) is not known "
			  "here or has no cursor: lines only; where it is one "
			  "like xterm, TERM=xterm-256color helps\n"),
			type);
	/* No screen is there to save: signals may do what they do, but that
	 * which asks for what lines cannot. */
	signal(SIGUSR1, SIG_IGN);
	signals_close(&r->signals);
	wait_for_whole(r);
	corrections_open(&r->corrections, r->request->paths,
		r->request->n_paths, r->request->config->options.state);
	corrections_follow(&r->corrections, archive_store(r->archive));
	if (r->corrections.is_error)
		safe_printf(stderr, "dateline: %.*s\n",
			STR_ARG(buf_str(&r->corrections.told)));
	lines_run(archive_store(r->archive), &r->corrections, r->keys_fd, utf8);
	r->unkept = r->corrections.unkept;
	corrections_release(&r->corrections);
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
		return err_set(e, _("no terminal to read keys from"));
	if (pipe2(r->wake, O_CLOEXEC | O_NONBLOCK) < 0 ||
		!signals_open(&r->signals))
		return err_set(e, _("the system has no event to wait for left; "
				    "are too many files open?"));
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

	if (!open_sources(&r, &e) || !open_archive(&r, &e)) {
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
	if (r.finding || r.listing.job ||
		archive_progress(r.archive).work != ARCHIVE_IDLE)
		_exit(status);
	search_job_free(r.search);
	listing_release(&r.listing);
	people_free(r.people);
	archive_close(r.archive);
	close_sources(&r);
	return status;
}
