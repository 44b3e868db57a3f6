/* One JSON object to one article. */
#ifndef DATELINE_SRC_INPUT_JSON_FIELDS_H
#define DATELINE_SRC_INPUT_JSON_FIELDS_H

#include "dateline/doc/doc.h"

#include <jansson.h>

/*
 * Fills the document from an object: the keys of `dateline extract`, of
 * news-please and their usual variants. False with the reason in *why when it
 * holds no article.
 */
bool json_article(
	struct doc_builder *b, const json_t *object, const char **why);

#endif
