#include "parts.h"

void analyse_shingles(struct work *w)
{
	(void)w;
}
