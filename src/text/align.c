#include "align.h"

#include "dateline/base/buf.h"
#include "dateline/text/token.h"

static bool is_word(const struct token *t)
{
	return t->kind == TOKEN_WORD || t->kind == TOKEN_NUMBER ||
	       t->kind == TOKEN_CLITIC;
}

struct reading {
	struct intern *words;
	struct tokens tokens;
	struct buf plain;
};

/* A token's number: quotation marks are one mark, apostrophes one letter. */
static uint32_t number_of(struct reading *r, size_t i)
{
	struct str rest = token_str(&r->tokens, i);
	size_t at;

	if (r->tokens.list.v[i].kind == TOKEN_MARK)
		return intern_add(r->words, STR("\""));
	buf_clear(&r->plain);
	while ((at = str_find(rest, STR("’"), 0)) != STR_NPOS) {
		buf_add(&r->plain, str_slice(rest, 0, at));
		buf_add_c(&r->plain, '\'');
		rest = str_slice(rest, at + STR("’").n, rest.n);
	}
	buf_add(&r->plain, rest);
	return intern_add(r->words, buf_str(&r->plain));
}

static void read_paragraph(
	struct aligned_text *x, struct reading *r, struct range range)
{
	struct tokens *t = &r->tokens;
	uint32_t first = (uint32_t)x->ids.n;

	tokenize(t, str_range(x->text, range), t->lex);
	for (size_t i = 0; i < t->list.n; i++) {
		const struct token *token = &t->list.v[i];

		if (token->kind == TOKEN_BREAK)
			continue;
		*vec_push(&x->ids) = number_of(r, i);
		*vec_push(&x->places) =
			(struct range){ range.start + token->start,
				range.start + token->end };
		*vec_push(&x->weight) = is_word(token);
	}
	*vec_push(&x->paragraphs) = (struct range){ first, (uint32_t)x->ids.n };
}

static void read_text(struct aligned_text *x, struct intern *words,
	const struct align_text *from)
{
	struct reading r = { .words = words,
		.tokens = { .lex = lexicon_get(from->lang) } };

	x->text = from->text;
	for (uint32_t i = 0; i < from->n; i++)
		read_paragraph(x, &r, from->paragraphs[i]);
	tokens_release(&r.tokens);
	buf_release(&r.plain);
}

static void release_text(struct aligned_text *x)
{
	vec_free(&x->ids);
	vec_free(&x->places);
	vec_free(&x->weight);
	vec_free(&x->paragraphs);
}

/* Rows. */

struct writer {
	struct align *al;
	const struct aligned_text *a, *b;
	struct diff diff;
};

/* The words and marks of a paragraph; none of one that is not there. */
static struct range paragraph(const struct aligned_text *x, uint32_t i)
{
	return i < x->paragraphs.n ? x->paragraphs.v[i]
				   : (struct range){ 0, 0 };
}

static struct range bytes_of(const struct aligned_text *x, struct range ids)
{
	return (struct range){ x->places.v[ids.start].start,
		x->places.v[ids.end - 1].end };
}

static uint32_t count_words(const struct aligned_text *x, struct range ids)
{
	uint32_t n = 0;

	for (uint32_t i = ids.start; i < ids.end; i++)
		n += x->weight.v[i];
	return n;
}

static struct range shifted(struct range r, uint32_t by)
{
	return (struct range){ r.start + by, r.end + by };
}

/* What differs in a pair of paragraphs; counted once. */
static void write_words(struct writer *w, struct align_row *row, bool counted)
{
	struct range a = paragraph(w->a, row->a);
	struct range b = paragraph(w->b, row->b);

	diff_make(&w->diff, w->a->ids.v + a.start, a.end - a.start,
		w->b->ids.v + b.start, b.end - b.start);
	diff_join(&w->diff, w->a->weight.v + a.start);
	for (size_t i = 0; i < w->diff.runs.n; i++) {
		const struct diff_run *run = &w->diff.runs.v[i];
		struct range cut = shifted(run->a, a.start);
		struct range added = shifted(run->b, b.start);

		if (run->same)
			continue;
		if (cut.end > cut.start)
			*vec_push(&w->al->cut) = bytes_of(w->a, cut);
		if (added.end > added.start)
			*vec_push(&w->al->added) = bytes_of(w->b, added);
		w->al->words_cut += counted ? count_words(w->a, cut) : 0;
		w->al->words_added += counted ? count_words(w->b, added) : 0;
	}
	row->n = (uint32_t)w->al->cut.n - row->first;
	row->added_n = (uint32_t)w->al->added.n - row->added_first;
}

static void write_row(
	struct writer *w, enum align_kind kind, uint32_t a, uint32_t b)
{
	struct align *al = w->al;
	struct align_row row = { .kind = kind,
		.a = a,
		.b = b,
		.first = (uint32_t)al->cut.n,
		.added_first = (uint32_t)al->added.n };

	if (a != ALIGN_NONE && b != ALIGN_NONE)
		write_words(w, &row, kind != ALIGN_MOVED_FROM);
	else if (a != ALIGN_NONE)
		al->words_cut += count_words(w->a, paragraph(w->a, a));
	else
		al->words_added += count_words(w->b, paragraph(w->b, b));
	if (kind == ALIGN_CHANGED && row.n + row.added_n == 0)
		row.kind = ALIGN_SAME;
	al->paragraphs[row.kind]++;
	*vec_push(&al->rows) = row;
}

/* Paragraphs that stand alone up to a pair, those of the first text first. */
static void write_alone(
	struct writer *w, const struct pairs *p, struct range a, struct range b)
{
	for (uint32_t i = a.start; i < a.end; i++)
		write_row(w,
			p->to_b[i] == ALIGN_NONE ? ALIGN_CUT : ALIGN_MOVED_FROM,
			i, p->to_b[i]);
	for (uint32_t i = b.start; i < b.end; i++)
		write_row(w,
			p->to_a[i] == ALIGN_NONE ? ALIGN_ADDED : ALIGN_MOVED_TO,
			p->to_a[i], i);
}

static void write_rows(struct writer *w, const struct pairs *p)
{
	uint32_t an = (uint32_t)w->a->paragraphs.n, a = 0, b = 0;

	for (uint32_t i = 0; i < an; i++) {
		if (!p->in_order[i])
			continue;
		write_alone(w, p, (struct range){ a, i },
			(struct range){ b, p->to_b[i] });
		write_row(w, ALIGN_CHANGED, i, p->to_b[i]);
		a = i + 1;
		b = p->to_b[i] + 1;
	}
	write_alone(w, p, (struct range){ a, an },
		(struct range){ b, (uint32_t)w->b->paragraphs.n });
}

void align_texts(struct align *al, const struct align_text *a,
	const struct align_text *b)
{
	struct aligned_text x = { 0 }, y = { 0 };
	struct intern words = { 0 };
	struct writer w = { .al = al, .a = &x, .b = &y };
	struct pairs pairs = { 0 };

	read_text(&x, &words, a);
	read_text(&y, &words, b);
	pairs_find(&pairs, &x, &y, words.n);
	write_rows(&w, &pairs);
	pairs_release(&pairs);
	diff_release(&w.diff);
	release_text(&x);
	release_text(&y);
	intern_release(&words);
}

void align_release(struct align *al)
{
	vec_free(&al->rows);
	vec_free(&al->cut);
	vec_free(&al->added);
}
