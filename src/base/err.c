#include "dateline/base/err.h"

#include <stdarg.h>

bool err_set(struct err *e, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	vsnprintf(e->msg, sizeof e->msg, format, ap);
	va_end(ap);
	return false;
}
