#include "labels.h"

#include "grammar.h"

/* Words of a label: "SEN. TOM SMITH". */
#define LABEL_MAX 4

/* Labels that make a transcript. */
#define LABELS_MIN 3

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

/* Notes whom a label names; true when somebody comes back. */
static bool comes_back(
	const struct work *w, const struct label *l, uint64_t *known, size_t *n)
{
	const struct name *who = name_of(w, l->name.first);
	uint64_t key = who ? who->person : str_hash(text_of(w, l->name));

	for (size_t i = 0; i < *n; i++)
		if (known[i] == key)
			return true;
	if (*n < SPEAKERS_MAX)
		known[(*n)++] = key;
	return false;
}

bool is_transcript(const struct work *w)
{
	uint32_t labels = 0;
	uint64_t known[SPEAKERS_MAX];
	size_t n = 0;
	bool sure = false;

	for (uint32_t i = 0; i < token_count(w); i++) {
		struct label l;

		if (i > 0 && !is_kind(w, i - 1, TOKEN_BREAK))
			continue;
		l = find_label(w, i);
		if (l.kind == LABEL_NONE)
			continue;
		labels++;
		sure = sure || l.kind != LABEL_NAME ||
		       comes_back(w, &l, known, &n);
	}
	return sure && labels >= LABELS_MIN;
}
