#include "copy.h"

#include "dateline/base/message.h"

/* Offsets into store.chars are 32 bits wide. */
#define CHARS_MAX UINT32_MAX
/* Room left for what finishing adds: ids and titles. */
#define CHARS_SPARE (UINT32_C(256) << 20)

struct sref store_put(struct store *s, struct str str)
{
	struct sref r = { 0 };

	if (str.n == 0 || str.n > CHARS_MAX - s->chars.n)
		return r;
	r = (struct sref){ (uint32_t)s->chars.n, (uint32_t)str.n };
	buf_add(&s->chars, str);
	return r;
}

bool store_fits(const struct store *s, size_t n)
{
	return n < CHARS_MAX - CHARS_SPARE &&
	       s->chars.n < CHARS_MAX - CHARS_SPARE - n;
}

void store_add_skip(struct store *s, struct str where, struct str why)
{
	if (store_fits(s, where.n + why.n))
		*vec_push(&s->skips) = (struct skip){ store_put(s, where),
			store_put(s, why), s->from };
}

void store_skip_article(struct store *s, const struct store *of,
	const struct article *a, struct str why)
{
	uint32_t before = s->from;

	s->from = a->file;
	store_add_skip(s, store_str(of, a->id), why);
	s->from = before;
}

static struct span put_strings(
	struct store *s, const struct str *strings, size_t n)
{
	struct span at = { (uint32_t)s->strings.n, (uint32_t)n };

	for (size_t i = 0; i < n; i++) {
		struct sref r = store_put(s, strings[i]);

		*vec_push(&s->strings) = r;
	}
	return at;
}

static void add_doc(struct store *s, struct article *a, const struct doc *d)
{
	a->id = store_put(s, d->id);
	a->path = store_put(s, d->path);
	a->title = store_put(s, d->title);
	a->source = store_put(s, d->source);
	a->site = store_put(s, d->site);
	a->dateline = store_put(s, d->dateline);
	a->url = store_put(s, d->url);
	a->lang = store_put(s, d->lang);
	a->text = store_put(s, d->text);
	a->bylines = put_strings(s, d->byline, d->n_byline);
	a->translations = put_strings(s, d->translations, d->n_translations);
	a->warnings = put_strings(s, d->warnings, d->n_warnings);
	a->blocks =
		(struct span){ (uint32_t)s->blocks.n, (uint32_t)d->n_blocks };
	for (size_t i = 0; i < d->n_blocks; i++)
		*vec_push(&s->blocks) = d->blocks[i];
	a->date = d->date;
	a->hint = d->hint;
	a->date_basis = d->date_basis;
	a->given = d->given;
}

static void add_anchors(struct store *s, struct article *a, const struct doc *d)
{
	a->anchors =
		(struct span){ (uint32_t)s->anchors.n, (uint32_t)d->n_links };
	for (size_t i = 0; i < d->n_links; i++) {
		struct sref url = store_put(s, d->links[i].url);

		*vec_push(&s->anchors) =
			(struct store_anchor){ d->links[i].span, url };
	}
}

static void add_people(
	struct store *s, struct article *a, const struct analysis *an)
{
	uint32_t first = (uint32_t)s->persons.n;

	a->persons = (struct span){ first, (uint32_t)an->persons.n };
	for (size_t i = 0; i < an->persons.n; i++) {
		const struct person *p = &an->persons.v[i];
		struct store_person sp = { store_put(s, p->name),
			store_put(s, p->role), p->mentions, p->quotes, p->kind,
			p->gender };

		*vec_push(&s->persons) = sp;
	}
	a->mentions = (struct span){ (uint32_t)s->mentions.n,
		(uint32_t)an->mentions.n };
	for (size_t i = 0; i < an->mentions.n; i++)
		*vec_push(&s->mentions) =
			(struct store_mention){ an->mentions.v[i].span,
				first + an->mentions.v[i].person };
	a->quotes =
		(struct span){ (uint32_t)s->quotes.n, (uint32_t)an->quotes.n };
	for (size_t i = 0; i < an->quotes.n; i++) {
		const struct quote *q = &an->quotes.v[i];

		*vec_push(&s->quotes) =
			(struct store_quote){ q->span, q->mention, q->cue,
				q->person == PERSON_NONE ? STORE_NONE
							 : first + q->person,
				q->kind, q->confidence };
	}
}

struct store_term store_term_of(const struct term *t, struct intern *words)
{
	return (struct store_term){ intern_add(words, t->word), t->body,
		t->lead, t->title, t->name };
}

static void add_terms(
	struct store *s, struct article *a, const struct analysis *an)
{
	a->terms = (struct span){ (uint32_t)s->terms.n, (uint32_t)an->terms.n };
	for (size_t i = 0; i < an->terms.n; i++) {
		const struct term *t = &an->terms.v[i];

		*vec_push(&s->terms) = store_term_of(t, &s->interned);
	}
	a->shingles = (struct span){ (uint32_t)s->shingles.n,
		(uint32_t)an->shingles.n };
	for (size_t i = 0; i < an->shingles.n; i++)
		*vec_push(&s->shingles) = an->shingles.v[i];
	a->words = an->words;
}

/* What the article's strings take, at most. */
static size_t chars_of(const struct doc *d, const struct analysis *an)
{
	size_t n = d->id.n + d->path.n + d->title.n + d->source.n + d->site.n +
		   d->dateline.n + d->url.n + d->lang.n + d->text.n;

	for (size_t i = 0; i < d->n_byline; i++)
		n += d->byline[i].n;
	for (size_t i = 0; i < d->n_translations; i++)
		n += d->translations[i].n;
	for (size_t i = 0; i < d->n_warnings; i++)
		n += d->warnings[i].n;
	for (size_t i = 0; i < d->n_links; i++)
		n += d->links[i].url.n;
	for (size_t i = 0; i < an->persons.n; i++)
		n += an->persons.v[i].name.n + an->persons.v[i].role.n;
	return n;
}

#define TOO_LARGE \
	N_("not loaded: an archive holds at most 4 GB of text; open a part of it")
const struct str store_too_large = { TOO_LARGE, sizeof TOO_LARGE - 1 };

void store_add(struct store *s, const struct doc *d, const struct analysis *a)
{
	struct article art = { .copy_of = STORE_NONE,
		.round = STORE_NONE,
		.outlet = STORE_NONE,
		.file = s->from };

	if (!store_fits(s, chars_of(d, a))) {
		store_add_skip(s, d->id, store_too_large);
		return;
	}
	add_doc(s, &art, d);
	add_anchors(s, &art, d);
	add_people(s, &art, a);
	add_terms(s, &art, a);
	*vec_push(&s->articles) = art;
}

static struct sref copy_str(
	struct store *to, const struct store *from, struct sref r)
{
	return store_put(to, store_str(from, r));
}

static struct span copy_strings(
	struct store *to, const struct store *from, struct span at)
{
	struct span out = { (uint32_t)to->strings.n, at.n };

	for (uint32_t i = 0; i < at.n; i++) {
		struct sref r =
			copy_str(to, from, from->strings.v[at.first + i]);

		*vec_push(&to->strings) = r;
	}
	return out;
}

static void copy_anchors(
	struct store *to, const struct store *from, struct article *a)
{
	for (uint32_t i = 0; i < a->anchors.n; i++) {
		struct store_anchor anchor =
			from->anchors.v[a->anchors.first + i];

		anchor.url = copy_str(to, from, anchor.url);
		*vec_push(&to->anchors) = anchor;
	}
	a->anchors.first = (uint32_t)(to->anchors.n - a->anchors.n);
}

static void copy_people(
	struct store *to, const struct store *from, struct article *a)
{
	uint32_t old = a->persons.first, first = (uint32_t)to->persons.n;

	for (uint32_t i = 0; i < a->persons.n; i++) {
		struct store_person p = from->persons.v[old + i];

		p.name = copy_str(to, from, p.name);
		p.role = copy_str(to, from, p.role);
		*vec_push(&to->persons) = p;
	}
	a->persons.first = first;
	for (uint32_t i = 0; i < a->mentions.n; i++) {
		struct store_mention m =
			from->mentions.v[a->mentions.first + i];

		m.person += first - old;
		*vec_push(&to->mentions) = m;
	}
	a->mentions.first = (uint32_t)(to->mentions.n - a->mentions.n);
	for (uint32_t i = 0; i < a->quotes.n; i++) {
		struct store_quote q = from->quotes.v[a->quotes.first + i];

		if (q.person != STORE_NONE)
			q.person += first - old;
		*vec_push(&to->quotes) = q;
	}
	a->quotes.first = (uint32_t)(to->quotes.n - a->quotes.n);
}

void store_copy_terms(struct store *to, const struct store *from,
	struct article *a, const uint32_t *words)
{
	for (uint32_t i = 0; i < a->blocks.n; i++)
		*vec_push(&to->blocks) = from->blocks.v[a->blocks.first + i];
	a->blocks.first = (uint32_t)(to->blocks.n - a->blocks.n);
	for (uint32_t i = 0; words && i < a->terms.n; i++) {
		struct store_term t = from->terms.v[a->terms.first + i];

		t.word = words[t.word];
		*vec_push(&to->terms) = t;
	}
	if (!words)
		a->terms.n = a->shingles.n = 0;
	a->terms.first = (uint32_t)(to->terms.n - a->terms.n);
	for (uint32_t i = 0; i < a->shingles.n; i++)
		*vec_push(&to->shingles) =
			from->shingles.v[a->shingles.first + i];
	a->shingles.first = (uint32_t)(to->shingles.n - a->shingles.n);
}

void store_copy_text(
	struct store *to, const struct store *from, struct article *a)
{
	a->id = copy_str(to, from, a->id);
	a->path = copy_str(to, from, a->path);
	a->title = copy_str(to, from, a->title);
	a->source = copy_str(to, from, a->source);
	a->site = copy_str(to, from, a->site);
	a->dateline = copy_str(to, from, a->dateline);
	a->url = copy_str(to, from, a->url);
	a->lang = copy_str(to, from, a->lang);
	a->text = copy_str(to, from, a->text);
	a->outlet = STORE_NONE;
	a->bylines = copy_strings(to, from, a->bylines);
	a->translations = copy_strings(to, from, a->translations);
	a->warnings = copy_strings(to, from, a->warnings);
	copy_anchors(to, from, a);
	copy_people(to, from, a);
}

void store_copy_article(struct store *to, const struct store *from, size_t i,
	const uint32_t *words)
{
	struct article a = from->articles.v[i];

	store_copy_text(to, from, &a);
	store_copy_terms(to, from, &a, words);
	*vec_push(&to->articles) = a;
}

void store_copy_skips(struct store *to, const struct store *from)
{
	uint32_t before = to->from;

	for (size_t i = 0; i < from->skips.n; i++) {
		const struct skip *skip = &from->skips.v[i];

		to->from = skip->file;
		store_add_skip(to, store_str(from, skip->where),
			store_str(from, skip->why));
	}
	to->from = before;
}

void store_copy_files(struct store *to, const struct store *from)
{
	for (size_t i = 0; i < from->files.n; i++) {
		struct store_file f = from->files.v[i];

		f.path = store_put(to, store_str(from, f.path));
		*vec_push(&to->files) = f;
	}
}

void store_append(struct store *to, const struct store *from)
{
	uint32_t *words = mem_alloc(from->interned.n * sizeof *words);

	for (uint32_t i = 0; i < from->interned.n; i++)
		words[i] = intern_add(&to->interned, from->interned.strings[i]);
	for (size_t i = 0; i < from->articles.n; i++) {
		const struct article *a = &from->articles.v[i];

		if (store_fits(to, (size_t)a->text.n + a->title.n + a->path.n))
			store_copy_article(to, from, i, words);
		else
			store_skip_article(to, from, a, store_too_large);
	}
	store_copy_skips(to, from);
	free(words);
}
