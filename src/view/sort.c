#include "sort.h"

#include <string.h>

const char *const sort_words[SORT_COUNT] = {
#define X(id, word) word,
	SORT_WHATS(X)
#undef X
};

static bool parse_key(struct str word, struct sort_key *out)
{
	*out = (struct sort_key){ SORT_COUNT, str_ends(word, STR("-")) };
	if (out->down)
		word.n--;
	for (int i = 0; i < SORT_COUNT; i++)
		if (str_eq(word, str_from_c(sort_words[i])))
			out->what = (uint8_t)i;
	return out->what < SORT_COUNT;
}

bool sort_parse(struct str text, struct sort *out, struct str *wrong)
{
	struct sort s = { .n = 0 };

	while (str_split(&text, ' ', wrong)) {
		struct sort_key key;

		if (wrong->n == 0)
			continue;
		if (!parse_key(*wrong, &key) ||
			sort_find(&s, (enum sort_what)key.what) < s.n)
			return false;
		s.keys[s.n++] = key;
	}
	*out = s;
	return true;
}

void sort_say(const struct sort *s, struct buf *out)
{
	for (uint32_t i = 0; i < s->n; i++)
		buf_add_f(out, "%s%s%s", i ? " " : "",
			sort_words[s->keys[i].what],
			s->keys[i].down ? "-" : "");
}

void sort_say_words(struct buf *out)
{
	for (int i = 0; i < SORT_COUNT; i++)
		buf_add_f(out, "%s%s", i ? ", " : "", sort_words[i]);
}

uint32_t sort_find(const struct sort *s, enum sort_what what)
{
	uint32_t i = 0;

	while (i < s->n && s->keys[i].what != what)
		i++;
	return i;
}

bool sort_is_oldest_first(const struct sort *s)
{
	uint32_t at = sort_find(s, SORT_DATE);

	return at < s->n && !s->keys[at].down;
}

void sort_rank(struct sort *s, bool on)
{
	uint32_t at = sort_find(s, SORT_RANK);

	if (at < s->n)
		memmove(s->keys + at, s->keys + at + 1,
			(--s->n - at) * sizeof *s->keys);
	if (!on)
		return;
	memmove(s->keys + 1, s->keys, s->n++ * sizeof *s->keys);
	s->keys[0] = (struct sort_key){ SORT_RANK, false };
}

void sort_reverse(struct sort *s)
{
	uint32_t at = sort_find(s, SORT_DATE);

	if (s->n == 0)
		s->keys[s->n++] = (struct sort_key){ SORT_DATE, true };
	at = at < s->n ? at : 0;
	s->keys[at].down = !s->keys[at].down;
}
