#!/bin/sh
# headers.sh CC CFLAGS...: every header compiles alone, and twice in a file.
cd "$(dirname "$0")/../.." || exit 1
failed=0
for h in $(find include src -name '*.h' | sort); do
	if out=$(printf '#include "%s"\n#include "%s"\n' "$h" "$h" |
		"$@" -I. -fsyntax-only -x c - 2>&1); then
		echo "ok - $h"
	else
		echo "not ok - $h"
		echo "$out" | sed 's/^/# /'
		failed=1
	fi
done
exit $failed
