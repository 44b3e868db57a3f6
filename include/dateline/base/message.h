/*
 * What the program says, in the reader's language: GNU gettext, catalogues in
 * po/. Without a catalogue of the language all is in English.
 *
 * _("text") is the message in that language, MSG("text") the same as a slice;
 * N_("text") marks one in a table, which is looked up where it is shown.
 * Formats keep their order of arguments or name it (%2$s). What scripts read
 * (JSON, names of commands and options, configuration) is never translated.
 */
#ifndef DATELINE_BASE_MESSAGE_H
#define DATELINE_BASE_MESSAGE_H

#include "dateline/base/buf.h"

/* The names that translators' tools and their readers know. */
// NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl*,readability-identifier-naming)
#define _(text) message(text)
#define N_(text) text
// NOLINTEND(bugprone-reserved-identifier,cert-dcl*,readability-identifier-naming)
#define MSG(text) str_from_c(message(text))

/* An empty text and none stay what they are. Valid as long as the program runs.
 */
const char *message(const char *text) __attribute__((format_arg(1)));
/* The form for n things. */
const char *message_many(const char *one, const char *many, unsigned long n)
	__attribute__((format_arg(1), format_arg(2)));

/* Appends a text that was kept in English, as what is in an image of an archive
 * is: translated where the catalogue has the whole of it. */
void message_add_kept(struct buf *out, struct str text);

/*
 * Chooses the language: a code as the files of po/ have ("de"), or NULL for
 * that of the environment: LANGUAGE, else LC_ALL, LC_MESSAGES or LANG, as
 * gettext has it, but without asking for the locale to be installed, which it
 * seldom is on a server. `folder` has the catalogues. Before there are threads
 * only.
 */
void message_begin(const char *language, const char *folder);
/* English again, for output that programs read. Before there are threads only.
 */
void message_end(void);

#endif
