#!/bin/sh
# install.sh: `make install` into an empty folder, and the program run from it.
cd "$(dirname "$0")/../.." || exit 1
to=$(mktemp -d)
trap 'rm -rf "$to"' EXIT
failed=0

is() {
	name=$1
	shift
	if out=$("$@" 2>&1); then
		echo "ok - install: $name"
	else
		echo "not ok - install: $name"
		echo "$out" | sed 's/^/# /'
		failed=1
	fi
}

is "make install" env -u MAKEFLAGS make -s install DESTDIR="$to" PREFIX=/usr
is "the program runs" "$to/usr/bin/dateline" --version
is "the themes" test -s "$to/usr/share/dateline/themes/dark.ini"
is "the documents" test -s "$to/usr/share/doc/dateline/README.md"
for page in man1/dateline.1 man5/dateline-config.5 man7/dateline-keys.7 \
	man7/dateline-tutorial.7 ../bash-completion/completions/dateline \
	../zsh/site-functions/_dateline \
	../fish/vendor_completions.d/dateline.fish; do
	is "$page" test -s "$to/usr/share/man/$page"
done
# shellcheck disable=SC2016 # $0 is for the inner shell
is "the samples open when no archive is named" env -u DATELINE_ARCHIVE \
	XDG_CONFIG_HOME="$to" sh -c \
	'test "$("$0/usr/bin/dateline" | grep -c "Drenik Tribune")" -gt 3' "$to"
# shellcheck disable=SC2016 # $0 is for the inner shell
is "nothing else" sh -c 'test -z "$(find "$0" -mindepth 1 -maxdepth 1 ! -name usr)"' "$to"
exit $failed
