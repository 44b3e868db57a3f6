#include "list_view.h"

#include "dateline/text/width.h"

#define RULE_STYLES (STYLE_hl4 - STYLE_hl1 + 1)

void highlights_init(struct highlights *h, const struct config *config)
{
	for (size_t i = 0; i < config->highlights.n; i++) {
		struct query_error error;
		struct query q;

		if (!query_parse(&q, config->highlights.v[i].query, &error))
			continue;
		*vec_push(&h->rules) = q;
		*vec_push(&h->styles) = (uint8_t)(STYLE_hl1 + i % RULE_STYLES);
	}
}

void highlights_release(struct highlights *h)
{
	for (size_t i = 0; i < h->rules.n; i++)
		query_release(&h->rules.v[i]);
	vec_free(&h->rules);
	vec_free(&h->styles);
}

void highlights_find(
	const struct highlights *h, struct str text, struct highlighted *out)
{
	struct query_hits hits = { 0 };

	out->list.n = 0;
	for (size_t i = 0; i < h->rules.n; i++) {
		query_find_hits(&h->rules.v[i], text, &hits);
		for (size_t k = 0; k < hits.list.n; k++)
			*vec_push(&out->list) =
				(struct highlight){ hits.list.v[k],
					h->styles.v[i] };
	}
	query_hits_release(&hits);
}

void draw_highlights(
	const struct app *app, const struct pen *start, struct str text)
{
	struct highlighted found = { 0 };

	highlights_find(&app->highlights, text, &found);
	for (size_t i = 0; i < found.list.n; i++) {
		const struct highlight *x = &found.list.v[i];
		int col = start->col +
			  text_width(str_slice(text, 0, x->at.start));
		int end = col + text_width(str_range(text, x->at));

		for (; col < end && col < start->end; col++)
			screen_at(start->screen, start->row, col)->style =
				x->style;
	}
	vec_free(&found.list);
}
