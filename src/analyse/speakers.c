#include "speakers.h"

#include "grammar.h"
#include "people.h"
#include "phrase.h"
#include "subject.h"

/* A name beside its verb; measured: tests/bench/calibrate.py. */
#define SURE_NAME 96
/* Words that are no noun phrase: left open. */
#define SURE_SCRAP 40

/* A name before a verb, or at a sentence's start, is a subject. */
static void note_name(struct work *w, const struct name *n)
{
	uint32_t next = n->span.end;

	people_seen(w, n->person, n->span.first);
	while (is_adverb(w, next))
		next++;
	if (is_possessive(w, next) ||
		(n->title > 0 && in_list(w, n->title - 1, LEX_prep)))
		return;
	if (n->title > 0 && is_punct(w, n->title - 1, ';'))
		people_acted(w, n->person, SEEN_MAIN);
	else if ((tok(w, n->title)->flags & TOKEN_SENTENCE) ||
		 is_plain_verb(w, next))
		people_acted(w, n->person, SEEN_SUBJECT);
}

static void note_names(struct work *w, uint32_t token)
{
	struct speech *s = &w->a->speech;

	for (; s->noted < s->names.n; s->noted++) {
		const struct name *n = &s->names.v[s->noted];

		if (n->span.first >= token)
			return;
		if (name_of(w, n->span.first) && !quoted_of(w, n->span.first))
			note_name(w, n);
	}
}

/* "former governor and |Chairman Ivo Falk": two offices of one person. */
static bool joins_offices(
	const struct work *w, struct span subject, uint32_t coord)
{
	return is_function(w, coord, FN_COORD) && coord > subject.first &&
	       !in_list(w, subject.first, LEX_det) &&
	       !is_plural(w, coord - 1) &&
	       (in_list(w, coord - 1, LEX_role) ||
		       in_list(w, coord - 1, LEX_titlecap));
}

/* "a spokesman for |the Post": the name is only part of a description. */
static bool is_governed(
	const struct work *w, struct span subject, const struct name *n)
{
	uint32_t i = n->title;

	while (i > subject.first && in_list(w, i - 1, LEX_det) &&
		!is_function(w, i - 1, FN_GENITIVE))
		i--;
	if (i <= subject.first ||
		(n->title < n->span.first && joins_offices(w, subject, i - 1)))
		return false;
	return in_list(w, i - 1, LEX_prep) ||
	       is_function(w, i - 1, FN_GENITIVE) ||
	       is_function(w, i - 1, FN_COORD) || is_possessive(w, i - 1);
}

/* The name that a subject is: at its end after titles, or at its front. */
static const struct name *name_in(const struct work *w, struct span subject)
{
	const struct name *n = name_of(w, subject.end - 1);
	uint32_t first = subject.first;

	if (n && n->span.end == subject.end && !is_governed(w, subject, n))
		return n;
	while (first + 1 < subject.end && in_list(w, first, LEX_article))
		first++;
	n = name_of(w, first);
	if (n && n->span.end < subject.end &&
		(in_list(w, n->span.end, LEX_prep) ||
			in_list(w, n->span.end, LEX_timew)))
		return n;
	return NULL;
}

/* "the", "her", "Iran’s": opens a phrase for one that is known. */
static bool is_determined(const struct work *w, struct span subject)
{
	if (in_list(w, subject.first, LEX_det))
		return !is_function(w, subject.first, FN_INDEFINITE);
	for (uint32_t i = subject.first; i < subject.end; i++)
		if (is_possessive(w, i))
			return true;
	return false;
}

/* "the mayor, |Lena Voss|, said": the name in apposition to an office. */
static const struct name *name_beside(const struct work *w, struct span subject)
{
	const struct name *n = name_of(w, subject.end + 1);
	uint32_t last = subject.end - 1;

	if (!n || n->title != subject.end + 1 ||
		!is_punct(w, subject.end, ',') ||
		w->out->persons.v[n->person].kind != PERSON_HUMAN)
		return NULL;
	for (uint32_t i = subject.first; i < subject.end; i++)
		if (in_list(w, i, LEX_role) && !is_plural(w, i))
			return n;
	return n->first_key && is_determined(w, subject) &&
			       !is_plural(w, last) && !is_capital(w, last)
		       ? n
		       : NULL;
}

/* What stands beside a name says what it is, where nothing else did. */
static void give_role(struct work *w, const struct name *n, struct span subject)
{
	while (subject.first < subject.end &&
		in_list(w, subject.first, LEX_det))
		subject.first++;
	if (n && !w->out->persons.v[n->person].role.p)
		people_give_role(w, n->person, subject);
}

static struct speaker with_referent(struct span mention, struct referent r)
{
	return (struct speaker){
		.mention = mention,
		.person = r.person,
		.confidence = r.sure,
	};
}

/* "hieß es": said by nobody in particular. */
static struct referent resolve_pronoun(struct work *w, uint32_t token)
{
	if (has_trait(w, TRAIT_VERB_SECOND) && is_function(w, token, FN_DUMMY))
		return (struct referent){ .person = PERSON_NONE };
	return people_pronoun(w, token);
}

struct speaker resolve_speaker(struct work *w, struct span subject)
{
	struct speaker sp = { .person = PERSON_NONE };
	const struct name *n;

	note_names(w, subject.end);
	subject = trim_phrase(w, subject);
	if (subject.end - subject.first == 1 &&
		(in_list(w, subject.first, LEX_pron) ||
			in_list(w, subject.first, LEX_subj) ||
			(has_trait(w, TRAIT_PRO_DROP) &&
				tok(w, subject.first)->verb)))
		return with_referent(
			subject, resolve_pronoun(w, subject.first));
	n = name_in(w, subject);
	if (!n) {
		n = name_beside(w, subject);
		give_role(w, n, subject);
	}
	if (n) {
		sp.person = n->person;
		sp.mention = (struct span){ n->title, n->span.end };
		sp.confidence = SURE_NAME;
		return sp;
	}
	sp = with_referent(subject, people_describe(w, subject));
	if (!is_noun_phrase(w, subject) && sp.confidence > SURE_SCRAP)
		sp.confidence = SURE_SCRAP;
	people_seen(w, sp.person, subject.first);
	return sp;
}

static bool has_words(const struct work *w, struct span s)
{
	for (uint32_t i = s.first; i < s.end; i++)
		if (is_kind(w, i, TOKEN_WORD) && !quoted_of(w, i))
			return true;
	return false;
}

/* "a volunteer who asked": a phrase for one person not known before. */
static bool is_new_person(const struct work *w, struct span subject)
{
	if (!is_function(w, subject.first, FN_INDEFINITE))
		return false;
	for (uint32_t i = subject.first + 1; i < subject.end; i++) {
		if (in_list(w, i, LEX_prep))
			return false;
		if (in_list(w, i, LEX_role))
			return true;
	}
	return false;
}

/* Whom the subject of a sentence means, things and strangers left out. */
static struct referent subject_person(struct work *w, struct span subject)
{
	if (in_list(w, subject.first, LEX_pron) || name_in(w, subject) ||
		name_beside(w, subject) || is_new_person(w, subject)) {
		struct speaker who = resolve_speaker(w, subject);

		return (struct referent){ who.person, who.confidence };
	}
	note_names(w, subject.end);
	return (struct referent){ people_known(w, subject), SURE_NAME };
}

void begin_sentence(struct work *w, const struct sentence *s, bool opens)
{
	struct span subject;
	struct referent who;

	note_names(w, s->span.first);
	if (!opens && !has_words(w, s->span))
		return;
	people_advance(w, opens);
	if (!sentence_subject(w, s->span.first, s->span.end, &subject))
		return;
	who = subject_person(w, subject);
	if (who.person == PERSON_NONE)
		return;
	if (who.sure < SPEAKER_OPEN && in_list(w, subject.first, LEX_pron))
		w->a->speech.people->facts.v[who.person].guessed = true;
	people_acted(w, who.person, SEEN_MAIN);
}
