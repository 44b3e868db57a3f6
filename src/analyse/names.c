/*
 * Names in the text: runs of capitalised words, without the small words that
 * open a sentence and without the titles before them. What a name is (person,
 * body, place) and whom it means is decided in people.c.
 */
#include "capitals.h"
#include "grammar.h"
#include "nicknames.h"
#include "people.h"

#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"

/* Longer runs are headlines in capitals. */
#define RUN_MAX 12

static bool is_first_name(const struct work *w, uint32_t i)
{
	return in_list(w, i, LEX_male) || in_list(w, i, LEX_female);
}

/* Of a word, "al-Sadr": a particle, a hyphen, a capital. */
static bool is_joined_particle(const struct work *w, uint32_t i)
{
	struct str s = token_str(&w->a->tokens, i);
	size_t hyphen = 1;

	while (hyphen < 4 && hyphen < s.n && s.p[hyphen] != '-')
		hyphen++;
	return hyphen < 4 && hyphen + 1 < s.n &&
	       ascii_is_upper(s.p[hyphen + 1]);
}

/* "Ana |M.| Ruiz": a letter with its stop between two capitals. */
static bool is_initial(const struct work *w, uint32_t i)
{
	struct str s = token_str(&w->a->tokens, i);

	return i > 0 && s.n == 2 && s.p[1] == '.' && is_capital(w, i - 1) &&
	       is_capital(w, i + 1);
}

/* Capitalised words that are no part of a name: The, On, Monday, I. */
static bool is_small_word(const struct work *w, uint32_t i)
{
	const uint64_t small = LEX_BIT(LEX_det) | LEX_BIT(LEX_prep) |
			       LEX_BIT(LEX_conj) | LEX_BIT(LEX_stop) |
			       LEX_BIT(LEX_aux) | LEX_BIT(LEX_pron) |
			       LEX_BIT(LEX_complement) | LEX_BIT(LEX_timew) |
			       LEX_BIT(LEX_days) | LEX_BIT(LEX_month) |
			       LEX_BIT(LEX_adv) | LEX_BIT(LEX_function);

	if (!(tok(w, i)->lists & small) || is_initial(w, i) ||
		(in_list(w, i, LEX_titlecap) && is_capital(w, i + 1)))
		return false;
	return !(is_first_name(w, i) && is_capital(w, i + 1));
}

static bool is_name_word(const struct work *w, uint32_t i)
{
	if (!is_kind(w, i, TOKEN_WORD))
		return false;
	if (!is_capital(w, i))
		return is_joined_particle(w, i);
	return !is_small_word(w, i);
}

/* A verb in a headline's capitals: "Smith Claims Victory"; but "Ana Rule,". */
static bool is_headline_verb(const struct work *w, uint32_t i)
{
	const struct token *t = tok(w, i);

	if (!t->verb || is_kind(w, i + 1, TOKEN_PUNCT) ||
		is_kind(w, i + 1, TOKEN_CLITIC) || is_first_name(w, i) ||
		token_in(t, LEX_gpe) || token_in(t, LEX_orgword))
		return false;
	return !token_in(t, LEX_ambig_noun) || has_ending(w, i, ENDING_PRESENT);
}

/* The token after a run of name words that starts at i. */
static uint32_t run_end(const struct work *w, uint32_t i)
{
	uint32_t k = i + 1;

	while (k < token_count(w)) {
		const struct token *t = tok(w, k);

		if (nickname_end(w, k) > k) {
			k = nickname_end(w, k) + 1;
			continue;
		}
		if ((t->flags & TOKEN_SENTENCE) || !(t->flags & TOKEN_SPACE))
			return k;
		if (is_name_word(w, k) && !is_headline_verb(w, k))
			k++;
		else if (in_list(w, k, LEX_particle) && is_capital(w, k + 1) &&
			 is_name_word(w, k + 1) &&
			 (is_first_name(w, k - 1) ||
				 (is_first_name(w, i) && !is_capital(w, k) &&
					 !in_list(w, k, LEX_article))))
			k += 2;
		else
			return k;
	}
	return k;
}

/*
 * Where a second name starts in a run: "ambassador to Iraq | Hassan Qomi",
 * "Secretary of State | Condoleezza Rice"; run.end when it is one name.
 */
static uint32_t split_run(const struct work *w, struct span run)
{
	bool governed = run.first > 0 &&
			(in_list(w, run.first - 1, LEX_prep) ||
				is_function(w, run.first - 1, FN_INFINITIVE));

	if (!governed)
		return run.end;
	for (uint32_t k = run.first + 1; k < run.end; k++) {
		bool border = in_list(w, k - 1, LEX_gpe) ||
			      in_list(w, k - 1, LEX_oftail);

		if (border && !in_list(w, k, LEX_gpe) &&
			!in_list(w, k, LEX_orgword) &&
			(is_first_name(w, k) || run.end - k >= 2))
			return k;
	}
	return run.end;
}

/* The first token after the titles of a run. */
static uint32_t after_titles(const struct work *w, struct span run)
{
	uint32_t start = run.first, last_org = run.end - 1;

	/* Before a word of organisations a title is part of their name. */
	while (last_org > run.first && !in_list(w, last_org, LEX_orgword))
		last_org--;
	for (uint32_t k = run.first; k + 1 < run.end; k++) {
		if (!in_list(w, k, LEX_titlecap) && !in_list(w, k, LEX_role))
			continue;
		if (k > run.first && is_first_name(w, k - 1) &&
			!in_list(w, k - 1, LEX_gpe) && start < k)
			continue;
		if (k >= last_org)
			start = k + 1;
	}
	return start;
}

/* Only titles and offices: "Prime Minister", "Republicans". */
static bool only_titles(const struct work *w, struct span s)
{
	for (uint32_t i = s.first; i < s.end; i++)
		if (!in_list(w, i, LEX_titlecap) && !in_list(w, i, LEX_role))
			return false;
	return true;
}

/* "the Vellish Water Minister": an office, though capitalised as a name. */
static bool is_office(const struct work *w, struct span s)
{
	uint32_t last = s.end - 1;

	return (in_list(w, last, LEX_titlecap) || in_list(w, last, LEX_role)) &&
	       s.first > 0 && !is_first_name(w, s.first) &&
	       (in_list(w, s.first - 1, LEX_det) ||
		       is_possessive(w, s.first - 1)) &&
	       !in_list(w, last, LEX_orgword);
}

uint64_t name_key(struct str word)
{
	uint64_t h = STR_HASH_START;
	struct buf folded = { 0 };
	size_t i = 0;

	for (; i < word.n && (uint8_t)word.p[i] < 0x80; i++)
		if (word.p[i] != '.')
			h = str_hash_byte(h, ascii_lower(word.p[i]));
	if (i == word.n)
		return h;
	text_fold(&folded, str_slice(word, i, word.n));
	for (i = 0; i < folded.n; i++)
		if (folded.p[i] != '.')
			h = str_hash_byte(h, folded.p[i]);
	buf_release(&folded);
	return h;
}

/* The surname's last part: "Veles-Koren" and "Veles Koren" are one. */
static struct str last_part(struct str word)
{
	for (size_t i = word.n; i > 1; i--)
		if (word.p[i - 1] == '-' && i + 1 < word.n)
			return str_slice(word, i, word.n);
	return word;
}

/* "Jr.", "II": stands after the surname. */
static bool is_suffix(const struct work *w, uint32_t i)
{
	struct str s = token_str(&w->a->tokens, i);

	if (tok(w, i)->flags & TOKEN_UPPER) {
		for (size_t k = 0; k < s.n; k++)
			if (s.p[k] != 'I' && s.p[k] != 'V')
				return false;
		return true;
	}
	return in_list(w, i, LEX_suffix);
}

/* Notes the nickname inside a name. */
static void find_nickname(const struct work *w, struct name *n)
{
	for (uint32_t i = n->span.first; i < n->span.end; i++)
		if (nickname_end(w, i) > i) {
			n->nick = (struct span){ i, nickname_end(w, i) };
			n->nick_key = name_key(token_str(&w->a->tokens, i + 1));
			return;
		}
}

static void add_name(struct work *w, struct span run)
{
	struct speech *s = &w->a->speech;
	struct name n = { .title = run.first, .person = PERSON_NONE };
	uint32_t last;

	n.span = (struct span){ after_titles(w, run), run.end };
	if (only_titles(w, n.span) || is_office(w, n.span) ||
		run.end - n.span.first > RUN_MAX)
		return;
	last = n.span.end - 1;
	while (last > n.span.first && is_suffix(w, last))
		last--;
	n.first_key = name_key(token_str(&w->a->tokens, n.span.first));
	n.last_key = name_key(last_part(token_str(&w->a->tokens, last)));
	if (last == n.span.first)
		n.first_key = 0;
	n.group = nickname_group(w, n.span.first);
	find_nickname(w, &n);
	*vec_push(&s->names) = n;
	for (uint32_t i = n.title; i < n.span.end; i++)
		s->name_at.v[i] = (uint32_t)s->names.n;
}

/* "Bill and |Ana Harlan|": the first name before it has her surname, too. */
static void lend_surname(struct work *w, struct name *n)
{
	struct speech *s = &w->a->speech;
	struct name *before = n > s->names.v ? n - 1 : NULL;

	if (!before || before->first_key ||
		before->title < before->span.first || !n->first_key ||
		before->span.end + 1 != n->title || n->title < n->span.first ||
		!is_function(w, before->span.end, FN_COORD) ||
		!is_first_name(w, before->span.first) ||
		!is_first_name(w, n->span.first))
		return;
	before->first_key = before->last_key;
	before->last_key = n->last_key;
	before->lent = (struct span){ n->span.first + 1, n->span.end };
}

static void lend_surnames(struct work *w)
{
	struct speech *s = &w->a->speech;

	for (size_t i = 1; i < s->names.n; i++)
		lend_surname(w, &s->names.v[i]);
}

/* Articles hold no more persons; bounds the search for a surname. */
#define SURNAMES_MAX 64

/* The surnames of those who are certainly named somewhere. */
static void find_surnames(struct work *w)
{
	struct speech *s = &w->a->speech;
	uint32_t n = (uint32_t)token_count(w), i = 0;

	while (i < n && s->surnames.n < SURNAMES_MAX) {
		struct span run = { i, i + 1 };

		if (is_name_word(w, i)) {
			run.end = run_end(w, i);
			if (is_surely_name(w, &run))
				*vec_push(&s->surnames) = name_key(
					token_str(&w->a->tokens, run.end - 1));
		}
		i = run.end;
	}
}

static void find_names(struct work *w)
{
	struct speech *s = &w->a->speech;
	uint32_t n = (uint32_t)token_count(w), i = 0;

	bool nouns = has_trait(w, TRAIT_CAPITAL_NOUNS);

	s->names.n = s->surnames.n = 0;
	if (nouns)
		find_surnames(w);
	vec_zero(&s->name_at, n);
	while (i < n) {
		struct span run = { i, i + 1 };
		uint32_t cut;

		if (!is_name_word(w, i)) {
			i++;
			continue;
		}
		run.end = run_end(w, i);
		i = run.end;
		if (nouns && !is_likely_name(w, &run))
			continue;
		cut = split_run(w, run);
		add_name(w, (struct span){ run.first, cut });
		if (cut < run.end)
			add_name(w, (struct span){ cut, run.end });
	}
	lend_surnames(w);
}

void analyse_names(struct work *w)
{
	people_reset(w);
	find_marks(w);
	find_sentences(w);
	find_names(w);
	people_join_names(w);
	find_roles(w);
}
