#include "columns.h"

#include "dateline/base/message.h"

static const struct {
	const char *word;
	uint8_t width;
	bool right;
} infos[COLUMN_COUNT] = {
#define X(id, word, columns, right) { word, columns, right },
	COLUMN_WHATS(X)
#undef X
};

#define WORD(id, word, columns, right) " " word
static const char column_words[] = COLUMN_WHATS(WORD);
#undef WORD

struct column column_of(enum column_what what)
{
	return (struct column){ .what = (uint8_t)what,
		.width = infos[what].width,
		.right = infos[what].right };
}

static bool find(struct str word, struct column *out)
{
	for (int i = 0; i < COLUMN_COUNT; i++) {
		if (!str_eq(word, str_from_c(infos[i].word)))
			continue;
		*out = column_of((enum column_what)i);
		return true;
	}
	return false;
}

/* "18", ">6", "<6". */
static bool parse_width(struct str text, struct column *c)
{
	uint32_t n;

	if (str_starts(text, STR(">")) || str_starts(text, STR("<"))) {
		c->right = text.p[0] == '>';
		text = str_slice(text, 1, text.n);
	}
	if (!str_to_u32(text, &n) || n < 1 || n > COLUMN_WIDTH_MAX)
		return false;
	c->width = (uint8_t)n;
	return true;
}

/* TRANSLATORS: the names follow, which are not translated. */
static const char no_column[] = N_("the columns are");

/* What is wrong with a word; NULL: nothing is. */
static const char *parse_word(struct str word, struct column *c)
{
	struct str rest = word, name = STR_NONE;
	bool takes_rest = str_ends(word, STR("*"));

	rest.n -= takes_rest;
	str_split(&rest, ':', &name);
	if (!find(name, c))
		return message(no_column);
	if (rest.n && !parse_width(rest, c))
		return _("a width is 1 to 200, as in words:6, words:<6, "
			 "title:>30");
	c->rest = takes_rest;
	return NULL;
}

const char *columns_named(const char *why)
{
	return strcmp(why, message(no_column)) == 0 ? column_words : "";
}

bool columns_parse(struct str text, struct row_form *out, struct str *wrong,
	const char **why)
{
	struct row_form c = { .n = 0 };
	bool has_rest = false;

	while (str_split(&text, ' ', wrong)) {
		struct column column = { 0 };

		if (wrong->n == 0)
			continue;
		*why = parse_word(*wrong, &column);
		if (!*why && column.rest && has_rest)
			*why = _("one column takes the rest");
		if (!*why && c.n == COLUMNS_MAX_OF_ROW)
			*why = _("a row has 24 columns at most");
		if (*why)
			return false;
		has_rest |= column.rest;
		c.list[c.n++] = column;
	}
	*out = c;
	return true;
}
