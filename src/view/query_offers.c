#include "query_offers.h"

#include "reading.h"

#include "dateline/base/message.h"
#include "dateline/text/fold.h"

static const struct query_help query_helps[] = {
	{ "gauge lake",
		N_("both words, anywhere; case and accents do not matter") },
	{ "gaug*", N_("a word that begins so") },
	{ "\"same number\"", N_("the words side by side") },
	{ "gauge OR lake", N_("either; OR binds less than what stands side by "
			      "side") },
	{ "-gauge", N_("not this word; NOT gauge is the same") },
	{ "(a OR b) c", N_("brackets group") },
	{ "title:dam", N_("the word in the title") },
	{ "source:wire", N_("in the outlet's name") },
	{ "by:varga", N_("in the author's name") },
	{ "place:lesk", N_("in the dateline") },
	{ "round:accord", N_("in the title of its round") },
	{ "lang:fr", N_("the language of the article") },
	{ "said:varga", N_("quotes somebody of that name") },
	{ "quote:number", N_("has the word inside a quote") },
	{ "tag:harbour", N_("has a tag of yours with the word") },
	{ "date:2018-06", N_("of that day, month or year; 2018..2019-05 is a "
			     "span") },
	{ "words:>800", N_("of that length; 300..800 is a span") },
	{ "is:unread",
		N_("is: copy, dated, estimated, undated, alone, read, unread, "
		   "starred") },
};

const struct query_help *query_help_at(size_t i)
{
	return i < sizeof query_helps / sizeof *query_helps ? &query_helps[i]
							    : NULL;
}

/* What is said of a field: the example that begins with it. */
static struct str help_of(struct str field)
{
	for (size_t i = 0; i < sizeof query_helps / sizeof *query_helps; i++)
		if (str_starts(str_from_c(query_helps[i].written), field))
			return str_from_c(message(query_helps[i].finds));
	return STR("");
}

void offer_words(struct str words, struct str typed, struct prompt *p)
{
	struct str word;

	while (str_split(&words, ' ', &word))
		if (str_starts(word, typed))
			prompt_offer(p, word);
}

void offer_help(struct str typed, struct prompt *p)
{
	offer_words(
		STR("this signs keys prompt queries options other"), typed, p);
	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++)
		if (str_starts(str_from_c(commands[i].name), typed))
			prompt_offer_help(p, str_from_c(commands[i].name),
				str_from_c(message(commands[i].help)));
}

/* Where the last word of a query begins, with its field and its quotes. */
static size_t word_start(struct str query)
{
	bool quoted = false;
	size_t at = 0;

	for (size_t i = 0; i < query.n; i++) {
		if (query.p[i] == '"')
			quoted = !quoted;
		else if ((!quoted && strchr(" (", query.p[i])) ||
			 (i == at && query.p[i] == '-'))
			at = i + 1;
	}
	return at;
}

static void offer_fields(struct str typed, struct prompt *p)
{
	struct buf name = { 0 };

	for (int i = 0; i < QUERY_FIELDS; i++) {
		if (!*query_field_names[i])
			continue;
		buf_clear(&name);
		buf_add_f(&name, "%s:", query_field_names[i]);
		if (str_starts(buf_str(&name), typed))
			prompt_offer_help(
				p, buf_str(&name), help_of(buf_str(&name)));
	}
	buf_release(&name);
}

/* The whole prompt: a search of the configuration. */
static void offer_saved(
	const struct app *app, struct str typed, struct prompt *p)
{
	struct arena arena = { 0 };
	struct str folded = text_fold_dup(&arena, typed);
	struct range hit;

	for (size_t i = 0; i < app->config->searches.n; i++) {
		const struct saved_search *s = &app->config->searches.v[i];

		if (folded.n == 0 || text_find_folded(s->name, folded, 0, &hit))
			prompt_offer_help(p, s->query, s->name);
	}
	arena_release(&arena);
}

/* A value of several words stands in quotes, or only its first would belong to
 * the field. */
static void offer_value(struct prompt *p, struct str value)
{
	struct buf quoted = { 0 };
	bool many = str_chr(value, ' ', 0) != STR_NPOS;

	buf_add_f(&quoted, many ? "\"%.*s\"" : "%.*s", STR_ARG(value));
	prompt_offer(p, buf_str(&quoted));
	buf_release(&quoted);
}

static void offer_outlets(
	const struct app *app, struct str folded, struct prompt *p)
{
	struct range hit;

	for (size_t i = 0; i < app->outlets.list.n; i++) {
		struct str name = app->outlets.list.v[i].name;

		if (folded.n == 0 || text_find_folded(name, folded, 0, &hit))
			offer_value(p, name);
	}
}

/* Those with most quotes come first; there are thousands of them. */
#define PEOPLE_MAX 100

static void offer_speakers(
	const struct app *app, struct str folded, struct prompt *p)
{
	const struct people *people = app_people(app);
	struct range hit;

	for (size_t i = 0; people && i < people->list.n; i++) {
		struct str name = people->list.v[i].name;

		if (p->offers.n == PEOPLE_MAX)
			return;
		if (folded.n == 0 || text_find_folded(name, folded, 0, &hit))
			offer_value(p, name);
	}
}

static void offer_own_tags(
	const struct app *app, struct str folded, struct prompt *p)
{
	const struct marks *m = app_marks(app);
	struct range hit;

	for (size_t i = 0; m && i < m->tags.n; i++) {
		struct str name = m->tags.v[i].name;

		if (m->tags.v[i].set.n &&
			(folded.n == 0 ||
				text_find_folded(name, folded, 0, &hit)))
			offer_value(p, name);
	}
}

static void offer_values(const struct app *app, struct str field,
	struct str value, struct prompt *p)
{
	struct arena arena = { 0 };
	struct str folded;

	if (str_starts(value, STR("\"")))
		value = str_slice(value, 1, value.n);
	folded = text_fold_dup(&arena, value);
	if (str_eq(field, STR("said")))
		offer_speakers(app, folded, p);
	else if (str_eq(field, STR("source")))
		offer_outlets(app, folded, p);
	else if (str_eq(field, STR("tag")))
		offer_own_tags(app, folded, p);
	for (int i = 0; str_eq(field, STR("is")) && i < QUERY_IS_KINDS; i++)
		offer_words(str_from_c(query_is_names[i]), value, p);
	arena_release(&arena);
}

void offer_query(const struct app *app, struct str typed, struct prompt *p)
{
	size_t at = word_start(typed), colon = str_chr(typed, ':', at);

	if (colon == STR_NPOS) {
		if (at == 0)
			offer_saved(app, typed, p);
		prompt_keep(p, typed, at);
		offer_fields(str_slice(typed, at, typed.n), p);
		return;
	}
	prompt_keep(p, typed, colon + 1);
	offer_values(app, str_slice(typed, at, colon),
		str_slice(typed, colon + 1, typed.n), p);
}
