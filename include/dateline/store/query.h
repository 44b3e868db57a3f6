/*
 * The language of searches, one for the list's filter, `dateline search` and
 * saved searches (doc/search.md).
 *
 *   query  = all { "OR" all }
 *   all    = part { [ "AND" ] part }
 *   part   = [ "-" | "NOT" ] ( "(" query ")" | [ field ":" ] value )
 *   value  = word [ "*" ] | '"' words '"'
 *
 * A query is kept in postfix order, so it is evaluated without recursion.
 */
#ifndef DATELINE_STORE_QUERY_H
#define DATELINE_STORE_QUERY_H

#include "dateline/base/err.h"
#include "dateline/store/marks.h"
#include "dateline/store/people.h"

enum query_field {
	QUERY_ANYWHERE, /* title and text */
	QUERY_TITLE,
	QUERY_SOURCE,
	QUERY_BY,
	QUERY_PLACE, /* the dateline */
	QUERY_ROUND, /* the round's id, or words of its title */
	QUERY_LANG,
	QUERY_SAID, /* who said it */
	QUERY_QUOTE, /* what was said */
	QUERY_TAG, /* of the reader's */
	QUERY_NOTE, /* the same: on the article or a quote of it */
	QUERY_DATE,
	QUERY_WEEKDAY,
	QUERY_WORDS,
	QUERY_IS,
	QUERY_FIELDS
};
/* As they are written; that of QUERY_ANYWHERE is "". */
extern const char *const query_field_names[QUERY_FIELDS];

/* What `is:` asks for; names in query_is_names[]. */
enum query_is {
	IS_COPY, /* the wording of an earlier article */
	IS_DATED, /* the day is stated, not estimated */
	IS_ESTIMATED,
	IS_UNDATED,
	IS_ALONE, /* no other article in its round */
	IS_READ, /* by the reader; so are those that follow */
	IS_UNREAD,
	IS_STARRED,
	IS_LATER,
	IS_NOTED,
	QUERY_IS_KINDS
};
extern const char *const query_is_names[QUERY_IS_KINDS];

/* What `weekday:` takes, Monday first; three letters are enough. */
#define QUERY_WEEKDAYS 7
extern const char *const query_weekday_names[QUERY_WEEKDAYS];

enum query_op {
	QUERY_MATCH, /* puts one truth on the stack */
	QUERY_NOT, /* takes one, puts its opposite */
	QUERY_AND, /* takes two, puts one */
	QUERY_OR
};

/* Words that stand side by side. */
struct query_phrase {
	struct span words; /* in query.words */
	uint32_t field; /* enum query_field */
	bool prefix; /* the last word is the beginning of one */
	bool negative; /* under an odd number of "not": no hit to mark */
};

struct query_item {
	enum query_op op;
	enum query_field field; /* of MATCH */
	/*
	 * Of MATCH: what has to be there, in query.phrases. SAID and QUOTE that
	 * stand in one `all` are one item: one quote has to fit them all.
	 */
	struct span phrases;
	/* DATE: days since 1970; WEEKDAY: 1 is Monday; WORDS: a count */
	int32_t from, to;
	enum query_is is;
};

struct query {
	VEC_OF(struct query_item) items; /* none: every article */
	VEC_OF(struct query_phrase) phrases;
	VEC_OF(struct str) words; /* folded */
	struct arena arena;
	const struct marks *marks; /* set before it is asked; NULL: no article
				      is marked */
};

/* Whether the answers depend on query.marks. */
bool query_asks_marks(const struct query *q);

/* What is wrong, and the bytes of the query that are. */
struct query_error {
	struct range at;
	struct err e;
};

/* False with *error, and *q empty, when the text is no query. Blank text is a
 * query that every article answers. */
bool query_parse(struct query *q, struct str text, struct query_error *error);
/* Appends what asks for this name in a field: `place:"Port Amiel"`. Marks in it
 * part words, as blanks do. */
void query_say(struct buf *out, enum query_field field, struct str name);
/* Whether the text is a query; false with *error. */
bool query_check(struct str text, struct query_error *error);
void query_release(struct query *q);

/* Whether the article, which is not gone, answers the query, found by reading
 * all of it. */
bool query_answers(
	const struct query *q, const struct store *s, uint32_t article);
/*
 * The same of one quote: bare words stand in it or in the name of who says it,
 * said: and quote: are about it, all else is about its article.
 */
bool query_answers_quote(const struct query *q, const struct people *p,
	const struct people_said *quote);

#endif
