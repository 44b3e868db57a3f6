#include "dateline/export/record.h"

static struct str *strings(
	struct arena *a, const struct store *s, struct span span)
{
	struct str *v = arena_alloc(a, span.n * sizeof *v + 1);

	for (uint32_t i = 0; i < span.n; i++)
		v[i] = store_str(s, s->strings.v[span.first + i]);
	return v;
}

static void fill_doc(
	struct record *r, const struct store *s, const struct article *a)
{
	struct doc *d = &r->doc;

	*d = (struct doc){
		.id = store_str(s, a->id),
		.path = store_str(s, a->path),
		.title = store_str(s, a->title),
		.source = store_str(s, a->source),
		.site = store_str(s, a->site),
		.dateline = store_str(s, a->dateline),
		.lang = store_str(s, a->lang),
		.url = store_str(s, a->url),
		.text = store_str(s, a->text),
		.byline = strings(&r->arena, s, a->bylines),
		.n_byline = a->bylines.n,
		.translations = strings(&r->arena, s, a->translations),
		.n_translations = a->translations.n,
		.warnings = strings(&r->arena, s, a->warnings),
		.n_warnings = a->warnings.n,
		.n_blocks = a->blocks.n,
		.date = a->date,
		.hint = a->hint,
		.date_basis = (uint8_t)a->date_basis,
		.given = a->given,
	};
	d->blocks = arena_alloc(&r->arena, a->blocks.n * sizeof *d->blocks + 1);
	for (uint32_t i = 0; i < a->blocks.n; i++)
		d->blocks[i] = s->blocks.v[a->blocks.first + i];
}

static void fill_people(
	struct analysis *out, const struct store *s, const struct article *a)
{
	out->persons.n = 0;
	for (uint32_t i = 0; i < a->persons.n; i++) {
		const struct store_person *p =
			&s->persons.v[a->persons.first + i];

		*vec_push(&out->persons) = (struct person){
			.name = store_str(s, p->name),
			.role = store_str(s, p->role),
			.mentions = p->mentions,
			.quotes = p->quotes,
			.kind = (uint8_t)p->kind,
			.gender = (char)p->gender,
		};
	}
}

static void fill_quotes(
	struct analysis *out, const struct store *s, const struct article *a)
{
	out->quotes.n = 0;
	for (uint32_t i = 0; i < a->quotes.n; i++) {
		const struct store_quote *q = &s->quotes.v[a->quotes.first + i];

		*vec_push(&out->quotes) = (struct quote){
			.span = q->span,
			.mention = q->mention,
			.cue = q->cue,
			.person = q->person == STORE_NONE
					  ? PERSON_NONE
					  : q->person - a->persons.first,
			.kind = (uint8_t)q->kind,
			.confidence = (uint8_t)q->confidence,
		};
	}
}

void record_fill(struct record *r, const struct store *s, uint32_t article)
{
	const struct article *a = &s->articles.v[article];

	arena_clear(&r->arena);
	fill_doc(r, s, a);
	fill_people(&r->analysis, s, a);
	fill_quotes(&r->analysis, s, a);
	r->analysis.words = a->words;
}

void record_release(struct record *r)
{
	analysis_release(&r->analysis);
	arena_release(&r->arena);
}
