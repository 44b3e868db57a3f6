/* Two wordings of one quote: the words only one of them has. */
#include "rows.h"

#include "dateline/base/intern.h"
#include "dateline/text/fold.h"
#include "dateline/text/token.h"

struct reading {
	struct tokens tokens;
	struct intern words; /* folded, of the other wording */
	struct buf folded;
};

static bool is_word(const struct token *t)
{
	return t->kind == TOKEN_WORD || t->kind == TOKEN_NUMBER ||
	       t->kind == TOKEN_CLITIC;
}

static struct str folded_word(struct reading *r, size_t i)
{
	buf_clear(&r->folded);
	text_fold(&r->folded, token_str(&r->tokens, i));
	return buf_str(&r->folded);
}

static void read_words(struct reading *r, struct str text)
{
	tokenize(&r->tokens, text, lexicon_get(STR("en")));
	for (size_t i = 0; i < r->tokens.list.n; i++)
		if (is_word(&r->tokens.list.v[i]))
			intern_add(&r->words, folded_word(r, i));
}

/* Neighbours are one, with the blanks between them. */
static void add_own(
	struct rows *rows, struct span *own, struct str word, bool next_to_last)
{
	struct str *last;

	if (!next_to_last) {
		*vec_push(&rows->parts) = (struct row_part){ word, STYLE_only };
		own->n++;
		return;
	}
	last = &rows->parts.v[rows->parts.n - 1].text;
	last->n = (size_t)(word.p + word.n - last->p);
}

struct span rows_own_words(struct rows *rows, struct str text, struct str than)
{
	struct reading r = { 0 };
	struct span own = { .first = (uint32_t)rows->parts.n };
	bool last_own = false;

	read_words(&r, than);
	tokenize(&r.tokens, text, lexicon_get(STR("en")));
	for (size_t i = 0; i < r.tokens.list.n; i++) {
		bool is_own;

		if (!is_word(&r.tokens.list.v[i]))
			continue;
		is_own = intern_find(&r.words, folded_word(&r, i)) ==
			 INTERN_NONE;
		if (is_own)
			add_own(rows, &own, token_str(&r.tokens, i), last_own);
		last_own = is_own;
	}
	tokens_release(&r.tokens);
	intern_release(&r.words);
	buf_release(&r.folded);
	return own;
}
