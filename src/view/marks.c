#include "marks.h"

#include "command.h"

static const struct mark_info marks[] = {
	{ "4▸", "4>", IN_INDEX,
		"four articles cover this event: they are a round" },
	{ "4/3▸", "4/3>", IN_INDEX,
		"the same where there is room: four articles, three sources" },
	{ "=", NULL, IN_INDEX | IN_RELATED | IN_ROUND,
		"another outlet has nearly the same text" },
	{ "=3", NULL, IN_INDEX, "three articles are one row, the first shown" },
	{ "▸ Thu 20 Nov", "> Thu 20 Nov", IN_INDEX,
		"a folded group: Enter opens it" },
	{ "·", "-", IN_LISTS, "you read the article" },
	{ "★", "*", IN_LISTS, "you starred it" },
	{ "L", NULL, IN_LISTS, "to be read later" },
	{ "✎", "n", IN_LISTS, "you wrote a note on it, or on a quote of it" },
	{ "#", NULL, IN_LISTS, "it has a tag of yours" },
	{ "+", NULL, IN_LISTS, "selected, for the next command" },
	{ "▸  ▾", ">  v", IN_SOURCES, "Enter unfolds it; h folds it again" },
	{ "9/34", NULL, IN_SOURCES, "nine of 34 articles are unread" },
	{ "~", NULL, IN_NEWS | IN_RELATED | IN_ROUND,
		"before a date: estimated from related articles" },
	{ "▌", "|", IN_ARTICLE, "beside the text: words somebody said" },
	{ "╎", ":", IN_ARTICLE,
		"beside the text: what somebody said, in the writer's words" },
	{ "“…, Lind said”", "\".., Lind said\"", IN_ARTICLE,
		"the text's words that say whose the quote is" },
	{ "sure 95 %", NULL, IN_ARTICLE,
		"how sure it is that this is the speaker: sure from 90 %, "
		"likely from 80 %, else perhaps" },
	{ "mayor (9)", NULL, IN_PERSON, "called so in nine articles" },
	{ "▁▄█", ".=#", IN_PERSON,
		"how much is quoted by month, the highest bar the most" },
	{ "3 sources", NULL, IN_PERSON,
		"as many outlets have the quote; below it, those that give it "
		"in other words, and the words only they have" },
	{ "3 sources ≠", "3 sources ~", IN_QUOTES,
		"as many outlets have the quote, not all in the same words: "
		"Enter shows them" },
	{ "●", "x", IN_ROUND, "the outlet has the quote in these words" },
	{ "≠", "~", IN_ROUND, "the outlet has it in other words: Enter shows" },
	{ "○", "o", IN_ROUND, "the outlet reports what was said" },
	{ "+", NULL, IN_ROUND,
		"above the quotes: all outlets there is no room for" },
	{ "first", NULL, IN_ROUND, "the earliest article of the round" },
	{ "+63 % new", NULL, IN_ROUND,
		"share of its words that no earlier article of the round has" },
	{ "copy of 2", NULL, IN_ROUND, "nearly the same text as article 2" },
	{ "90 %", NULL, IN_RELATED, "how alike the two articles are" },
	{ "joined by you", NULL, IN_RELATED | IN_ROUND,
		"you said that these articles are of one round" },
	{ "+41 −3 words", "+41 -3 words", IN_RELATED,
		"how many words the other text has more, and how many less" },
	{ "██▒", "##~", IN_TIMELINE,
		"how many articles; the light part are dates that are estimates" },
	{ "▸", ">", IN_TIMELINE, "a round begins here" },
	{ "·", "-", IN_TIMELINE, "a round goes on here" },
	{ "+2", NULL, IN_TIMELINE,
		"two more rounds or articles: Enter lists them" },
	{ "<  >", NULL, IN_DIFF,
		"only the left article has it, the right one" },
	{ "|", NULL, IN_DIFF, "the paragraph differs: the words are marked" },
	{ "-  +", NULL, IN_DIFF,
		"one above the other: of the first article, of the second" },
	{ "m", NULL, IN_DIFF,
		"the paragraph stands elsewhere in the other one" },
	{ "storyline", NULL, IN_RELATED,
		"rounds that continue one another over months or years" },
};

const struct mark_info *mark_at(unsigned in, size_t i)
{
	for (size_t at = 0; at < sizeof marks / sizeof *marks; at++)
		if ((marks[at].in & in) && i-- == 0)
			return &marks[at];
	return NULL;
}
