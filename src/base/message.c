#include "dateline/base/message.h"

#include "dateline/base/env.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

#define DOMAIN "dateline"

const char *message(const char *text)
{
	return text && text[0] ? gettext(text) : text;
}

const char *message_many(const char *one, const char *many, unsigned long n)
{
	return ngettext(one, many, n);
}

void message_add_kept(struct buf *out, struct str text)
{
	struct buf copy = { 0 };

	buf_add(&copy, text);
	buf_add(out, text.n ? str_from_c(message(copy.p)) : text);
	buf_release(&copy);
}

/* "de_AT" of "de_AT.UTF-8@euro"; false for the locales that have no language.
 */
static bool language_of(const char *locale, char *out, size_t size)
{
	size_t n = strcspn(locale, ".@");

	if (n >= size || str_eq(str_of(locale, n), STR("C")) ||
		str_eq(str_of(locale, n), STR("POSIX")))
		return false;
	memcpy(out, locale, n);
	out[n] = '\0';
	return true;
}

/* The first variable that is set decides, as in POSIX; LANGUAGE, a list in the
 * order of preference, wins unless that one says C. */
static bool environment_language(char *out, size_t size)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *list = env_get("LANGUAGE");

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = env_get(names[i]);

		if (!value)
			continue;
		if (strcmp(value, "C") == 0 || strcmp(value, "POSIX") == 0)
			return false;
		return list || language_of(value, out, size);
	}
	return list != NULL;
}

void message_begin(const char *language, const char *folder)
{
	char own[64] = "";

	if (!language && !environment_language(own, sizeof own))
		return;
	if (language || own[0])
		// NOLINTNEXTLINE(concurrency-mt-unsafe)
		setenv("LANGUAGE", language ? language : own, 1);
	/* Any locale but C makes gettext look at LANGUAGE; this one is there on
	 * every glibc since 2.35. */
	setlocale(LC_MESSAGES, "C.UTF-8"); // NOLINT(concurrency-mt-unsafe)
	bindtextdomain(DOMAIN, folder);
	bind_textdomain_codeset(DOMAIN, "UTF-8");
	textdomain(DOMAIN);
}

void message_end(void)
{
	setlocale(LC_MESSAGES, "C"); // NOLINT(concurrency-mt-unsafe)
}
