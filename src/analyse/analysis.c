#include "parts.h"
#include "people.h"

const char *const quote_kind_names[QUOTE_KINDS] = {
	[QUOTE_DIRECT] = "direct",
	[QUOTE_PARTIAL] = "partial",
	[QUOTE_BLOCK] = "block",
	[QUOTE_REPORTED] = "reported",
};

const char *const person_kind_names[PERSON_KINDS] = {
	[PERSON_HUMAN] = "person",
	[PERSON_GROUP] = "group",
	[PERSON_ORG] = "organisation",
	[PERSON_PLACE] = "place",
	[PERSON_ANONYMOUS] = "anonymous",
	[PERSON_DOCUMENT] = "document",
};

struct analyser *analyser_new(void)
{
	return mem_calloc(1, sizeof(struct analyser));
}

void analyser_free(struct analyser *a)
{
	if (!a)
		return;
	tokens_release(&a->tokens);
	tokens_release(&a->title);
	buf_release(&a->terms.word);
	intern_release(&a->terms.words);
	vec_free(&a->terms.counted);
	vec_free(&a->speech.quoted);
	vec_free(&a->speech.sentences);
	vec_free(&a->speech.names);
	vec_free(&a->speech.surnames);
	vec_free(&a->speech.cues);
	vec_free(&a->speech.quoted_at);
	vec_free(&a->speech.name_at);
	vec_free(&a->speech.standing);
	vec_free(&a->speech.classes);
	cast_free(a->speech.people);
	free(a);
}

/*
 * What an article of 1 MB needs is kept for the next; an outsize one's is given
 * back before its result is used.
 */
#define TOKENS_KEPT ((size_t)1 << 18)

static void give_back(struct analyser *a)
{
	if (a->tokens.list.cap <= TOKENS_KEPT)
		return;
	tokens_release(&a->tokens);
	vec_free(&a->speech.quoted_at);
	vec_free(&a->speech.name_at);
}

static void begin(const struct work *w)
{
	const struct lexicon *lex = lexicon_get(w->doc->lang);
	struct analysis *out = w->out;

	out->quotes.n = out->persons.n = out->mentions.n = 0;
	out->terms.n = out->shingles.n = 0;
	out->words = 0;
	tokenize(&w->a->tokens, w->doc->text, lex);
	tokenize(&w->a->title, w->doc->title, lex);
}

void analyse_words(struct analyser *a, const struct doc *d, struct arena *arena,
	struct analysis *out)
{
	struct work w = { a, d, arena, out };

	begin(&w);
	analyse_terms(&w);
	analyse_shingles(&w);
	give_back(a);
}

void analyse(struct analyser *a, const struct doc *d, struct arena *arena,
	struct analysis *out)
{
	struct work w = { a, d, arena, out };

	begin(&w);
	analyse_names(&w);
	analyse_quotes(&w);
	analyse_terms(&w);
	analyse_shingles(&w);
	give_back(a);
}

void analysis_release(struct analysis *out)
{
	vec_free(&out->quotes);
	vec_free(&out->persons);
	vec_free(&out->mentions);
	vec_free(&out->terms);
	vec_free(&out->shingles);
}
