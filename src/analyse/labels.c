#include "labels.h"

#include "grammar.h"

/* Words of a label: "SEN. TOM SMITH". */
#define LABEL_MAX 4

/* Labels that make a transcript. */
#define LABELS_MIN 3

/* Of the labels one in as many at least stands before words of a conversation;
 * a turn has as many paragraphs at most, on average. */
#define SPOKEN_SHARE 3
#define TURN_PARAGRAPHS 4

/* Speakers remembered while looking for one that comes back. */
#define SPEAKERS_MAX 8

static uint32_t capitals_end(const struct work *w, uint32_t i)
{
	uint32_t end = i;

	while (end - i < LABEL_MAX && is_kind(w, end, TOKEN_WORD) &&
		(tok(w, end)->flags & TOKEN_UPPER))
		end++;
	return end;
}

/* The end of a person's name, or of a capitalised word for a person. */
static uint32_t name_end(const struct work *w, uint32_t i)
{
	const struct name *n = name_of(w, i);

	if (in_list(w, i, LEX_role) && is_capital(w, i) &&
		is_punct(w, i + 1, ':'))
		return i + 1;
	return n && n->title == i && n->person != PERSON_NONE &&
			       w->out->persons.v[n->person].kind == PERSON_HUMAN
		       ? n->span.end
		       : i;
}

static enum label_kind letter_kind(const struct work *w, uint32_t i)
{
	if (!is_capital(w, i))
		return LABEL_NONE;
	if (in_list(w, i, LEX_question))
		return LABEL_QUESTION;
	return in_list(w, i, LEX_answer) ? LABEL_ANSWER : LABEL_NONE;
}

struct label find_label(const struct work *w, uint32_t first)
{
	uint32_t i = first + is_kind(w, first, TOKEN_MARK), end;
	struct label l = { .kind = letter_kind(w, i) };
	bool stop = false;

	if (l.kind != LABEL_NONE) {
		end = i + 1;
		stop = (tok(w, i)->flags & TOKEN_ABBR) || is_punct(w, end, '.');
	} else if ((end = capitals_end(w, i)) > i && is_punct(w, end, ':')) {
		l.kind = LABEL_CAPITALS;
	} else if ((end = name_end(w, i)) > i) {
		l.kind = LABEL_NAME;
	}
	l.name = (struct span){ i, end };
	l.said = end + is_kind(w, end, TOKEN_PUNCT);
	if (!(stop || is_punct(w, end, ':')) || l.said >= token_count(w) ||
		is_kind(w, l.said, TOKEN_BREAK) ||
		is_kind(w, l.said, TOKEN_NUMBER))
		l.kind = LABEL_NONE;
	return l;
}

/* What is counted of the labels of a text. */
struct labels {
	uint32_t n, last, paragraphs; /* … from the first to the last */
	uint32_t spoken; /* labels with a question or an "I" or "you" behind */
	uint64_t known[SPEAKERS_MAX];
	size_t speakers;
	bool back; /* somebody spoke twice */
	bool asked, answered; /* bare letters */
};

/* Notes whom a label names. */
static void note_speaker(
	const struct work *w, const struct label *l, struct labels *c)
{
	const struct name *who = name_of(w, l->name.first);
	uint64_t key = who ? who->person : str_hash(text_of(w, l->name));

	for (size_t i = 0; i < c->speakers; i++)
		if (c->known[i] == key) {
			c->back = true;
			return;
		}
	if (c->speakers < SPEAKERS_MAX)
		c->known[c->speakers++] = key;
}

/* Words of a conversation: prices and amounts have labels, too. */
static bool converses(const struct work *w, struct span s)
{
	return is_punct(w, s.end - 1, '?') || any_in(w, s, LEX_spoken) ||
	       any_in(w, s, LEX_addressed);
}

static void count_label(const struct work *w, struct span s, struct labels *c)
{
	struct label l = find_label(w, s.first);

	if (l.kind == LABEL_NONE)
		return;
	c->n++;
	c->last = s.first;
	c->asked |= l.kind == LABEL_QUESTION;
	c->answered |= l.kind == LABEL_ANSWER;
	c->spoken += converses(w, (struct span){ l.said, s.end });
	note_speaker(w, &l, c);
}

struct transcript find_transcript(const struct work *w)
{
	struct labels c = { .last = NONE };
	uint32_t paragraphs = 0, n = (uint32_t)token_count(w);
	struct span s = { 0, 0 };

	for (; s.first < n; s.first = s.end + 1) {
		uint32_t before = c.n;

		s.end = s.first;
		while (s.end < n && !is_kind(w, s.end, TOKEN_BREAK))
			s.end++;
		if (s.end == s.first)
			continue;
		paragraphs += c.n > 0;
		count_label(w, s, &c);
		if (c.n > before)
			c.paragraphs = paragraphs;
	}
	if (!(c.asked && c.answered) &&
		(c.n < LABELS_MIN || !c.back || c.speakers < 2 ||
			c.spoken * SPOKEN_SHARE < c.n))
		c.last = NONE;
	return (struct transcript){ c.last,
		c.paragraphs <= c.n * TURN_PARAGRAPHS };
}
