/* What two linked articles have in common (why.h). */
#include "dateline/store/why.h"

#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"

#include "quote_hash.h"
#include "vectors.h"
#include "when.h"

#include <math.h>

/* Names and terms given as reasons for a link. */
#define WORDS 4
/* A name says more to the reader than another word of the same weight. */
#define NAME_RANK 2.
/* Longer words are no initials. */
#define INITIALS_MAX 4

/* What a word is good for as a reason. */
enum use { USE_ANY, USE_NAME, USE_NONE };

/* Days and months: add_days() says it better. */
#define TIMES \
	(LEX_BIT(LEX_weekday) | LEX_BIT(LEX_days) | LEX_BIT(LEX_month) | \
		LEX_BIT(LEX_timew))
/* Reasons only as a part of a name. */
#define NO_CONTENT \
	(LEX_BIT(LEX_vague) | LEX_BIT(LEX_adv) | LEX_BIT(LEX_prep) | \
		LEX_BIT(LEX_conj) | LEX_BIT(LEX_det) | LEX_BIT(LEX_aux) | \
		LEX_BIT(LEX_commonv) | LEX_BIT(LEX_role) | LEX_BIT(LEX_stop))

/* One shared word, or a shared person's words together. */
struct shared {
	const struct term *own; /* of the article */
	uint32_t word, person;
	double rank;
};

static enum use use_of(const struct lex_entry *e)
{
	if (!e)
		return USE_ANY;
	if ((e->lists & TIMES) && !(e->lists & LEX_BIT(LEX_gpe)))
		return USE_NONE;
	return e->verb || (e->lists & NO_CONTENT) ? USE_NAME : USE_ANY;
}

/* Of a folded word, also where terms.c took its final s ("gets"). */
static enum use look_up(struct explainer *x, struct str word)
{
	enum use bare = use_of(lexicon_find(x->lex, word)), full;

	if (word.n && ascii_is_digit(word.p[0]))
		return USE_NONE;
	buf_clear(&x->fold);
	buf_add(&x->fold, word);
	buf_add_c(&x->fold, 's');
	full = use_of(lexicon_find(x->lex, buf_str(&x->fold)));
	return bare > full ? bare : full;
}

/* Whether a word of both may be given as a reason, as (part of) a name or not.
 */
static bool is_reason(struct explainer *x, const struct term *own, bool name)
{
	enum use use = look_up(x, own->word);

	return use == USE_ANY || (use == USE_NAME && name && own->name);
}

/* The number of the own term that is the word; STORE_NONE. */
static uint32_t find_term(const struct explainer *x, struct str word)
{
	const struct term *terms = x->own.analysis.terms.v;
	size_t low = 0, high = x->own.analysis.terms.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int c = str_cmp(terms[mid].word, word);

		if (c == 0)
			return (uint32_t)mid;
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return STORE_NONE;
}

/* As terms.c writes the word: it may have taken a final s ("Isles"). */
static uint32_t find_folded(const struct explainer *x, struct str word)
{
	uint32_t term = STORE_NONE;

	if (word.n && word.p[word.n - 1] == 's')
		term = find_term(x, str_slice(word, 0, word.n - 1));
	return term == STORE_NONE ? find_term(x, word) : term;
}

static bool is_separator(char c)
{
	return c == ' ' || c == '-';
}

/* Maps the words of a person's name to the person. */
static void name_words(struct explainer *x, uint32_t person)
{
	const struct store *s = x->store;
	size_t start = 0;
	struct str name;

	buf_clear(&x->fold);
	text_fold(&x->fold, store_str(s, s->persons.v[person].name));
	name = buf_str(&x->fold);
	for (size_t i = 0; i <= name.n; i++) {
		uint32_t term;

		if (i < name.n && !is_separator(name.p[i]))
			continue;
		term = find_folded(x, str_slice(name, start, i));
		start = i + 1;
		if (term != STORE_NONE && x->person.v[term] == STORE_NONE)
			x->person.v[term] = person;
	}
}

static void set_article(
	struct explainer *x, const struct store *s, uint32_t from)
{
	const struct article *a = &s->articles.v[from];

	if (x->store == s && x->from == from)
		return;
	x->store = s;
	x->from = from;
	x->lex = lexicon_get(store_str(s, a->lang));
	terms_read(&x->own, s, from);
	x->person.n = 0;
	for (size_t k = 0; k < x->own.analysis.terms.n; k++)
		*vec_push(&x->person) = STORE_NONE;
	for (uint32_t k = 0; k < a->persons.n; k++)
		if (s->persons.v[a->persons.first + k].kind == PERSON_HUMAN)
			name_words(x, a->persons.first + k);
}

/* Adds the rank to the person's, or the word as one of its own. */
static void add_shared(struct shared *list, size_t *n, struct shared got)
{
	size_t at = *n;

	for (size_t k = 0; k < *n && got.person != STORE_NONE; k++)
		if (list[k].person == got.person) {
			got.rank += list[k].rank;
			at = k;
			break;
		}
	if (at == *n) {
		if (*n == WORDS && got.rank <= list[at - 1].rank)
			return;
		at = *n < WORDS ? (*n)++ : WORDS - 1;
	}
	for (; at && list[at - 1].rank < got.rank; at--)
		list[at] = list[at - 1];
	list[at] = got;
}

static double weight_of(const struct term *t, double n, uint32_t df)
{
	const struct store_term counts = { 0, t->body, t->lead, t->title,
		t->name };

	return vectors_weight(&counts, n, df);
}

/* What the word adds to the similarity; what all articles share is no reason:
 * ln((N + 1) / df). */
static double rank_of(const struct store *s, const struct term *a,
	const struct term *b, uint32_t word)
{
	double n = (double)s->articles.n;
	uint32_t df = s->posting_lists.v[word].n;
	double rank = weight_of(a, n, df) * weight_of(b, n, df) *
		      log((n + 1) / fmax(df, 1));

	return b->name ? rank * NAME_RANK : rank;
}

/* The best of the words that the articles share; how many. */
static size_t find_shared(struct explainer *x, struct shared *list)
{
	const struct store *s = x->store;
	const struct term *b = x->other.analysis.terms.v;
	const struct term *end = b + x->other.analysis.terms.n;
	size_t n = 0;

	for (size_t i = 0; i < x->own.analysis.terms.n && b < end;) {
		const struct term *a = &x->own.analysis.terms.v[i];
		int c = str_cmp(a->word, b->word);

		if (c == 0 && is_reason(x, a, b->name)) {
			uint32_t word = store_find_word(s, a->word);

			if (word != STORE_NONE)
				add_shared(list, &n,
					(struct shared){ a, word,
						x->person.v[i],
						rank_of(s, a, b, word) });
		}
		i += c <= 0;
		b += c >= 0;
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
		/* terms.c may have taken a final s. */
		if (hit->end < text.n && ascii_lower(text.p[hit->end]) == 's')
			hit->end++;
		if (hit->end == text.n || !in_word(text.p[hit->end]))
			return true;
	}
	return false;
}

/* The folded word as one of the article's strings writes it; nothing: it does
 * not. */
static struct sref written(struct explainer *x, struct sref in,
	const struct term *own)
{
	struct str text = store_str(x->store, in);
	struct range hit;
	bool found = false;

	if (own->name && own->word.n <= INITIALS_MAX) {
		with_stops(&x->fold, own->word);
		found = find_word(text, buf_str(&x->fold), true, &hit);
	}
	if (!found && !find_word(text, own->word, own->name, &hit))
		return (struct sref){ 0 };
	return (struct sref){ in.at + hit.start, hit.end - hit.start };
}

static struct sref surface(struct explainer *x, const struct shared *w)
{
	const struct article *a = &x->store->articles.v[x->from];
	struct sref form = written(x, a->text, w->own);

	if (form.n == 0)
		form = written(x, a->title, w->own);
	return form.n ? form : x->store->words.v[w->word];
}

/*
 * Adds a name to the reason that stands right before or after it in the text:
 * "Customs" and "House". False when there is none.
 */
static bool join_name(struct explainer *x, const struct reason *got)
{
	for (size_t i = 0; i < x->list.n; i++) {
		struct reason *have = &x->list.v[i];
		const struct sref *a = &have->text, *b = &got->text;

		if (have->kind != REASON_NAME || got->kind != REASON_NAME)
			continue;
		if (a->at > b->at) {
			a = &got->text;
			b = &have->text;
		}
		if (b->at != a->at + a->n + 1 ||
			x->store->chars.p[a->at + a->n] != ' ')
			continue;
		have->text = (struct sref){ a->at, a->n + 1 + b->n };
		return true;
	}
	return false;
}

static void add_words(struct explainer *x)
{
	struct shared shared[WORDS];
	size_t n;

	terms_read(&x->other, x->store, x->link->to);
	n = find_shared(x, shared);
	for (size_t k = 0; k < n; k++) {
		const struct shared *w = &shared[k];
		struct reason r = { .kind = w->own->name ? REASON_NAME
							 : REASON_TERM };

		if (w->person != STORE_NONE) {
			r.kind = REASON_NAME;
			r.text = x->store->persons.v[w->person].name;
		} else {
			r.text = surface(x, w);
		}
		if (!join_name(x, &r))
			*vec_push(&x->list) = r;
	}
}

static void add_quotes(struct explainer *x)
{
	const struct store *s = x->store;
	const uint32_t both[] = { x->from, x->link->to };
	uint32_t speakers[SHARED_SPEAKERS];
	struct quote_hashes hashes = { 0 };
	size_t n;

	quote_hashes_make(&hashes, s, both, 2);
	n = quote_hashes_shared(&hashes, s, 0, 1, speakers);
	quote_hashes_release(&hashes);
	for (size_t k = 0; k < n; k++)
		*vec_push(&x->list) = (struct reason){ .kind = REASON_QUOTE,
			.text = s->persons.v[speakers[k]].name };
}

static void add_days(struct explainer *x)
{
	struct when from = when_of(&x->store->articles.v[x->from]);
	struct when to = when_of(&x->store->articles.v[x->link->to]);
	int32_t days = when_apart(&from, &to);

	if (days >= 0)
		*vec_push(&x->list) = (struct reason){ .kind = REASON_DAYS,
			.number = (uint32_t)days };
}

/* The words that say that the article looks back on the other's round. */
static void add_look_back(struct explainer *x)
{
	const struct store *s = x->store;
	const struct look_back *v = s->looks_back.v;
	size_t low = 0, high = s->looks_back.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (v[mid].from < x->from)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < s->looks_back.n && v[low].from == x->from; low++)
		if (v[low].to == x->link->to)
			*vec_push(&x->list) = (struct reason){
				.kind = REASON_LOOKS_BACK,
				.text = { s->articles.v[x->from].text.at +
						  v[low].words.start,
					v[low].words.end - v[low].words.start }
			};
}

bool link_is_explained(
	const struct store *s, uint32_t from, const struct link *l)
{
	return l->kind == LINK_MENTIONS ||
	       l->marks & (LINK_JOINED | LINK_KEPT_APART) ||
	       l - &s->links.v[s->articles.v[from].links.first] <
		       LINKS_EXPLAINED;
}

void explain(struct explainer *x, const struct store *s, uint32_t from,
	const struct link *l)
{
	x->list.n = 0;
	x->link = l;
	set_article(x, s, from);
	if (!link_is_explained(s, from, l))
		return;
	if (l->marks & (LINK_JOINED | LINK_KEPT_APART))
		*vec_push(&x->list) = (struct reason){ .kind = REASON_READER };
	if (l->marks & LINK_LOOKS_BACK)
		add_look_back(x);
	if (l->kind == LINK_COPY)
		*vec_push(&x->list) = (struct reason){ .kind = REASON_COPY };
	add_words(x);
	if (l->marks & LINK_QUOTES)
		add_quotes(x);
	add_days(x);
}

void explainer_release(struct explainer *x)
{
	vec_free(&x->list);
	vec_free(&x->person);
	terms_release(&x->own);
	terms_release(&x->other);
	buf_release(&x->fold);
	*x = (struct explainer){ 0 };
}
