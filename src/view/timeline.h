/*
 * Articles by time: so many in a day, week, month or year. Only what is known
 * well enough has a place: an article of "June 2018" is in no day of it.
 */
#ifndef VIEW_TIMELINE_H
#define VIEW_TIMELINE_H

#include "dateline/store/outlets.h"

struct app;
enum time_step { STEP_DAY, STEP_WEEK, STEP_MONTH, STEP_YEAR, TIME_STEPS };

struct time_bucket {
	int32_t first, last; /* days since 1970; weeks begin on Mondays */
	struct span articles; /* timeline.articles, by time */
	uint32_t estimated; /* of these, dates that are estimates */
	uint32_t outlets; /* different ones */
};

struct timeline {
	VEC_OF(struct time_bucket) buckets; /* by time; none is empty */
	VEC_OF(uint32_t) articles; /* in the store */
	struct span unplaced; /* articles not known to the step */
	uint32_t most; /* articles in a bucket */
};

/* What is put in time: n articles of a store and its outlets. */
struct timeline_of {
	const struct store *store;
	const struct outlets *outlets;
	const uint32_t *articles;
	uint32_t n;
};

/* Fills *t anew; n log n. */
void timeline_make(
	struct timeline *t, const struct timeline_of *of, enum time_step step);
void timeline_release(struct timeline *t);

/* Whole steps without an article between a bucket and the one before it. */
uint32_t timeline_gap(
	const struct timeline *t, size_t bucket, enum time_step step);
/* The first day of the step a day is in. */
int32_t step_first(enum time_step step, int32_t day);
/* "day", "week" … */
extern const char *const step_says[TIME_STEPS];

struct call;
/* TIMELINE: that of the storyline the cursor is in. TIMELINE_ALL: that of all
 * articles the index shows, in the sources' screen of the one chosen. */
void timeline_open(struct app *app, const struct call *call);
void timeline_open_all(struct app *app, const struct call *call);

#endif
