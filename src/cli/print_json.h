/* Articles as JSON, one object a line; offsets in code points. */
#ifndef DATELINE_SRC_CLI_PRINT_JSON_H
#define DATELINE_SRC_CLI_PRINT_JSON_H

#include "dateline/analyse/analysis.h"
#include "dateline/store/store.h"

#include <jansson.h>

/* A string, or null for STR_NONE. */
json_t *json_str(struct str s);
/* The head of an article: id path title … url. */
json_t *json_head(const struct doc *d);
/* All of it, as `dateline extract` prints it. */
json_t *json_whole(const struct doc *d, const struct analysis *a);
/* Adds date and date_basis. */
void json_add_date(json_t *object, const struct doc *d);
/* A list of the article's quotes: start end kind text speaker … */
json_t *json_quotes(const struct doc *d, const struct analysis *a);
/* Appends a value as a line, or prints it on stdout, and frees it. */
void json_add(struct buf *out, json_t *value);
void json_print(json_t *value);

#endif
