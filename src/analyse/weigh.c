#include "weigh.h"

#include "grammar.h"

#include <math.h>

/* Of n features from the first on: constants, so that nothing is left of the
 * others, and of the places of weights. */
static inline __attribute__((always_inline)) int score(
	const struct scene *sc, unsigned first, unsigned n)
{
	const int8_t *weights = sc->w->a->tokens.lex->weights;
	const uint16_t *v = sc->v;
	int sum = 0;

#define X(name, a, b) \
	sum += (int)(FEATURE_##name - first < n) * \
	       weights[WEIGHT_##name + v[ATTRIBUTE_##a] * SIZE_##b + \
		       v[ATTRIBUTE_##b]];
	FEATURES(X)
#undef X
	return sum;
}

static int score_start(const struct scene *sc)
{
	return score(sc, FEATURE_start_before, START_FEATURES);
}

static int score_end(const struct scene *sc)
{
	return score(sc, FEATURE_end_rule, END_FEATURES);
}

static int score_front(const struct scene *sc)
{
	return score(sc, FEATURE_front_place, FRONT_FEATURES);
}

/* The best of some candidates, and its probability among them all. */
struct best {
	uint32_t at;
	int score;
	double sum; /* of exp(score) of all, over that of the best */
};

static void consider(struct best *best, uint32_t at, int score)
{
	double by = exp((score - best->score) / (double)WEIGHT_ONE);

	if (best->sum <= 0) {
		*best = (struct best){ at, score, 1 };
		return;
	}
	if (score > best->score)
		*best = (struct best){ at, score, best->sum / by + 1 };
	else
		best->sum += by;
}

static int weight_of(const struct scene *sc, enum weight weight)
{
	return sc->w->a->tokens.lex->weights[weight];
}

/* True when words of the span are in marks. */
static bool holds_marks(const struct work *w, struct span s)
{
	uint32_t i = s.first;

	while (i < s.end && !in_quoted(w, i))
		i++;
	return i < s.end;
}

/*
 * The choice, if it is likely. Where the rules see words in marks somebody says
 * them: the choice is which words with them.
 */
static struct span settle(const struct scene *sc, struct span rules,
	struct span chosen, double likely, bool *alone)
{
	*alone = likely * 100 >= weight_of(sc, WEIGHT_accept_alone);
	if (holds_marks(sc->w, rules))
		return holds_marks(sc->w, chosen) ? chosen : rules;
	return likely * 100 >= weight_of(sc, WEIGHT_accept)
		       ? chosen
		       : (struct span){ 0, 0 };
}

static struct span choose_front(struct scene *sc, bool *alone)
{
	uint32_t starts[STARTS_MAX], end = 0;
	size_t n = scene_fronts(sc, starts, &end);
	struct best best = { 0 };

	if (n == 0)
		return (struct span){ 0, 0 };
	for (size_t i = 0; i < n; i++) {
		scene_describe_front(sc, starts[i], end);
		consider(&best, starts[i], score_front(sc));
	}
	best.sum += exp((weight_of(sc, WEIGHT_front_none) - best.score) /
			(double)WEIGHT_ONE);
	return settle(sc, sc->rules.before, (struct span){ best.at, end },
		1 / best.sum, alone);
}

static struct span choose_behind(struct scene *sc, bool *alone)
{
	uint32_t starts[STARTS_MAX], ends[ENDS_MAX];
	size_t n = scene_starts(sc, starts);
	struct best start = { 0 }, end = { 0 };
	struct walk walk;

	if (n == 0)
		return (struct span){ 0, 0 };
	for (size_t i = 0; i < n; i++) {
		scene_describe_start(sc, starts[i]);
		consider(&start, starts[i], score_start(sc));
	}
	start.sum += exp((weight_of(sc, WEIGHT_start_none) - start.score) /
			 (double)WEIGHT_ONE);
	scene_describe_start(sc, start.at);
	n = scene_ends(sc, start.at, &walk, ends);
	for (size_t i = 0; i < n; i++) {
		scene_describe_end(sc, &walk, ends[i]);
		consider(&end, ends[i], score_end(sc));
	}
	return settle(sc, sc->rules.after, (struct span){ start.at, end.at },
		1 / (start.sum * end.sum), alone);
}

struct likely weigh_content(struct work *w, const struct sentence *s, size_t k,
	uint32_t from, struct content *content)
{
	struct likely by = { false, false };
	struct scene sc = { .rules = *content, .from = from };

	if (!w->a->tokens.lex->weights ||
		(w->a->speech.cues.v[k].frames &
			(FRAME_THOUGHT | FRAME_QUESTION)))
		return by;
	scene_begin(&sc, w, s, k);
	if (content->before.first < content->before.end &&
		!scene_is_marked(&sc, content->before))
		content->before = choose_front(&sc, &by.before);
	/* What goes on beyond the candidates' reach is the rules'. */
	if (!scene_is_marked(&sc, content->after) &&
		content->after.end <= content->after.first + REACH_MAX)
		content->after = choose_behind(&sc, &by.after);
	return by;
}
