/*
 * The round's quotes as a matrix: what was said by whom, a row an utterance,
 * and which outlet has it, a column an outlet. A row that several articles
 * have unfolds to their wordings.
 */
#include "article_row.h"
#include "round.h"

#include "quote_line.h"

#include "dateline/base/message.h"
#include "dateline/text/width.h"

#define SPEAKER_COLS 20
#define SPEAKER_COLS_NARROW 12
/* Columns have the outlets' names where that leaves the words WORDS_COLS; else
 * letters that are explained above, and as many as leave WORDS_COLS_MIN. */
#define NAME_COLS_MIN 6
#define NAME_COLS_MAX 12
#define WORDS_COLS 44
#define WORDS_COLS_MIN 8
#define LETTERS 26

/* How the outlets stand above the cells. */
struct columns {
	uint32_t n; /* columns: the last one is for all others, if need be */
	int cols; /* of one, without the blank after it */
	bool letters;
};

uint8_t round_speaker_cols(const struct round_builder *x)
{
	return x->view->rows.cols < 60 ? SPEAKER_COLS_NARROW : SPEAKER_COLS;
}

static struct str outlet_name(const struct round_builder *x, uint32_t outlet)
{
	uint32_t at = 0;

	while (x->c.outlet_of[at] != outlet)
		at++;
	return outlet_short(x->c.outlets.v[outlet],
		store_str(x->store, compared(&x->c, at)->lang));
}

static struct columns lay_columns(const struct round_builder *x)
{
	int all = x->view->rows.cols - round_speaker_cols(x) - 3;
	int n = (int)x->c.outlets.n, room = (all - WORDS_COLS) / n - 1;
	struct columns l = { .n = (uint32_t)n, .cols = 1, .letters = true };

	if (room >= NAME_COLS_MIN) {
		l.cols = room > NAME_COLS_MAX ? NAME_COLS_MAX : room;
		l.letters = false;
		return l;
	}
	room = (all - WORDS_COLS_MIN) / 2;
	room = room > LETTERS ? LETTERS : room < 1 ? 1 : room;
	l.n = n > room ? (uint32_t)room : (uint32_t)n;
	return l;
}

static bool is_rest(
	const struct round_builder *x, const struct columns *l, uint32_t i)
{
	return i + 1 == l->n && l->n < x->c.outlets.n;
}

static void pad(struct buf *b, int n)
{
	buf_add_f(b, "%*s", n > 0 ? n : 0, "");
}

/* The line above the cells. */
static void add_labels(struct round_builder *x, const struct columns *l)
{
	struct row row = row_of(ROW_NOTE);

	for (uint32_t i = 0; i < l->n; i++) {
		struct buf name = { 0 };

		if (l->letters)
			buf_add_c(&name,
				is_rest(x, l, i) ? '+' : (char)('A' + i));
		else
			say_cut(&name, outlet_name(x, i), l->cols,
				x->app->ascii);
		buf_add(&x->b, buf_str(&name));
		if (i + 1 < l->n)
			pad(&x->b, l->cols + 1 - text_width(buf_str(&name)));
		buf_release(&name);
	}
	/* As wide as the cells, whose last column is padded, too. */
	pad(&x->b, l->cols * (int)l->n + (int)l->n - 1 -
			   text_width(buf_str(&x->b)));
	row.right = rows_keep(&x->view->rows, &x->b);
	rows_add(&x->view->rows, &row);
}

static void add_legend_line(struct round_builder *x, struct buf *line)
{
	struct row row = row_of(ROW_NOTE);

	row.style = STYLE_source;
	row.main = rows_keep(&x->view->rows, line);
	if (row.main.n)
		rows_add(&x->view->rows, &row);
}

/* "A Northern Wire  B Ostmere Courier", in lines that cut no name. */
static void add_legend(struct round_builder *x, const struct columns *l)
{
	struct buf line = { 0 };

	for (uint32_t i = 0; l->letters && i < x->c.outlets.n; i++) {
		bool rest = i + 1 >= l->n && l->n < x->c.outlets.n;

		buf_add_f(&x->b, "%c %.*s", rest ? '+' : (char)('A' + i),
			STR_ARG(outlet_name(x, i)));
		if (text_width(buf_str(&line)) + text_width(buf_str(&x->b)) +
				4 >
			x->view->rows.cols)
			add_legend_line(x, &line);
		buf_add(&line, line.n ? STR("  ") : STR(""));
		buf_add(&line, buf_str(&x->b));
		buf_clear(&x->b);
	}
	add_legend_line(x, &line);
	buf_release(&line);
}

static enum glyph cell_glyph(uint8_t carries)
{
	static const enum glyph glyphs[] = {
		[CARRIES_NOT] = GLYPH_DOT,
		[CARRIES_REPORT] = GLYPH_RING,
		[CARRIES_REWORDED] = GLYPH_UNEQUAL,
		[CARRIES_WORDS] = GLYPH_DISC,
	};

	return glyphs[carries];
}

/* What a column says: that of its outlet, or the most that the others have. */
static uint8_t cell_of(const struct round_builder *x, const struct columns *l,
	const struct compared_utterance *u, uint32_t i)
{
	uint8_t most = u->carries[i];

	for (uint32_t o = i + 1; is_rest(x, l, i) && o < x->c.outlets.n; o++)
		most = u->carries[o] > most ? u->carries[o] : most;
	return most;
}

static struct str say_cells(struct round_builder *x, const struct columns *l,
	const struct compared_utterance *u)
{
	for (uint32_t i = 0; i < l->n; i++) {
		enum glyph g = cell_glyph(cell_of(x, l, u, i));

		buf_add(&x->b, glyph_str(g, x->app->ascii));
		pad(&x->b, i + 1 < l->n ? l->cols : l->cols - 1);
	}
	return rows_keep(&x->view->rows, &x->b);
}

static struct str words_of(
	struct round_builder *x, const struct compared_said *said)
{
	const struct article *a = compared(&x->c, said->at);

	say_quoted(x->app, a,
		&x->store->quotes.v[a->quotes.first + said->quote], &x->b);
	return rows_keep(&x->view->rows, &x->b);
}

/* Each use in full, the words that the first one has not standing out. */
static void add_uses(
	struct round_builder *x, const struct compared_utterance *u)
{
	const struct compared_said *uses = x->c.uses.v + u->uses.first;
	struct str first = words_of(x, &uses[0]);

	for (uint32_t i = 0; i < u->uses.n; i++) {
		struct row row = row_of(ROW_TEXT);
		struct str words = words_of(x, &uses[i]);

		row.left = outlet_name(x, x->c.outlet_of[uses[i].at]);
		row.left_cols = round_speaker_cols(x);
		row.indent = 2;
		row.style = u->reported ? STYLE_reported : STYLE_quote;
		if (!u->reported)
			row.parts =
				rows_own_words(&x->view->rows, words, first);
		buf_add_f(&x->b, _("in %u"), (unsigned)uses[i].at + 1);
		row.right = rows_keep(&x->view->rows, &x->b);
		row.article = x->c.articles[uses[i].at];
		row.quote = uses[i].quote;
		row.person = u->speaker;
		rows_add_wrapped(&x->view->rows, &row, words);
	}
}

static void add_utterance(struct round_builder *x, const struct columns *l,
	const struct compared_utterance *u, struct str name)
{
	const struct compared_said *first = &x->c.uses.v[u->uses.first];
	struct row row = row_of(ROW_TEXT);

	row.left = name;
	row.left_cols = round_speaker_cols(x);
	row.main = words_of(x, first);
	row.right = say_cells(x, l, u);
	row.style = u->reported ? STYLE_reported : STYLE_quote;
	row.article = x->c.articles[first->at];
	row.quote = first->quote;
	row.person = u->speaker;
	row.fold = (int32_t)u->uses.first;
	row.folds = u->uses.n > 1;
	rows_add(&x->view->rows, &row);
	if (row.folds && x->view->unfolded == row.fold)
		add_uses(x, u);
}

void round_add_quotes(struct round_builder *x)
{
	const struct comparison *c = &x->c;
	struct columns l;

	if (c->speakers.n == 0)
		return;
	l = lay_columns(x);
	rows_add_heading(&x->view->rows, MSG("said by, and carried by"));
	add_legend(x, &l);
	add_labels(x, &l);
	for (size_t i = 0; i < c->speakers.n; i++) {
		const struct compared_speaker *s = &c->speakers.v[i];

		const struct span said = comparison_utterances(c, s->number);

		for (uint32_t j = 0; j < said.n; j++)
			add_utterance(x, &l, &c->utterances.v[said.first + j],
				j == 0 ? s->name : STR_NONE);
	}
}
