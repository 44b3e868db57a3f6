#!/bin/sh
# network.sh: dateline makes no call to the network, whatever it reads.
cd "$(dirname "$0")/../.." || exit 1
log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=0
for command in "list" "related --json" "check" "--keys j --now 2019-06-01"; do
	# shellcheck disable=SC2086 # the command is words on purpose
	strace -f -qq -e trace=network -e signal=none -o "$log" \
		"${DATELINE:-build/dateline}" $command samples/archive >/dev/null
	if [ -s "$log" ]; then
		echo "not ok - no network: $command"
		sed 's/^/# /' "$log"
		failed=1
	else
		echo "ok - no network: $command"
	fi
done
exit $failed
