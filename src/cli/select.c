#include "select.h"

#include "dateline/base/message.h"
#include "dateline/text/fold.h"
#include "dateline/text/sanitize.h"

static bool is_part(struct str id, struct str part)
{
	return str_find(id, part, 0) != STR_NPOS;
}

/* How many of those listed have an id that matches; *at gets the last. */
struct ids {
	const struct store *store;
	const uint32_t *list;
	size_t n;
	struct str (*id_of)(const struct store *s, uint32_t i);
};

static size_t count_matches(const struct ids *ids, struct str part,
	bool (*match)(struct str id, struct str part), uint32_t *at)
{
	size_t found = 0;

	for (size_t i = 0; i < ids->n; i++) {
		if (!match(ids->id_of(ids->store, ids->list[i]), part))
			continue;
		*at = ids->list[i];
		found++;
	}
	return found;
}

static uint32_t select_id(const struct ids *ids, struct str part, bool rounds)
{
	static bool (*const ways[])(struct str, struct str) = { str_eq,
		str_starts, str_ends, is_part };
	uint32_t at = STORE_NONE;

	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		size_t n = count_matches(ids, part, ways[i], &at);

		if (n == 1)
			return at;
		if (n == 0)
			continue;
		safe_printf(stderr,
			rounds ? _("dateline: \"%.*s\" may be %zu rounds; "
				   "give more of the id\n")
			       : _("dateline: \"%.*s\" may be %zu articles; "
				   "give more of the id\n"),
			STR_ARG(part), n);
		return STORE_NONE;
	}
	safe_printf(stderr,
		rounds ? _("dateline: there is no round with the id \"%.*s\"\n")
		       : _("dateline: there is no article with the id "
			   "\"%.*s\"\n"),
		STR_ARG(part));
	return STORE_NONE;
}

static struct str article_id(const struct store *s, uint32_t i)
{
	return store_str(s, s->articles.v[i].id);
}

static struct str round_id(const struct store *s, uint32_t i)
{
	return store_str(s, s->rounds.v[i].id);
}

uint32_t select_article(const struct store *s, struct str id)
{
	const struct ids ids = { s, s->by_time.v, s->by_time.n, article_id };
	uint32_t exact = store_find(s, id);

	return exact != STORE_NONE ? exact : select_id(&ids, id, false);
}

bool selection_begin(
	struct selection *x, const struct store *s, const struct request *r)
{
	const struct ids ids = { s, s->rounds_by_time.v, s->rounds_by_time.n,
		round_id };

	*x = (struct selection){ .store = s,
		.json = r->json,
		.format = r->format,
		.ascii = r->ascii,
		.round = STORE_NONE };
	if (r->speaker.n)
		x->speaker = text_fold_dup(&x->arena, r->speaker);
	if (!r->round.n)
		return true;
	x->round = select_id(&ids, r->round, true);
	return x->round != STORE_NONE;
}

enum cli_status selection_run(
	const struct request *r, size_t (*print)(const struct selection *x))
{
	struct store *s = command_load(r);
	enum cli_status status = CLI_NOTHING;
	struct corrections c;
	struct selection x;
	bool kept;

	if (!s)
		return CLI_UNREADABLE;
	kept = command_correct(r, s, &c);
	if (selection_begin(&x, s, r)) {
		people_make(&x.people, s, c.people.v, c.people.n);
		status = command_status(s, print(&x));
		status = kept ? status : CLI_UNKEPT;
	}
	corrections_release(&c);
	selection_release(&x);
	store_free(s);
	return status;
}

bool selection_has_article(const struct selection *x, uint32_t article)
{
	return x->round == STORE_NONE ||
	       x->store->articles.v[article].round == x->round;
}

bool selection_has_speaker(const struct selection *x, uint32_t identity)
{
	const struct people *p = &x->people;
	struct span names;
	struct range hit;

	if (x->speaker.n == 0)
		return true;
	if (identity == STORE_NONE)
		return false;
	names = p->list.v[identity].names;
	for (uint32_t i = names.first; i < names.first + names.n; i++)
		if (text_find_folded(p->names.v[i].text, x->speaker, 0, &hit))
			return true;
	return false;
}

void selection_release(struct selection *x)
{
	people_release(&x->people);
	arena_release(&x->arena);
}
