#include "folds.h"

#include <string.h>

uint64_t fold_name(enum fold_kind kind, struct str name)
{
	return str_hash_on(str_hash_byte(STR_HASH_START, (char)kind), name);
}

uint64_t fold_number(enum fold_kind kind, uint64_t number)
{
	return fold_name(kind, str_of((const char *)&number, sizeof number));
}

/* The place of a name, or where it would stand. */
static size_t place_of(const struct folds *f, uint64_t name)
{
	size_t low = 0, high = f->names.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (f->names.v[mid] < name)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static bool has(const struct folds *f, uint64_t name)
{
	size_t at = place_of(f, name);

	return at < f->names.n && f->names.v[at] == name;
}

bool folds_folded(const struct folds *f, uint64_t name)
{
	return f->folded != has(f, name);
}

void folds_flip(struct folds *f, uint64_t name)
{
	size_t at = place_of(f, name), n = f->names.n;

	if (has(f, name)) {
		memmove(f->names.v + at, f->names.v + at + 1,
			(n - at - 1) * sizeof name);
		f->names.n--;
		return;
	}
	vec_push(&f->names);
	memmove(f->names.v + at + 1, f->names.v + at, (n - at) * sizeof name);
	f->names.v[at] = name;
}

void folds_all(struct folds *f, bool folded)
{
	f->names.n = 0;
	f->folded = folded;
}

void folds_release(struct folds *f)
{
	vec_free(&f->names);
}
