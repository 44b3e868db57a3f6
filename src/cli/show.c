#include "command.h"
#include "print_text.h"
#include "select.h"

enum cli_status command_show(const struct request *r)
{
	struct store *s = command_load(r);
	enum cli_status status;
	struct buf out = { 0 };
	uint32_t at;

	if (!s)
		return CLI_UNREADABLE;
	at = select_article(s, r->id);
	if (at != STORE_NONE) {
		export_make(&(struct export_wish){ .format = r->format,
				    .store = s,
				    .articles = &at,
				    .n = 1,
				    .columns = r->raw ? 0 : text_measure() },
			&out);
		command_put(&out, r->format);
	}
	status = command_status(s, at != STORE_NONE);
	buf_release(&out);
	store_free(s);
	return status;
}
