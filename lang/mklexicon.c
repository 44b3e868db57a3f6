/*
 * mklexicon FILE...: compiles word lists (lang/<language>/<list>.txt|tsv, all
 * files of a language together) into a C file on stdout. Runs at build time.
 */
#include "dateline/base/mem.h"
#include "dateline/text/fold.h"
#include "dateline/text/lexicon.h"

#define X(name) #name,
static const char *const list_names[] = { LEXICON_LISTS(X) NULL };
static const char *const markup_names[] = { MARKUP_LISTS(X) NULL };
#undef X

struct entry {
	struct str key;
	uint64_t lists;
	unsigned verb, value;
};

struct verb {
	struct str lemma;
	unsigned frames;
};

struct table {
	struct str lang;
	VEC_OF(struct entry) entries;
	VEC_OF(struct verb) verbs;
	struct arena arena;
};

static _Noreturn void fail(const char *file, const char *what)
{
	fprintf(stderr, "mklexicon: %s: %s\n", file, what);
	exit(1); // NOLINT(concurrency-mt-unsafe): it has one thread
}

static struct entry *entry_for(struct table *t, struct str word)
{
	struct str key = text_fold_dup(&t->arena, word);
	struct entry *e;

	for (size_t i = 0; i < t->entries.n; i++)
		if (str_eq(t->entries.v[i].key, key))
			return &t->entries.v[i];
	e = vec_push(&t->entries);
	*e = (struct entry){ .key = key };
	return e;
}

static unsigned frames_of(struct str letters)
{
	static const char order[] = "qtpioawcr";
	unsigned frames = 0;

	for (size_t i = 0; i < letters.n; i++) {
		const char *at = strchr(order, letters.p[i]);

		if (at && letters.p[i])
			frames |= 1u << (at - order);
	}
	return frames;
}

static void add_verb(struct table *t, struct str line)
{
	struct str lemma, frames, forms, form;
	struct verb *v;

	if (!str_split(&line, '\t', &lemma) ||
		!str_split(&line, '\t', &frames) ||
		!str_split(&line, '\t', &forms))
		return;
	v = vec_push(&t->verbs);
	*v = (struct verb){ arena_dup(&t->arena, lemma), frames_of(frames) };
	while (str_split(&forms, ' ', &form))
		entry_for(t, form)->verb = (unsigned)t->verbs.n;
}

static void add_line(struct table *t, unsigned list, struct str line)
{
	struct str word, value;
	struct entry *e;
	uint32_t number;

	if (!str_split(&line, '\t', &word))
		return;
	e = entry_for(t, str_trim(word));
	e->lists |= LEX_BIT(list);
	if (str_split(&line, '\t', &value) && str_to_u32(value, &number))
		e->value = number;
}

static unsigned list_of(
	const char *file, const char *const *names, struct str name)
{
	for (unsigned i = 0; names[i]; i++)
		if (str_eq(name, str_from_c(names[i])))
			return i;
	fail(file, "no such list in lexicon_lists.h");
}

static struct str read_file(struct arena *a, const char *path)
{
	FILE *f = fopen(path, "rb");
	struct buf b = { 0 };
	struct str s;
	size_t n;

	if (!f)
		fail(path, "cannot open");
	while ((n = fread(buf_reserve(&b, 65536), 1, 65536, f)) > 0)
		b.n += n;
	fclose(f);
	s = arena_dup(a, str_of(b.p, b.n));
	buf_release(&b);
	return s;
}

static void read_list(struct table *t, const char *path, struct str name)
{
	struct str text = read_file(&t->arena, path), line;
	bool verbs = str_eq(name, STR("verbs"));
	bool markup = str_eq(t->lang, STR("html"));
	unsigned list =
		verbs ? 0
		      : list_of(path, markup ? markup_names : list_names, name);

	while (str_split(&text, '\n', &line)) {
		if (line.n == 0 || line.p[0] == '#')
			continue;
		if (verbs)
			add_verb(t, line);
		else
			add_line(t, list, line);
	}
}

/* The language and list of …/<language>/<list>.<ending>. */
static void split_path(const char *path, struct str *lang, struct str *list)
{
	const char *slash = strrchr(path, '/'), *dot = strrchr(path, '.');
	const char *start = slash;

	if (!slash || !dot || dot < slash)
		fail(path, "not lang/<language>/<list>.txt or .tsv");
	while (start > path && start[-1] != '/')
		start--;
	*lang = str_of(start, (size_t)(slash - start));
	*list = str_of(slash + 1, (size_t)(dot - slash - 1));
}

static void print_entries(const struct table *t, size_t k)
{
	size_t offset = 0, size = 64, n = t->entries.n;
	uint32_t *slots;

	printf("static const char chars_%zu[] = {\n", k);
	for (size_t i = 0; i < n; i++) {
		putchar('\t');
		for (size_t c = 0; c < t->entries.v[i].key.n; c++)
			printf("'\\%03o',", (uint8_t)t->entries.v[i].key.p[c]);
		putchar('\n');
	}
	printf("\t0\n};\nstatic const struct lex_entry entries_%zu[] = {\n", k);
	for (size_t i = 0; i < n; i++) {
		const struct entry *e = &t->entries.v[i];

		printf("\t{ 0x%llxu, %zu, %zu, %u, %u },\n",
			(unsigned long long)e->lists, offset, e->key.n, e->verb,
			e->value);
		offset += e->key.n;
	}
	printf("\t{ 0, 0, 0, 0, 0 }\n};\n");
	while (size < n * 2)
		size *= 2;
	slots = mem_calloc(size, sizeof *slots);
	for (size_t i = 0; i < n; i++) {
		size_t s = str_hash(t->entries.v[i].key) & (size - 1);

		while (slots[s])
			s = (s + 1) & (size - 1);
		slots[s] = (uint32_t)i + 1;
	}
	printf("static const uint16_t slots_%zu[] = {", k);
	for (size_t s = 0; s < size; s++)
		printf("%s%u,", s % 12 ? "" : "\n\t", slots[s]);
	printf("\n};\n#define MASK_%zu %zuu\n", k, size - 1);
	free(slots);
}

static void print_verbs(const struct table *t, size_t k)
{
	printf("static const struct lex_verb verbs_%zu[] = {\n", k);
	for (size_t i = 0; i < t->verbs.n; i++)
		printf("\t{ \"%.*s\", %u },\n", STR_ARG(t->verbs.v[i].lemma),
			t->verbs.v[i].frames);
	printf("\t{ \"\", 0 }\n};\n");
}

/* The index of a folder that must be there. */
static void print_index(const struct table *tables, size_t n, const char *lang)
{
	for (size_t k = 0; k < n; k++)
		if (str_eq(tables[k].lang, str_from_c(lang))) {
			printf("const size_t lexicon_data_%s = %zu;\n", lang,
				k);
			return;
		}
	fail(lang, "has no word lists");
}

static void table_release(struct table *t)
{
	vec_free(&t->entries);
	vec_free(&t->verbs);
	arena_release(&t->arena);
}

int main(int argc, char **argv)
{
	VEC_OF(struct table) tables = { 0 };

	for (int i = 1; i < argc; i++) {
		struct str lang, list;
		size_t k = 0;

		split_path(argv[i], &lang, &list);
		while (k < tables.n && !str_eq(tables.v[k].lang, lang))
			k++;
		if (k == tables.n)
			*vec_push(&tables) = (struct table){ .lang = lang };
		read_list(&tables.v[k], argv[i], list);
	}
	printf("#include \"text/lexicon_data.h\"\n\n");
	for (size_t k = 0; k < tables.n; k++) {
		if (tables.v[k].entries.n > UINT16_MAX - 1)
			fail(argv[0], "too many entries for one language");
		print_entries(&tables.v[k], k);
		print_verbs(&tables.v[k], k);
	}
	printf("const struct lexicon lexicon_data[] = {\n");
	for (size_t k = 0; k < tables.n; k++)
		printf("\t{ \"%.*s\", chars_%zu, entries_%zu, slots_%zu, MASK_%zu, verbs_%zu, %zu },\n",
			STR_ARG(tables.v[k].lang), k, k, k, k, k,
			tables.v[k].verbs.n);
	printf("};\nconst size_t lexicon_data_count = %zu;\n", tables.n);
	print_index(tables.v, tables.n, "any");
	print_index(tables.v, tables.n, "en");
	print_index(tables.v, tables.n, "html");
	for (size_t k = 0; k < tables.n; k++)
		table_release(&tables.v[k]);
	vec_free(&tables);
	return 0;
}
