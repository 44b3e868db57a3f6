#include "parts.h"

void analyse_quotes(struct work *w)
{
	(void)w;
}
