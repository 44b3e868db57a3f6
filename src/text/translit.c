#include "dateline/text/translit.h"

#include "dateline/text/fold.h"
#include "dateline/text/utf8.h"

#include <unictype.h>

/* Marks that folding keeps, for they are no variants of ASCII ones. */
static char mark_to_ascii(uint32_t cp)
{
	switch (cp) {
	case 0x2026: /* ellipsis */
	case 0x00B7: /* middle dot */
		return '.';
	case 0x2022: /* bullet */
		return '*';
	case 0x2502: /* box drawings, vertical */
	case 0x2503:
		return '|';
	case 0x2500: /* box drawings, horizontal */
	case 0x2501:
		return '-';
	case 0x25B8: /* triangles to the right */
	case 0x25B6:
	case 0x2192: /* arrow */
		return '>';
	default:
		break;
	}
	if (cp >= 0x2504 && cp <= 0x257F)
		return '+';
	return cp >= 0x2580 && cp <= 0x259F ? '|' : '?';
}

static char ascii_upper(char c)
{
	return (char)(c >= 'a' && c <= 'z' ? c - 32 : c);
}

char text_to_ascii(struct str cluster)
{
	struct buf folded = { 0 };
	uint32_t cp;
	char c;

	utf8_decode(cluster, 0, &cp);
	if (cp < 0x80)
		return (char)cp;
	text_fold(&folded, cluster);
	if (folded.n && (uint8_t)folded.p[0] < 0x80)
		c = folded.p[0];
	else
		c = mark_to_ascii(cp);
	buf_release(&folded);
	if (uc_is_upper(cp))
		c = ascii_upper(c);
	return c;
}
