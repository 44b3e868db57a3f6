/* Which of two numbers is the day. */
#include "input/html_date.h"

/* The order that another date of the page proves, in its metadata or its text;
 * DATE_ORDER_OPEN: none does. */
static enum date_order order_of_page(const struct html_reader *r)
{
	struct str text = buf_str(&r->page.text);
	struct range span = { 0 };
	struct date d;

	for (size_t i = 0; i < r->page.metas.n; i++)
		if (date_parse(r->page.metas.v[i].value, r->lex, &d) &&
			d.order != DATE_ORDER_SURE &&
			d.order != DATE_ORDER_OPEN)
			return d.order;
	while (date_find(text, span.end, r->lex, &d, &span))
		if (d.order != DATE_ORDER_SURE && d.order != DATE_ORDER_OPEN)
			return d.order;
	return DATE_ORDER_OPEN;
}

/* Americans put the month first: pages in their English, or in English of no
 * region on a host of no country. */
static bool is_american(const struct html_reader *r)
{
	struct str lang = r->doc.doc.lang, host = html_host(r->doc.doc.url);
	size_t label = host.n;

	while (label > 0 && host.p[label - 1] != '.')
		label--;
	return str_eq_nocase(lang, STR("en-US")) ||
	       (str_eq_nocase(lang, STR("en")) && host.n - label > 2);
}

void html_date_settle(const struct html_reader *r, struct date *d)
{
	enum date_order order;

	if (d->order != DATE_ORDER_OPEN)
		return;
	order = order_of_page(r);
	if (order == DATE_MONTH_FIRST ||
		(order == DATE_ORDER_OPEN && is_american(r)))
		date_swap(d);
}
