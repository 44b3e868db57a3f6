#include "dateline/cli/play.h"

#include "dateline/text/sanitize.h"
#include "dateline/view/app.h"

/* What the keys are played on. */
struct player {
	struct app *app;
	struct corrections corrections;
	const struct store *store;
	struct people *people;
	struct config_live config;
	struct quote_index *quotes;
};

/* Keys wait for them, so that the screen is the same each time. */
static void find_people(struct player *p)
{
	struct people *before = p->people;

	p->people = people_new(
		p->store, p->corrections.people.v, p->corrections.people.n);
	app_update(p->app, &(const struct event){
				   .kind = EVENT_PEOPLE, .people = p->people });
	people_free(before);
}

static void list_quotes(struct player *p)
{
	struct quote_index *before = p->quotes;

	p->quotes = quote_index_new(p->people, NULL);
	app_update(p->app, &(const struct event){
				   .kind = EVENT_QUOTES, .quotes = p->quotes });
	quote_index_free(before);
}

static void search(struct player *p, const struct search_wish *wish)
{
	struct search_found found;

	if (search_answer(p->store, wish, &found))
		app_update(p->app, &(const struct event){ .kind = EVENT_FOUND,
					   .found = &found });
	search_found_release(&found);
}

static void configure(struct player *p, const struct effect *effect)
{
	struct buf told = { 0 };
	const struct event e = effect_configure(effect, &p->config, &told);

	app_update(p->app, &e);
	buf_release(&told);
}

/* Gives the app an event; false when it asked to quit. */
static bool send(struct player *p, const struct event *e)
{
	/* Nothing changes while keys are played. */
	const struct event unchanged = { .kind = EVENT_RELOADED };
	struct effect effect;
	bool quit = false;

	app_update(p->app, e);
	while (app_effect(p->app, &effect)) {
		quit |= effect.kind == EFFECT_QUIT;
		if (effect.kind == EFFECT_PEOPLE)
			find_people(p);
		if (effect.kind == EFFECT_QUOTES)
			list_quotes(p);
		if (effect.kind == EFFECT_SEARCH)
			search(p, &effect.search);
		if (effect.kind == EFFECT_CONFIGURE)
			configure(p, &effect);
		if (effect.kind == EFFECT_RELOAD)
			app_update(p->app, &unchanged);
		if (effect_correct(&effect, &p->corrections)) {
			const struct event corrected =
				corrections_event(&p->corrections);

			app_update(p->app, &corrected);
		}
	}
	return !quit;
}

/* Plays one word of the sequence: "gg" is two keys, "Enter" is one. */
static bool play_word(struct player *p, struct str word)
{
	while (word.n) {
		struct event e = { .kind = EVENT_KEY };

		e.key = key_parse(&word);
		if (e.key != KEYS_NONE && !send(p, &e))
			return false;
	}
	return true;
}

static void play_keys(struct player *p, struct str keys)
{
	struct str word;

	while (str_split(&keys, ' ', &word))
		if (!play_word(p, word))
			return;
}

static void print_screen(struct app *app, const struct play *p)
{
	struct screen screen = {
		.ambiguous_wide = p->config->options.ambiguous == AMBIGUOUS_WIDE
	};
	struct buf text = { 0 };

	screen_resize(&screen, p->rows, p->cols);
	app_draw(app, &screen);
	screen_print(&screen, &text);
	safe_fputs(buf_str(&text), stdout);
	screen_release(&screen);
	buf_release(&text);
}

enum cli_status cli_play(const struct play *p)
{
	struct err e;
	struct store *store = store_load(
		p->paths, p->n_paths, (unsigned)p->config->options.threads, &e);
	enum cli_status status;
	struct player player = { 0 };

	if (!store) {
		safe_printf(stderr, "dateline: %s\n", e.msg);
		return CLI_UNREADABLE;
	}
	config_live_open(&player.config, p->config);
	player.app = app_new(p->config, p->today);
	app_greet(player.app, p->greeting);
	player.store = store;
	corrections_open(&player.corrections, p->paths, p->n_paths,
		p->config->options.state);
	send(&player, &(struct event){ .kind = EVENT_RESIZE,
			      .rows = p->rows,
			      .cols = p->cols });
	send(&player, &(struct event){ .kind = EVENT_CORRECTIONS,
			      .corrections = &player.corrections });
	corrections_follow(&player.corrections, store);
	send(&player, &(struct event){ .kind = EVENT_STORE, .store = store });
	play_keys(&player, p->keys);
	send(&player, &(struct event){ .kind = EVENT_REST });
	print_screen(player.app, p);
	app_free(player.app);
	config_live_close(&player.config);
	status = player.corrections.unkept ? CLI_UNKEPT : CLI_OK;
	corrections_release(&player.corrections);
	quote_index_free(player.quotes);
	people_free(player.people);
	store_free(store);
	return status;
}

bool play_size(struct str s, int *rows, int *cols)
{
	struct str left;
	uint32_t c, r;

	if (!str_split(&s, 'x', &left) || !str_to_u32(left, &c) ||
		!str_to_u32(s, &r))
		return false;
	if (c < 1 || c > 1000 || r < 1 || r > 1000)
		return false;
	*cols = (int)c;
	*rows = (int)r;
	return true;
}
