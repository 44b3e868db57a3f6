/*
 * mklexicon FILE...: compiles word lists (lang/<language>/<list>.txt|tsv, all
 * files of a language together) into a C file on stdout. Runs at build time;
 * a mistake in a list stops the build, with its file and line.
 */
#include "dateline/base/buf.h"
#include "dateline/base/intern.h"
#include "dateline/text/fold.h"
#include "dateline/text/lexicon.h"
#include "dateline/text/weights.h"

#include <stdarg.h>

/* Each is a bit of an entry of the table of stop words. */
#define LANGUAGES_MAX 64
/* Those of markup, of stop words, of months and weekdays. */
#define OTHER_TABLES 3

#define X(name) #name,
static const char *const word_names[] = { WORD_LISTS(X) NULL };
static const char *const phrase_names[] = { PHRASE_LISTS(X) NULL };
static const char *const markup_names[] = { MARKUP_LISTS(X) NULL };
static const char *const function_names[] = { FUNCTIONS(X) NULL };
static const char *const ending_names[] = { ENDINGS(X) NULL };
static const char *const trait_names[] = { TRAITS(X) NULL };
static const char *const class_names[] = { TOKEN_CLASSES(X) NULL };
#undef X
#define X(name, a, b) #name,
static const char *const feature_names[] = { FEATURES(X) NULL };
#undef X
#define X(name, kind, size) { ATTRIBUTE_##kind, size },
static const struct attribute_values {
	enum attribute_kind kind;
	unsigned size;
} attributes[] = { ATTRIBUTES(X) };
#undef X
#define X(name, a, b) { ATTRIBUTE_##a, ATTRIBUTE_##b, WEIGHT_##name },
static const struct {
	enum attribute a, b;
	unsigned offset;
} features[] = { FEATURES(X) };
#undef X
#define X(name, letter) letter,
static const char frame_letters[] = { VERB_FRAMES(X) };
#undef X

struct entry {
	uint64_t lists, phrases;
	unsigned verb, value;
};

struct verb {
	struct str lemma;
	unsigned frames;
};

struct word_ending {
	struct str text;
	unsigned what;
};

struct table {
	struct str lang;
	struct intern keys; /* a key's number is its entry's */
	VEC_OF(struct entry) entries;
	VEC_OF(struct verb) verbs;
	VEC_OF(struct word_ending) endings;
	int8_t *weights; /* NULL: none */
	unsigned traits;
	bool exact;
	struct arena arena;
};

/* The line being read, for messages, and what its file is. */
struct source {
	const char *path;
	unsigned line; /* 0: none yet */
	struct table *table;
	bool verbs, functions, values; /* which form its lines have */
	bool endings, traits, markup, weights;
	bool spaced; /* an entry may be a phrase */
	bool second; /* its bit is one of struct entry.phrases */
	uint64_t bit;
};

static _Noreturn void fail(const struct source *at, const char *format, ...)
	PRINTF_LIKE(2, 3);

static _Noreturn void fail(const struct source *at, const char *format, ...)
{
	va_list args;

	fprintf(stderr, "%s:", at->path);
	if (at->line)
		fprintf(stderr, "%u:", at->line);
	fputc(' ', stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1); // NOLINT(concurrency-mt-unsafe): it has one thread
}

/* The number of a name in a list that NULL ends; it ends with the list. */
static unsigned number_of(const char *const *names, struct str name)
{
	unsigned i = 0;

	while (names[i] && !str_eq_nocase(name, str_from_c(names[i])))
		i++;
	return i;
}

static struct entry *entry_of_key(struct table *t, struct str key)
{
	uint32_t number = intern_add(&t->keys, key);

	if (number == t->entries.n)
		*vec_push(&t->entries) = (struct entry){ 0 };
	return &t->entries.v[number];
}

/* "=à": an entry that "a" is not. */
static struct str exact_key(const struct source *at, struct str word)
{
	struct buf b = { 0 };
	struct str key;

	text_fold_case(&b, str_slice(word, 1, word.n));
	key = arena_dup(&at->table->arena, buf_str(&b));
	buf_release(&b);
	return key;
}

static struct entry *entry_for(const struct source *at, struct str word)
{
	bool exact = !at->markup && word.n > 1 && word.p[0] == '=';
	struct str key = exact ? exact_key(at, word)
			       : text_fold_dup(&at->table->arena, word);

	at->table->exact |= exact;
	if (!str_eq(word, str_trim(word)) || word.n == 0)
		fail(at, "an empty entry, or white space around it");
	if (key.n > LEX_KEY_MAX)
		fail(at, "longer than %d bytes", LEX_KEY_MAX);
	if (!at->spaced && str_chr(key, ' ', 0) != STR_NPOS)
		fail(at, "a phrase in a list of words");
	return entry_of_key(at->table, key);
}

static void add_verb(const struct source *at, struct str line)
{
	struct table *t = at->table;
	struct str lemma, letters, forms, form;
	struct verb verb = { 0 };

	if (!str_split(&line, '\t', &lemma) ||
		!str_split(&line, '\t', &letters) ||
		!str_split(&line, '\t', &forms))
		fail(at, "not lemma, frames, forms with tabs between them");
	for (size_t i = 0; i < letters.n; i++) {
		const char *letter = memchr(
			frame_letters, letters.p[i], sizeof frame_letters);

		if (!letter)
			fail(at, "no frame has the letter \"%c\"",
				letters.p[i]);
		verb.frames |= 1u << (letter - frame_letters);
	}
	verb.lemma = arena_dup(&t->arena, lemma);
	*vec_push(&t->verbs) = verb;
	while (str_split(&forms, ' ', &form)) {
		struct entry *e = entry_for(at, form);

		if (e->verb)
			fail(at, "\"%.*s\" is a form of \"%.*s\" already",
				STR_ARG(form),
				STR_ARG(t->verbs.v[e->verb - 1].lemma));
		e->verb = (unsigned)t->verbs.n;
	}
}

/* The number in the second column; of a function word, that of its name. */
static unsigned value_of(const struct source *at, struct str column)
{
	unsigned function = number_of(function_names, column) + 1;
	uint32_t number;

	if (at->functions) {
		if (!function_names[function - 1])
			fail(at, "no function is called \"%.*s\"",
				STR_ARG(column));
		return function;
	}
	if (!str_to_u32(column, &number) || number == 0 || number > UINT8_MAX)
		fail(at, "no number from 1 to 255 behind the tab");
	return number;
}

static void add_ending(const struct source *at, struct str line)
{
	struct str text, rest = line;
	unsigned what;

	str_split(&rest, '\t', &text);
	what = number_of(ending_names, rest);
	if (text.n == 0 || text.n == line.n || !ending_names[what])
		fail(at, "not an ending, a tab and what it tells");
	if (at->table->endings.n == UINT8_MAX)
		fail(at, "too many endings");
	*vec_push(&at->table->endings) =
		(struct word_ending){ arena_dup(&at->table->arena, text),
			what };
}

static void add_trait(const struct source *at, struct str line)
{
	unsigned trait = number_of(trait_names, line);

	if (!trait_names[trait])
		fail(at, "no trait is called \"%.*s\"", STR_ARG(line));
	at->table->traits |= 1u << trait;
}

/* The number of an attribute's value: itself, a class, a verb's lemma. */
static unsigned attribute_value(
	const struct source *at, enum attribute of, struct str column)
{
	const struct table *t = at->table;
	uint32_t value = 0;

	switch (attributes[of].kind) {
	case ATTRIBUTE_CLASS:
		value = number_of(class_names, column);
		break;
	case ATTRIBUTE_VERB:
		while (value < t->verbs.n &&
			!str_eq(t->verbs.v[value].lemma, column))
			value++;
		value = column.n ? value + 1 : 0;
		if (value > t->verbs.n)
			value = attributes[of].size;
		break;
	case ATTRIBUTE_NUMBER:
		if (!str_to_u32(column, &value))
			value = attributes[of].size;
		break;
	}
	if (value >= attributes[of].size ||
		(attributes[of].kind == ATTRIBUTE_CLASS &&
			value == CLASS_COUNT))
		fail(at, "no value \"%.*s\" here", STR_ARG(column));
	return value;
}

static int weight_value(const struct source *at, struct str column)
{
	bool less = column.n && column.p[0] == '-';
	uint32_t value;

	if (!str_to_u32(str_slice(column, less, column.n), &value) ||
		value > INT8_MAX)
		fail(at, "no weight from -127 to 127 in the last column");
	return less ? -(int)value : (int)value;
}

/* The name of a feature, the values of its two attributes, its weight. */
static void add_weight(const struct source *at, struct str line)
{
	struct table *t = at->table;
	struct str name, a, b;
	unsigned f, index;

	if (!str_split(&line, '\t', &name) || !str_split(&line, '\t', &a) ||
		!str_split(&line, '\t', &b))
		fail(at,
			"not feature, two values, weight with tabs between them");
	f = number_of(feature_names, name);
	if (!feature_names[f])
		fail(at, "no feature is called \"%.*s\"", STR_ARG(name));
	if (!t->weights)
		t->weights = mem_calloc(WEIGHT_COUNT, 1);
	index = features[f].offset +
		attribute_value(at, features[f].a, a) *
			attributes[features[f].b].size +
		attribute_value(at, features[f].b, b);
	t->weights[index] = (int8_t)weight_value(at, line);
}

static void add_line(const struct source *at, struct str line)
{
	struct str word, rest = line;
	uint64_t *lists;
	struct entry *e;
	unsigned value;

	str_split(&rest, '\t', &word);
	if (at->values != (word.n < line.n))
		fail(at, at->values ? "no tab with a value behind it"
				    : "a tab in a list without values");
	e = entry_for(at, word);
	lists = at->second ? &e->phrases : &e->lists;
	if (*lists & at->bit)
		fail(at, "\"%.*s\" stands in this list already", STR_ARG(word));
	*lists |= at->bit;
	if (!at->values)
		return;
	value = value_of(at, rest);
	if (e->value && e->value != value)
		fail(at, "\"%.*s\" has the value %u in another list",
			STR_ARG(word), e->value);
	e->value = value;
}

static struct str read_file(struct source *at)
{
	FILE *f = fopen(at->path, "rb");
	struct buf b = { 0 };
	struct str s;
	size_t n;

	if (!f)
		fail(at, "cannot be opened");
	while ((n = fread(buf_reserve(&b, 65536), 1, 65536, f)) > 0)
		b.n += n;
	fclose(f);
	s = arena_dup(&at->table->arena, buf_str(&b));
	buf_release(&b);
	return s;
}

/* What a file of this name holds. */
static void open_list(struct source *at, struct str name)
{
	bool markup = str_eq(at->table->lang, STR("html"));
	const char *const *names = markup ? markup_names : word_names;
	unsigned list = number_of(names, name);

	at->markup = markup;
	at->values = str_ends(str_from_c(at->path), STR(".tsv"));
	at->verbs = !markup && str_eq(name, STR("verbs"));
	at->functions = !markup && str_eq(name, STR("function"));
	at->endings = !markup && str_eq(name, STR("ending"));
	at->traits = !markup && str_eq(name, STR("trait"));
	at->weights = !markup && str_eq(name, STR("weights"));
	if (at->endings || at->traits || at->weights)
		return;
	at->second = !markup && !names[list] && !at->verbs;
	at->spaced = markup || at->second;
	if (at->second) {
		names = phrase_names;
		list = number_of(names, name);
	}
	if (!names[list] && !at->verbs)
		fail(at, "lexicon_lists.h has no list of this name");
	at->bit = LEX_BIT(list);
}

static void read_list(struct source *at, struct str name)
{
	struct str text = read_file(at), line;

	open_list(at, name);
	while (str_split(&text, '\n', &line)) {
		at->line++;
		if (line.n == 0 || line.p[0] == '#')
			continue;
		if (at->endings)
			add_ending(at, line);
		else if (at->traits)
			add_trait(at, line);
		else if (at->verbs)
			add_verb(at, line);
		else if (at->weights)
			add_weight(at, line);
		else
			add_line(at, line);
	}
}

/* The language and list of …/<language>/<list>.<ending>. */
static void split_path(
	const struct source *at, struct str *lang, struct str *list)
{
	const char *slash = strrchr(at->path, '/');
	const char *dot = strrchr(at->path, '.'), *start = slash;

	if (!slash || !dot || dot < slash ||
		(strcmp(dot, ".txt") != 0 && strcmp(dot, ".tsv") != 0))
		fail(at, "not lang/<language>/<list>.txt or .tsv");
	while (start > at->path && start[-1] != '/')
		start--;
	*lang = str_of(start, (size_t)(slash - start));
	*list = str_of(slash + 1, (size_t)(dot - slash - 1));
}

static void print_keys(const struct table *t, size_t k)
{
	printf("static const char chars_%zu[] = {\n", k);
	for (uint32_t i = 0; i < t->keys.n; i++) {
		struct str key = t->keys.strings[i];

		putchar('\t');
		for (size_t c = 0; c < key.n; c++)
			printf("'\\%03o',", (uint8_t)key.p[c]);
		putchar('\n');
	}
	printf("\t0\n};\n");
}

static void print_entries(const struct table *t, size_t k)
{
	size_t offset = 0;

	printf("static const struct lex_entry entries_%zu[] = {\n", k);
	for (size_t i = 0; i < t->entries.n; i++) {
		const struct entry *e = &t->entries.v[i];
		size_t length = t->keys.strings[i].n;

		printf("\t{ 0x%llxu, 0x%llxu, %zu, %u, %zu, %u },\n",
			(unsigned long long)e->lists,
			(unsigned long long)e->phrases, offset, e->verb, length,
			e->value);
		offset += length;
	}
	printf("\t{ 0, 0, 0, 0, 0, 0 }\n};\n");
}

/* At most half of the slots are taken. */
static void print_slots(const struct table *t, size_t k)
{
	size_t size = 64;
	uint32_t *slots;

	while (size < t->entries.n * 2)
		size *= 2;
	slots = mem_calloc(size, sizeof *slots);
	for (uint32_t i = 0; i < t->keys.n; i++) {
		size_t s = t->keys.hashes[i] & (size - 1);

		while (slots[s])
			s = (s + 1) & (size - 1);
		slots[s] = LEX_SLOT_TAG(t->keys.hashes[i]) | (i + 1);
	}
	printf("static const uint32_t slots_%zu[] = {", k);
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

/* By their last letters, and where each letter's start. */
static void print_endings(const struct table *t, size_t k)
{
	size_t at[LEX_LETTERS + 1] = { 0 }, n = 0;

	printf("static const struct lex_ending endings_%zu[] = {\n", k);
	for (unsigned letter = 0; letter < LEX_LETTERS; letter++) {
		for (size_t i = 0; i < t->endings.n; i++) {
			const struct word_ending *e = &t->endings.v[i];
			char last = e->text.p[e->text.n - 1];

			if (((uint8_t)last & LEX_LETTER_MASK) != letter)
				continue;
			printf("\t{ \"%.*s\", %zu, %u },\n", STR_ARG(e->text),
				e->text.n, e->what);
			n++;
		}
		at[letter + 1] = n;
	}
	printf("\t{ NULL, 0, 0 }\n};\n");
	printf("static const uint8_t ending_at_%zu[] = {", k);
	for (unsigned letter = 0; letter <= LEX_LETTERS; letter++)
		printf(" %zu,", at[letter]);
	printf(" };\n");
}

static void print_weights(const struct table *t, size_t k)
{
	if (!t->weights)
		return;
	printf("static const int8_t weights_%zu[] = {", k);
	for (size_t i = 0; i < WEIGHT_COUNT; i++)
		printf("%s%d,", i % 16 ? "" : "\n\t", t->weights[i]);
	printf("\n};\n");
}

static unsigned long long lists_of(const struct table *t)
{
	unsigned long long lists = 0;

	for (size_t i = 0; i < t->entries.n; i++)
		lists |= t->entries.v[i].lists;
	return lists;
}

static void print_lexicon(const struct table *t, size_t k)
{
	printf("{ \"%.*s\", chars_%zu, entries_%zu, slots_%zu, MASK_%zu, verbs_%zu, %zu, endings_%zu, ending_at_%zu, ",
		STR_ARG(t->lang), k, k, k, k, k, t->verbs.n, k, k);
	if (t->weights)
		printf("weights_%zu", k);
	else
		printf("NULL");
	printf(", 0x%llxu, %u, %s }", lists_of(t), t->traits,
		t->exact ? "true" : "false");
}

/* Names of months and weekdays; what two languages claim is the first's. */
static void collect_calendar(
	struct table *calendar, const struct table *languages, size_t n)
{
	const uint64_t lists = LEX_BIT(LEX_month) | LEX_BIT(LEX_weekday);

	for (size_t k = 0; k < n; k++)
		for (size_t i = 0; i < languages[k].entries.n; i++) {
			const struct entry *e = &languages[k].entries.v[i];
			struct entry *got;

			if (!(e->lists & lists))
				continue;
			got = entry_of_key(
				calendar, languages[k].keys.strings[i]);
			if (got->value)
				continue;
			got->lists = e->lists & lists;
			got->value = e->value;
		}
}

/* The stop words of all languages as one table; bits are languages. */
static void collect_stops(
	struct table *stops, const struct table *languages, size_t n)
{
	for (size_t k = 0; k < n; k++)
		for (size_t i = 0; i < languages[k].entries.n; i++)
			if (languages[k].entries.v[i].lists & LEX_BIT(LEX_stop))
				entry_of_key(
					stops, languages[k].keys.strings[i])
					->lists |= (uint64_t)1 << k;
}

static void print_table(const struct table *t, size_t k)
{
	if (t->entries.n >= UINT16_MAX) {
		fprintf(stderr, "mklexicon: %.*s: too many entries\n",
			STR_ARG(t->lang));
		exit(1); // NOLINT(concurrency-mt-unsafe): it has one thread
	}
	print_keys(t, k);
	print_entries(t, k);
	print_slots(t, k);
	print_verbs(t, k);
	print_endings(t, k);
	print_weights(t, k);
}

/* The n languages, then the tables that are none. */
static void print_all(const struct table *t, size_t n)
{
	static const char *const others[] = { "html", "stop", "calendar" };

	printf("#include \"text/lexicon_data.h\"\n\n");
	for (size_t k = 0; k < n + OTHER_TABLES; k++)
		print_table(&t[k], k);
	for (size_t i = 0; i < OTHER_TABLES; i++) {
		printf("const struct lexicon lexicon_data_%s = ", others[i]);
		print_lexicon(&t[n + i], n + i);
		printf(";\n");
	}
	printf("const struct lexicon lexicon_data[] = {\n");
	for (size_t k = 0; k < n; k++) {
		putchar('\t');
		print_lexicon(&t[k], k);
		printf(",\n");
	}
	printf("};\nconst size_t lexicon_data_count = %zu;\n", n);
	for (size_t k = 0; k < n; k++)
		if (str_eq(t[k].lang, STR("en")) ||
			str_eq(t[k].lang, STR("any")))
			printf("const struct lexicon *const lexicon_data_%.*s = &lexicon_data[%zu];\n",
				STR_ARG(t[k].lang), k);
}

static void table_release(struct table *t)
{
	intern_release(&t->keys);
	vec_free(&t->entries);
	vec_free(&t->verbs);
	vec_free(&t->endings);
	free(t->weights);
	arena_release(&t->arena);
}

int main(int argc, char **argv)
{
	struct table tables[LANGUAGES_MAX + OTHER_TABLES] = { 0 };
	struct table html = { .lang = STR("html") };
	size_t n = 0;

	for (int i = 1; i < argc; i++) {
		struct source at = { .path = argv[i] };
		struct str lang, list;
		size_t k = 0;

		split_path(&at, &lang, &list);
		while (k < n && !str_eq(tables[k].lang, lang))
			k++;
		at.table = str_eq(lang, html.lang) ? &html : &tables[k];
		if (at.table != &html && k == n) {
			if (n == LANGUAGES_MAX)
				fail(&at, "too many languages");
			tables[n++].lang = lang;
		}
		read_list(&at, list);
	}
	tables[n] = html;
	collect_stops(&tables[n + 1], tables, n);
	collect_calendar(&tables[n + 2], tables, n);
	print_all(tables, n);
	for (size_t k = 0; k < n + OTHER_TABLES; k++)
		table_release(&tables[k]);
	return 0;
}
