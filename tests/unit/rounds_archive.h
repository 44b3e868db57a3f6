/*
 * Invented articles: two rounds of one storyline a year apart, a flood covered
 * by three papers (one text a copy), and two that stand alone.
 */
#ifndef DATELINE_TESTS_ROUNDS_ARCHIVE_H
#define DATELINE_TESTS_ROUNDS_ARCHIVE_H

#include "archive.h"

#define FLOOD \
	"The river Orle burst its dam at Tamsin on Tuesday night and " \
	"flooded the lower town, where firemen carried four hundred " \
	"people from their roofs in rowing boats.\n\n" \
	"\"We heard the dam go like a gun and then the water was in the " \
	"kitchen,\" said Marta Quill, a baker in Tamsin.\n\n" \
	"Mayor Piet Larkin said the dam had been inspected in autumn and " \
	"found sound. The railway to Orle Junction is under water."

static const struct given rounds_archive[] = {
	{ "talks-1a", "Velmar and Oster open fishing talks in Brin", "Herald",
		"2003-04-07",
		"Velmar and Oster opened talks in Brin on Monday about the "
		"herring quota in the Sunder Strait, their first in nine "
		"years.\n\n\"We came to listen,\" said Velmar's fisheries "
		"minister, Ada Stroud.\n\nOster wants a third of the "
		"herring; envoy Joss Perrin brought maps of the strait.",
		{ 0 } },
	{ "talks-1b", "Herring envoys meet in Brin", "Evening Post",
		"2003-04-08",
		"Envoys of Velmar and Oster met in Brin to share out the "
		"herring of the Sunder Strait.\n\nAda Stroud, the fisheries "
		"minister, said she had come to listen. Joss Perrin of "
		"Oster spread maps of the strait over the table.",
		{ 0 } },
	{ "talks-2a", "Oster walks out of second herring talks in Caspel",
		"Herald", "2004-05-18",
		"Oster walked out of talks with Velmar in Caspel on Tuesday "
		"over a seized trawler, the Blue Hen.\n\nEnvoy Joss Perrin "
		"said no herring quota was worth eleven jailed sailors.\n\n"
		"Velmar's minister Ada Stroud called the walkout theatre.",
		{ 0 } },
	{ "talks-2b", "Trawler row sinks herring quota talks", "Evening Post",
		"2004-05-19",
		"The seizure of the trawler Blue Hen ended the herring talks "
		"in Caspel, where Oster's envoy Joss Perrin walked out.\n\n"
		"Eleven sailors are in jail in Velmar. Ada Stroud spoke of "
		"theatre.",
		{ 0 } },
	{ "flood-a", "Dam bursts at Tamsin, hundreds carried from roofs",
		"Herald", "2003-11-12", FLOOD, { 0 } },
	{ "flood-copy", "Dam bursts at Tamsin", "Morning Mail", "2003-11-12",
		FLOOD, { 0 } },
	{ "flood-b", "Tamsin under water after dam fails", "Evening Post",
		"2003-11-13",
		"Tamsin's lower town lay under two metres of water on "
		"Wednesday after the dam on the river Orle failed.\n\n"
		"Firemen in rowing boats took people from roofs. Mayor Piet "
		"Larkin said the dam had been inspected.",
		{ 0 } },
	{ "choir", "Village choir wins cup", "Herald", "2003-06-01",
		"The choir of Little Annet sang a psalm and won the county "
		"cup for the fifth time, to the delight of its organist.",
		{ 0 } },
	{ "owls", "Owls nest in the old mint", "Morning Mail", NULL,
		"Three barn owls have hatched in the clock of the old mint, "
		"which will not strike until the chicks have flown.",
		{ 0 } },
};

#define ROUNDS_ARCHIVE (sizeof rounds_archive / sizeof *rounds_archive)

#endif
