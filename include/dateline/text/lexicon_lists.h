/*
 * The word lists of lang/: X(name of the file without its ending), and the
 * names that stand in their second columns. doc/languages.md says how the
 * files are written.
 */
#ifndef DATELINE_TEXT_LEXICON_LISTS_H
#define DATELINE_TEXT_LEXICON_LISTS_H

// clang-format off
/* Lists of single words, asked of each token of a text: at most 64. */
#define WORD_LISTS(X) \
	X(abbr) /* abbreviations written with a full stop */ \
	X(addressed) /* you and its forms, courteous ones too */ \
	X(adv) /* adverbs */ \
	X(ambig_noun) /* nouns that are also reporting verbs */ \
	X(answer) /* letters and words that label answers: A. */ \
	X(article) /* articles, dropped from the front of a description */ \
	X(aux) /* auxiliaries and clitics */ \
	X(body) /* nouns for bodies that speak: company, court */ \
	X(coming) /* what speaks of the time ahead: will, next, due */ \
	X(commonv) /* common verbs that report nothing */ \
	X(complement) /* words that open a reported clause */ \
	X(conj) /* conjunctions */ \
	X(days) /* weekdays and their short forms */ \
	X(det) /* determiners */ \
	X(document) /* nouns for what is read and says something: poll, letter */ \
	X(elided) /* what is left of a word beside an apostrophe: em, o */ \
	X(elision) /* words that lose their vowel: l', d', qu' */ \
	X(enclitic) /* subjects tied to their verb by a hyphen: -t-il */ \
	X(female) /* first names of women */ \
	X(feminine) /* pronouns, titles and nouns for one woman */ \
	X(function) /* function words, with what they do */ \
	X(gpe) /* countries, capitals, places that act */ \
	X(male) /* first names of men */ \
	X(masculine) /* pronouns, titles and nouns for one man */ \
	X(nickname) /* first names and what is made of them, by number */ \
	X(not_adv) /* words in -ly that are no adverbs */ \
	X(objpron) /* personal pronouns as objects */ \
	X(oftail) /* what may follow "Minister of" */ \
	X(orgword) /* words that make a name an organisation */ \
	X(particle) /* small words inside names: van, bin, al */ \
	X(plural) /* plural pronouns, and plurals without -s */ \
	X(prep) /* prepositions */ \
	X(pron) /* personal pronouns */ \
	X(question) /* the same for questions: Q. */ \
	X(quotative) /* right before whom it quotes: so */ \
	X(role) /* nouns for people by office or trade */ \
	X(same_past) /* verbs whose past is their base form: put */ \
	X(spoken) /* I, we, you and their forms */ \
	X(stmt) /* nouns for statements */ \
	X(subj) /* personal pronouns as subjects */ \
	X(subordinator) /* conjunctions that open a clause in front: after */ \
	X(suffix) /* after a surname: Jr. */ \
	X(timew) /* words of time */ \
	X(titlecap) /* titles before names */ \
	X(verb_particle) /* after a verb: pointed out, went on */ \
	X(month) /* month names, with their number */ \
	X(weekday) /* weekday names, Monday 1 … Sunday 7 */ \
	X(stop) /* stop words: no terms; also the language's fingerprint */ \
	X(reportive) /* verbs in the mood of what another says: sei, habe */ \
	X(utterer) /* nouns for who said or wrote something: author */ \
	X(vague) /* everyday words that tell no story from another */ \
	/* end */

/* Lists of words and phrases, asked of lines of pages: at most 64 more. */
#define PHRASE_LISTS(X) \
	X(by) /* words that open a byline */ \
	X(note) /* openers of notes: additional reporting, corrections */ \
	X(caption) /* words that label a picture or its credit */ \
	X(tail) /* headings of what follows an article */ \
	X(comments) /* words of headings above readers' comments */ \
	X(agency) /* news agencies, as a dateline names them */ \
	X(agency_word) /* words that make a name an agency: wire, press */ \
	X(join) /* words between the names of a byline */ \
	X(collective) /* last words of bylines of many: staff, agencies */ \
	X(noauthor) /* bylines that name nobody: admin, staff */ \
	X(newsroom) /* those of them that name the outlet's writers */ \
	X(degree) /* degrees behind a name: PhD */ \
	X(published) /* words before a date of publication */ \
	X(updated) /* words before a date of change */ \
	X(promo) /* what asks the reader to follow, subscribe, write */ \
	X(affiliate) /* what an outlet says of its earnings by links */ \
	X(consent) /* words of the question before a page: cookies */ \
	X(furniture) /* words of page furniture: newsletter, cookies */ \
	X(year_before) /* behind a month: of last year */ \
	X(language) /* other names and codes of the language: deu, german */ \
	/* end */

/* What a function word does (function.tsv). */
#define FUNCTIONS(X) \
	X(ACCORDING) /* selon, laut: the source follows */ \
	X(ACCORDING_TO) /* according, with "to" behind it */ \
	X(ACCORDING_BEHIND) /* zufolge: the source stands before */ \
	X(SOURCE) /* Angaben, avis: behind a preposition as ACCORDING */ \
	X(AGENT) /* by, before the doer of a passive */ \
	X(INFINITIVE) /* to */ \
	X(GENITIVE) /* of */ \
	X(AS) \
	X(COORD) /* and, but: join verbs */ \
	X(RELATIVE) /* who, which, that */ \
	X(BE) /* is, was … */ \
	X(HAVE) /* hat, hatte: opens a bracket that a participle closes */ \
	X(REFLEXIVE) /* s', se: no passive behind it */ \
	X(DEFINITE) /* the */ \
	X(DUMMY) /* it, es: stands for no person */ \
	X(CONDITION) /* if, whether: open what is asked */ \
	X(CONTRAST) /* while, whereas: end what is reported */ \
	X(INDEFINITE) /* a, an */ \
	X(CONCESSION) /* though, although */ \
	X(WITH) /* with, before a gerund's own subject */ \
	X(VIEW) /* pour, para: in front of whose view is told */ \
	X(WORDING) /* words, phrase: in the words of */ \
	/* end */

/* What the ending of a word tells of it (ending.tsv). */
#define ENDINGS(X) \
	X(ADVERB) /* -ly */ \
	X(GERUND) /* -ing */ \
	X(PAST) /* -ed */ \
	X(PRESENT) /* -s of a verb */ \
	X(PLURAL) /* -s of a noun */ \
	X(SINGULAR) /* -ss: none of the plural */ \
	X(INFLECTED) /* -e of an adjective */ \
	X(PARTICIPLE) /* -é: a verb only with an auxiliary */ \
	X(CLIPPED) /* -in for -ing: an apostrophe may follow */ \
	/* end */

/* How a language is written and built, as far as quotes need it (trait.txt). */
#define TRAITS(X) \
	X(CAPITAL_NOUNS) /* every noun has a capital: it makes no name */ \
	X(COMPOUNDS) /* a noun is of the kind of its last part */ \
	X(VERB_SECOND) /* subjects follow freely; a comma opens each clause */ \
	X(PRO_DROP) /* a verb may do without its subject */ \
	X(INCISE) /* "…, said X, …" stands inside the marks */ \
	X(DIALOGUE_DASH) /* a dash opens what is said */ \
	X(ORDINAL_STOP) /* 3. is "third" */ \
	/* end */

/* What a reporting verb may take, with its letter in verbs.tsv. */
#define VERB_FRAMES(X) \
	X(QUOTE, 'q') /* a direct quote */ \
	X(THAT, 't') /* a that-clause */ \
	X(ADDRESSEE, 'p') /* an addressee first */ \
	X(TO, 'i') /* a to-infinitive */ \
	X(OBJECT, 'o') /* content as its object */ \
	X(THOUGHT, 'a') /* a thought, not speech */ \
	X(WEAK, 'w') /* weak evidence */ \
	X(CLAUSE, 'c') /* a clause without "that" */ \
	X(OBJECT_SAID, 'r') /* its object alone is reported speech */ \
	X(QUESTION, 'h') /* a question: if, what, who */ \
	/* end */

/*
 * The lists of lang/html: names that pages give to their elements and their
 * metadata. Their bits are their own: look them up in that lexicon alone.
 */
#define MARKUP_LISTS(X) \
	X(author) /* names of elements around the author's name */ \
	X(author_path) /* steps of addresses of authors' pages */ \
	X(author_property) /* properties that mark an author */ \
	X(body_hint) /* the body, with the % it must have */ \
	X(boiler) /* what is no article text */ \
	X(boiler_links) /* what is no article text when it is links */ \
	X(boiler_strong) /* the same, even where it is much */ \
	X(byline) \
	X(caption) \
	X(comments) /* what readers wrote */ \
	X(date) /* of publication */ \
	X(disclosure) /* what a reader opens */ \
	X(kicker) /* a line above the title */ \
	X(modified) /* a date of change */ \
	X(modifier) /* first words of names that say nothing of it */ \
	X(note) /* a correction, a word of the editor */ \
	X(pull_quote) /* words of the text set off */ \
	X(standfirst) /* a lead set apart */ \
	X(teaser) /* a pointer to another article */ \
	X(meta_author) /* names of metadata, with their rank */ \
	X(meta_lang) \
	X(meta_published) \
	X(meta_site) \
	X(meta_title) \
	/* end */
// clang-format on

#endif
