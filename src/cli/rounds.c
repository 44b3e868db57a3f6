#include "command.h"
#include "print_json.h"
#include "print_text.h"
#include "select.h"
#include "tally.h"

#include "dateline/base/message.h"

/* The outlets of a round, each once, in order of time. */
static json_t *json_sources(const struct store *s, const struct round *r)
{
	struct intern seen = { 0 };
	json_t *list = json_array();

	for (uint32_t i = 0; i < r->articles.n; i++) {
		uint32_t at = s->round_articles.v[r->articles.first + i];
		struct str name = store_source(s, &s->articles.v[at]);
		uint32_t before = seen.n;

		if (intern_add(&seen, name) == before)
			json_array_append_new(list, json_str(name));
	}
	intern_release(&seen);
	return list;
}

static json_t *json_speakers(
	const struct store *s, const struct round *r, struct tally *tally)
{
	json_t *list = json_array();

	tally_clear(tally);
	for (uint32_t i = 0; i < r->articles.n; i++)
		tally_add(tally, s->round_articles.v[r->articles.first + i]);
	tally_sort(tally);
	for (size_t i = 0; i < tally->list.n; i++)
		json_array_append_new(list,
			json_str(
				tally->people->list.v[tally->list.v[i].identity]
					.name));
	return list;
}

static json_t *json_ids(const struct store *s, const struct round *r)
{
	json_t *list = json_array();

	for (uint32_t i = 0; i < r->articles.n; i++) {
		uint32_t at = s->round_articles.v[r->articles.first + i];

		json_array_append_new(
			list, json_str(store_str(s, s->articles.v[at].id)));
	}
	return list;
}

/* As far as it is known: a round of articles of "May 2008" has no day. */
static struct time_span time_of(const struct store *s, const struct round *r)
{
	struct time_span time = { 0 };

	for (uint32_t i = 0; i < r->articles.n; i++) {
		uint32_t at = s->round_articles.v[r->articles.first + i];

		time_span_add(&time, &s->articles.v[at]);
	}
	return time;
}

static void print_json(
	const struct store *s, const struct round *r, struct tally *tally)
{
	const struct storyline *line = &s->storylines.v[r->storyline];
	const struct time_span time = time_of(s, r);
	json_t *object = json_object();

	json_object_set_new(object, "id", json_str(store_str(s, r->id)));
	json_object_set_new(object, "title", json_str(store_str(s, r->title)));
	json_object_set_new(object, "first", time_end_json(&time.first));
	json_object_set_new(object, "last", time_end_json(&time.last));
	json_object_set_new(
		object, "storyline", json_str(store_str(s, line->id)));
	json_object_set_new(object, "articles", json_ids(s, r));
	json_object_set_new(object, "sources", json_sources(s, r));
	json_object_set_new(object, "speakers", json_speakers(s, r, tally));
	json_print(object);
}

/* "2006-05-14 – 2006-05-15  4 articles, 3 sources  ID" */
static void add_heading(
	struct buf *out, const struct store *s, const struct round *r)
{
	const struct time_span time = time_of(s, r);
	struct buf row = { 0 };

	time_span_text(&row, &time);
	if (row.n)
		buf_add(&row, STR("  "));
	buf_add_f(&row,
		message_many("%u article, ", "%u articles, ", r->articles.n),
		r->articles.n);
	buf_add_f(&row, message_many("%u source  ", "%u sources  ", r->sources),
		r->sources);
	text_id(&row, store_str(s, r->id), text_columns());
	text_row(out, buf_str(&row));
	buf_release(&row);
}

/* Heading, title, articles. */
static void print_text(const struct store *s, const struct round *r)
{
	struct buf out = { 0 };

	add_heading(&out, s, r);
	text_paragraph(&out, store_str(s, r->title), STR("  "), text_measure());
	for (uint32_t i = 0; i < r->articles.n; i++) {
		uint32_t at = s->round_articles.v[r->articles.first + i];

		text_article(&out, s, &s->articles.v[at]);
	}
	buf_add_c(&out, '\n');
	text_print(&out);
	buf_release(&out);
}

static bool is_selected(const struct selection *x, uint32_t round)
{
	return x->round == STORE_NONE || x->round == round;
}

static void print_all_json(const struct selection *x)
{
	const struct store *s = x->store;
	struct tally tally;

	tally_begin(&tally, &x->people);
	for (size_t i = 0; i < s->rounds_by_time.n; i++)
		if (is_selected(x, s->rounds_by_time.v[i]))
			print_json(s, &s->rounds.v[s->rounds_by_time.v[i]],
				&tally);
	tally_release(&tally);
}

/* For people an article that stands alone is no round, unless they ask. */
static void print_all_text(const struct selection *x)
{
	const struct store *s = x->store;
	size_t alone = 0;

	for (size_t i = 0; i < s->rounds_by_time.n; i++) {
		uint32_t at = s->rounds_by_time.v[i];

		if (!is_selected(x, at))
			continue;
		if (s->rounds.v[at].articles.n > 1 || x->round == at)
			print_text(s, &s->rounds.v[at]);
		else
			alone++;
	}
	if (alone)
		printf(message_many("%zu article is in no round\n",
			       "%zu articles are in no round\n", alone),
			alone);
}

/* A page of one round or, one below the other, of all. */
static void print_reports(const struct selection *x)
{
	const struct store *s = x->store;
	VEC_OF(uint32_t) rounds = { 0 };
	struct buf out = { 0 };

	for (size_t i = 0; i < s->rounds_by_time.n; i++) {
		uint32_t at = s->rounds_by_time.v[i];

		if (at == x->round || (x->round == STORE_NONE &&
					      s->rounds.v[at].articles.n > 1))
			*vec_push(&rounds) = at;
	}
	export_make(&(struct export_wish){ .format = x->format,
			    .store = s,
			    .people = &x->people,
			    .rounds = rounds.v,
			    .n_rounds = rounds.n,
			    .columns = text_measure() },
		&out);
	command_put(&out, x->format);
	vec_free(&rounds);
	buf_release(&out);
}

static size_t print_all(const struct selection *x)
{
	if (x->json)
		print_all_json(x);
	else if (x->format != EXPORT_TEXT)
		print_reports(x);
	else
		print_all_text(x);
	return x->round == STORE_NONE ? x->store->rounds_by_time.n : 1;
}

enum cli_status command_rounds(const struct request *r)
{
	return selection_run(r, print_all);
}
