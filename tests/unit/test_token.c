/* text/token.h. */
#include "unit.h"

#include "dateline/text/token.h"

#include "dateline/base/buf.h"

#include <time.h>

/* Kinds as letters: word, clitic, number, punctuation, mark, break. */
static const char kinds[] = "wcnpmb";

/* Tokens as "text/kind", a '^' before the first of a sentence. */
static void describe(struct str lang, struct str text, struct buf *out)
{
	struct tokens t = { 0 };

	tokenize(&t, text, lexicon_get(lang));
	for (size_t i = 0; i < t.list.n; i++) {
		const struct token *k = &t.list.v[i];

		if (i)
			buf_add_c(out, ' ');
		if (k->flags & TOKEN_SENTENCE)
			buf_add_c(out, '^');
		if (k->kind == TOKEN_BREAK)
			buf_add_c(out, '|');
		else
			buf_add(out, token_str(&t, i));
		buf_add_c(out, '/');
		buf_add_c(out, kinds[k->kind]);
	}
	tokens_release(&t);
}

static void check_tokens_in(
	const char *lang, const char *text, const char *want)
{
	struct buf b = { 0 };

	describe(str_from_c(lang), str_from_c(text), &b);
	assert_str(buf_str(&b), want);
	buf_release(&b);
}

static void check_tokens(const char *text, const char *want)
{
	check_tokens_in("en", text, want);
}

static void words_keep_their_inner_marks(void **state)
{
	(void)state;
	check_tokens("Veles-Koren can't", "^Veles-Koren/w can't/w");
	check_tokens(
		"AT&T O'Neil caf\xC3\xA9", "^AT&T/w O'Neil/w caf\xC3\xA9/w");
	check_tokens("well- known", "^well/w -/p known/w");
}

static void clitics_are_split_off(void **state)
{
	(void)state;
	check_tokens("Velland's we'll they\xE2\x80\x99re",
		"^Velland/w 's/c we/w 'll/c they/w \xE2\x80\x99re/c");
	check_tokens("talks' end", "^talks/w '/m end/w");
}

static void french_words_run_together_are_split(void **state)
{
	(void)state;
	check_tokens_in("fr", "qu’il l'eau aujourd'hui",
		"^qu’/w il/w l'/w eau/w aujourd'hui/w");
	check_tokens_in("fr", "a-t-il dit-elle peut-être",
		"^a/w il/w dit/w elle/w peut-être/w");
	check_tokens_in("fr", "« Oui. » Elle", "^«/m Oui/w ./p »/m ^Elle/w");
}

static void german_ordinals_end_no_sentence(void **state)
{
	(void)state;
	check_tokens_in("de", "am 14. Mai", "^am/w 14/n ./p Mai/w");
	check_tokens_in("de", "ist 14. Die", "^ist/w 14/n ./p ^Die/w");
}

static bool first_in(const char *lang, const char *text, enum lexicon_list list)
{
	struct tokens t = { 0 };
	bool in;

	tokenize(&t, str_from_c(text), lexicon_get(str_from_c(lang)));
	in = token_in(&t.list.v[0], list);
	tokens_release(&t);
	return in;
}

static void accents_matter_where_a_list_says_so(void **state)
{
	(void)state;
	assert_true(first_in("fr", "a", LEX_aux));
	assert_false(first_in("fr", "à", LEX_aux));
	assert_true(first_in("fr", "À", LEX_prep));
	assert_true(first_in("es", "él", LEX_pron));
	assert_false(first_in("es", "el", LEX_pron));
}

static void a_compound_is_what_its_last_part_is(void **state)
{
	(void)state;
	assert_true(first_in("de", "Wasserministerin", LEX_role));
	assert_true(first_in("de", "Verkehrsministerium", LEX_orgword));
	assert_false(first_in("de", "wasserministerin", LEX_role));
	assert_false(first_in("de", "Dachstuhl", LEX_role));
}

static void numbers_are_whole(void **state)
{
	(void)state;
	check_tokens("1,500 at 9:58, 4th 3.5%.",
		"^1,500/n at/w 9:58/n ,/p 4th/n 3.5/n %/p ./p");
}

static void quotation_marks_are_marks(void **state)
{
	(void)state;
	check_tokens("\xE2\x80\x9CYes,\xE2\x80\x9D he",
		"^\xE2\x80\x9C/m Yes/w ,/p \xE2\x80\x9D/m he/w");
	check_tokens("``No''", "^``/m No/w ''/m");
	check_tokens("'No'", "^'/m No/w '/m");
	check_tokens("\xC2\xABOui\xC2\xBB", "^\xC2\xAB/m Oui/w \xC2\xBB/m");
}

static void line_ends_break_sentences(void **state)
{
	(void)state;
	check_tokens("a\n\nb", "^a/w |/b |/b ^b/w");
}

static void abbreviations_keep_their_stop(void **state)
{
	(void)state;
	check_tokens(
		"The U.S. envoy left.", "^The/w U.S./w envoy/w left/w ./p");
	check_tokens("Mr. Hill spoke. He left.",
		"^Mr./w Hill/w spoke/w ./p ^He/w left/w ./p");
	check_tokens("J. Smith of the U.S.-led force.",
		"^J./w Smith/w of/w the/w U.S.-led/w force/w ./p");
	check_tokens("at 5 p.m. The end.", "^at/w 5/n p.m./w ^The/w end/w ./p");
}

static void sentences_start_after_closing_marks(void **state)
{
	(void)state;
	check_tokens("\"Go.\" She went. (Yes!) No 4 did.",
		"^\"/m Go/w ./p \"/m ^She/w went/w ./p (/p Yes/w !/p )/p "
		"^No/w 4/n did/w ./p");
	check_tokens("He left. then came", "^He/w left/w ./p then/w came/w");
}

static void words_know_their_lists(void **state)
{
	struct tokens t = { 0 };
	const struct lexicon *lex = lexicon_get(STR("en-GB"));

	(void)state;
	tokenize(&t, STR("On Tuesday IRAN said"), lex);
	assert_true(token_in(&t.list.v[0], LEX_prep));
	assert_true(token_in(&t.list.v[1], LEX_weekday));
	assert_int_equal(t.list.v[1].value, 2);
	assert_int_equal(t.list.v[2].flags & (TOKEN_UPPER | TOKEN_CAPITAL),
		TOKEN_UPPER | TOKEN_CAPITAL);
	assert_true(token_in(&t.list.v[2], LEX_gpe));
	assert_int_not_equal(t.list.v[3].verb, 0);
	assert_string_equal(lex->verbs[t.list.v[3].verb - 1].lemma, "say");
	tokens_release(&t);
}

/* Any bytes: tokens ascend, are not empty, and cover all but white space. */
static void assert_tokens_cover(struct str s)
{
	struct tokens t = { 0 };
	uint32_t at = 0;

	tokenize(&t, s, lexicon_get(STR("en")));
	for (size_t i = 0; i <= t.list.n; i++) {
		bool last = i == t.list.n;
		uint32_t start = last ? (uint32_t)s.n : t.list.v[i].start;

		assert_true(start >= at);
		for (; at < start; at++)
			assert_non_null(
				memchr(" \t\xC2\xA0\xE2\x80\xAF", s.p[at], 7));
		if (!last) {
			assert_true(t.list.v[i].end > start);
			at = t.list.v[i].end;
		}
	}
	tokens_release(&t);
}

static void any_bytes_become_tokens(void **state)
{
	static const char letters[] =
		"aB.c'-\" \n1,:&`\xE2\x80\x99\xC3\xA9\xFF.\xE2\x80\x9C!)";
	uint64_t seed = 7;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		char text[60];
		size_t n = unit_random(&seed) % sizeof text;

		for (size_t k = 0; k < n; k++)
			text[k] = letters[unit_random(&seed) %
					  (sizeof letters - 1)];
		assert_tokens_cover(str_of(text, n));
	}
}

static void cost_is_linear(void **state)
{
	static const char *const units[] = { "a.", "a", "a'", "'", "1,", "A.-",
		".", "a-", "\xCC\x81" };

	(void)state;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct tokens t = { 0 };
		struct buf b = { 0 };
		clock_t start = clock();

		while (b.n < 1 << 20)
			buf_add(&b, str_from_c(units[i]));
		tokenize(&t, buf_str(&b), lexicon_get(STR("en")));
		assert_true(clock() - start < 3 * CLOCKS_PER_SEC);
		tokens_release(&t);
		buf_release(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_keep_their_inner_marks),
		cmocka_unit_test(clitics_are_split_off),
		cmocka_unit_test(french_words_run_together_are_split),
		cmocka_unit_test(german_ordinals_end_no_sentence),
		cmocka_unit_test(accents_matter_where_a_list_says_so),
		cmocka_unit_test(a_compound_is_what_its_last_part_is),
		cmocka_unit_test(numbers_are_whole),
		cmocka_unit_test(quotation_marks_are_marks),
		cmocka_unit_test(line_ends_break_sentences),
		cmocka_unit_test(abbreviations_keep_their_stop),
		cmocka_unit_test(sentences_start_after_closing_marks),
		cmocka_unit_test(words_know_their_lists),
		cmocka_unit_test(any_bytes_become_tokens),
		cmocka_unit_test(cost_is_linear),
	};

	return cmocka_run_group_tests_name("token", tests, NULL, NULL);
}
