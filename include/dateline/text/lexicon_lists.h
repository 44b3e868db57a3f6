/*
 * The word lists of lang/: X(name of the file without its ending). A file
 * lang/<language>/<name>.txt holds an entry a line; in a .tsv a tab and a
 * number may follow (month and weekday numbers). "verbs.tsv" has a form of its
 * own: lemma, frames, forms.
 */
#ifndef DATELINE_TEXT_LEXICON_LISTS_H
#define DATELINE_TEXT_LEXICON_LISTS_H

// clang-format off
#define LEXICON_LISTS(X) \
	X(abbr) /* abbreviations written with a full stop */ \
	X(according) /* the word of "according to" */ \
	X(adv) /* adverbs */ \
	X(agent) /* the preposition of a passive's doer: by */ \
	X(ambig_noun) /* nouns that are also reporting verbs */ \
	X(article) /* articles, dropped from the front of a description */ \
	X(as) /* the comparing conjunction: as X said */ \
	X(aux) /* auxiliaries and clitics */ \
	X(be) /* forms of the copula */ \
	X(commonv) /* common verbs that report nothing */ \
	X(complement) /* words that open a reported clause */ \
	X(conj) /* conjunctions */ \
	X(contrast) /* conjunctions that end what is reported: while */ \
	X(coord) /* conjunctions that join verbs */ \
	X(days) /* weekdays and their short forms */ \
	X(det) /* determiners */ \
	X(female) /* first names of women */ \
	X(feminine) /* pronouns, titles and nouns for one woman */ \
	X(genitive) /* of */ \
	X(gpe) /* countries, capitals, places that act */ \
	X(indefinite) /* indefinite articles */ \
	X(infinitive) /* the particle of the infinitive: to */ \
	X(male) /* first names of men */ \
	X(masculine) /* pronouns, titles and nouns for one man */ \
	X(not_adv) /* words in -ly that are no adverbs */ \
	X(oftail) /* what may follow "Minister of" */ \
	X(orgword) /* words that make a name an organisation */ \
	X(particle) /* small words inside names: van, bin, al */ \
	X(plural) /* plural pronouns, and plurals without -s */ \
	X(prep) /* prepositions */ \
	X(pron) /* personal pronouns */ \
	X(rel) /* relative pronouns */ \
	X(role) /* nouns for people by office or trade */ \
	X(same_past) /* verbs whose past is their base form: put */ \
	X(stmt) /* nouns for statements */ \
	X(subj) /* personal pronouns as subjects */ \
	X(subordinator) /* conjunctions that open a clause in front: after */ \
	X(suffix) /* after a surname: Jr. */ \
	X(timew) /* words of time */ \
	X(titlecap) /* titles before names */ \
	X(verb_particle) /* after a verb: pointed out, went on */ \
	X(month) /* month names, with their number */ \
	X(weekday) /* weekday names, Monday 1 … Sunday 7 */ \
	X(stop) /* stop words: no terms; also the language's fingerprint */
// clang-format on

#endif
