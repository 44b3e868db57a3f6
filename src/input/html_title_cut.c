/*
 * What a site adds to its titles: its name at either end, behind a bar or a
 * dash.
 */
#include "input/html_title_cut.h"

#include "dateline/base/ascii.h"

#define MIN_LABEL 4 /* letters of a host's name that a site's name holds */

/* What a site puts between its name and a title. */
// clang-format off
static const struct str separators[] = {
	{ " | ", 3 }, { " - ", 3 }, { " – ", 5 }, { " — ", 5 }, { " :: ", 4 },
	{ " » ", 4 }, { " « ", 4 }, { " · ", 4 }, { " • ", 5 }, { " › ", 5 },
	{ " ‹ ", 5 }, { " / ", 3 }, { " ~ ", 3 }, { " // ", 4 }, { " |", 2 },
	{ "| ", 2 }, { " < ", 3 }, { " > ", 3 }, { " * ", 3 }, { " @ ", 3 },
};
// clang-format on

/* The last place of `needle` in s behind its start, or STR_NPOS. */
static size_t find_last(struct str s, struct str needle)
{
	size_t last = STR_NPOS;

	for (size_t at = str_find(s, needle, 1); at != STR_NPOS;
		at = str_find(s, needle, at + 1))
		last = at;
	return last;
}

/* The last separator in s: where it starts, and where it ends in *end. */
static size_t last_separator(struct str s, size_t *end)
{
	size_t best = STR_NPOS;

	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
		size_t at = find_last(s, separators[i]);

		if (at == STR_NPOS || (best != STR_NPOS && at <= best))
			continue;
		best = at;
		*end = at + separators[i].n;
	}
	return best;
}

struct str html_take_piece(struct str *title)
{
	size_t end = 0, at = last_separator(*title, &end);
	struct str piece = *title;

	if (at == STR_NPOS)
		at = 0;
	else
		piece = str_trim(str_slice(piece, end, piece.n));
	*title = str_trim(str_slice(*title, 0, at));
	return piece;
}

static size_t first_separator(struct str s, size_t *end)
{
	size_t best = STR_NPOS;

	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
		size_t at = str_find(s, separators[i], 0);

		if (at == STR_NPOS || at == 0 || at >= best)
			continue;
		best = at;
		*end = at + separators[i].n;
	}
	return best;
}

/* The key of s without its spaces: "The Daily Star" as in
 * thedailystar.example. */
static struct str squeezed(struct buf *b, struct str s)
{
	size_t to = 0;

	buf_clear(b);
	html_key(b, s);
	for (size_t i = 0; i < b->n; i++)
		if (b->p[i] != ' ')
			b->p[to++] = b->p[i];
	b->n = to;
	return buf_str(b);
}

bool html_names_site(struct html_reader *r, struct str piece)
{
	struct str key = squeezed(&r->key[0], piece), other;

	if (key.n < 2)
		return true;
	if (r->site.n) {
		other = squeezed(&r->key[1], r->site);
		if (str_eq(key, other) ||
			(other.n >= 4 && str_find(key, other, 0) != STR_NPOS &&
				key.n < other.n * 2))
			return true;
		if (key.n >= 4 && key.n * 2 > other.n &&
			str_find(other, key, 0) != STR_NPOS)
			return true;
	}
	other = squeezed(&r->key[1], html_host(r->doc.doc.url));
	return key.n >= 4 && str_find(other, key, 0) != STR_NPOS;
}

/* True when piece says the longest label of the host: "The Daily Star" does of
 * www.dailystar.example. */
static bool says_host(struct html_reader *r, struct str piece)
{
	struct str rest = html_host(r->doc.doc.url), label, longest = STR_NONE;
	struct str key = squeezed(&r->key[0], piece);

	while (str_split(&rest, '.', &label))
		if (label.n > longest.n && rest.n)
			longest = label;
	longest = squeezed(&r->key[1], longest);
	return longest.n >= MIN_LABEL && key.n < longest.n * 2 &&
	       str_find(key, longest, 0) != STR_NPOS;
}

struct str html_site_in(struct html_reader *r, struct str line)
{
	struct str piece;
	size_t end = 0, at = last_separator(line, &end);

	if (at == STR_NPOS)
		return STR_NONE;
	piece = str_trim(str_slice(line, end, line.n));
	if (says_host(r, piece))
		return piece;
	at = first_separator(line, &end);
	piece = at == STR_NPOS ? STR_NONE : str_trim(str_slice(line, 0, at));
	return says_host(r, piece) ? piece : STR_NONE;
}

struct str html_cut_site(struct html_reader *r, struct str title)
{
	size_t at, end = 0;

	while ((at = last_separator(title, &end)) != STR_NPOS &&
		html_names_site(r, str_slice(title, end, title.n)))
		title = str_trim(str_slice(title, 0, at));
	at = first_separator(title, &end);
	if (at != STR_NPOS && html_names_site(r, str_slice(title, 0, at)))
		title = str_trim(str_slice(title, end, title.n));
	return title;
}

struct str html_cut_any(struct html_reader *r, struct str title)
{
	struct str cut = html_cut_site(r, title);
	size_t at, end = 0;

	if (cut.n != title.n)
		return cut;
	at = last_separator(title, &end);
	if (at != STR_NPOS && at >= title.n - end)
		return str_trim(str_slice(title, 0, at));
	return title;
}

bool html_is_piece(struct html_reader *r, struct str piece, struct str whole)
{
	size_t at, end = 0;

	while ((at = last_separator(whole, &end)) != STR_NPOS) {
		if (html_same(r, piece, str_slice(whole, end, whole.n)) ||
			html_same(r, piece, str_slice(whole, 0, at)))
			return true;
		whole = str_trim(str_slice(whole, 0, at));
	}
	return whole.n && html_same(r, piece, whole);
}
