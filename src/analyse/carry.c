#include "carry.h"

#include "gap.h"
#include "grammar.h"
#include "people.h"
#include "subject.h"

/*
 * Words from which a stretch in marks is nearly always something said;
 * shorter ones are often titles or scare quotes (PolNeAR train).
 */
#define SAID_WORDS 6

/* Stretches looked back or ahead at: bounds the work. */
#define LOOK_MAX 64

/* Confidence by the evidence, measured on PolNeAR train. */
enum {
	SURE_SAME_PARAGRAPH = 95,
	SURE_LABEL = 94,
	SURE_COLON = 85,
	SURE_SAME_SENTENCE = 80,
	SURE_CUE_BEFORE = 82,
	SURE_SENTENCE_BEFORE = 78,
	SURE_PARAGRAPH_BEFORE = 75,
	SURE_REPORTED_BEFORE = 70,
	SURE_FRAGMENT = 68,
	SURE_LAST = 60
};

static bool has_speaker(const struct work *w, const struct quoted *q)
{
	return q->quote != NONE && w->out->quotes.v[q->quote].mention.end != 0;
}

static bool is_whole(const struct work *w, const struct quoted *q)
{
	return q->resumed || (tok(w, q->open)->flags & TOKEN_SENTENCE) ||
	       q->open == 0 || is_punct(w, q->open - 1, ':') ||
	       is_dash(w, q->open - 1) || is_kind(w, q->open - 1, TOKEN_BREAK);
}

static struct voice voice_of_quote(
	const struct work *w, uint32_t quote, uint8_t sure)
{
	const struct quote *q = &w->out->quotes.v[quote];

	return (struct voice){ q->mention, q->cue, q->person,
		q->confidence < sure ? q->confidence : sure };
}

static struct voice voice_of(
	const struct work *w, const struct speaker *who, uint8_t sure)
{
	return (struct voice){ bytes_of(w, who->mention), bytes_of(w, who->cue),
		who->person, who->confidence < sure ? who->confidence : sure };
}

/* Gives a quote that has none yet its speaker. */
static void set_voice(struct work *w, uint32_t quote, struct voice v)
{
	struct quote *q = &w->out->quotes.v[quote];

	q->mention = v.mention;
	q->cue = v.cue;
	q->person = v.person;
	q->confidence = v.sure;
	if (v.person == PERSON_NONE)
		return;
	w->out->persons.v[v.person].quotes++;
	people_acted(w, v.person, SEEN_SPEAKER);
}

static void emit_as(struct work *w, const struct quoted *q, struct voice v)
{
	const struct speaker nobody = { .person = PERSON_NONE };

	emit_quote(w, q->inner, QUOTE_DIRECT, &nobody);
	if (q->quote != NONE && v.mention.end)
		set_voice(w, q->quote, v);
}

/* Emits q with the speaker of another quote. */
static void copy_from(
	struct work *w, struct quoted *q, uint32_t quote, uint8_t sure)
{
	emit_as(w, q, voice_of_quote(w, quote, sure));
}

static void emit_for(
	struct work *w, struct quoted *q, struct speaker who, uint8_t sure)
{
	if (who.confidence > sure)
		who.confidence = sure;
	emit_quote(w, q->inner, QUOTE_DIRECT, &who);
}

/* The last stretch before k in the paragraph that has a speaker, or NONE. */
static uint32_t speaking_before(
	const struct work *w, const struct carry *c, size_t k)
{
	const struct speech *sp = &w->a->speech;

	for (size_t i = k; i > c->first_quoted && k - i < LOOK_MAX; i--)
		if (has_speaker(w, &sp->quoted.v[i - 1]))
			return sp->quoted.v[i - 1].quote;
	return NONE;
}

static bool subject_of(
	struct work *w, struct span sentence, uint32_t end, struct speaker *who)
{
	struct span subject;

	if (sentence.first >= end ||
		!clause_subject(w, sentence.first, end, &subject))
		return false;
	*who = resolve_speaker(w, subject);
	return true;
}

/* "“…” — Smith", on the same line or the next: who signed the words. */
static bool signature_of(
	struct work *w, const struct quoted *q, struct speaker *who)
{
	uint32_t i = q->after;
	const struct name *n;

	while (is_kind(w, i, TOKEN_BREAK))
		i++;
	if (!is_dash(w, i) && !is_punct(w, i, '-'))
		return false;
	while (is_dash(w, i) || is_punct(w, i, '-'))
		i++;
	n = name_of(w, i);
	if (!n || n->title != i)
		return false;
	i = n->span.end;
	if (i < token_count(w) && !is_kind(w, i, TOKEN_BREAK) &&
		!is_punct(w, i, ',') && !is_punct(w, i, '.'))
		return false;
	*who = resolve_speaker(w, n->span);
	return true;
}

/* "Smith: “…”", "from Smith: “…”": a name right before the colon. */
static bool label_of(
	struct work *w, const struct quoted *q, struct speaker *who)
{
	const struct name *n = q->open > 1 && is_punct(w, q->open - 1, ':')
				       ? name_of(w, q->open - 2)
				       : NULL;

	if (!n || n->span.end != q->open - 1)
		return false;
	*who = resolve_speaker(w, n->span);
	return true;
}

/* "“…!” Smith |beamed.": the words right after marks that end in a comma. */
static bool follower_of(struct work *w, const struct quoted *q,
	const struct sentence *s, struct speaker *who)
{
	struct span subject;

	if (!is_stopped(w, q) || is_punct(w, q->inner.end - 1, '.') ||
		q->after >= s->span.end || !is_kind(w, q->after, TOKEN_WORD) ||
		is_function(w, q->after, FN_COORD) ||
		!subject_after(w, q->after, s->span.end, &subject))
		return false;
	*who = resolve_speaker(w, subject);
	return true;
}

static void place_whole(
	struct work *w, struct carry *c, size_t k, const struct sentence *s)
{
	struct quoted *q = &w->a->speech.quoted.v[k];
	uint32_t before = speaking_before(w, c, k);
	bool opens = c->sentence.first == c->sentence.end;
	struct speaker who;

	if (signature_of(w, q, &who) || label_of(w, q, &who))
		emit_for(w, q, who, SURE_LABEL);
	else if (follower_of(w, q, s, &who))
		emit_for(w, q, who, SURE_CUE_BEFORE);
	else if (before != NONE)
		copy_from(w, q, before, SURE_SAME_PARAGRAPH);
	else if (opens && c->open && c->last != NONE && c->waiting == NONE)
		copy_from(w, q, c->last, SURE_SAME_PARAGRAPH);
	else if (opens && c->introduced.mention.end)
		emit_for(w, q, c->introduced, SURE_COLON);
	else if (subject_of(w, s->span, q->open, &who))
		emit_for(w, q, who, SURE_SAME_SENTENCE);
	else if (!opens && c->cue.mention.first >= c->sentence.first &&
		 c->cue.mention.end)
		emit_for(w, q, c->cue, SURE_CUE_BEFORE);
	else if (!opens && subject_of(w, c->sentence, c->sentence.end, &who))
		emit_for(w, q, who, SURE_SENTENCE_BEFORE);
}

static void emit_fragment(
	struct work *w, const struct quoted *q, struct speaker who)
{
	if (who.confidence > SURE_FRAGMENT)
		who.confidence = SURE_FRAGMENT;
	emit_quote(w, q->inner, QUOTE_PARTIAL, &who);
}

static void place_fragment(struct work *w, struct carry *c, struct quoted *q,
	const struct sentence *s)
{
	struct speaker who;

	if (count_words(w, q->inner) < SAID_WORDS)
		return;
	if (c->cue.mention.end && c->cue.mention.first >= s->span.first)
		emit_fragment(w, q, c->cue);
	else if (subject_of(w, s->span, q->open, &who))
		emit_fragment(w, q, who);
}

void carry_rest(struct work *w, struct carry *c, const struct sentence *s)
{
	struct speech *sp = &w->a->speech;

	for (; c->quoted < sp->quoted.n; c->quoted++) {
		struct quoted *q = &sp->quoted.v[c->quoted];

		if (q->open >= s->span.end)
			break;
		if (!q->taken && !is_title(w, q)) {
			if (is_whole(w, q))
				place_whole(w, c, c->quoted, s);
			else
				place_fragment(w, c, q, s);
		}
		if (has_speaker(w, q))
			c->last = q->quote;
	}
	c->sentence = s->span;
}

/* The first stretch after k in the paragraph that has a speaker, or NONE. */
static uint32_t speaking_after(
	const struct work *w, const struct carry *c, size_t k)
{
	const struct speech *sp = &w->a->speech;

	for (size_t i = k + 1; i < c->quoted && i - k < LOOK_MAX; i++)
		if (has_speaker(w, &sp->quoted.v[i]))
			return sp->quoted.v[i].quote;
	return NONE;
}

/* Who spoke in the paragraph before: in marks, else in reported speech. */
static struct voice voice_before(const struct work *w, const struct carry *c)
{
	if (c->spoke && c->last != NONE)
		return voice_of_quote(w, c->last, SURE_PARAGRAPH_BEFORE);
	return voice_of(w, &c->reported, SURE_REPORTED_BEFORE);
}

/* Words over several paragraphs with no speaker of their own go on from the
 * last one. */
static struct voice or_last(
	const struct work *w, const struct carry *c, struct voice v)
{
	return v.mention.end || c->last == NONE
		       ? v
		       : voice_of_quote(w, c->last, SURE_LAST);
}

/* A stretch of a finished paragraph that nothing before it explains. */
static void place_late(
	struct work *w, struct carry *c, size_t k, struct voice before)
{
	struct quoted *q = &w->a->speech.quoted.v[k];
	const struct voice nobody = { .person = PERSON_NONE };
	uint32_t after;

	if (q->taken || is_title(w, q) || !is_whole(w, q))
		return;
	after = speaking_after(w, c, k);
	if (after != NONE) {
		copy_from(w, q, after, SURE_SAME_PARAGRAPH);
	} else if (count_words(w, q->inner) >= SAID_WORDS) {
		/* Words left open get whoever speaks their rest. */
		emit_as(w, q, q->closed ? before : nobody);
		if (!q->closed && c->waiting == NONE) {
			c->waiting = q->quote;
			c->instead = or_last(w, c, before);
		}
	}
}

/* Gives the quotes that wait for a speaker the one of the rest, if any. */
static void end_wait(struct work *w, struct carry *c, bool goes_on)
{
	const struct speech *sp = &w->a->speech;
	struct voice v = c->instead;

	if (goes_on && has_speaker(w, &sp->quoted.v[c->first_quoted]))
		v = voice_of_quote(w, sp->quoted.v[c->first_quoted].quote,
			SURE_SAME_PARAGRAPH);
	else if (goes_on && !sp->quoted.v[c->quoted - 1].closed)
		return;
	for (size_t i = c->waiting; i < w->out->quotes.n && v.mention.end; i++)
		if (!w->out->quotes.v[i].mention.end)
			set_voice(w, (uint32_t)i, v);
	c->waiting = NONE;
}

/* "Here is a letter from Smith:": the name tied to a statement. */
static bool author_of(
	const struct work *w, struct span sentence, struct span *author)
{
	for (uint32_t i = sentence.first; i + 2 < sentence.end; i++) {
		const struct name *n = name_of(w, i + 2);

		if (in_list(w, i, LEX_stmt) && in_list(w, i + 1, LEX_prep) &&
			n && n->title == i + 2) {
			*author = (struct span){ n->title, n->span.end };
			return true;
		}
	}
	return false;
}

/* "… and its spokesman wrote back:": the verb right before a colon. */
static const struct cue *cue_at_colon(const struct work *w, uint32_t colon)
{
	const struct speech *sp = &w->a->speech;

	for (size_t k = sp->cues.n; k > 0; k--) {
		const struct cue *c = &sp->cues.v[k - 1];

		if ((c->frames & FRAME_QUOTE) && c->verb < colon &&
			skip_times(w, cue_end(c), colon) == colon)
			return c;
	}
	return NULL;
}

/* Whom a paragraph that ends in a colon lets speak next. */
static void introduce(struct work *w, struct carry *c)
{
	struct span subject;
	const struct cue *cue;

	c->introduced = (struct speaker){ .person = PERSON_NONE };
	if (c->sentence.end <= c->sentence.first ||
		!is_punct(w, c->sentence.end - 1, ':'))
		return;
	cue = cue_at_colon(w, c->sentence.end - 1);
	if (cue)
		c->introduced = resolve_speaker(w, cue->subject);
	else if (c->opener.mention.end)
		c->introduced = c->opener;
	else if (author_of(w, c->sentence, &subject))
		c->introduced = resolve_speaker(w, subject);
	else
		subject_of(w, c->sentence, c->sentence.end, &c->introduced);
}

static void end_paragraph(struct work *w, struct carry *c)
{
	const struct speech *sp = &w->a->speech;
	const struct quoted *last = c->quoted > c->first_quoted
					    ? &sp->quoted.v[c->quoted - 1]
					    : NULL;

	bool waited = c->waiting != NONE;
	struct voice before = waited ? c->instead : voice_before(w, c);

	for (size_t k = c->first_quoted; k < c->quoted; k++)
		place_late(w, c, k, before);
	if (waited)
		end_wait(w, c, c->open && last);
	c->spoke = false;
	for (size_t k = c->first_quoted; k < c->quoted; k++)
		if (has_speaker(w, &sp->quoted.v[k])) {
			c->last = sp->quoted.v[k].quote;
			c->spoke = true;
		}
	c->open = last && !last->closed;
	c->reported = c->cue;
	c->cue = (struct speaker){ .person = PERSON_NONE };
	introduce(w, c);
}

bool carry_begin(struct work *w, struct carry *c, const struct sentence *s)
{
	c->from = s->span.first;
	if (s->paragraph != c->paragraph) {
		if (c->paragraph != NONE)
			end_paragraph(w, c);
		c->paragraph = s->paragraph;
		while (c->quoted < w->a->speech.quoted.n &&
			w->a->speech.quoted.v[c->quoted].open < s->span.first)
			c->quoted++;
		c->first_quoted = c->quoted;
		c->sentence = (struct span){ 0, 0 };
		return true;
	}
	c->opener = (struct speaker){ .person = PERSON_NONE };
	return false;
}

void carry_end(struct work *w, struct carry *c)
{
	if (c->paragraph != NONE)
		end_paragraph(w, c);
	end_wait(w, c, false);
}
