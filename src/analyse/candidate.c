#include "candidate.h"

#include "extent.h"
#include "gap.h"
#include "token_class.h"

/* Tokens behind the verb that may be a start; those looked at for a verb. */
#define START_REACH 14
#define CLAUSE_REACH 14
#define SEGMENT_REACH 20
#define INNER_REACH 40

static unsigned bucket(uint32_t n)
{
	static const uint8_t buckets[] = { 0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6,
		6, 6, 7, 7, 7, 7, 7, 7, 7, 7 };

	return n < sizeof buckets ? buckets[n] : 8;
}

static uint16_t at_most(uint32_t n, uint32_t max)
{
	return (uint16_t)(n < max ? n : max);
}

static unsigned class_at(const struct scene *sc, uint32_t i)
{
	return i >= sc->sentence.first && i < sc->sentence.end ? sc->classes[i]
							       : CLASS_none;
}

uint32_t scene_first(const struct scene *sc, struct span s)
{
	while (s.first < s.end && is_mark_class(class_at(sc, s.first)))
		s.first++;
	return s.first;
}

bool scene_is_marked(const struct scene *sc, struct span s)
{
	for (uint32_t i = s.first; i < s.end; i++)
		if (class_at(sc, i) != CLASS_quoted &&
			!is_mark_class(class_at(sc, i)))
			return false;
	return s.first < s.end;
}

/* The first verb in [i, end), or end; in the sentence. */
static uint32_t next_verb(const struct scene *sc, uint32_t i, uint32_t end)
{
	if (end > sc->sentence.end)
		end = sc->sentence.end;
	while (i < end && !is_verb_class(sc->classes[i]))
		i++;
	return i;
}

static bool any_verb(const struct scene *sc, uint32_t i, uint32_t end)
{
	if (end > sc->sentence.end)
		end = sc->sentence.end;
	return next_verb(sc, i, end) < end;
}

/* The first mark, likewise. */
static uint32_t next_mark(const struct scene *sc, uint32_t i, uint32_t end)
{
	if (end > sc->sentence.end)
		end = sc->sentence.end;
	while (i < end && !is_mark_class(sc->classes[i]))
		i++;
	return i;
}

/* The verb before c, with no mark between, may report what c says. */
static bool may_be_inner(const struct scene *sc)
{
	const struct cue *outer = sc->k ? sc->cue - 1 : NULL;
	uint32_t first = cue_first(sc->cue);

	if (!outer || !(outer->frames & FRAME_CLAUSE) ||
		first - outer->verb > INNER_REACH || first < outer->verb)
		return false;
	for (uint32_t i = outer->verb; i < first; i++)
		if (is_mark_class(class_at(sc, i)))
			return false;
	return true;
}

static unsigned form_of(const struct cue *c)
{
	return c->form * 4u + c->inverted * 2u + c->inherited;
}

static uint16_t frame_of(const struct cue *c)
{
	return (uint16_t)(((c->frames & FRAME_CLAUSE) ? 1 : 0) |
			  ((c->frames & FRAME_THAT) ? 2 : 0) |
			  ((c->frames & FRAME_OBJECT_SAID) ? 4 : 0) |
			  ((c->frames & FRAME_OBJECT) ? 8 : 0));
}

static void describe_cue(struct scene *sc)
{
	const struct cue *c = sc->cue;
	uint32_t first = cue_first(c);
	uint16_t verb = tok(sc->w, c->verb)->verb;

	sc->v[ATTRIBUTE_lemma] = verb < SIZE_lemma ? verb : 0;
	sc->v[ATTRIBUTE_frame] = frame_of(c);
	sc->v[ATTRIBUTE_form] = (uint16_t)form_of(c);
	sc->v[ATTRIBUTE_source] =
		c->subject.first < c->subject.end
			? (uint16_t)class_at(sc, c->subject.end - 1)
			: CLASS_none;
	sc->v[ATTRIBUTE_left] =
		first ? (uint16_t)class_at(sc, first - 1) : CLASS_none;
	sc->v[ATTRIBUTE_behind] = (uint16_t)class_at(sc, cue_end(c));
	sc->v[ATTRIBUTE_before] = sc->rules.before.first >= sc->rules.before.end
					  ? 0
				  : scene_is_marked(sc, sc->rules.before) ? 2
									  : 1;
	sc->v[ATTRIBUTE_after] = sc->rules.after.first < sc->rules.after.end;
	sc->v[ATTRIBUTE_inner] = may_be_inner(sc);
}

/* Once a sentence, however many verbs it has. */
static void classify(struct work *w, const struct sentence *s)
{
	struct speech *sp = &w->a->speech;

	for (uint32_t i = (uint32_t)sp->classes.n; i < s->span.end; i++)
		*vec_push(&sp->classes) = i < s->span.first
						  ? CLASS_none
						  : (uint8_t)token_class(w, i);
}

void scene_begin(
	struct scene *sc, struct work *w, const struct sentence *s, size_t k)
{
	classify(w, s);
	sc->w = w;
	sc->cue = &w->a->speech.cues.v[k];
	sc->of = s;
	sc->sentence = s->span;
	sc->k = k;
	sc->classes = w->a->speech.classes.v;
	describe_cue(sc);
}

/* The token goes on in marks that opened before it. */
static bool is_inside_marks(const struct scene *sc, uint32_t i)
{
	const struct quoted *q = quoted_of(sc->w, i);

	return q && q->open < i;
}

static uint32_t rule_start(const struct scene *sc)
{
	return sc->rules.after.first < sc->rules.after.end
		       ? scene_first(sc, sc->rules.after)
		       : NONE;
}

/* Behind the next verb it is that one's: "smiled and said |…". */
static uint32_t starts_limit(const struct scene *sc)
{
	const struct speech *sp = &sc->w->a->speech;
	uint32_t behind = cue_end(sc->cue), limit = behind + START_REACH;

	if (limit > sc->sentence.end)
		limit = sc->sentence.end;
	for (size_t m = sc->k + 1; m < sp->cues.n && sp->cues.v[m].verb < limit;
		m++)
		if (sp->cues.v[m].verb >= behind)
			return sp->cues.v[m].verb;
	return limit;
}

size_t scene_starts(const struct scene *sc, uint32_t starts[STARTS_MAX])
{
	uint32_t rule = rule_start(sc), limit = starts_limit(sc);
	size_t n = 0;

	if (rule != NONE)
		starts[n++] = rule;
	for (uint32_t i = cue_end(sc->cue); i < limit; i++) {
		if (is_mark_class(class_at(sc, i)) || i == rule ||
			is_inside_marks(sc, i))
			continue;
		starts[n++] = i;
		if (class_at(sc, i) == CLASS_quoted)
			break;
	}
	return n;
}

void scene_describe_start(struct scene *sc, uint32_t start)
{
	uint32_t behind = cue_end(sc->cue), clause;
	uint16_t *v = sc->v;

	v[ATTRIBUTE_first] = (uint16_t)class_at(sc, start);
	v[ATTRIBUTE_second] = (uint16_t)class_at(sc, start + 1);
	v[ATTRIBUTE_third] = (uint16_t)class_at(sc, start + 2);
	v[ATTRIBUTE_prior] =
		start > behind ? (uint16_t)class_at(sc, start - 1) : CLASS_none;
	v[ATTRIBUTE_prior2] = start > behind + 1
				      ? (uint16_t)class_at(sc, start - 2)
				      : CLASS_none;
	v[ATTRIBUTE_rule] = start == rule_start(sc);
	v[ATTRIBUTE_gap] =
		(uint16_t)bucket(start > behind ? start - behind : 0);
	clause = next_mark(sc, start, start + CLAUSE_REACH);
	v[ATTRIBUTE_verb] = any_verb(sc, start, clause);
	v[ATTRIBUTE_gapverb] = any_verb(sc, behind, start);
}

/* Small words that may stand right behind an end. */
static bool is_border_class(unsigned c)
{
	switch (c) {
	case CLASS_and:
	case CLASS_preposition:
	case CLASS_subordinator:
	case CLASS_as:
	case CLASS_while:
	case CLASS_though:
	case CLASS_to:
	case CLASS_with:
	case CLASS_by:
	case CLASS_relative:
	case CLASS_question:
	case CLASS_conjunction:
		return true;
	default:
		return is_mark_class(c);
	}
}

/* The cue that starts at a token, 1 + its form; 0: none, or too far to tell,
 * as a long stretch in marks is kept whole. */
static uint8_t sibling_of(const struct walk *walk, uint32_t i)
{
	uint32_t at = i - walk->start;

	return at < REACH_MAX ? walk->sibling[at] : 0;
}

static bool may_end(const struct scene *sc, const struct walk *walk, uint32_t i)
{
	unsigned last = class_at(sc, i - 1);

	if (is_inside_marks(sc, i))
		return false;
	if (is_mark_class(last) && last != CLASS_close)
		return false;
	return is_border_class(class_at(sc, i)) || last == CLASS_quoted ||
	       sibling_of(walk, i);
}

static void walk_begin(
	const struct scene *sc, struct walk *walk, uint32_t start)
{
	const struct speech *sp = &sc->w->a->speech;
	uint32_t limit = start + REACH_MAX;

	*walk = (struct walk){ .at = start, .start = start };
	if (limit > sc->sentence.end)
		limit = sc->sentence.end;
	walk->edge = content_limit(
		sc->w, sc->of, sc->k, (struct span){ start, limit });
	while (walk->edge > start + 1 &&
		is_mark_class(class_at(sc, walk->edge - 1)) &&
		class_at(sc, walk->edge - 1) != CLASS_close)
		walk->edge--;
	for (uint32_t i = start; i < walk->edge; i++)
		walk->all_commas += class_at(sc, i) == CLASS_comma;
	for (size_t m = sc->k + 1; m < sp->cues.n && sp->cues.v[m].verb < limit;
		m++) {
		uint32_t first = cue_first(&sp->cues.v[m]);

		if (first > start && first < limit)
			walk->sibling[first - start] =
				(uint8_t)(1 + form_of(&sp->cues.v[m]));
	}
}

size_t scene_ends(const struct scene *sc, uint32_t start, struct walk *walk,
	uint32_t ends[ENDS_MAX])
{
	size_t n = 0;

	walk_begin(sc, walk, start);
	for (uint32_t i = start + 1; i < walk->edge && n + 1 < ENDS_MAX; i++)
		if (may_end(sc, walk, i))
			ends[n++] = i;
	ends[n++] = walk->edge;
	return n;
}

static void pass_mark(struct walk *walk, unsigned c, unsigned next)
{
	walk->commas += c == CLASS_comma;
	walk->relatives += c == CLASS_comma && next == CLASS_relative;
	walk->coords += c == CLASS_comma && next == CLASS_and;
	walk->dashes += c == CLASS_dash;
	walk->semicolons += c == CLASS_semicolon;
	walk->depth += (c == CLASS_open) - (c == CLASS_close);
}

static void walk_to(const struct scene *sc, struct walk *walk, uint32_t end)
{
	unsigned next = class_at(sc, walk->at);

	for (; walk->at < end; walk->at++) {
		unsigned c = next;

		next = class_at(sc, walk->at + 1);
		if (is_mark_class(c))
			pass_mark(walk, c, next);
		walk->verb = walk->verb || is_verb_class(c);
		walk->marks = walk->marks || c == CLASS_quoted;
		walk->siblings += sibling_of(walk, walk->at) != 0;
	}
}

/* The cue that starts at an end, a mark and a conjunction aside. */
static uint8_t sibling_at(
	const struct scene *sc, const struct walk *walk, uint32_t end)
{
	uint8_t first = sibling_of(walk, end), second;
	unsigned next = class_at(sc, end);

	if (first)
		return first;
	if (!is_mark_class(next) && next != CLASS_and)
		return 0;
	second = sibling_of(walk, end + 1);
	if (second)
		return second;
	return is_mark_class(next) && class_at(sc, end + 1) == CLASS_and
		       ? sibling_of(walk, end + 2)
		       : 0;
}

/* What stands behind an end up to the next mark. */
static uint16_t segment_at(
	const struct scene *sc, struct walk *walk, uint32_t end)
{
	uint32_t limit = end + SEGMENT_REACH;
	unsigned verb;

	if (walk->next_mark <= end)
		walk->next_mark = next_mark(sc, end + 1, walk->edge);
	if (walk->next_verb <= end)
		walk->next_verb = next_verb(sc, end + 1, walk->edge);
	if (limit > walk->next_mark)
		limit = walk->next_mark;
	verb = walk->next_verb < limit;
	if (limit >= walk->edge)
		return (uint16_t)(4 + verb);
	return (uint16_t)(limit == walk->next_mark ? 2 + verb : verb);
}

/* Where the rules end what they start here, marks behind it aside; or NONE. */
static uint32_t rule_end(const struct scene *sc, uint32_t start)
{
	uint32_t end = sc->rules.after.end;

	if (!sc->v[ATTRIBUTE_rule])
		return NONE;
	while (end > start + 1 && is_mark_class(class_at(sc, end - 1)) &&
		class_at(sc, end - 1) != CLASS_close)
		end--;
	return end;
}

void scene_describe_end(struct scene *sc, struct walk *walk, uint32_t end)
{
	bool final = end == walk->edge;
	uint16_t *v = sc->v;
	unsigned next = final ? CLASS_none : class_at(sc, end);

	walk_to(sc, walk, end);
	v[ATTRIBUTE_last] = (uint16_t)class_at(sc, end - 1);
	v[ATTRIBUTE_next] = (uint16_t)next;
	v[ATTRIBUTE_next2] =
		final ? CLASS_none : (uint16_t)class_at(sc, end + 1);
	v[ATTRIBUTE_next3] =
		final ? CLASS_none : (uint16_t)class_at(sc, end + 2);
	v[ATTRIBUTE_nextmark] =
		next == CLASS_comma ? v[ATTRIBUTE_next2] : CLASS_none;
	v[ATTRIBUTE_edge] = final ? 2 : next == CLASS_comma;
	v[ATTRIBUTE_ruleend] = end == rule_end(sc, walk->start);
	v[ATTRIBUTE_length] = (uint16_t)bucket(end - walk->start);
	v[ATTRIBUTE_commas] = at_most(walk->commas, 3);
	v[ATTRIBUTE_rest] = (uint16_t)bucket(
		walk->all_commas - walk->commas - (next == CLASS_comma));
	v[ATTRIBUTE_sibling] = sibling_at(sc, walk, end);
	v[ATTRIBUTE_relatives] = at_most(walk->relatives, 2);
	v[ATTRIBUTE_coords] = at_most(walk->coords, 2);
	v[ATTRIBUTE_dashes] = at_most(walk->dashes, 2);
	v[ATTRIBUTE_semicolons] = at_most(walk->semicolons, 1);
	v[ATTRIBUTE_siblings] = at_most(walk->siblings, 2);
	v[ATTRIBUTE_depth] = walk->depth < 0 ? 0 : 1 + (walk->depth > 0);
	v[ATTRIBUTE_segment] = segment_at(sc, walk, end);
	v[ATTRIBUTE_marks] =
		(uint16_t)(walk->marks + (v[ATTRIBUTE_last] == CLASS_quoted));
	v[ATTRIBUTE_verbs] = walk->verb;
}

static bool may_start_front(
	const struct scene *sc, uint32_t i, uint32_t from, uint32_t rule)
{
	unsigned before = i > from ? class_at(sc, i - 1) : CLASS_none;

	if (is_mark_class(class_at(sc, i)) || is_inside_marks(sc, i))
		return false;
	return i == from || i == rule || is_mark_class(before) ||
	       before == CLASS_and || class_at(sc, i) == CLASS_that;
}

static uint32_t front_from(const struct scene *sc)
{
	uint32_t first = cue_first(sc->cue);

	return first > sc->from + REACH_MAX ? first - REACH_MAX : sc->from;
}

size_t scene_fronts(
	const struct scene *sc, uint32_t starts[STARTS_MAX], uint32_t *end)
{
	uint32_t from = front_from(sc), last = cue_first(sc->cue);
	bool ruled = sc->rules.before.first < sc->rules.before.end;
	uint32_t rule = ruled ? scene_first(sc, sc->rules.before) : NONE;
	unsigned before = last > from ? class_at(sc, last - 1) : CLASS_none;
	size_t n = 0;

	if (!ruled && !is_mark_class(before) && before != CLASS_as)
		return 0;
	while (last > from && is_mark_class(class_at(sc, last - 1)) &&
		class_at(sc, last - 1) != CLASS_close)
		last--;
	*end = last;
	if (ruled)
		starts[n++] = rule;
	for (uint32_t i = from; i + 1 < last && n < STARTS_MAX; i++)
		if (i != rule && may_start_front(sc, i, from, rule))
			starts[n++] = i;
	return last > from ? n : 0;
}

void scene_describe_front(struct scene *sc, uint32_t start, uint32_t end)
{
	uint32_t from = front_from(sc);
	struct walk before = { .at = from, .start = from };
	struct walk rest = { .at = start, .start = start };
	uint16_t *v = sc->v;
	bool rule = start == scene_first(sc, sc->rules.before);

	walk_to(sc, &before, start);
	walk_to(sc, &rest, end);
	v[ATTRIBUTE_first] = (uint16_t)class_at(sc, start);
	v[ATTRIBUTE_second] = (uint16_t)class_at(sc, start + 1);
	v[ATTRIBUTE_prior] = start > sc->sentence.first
				     ? (uint16_t)class_at(sc, start - 1)
				     : CLASS_none;
	v[ATTRIBUTE_rule] = rule;
	v[ATTRIBUTE_place] = (uint16_t)(rule + 2 * (start == from));
	v[ATTRIBUTE_commas] = at_most(rest.commas, 3);
	v[ATTRIBUTE_skipped] = at_most(before.commas, 3);
	v[ATTRIBUTE_clauses] = (uint16_t)(rest.verb + 2 * before.verb);
	v[ATTRIBUTE_length] = (uint16_t)bucket(end - start);
	v[ATTRIBUTE_last] = (uint16_t)class_at(sc, end - 1);
	v[ATTRIBUTE_opener] = (uint16_t)class_at(sc, from);
}
