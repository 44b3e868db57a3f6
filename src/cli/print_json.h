/* JSON on stdout, an object a line. */
#ifndef DATELINE_SRC_CLI_PRINT_JSON_H
#define DATELINE_SRC_CLI_PRINT_JSON_H

#include "export/json.h"

/* Prints a value as a line, and frees it. */
void json_print(json_t *value);

#endif
