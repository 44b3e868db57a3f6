#include "dateline/input/sidecar.h"

#include "dateline/text/sanitize.h"

/* A field of the document that a key sets. */
struct field {
	const char *key;
	size_t offset;
};

static const struct field fields[] = {
	{ "title", offsetof(struct doc, title) },
	{ "source", offsetof(struct doc, source) },
	{ "dateline", offsetof(struct doc, dateline) },
	{ "url", offsetof(struct doc, url) },
	{ "lang", offsetof(struct doc, lang) },
};

static const struct field *find_field(struct str key)
{
	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
		if (str_eq_nocase(key, str_from_c(fields[i].key)))
			return &fields[i];
	return NULL;
}

static bool is_date(const struct ini_entry *e)
{
	return str_eq_nocase(e->key, STR("date"));
}

static bool is_byline(const struct ini_entry *e)
{
	return str_eq_nocase(e->key, STR("byline"));
}

static bool read_date(const struct ini_entry *e, struct date *out)
{
	return date_parse(e->value, lexicon_get(STR_NONE), out) && out->year;
}

/* What is wrong with an entry; NULL: nothing. */
static const char *problem_of(const struct ini_entry *e)
{
	struct date d;

	if (is_date(e) && e->value.n && !read_date(e, &d))
		return "no date; write 2008-04-07, 2008-04 or 2008";
	if (!is_date(e) && !is_byline(e) && !find_field(e->key))
		return "no such key; there are title, source, date, byline, "
		       "dateline, url, lang";
	return e->section.n == 0 ? "it stands in no section: write [defaults] "
				   "or a [file name] above it"
				 : NULL;
}

static void count_rest(struct sidecar *s, size_t problems)
{
	struct buf b = { 0 };

	if (problems <= INI_MAX_ERRORS)
		return;
	buf_add_f(&b, "%.*s: %zu more values say nothing of an article",
		STR_ARG(s->ini.name), problems - INI_MAX_ERRORS);
	*vec_push(&s->ini.errors) =
		text_clean(&s->ini.arena, buf_str(&b), SANITIZE_LINE);
	buf_release(&b);
}

/* Chains the entries of each section, last first. */
static void index_sections(struct sidecar *s)
{
	size_t problems = 0;

	for (size_t i = 0; i < s->ini.entries.n; i++) {
		const struct ini_entry *e = &s->ini.entries.v[i];
		const char *problem = problem_of(e);
		uint32_t section = intern_add(&s->sections, e->section);

		if (section == s->last.n)
			*vec_push(&s->last) = 0;
		*vec_push(&s->before) = s->last.v[section];
		if (!problem)
			s->last.v[section] = (uint32_t)i + 1;
		else if (problems++ < INI_MAX_ERRORS)
			ini_complain(&s->ini, e, problem);
	}
	count_rest(s, problems);
}

void sidecar_parse(struct sidecar *s, struct str name, struct str bytes)
{
	ini_parse(&s->ini, name, bytes);
	index_sections(s);
}

/* Names are separated by semicolons where there are any, else by commas. */
static void set_byline(struct doc *d, struct str value, struct arena *arena)
{
	char sep = str_chr(value, ';', 0) == STR_NPOS ? ',' : ';';
	struct str rest = value, name;
	size_t n = 0;

	while (str_split(&rest, sep, &name))
		n += str_trim(name).n > 0;
	d->byline = arena_alloc(arena, (n + 1) * sizeof *d->byline);
	d->n_byline = 0;
	while (str_split(&value, sep, &name))
		if (str_trim(name).n)
			d->byline[d->n_byline++] =
				text_clean(arena, name, SANITIZE_LINE);
}

static void apply_entry(const struct ini_entry *e, bool only_gaps,
	struct doc *d, struct arena *arena)
{
	const struct field *field = find_field(e->key);
	struct date date;

	if (field) {
		void *at = (char *)d + field->offset;
		struct str *value = at;

		if (!only_gaps || !value->n)
			*value = text_clean(arena, e->value, SANITIZE_LINE);
		if (!value->n)
			*value = STR_NONE;
	} else if (is_byline(e)) {
		if (!only_gaps || !d->n_byline)
			set_byline(d, e->value, arena);
	} else if ((!only_gaps || !d->date.year) && read_date(e, &date)) {
		d->date = date;
		d->date_basis = BASIS_SIDECAR;
	}
}

enum {
	ENTRIES_MAX = 64 /* of a section that count: there are seven keys */
};

/* Of a key said twice the last stands: gaps are filled from the end. */
static void apply_section(const struct sidecar *s, struct str section,
	struct doc *d, struct arena *arena)
{
	bool defaults = str_eq(section, STR("defaults"));
	uint32_t number = intern_find(&s->sections, section);
	uint32_t chain[ENTRIES_MAX];
	size_t n = 0;

	if (number == INTERN_NONE)
		return;
	for (uint32_t i = s->last.v[number]; i && n < ENTRIES_MAX;
		i = s->before.v[i - 1])
		chain[n++] = i - 1;
	for (size_t i = 0; i < n; i++)
		apply_entry(&s->ini.entries.v[chain[defaults ? i : n - 1 - i]],
			defaults, d, arena);
}

void sidecar_apply(const struct sidecar *s, struct str file_name, struct doc *d,
	struct arena *arena)
{
	apply_section(s, file_name, d, arena);
	apply_section(s, STR("defaults"), d, arena);
}

void sidecar_release(struct sidecar *s)
{
	ini_release(&s->ini);
	intern_release(&s->sections);
	vec_free(&s->last);
	vec_free(&s->before);
}
