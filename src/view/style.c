#include "dateline/view/style.h"

const char *const style_names[STYLE_COUNT] = {
#define X(name) [STYLE_##name] = #name,
	STYLES(X)
#undef X
};
