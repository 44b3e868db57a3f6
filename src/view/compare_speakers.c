/*
 * Who is quoted in which article of a round. Names are made one across
 * articles when they are equal, folded and without hyphens, or when one is the
 * end of the other and of no third ("Kestrel", "Rosa Kestrel").
 */
#include "compare.h"

#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"

struct roll {
	struct comparison *c;
	struct intern names; /* folded; numbers as c->speakers */
};

static struct compared_speaker *speaker_named(struct roll *r, struct str name)
{
	struct buf folded = { 0 };
	struct comparison *c = r->c;
	uint32_t n;

	text_fold(&folded, name);
	for (size_t i = 0; i < folded.n; i++)
		if (folded.p[i] == '-')
			folded.p[i] = ' ';
	n = intern_add(&r->names, buf_str(&folded));
	buf_release(&folded);
	if (n == c->speakers.n) {
		uint8_t *in = arena_alloc(&c->arena, c->n);

		memset(in, 0, c->n);
		*vec_push(&c->speakers) = (struct compared_speaker){
			.name = name, .in = in, .number = n
		};
	}
	return &c->speakers.v[n];
}

static void add_quote(struct roll *r, uint32_t at, uint32_t i)
{
	const struct store *s = r->c->store;
	const struct store_quote *q =
		&s->quotes.v[compared(r->c, at)->quotes.first + i];
	struct compared_speaker *speaker;
	bool direct = q->kind == QUOTE_DIRECT;

	if (q->person == STORE_NONE)
		return;
	speaker = speaker_named(r, store_str(s, s->persons.v[q->person].name));
	if (speaker->quotes == 0 || (direct && !speaker->direct)) {
		speaker->at = at;
		speaker->quote = i;
		speaker->direct = direct;
	}
	*vec_push(&r->c->said) =
		(struct compared_said){ speaker->number, at, i };
	speaker->quotes++;
	speaker->articles += speaker->in[at] == 0;
	if (speaker->in[at] < UINT8_MAX)
		speaker->in[at]++;
}

static bool is_end(struct str name, struct str of)
{
	return of.n > name.n + 1 && str_ends(of, name) &&
	       of.p[of.n - name.n - 1] == ' ';
}

/* The only longer name that ends in this one; INTERN_NONE. */
static uint32_t full_name(const struct roll *r, uint32_t n)
{
	struct str name = r->names.strings[n];
	uint32_t found = INTERN_NONE;

	/* "minister" may be anybody's; names are written large. */
	if (!ascii_is_upper(r->c->speakers.v[n].name.p[0]))
		return INTERN_NONE;
	for (uint32_t i = 0; i < r->names.n; i++) {
		if (!is_end(name, r->names.strings[i]))
			continue;
		if (found != INTERN_NONE)
			return INTERN_NONE;
		found = i;
	}
	return found;
}

static void join(struct comparison *c, struct compared_speaker *to,
	struct compared_speaker *from)
{
	for (uint32_t i = 0; i < c->n; i++) {
		to->articles += from->in[i] && !to->in[i];
		to->in[i] = to->in[i] ? to->in[i] : from->in[i];
	}
	to->quotes += from->quotes;
	if (from->direct && !to->direct) {
		to->at = from->at;
		to->quote = from->quote;
		to->direct = true;
	}
	from->quotes = 0;
	for (size_t i = 0; i < c->said.n; i++)
		if (c->said.v[i].speaker == from->number)
			c->said.v[i].speaker = to->number;
}

static int by_articles(const void *a, const void *b)
{
	const struct compared_speaker *x = a, *y = b;

	if (x->articles != y->articles)
		return x->articles > y->articles ? -1 : 1;
	if (x->quotes != y->quotes)
		return x->quotes > y->quotes ? -1 : 1;
	return str_cmp(x->name, y->name);
}

static void drop_joined(struct comparison *c)
{
	size_t kept = 0;

	for (size_t i = 0; i < c->speakers.n; i++)
		if (c->speakers.v[i].quotes)
			c->speakers.v[kept++] = c->speakers.v[i];
	c->speakers.n = kept;
}

void compare_speakers(struct comparison *c)
{
	struct roll r = { .c = c };

	for (uint32_t at = 0; at < c->n; at++)
		for (uint32_t i = 0; i < compared(c, at)->quotes.n; i++)
			add_quote(&r, at, i);
	for (uint32_t i = 0; i < r.names.n; i++) {
		uint32_t full = full_name(&r, i);

		if (full != INTERN_NONE)
			join(c, &c->speakers.v[full], &c->speakers.v[i]);
	}
	drop_joined(c);
	if (c->speakers.n)
		qsort(c->speakers.v, c->speakers.n, sizeof *c->speakers.v,
			by_articles);
	intern_release(&r.names);
}
