#include "print_json.h"

void json_print(json_t *value)
{
	struct buf line = { 0 };

	json_add_line(&line, value);
	fwrite(line.p, 1, line.n, stdout);
	buf_release(&line);
}
