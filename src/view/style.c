#include "dateline/view/style.h"

// clang-format off
const char *const style_names[STYLE_COUNT] = {
#define X(name, does) [STYLE_##name] = #name,
	STYLES(X)
#undef X
};

const char *const style_helps[STYLE_COUNT] = {
#define X(name, does) [STYLE_##name] = (does),
	STYLES(X)
#undef X
};
// clang-format on
