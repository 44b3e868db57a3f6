#include "dateline/text/bar.h"

#define EIGHTHS 8

int text_bar(
	struct buf *out, uint64_t n, uint64_t most, int columns, bool ascii)
{
	static const char *const parts[EIGHTHS] = { "", "▏", "▎", "▍", "▌", "▋",
		"▊", "▉" };
	uint64_t per = ascii ? 1 : EIGHTHS, cells;
	int used;

	if (n == 0 || most == 0 || columns < 1)
		return 0;
	n = n > most ? most : n;
	cells = (uint64_t)((double)n * (double)((uint64_t)columns * per) /
				   (double)most +
			   .5);
	cells = cells ? cells : 1;
	used = (int)((cells + per - 1) / per);
	for (uint64_t i = 0; i < cells / per; i++)
		buf_add(out, ascii ? STR("#") : STR("█"));
	if (cells % per)
		buf_add(out, str_from_c(parts[cells % per]));
	return used;
}
