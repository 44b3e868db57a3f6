#include "blocks.h"

#include "grammar.h"
#include "labels.h"
#include "people.h"

/* Labels that make a transcript. */
#define LABELS_MIN 3

enum { SURE_BLOCK = 85, SURE_PAGE = 70, SURE_PROMINENT = 60 };

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

/* "I", "we", "you" outside marks: not the writer of a news text. */
static bool speaks(const struct work *w, struct span s)
{
	for (uint32_t i = s.first; i < s.end; i++)
		if (in_list(w, i, LEX_spoken) && !quoted_of(w, i))
			return true;
	return false;
}

/* A paragraph of a transcript: what stands after its label. */
static bool place_labelled(struct work *w, const struct carry *c, struct span s)
{
	struct span name;
	uint32_t said;
	struct speaker who;
	const struct quoted *q = quoted_of(w, s.first);

	if (c->labels < LABELS_MIN || !find_label(w, s.first, &name, &said))
		return false;
	if (q && q->closed && q->after == s.end)
		s.end = q->inner.end;
	who = resolve_speaker(w, name);
	who.cue = (struct span){ said - 1, said };
	if (said < s.end)
		emit_quote(w, (struct span){ said, s.end },
			q ? QUOTE_DIRECT : QUOTE_BLOCK, &who);
	return said < s.end;
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
	const struct name *n;

	if (who.mention.end && who.person != PERSON_NONE &&
		(is_somebody(&w->out->persons.v[who.person]) ||
			name_of(w, who.mention.first)))
		return who;
	who = (struct speaker){ .person = people_prominent(w) };
	if (who.person == PERSON_NONE)
		return who;
	n = name_of(w, w->a->speech.people->facts.v[who.person].named);
	if (n)
		who.mention = n->span;
	who.confidence = SURE_PROMINENT;
	return who;
}

bool place_block(struct work *w, struct carry *c, size_t i)
{
	struct span s = paragraph_of(w, i);
	enum block_kind kind = kind_at(w, c, tok(w, s.first)->start);
	struct speaker who = c->introduced;
	bool colon = who.mention.end != 0;

	if (place_labelled(w, c, s))
		return true;
	if (has_marks(w, s) || (kind != BLOCK_QUOTE && kind != BLOCK_PARAGRAPH))
		return false;
	if (kind == BLOCK_PARAGRAPH && !(colon && speaks(w, s)))
		return false;
	if (kind == BLOCK_QUOTE && !colon)
		who = author_before(w, c);
	if (who.confidence > (colon ? SURE_BLOCK : SURE_PAGE))
		who.confidence = colon ? SURE_BLOCK : SURE_PAGE;
	if (!who.mention.end)
		who.person = PERSON_NONE;
	emit_quote(w, s, QUOTE_BLOCK, &who);
	return true;
}
