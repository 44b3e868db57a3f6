#!/bin/sh
# deps.sh PACKAGE...: installs the Debian packages that are missing, saying so.
# Does nothing, quickly, when all are there or when this is not Debian.
set -u
command -v dpkg-query >/dev/null 2>&1 || exit 0

installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null)
missing=
for p in "$@"; do
	printf '%s\n' "$installed" | grep -qx "ii $p" || missing="$missing $p"
done
[ -n "$missing" ] || exit 0

sudo=
[ "$(id -u)" -eq 0 ] || sudo=sudo
echo "installing with apt-get:$missing"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # the list is words on purpose
install() {
	$sudo apt-get install -y -qq $missing </dev/null
}
install >/dev/null 2>&1 ||
	{ $sudo apt-get update -qq && install >/dev/null; }
