#include "filter.h"

#include "dateline/store/search.h"

uint8_t *filter_answers(const struct app *app, struct str text)
{
	const struct store *s = app->store;
	struct query_error error;
	struct hits hits = { 0 };
	struct query q;
	uint8_t *answers;

	if (!query_parse(&q, text, &error) || q.items.n == 0)
		return NULL;
	q.marks = app_marks(app);
	store_search(s, &q, NULL, &hits);
	answers = mem_calloc(s->articles.n, 1);
	for (size_t i = 0; i < hits.list.n; i++)
		answers[hits.list.v[i].article] = 1;
	hits_release(&hits);
	query_release(&q);
	return answers;
}

bool filter_check(struct app *app, struct str text)
{
	struct query_error error;
	struct query q;
	bool good = query_parse(&q, text, &error);
	struct str at = str_range(text, error.at);

	if (good)
		query_release(&q);
	else if (at.n)
		app_complain(app, "“%.*s”: %s", STR_ARG(at), error.e.msg);
	else
		app_complain(app, "after “%.*s”: %s",
			STR_ARG(str_slice(text, 0, error.at.start)),
			error.e.msg);
	return good;
}
