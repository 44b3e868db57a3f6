#include "quote_line.h"

#include "say.h"

#include "dateline/base/message.h"
#include "dateline/text/width.h"

/* A role cut shorter than this says nothing. */
#define ROLE_COLS_MIN 10
/* Name and verb farther apart than this are shown without what is between. */
#define BETWEEN_MAX 30

struct quote_line {
	const struct app *app;
	const struct article *a;
	const struct store_quote *q;
	struct str name, role;
	struct buf *out;
};

void say_quoted(const struct app *app, const struct article *a,
	const struct store_quote *q, struct buf *out)
{
	/* Of a partial quote the span is the clause, marks and all. */
	bool marks = q->kind != QUOTE_REPORTED && q->kind != QUOTE_PARTIAL;

	if (marks)
		buf_add(out, app->ascii ? STR("\"") : STR("“"));
	buf_add(out, str_range(store_str(app->store, a->text), q->span));
	if (marks)
		buf_add(out, app->ascii ? STR("\"") : STR("”"));
}

static const char *sureness(const struct store_quote *q)
{
	if (q->confidence >= SPEAKER_SURE)
		return _("sure");
	return q->confidence >= SPEAKER_DOUBTFUL ? _("likely") : _("perhaps");
}

static bool has(struct range r)
{
	return r.end > r.start;
}

/* Name and verb as the text has them: the verb alone where the quote or too
 * much stands between them. */
static void add_words(const struct quote_line *l, bool verb_only)
{
	struct str text = store_str(l->app->store, l->a->text);
	struct range cue = l->q->cue, name = l->q->mention, first, last;
	struct str between;

	if (verb_only || !has(name) || !has(cue)) {
		buf_add(l->out, str_range(text, has(cue) ? cue : name));
		return;
	}
	first = name.start < cue.start ? name : cue;
	last = name.start < cue.start ? cue : name;
	if (last.start <= first.end) {
		if (last.end > first.end)
			first.end = last.end;
		buf_add(l->out, str_range(text, first));
		return;
	}
	between = str_slice(text, first.end, last.start);
	buf_add(l->out, str_range(text, first));
	if (between.n <= BETWEEN_MAX && str_chr(between, '\n', 0) == STR_NPOS &&
		!(first.end <= l->q->span.start &&
			last.start >= l->q->span.end)) {
		buf_add(l->out, between);
	} else {
		buf_add_c(l->out, ' ');
		buf_add(l->out, glyph_str(GLYPH_ELLIPSIS, l->app->ascii));
		buf_add_c(l->out, ' ');
	}
	buf_add(l->out, str_range(text, last));
}

static void add_dash(const struct quote_line *l)
{
	buf_add_c(l->out, ' ');
	buf_add(l->out, glyph_str(GLYPH_DASH, l->app->ascii));
	buf_add_c(l->out, ' ');
}

/* "“…, Marrend said”", an ellipsis for the quote itself. */
static void add_attribution(const struct quote_line *l, bool verb_only)
{
	struct range cue = has(l->q->cue) ? l->q->cue : l->q->mention;
	struct str ellipsis = glyph_str(GLYPH_ELLIPSIS, l->app->ascii);
	bool after = cue.start >= l->q->span.end;

	if (!has(cue))
		return;
	add_dash(l);
	buf_add(l->out, l->app->ascii ? STR("\"") : STR("“"));
	if (after && !verb_only)
		buf_add_f(l->out, "%.*s, ", STR_ARG(ellipsis));
	add_words(l, verb_only);
	if (!after && !verb_only)
		buf_add_f(l->out, " %.*s", STR_ARG(ellipsis));
	buf_add(l->out, l->app->ascii ? STR("\"") : STR("”"));
}

static void add_sureness(const struct quote_line *l)
{
	if (l->q->person == STORE_NONE)
		return;
	add_dash(l);
	buf_add_f(l->out, "%s %d %%", sureness(l->q), l->q->confidence);
}

/* How many of the text's words are said, the most first. */
enum words { WORDS_ALL, WORDS_VERB, WORDS_NONE, WORDS_KINDS };

static void add_line(
	const struct quote_line *l, enum words words, struct str role)
{
	buf_clear(l->out);
	buf_add(l->out, l->name);
	if (role.n)
		buf_add_f(l->out, ", %.*s", STR_ARG(role));
	if (words != WORDS_NONE)
		add_attribution(l, words == WORDS_VERB);
	add_sureness(l);
}

/* The line with so many words, and the role as far as there is room for it;
 * false when there is too little room without it. */
static bool add_fitting(
	const struct quote_line *l, enum words words, int columns)
{
	struct buf role = { 0 };
	int room;

	add_line(l, words, STR_NONE);
	room = columns - text_width(buf_str(l->out));
	if (room < 0)
		return false;
	room -= 2; /* ", " */
	if (l->role.n &&
		(room >= ROLE_COLS_MIN || text_width(l->role) <= room)) {
		say_cut(&role, l->role, room, l->app->ascii);
		add_line(l, words, buf_str(&role));
	}
	buf_release(&role);
	return true;
}

/* "Ilse Marrend 97 %", the name cut. */
static void add_shortest(const struct quote_line *l, int columns)
{
	struct buf share = { 0 };

	buf_clear(l->out);
	if (l->q->person != STORE_NONE && l->q->confidence < SPEAKER_DOUBTFUL)
		buf_add_f(l->out, "%s ", sureness(l->q));
	else if (l->q->person != STORE_NONE)
		buf_add_f(&share, " %d %%", l->q->confidence);
	columns -= text_width(buf_str(l->out)) + text_width(buf_str(&share));
	say_cut(l->out, l->name, columns, l->app->ascii);
	buf_add(l->out, buf_str(&share));
	buf_release(&share);
}

void say_quote_line(struct app *app, const struct article *a,
	const struct store_quote *q, int columns, struct buf *out)
{
	struct buf line = { 0 };
	struct quote_line l = { app, a, q, MSG("nobody named"), STR_NONE,
		&line };
	int words = WORDS_ALL;

	if (q->person != STORE_NONE) {
		const struct store_person *p =
			&app->store->persons.v[q->person];
		const struct people *people = app_people(app);
		const struct identity *it =
			people ? people_identity(people, q->person) : NULL;

		l.name = it ? it->name : store_str(app->store, p->name);
		l.role = store_str(app->store, p->role);
		if (l.role.n == 0 && it)
			l.role = it->role;
	}
	while (words < WORDS_KINDS &&
		!add_fitting(&l, (enum words)words, columns))
		words++;
	if (words == WORDS_KINDS)
		add_shortest(&l, columns);
	buf_add(out, buf_str(&line));
	buf_release(&line);
}
