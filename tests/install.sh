#!/bin/sh
# What 'make install' puts in place works by itself, for any guide.
# usage: sh tests/install.sh
set -eu

root=$(realpath "$(dirname "$0")/..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

claim() { # status claim
	if [ "$1" -eq 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "not ok: $2"
	fi
}

status=0
make -s -C "$root" install DESTDIR="$work" PREFIX=/opt/opas \
	>"$work/output" 2>&1 || status=$?
claim $status "make install ends well: $(cat "$work/output")"

# Away from the tree, and moved, so that nothing of the tree can help.
mv "$work/opt/opas" "$work/moved"
mkdir "$work/guide"
printf '# Terve\n\nYksi tiedosto.\n' >"$work/guide/terve.md"
status=0
(cd "$work/guide" && "$work/moved/bin/opas" build) >"$work/output" 2>&1 ||
	status=$?
claim $status "the installed program builds a guide of one file: $(cat \
	"$work/output")"
claim "$(test -s "$work/guide/site/en/terve.html"; echo $?)" \
	"with a page for it"
claim "$(test -n "$(ls "$work"/guide/site/assets/*.css)"; echo $?)" \
	"and the style sheet"
echo "install: $passed passed, $failed failed"
test $failed -eq 0
