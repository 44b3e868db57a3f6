#include "dateline/config/options.h"

#include "dateline/base/env.h"
#include "dateline/base/message.h"
#include "dateline/text/sanitize.h"

#define AT(field) offsetof(struct options, field)

// clang-format off
static const struct option_info table[] = {
	{ "archive", "path", OPTION_PATH, AT(path), "", 0, 0, NULL,
	  N_("folder opened when none is named on the command line") },
	{ "archive", "threads", OPTION_NUMBER, AT(threads), "0", 0, 64, NULL,
	  N_("threads that read the archive; 0: one a core") },
	{ "archive", "state", OPTION_BOOL, AT(state), "yes", 0, 0, NULL,
	  N_("keep between sessions what you read, mark and correct;\n"
	  "--no-state: do not") },
	{ "archive", "place", OPTION_BOOL, AT(place), "yes", 0, 0, NULL,
	  N_("start on the screen that you left") },
	{ "archive", "cache", OPTION_BOOL, AT(cache), "yes", 0, 0, NULL,
	  N_("start from what was read before, and keep it for the next start;\n"
	  "--no-cache: do not") },
	{ "archive", "shared", OPTION_PATH, AT(shared), "", 0, 0, NULL,
	  N_("folder of dateline index --shared, looked into first") },
	{ "ui", "theme", OPTION_TEXT, AT(theme), "dark", 0, 0, NULL,
	  N_("dark, light, ansi16, contrast, mono, or a file NAME.ini in the\n"
	  "folder themes beside this file") },
	{ "ui", "color", OPTION_CHOICE, AT(color), "auto", 0, 0,
	  "auto always never",
	  N_("auto: as the terminal has, none when NO_COLOR is set") },
	{ "ui", "language", OPTION_TEXT, AT(language), "", 0, 0, NULL,
	  N_("of messages: de, en, fr; empty: that of LANG") },
	{ "ui", "group", OPTION_CHOICE, AT(group), "day", 0, 0,
	  "day source round none", N_("how the index is grouped at the start") },
	{ "ui", "bar", OPTION_BOOL, AT(bar), "no", 0, 0, NULL,
	  N_("the selected row as a bar; costs more bytes on slow lines") },
	{ "ui", "hints", OPTION_BOOL, AT(hints), "yes", 0, 0, NULL,
	  N_("keys that help, at the foot of the screen") },
	{ "ui", "ascii", OPTION_BOOL, AT(ascii), "no", 0, 0, NULL,
	  N_("marks and lines in ASCII") },
	{ "ui", "mouse", OPTION_BOOL, AT(mouse), "no", 0, 0, NULL,
	  N_("the wheel scrolls, a click selects, another one opens; select\n"
	  "text with Shift then") },
	{ "ui", "hyperlinks", OPTION_BOOL, AT(hyperlinks), "no", 0, 0, NULL,
	  N_("an article's title leads to its address, in terminals that\n"
	  "know hyperlinks (OSC 8)") },
	{ "ui", "ambiguous", OPTION_CHOICE, AT(ambiguous), "narrow", 0, 0,
	  "narrow wide",
	  N_("wide: the terminal gives two columns to curly quotes, dashes and\n"
	  "accents, as some set up for East Asia do; shown in ASCII then") },
	{ "ui", "panes", OPTION_NUMBER, AT(panes), "0", 0, 3, NULL,
	  N_("panes side by side at most; 0: as many as fit") },
	{ "ui", "browser", OPTION_TEXT, AT(browser), "", 0, 0, NULL,
	  N_("a program that opens addresses, with its arguments; %u is the\n"
	  "address, else it comes last; empty: $BROWSER, else xdg-open") },
	{ "ui", "browser_terminal", OPTION_CHOICE, AT(browser_terminal),
	  "auto", 0, 0, "auto always never",
	  N_("it runs in this terminal; auto: where there is no other display") },
	{ "ui", "copy", OPTION_TEXT, AT(copy), "osc52", 0, 0, NULL,
	  N_("osc52: the terminal copies, also over SSH; none; or a program that\n"
	  "is given the text, with its arguments: xclip -selection clipboard") },
	{ "index", "sort", OPTION_TEXT, AT(sort), "date-", 0, 0, NULL,
	  N_("keys that the index is sorted by in its groups, the first one most:\n"
	  "date source title words author round unread starred rank;\n"
	  "date-: the other way round") },
	{ "index", "copies", OPTION_CHOICE, AT(copies), "joined", 0, 0,
	  "joined apart",
	  N_("joined: copies in a group are one row, = shows them") },
	{ "index", "format", OPTION_TEXT, AT(index_format), "", 0, 0, NULL,
	  N_("the columns of a row; empty: what fits. As in\n"
	  "mark time source:18 title* round:>5 words\n"
	  "with mark star copies number when time date source title author\n"
	  "place language round speakers words minutes tags note;\n"
	  "source:18 is 18 columns, :>5 at their right end, * the rest") },
	{ "related", "format", OPTION_TEXT, AT(related_format), "", 0, 0, NULL,
	  N_("the same of the articles in this screen") },
	{ "round", "format", OPTION_TEXT, AT(round_format), "", 0, 0, NULL,
	  N_("the same of the articles in this screen") },
	{ "timeline", "format", OPTION_TEXT, AT(timeline_format), "", 0, 0, NULL,
	  N_("the same of the articles in this screen") },
	{ "person", "format", OPTION_TEXT, AT(person_format), "", 0, 0, NULL,
	  N_("the same of the articles in this screen") },
	{ "article", "width", OPTION_NUMBER, AT(width), "72", 20, 400, NULL,
	  N_("columns of text") },
	{ "article", "center", OPTION_BOOL, AT(center), "yes", 0, 0, NULL,
	  N_("the text in the middle of a wide screen") },
	{ "article", "justify", OPTION_BOOL, AT(justify), "no", 0, 0, NULL,
	  N_("lines that end at one column") },
	{ "article", "hyphenate", OPTION_BOOL, AT(hyphenate), "no", 0, 0, NULL,
	  N_("words parted at the ends of loose lines, by the patterns installed\n"
	  "for the article's language (Debian: hyphen-en-us, hyphen-de ...)") },
	{ "article", "links", OPTION_BOOL, AT(links), "no", 0, 0, NULL,
	  N_("the numbers of links in the text") },
	{ "article", "footnotes", OPTION_BOOL, AT(footnotes), "no", 0, 0, NULL,
	  N_("speakers numbered, and who they are at the article's end") },
};
// clang-format on

#define COUNT (sizeof table / sizeof *table)

const struct option_info *option_at(size_t i)
{
	return i < COUNT ? &table[i] : NULL;
}

const struct option_info *option_find(struct str section, struct str name)
{
	for (size_t i = 0; i < COUNT; i++) {
		const struct option_info *o = &table[i];

		if (str_eq_nocase(section, str_from_c(o->section)) &&
			str_eq_nocase(name, str_from_c(o->name)))
			return o;
	}
	return NULL;
}

bool option_is_section(struct str section)
{
	for (size_t i = 0; i < COUNT; i++) {
		if (str_eq_nocase(section, str_from_c(table[i].section)))
			return true;
	}
	return false;
}

static bool parse_bool(struct str value, bool *out)
{
	static const char *const words[] = { "no", "yes", "off", "on", "false",
		"true", "0", "1" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (str_eq_nocase(value, str_from_c(words[i]))) {
			*out = i % 2 != 0;
			return true;
		}
	}
	return false;
}

static bool parse_number(
	const struct option_info *o, struct str value, int *out)
{
	uint32_t n = 0;

	if (!str_to_u32(value, &n) || n > (uint32_t)o->max ||
		n < (uint32_t)o->min)
		return false;
	*out = (int)n;
	return true;
}

static bool parse_choice(
	const struct option_info *o, struct str value, int *out)
{
	struct str rest = str_from_c(o->choices), word;

	for (int i = 0; str_split(&rest, ' ', &word); i++) {
		if (str_eq_nocase(value, word)) {
			*out = i;
			return true;
		}
	}
	return false;
}

/* A path keeps its bytes, whatever their encoding, but no controls: none is
 * meant, and a terminal might obey them. */
static bool parse_path(struct str value, struct arena *a, struct str *out)
{
	const char *home = env_get("HOME");
	struct buf b = { 0 };

	for (size_t i = 0; i < value.n; i++) {
		uint8_t c = (uint8_t)value.p[i];

		if (c < 0x20 || c == 0x7F)
			return false;
	}
	if (str_starts(value, STR("~/")) && home) {
		buf_add(&b, str_from_c(home));
		value = str_slice(value, 1, value.n);
	}
	buf_add(&b, value);
	*out = str_from_c(arena_dup_c(a, buf_str(&b)));
	buf_release(&b);
	return true;
}

static bool expected(const struct option_info *o, struct err *e)
{
	switch (o->type) {
	case OPTION_NUMBER:
		return err_set(e, _("expected a number from %d to %d"), o->min,
			o->max);
	case OPTION_BOOL:
		return err_set(e, _("expected yes or no"));
	case OPTION_CHOICE:
		return err_set(e, _("expected one of: %s"), o->choices);
	case OPTION_PATH:
	case OPTION_TEXT:
		break;
	}
	return err_set(e, _("expected a path without control characters"));
}

bool option_parse(const struct option_info *o, struct str value,
	struct options *out, struct arena *a, struct err *e)
{
	void *field = (char *)out + o->offset;
	bool ok = false;

	switch (o->type) {
	case OPTION_TEXT:
		*(struct str *)field = text_clean(a, value, SANITIZE_LINE);
		ok = true;
		break;
	case OPTION_PATH:
		ok = parse_path(value, a, field);
		break;
	case OPTION_NUMBER:
		ok = parse_number(o, value, field);
		break;
	case OPTION_BOOL:
		ok = parse_bool(value, field);
		break;
	case OPTION_CHOICE:
		ok = parse_choice(o, value, field);
		break;
	}
	return ok || expected(o, e);
}

void options_init(struct options *out, struct arena *a)
{
	struct err e;

	*out = (struct options){ .allowed = PERMIT_ALL };
	for (size_t i = 0; i < COUNT; i++)
		option_parse(
			&table[i], str_from_c(table[i].initial), out, a, &e);
}
