#include "labels.h"

#include "grammar.h"

/* Words of a label: "SEN. TOM SMITH". */
#define LABEL_MAX 4

bool find_label(
	const struct work *w, uint32_t first, struct span *name, uint32_t *said)
{
	uint32_t i = first;

	if (is_kind(w, i, TOKEN_MARK))
		i++;
	name->first = i;
	while (i - name->first < LABEL_MAX && is_kind(w, i, TOKEN_WORD) &&
		(tok(w, i)->flags & TOKEN_UPPER))
		i++;
	name->end = i;
	*said = i + 1;
	return name->first < i && is_punct(w, i, ':') &&
	       !is_kind(w, i + 1, TOKEN_BREAK) && i + 1 < token_count(w);
}

uint32_t count_labels(const struct work *w)
{
	uint32_t n = 0;
	struct span name;
	uint32_t said;

	for (uint32_t i = 0; i < token_count(w); i++)
		if (i == 0 || is_kind(w, i - 1, TOKEN_BREAK))
			n += find_label(w, i, &name, &said);
	return n;
}
