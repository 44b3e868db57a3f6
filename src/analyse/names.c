#include "parts.h"

void analyse_names(struct work *w)
{
	(void)w;
}
