#include "subject.h"

#include "grammar.h"
#include "phrase.h"

/* Tokens of a noun phrase, and of what stands between subject and verb. */
#define PHRASE_MAX 30
#define ASIDE_MAX 40

static bool starts_nominal(const struct work *w, uint32_t i)
{
	return is_capital(w, i) || in_list(w, i, LEX_det) ||
	       in_list(w, i, LEX_role) || is_kind(w, i, TOKEN_NUMBER);
}

/* "X and Y", "current and former officials": inside one noun phrase. */
static bool joins_nouns(const struct work *w, uint32_t i)
{
	if (!is_function(w, i, FN_COORD) || i == 0)
		return false;
	if (in_list(w, i + 2, LEX_role) && !in_list(w, i - 1, LEX_commonv))
		return true;
	return (is_capital(w, i - 1) || is_plural(w, i - 1)) &&
	       (starts_nominal(w, i + 1) || in_list(w, i + 1, LEX_prep));
}

/* "an envoy |close to the talks" */
static bool is_tie(const struct work *w, uint32_t i)
{
	return i > 0 && in_list(w, i - 1, LEX_role) &&
	       is_kind(w, i, TOKEN_WORD) && !is_capital(w, i) &&
	       !is_plain_verb(w, i) && !in_list(w, i, LEX_timew) &&
	       is_function(w, i + 1, FN_INFINITIVE);
}

/* Robert |"Bob"| Harlan */
static bool in_nickname(const struct work *w, uint32_t i)
{
	const struct name *n = name_of(w, i);

	return n && i >= n->nick.first && i < n->nick.end;
}

static bool ends_phrase(const struct work *w, uint32_t i)
{
	const struct token *t = tok(w, i);

	if (in_nickname(w, i))
		return false;
	if (quoted_of(w, i) || t->kind == TOKEN_BREAK)
		return true;
	if (t->kind == TOKEN_MARK)
		return !is_possessive(w, i);
	if (t->kind == TOKEN_PUNCT)
		return !(t->cp == '-' || t->cp == '/' || t->cp == '&' ||
			 t->cp == '$' || t->cp == '%');
	if (is_plain_verb(w, i) || in_list(w, i, LEX_subj))
		return true;
	if (in_list(w, i, LEX_complement) || is_function(w, i, FN_RELATIVE))
		return true;
	if (is_function(w, i, FN_INFINITIVE) && i > 0 && !is_tie(w, i - 1) &&
		!in_list(w, i - 1, LEX_role) && !is_capital(w, i - 1) &&
		!is_capital(w, i + 1))
		return true;
	return in_list(w, i, LEX_conj) && !joins_nouns(w, i);
}

/* The start of the noun phrase that ends right before token `end`. */
static uint32_t phrase_start(const struct work *w, uint32_t floor, uint32_t end)
{
	uint32_t i = end;

	while (i > floor && end - i < PHRASE_MAX && !ends_phrase(w, i - 1)) {
		i--;
		if (tok(w, i)->flags & TOKEN_SENTENCE)
			break;
	}
	return i;
}

/* The token after a place or a time that follows a preposition. */
static uint32_t after_circumstance(const struct work *w, struct span s)
{
	uint32_t i = s.first + 1;

	while (i < s.end &&
		(in_list(w, i, LEX_timew) || in_list(w, i, LEX_days) ||
			in_list(w, i, LEX_gpe) || is_kind(w, i, TOKEN_NUMBER)))
		i++;
	return i;
}

/* "In a radio interview |Smith": the name after the preposition's noun. */
static bool ends_with_subject(const struct work *w, struct span *s)
{
	const struct name *n = name_of(w, s->end - 1);
	uint32_t before;

	if (!n || n->span.end != s->end || n->title < s->first + 3)
		return false;
	before = n->title - 1;
	if (!is_kind(w, before, TOKEN_WORD) || in_list(w, before, LEX_prep) ||
		in_list(w, before, LEX_det) || is_capital(w, before))
		return false;
	s->first = n->title;
	return true;
}

/* Drops what opens a clause but is not its subject: "On Monday", "But". */
static bool trim_front(const struct work *w, struct span *s)
{
	while (s->first < s->end) {
		uint32_t i = s->first;

		if (in_list(w, i, LEX_prep) && !in_list(w, i, LEX_det)) {
			/* "At least 21,000", "About 4 in 10" */
			if (is_kind(w, s->end - 1, TOKEN_NUMBER) &&
				s->end - i > 2)
				return true;
			uint32_t next = after_circumstance(w, *s);

			if (next == i + 1)
				return ends_with_subject(w, s);
			s->first = next;
			continue;
		}
		if (!is_adverb(w, i) && !in_list(w, i, LEX_days) &&
			!is_function(w, i, FN_COORD) &&
			!(in_list(w, i, LEX_conj) && !in_list(w, i, LEX_det)) &&
			!is_kind(w, i, TOKEN_CLITIC))
			return true;
		s->first++;
	}
	return false;
}

/* The mark that closes words with a comma in them: "host of “Today,” |". */
static bool closes_marks(const struct work *w, uint32_t i)
{
	const struct quoted *q = quoted_of(w, i);

	return q && is_punct(w, q->inner.end - 1, ',');
}

static bool is_aside_end(const struct work *w, uint32_t i)
{
	return is_punct(w, i, ',') || is_punct(w, i, ')') || is_dash(w, i) ||
	       closes_marks(w, i);
}

/* The token that opens the aside whose closing mark is token `close`. */
static uint32_t aside_open(const struct work *w, uint32_t floor, uint32_t close)
{
	uint32_t want = is_punct(w, close, ')') ? '(' : tok(w, close)->cp;

	if (closes_marks(w, close)) {
		close = quoted_of(w, close)->open;
		want = ',';
	}
	for (uint32_t i = close; i > floor && close - i < ASIDE_MAX; i--) {
		const struct quoted *q = quoted_of(w, i - 1);

		if (tok(w, i)->flags & TOKEN_SENTENCE)
			return NONE;
		if (q) {
			if (q->open <= floor || !is_title(w, q))
				return NONE;
			i = q->open + 1;
		} else if (is_punct(w, i - 1, want)) {
			return i - 1;
		}
	}
	return NONE;
}

/* True when the words after a comma only add to the name before it. */
static bool is_added(const struct work *w, uint32_t comma)
{
	uint32_t i = comma + 1;
	const struct name *n = name_of(w, i);

	if (n && n->title == i && n->span.first > i)
		return false; /* a title and a name: the subject itself */
	return (is_kind(w, i, TOKEN_NUMBER) && is_punct(w, i + 1, ',')) ||
	       in_list(w, i, LEX_article) || in_list(w, i, LEX_role) ||
	       in_list(w, i, LEX_gpe) || in_list(w, i, LEX_suffix) ||
	       is_function(w, i, FN_RELATIVE) || is_function(w, i, FN_GENITIVE);
}

/* True when an aside of more than a word may start after a comma. */
static bool opens_aside(const struct work *w, uint32_t comma)
{
	return is_added(w, comma) || in_list(w, comma + 1, LEX_prep) ||
	       has_ending(w, comma + 1, ENDING_GERUND) ||
	       has_ending(w, comma + 1, ENDING_PAST);
}

/* A name, a number or an abbreviation before a comma: an aside may follow. */
static bool takes_aside(const struct work *w, uint32_t comma)
{
	const struct name *n = name_of(w, comma - 1);

	/* "Asked by Radio X, |the mayor, Lena Voss, said" */
	if (n && n->title > 0 && is_function(w, n->title - 1, FN_AGENT))
		return false;
	return n || is_kind(w, comma - 1, TOKEN_NUMBER) ||
	       (tok(w, comma - 1)->flags & TOKEN_ABBR) ||
	       is_capital(w, comma - 1);
}

/* Asides in a row, and lists in them: "Miller, head of parks, ports, and
 * roads, |said". */
static uint32_t outer_aside(const struct work *w, uint32_t floor, uint32_t open)
{
	uint32_t first = open;
	bool list = is_function(w, open + 1, FN_COORD);

	while (tok(w, open)->cp == ',') {
		open = aside_open(w, floor, open);
		if (open == NONE || open <= floor)
			break;
		if (opens_aside(w, open) && takes_aside(w, open)) {
			first = open;
			list = false;
		} else if (!list) {
			break;
		}
	}
	return first;
}

/* Goes back over asides: "Miller, 45, a worker, |said" gives the first comma.
 */
static uint32_t skip_asides(const struct work *w, uint32_t floor, uint32_t end)
{
	uint32_t open;

	/* "(R-Ohio), said": the bracket is the aside. */
	if (end > floor + 1 && is_punct(w, end - 1, ',') &&
		is_punct(w, end - 2, ')'))
		end--;
	open = aside_open(w, floor, end - 1);
	if (open == NONE || open <= floor)
		return NONE;
	return outer_aside(w, floor, open);
}

/* The relative pronoun of the clause whose verb is before `end`, or NONE. */
static uint32_t relative_before(
	const struct work *w, uint32_t floor, uint32_t end)
{
	for (uint32_t i = end; i > floor && end - i < 12; i--) {
		if (is_function(w, i - 1, FN_RELATIVE) &&
			!in_list(w, i - 1, LEX_days))
			return i - 1;
		if (tok(w, i - 1)->kind != TOKEN_WORD || quoted_of(w, i - 1))
			return NONE;
	}
	return NONE;
}

/* "set up |a website": words before an article are no part of its phrase. */
static void skip_to_article(const struct work *w, struct span *s)
{
	for (uint32_t i = s->first; i < s->end; i++) {
		if (in_list(w, i, LEX_prep) || is_function(w, i, FN_COORD) ||
			is_possessive(w, i) || is_kind(w, i, TOKEN_PUNCT) ||
			(i > s->first && is_capital(w, i)))
			return;
		if (in_list(w, i, LEX_article) && i + 1 < s->end) {
			s->first = i;
			return;
		}
	}
}

/* "Voss hired |a clerk, who": what a verb before it governs is no part of it.
 */
static void skip_to_object(const struct work *w, struct span *s)
{
	for (uint32_t i = s->end - 1; i > s->first + 1; i--)
		if (governs_object(w, i - 1)) {
			s->first = i;
			return;
		}
}

/* "wie die Polizei |am Abend| mitteilte": a time between subject and verb. */
static uint32_t before_times(const struct work *w, uint32_t floor, uint32_t end)
{
	uint32_t i = end;

	while (i > floor + 1 &&
		(in_list(w, i - 1, LEX_timew) || in_list(w, i - 1, LEX_days)))
		i--;
	if (i == end)
		return end;
	while (i > floor + 1 && !is_capital(w, i - 1) &&
		(in_list(w, i - 1, LEX_det) || is_kind(w, i - 1, TOKEN_NUMBER)))
		i--;
	if (i == floor + 1 || is_function(w, i - 1, FN_GENITIVE))
		return end;
	return i > floor + 1 && in_list(w, i - 1, LEX_prep) ? i - 1 : i;
}

static bool phrase_before(const struct work *w, uint32_t floor, uint32_t end,
	struct span *subject)
{
	end = before_times(w, floor, end);
	*subject = (struct span){ phrase_start(w, floor, end), end };
	if (subject->first > floor && is_auxiliary(w, subject->first - 1))
		return false;
	if (subject->first >= end || !trim_front(w, subject))
		return false;
	skip_to_article(w, subject);
	skip_to_object(w, subject);
	return count_words(w, *subject) > 0;
}

/*
 * "the man who visited Iraq |said": the antecedent's end, when the phrase
 * before the verb belongs to a relative clause; else NONE.
 */
static uint32_t antecedent_end(
	const struct work *w, uint32_t floor, uint32_t end)
{
	uint32_t start = phrase_start(w, floor, end), rel;

	if (start <= floor || !(is_plain_verb(w, start - 1) ||
				      is_function(w, start - 1, FN_INFINITIVE)))
		return NONE;
	rel = relative_before(w, floor, start);
	return rel != NONE && rel > floor ? rel : NONE;
}

/* True when the name is the object of a preposition or owns what follows. */
static bool is_governed(const struct work *w, const struct name *n)
{
	uint32_t i = n->title;

	while (i > 0 && in_list(w, i - 1, LEX_article) &&
		!is_function(w, i - 1, FN_GENITIVE))
		i--;
	return is_possessive(w, n->span.end) ||
	       (i > 0 && (in_list(w, i - 1, LEX_prep) ||
				 is_function(w, i - 1, FN_GENITIVE) ||
				 is_function(w, i - 1, FN_INFINITIVE)));
}

/* "attacked |Smith": the name is the object of a verb right before it. */
static bool is_object(const struct work *w, const struct name *n)
{
	return n->title > 0 &&
	       (is_plain_verb(w, n->title - 1) ||
		       has_ending(w, n->title - 1, ENDING_PAST));
}

/* "Bechdel, |chairman of X": what starts here belongs to a name before. */
static bool is_apposition(const struct work *w, uint32_t floor, uint32_t first)
{
	const struct name *n = first > floor + 1 ? name_of(w, first - 2) : NULL;

	return n && is_punct(w, first - 1, ',') && !name_of(w, first) &&
	       !is_governed(w, n) && !is_object(w, n) && is_added(w, first - 1);
}

/*
 * "It came with help from |Anna Smith, who": what a preposition governs, where
 * a relative pronoun follows at `end` and the whole phrase is no subject.
 */
static bool find_antecedent(const struct work *w, uint32_t floor, uint32_t end,
	struct span *subject)
{
	uint32_t i = end;

	if (is_aside_end(w, end - 1) || phrase_before(w, floor, end, subject))
		return false;
	while (i > floor && end - i < PHRASE_MAX && !ends_phrase(w, i - 1) &&
		(!in_list(w, i - 1, LEX_prep) ||
			is_function(w, i - 1, FN_GENITIVE)))
		i--;
	*subject = (struct span){ i, end };
	return i > floor && in_list(w, i - 1, LEX_prep) &&
	       count_words(w, *subject) > 0;
}

/*
 * One step back over what stands between subject and verb: a relative pronoun,
 * an aside, a relative clause, an apposition. The new end; `end` when there is
 * nothing to pass over; NONE when no subject can be found. An apposition ends
 * in a comma or in an aside of its own: `inside` says that one was passed over.
 */
static uint32_t step_back(const struct work *w, uint32_t floor, uint32_t end,
	bool inside, struct span *subject)
{
	uint32_t last = end - 1, rel;

	if (is_function(w, last, FN_RELATIVE)) {
		last -= last > floor && is_punct(w, last - 1, ',');
		return find_antecedent(w, floor, last, subject) ? end : last;
	}
	if (is_aside_end(w, last))
		return skip_asides(w, floor, end);
	rel = antecedent_end(w, floor, end);
	if (rel != NONE)
		return rel;
	if (!phrase_before(w, floor, end, subject))
		return NONE;
	return inside && is_apposition(w, floor, subject->first)
		       ? subject->first - 1
		       : end;
}

bool subject_before(const struct work *w, uint32_t floor, uint32_t end,
	struct span *subject)
{
	for (unsigned tries = 0; tries < 4 && end > floor; tries++) {
		uint32_t back;

		if (in_list(w, end - 1, LEX_subj)) {
			*subject = (struct span){ end - 1, end };
			return true;
		}
		back = step_back(w, floor, end, tries > 0, subject);
		if (back == NONE)
			return false;
		if (back == end)
			return true;
		end = back;
	}
	return false;
}

/* A preposition that ties the rest of a description to its head. */
static bool continues_after(const struct work *w, uint32_t at, uint32_t i)
{
	if (is_function(w, i, FN_GENITIVE))
		return true;
	if (!in_list(w, i, LEX_prep) && !is_function(w, i, FN_INFINITIVE))
		return true;
	if (name_of(w, i - 1) || in_list(w, i + 1, LEX_days) || i - at >= 8 ||
		(in_list(w, i + 1, LEX_article) && in_list(w, i + 2, LEX_stmt)))
		return false;
	return in_list(w, i - 1, LEX_role) || is_tie(w, i - 1);
}

/*
 * A word in small letters right after a name is no part of it, unless the name
 * only tells a description apart: "the Vellish mediator".
 */
static bool follows_name(const struct work *w, uint32_t at, uint32_t i)
{
	const struct name *n = name_of(w, i - 1);

	if (!n || (!n->first_key && n->title > at && in_list(w, at, LEX_det)))
		return false;
	if (in_list(w, i, LEX_role) && is_capital(w, i + 1))
		return false; /* "Vell College |professor Paul Beck" */
	return is_kind(w, i, TOKEN_WORD) && !is_capital(w, i) &&
	       !in_list(w, i, LEX_prep) && !is_function(w, i, FN_COORD) &&
	       !(in_list(w, i, LEX_role) && !in_list(w, i, LEX_verb_particle));
}

bool subject_after(const struct work *w, uint32_t at, uint32_t ceiling,
	struct span *subject)
{
	uint32_t i = at;

	if (at < ceiling && in_list(w, at, LEX_subj)) {
		*subject = (struct span){ at, at + 1 };
		return true;
	}
	while (i < ceiling && i - at < PHRASE_MAX && !ends_phrase(w, i) &&
		!in_list(w, i, LEX_days) &&
		(!is_adverb(w, i) || is_tie(w, i))) {
		if (i == at ? in_list(w, i, LEX_prep) || in_list(w, i, LEX_pron)
			    : !in_nickname(w, i) &&
					(!continues_after(w, at, i) ||
						follows_name(w, at, i)))
			break;
		i++;
	}
	*subject = (struct span){ at, i };
	return count_words(w, *subject) > 0;
}

/* A verb, known or by its "-ed" after what may be a subject. */
static bool is_predicate(const struct work *w, uint32_t i)
{
	if (i > 0 && in_list(w, i - 1, LEX_article))
		return false;
	if (is_plain_verb(w, i))
		return true;
	return i > 0 && has_ending(w, i, ENDING_PAST) && !is_capital(w, i) &&
	       (governs_object(w, i) || is_plural(w, i - 1) ||
		       in_list(w, i - 1, LEX_role) ||
		       in_list(w, i - 1, LEX_orgword));
}

/* A subject and its verb start at token i: ", Trump was joined". */
static bool opens_main_clause(
	const struct work *w, uint32_t i, uint32_t end, struct span *subject)
{
	const struct name *n = name_of(w, i);
	uint32_t verb = i + 1;

	if (n && n->title == i && !is_governed(w, n))
		verb = n->span.end;
	else if (!in_list(w, i, LEX_subj))
		return false;
	*subject = (struct span){ i, verb };
	while (verb < end && is_adverb(w, verb))
		verb++;
	return verb < end && is_kind(w, verb, TOKEN_WORD) &&
	       !is_capital(w, verb) && !in_list(w, verb, LEX_prep) &&
	       !in_list(w, verb, LEX_role) && !is_function(w, verb, FN_COORD);
}

/* "|Voss| spokeswoman Ana Ruiz said", "|Voss| aides said" */
static bool is_before_trade(const struct work *w, const struct name *n)
{
	uint32_t next = n->span.end;

	return in_list(w, next, LEX_role) && !is_capital(w, next) &&
	       !tok(w, next)->verb &&
	       (!has_ending(w, next, ENDING_PLURAL) ||
		       is_plain_verb(w, next + 1));
}

/* "the first |Vellish| hake": a name that only tells a thing apart. */
static bool is_attributive(const struct work *w, const struct name *n)
{
	uint32_t next = n->span.end;

	if (is_before_trade(w, n))
		return true;
	if (n->first_key || n->title < 2 || !is_kind(w, next, TOKEN_WORD) ||
		is_capital(w, next) || is_plain_verb(w, next) ||
		is_adverb(w, next) || in_list(w, next, LEX_prep) ||
		in_list(w, next, LEX_conj) || tok(w, next)->verb)
		return false;
	return in_list(w, n->title - 1, LEX_det) ||
	       in_list(w, n->title - 2, LEX_det);
}

/* "|Smith’s campaign sent": what somebody has, as a subject. */
static bool opens_owned(const struct work *w, uint32_t i)
{
	const struct name *n = name_of(w, i);

	return n && n->title == i && is_possessive(w, n->span.end);
}

/* "After X fell, |Y said", "In naming X, |Y said": where the main clause
 * starts. */
static uint32_t main_clause(const struct work *w, uint32_t first, uint32_t end)
{
	struct span subject;

	while (is_function(w, first, FN_COORD) || is_adverb(w, first))
		first++;
	if (!in_list(w, first, LEX_subordinator) &&
		!in_list(w, first, LEX_prep) && !is_function(w, first, FN_AS) &&
		!is_function(w, first, FN_CONTRAST) &&
		!is_function(w, first, FN_CONCESSION))
		return first;
	for (uint32_t i = first + 1; i < end && i - first < ASIDE_MAX; i++)
		if (!quoted_of(w, i) && is_punct(w, i - 1, ',') &&
			(in_list(w, i, LEX_det) || opens_owned(w, i) ||
				opens_main_clause(w, i, end, &subject)))
			return i;
	return first;
}

/* "It was |Voss, the mayor, who …": the name is what the sentence is about. */
static bool is_cleft(const struct work *w, uint32_t i)
{
	const struct name *n = name_of(w, i + 2);

	return is_function(w, i, FN_DUMMY) && is_function(w, i + 1, FN_BE) &&
	       n && n->title == i + 2;
}

bool sentence_subject(const struct work *w, uint32_t first, uint32_t end,
	struct span *subject)
{
	first = main_clause(w, first, end);
	for (uint32_t i = first; i < end && i - first < ASIDE_MAX; i++) {
		const struct name *n = name_of(w, i);

		if (quoted_of(w, i) || is_cleft(w, i))
			continue;
		/* "as Voss put |it:" is an object. */
		if (in_list(w, i, LEX_subj) &&
			!(i > first && is_punct(w, i + 1, ':'))) {
			*subject = (struct span){ i, i + 1 };
			return true;
		}
		if (n && i == n->title && !is_governed(w, n) &&
			!is_attributive(w, n)) {
			*subject = (struct span){ n->title, n->span.end };
			return true;
		}
		if (is_predicate(w, i) && !n && !is_cleft(w, i - 1) &&
			subject_before(w, first, i, subject))
			return true;
	}
	return false;
}

/* The name that is joined to name n right behind it: "Velland and |Osk", or
 * NULL. */
static const struct name *joined_name(
	const struct work *w, const struct name *n)
{
	const struct name *next = name_of(w, n->span.end + 1);

	return next && is_function(w, n->span.end, FN_COORD) &&
			       next->title == n->span.end + 1 &&
			       !is_possessive(w, next->span.end)
		       ? next
		       : NULL;
}

/* Token i opens the second of two names that are one subject. */
static bool is_joined(const struct work *w, uint32_t first, uint32_t i)
{
	const struct name *n = i > first + 1 ? name_of(w, i - 2) : NULL;

	return n && joined_name(w, n) && joined_name(w, n)->title == i &&
	       (n->title == first ||
		       (n->title > first && is_punct(w, n->title - 1, ',')));
}

bool later_subject(const struct work *w, uint32_t first, uint32_t end,
	struct span *subject)
{
	for (uint32_t i = end; i > first + 1 && end - i < ASIDE_MAX; i--) {
		uint32_t at = i - 1;

		if (!is_punct(w, at - 1, ',') &&
			!is_function(w, at - 1, FN_COORD))
			continue;
		if (!quoted_of(w, at) && !is_joined(w, first, at) &&
			opens_main_clause(w, at, end, subject))
			return true;
	}
	return false;
}

bool clause_subject(const struct work *w, uint32_t first, uint32_t end,
	struct span *subject)
{
	const struct name *next;

	if (later_subject(w, first, end, subject))
		return true;
	if (!sentence_subject(w, first, end, subject))
		return false;
	if (name_of(w, subject->end - 1)) {
		next = joined_name(w, name_of(w, subject->end - 1));
		if (next && next->span.end < end)
			subject->end = next->span.end;
	}
	return true;
}
