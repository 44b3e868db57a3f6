#include "parts.h"

void analyse_terms(struct work *w)
{
	(void)w;
}
