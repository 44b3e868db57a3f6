#include "dateline/store/people.h"

#include "identity.h"
#include "namesakes.h"

#include "dateline/text/fold.h"

void people_make(struct people *p, const struct store *s,
	const struct people_correction *c, size_t n)
{
	struct names names;

	*p = (struct people){ .store = s };
	names_make(&names, s, c, n);
	namesakes_join(&names);
	identities_make(p, &names);
	names_release(&names);
}

void people_release(struct people *p)
{
	vec_free(&p->list);
	vec_free(&p->names);
	vec_free(&p->roles);
	vec_free(&p->joins);
	vec_free(&p->said);
	vec_free(&p->articles);
	free(p->of);
	p->of = NULL;
	p->store = NULL;
	arena_release(&p->arena);
}

struct people *people_new(
	const struct store *s, const struct people_correction *c, size_t n)
{
	struct people *p = mem_calloc(1, sizeof *p);

	people_make(p, s, c, n);
	return p;
}

void people_free(struct people *p)
{
	if (p)
		people_release(p);
	free(p);
}

/* Whether one of the identity's names holds what is asked, or is it. */
static bool bears(const struct people *p, const struct identity *it,
	struct str folded, bool whole)
{
	for (uint32_t i = 0; i < it->names.n; i++) {
		struct str name = p->names.v[it->names.first + i].text;
		struct range hit;

		if (text_find_folded(name, folded, 0, &hit) &&
			(!whole || (hit.start == 0 && hit.end == name.n)))
			return true;
	}
	return false;
}

uint32_t people_find(const struct people *p, struct str name)
{
	struct arena arena = { 0 };
	struct str folded = text_fold_dup(&arena, name);
	uint32_t found = STORE_NONE;

	for (int whole = 1; whole >= 0 && found == STORE_NONE; whole--) {
		size_t n = 0;

		for (uint32_t i = 0; i < p->list.n && n < 2; i++)
			if (bears(p, &p->list.v[i], folded, whole != 0)) {
				found = i;
				n++;
			}
		if (n > 1) {
			found = STORE_NONE;
			break;
		}
	}
	arena_release(&arena);
	return found;
}
