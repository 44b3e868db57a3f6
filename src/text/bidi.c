#include "dateline/text/bidi.h"

#include "dateline/text/utf8.h"

#include <unictype.h>

/* What no character of these scripts begins with in UTF-8: U+0590–08FF,
 * U+FB1D–FEFC, U+10800–10FFF and U+1E800–1EFFF have all of them. */
static bool is_other(uint8_t lead)
{
	return lead < 0xD6 || (lead > 0xE0 && lead != 0xEF && lead != 0xF0);
}

bool text_has_rtl(struct str s)
{
	for (size_t i = 0; i < s.n;) {
		uint32_t cp;
		int category;

		if (is_other((uint8_t)s.p[i])) {
			i++;
			continue;
		}
		i += utf8_decode(s, i, &cp);
		category = uc_bidi_category(cp);
		if (category == UC_BIDI_R || category == UC_BIDI_AL)
			return true;
	}
	return false;
}
