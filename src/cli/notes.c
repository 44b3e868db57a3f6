#include "command.h"
#include "print_json.h"
#include "print_text.h"

#include "dateline/base/message.h"
#include "dateline/export/record.h"

/* The words of the quote a note is on; STR_NONE: it is on the article. */
static struct str quote_of(const struct store *s, const struct note *note)
{
	const struct article *a;

	if (note->article == STORE_NONE || note->quote == NOTE_ARTICLE)
		return STR_NONE;
	a = &s->articles.v[note->article];
	return str_range(store_str(s, a->text),
		s->quotes.v[a->quotes.first + note->quote].span);
}

static json_t *json_time(int64_t seconds)
{
	char text[32];
	time_t t = (time_t)seconds;
	struct tm tm;

	if (!gmtime_r(&t, &tm))
		return json_null();
	strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &tm);
	return json_string(text);
}

static void print_json(
	const struct store *s, const struct note *note, struct record *record)
{
	json_t *object;

	if (note->article == STORE_NONE) {
		object = json_object();
		json_object_set_new(
			object, "id", json_str(notes_key_id(note->key)));
	} else {
		record_fill(record, s, note->article);
		object = json_head(&record->doc);
	}
	json_object_set_new(object, "quote", json_str(quote_of(s, note)));
	json_object_set_new(object, "note", json_str(note->text));
	json_object_set_new(object, "written", json_time(note->time));
	json_print(object);
}

/* The article's row, its title, the quote, and the note. */
static void print_text(const struct store *s, const struct note *note)
{
	const struct article *a = note->article == STORE_NONE
					  ? NULL
					  : &s->articles.v[note->article];
	struct str quote = quote_of(s, note);
	struct buf out = { 0 }, line = { 0 };
	int columns = text_measure();

	if (a)
		text_article(&out, s, a);
	else
		buf_add_f(&out, _("%.*s: not in the archive any more\n"),
			STR_ARG(notes_key_id(note->key)));
	if (a)
		text_paragraph(
			&out, store_str(s, a->title), STR("      "), columns);
	if (quote.n) {
		buf_add_f(&line, "“%.*s”", STR_ARG(quote));
		text_paragraph(&out, buf_str(&line), STR("      "), columns);
	}
	text_paragraph(&out, note->text, STR("        "), columns);
	text_print(&out);
	buf_release(&out);
	buf_release(&line);
}

static size_t print_all(const struct store *s, const struct notes *notes,
	const struct request *r)
{
	uint32_t *order = notes_latest_first(notes);
	struct record record = { 0 };

	for (size_t i = 0; i < notes->list.n; i++)
		if (r->json)
			print_json(s, &notes->list.v[order[i]], &record);
		else
			print_text(s, &notes->list.v[order[i]]);
	record_release(&record);
	free(order);
	return notes->list.n;
}

enum cli_status command_notes(const struct request *r)
{
	struct store *s = command_load(r);
	struct corrections c;
	enum cli_status status;

	if (!s)
		return CLI_UNREADABLE;
	status = command_correct(r, s, &c)
			 ? command_status(s, print_all(s, &c.marks.notes, r))
			 : CLI_UNKEPT;
	corrections_release(&c);
	store_free(s);
	return status;
}
