/*
 * How many articles of each source, day, speaker … there are, among some
 * articles of a store.
 */
#ifndef DATELINE_STORE_STATISTICS_H
#define DATELINE_STORE_STATISTICS_H

#include "dateline/store/people.h"

/* Names in statistic_names[]. Time is in order of time, weekdays and lengths in
 * their own; the others the most first. */
enum statistic_kind {
	STATISTIC_SOURCE,
	STATISTIC_DAY,
	STATISTIC_MONTH,
	STATISTIC_YEAR,
	STATISTIC_WEEKDAY, /* Monday first */
	STATISTIC_SPEAKER, /* by quotes; none without people */
	STATISTIC_PLACE, /* of datelines, see place_name() */
	STATISTIC_LENGTH, /* words of the article */
	STATISTIC_LANGUAGE, /* without its region */
	STATISTIC_KINDS
};
extern const char *const statistic_names[STATISTIC_KINDS];
/* The heading of its bars: "articles by source"; of message.h. */
extern const char *const statistic_titles[STATISTIC_KINDS];

struct statistic {
	struct str name; /* "Northern Wire", "2018-06", "monday", "300..599" */
	struct str query; /* that its articles answer (query.h) */
	uint32_t articles;
	uint32_t quotes; /* of them; of a speaker, what it said in them */
	uint32_t identity; /* of a speaker: in people.list; else STORE_NONE */
	uint64_t words;
	int32_t first, last; /* days of them; STORE_NO_DAY: none is known */
};

struct statistics {
	struct statistic all; /* name and query are empty */
	uint32_t rounds; /* different ones */
	uint32_t copies, undated; /* articles */
	struct statistic_list {
		VEC_OF(struct statistic) list;
	} by[STATISTIC_KINDS];
	struct arena arena;
};

/* Of n articles. people may be NULL. Linear in them and the people. */
void statistics_make(struct statistics *x, const struct store *s,
	const struct people *people, const uint32_t *articles, size_t n);
void statistics_release(struct statistics *x);

#endif
