#include "carry.h"

#include "gap.h"
#include "grammar.h"
#include "people.h"
#include "stated.h"
#include "subject.h"

/*
 * Words from which a stretch in marks is nearly always something said;
 * shorter ones are often titles or scare quotes (PolNeAR train).
 */
#define SAID_WORDS 6
#define WORDS_BEFORE 4 /* in a paragraph where somebody spoke in marks */

/* Stretches looked back or ahead at: bounds the work. */
#define LOOK_MAX 64

/*
 * How often the evidence is right when who is named is: a quote's confidence
 * is their product. Fitted on PolNeAR train (tests/bench/calibrate.py).
 */
enum {
	SURE_SAME_PARAGRAPH = 99,
	SURE_COLON = 97,
	SURE_LABEL = 96,
	SURE_CUE_BEFORE = 95,
	SURE_SAME_SENTENCE = 93,
	SURE_PARAGRAPH_BEFORE = 93,
	SURE_FRAGMENT = 80,
	SURE_SENTENCE_BEFORE = 78,
	SURE_REPORTED_BEFORE = 72
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
		both_sure(q->confidence, sure) };
}

static struct voice voice_of(
	const struct work *w, const struct speaker *who, uint8_t sure)
{
	return (struct voice){ bytes_of(w, who->mention), bytes_of(w, who->cue),
		who->person, both_sure(who->confidence, sure) };
}

/* Gives a quote that has none yet its speaker. */
static void set_voice(struct work *w, uint32_t quote, struct voice v)
{
	struct quote *q = &w->out->quotes.v[quote];

	q->mention = v.mention;
	q->cue = v.cue;
	q->confidence = v.sure;
	set_person(w, q, v.person);
}

static void emit_as(struct work *w, const struct quoted *q,
	enum quote_kind kind, struct voice v)
{
	const struct speaker nobody = { .person = PERSON_NONE };

	emit_quote(w, q->inner, kind, &nobody);
	if (q->quote != NONE && v.mention.end)
		set_voice(w, q->quote, v);
}

/* Emits q with the speaker of another quote. */
static void copy_from(
	struct work *w, struct quoted *q, uint32_t quote, uint8_t sure)
{
	emit_as(w, q, QUOTE_DIRECT, voice_of_quote(w, quote, sure));
}

static void emit_for(
	struct work *w, struct quoted *q, struct speaker who, uint8_t sure)
{
	who.confidence = both_sure(who.confidence, sure);
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

/* The name that a dash at token i puts below words, or NULL. */
static const struct name *signature_at(const struct work *w, uint32_t i)
{
	const struct name *n;

	if (!is_dash(w, i) && !is_punct(w, i, '-'))
		return NULL;
	while (is_dash(w, i) || is_punct(w, i, '-'))
		i++;
	n = name_of(w, i);
	if (!n || n->title != i)
		return NULL;
	i = n->span.end;
	return i >= token_count(w) || is_kind(w, i, TOKEN_BREAK) ||
			       is_punct(w, i, ',') || is_punct(w, i, '.') ||
			       is_punct(w, i, '(')
		       ? n
		       : NULL;
}

bool signs(const struct work *w, uint32_t i)
{
	return signature_at(w, i) != NULL;
}

bool signs_handle(const struct work *w, uint32_t i, uint32_t end)
{
	const struct name *n = signature_at(w, i);

	if (!n || !is_punct(w, n->span.end, '(') ||
		!is_punct(w, n->span.end + 1, '@'))
		return false;
	i = n->span.end + 2;
	while (i < end && !is_punct(w, i, ')'))
		i++;
	while (++i < end)
		if (!is_kind(w, i, TOKEN_NUMBER) && !is_punct(w, i, ',') &&
			!in_list(w, i, LEX_month))
			return false;
	return true;
}

struct speaker resolve_signature(struct work *w, uint32_t i)
{
	return resolve_speaker(w, signature_at(w, i)->span);
}

/* "“…” — Smith", on the same line or the next: who signed the words. */
static bool signature_of(
	struct work *w, const struct quoted *q, struct speaker *who)
{
	uint32_t i = q->after;

	while (is_kind(w, i, TOKEN_BREAK))
		i++;
	if (!signs(w, i))
		return false;
	*who = resolve_signature(w, i);
	return true;
}

static bool follows_colon(const struct work *w, const struct quoted *q)
{
	return q->open > 1 && is_punct(w, q->open - 1, ':');
}

/* "Smith: “…”", "from Smith: “…”": a name right before the colon. */
static bool label_of(
	struct work *w, const struct quoted *q, struct speaker *who)
{
	const struct name *n =
		follows_colon(w, q) ? name_of(w, q->open - 2) : NULL;

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
	else if (follows_colon(w, q) && subject_of(w, s->span, q->open, &who))
		emit_for(w, q, who, SURE_COLON);
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

static void emit_fragment(struct work *w, struct span said, struct speaker who)
{
	who.confidence = both_sure(who.confidence, SURE_FRAGMENT);
	emit_quote(w, said, QUOTE_PARTIAL, &who);
}

static void place_fragment(
	struct work *w, struct carry *c, size_t k, const struct sentence *s)
{
	const struct quoted *q = &w->a->speech.quoted.v[k];
	uint32_t before = speaking_before(w, c, k);
	uint32_t words = count_words(w, q->inner);
	struct stated stated;
	struct speaker who;

	if (find_stated(w, q, s, &stated)) {
		emit_fragment(w, stated.said, resolve_speaker(w, stated.owner));
		return;
	}
	if (words < (before == NONE ? SAID_WORDS : WORDS_BEFORE))
		return;
	if (c->cue.mention.end && c->cue.mention.first >= s->span.first)
		emit_fragment(w, q->inner, c->cue);
	else if (before != NONE)
		emit_as(w, q, QUOTE_PARTIAL,
			voice_of_quote(w, before, SURE_FRAGMENT));
	else if (subject_of(w, s->span, q->open, &who))
		emit_fragment(w, q->inner, who);
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
				place_fragment(w, c, c->quoted, s);
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

/* The mark stands first in its paragraph. */
static bool opens_line(const struct work *w, const struct quoted *q)
{
	return q->open == 0 || is_kind(w, q->open - 1, TOKEN_BREAK);
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
	} else if (count_words(w, q->inner) >= SAID_WORDS ||
		   (c->open && k == c->first_quoted && opens_line(w, q))) {
		/* Words left open get whoever speaks their rest. */
		emit_as(w, q, QUOTE_DIRECT, q->closed ? before : nobody);
		if (!q->closed && c->waiting == NONE) {
			c->waiting = q->quote;
			c->instead = before;
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

/* Tokens from a noun for a statement to the name of whose it is. */
#define AUTHOR_MAX 12

/*
 * "Here is a letter from Smith:", "… the statement of Smith's rival, Lee:": the
 * name tied to a statement, one that only tells whose somebody is left out.
 */
static bool author_of(
	const struct work *w, struct span sentence, struct span *author)
{
	uint32_t i = sentence.first, end;

	while (i + 2 < sentence.end &&
		!(in_list(w, i, LEX_stmt) && in_list(w, i + 1, LEX_prep)))
		i++;
	end = i + AUTHOR_MAX < sentence.end ? i + AUTHOR_MAX : sentence.end;
	for (i += 2; i < end && !is_plain_verb(w, i); i++) {
		const struct name *n = name_of(w, i);

		if (!n || is_possessive(w, n->span.end) ||
			w->out->persons.v[n->person].kind == PERSON_PLACE)
			continue;
		*author = (struct span){ n->title, n->span.end };
		return true;
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
	c->statement = any_in(w, c->sentence, LEX_stmt);
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
