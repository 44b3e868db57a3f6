#!/bin/sh
# fuzz.sh TARGET FOLDER FLAG...: runs the fuzz target in FOLDER as a test. New
# inputs are kept in build/fuzz/corpus, crashers in build/fuzz.
target=$1 folder=$2
shift 2
corpus=build/fuzz/corpus/$target
log=build/fuzz/$target.log
mkdir -p "$corpus"
kept=
[ -d "tests/corpus/$target" ] && kept=tests/corpus/$target

# shellcheck disable=SC2086 # no folder is no argument
if "$folder/$target" "$@" -artifact_prefix="build/fuzz/$target-" \
	"$corpus" $kept samples/archive >"$log" 2>&1; then
	echo "ok - $target: $(find "$corpus" -type f | wc -l) inputs kept"
	exit 0
fi
echo "not ok - $target"
grep -aE 'ERROR|SUMMARY|does not hold|runtime error|Test unit|^    #[0-9]+ .*(src|tests)/' \
	"$log" | head -25 | sed 's/^/# /'
exit 1
