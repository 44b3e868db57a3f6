#!/bin/sh
# fuzz.sh FOLDER FLAGS TARGET...: runs the fuzz targets in FOLDER, one after the
# other, as tests. New inputs are kept in build/fuzz/corpus, crashers beside it.
folder=$1 flags=$2
shift 2
status=0
export ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=0
for target; do
	corpus=build/fuzz/corpus/$target
	mkdir -p "$corpus"
	kept=
	[ -d "tests/corpus/$target" ] && kept=tests/corpus/$target
	log=build/fuzz/$target.log
	# shellcheck disable=SC2086 # the flags are words, no folder is none
	if "$folder/$target" $flags -artifact_prefix="build/fuzz/$target-" \
		"$corpus" $kept samples/archive >"$log" 2>&1; then
		echo "ok - fuzz $target: $(find "$corpus" -type f | wc -l) inputs"
	else
		echo "not ok - fuzz $target"
		grep -aE 'ERROR|SUMMARY|does not hold|runtime error|Test unit' \
			"$log" | head -20 | sed 's/^/# /'
		status=1
	fi
done
rm -f /tmp/dateline-fuzz-*
exit $status
