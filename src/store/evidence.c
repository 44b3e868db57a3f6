#include "evidence.h"

#include "copy.h"
#include "quote_hash.h"
#include "vocabulary.h"

#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"

#include <math.h>

/* Names and terms given as reasons for a link. */
#define REASONS 4
/* A name says more to the reader than another word of the same weight. */
#define NAME_RANK 2.F
/* Longer words are no initials. */
#define INITIALS_MAX 4

/* What a word is good for as a reason. */
enum use { USE_NOT_LOOKED_UP, USE_ANY, USE_NAME, USE_NONE };

/* Days and months: add_days() says it better. */
#define TIMES \
	(LEX_BIT(LEX_weekday) | LEX_BIT(LEX_days) | LEX_BIT(LEX_month) | \
		LEX_BIT(LEX_timew))
/* Reasons only as a part of a name. */
#define NO_CONTENT \
	(LEX_BIT(LEX_vague) | LEX_BIT(LEX_adv) | LEX_BIT(LEX_prep) | \
		LEX_BIT(LEX_conj) | LEX_BIT(LEX_det) | LEX_BIT(LEX_aux) | \
		LEX_BIT(LEX_commonv) | LEX_BIT(LEX_role) | LEX_BIT(LEX_stop))

struct witnesses {
	struct store *s;
	const struct relations *r;
	uint32_t article; /* what the rest is of; STORE_NONE: nothing */
	float *dense; /* by word: its weights */
	float *rarity; /* by word: near 0 when most articles have it */
	const struct lexicon *lex; /* of the article */
	uint8_t *use; /* by word: enum use in this language */
	uint32_t *person; /* by word: a person it names, or STORE_NONE */
	VEC_OF(uint32_t) named; /* the words that have one */
	struct sref *surface; /* by word: as it is written */
	struct quote_hashes quotes;
	struct buf fold;
};

/* One shared word, or what a shared person's words weigh together. */
struct reason {
	uint32_t word, person;
	float weight, rank; /* of the similarity; as a reason */
};

/* What all articles share is no reason: ln((N + 1) / df) by word. */
static float *rarity(const struct vectors *v)
{
	float *rare = mem_calloc(v->words, sizeof *rare);

	for (size_t k = 0; k < v->first[v->n]; k++)
		rare[v->v[k].word]++;
	for (size_t i = 0; i < v->words; i++)
		rare[i] = logf((float)(v->n + 1) / fmaxf(rare[i], 1));
	return rare;
}

struct witnesses *evidence_start(struct store *s, const struct relations *r)
{
	struct witnesses *w = mem_calloc(1, sizeof *w);

	w->s = s;
	w->r = r;
	w->article = STORE_NONE;
	w->dense = mem_calloc(s->words.n, sizeof *w->dense);
	w->use = mem_calloc(s->words.n, sizeof *w->use);
	w->person = mem_alloc(s->words.n * sizeof *w->person);
	w->surface = mem_calloc(s->words.n, sizeof *w->surface);
	for (size_t i = 0; i < s->words.n; i++)
		w->person[i] = STORE_NONE;
	w->rarity = rarity(&r->vectors);
	quote_hashes_make(&w->quotes, s);
	return w;
}

void evidence_end(struct witnesses *w)
{
	free(w->dense);
	free(w->rarity);
	free(w->use);
	free(w->person);
	free(w->surface);
	vec_free(&w->named);
	quote_hashes_release(&w->quotes);
	buf_release(&w->fold);
	free(w);
}

static enum use use_of(const struct lex_entry *e)
{
	if (!e)
		return USE_ANY;
	if ((e->lists & TIMES) && !(e->lists & LEX_BIT(LEX_gpe)))
		return USE_NONE;
	return e->verb || (e->lists & NO_CONTENT) ? USE_NAME : USE_ANY;
}

/* Of a folded word, also where terms.c took its final s ("gets"). */
static uint8_t look_up(struct witnesses *w, struct str word)
{
	enum use bare = use_of(lexicon_find(w->lex, word)), full;

	if (word.n && ascii_is_digit(word.p[0]))
		return USE_NONE;
	buf_clear(&w->fold);
	buf_add(&w->fold, word);
	buf_add_c(&w->fold, 's');
	full = use_of(lexicon_find(w->lex, buf_str(&w->fold)));
	return (uint8_t)(bare > full ? bare : full);
}

/* True when the article has the word as part of a name. */
static bool is_name(const struct store *s, uint32_t i, uint32_t word)
{
	const struct store_term *t = vocabulary_term(s, i, word);

	return t && t->name;
}

/* Whether the word may be given as a reason, as (part of) a name or not. */
static bool is_reason(struct witnesses *w, uint32_t word, bool name)
{
	uint8_t *use = &w->use[word];

	if (*use == USE_NOT_LOOKED_UP)
		*use = look_up(w, store_str(w->s, w->s->words.v[word]));
	return *use == USE_ANY ||
	       (*use == USE_NAME && name && is_name(w->s, w->article, word));
}

static void set_language(struct witnesses *w, uint32_t i)
{
	const struct lexicon *lex =
		lexicon_get(store_str(w->s, w->s->articles.v[i].lang));

	if (w->lex != lex && w->s->words.n)
		memset(w->use, USE_NOT_LOOKED_UP,
			w->s->words.n * sizeof *w->use);
	w->lex = lex;
}

static bool is_separator(char c)
{
	return c == ' ' || c == '-';
}

/* Maps the words of a person's name to the person. */
static void name_words(struct witnesses *w, uint32_t person)
{
	const struct store *s = w->s;
	size_t start = 0;
	struct str name;

	buf_clear(&w->fold);
	text_fold(&w->fold, store_str(s, s->persons.v[person].name));
	name = buf_str(&w->fold);
	for (size_t i = 0; i <= name.n; i++) {
		uint32_t word;

		if (i < name.n && !is_separator(name.p[i]))
			continue;
		word = vocabulary_find(s, str_slice(name, start, i));
		start = i + 1;
		if (word == STORE_NONE || w->person[word] != STORE_NONE)
			continue;
		w->person[word] = person;
		*vec_push(&w->named) = word;
	}
}

static void set_article(struct witnesses *w, uint32_t i)
{
	const struct vectors *v = &w->r->vectors;
	const struct span *persons = &w->s->articles.v[i].persons;

	if (w->article == i)
		return;
	if (w->article != STORE_NONE)
		for (uint32_t k = v->first[w->article];
			k < v->first[w->article + 1]; k++)
			w->dense[v->v[k].word] = 0;
	for (size_t k = 0; k < w->named.n; k++)
		w->person[w->named.v[k]] = STORE_NONE;
	w->named.n = 0;
	w->article = i;
	set_language(w, i);
	for (uint32_t k = v->first[i]; k < v->first[i + 1]; k++)
		w->dense[v->v[k].word] = v->v[k].w;
	for (uint32_t k = 0; k < persons->n; k++)
		if (w->s->persons.v[persons->first + k].kind == PERSON_HUMAN)
			name_words(w, persons->first + k);
}

/* Adds the weight to the person's reason, or as a reason of its own. */
static void add_reason(struct reason *reasons, size_t *n, struct reason got)
{
	size_t at = *n;

	for (size_t k = 0; k < *n && got.person != STORE_NONE; k++)
		if (reasons[k].person == got.person) {
			got.weight += reasons[k].weight;
			got.rank += reasons[k].rank;
			at = k;
			break;
		}
	if (at == *n) {
		if (*n == REASONS && got.rank <= reasons[at - 1].rank)
			return;
		at = *n < REASONS ? (*n)++ : REASONS - 1;
	}
	for (; at && reasons[at - 1].rank < got.rank; at--)
		reasons[at] = reasons[at - 1];
	reasons[at] = got;
}

static size_t find_reasons(
	struct witnesses *w, uint32_t to, struct reason *reasons)
{
	const struct vectors *v = &w->r->vectors;
	/* An article's vector has its terms in their order. */
	const struct store_term *terms =
		w->s->terms.v + w->s->articles.v[to].terms.first;
	size_t n = 0;

	for (uint32_t k = v->first[to]; k < v->first[to + 1]; k++) {
		uint32_t word = v->v[k].word;
		float weight = v->v[k].w * w->dense[word];
		float rank = weight * w->rarity[word];

		bool name = terms[k - v->first[to]].name;

		if (name)
			rank *= NAME_RANK;
		if (weight > 0 && is_reason(w, word, name))
			add_reason(reasons, &n,
				(struct reason){
					word, w->person[word], weight, rank });
	}
	return n;
}

/* A letter or digit; all UTF-8 but the marks that start with E2 (’ – …). */
static bool in_word(char c)
{
	return ascii_is_alnum(c) || ((c & 0x80) && c != '\xE2');
}

/* "us" as "u.s.": what terms.c made of initials. */
static void with_stops(struct buf *out, struct str word)
{
	buf_clear(out);
	for (size_t i = 0; i < word.n; i++) {
		buf_add_c(out, word.p[i]);
		buf_add_c(out, '.');
	}
}

/* The first place of the text that has the word: as a name, when it is one. */
static bool find_word(
	struct str text, struct str folded, bool name, struct range *hit)
{
	for (size_t from = 0;
		text.n && text_find_folded(text, folded, from, hit);
		from = hit->end) {
		char c = text.p[hit->start];

		if ((hit->start && in_word(text.p[hit->start - 1])) ||
			(name && !(c & 0x80) && !ascii_is_upper(c)))
			continue;
		while (hit->end < text.n && in_word(text.p[hit->end]))
			hit->end++;
		return true;
	}
	return false;
}

/* The folded word as the article writes it. */
static struct str written(
	struct witnesses *w, uint32_t i, uint32_t word, bool name)
{
	const struct store *s = w->s;
	struct str text = store_str(s, s->articles.v[i].text);
	struct str folded = store_str(s, s->words.v[word]);
	struct range hit = { 0 };

	if (name && folded.n <= INITIALS_MAX) {
		with_stops(&w->fold, folded);
		if (find_word(text, buf_str(&w->fold), true, &hit))
			return str_range(text, hit);
	}
	return find_word(text, folded, name, &hit) ? str_range(text, hit)
						   : folded;
}

static struct sref surface(
	struct witnesses *w, uint32_t i, uint32_t word, bool name)
{
	const struct store *s = w->s;
	struct str form;

	if (w->surface[word].n)
		return w->surface[word];
	form = written(w, i, word, name);
	if (form.n >= s->chars.n || form.p < s->chars.p ||
		form.p >= s->chars.p + s->chars.n)
		w->surface[word] = s->words.v[word];
	else
		w->surface[word] =
			(struct sref){ (uint32_t)(form.p - s->chars.p),
				(uint32_t)form.n };
	return w->surface[word];
}

/*
 * Adds a name to the reason from `first` on that stands right before or after
 * it in the text: "Customs" and "House". False when there is none.
 */
static bool join_name(struct store *s, size_t first, const struct evidence *e)
{
	for (size_t i = first; i < s->evidence.n; i++) {
		struct evidence *o = &s->evidence.v[i];
		const struct sref *a = &o->text, *b = &e->text;

		if (o->kind != EVIDENCE_NAME || e->kind != EVIDENCE_NAME)
			continue;
		if (a->at > b->at) {
			a = &e->text;
			b = &o->text;
		}
		if (b->at != a->at + a->n + 1 ||
			s->chars.p[a->at + a->n] != ' ')
			continue;
		o->weight += e->weight;
		o->text = (struct sref){ a->at, a->n + 1 + b->n };
		return true;
	}
	return false;
}

static void add_reasons(
	struct witnesses *w, uint32_t from, uint32_t to, float sim)
{
	struct store *s = w->s;
	struct reason reasons[REASONS];
	size_t n = find_reasons(w, to, reasons);
	size_t first = s->evidence.n;

	for (size_t k = 0; k < n; k++) {
		const struct reason *r = &reasons[k];
		struct evidence e = { .weight = sim > 0 ? r->weight / sim : 0 };
		bool name = is_name(s, from, r->word);

		e.kind = name ? EVIDENCE_NAME : EVIDENCE_TERM;
		if (r->person != STORE_NONE) {
			e.kind = EVIDENCE_NAME;
			e.text = s->persons.v[r->person].name;
		} else {
			e.text = surface(w, from, r->word, name);
		}
		if (!join_name(s, first, &e))
			*vec_push(&s->evidence) = e;
	}
}

static void add_quotes(struct witnesses *w, uint32_t from, uint32_t to)
{
	struct store *s = w->s;
	uint32_t speakers[SHARED_SPEAKERS];
	size_t n = quote_hashes_shared(&w->quotes, s, from, to, speakers);

	for (size_t k = 0; k < n; k++)
		*vec_push(&s->evidence) = (struct evidence){
			.text = s->persons.v[speakers[k]].name,
			.kind = EVIDENCE_QUOTE
		};
}

static void add_days(struct witnesses *w, uint32_t from, uint32_t to)
{
	int32_t days = when_apart(&w->r->when[from], &w->r->when[to]);

	if (days >= 0)
		*vec_push(&w->s->evidence) = (struct evidence){
			.number = (uint16_t)(days < UINT16_MAX ? days
							       : UINT16_MAX),
			.kind = EVIDENCE_DAYS
		};
}

static void add_copy(struct witnesses *w, uint32_t from, uint32_t to)
{
	struct store *s = w->s;
	float share = copy_share(s, &s->articles.v[from], &s->articles.v[to]);
	int32_t percent = (int32_t)(share * 100 + .5F);

	*vec_push(&s->evidence) =
		(struct evidence){ .number = (uint16_t)percent,
			.weight = share,
			.kind = EVIDENCE_COPY };
}

void evidence_add(struct witnesses *w, uint32_t from, struct link *l)
{
	struct store *s = w->s;
	uint32_t first = (uint32_t)s->evidence.n;

	/* What is known already comes first. */
	for (uint32_t k = 0; k < l->why.n; k++) {
		struct evidence known = s->evidence.v[l->why.first + k];

		*vec_push(&s->evidence) = known;
	}
	set_article(w, from);
	if (l->kind == LINK_COPY)
		add_copy(w, from, l->to);
	add_reasons(w, from, l->to, graph_sim(&w->r->raw, from, l->to));
	add_quotes(w, from, l->to);
	add_days(w, from, l->to);
	l->why = (struct span){ first, (uint32_t)s->evidence.n - first };
}
