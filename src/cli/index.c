#include "command.h"
#include "print_json.h"

#include "dateline/base/message.h"
#include "dateline/text/sanitize.h"

#include <signal.h>

static void print_json(const struct image_report *report)
{
	json_t *object = json_object(), *arrays = json_object();

	for (size_t i = 0; i < report->arrays.n; i++)
		json_object_set_new(arrays, report->arrays.v[i].name,
			json_integer((json_int_t)report->arrays.v[i].bytes));
	json_object_set_new(object, "path", json_str(buf_str(&report->path)));
	json_object_set_new(
		object, "current", json_boolean(report->was_current));
	json_object_set_new(object, "articles", json_integer(report->articles));
	json_object_set_new(object, "files", json_integer(report->files));
	json_object_set_new(object, "skipped", json_integer(report->skips));
	json_object_set_new(object, "seconds", json_real(report->seconds));
	json_object_set_new(
		object, "bytes", json_integer((json_int_t)report->bytes));
	json_object_set_new(
		object, "text", json_integer((json_int_t)report->text));
	json_object_set_new(object, "arrays", arrays);
	json_print(object);
}

static void print_text(const struct image_report *report)
{
	static const double mega = 1e6;

	safe_printf(stdout, "%.*s\n", STR_ARG(buf_str(&report->path)));
	printf(report->was_current
			? _("is current: %u articles of %u files, %u skipped; "
			    "%.1f s CPU; %.1f MB for %.1f MB of text\n")
			: _("written: %u articles of %u files, %u skipped; "
			    "%.1f s CPU; %.1f MB for %.1f MB of text\n"),
		report->articles, report->files, report->skips, report->seconds,
		(double)report->bytes / mega, (double)report->text / mega);
}

/* The image is a cache: that it cannot be written is said, and costs only the
 * time it would save. */
enum cli_status command_index(const struct request *r)
{
	const struct image_request asked = { r->paths, r->n_paths, r->threads,
		r->place, !r->cache, false };
	static const enum cli_status statuses[] = {
		[IMAGE_USED] = CLI_OK,
		[IMAGE_NONE] = CLI_UNREADABLE,
		[IMAGE_REFUSED] = CLI_UNKEPT,
	};
	struct image_report report;
	enum image_result result;
	struct err e;

	if (!(r->allowed & PERMIT_IMAGE)) {
		fputs(_("dateline: index: nothing is written in the restricted "
			"mode (DATELINE_SECURE, --restricted)\n"),
			stderr);
		return CLI_UNKEPT;
	}
	signal(SIGXFSZ, SIG_IGN); /* a limit is as good as a full disk */
	result = image_build(&asked, &report, &e);
	if (report.refused.msg[0])
		safe_printf(stderr, _("dateline: %s; it is made anew\n"),
			report.refused.msg);
	if (result != IMAGE_USED)
		safe_printf(stderr, "dateline: %s\n", e.msg);
	else if (r->json)
		print_json(&report);
	else
		print_text(&report);
	image_report_release(&report);
	return statuses[result];
}
