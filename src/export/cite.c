#include "dateline/export/cite.h"

#include "dateline/base/message.h"
#include "dateline/export/words.h"

struct str cite_speaker(const struct people *people, const struct store *s,
	const struct store_quote *q)
{
	if (q->person == STORE_NONE)
		return STR_NONE;
	return people ? people_identity(people, q->person)->name
		      : store_str(s, s->persons.v[q->person].name);
}

void cite_date(struct buf *out, const struct article *a)
{
	if (!a->date.year)
		return;
	if (a->date_basis == BASIS_ESTIMATED)
		buf_add_c(out, '~');
	date_say(out, &a->date);
}

static void add_part(struct buf *out, struct str part)
{
	if (!part.n)
		return;
	buf_add(out, out->n ? STR(", ") : STR(""));
	buf_add(out, part);
}

/* The comma stands inside the marks, in place of a full stop; other ends of a
 * sentence stay, and no comma follows them (The Chicago Manual of Style, 17th
 * ed., 6.9 and 6.125). *out gets the words, and the marks around them. */
static void add_words(struct buf *out, struct str words)
{
	bool ends;

	words = str_trim(words);
	while (words.n && strchr(".,;:", words.p[words.n - 1]))
		words.n--;
	ends = str_ends(words, STR("?")) || str_ends(words, STR("!"));
	buf_add(out, STR("“"));
	buf_add(out, words);
	buf_add(out, ends ? STR("”") : STR(",”"));
}

/* What is between words and origin, and after it. */
enum joint {
	JOINT_QUOTED, /* the words bring their own comma */
	JOINT_PLAIN,
	JOINT_BRACKETS /* the words are sentences */
};

static void add_origin(struct buf *out, const struct store *s, uint32_t article,
	struct str who, enum joint joint)
{
	static const char *const before[] = { " ", ", ", " (" };
	const struct article *a = &s->articles.v[article];
	struct buf origin = { 0 }, date = { 0 };

	cite_date(&date, a);
	add_part(&origin, who);
	/* The folder that lists show in their place is nobody's name. */
	add_part(&origin, store_str(s, a->source.n ? a->source : a->site));
	add_part(&origin, buf_str(&date));
	if (origin.n)
		buf_add_f(out, "%s%.*s%s", before[joint],
			STR_ARG(buf_str(&origin)),
			joint == JOINT_BRACKETS ? ")" : "");
	buf_release(&origin);
	buf_release(&date);
}

void cite_quote(struct buf *out, const struct people *people,
	const struct store *s, uint32_t article, uint32_t quote)
{
	const struct article *a = &s->articles.v[article];
	const struct store_quote *q = &s->quotes.v[a->quotes.first + quote];
	struct str words = str_range(store_str(s, a->text), q->span);
	bool whole = text_is_quoted((enum quote_kind)q->kind, words);

	if (whole)
		add_words(out, words);
	else
		buf_add(out, words);
	add_origin(out, s, article, cite_speaker(people, s, q),
		whole ? JOINT_QUOTED : JOINT_PLAIN);
}

void cite_words(struct buf *out, const struct store *s, uint32_t article,
	struct str words)
{
	buf_add(out, words);
	add_origin(out, s, article, STR_NONE, JOINT_BRACKETS);
}

void cite_article(struct buf *out, const struct store *s, uint32_t article)
{
	const struct article *a = &s->articles.v[article];
	struct buf who = { 0 };

	for (uint32_t i = 0; i < a->bylines.n; i++)
		add_part(
			&who, store_str(s, s->strings.v[a->bylines.first + i]));
	if (a->title.n)
		add_words(out, store_str(s, a->title));
	else
		buf_add(out, MSG("untitled"));
	add_origin(out, s, article, buf_str(&who),
		a->title.n ? JOINT_QUOTED : JOINT_PLAIN);
	buf_release(&who);
}
