/*
 * Who said what. Sentence by sentence: each reporting verb with its subject
 * takes its content; marks in the content make it direct or partial, none make
 * it reported. What marks hold without a verb of their own is then carried
 * over from the quotes around it (carry.c). The order of the rules by their
 * gain: Pareti et al. 2013, "Automatically Detecting and Attributing Indirect
 * Quotations"; O'Keefe et al. 2012; measured on PolNeAR.
 */
#include "blocks.h"
#include "content.h"
#include "cues.h"
#include "free.h"
#include "gap.h"
#include "labels.h"
#include "mentions.h"
#include "owner.h"
#include "people.h"
#include "repeats.h"
#include "speakers.h"
#include "statement.h"
#include "weigh.h"

static struct span trim(const struct work *w, struct span s)
{
	while (s.first < s.end && is_kind(w, s.first, TOKEN_PUNCT) &&
		!is_punct(w, s.first, '$') && !is_punct(w, s.first, '('))
		s.first++;
	while (s.first < s.end && is_function(w, s.first, FN_COORD))
		s.first++;
	while (s.first < s.end && is_kind(w, s.end - 1, TOKEN_PUNCT) &&
		!quoted_of(w, s.end - 1) && !is_punct(w, s.end - 1, '%') &&
		!is_punct(w, s.end - 1, ')'))
		s.end--;
	return s;
}

/* Words of a span outside and inside marks. */
struct marked {
	uint32_t outside, inside;
	bool title; /* of a programme or paper: "Radio Osk’s “Early Hours”" */
};

static struct marked count_marked(const struct work *w, struct span s)
{
	struct marked m = { 0, 0, false };

	for (uint32_t i = s.first; i < s.end;) {
		const struct quoted *q = quoted_of(w, i);
		uint32_t end = q && q->after < s.end ? q->after : s.end;

		if (q && is_owned_title(w, q)) {
			m.title = true;
			i = end;
		} else if (q) {
			m.inside += count_words(w, (struct span){ i, end });
			i = end;
		} else {
			m.outside += count_words(w, (struct span){ i, i + 1 });
			i++;
		}
	}
	return m;
}

/* "told Radio Osk’s “Early Hours” |that …": the span's end when none is. */
static uint32_t complement_in(const struct work *w, struct span s)
{
	uint32_t i = s.first;

	while (i < s.end && (quoted_of(w, i) || !in_list(w, i, LEX_complement)))
		i++;
	return i;
}

/* Notes that the newest quote holds the stretches in s. */
static void take_quoted(struct work *w, struct span s)
{
	for (uint32_t i = s.first; i < s.end;) {
		struct quoted *q = quoted_of(w, i);

		if (q) {
			q->taken = true;
			q->quote = (uint32_t)w->out->quotes.n - 1;
		}
		i = q ? q->after : i + 1;
	}
}

void set_person(struct work *w, struct quote *q, uint32_t person)
{
	q->person = q->confidence < SPEAKER_OPEN ? PERSON_NONE : person;
	if (q->person == PERSON_NONE)
		return;
	w->out->persons.v[person].quotes++;
	people_acted(w, person, SEEN_SPEAKER);
}

void emit_quote(struct work *w, struct span s, enum quote_kind kind,
	const struct speaker *who)
{
	struct range bytes = bytes_of(w, s);

	if (bytes.start >= bytes.end)
		return;
	*vec_push(&w->out->quotes) = (struct quote){ .span = bytes,
		.mention = bytes_of(w, who->mention),
		.cue = bytes_of(w, who->cue),
		.kind = (uint8_t)kind,
		.confidence = who->confidence };
	set_person(w, &w->out->quotes.v[w->out->quotes.n - 1], who->person);
	take_quoted(w, s);
}

/* A fragment goes on in the writer's sentence: it starts small. */
static bool is_fragment(const struct work *w, const struct quoted *q)
{
	return is_kind(w, q->inner.first, TOKEN_WORD) &&
	       !is_capital(w, q->inner.first);
}

static void emit_marked(
	struct work *w, struct span s, const struct speaker *who, bool around)
{
	for (uint32_t i = s.first; i < s.end;) {
		struct quoted *q = quoted_of(w, i);

		if (q && !q->taken &&
			(q->open < who->cue.first || !is_title(w, q))) {
			emit_quote(w, q->inner,
				!around && is_fragment(w, q) ? QUOTE_PARTIAL
							     : QUOTE_DIRECT,
				who);
		}
		i = q ? q->after : i + 1;
	}
}

static bool any_taken(const struct work *w, struct span s)
{
	for (uint32_t i = s.first; i < s.end;) {
		const struct quoted *q = quoted_of(w, i);

		if (q && q->taken)
			return true;
		i = q ? q->after : i + 1;
	}
	return false;
}

/*
 * "issued a statement saying it was “wrong”": a verb with an object leaves the
 * marks to a verb of saying inside that object.
 */
static bool has_inner_cue(
	const struct work *w, struct span s, const struct cue *c)
{
	const struct speech *sp = &w->a->speech;
	uint32_t mark = s.first;

	if (c->frames & FRAME_THAT)
		return false;
	while (mark < s.end && !quoted_of(w, mark))
		mark++;
	for (size_t k = 0; k < sp->cues.n; k++)
		if (sp->cues.v[k].verb > c->verb && sp->cues.v[k].verb < mark &&
			(sp->cues.v[k].frames & FRAME_THAT))
			return true;
	return false;
}

/*
 * Words without marks that are said inside what another says belong to that
 * other, unless they are a clause with its "that" or "whether".
 */
static bool is_inner(const struct work *w, struct span s, struct span reported)
{
	return s.first >= reported.first && s.end <= reported.end &&
	       !in_list(w, s.first, LEX_complement);
}

/* What a cue reports, and who it says. */
struct report {
	const struct cue *cue;
	struct speaker who;
	bool around; /* content stands in front of the cue */
	bool ruled; /* the rules see content there, too */
	bool likely; /* so likely by the weights that they alone may say so */
};

static bool is_said(const struct work *w, struct span s, const struct report *r)
{
	/* "Never, he said, and |added that …": what another verb says */
	if (r->around && tok(w, s.first)->verb &&
		is_function(w, s.first - 1, FN_COORD))
		return false;
	return (r->ruled && is_reported(w, s, r->cue, r->around)) ||
	       (r->likely && is_statement(w, s, r->cue));
}

static bool emit_content(struct work *w, struct span s, const struct report *r,
	struct carry *carry)
{
	struct marked m;

	s = trim(w, s);
	if (s.first >= s.end)
		return false;
	m = count_marked(w, s);
	if (m.title && m.inside == 0)
		s.first = complement_in(w, s);
	if (m.inside == 0) {
		if ((m.outside < 2 && !r->around) || s.first >= s.end ||
			!is_said(w, s, r) || is_inner(w, s, carry->indirect))
			return false;
		carry->indirect = s;
		emit_quote(w, s, QUOTE_REPORTED, &r->who);
		return true;
	}
	if (m.outside == 0) {
		emit_marked(w, s, &r->who, r->around);
		return true;
	}
	if (any_taken(w, s) || has_inner_cue(w, s, r->cue))
		return false;
	emit_quote(w, s, QUOTE_PARTIAL, &r->who);
	return true;
}

/* The words shown as the cue: in a bracket, its verb. */
static struct span verb_words(const struct cue *c)
{
	return c->close == c->verb ? (struct span){ c->verb, c->verb + 1 }
				   : c->words;
}

static bool is_empty(const struct content *c)
{
	return c->before.first >= c->before.end &&
	       c->after.first >= c->after.end;
}

static void report_cue(
	struct work *w, const struct sentence *s, size_t k, struct carry *carry)
{
	const struct cue c = w->a->speech.cues.v[k];
	struct content content = find_content(w, s, k, carry->from);
	struct report r = { .cue = &c, .who.person = PERSON_NONE };
	const struct content rules = content;
	const struct likely likely =
		weigh_content(w, s, k, carry->from, &content);
	bool nobody = c.subject.first == c.subject.end;

	if (!carry->opener.mention.end && (c.frames & FRAME_QUOTE) && !nobody) {
		carry->opener = resolve_speaker(w, c.subject);
		carry->opener.cue = c.words;
	}
	if (is_empty(&rules) && is_empty(&content))
		return;
	if (!nobody)
		r.who = resolve_speaker(w, c.subject);
	r.who.cue = verb_words(&c);
	if (content.before.first < content.before.end) {
		bool found;

		r.around = true;
		r.ruled = rules.before.first < rules.before.end;
		r.likely = likely.before;
		found = emit_content(w, content.before, &r, carry);
		r.around = found || r.ruled;
		if (r.around)
			carry->from = c.inverted ? c.subject.end : c.words.end;
	}
	r.ruled = rules.after.first < rules.after.end;
	r.likely = likely.after;
	if (content.after.first < content.after.end)
		emit_content(w, content.after, &r, carry);
	if (!nobody)
		carry->cue = r.who;
}

static int by_start(const void *a, const void *b)
{
	const struct quote *x = a, *y = b;

	if (x->span.start != y->span.start)
		return x->span.start < y->span.start ? -1 : 1;
	if (x->span.end != y->span.end)
		return x->span.end > y->span.end ? -1 : 1;
	return (int)x->kind - (int)y->kind;
}

void analyse_quotes(struct work *w)
{
	struct speech *sp = &w->a->speech;
	struct carry carry = {
		.last = NONE,
		.waiting = NONE,
		.paragraph = NONE,
		.transcript = find_transcript(w),
		.turn.person = PERSON_NONE,
		.block_speaker.person = PERSON_NONE,
		.answers.person = PERSON_NONE,
		.interview.answers.person = PERSON_NONE,
	};

	sp->noted = 0;
	sp->classes.n = 0;
	if (carry.transcript.last == NONE)
		find_interview(w, &carry.interview);
	for (size_t i = 0; i < sp->sentences.n; i++) {
		const struct sentence *s = &sp->sentences.v[i];

		bool opens = carry_begin(w, &carry, s);

		begin_sentence(w, s, opens);
		if (opens) {
			carry.in_block = place_block(w, &carry, i);
			carry.opener =
				(struct speaker){ .person = PERSON_NONE };
		}
		if (carry.in_block)
			continue;
		find_cues(w, s);
		own_quoted(w, s);
		for (size_t k = 0; k < sp->cues.n; k++)
			report_cue(w, s, k, &carry);
		report_free(w, s, &carry);
		carry_rest(w, &carry, s);
	}
	carry_end(w, &carry);
	if (w->out->quotes.n)
		qsort(w->out->quotes.v, w->out->quotes.n,
			sizeof *w->out->quotes.v, by_start);
	drop_repeats(w);
	list_mentions(w);
}
