#include "dateline/store/places.h"

#include "dateline/store/query.h"
#include "dateline/text/fold.h"
#include "dateline/text/words.h"
#include "place_name.h"

/* Words of a place at most. */
#define WORDS_MAX 5

struct finder {
	struct places *p;
	const struct store *s;
	const struct article *a;
	struct intern datelines; /* as written */
	struct intern names; /* folded words, a blank between; by number: */
	VEC_OF(struct place) all;
	uint32_t mention; /* of the article, at or after what is read */
	struct buf b, folded; /* scratch */
};

/* The words of a name as they are compared, up to a number of them; how many
 * there are. */
static uint32_t fold_words(struct buf *out, struct str text, uint32_t most)
{
	struct range word;
	uint32_t n = 0;

	buf_clear(out);
	for (size_t at = 0; n < most && word_next(text, at, &word);
		at = word.end, n++) {
		if (n > 0)
			buf_add_c(out, ' ');
		text_fold(out, str_range(text, word));
	}
	return n;
}

static struct str query_of(struct finder *f, struct str name)
{
	buf_clear(&f->folded);
	query_say(&f->folded, QUERY_PLACE, name);
	return arena_dup(&f->p->arena, buf_str(&f->folded));
}

/* The number of a dateline's place in f->all; STORE_NONE: it names none. */
static uint32_t place_of(struct finder *f, struct str dateline)
{
	uint32_t known;
	struct str name;

	buf_clear(&f->b);
	place_name(&f->b, dateline);
	if (fold_words(&f->folded, buf_str(&f->b), WORDS_MAX) == 0)
		return STORE_NONE;
	known = intern_add(&f->names, buf_str(&f->folded));
	if (known < f->all.n)
		return known;
	name = arena_dup(&f->p->arena, buf_str(&f->b));
	*vec_push(&f->all) =
		(struct place){ .name = name, .query = query_of(f, name) };
	return known;
}

/* Each dateline is read once, however many articles have it. */
static void find_known(struct finder *f)
{
	VEC_OF(uint32_t) places = { 0 };

	for (size_t i = 0; i < f->s->by_time.n; i++) {
		const struct article *a = &f->s->articles.v[f->s->by_time.v[i]];
		struct str dateline = store_str(f->s, a->dateline);
		uint32_t number, place;

		if (dateline.n == 0)
			continue;
		number = intern_add(&f->datelines, dateline);
		place = number < places.n ? places.v[number]
					  : place_of(f, dateline);
		if (number == places.n)
			*vec_push(&places) = place;
		if (place == STORE_NONE)
			continue;
		f->all.v[place].articles++;
		f->all.v[place].is_dateline |= a == f->a;
	}
	vec_free(&places);
}

/* Whether somebody's name stands there, who is no place. */
static bool is_person(struct finder *f, struct range at)
{
	const struct store *s = f->s;

	for (; f->mention < f->a->mentions.n; f->mention++) {
		const struct store_mention *m =
			&s->mentions.v[f->a->mentions.first + f->mention];

		if (m->span.end > at.start)
			return m->span.start < at.end &&
			       s->persons.v[m->person].kind == PERSON_HUMAN;
	}
	return false;
}

/* The longest place whose first word this is; *end is behind it. */
static uint32_t place_at(
	struct finder *f, struct str text, struct range word, uint32_t *end)
{
	struct range next = word;
	uint32_t found = STORE_NONE;

	buf_clear(&f->folded);
	for (int n = 0; n < WORDS_MAX; n++) {
		uint32_t known;

		if (n > 0)
			buf_add_c(&f->folded, ' ');
		text_fold(&f->folded, str_range(text, next));
		known = intern_find(&f->names, buf_str(&f->folded));
		if (known != INTERN_NONE) {
			found = known;
			*end = next.end;
		}
		if (!word_next(text, next.end, &next) ||
			str_chr(str_slice(text, *end, next.start), '\n', 0) !=
				STR_NPOS)
			break;
	}
	return found;
}

static bool has_capital(struct finder *f, struct str word)
{
	buf_clear(&f->b);
	text_fold_case(&f->b, word);
	return !str_eq(buf_str(&f->b), word);
}

static void find_named(struct finder *f)
{
	struct str text = store_str(f->s, f->a->text);
	struct range word;

	for (size_t at = 0; word_next(text, at, &word); at = word.end) {
		uint32_t end = word.end, place;

		if (!has_capital(f, str_range(text, word)) ||
			is_person(f, word))
			continue;
		place = place_at(f, text, word, &end);
		word.end = end;
		if (place != STORE_NONE)
			f->all.v[place].times++;
	}
}

static int by_times(const void *x, const void *y)
{
	const struct place *a = x, *b = y;

	if (a->is_dateline != b->is_dateline)
		return a->is_dateline ? -1 : 1;
	if (a->times != b->times)
		return a->times > b->times ? -1 : 1;
	return str_cmp(a->name, b->name);
}

void places_find(struct places *p, const struct store *s, uint32_t article)
{
	struct finder f = { .p = p, .s = s, .a = &s->articles.v[article] };

	*p = (struct places){ 0 };
	find_known(&f);
	find_named(&f);
	for (size_t i = 0; i < f.all.n; i++)
		if (f.all.v[i].times || f.all.v[i].is_dateline)
			*vec_push(&p->list) = f.all.v[i];
	if (p->list.n)
		qsort(p->list.v, p->list.n, sizeof *p->list.v, by_times);
	intern_release(&f.datelines);
	intern_release(&f.names);
	vec_free(&f.all);
	buf_release(&f.b);
	buf_release(&f.folded);
}

void places_release(struct places *p)
{
	vec_free(&p->list);
	arena_release(&p->arena);
}
