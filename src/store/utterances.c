#include "dateline/store/people.h"

void utterances_make(
	struct utterances *u, const struct people *p, uint32_t identity)
{
	const struct identity *it = &p->list.v[identity];

	u->list.n = u->said.n = 0;
	for (uint32_t i = 0; i < it->said.n; i++) {
		*vec_push(&u->list) =
			(struct utterance){ { (uint32_t)u->said.n, 1 }, 1 };
		*vec_push(&u->said) = p->said.v[it->said.first + i];
	}
}

void utterances_release(struct utterances *u)
{
	vec_free(&u->list);
	vec_free(&u->said);
}
