#!/bin/sh
# valgrind.sh: the main paths under valgrind: no bad access, nothing leaked.
cd "$(dirname "$0")/../.." || exit 1
program=${DATELINE:-build/dateline}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=0

check() {
	name=$1
	shift
	valgrind --quiet --error-exitcode=99 --leak-check=full \
		--errors-for-leak-kinds=definite,indirect,possible \
		--log-file="$log" "$program" "$@" >/dev/null 2>&1
	status=$?
	if [ $status -eq 0 ] || [ $status -eq 1 ]; then
		echo "ok - valgrind: $name"
	else
		echo "not ok - valgrind: $name"
		echo "# ended with $status"
		head -40 "$log" | sed 's/^/# /'
		failed=1
	fi
}

# shellcheck disable=SC2046 # the samples have no spaces in their names
check extract extract $(find samples/archive -type f ! -name archive.ini)
check list list --json --threads 4 samples/archive
check related related --json samples/archive
check speakers speakers samples/archive
check screens --keys 'j Enter " e q q ?' --size 130x30 --now 2019-06-01 \
	samples/archive
exit $failed
