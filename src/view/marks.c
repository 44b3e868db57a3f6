#include "marks.h"

#include "command.h"

#include "dateline/base/message.h"

static const struct mark_info marks[] = {
	{ "4▸", "4>", IN_INDEX,
		N_("four articles cover this event: they are a round") },
	{ "4/3▸", "4/3>", IN_INDEX,
		N_("the same where there is room: four articles, three sources") },
	{ "=", NULL, IN_INDEX | IN_RELATED | IN_ROUND,
		N_("another outlet has nearly the same text") },
	{ "=3", NULL, IN_INDEX,
		N_("three articles are one row, the first shown") },
	{ N_("▸ Thu 20 Nov"), N_("> Thu 20 Nov"), IN_INDEX,
		N_("a folded group: Enter opens it") },
	{ "·", "-", IN_LISTS, N_("you read the article") },
	{ "★", "*", IN_LISTS, N_("you starred it") },
	{ "L", NULL, IN_LISTS, N_("to be read later") },
	{ "✎", "n", IN_LISTS,
		N_("you wrote a note on it, or on a quote of it") },
	{ "#", NULL, IN_LISTS, N_("it has a tag of yours") },
	{ "+", NULL, IN_LISTS, N_("selected, for the next command") },
	{ "▸  ▾", ">  v", IN_SOURCES,
		N_("Enter unfolds it; h folds it again") },
	{ "9/34", NULL, IN_SOURCES, N_("nine of 34 articles are unread") },
	{ "~", NULL, IN_NEWS | IN_RELATED | IN_ROUND,
		N_("before a date: estimated from related articles") },
	{ "▌", "|", IN_ARTICLE, N_("beside the text: words somebody said") },
	{ "╎", ":", IN_ARTICLE,
		N_("beside the text: what somebody said, in the writer's words") },
	{ N_("“…, Lind said”"), N_("\".., Lind said\""), IN_ARTICLE,
		N_("the text's words that say whose the quote is") },
	{ N_("sure 95 %"), NULL, IN_ARTICLE,
		N_("how sure it is that this is the speaker: sure from 90 %, "
		   "likely from 80 %, else perhaps") },
	{ N_("mayor (9)"), NULL, IN_PERSON, N_("called so in nine articles") },
	{ "▁▄█", ".=#", IN_PERSON,
		N_("how much is quoted by month, the highest bar the most") },
	{ N_("3 sources"), NULL, IN_PERSON,
		N_("as many outlets have the quote; below it, those that give it "
		   "in other words, and the words only they have") },
	{ N_("3 sources ≠"), N_("3 sources ~"), IN_QUOTES,
		N_("as many outlets have the quote, not all in the same words: "
		   "Enter shows them") },
	{ "●", "x", IN_ROUND, N_("the outlet has the quote in these words") },
	{ "≠", "~", IN_ROUND,
		N_("the outlet has it in other words: Enter shows") },
	{ "○", "o", IN_ROUND, N_("the outlet reports what was said") },
	{ "+", NULL, IN_ROUND,
		N_("above the quotes: all outlets there is no room for") },
	{ N_("first"), NULL, IN_ROUND,
		N_("the earliest article of the round") },
	{ N_("+63 % new"), NULL, IN_ROUND,
		N_("share of its words that no earlier article of the round has") },
	{ N_("copy of 2"), NULL, IN_ROUND,
		N_("nearly the same text as article 2") },
	{ "90 %", NULL, IN_RELATED, N_("how alike the two articles are") },
	{ N_("joined by you"), NULL, IN_RELATED | IN_ROUND,
		N_("you said that these articles are of one round") },
	{ N_("+41 −3 words"), N_("+41 -3 words"), IN_RELATED,
		N_("how many words the other text has more, and how many less") },
	{ "██▒", "##~", IN_TIMELINE,
		N_("how many articles; the light part are dates that are estimates") },
	{ "▸", ">", IN_TIMELINE, N_("a round begins here") },
	{ "·", "-", IN_TIMELINE, N_("a round goes on here") },
	{ "+2", NULL, IN_TIMELINE,
		N_("two more rounds or articles: Enter lists them") },
	{ "<  >", NULL, IN_DIFF,
		N_("only the left article has it, the right one") },
	{ "|", NULL, IN_DIFF,
		N_("the paragraph differs: the words are marked") },
	{ "-  +", NULL, IN_DIFF,
		N_("one above the other: of the first article, of the second") },
	{ "m", NULL, IN_DIFF,
		N_("the paragraph stands elsewhere in the other one") },
	{ N_("storyline"), NULL, IN_RELATED,
		N_("rounds that continue one another over months or years") },
};

const struct mark_info *mark_at(unsigned in, size_t i)
{
	for (size_t at = 0; at < sizeof marks / sizeof *marks; at++)
		if ((marks[at].in & in) && i-- == 0)
			return &marks[at];
	return NULL;
}
