#include "token_class.h"

static enum token_class class_of_mark(const struct work *w, uint32_t i)
{
	if (is_dash(w, i))
		return CLASS_dash;
	if (is_stop(w, i))
		return CLASS_stop;
	switch (tok(w, i)->cp) {
	case ',':
		return CLASS_comma;
	case ';':
		return CLASS_semicolon;
	case ':':
		return CLASS_colon;
	case '(':
	case '[':
		return CLASS_open;
	case ')':
	case ']':
		return CLASS_close;
	default:
		return CLASS_mark;
	}
}

static enum token_class class_of_function(const struct work *w, uint32_t i)
{
	static const uint8_t classes[] = {
		[FN_INFINITIVE] = CLASS_to,
		[FN_GENITIVE] = CLASS_of,
		[FN_AS] = CLASS_as,
		[FN_COORD] = CLASS_and,
		[FN_BE] = CLASS_be,
		[FN_CONDITION] = CLASS_if,
		[FN_CONTRAST] = CLASS_while,
		[FN_CONCESSION] = CLASS_though,
		[FN_WITH] = CLASS_with,
		[FN_AGENT] = CLASS_by,
		[FN_DUMMY] = CLASS_it,
		[FN_INDEFINITE] = CLASS_a,
		[FN_DEFINITE] = CLASS_the,
		[FN_RELATIVE] = CLASS_relative,
	};
	unsigned value = tok(w, i)->value;

	if (!in_list(w, i, LEX_function) || value >= sizeof classes)
		return CLASS_none;
	if (value == FN_RELATIVE && in_list(w, i, LEX_complement))
		return CLASS_that;
	return classes[value];
}

/* By the first list that holds the word. */
static enum token_class class_by_list(const struct work *w, uint32_t i)
{
	static const struct {
		uint8_t list, what;
	} lists[] = {
		{ LEX_complement, CLASS_question },
		{ LEX_subj, CLASS_subject },
		{ LEX_pron, CLASS_pronoun },
		{ LEX_objpron, CLASS_object },
		{ LEX_det, CLASS_determiner },
		{ LEX_subordinator, CLASS_subordinator },
		{ LEX_conj, CLASS_conjunction },
		{ LEX_timew, CLASS_time },
		{ LEX_days, CLASS_time },
		{ LEX_month, CLASS_time },
		{ LEX_prep, CLASS_preposition },
	};

	const uint64_t any = LEX_BIT(LEX_complement) | LEX_BIT(LEX_subj) |
			     LEX_BIT(LEX_pron) | LEX_BIT(LEX_objpron) |
			     LEX_BIT(LEX_det) | LEX_BIT(LEX_subordinator) |
			     LEX_BIT(LEX_conj) | LEX_BIT(LEX_timew) |
			     LEX_BIT(LEX_days) | LEX_BIT(LEX_month) |
			     LEX_BIT(LEX_prep);

	if (!(tok(w, i)->lists & any))
		return CLASS_none;
	for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
		if (in_list(w, i, lists[k].list))
			return lists[k].what;
	return CLASS_none;
}

static enum token_class class_of_word(const struct work *w, uint32_t i)
{
	enum token_class c = class_of_function(w, i);

	if (c == CLASS_none)
		c = class_by_list(w, i);
	if (c != CLASS_none)
		return c;
	if (is_auxiliary(w, i))
		return CLASS_auxiliary;
	if (is_capital(w, i))
		return CLASS_capital;
	if (tok(w, i)->verb)
		return in_list(w, i, LEX_stmt) ? CLASS_statement
					       : CLASS_reporting;
	if (in_list(w, i, LEX_stmt))
		return CLASS_statement;
	if (is_plain_verb(w, i))
		return CLASS_verb;
	if (is_adverb(w, i))
		return CLASS_adverb;
	if (has_ending(w, i, ENDING_GERUND))
		return CLASS_gerund;
	if (has_ending(w, i, ENDING_PAST))
		return CLASS_past;
	if (in_list(w, i, LEX_role))
		return CLASS_role;
	return is_plural(w, i) ? CLASS_plural : CLASS_word;
}

enum token_class token_class(const struct work *w, uint32_t i)
{
	if (i >= token_count(w))
		return CLASS_none;
	if (in_quoted(w, i))
		return CLASS_quoted;
	if (name_of(w, i))
		return CLASS_name;
	if (is_kind(w, i, TOKEN_NUMBER))
		return CLASS_number;
	if (is_possessive(w, i))
		return CLASS_possessive;
	if (is_kind(w, i, TOKEN_WORD) || is_kind(w, i, TOKEN_CLITIC))
		return class_of_word(w, i);
	return class_of_mark(w, i);
}
