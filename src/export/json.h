/* Articles as JSON, one object a line; offsets in code points. For those who
 * speak jansson themselves: src/cli, too. */
#ifndef EXPORT_JSON_H
#define EXPORT_JSON_H

#include "dateline/analyse/analysis.h"
#include "dateline/store/store.h"

#include <jansson.h>

/* A string, or null for STR_NONE. */
json_t *json_str(struct str s);
/* The head of an article: id path title … url. */
json_t *json_head(const struct doc *d);
/* Adds date and date_basis. */
void json_add_date(json_t *object, const struct doc *d);
/* A list of the article's quotes: start end kind text speaker … */
json_t *json_quotes(const struct doc *d, const struct analysis *a);
/* Where JSON goes that may be too large to be held. */
struct json_out {
	struct buf *buf;
	void (*flush)(void *ctx); /* called after each piece: may empty *buf;
				      or NULL */
	void *ctx;
};

/* Writes all of an article as a line, as `dateline extract` prints it. */
void json_write_whole(
	struct json_out o, const struct doc *d, const struct analysis *a);
/* Appends a value as a line, and frees it. */
void json_add_line(struct buf *out, json_t *value);

#endif
