/*
 * dump_cues FILE...: what the weights may choose from, as JSON lines for
 * train.py: names of features first; then of each article its verbs, each with
 * the bytes of its words, its candidates in front of it and those behind it. A
 * candidate is its bytes and the indices of its weights; a start behind the
 * verb has its ends with it.
 */
#include "../bench/bench.h"

#include "analyse/cues.h"
#include "analyse/grammar.h"
#include "analyse/owner.h"
#include "analyse/speakers.h"
#include "analyse/weigh.h"

#define X(name, kind, size) { #name, ATTRIBUTE_##kind, size },
static const struct {
	const char *name;
	enum attribute_kind kind;
	unsigned size;
} attributes[] = { ATTRIBUTES(X) };
#undef X
#define X(name, a, b) { #name, ATTRIBUTE_##a, ATTRIBUTE_##b, WEIGHT_##name },
static const struct {
	const char *name;
	enum attribute a, b;
	unsigned offset;
} features[] = { FEATURES(X) };
#undef X
#define X(name) #name,
static const char *const classes[] = { TOKEN_CLASSES(X) };
#undef X

static void dump_attribute(enum attribute a)
{
	printf("%d,%u", (int)attributes[a].kind, attributes[a].size);
}

/* What indices of weights mean. */
static void dump_names(const struct lexicon *lex)
{
	printf("{\"features\":[");
	for (size_t i = 0; i < FEATURE_COUNT; i++) {
		printf("%s[\"%s\",%u,", i ? "," : "", features[i].name,
			features[i].offset);
		dump_attribute(features[i].a);
		printf(",");
		dump_attribute(features[i].b);
		printf("]");
	}
	printf("],\"classes\":[");
	for (size_t i = 0; i < CLASS_COUNT; i++)
		printf("%s\"%s\"", i ? "," : "", classes[i]);
	printf("],\"verbs\":[\"\"");
	for (size_t i = 0; i < lex->n_verbs; i++)
		printf(",\"%s\"", lex->verbs[i].lemma);
	printf("]}\n");
}

static void dump_range(const struct work *w, struct span s)
{
	struct range r = bytes_of(w, s);

	printf("%zu,%zu", (size_t)r.start, (size_t)r.end);
}

struct feature_range {
	enum feature first;
	unsigned n;
};

static const struct feature_range features_of_start = { FEATURE_start_before,
	START_FEATURES };
static const struct feature_range features_of_end = { FEATURE_end_rule,
	END_FEATURES };
static const struct feature_range features_of_front = { FEATURE_front_place,
	FRONT_FEATURES };

/* The index of the weight of a feature of the candidate described last. */
static unsigned feature_weight(const struct scene *sc, unsigned f)
{
	return features[f].offset +
	       sc->v[features[f].a] * attributes[features[f].b].size +
	       sc->v[features[f].b];
}

static void dump_candidate(
	const struct scene *sc, struct span s, struct feature_range range)
{
	printf("[");
	dump_range(sc->w, s);
	for (unsigned i = 0; i < range.n; i++)
		printf(",%u", feature_weight(sc, range.first + i));
	printf("]");
}

static void dump_ends(struct scene *sc, uint32_t start)
{
	uint32_t ends[ENDS_MAX];
	struct walk walk;
	size_t n = scene_ends(sc, start, &walk, ends);

	printf("[");
	for (size_t i = 0; i < n; i++) {
		if (i)
			printf(",");
		scene_describe_end(sc, &walk, ends[i]);
		dump_candidate(
			sc, (struct span){ start, ends[i] }, features_of_end);
	}
	printf("]");
}

static void dump_behind(struct scene *sc)
{
	uint32_t starts[STARTS_MAX];
	size_t n = scene_is_marked(sc, sc->rules.after)
			   ? 0
			   : scene_starts(sc, starts);

	printf("[");
	for (size_t i = 0; i < n; i++) {
		printf("%s[", i ? "," : "");
		scene_describe_start(sc, starts[i]);
		dump_candidate(sc, (struct span){ starts[i], starts[i] + 1 },
			features_of_start);
		printf(",");
		dump_ends(sc, starts[i]);
		printf("]");
	}
	printf("]");
}

static void dump_front(struct scene *sc)
{
	uint32_t starts[STARTS_MAX], end;
	size_t n = scene_is_marked(sc, sc->rules.before)
			   ? 0
			   : scene_fronts(sc, starts, &end);

	printf("[");
	for (size_t i = 0; i < n; i++) {
		if (i)
			printf(",");
		scene_describe_front(sc, starts[i], end);
		dump_candidate(
			sc, (struct span){ starts[i], end }, features_of_front);
	}
	printf("]");
}

static bool dump_cue(struct work *w, const struct sentence *s, size_t k,
	uint32_t *from, bool comma)
{
	const struct cue *c = &w->a->speech.cues.v[k];
	struct content content = find_content(w, s, k, *from);
	struct scene sc = { .rules = content, .from = *from };

	if (c->frames & FRAME_THOUGHT)
		return false;
	scene_begin(&sc, w, s, k);
	printf("%s[", comma ? "," : "");
	dump_range(w, c->words);
	printf(",");
	dump_front(&sc);
	printf(",");
	dump_behind(&sc);
	printf("]");
	if (content.before.first < content.before.end)
		*from = c->inverted ? c->subject.end : c->words.end;
	return true;
}

static void dump_article(struct work *w)
{
	const struct speech *sp = &w->a->speech;
	uint32_t paragraph = NONE;
	bool comma = false;

	w->a->speech.classes.n = 0;
	printf("{\"id\":\"%.*s\",\"bytes\":%zu,\"cues\":[", STR_ARG(w->doc->id),
		w->doc->text.n);
	for (size_t i = 0; i < sp->sentences.n; i++) {
		const struct sentence *s = &sp->sentences.v[i];
		uint32_t from = s->span.first;

		begin_sentence(w, s, s->paragraph != paragraph);
		paragraph = s->paragraph;
		find_cues(w, s);
		own_quoted(w, s);
		for (size_t k = 0; k < sp->cues.n; k++)
			comma |= dump_cue(w, s, k, &from, comma);
	}
	printf("]}\n");
}

static void take(void *ctx, struct doc *d)
{
	struct arena arena = { 0 };
	struct analysis out = { 0 };
	struct work w = { ctx, d, &arena, &out };

	tokenize(&w.a->tokens, d->text, lexicon_get(d->lang));
	tokenize(&w.a->title, d->title, lexicon_get(d->lang));
	analyse_names(&w);
	dump_article(&w);
	analysis_release(&out);
	arena_release(&arena);
}

static void pass_over(void *ctx, struct str where, struct str why)
{
	(void)ctx;
	fprintf(stderr, "%.*s: %.*s\n", STR_ARG(where), STR_ARG(why));
}

int main(int argc, char **argv)
{
	struct analyser *a = analyser_new();
	const struct input_sink sink = { a, take, pass_over };

	dump_names(lexicon_english());
	for (int i = 1; i < argc; i++) {
		struct buf b = { 0 };
		struct arena arena = { 0 };

		if (bench_read(argv[i], &b)) {
			const struct input in = { .id = STR("f"),
				.path = STR("f.jsonl"),
				.bytes = buf_str(&b) };

			input_read(&in, &arena, &sink);
		}
		arena_release(&arena);
		buf_release(&b);
	}
	analyser_free(a);
	return 0;
}
