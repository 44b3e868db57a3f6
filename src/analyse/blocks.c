#include "blocks.h"

#include "grammar.h"
#include "labels.h"
#include "people.h"

/* Paragraphs looked ahead at for a signature, and tokens it may have: bounds
 * the work. */
#define LOOK_PARAGRAPHS 12
#define SIGNATURE_MAX 24

/* Tokens in front of a colon that may be a label. */
#define LABEL_WORDS 6

enum {
	SURE_SIGNED = 94,
	SURE_NAMED_BELOW = 90,
	SURE_BLOCK = 85,
	SURE_PAGE = 70,
	SURE_PROMINENT = 60
};

static void limit_to(struct speaker *who, uint8_t sure)
{
	if (who->confidence > sure)
		who->confidence = sure;
	if (!who->mention.end)
		who->person = PERSON_NONE;
}

/* The tokens of the paragraph that sentence i opens. */
static struct span paragraph_of(const struct work *w, size_t i)
{
	const struct speech *sp = &w->a->speech;
	struct span s = sp->sentences.v[i].span;

	for (size_t k = i;
		k < sp->sentences.n &&
		sp->sentences.v[k].paragraph == sp->sentences.v[i].paragraph;
		k++)
		s.end = sp->sentences.v[k].span.end;
	return s;
}

static enum block_kind kind_at(struct work *w, struct carry *c, uint32_t byte)
{
	const struct doc *d = w->doc;

	while (c->block < d->n_blocks && d->blocks[c->block].end <= byte)
		c->block++;
	return c->block < d->n_blocks && d->blocks[c->block].start <= byte
		       ? (enum block_kind)d->blocks[c->block].kind
		       : BLOCK_PARAGRAPH;
}

static bool has_marks(const struct work *w, struct span s)
{
	const struct quoted *q = quoted_of(w, s.first);

	return q && q->open == s.first;
}

static bool has_any_marks(const struct work *w, struct span s)
{
	for (uint32_t i = s.first; i < s.end; i++)
		if (in_quoted(w, i))
			return true;
	return false;
}

/* "I", "we", "you" outside marks: not the writer of a news text. */
static bool speaks(const struct work *w, struct span s)
{
	for (uint32_t i = s.first; i < s.end; i++)
		if (in_list(w, i, LEX_spoken) && !quoted_of(w, i))
			return true;
	return false;
}

/* The person the text is about, where nothing else names the speaker. */
static struct speaker prominent(const struct work *w)
{
	struct speaker who = { .person = people_prominent(w) };
	const struct name *n;

	if (who.person == PERSON_NONE)
		return who;
	n = name_of(w, w->a->speech.people->facts.v[who.person].named);
	if (n)
		who.mention = n->span;
	who.confidence = SURE_PROMINENT;
	return who;
}

/*
 * A question or answer under a bare letter: answers only are emitted. Where
 * several may answer, nobody can tell.
 */
static bool place_letter(
	struct work *w, struct carry *c, struct span s, const struct label *l)
{
	if (!c->letters) {
		c->letters = true;
		c->answers = who_answers(w, l->name.first);
	}
	if (c->answers.person == PERSON_NONE)
		return false;
	s.first = l->said;
	c->turn = c->answers;
	if (l->kind == LABEL_ANSWER)
		emit_quote(w, s, QUOTE_BLOCK, &c->answers);
	else
		c->turn.person = PERSON_NONE;
	return true;
}

/* Whom a label names: in full, in capitals, or by initials. */
static struct speaker resolve_label(struct work *w, const struct label *l)
{
	uint32_t person = PERSON_NONE;
	struct speaker who;

	if (l->kind == LABEL_CAPITALS && l->name.end == l->name.first + 1)
		person = person_of_initials(w, l->name.first);
	who = resolve_speaker(w, l->name);
	if (person != PERSON_NONE)
		who.person = person;
	who.cue = (struct span){ l->said - 1, l->said };
	return who;
}

/* "The Post: Why?": perhaps a label whose name is not known. */
static bool may_be_labelled(const struct work *w, struct span s)
{
	for (uint32_t i = s.first; i < s.end && i - s.first < LABEL_WORDS; i++)
		if (is_punct(w, i, ':'))
			return true;
	return false;
}

/*
 * A turn of more than one paragraph: what has no label goes on, up to a heading
 * or a question, which may be somebody else's.
 */
static bool place_turn(
	struct work *w, struct carry *c, struct span s, enum block_kind kind)
{
	if (kind != BLOCK_PARAGRAPH || is_punct(w, s.end - 1, '?') ||
		is_punct(w, s.end - 1, ':') || may_be_labelled(w, s))
		c->turn.person = PERSON_NONE;
	if (c->turn.person == PERSON_NONE || !c->transcript.dense ||
		s.first > c->transcript.last || in_quoted(w, s.first) ||
		is_punct(w, s.first, '(') || is_punct(w, s.first, '[') ||
		count_words(w, s) == 0)
		return false;
	emit_quote(w, s, QUOTE_BLOCK, &c->turn);
	return true;
}

/* A paragraph of a transcript: what stands after its label. */
static bool place_labelled(
	struct work *w, struct carry *c, struct span s, enum block_kind kind)
{
	struct label l;
	struct speaker who;
	const struct quoted *q = quoted_of(w, s.first);

	if (c->transcript.last == NONE)
		return false;
	l = find_label(w, s.first);
	if (l.kind == LABEL_NONE || l.said >= s.end)
		return place_turn(w, c, s, kind);
	if (l.kind == LABEL_QUESTION || l.kind == LABEL_ANSWER)
		return place_letter(w, c, s, &l);
	if (q && q->closed && q->after == s.end)
		s.end = q->inner.end;
	who = resolve_label(w, &l);
	emit_quote(w, (struct span){ l.said, s.end },
		q ? QUOTE_DIRECT : QUOTE_BLOCK, &who);
	/* The first line may be a headline: "Voss: We are full". */
	if (s.first > 0)
		c->turn = who;
	return true;
}

/* "— Smith (@handle) …" at the end of a paragraph: cut off, and whose it is. */
static bool signed_inside(
	struct work *w, struct span *s, bool handle, struct speaker *who)
{
	uint32_t i = s->end;

	while (i > s->first + 1 && s->end - i < SIGNATURE_MAX) {
		i--;
		if (!signs(w, i) || (handle && !signs_handle(w, i, s->end)))
			continue;
		*who = resolve_signature(w, i);
		s->end = i;
		return true;
	}
	return false;
}

/* The signature below a quote of one paragraph or more that a page sets off. */
static bool signed_below(struct work *w, const struct carry *c, struct span s,
	struct speaker *who)
{
	const struct doc *d = w->doc;
	size_t block = c->block + 1;
	uint32_t i = s.end;

	for (int k = 0; k < LOOK_PARAGRAPHS; k++, block++) {
		struct span next;

		while (is_kind(w, i, TOKEN_BREAK))
			i++;
		if (signs(w, i)) {
			*who = resolve_signature(w, i);
			return true;
		}
		if (block >= d->n_blocks ||
			d->blocks[block].kind != BLOCK_QUOTE)
			return false;
		next.first = i;
		while (i < token_count(w) && !is_kind(w, i, TOKEN_BREAK))
			i++;
		next.end = i;
		if (signed_inside(w, &next, false, who))
			return true;
	}
	return false;
}

/* People, not what they are part of or have written. */
static bool is_somebody(const struct person *p)
{
	return p->kind != PERSON_ORG && p->kind != PERSON_DOCUMENT;
}

/* Whose words a page sets off without saying so. */
static struct speaker author_before(struct work *w, const struct carry *c)
{
	struct speaker who = c->opener;

	if (who.mention.end && who.person != PERSON_NONE &&
		(is_somebody(&w->out->persons.v[who.person]) ||
			name_of(w, who.mention.first)))
		return who;
	return prominent(w);
}

/* The first token behind the block quotes from token i on. */
static uint32_t below_blocks(
	const struct work *w, const struct carry *c, uint32_t i)
{
	const struct doc *d = w->doc;
	size_t block = c->block;
	uint32_t low = i, high = (uint32_t)token_count(w);

	for (int k = 0; k < LOOK_PARAGRAPHS && block < d->n_blocks &&
			d->blocks[block].kind == BLOCK_QUOTE;
		k++)
		block++;
	if (block == d->n_blocks)
		return high;
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (tok(w, mid)->start < d->blocks[block].start)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/*
 * "The author of these words, the minister Lena Voss, left early": whom the
 * subject of the sentence below a block quote names as the one who said it.
 */
static bool named_below(struct work *w, const struct carry *c, struct span s,
	struct speaker *who)
{
	uint32_t i = below_blocks(w, c, s.first), from;

	while (in_list(w, i, LEX_article) || in_list(w, i, LEX_det) ||
		in_list(w, i, LEX_elision))
		i++;
	if (!in_list(w, i, LEX_utterer))
		return false;
	for (from = i; i - from < SIGNATURE_MAX && !is_plain_verb(w, i) &&
		       !is_stop(w, i) && !is_kind(w, i, TOKEN_BREAK);
		i++) {
		const struct name *n = name_of(w, i);

		if (!n || !n->first_key || !is_punct(w, n->span.end, ',') ||
			w->out->persons.v[n->person].kind != PERSON_HUMAN)
			continue;
		*who = (struct speaker){ .mention = { n->title, n->span.end },
			.person = n->person,
			.confidence = SURE_NAMED_BELOW };
		return true;
	}
	return false;
}

/* Without the addresses at the end of a message: pictures, other messages. */
static struct span without_links(const struct work *w, struct span s)
{
	uint32_t i = s.end;

	while (i > s.first) {
		bool slash = false;

		while (i > s.first && !(tok(w, --i)->flags & TOKEN_SPACE))
			slash |= is_punct(w, i, '/');
		if (!slash || i == s.first)
			break;
		s.end = i;
	}
	return s;
}

/* A paragraph signed with a name: tweets, mottoes, letters. */
static bool place_signed(struct work *w, const struct carry *c, struct span s,
	enum block_kind kind)
{
	struct speaker who;

	if (!signed_inside(w, &s, kind != BLOCK_QUOTE, &who) &&
		(kind != BLOCK_QUOTE || !signed_below(w, c, s, &who)))
		return false;
	limit_to(&who, SURE_SIGNED);
	if (kind == BLOCK_QUOTE)
		s = without_links(w, s);
	emit_quote(w, s, QUOTE_BLOCK, &who);
	return true;
}

/* Whose a block quote is that nobody signed. */
static struct speaker find_author(
	struct work *w, struct carry *c, struct span s)
{
	struct speaker who = c->introduced;

	if (who.mention.end == 0 && c->block_speaker.person != PERSON_NONE)
		return c->block_speaker;
	if (who.mention.end) {
		limit_to(&who, SURE_BLOCK);
		return who;
	}
	if (!named_below(w, c, s, &who)) {
		who = author_before(w, c);
		limit_to(&who, SURE_PAGE);
	}
	return who;
}

bool place_block(struct work *w, struct carry *c, size_t i)
{
	struct span s = paragraph_of(w, i);
	enum block_kind kind = kind_at(w, c, tok(w, s.first)->start);
	struct speaker before = c->block_speaker;

	c->block_speaker.person = PERSON_NONE;
	if (place_labelled(w, c, s, kind) ||
		place_answer(w, &c->interview, s, kind) ||
		(kind == BLOCK_QUOTE && signs(w, s.first)))
		return true;
	if (has_marks(w, s) || (kind != BLOCK_QUOTE && kind != BLOCK_PARAGRAPH))
		return false;
	if (place_signed(w, c, s, kind))
		return true;
	if (kind == BLOCK_QUOTE ||
		(c->statement && speaks(w, s) && !has_any_marks(w, s)))
		c->block_speaker = before;
	if (kind == BLOCK_PARAGRAPH && c->block_speaker.person == PERSON_NONE &&
		!(speaks(w, s) && c->introduced.mention.end))
		return false;
	c->block_speaker = find_author(w, c, s);
	if (kind == BLOCK_QUOTE)
		s = without_links(w, s);
	emit_quote(w, s, QUOTE_BLOCK, &c->block_speaker);
	return true;
}
