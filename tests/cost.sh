#!/bin/sh
# What it costs opas to parse and render a document, in instructions, against
# what cmark alone takes for the same bytes.
# usage: sh tests/cost.sh [PROGRAM] [FILE...]
# The document is COPIES copies (50 if not set) of the files, of all articles
# if none is given, without front matter; anchors and notes get other names in
# each copy, so that none is there twice. What a run on an empty document
# takes is taken off. Prints a line for each file's copies and one for all.
set -eu

cd "$(dirname "$0")/.."
program=${1:-build/opas}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- $(find content -path 'content/*/*.md' | sort)
copies=${COPIES:-50}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for tool in valgrind cmark "$program"; do
	command -v "$tool" > "$work/found" || {
		echo "cost: $tool is not there" >&2
		exit 2
	}
done

# The text of a file as copy number $2.
copy() {
	awk -v copy="$2" '
		NR == 1 && /^---$/ { front = 1; next }
		front { if (/^---$/) front = 0; next }
		{ gsub(/\{#/, "{#c" copy "-"); gsub(/\[\^/, "[^c" copy "-")
		  print }' "$1"
	echo
}

# Instructions of a command whose exit status is 0 or 1.
count() {
	status=0
	valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" \
		> "$work/html" 2> "$work/messages" || status=$?
	instructions=$(sed -n 's/^==.*Collected : //p' "$work/messages")
	if [ "$status" -gt 1 ] || [ -z "$instructions" ]; then
		cat "$work/messages" >&2
		exit 1
	fi
	echo "$instructions"
}

: > "$work/empty.md"
opas_empty=$(count "$program" render --quiet --raw-html "$work/empty.md")
cmark_empty=$(count cmark --unsafe "$work/empty.md")

# measure NAME DOCUMENT
measure() {
	opas=$(count "$program" render --quiet --raw-html "$2")
	cmark=$(count cmark --unsafe "$2")
	awk -v name="$1" -v bytes="$(wc -c < "$2")" \
		-v opas="$((opas - opas_empty))" \
		-v cmark="$((cmark - cmark_empty))" 'BEGIN {
		printf "%-36s %9d bytes %7.1f M %7.1f M %6.2f\n", name,
			bytes, opas / 1e6, cmark / 1e6, opas / cmark }'
}

printf '%-52s %9s %9s %6s\n' "instructions" opas cmark ratio
for file; do
	number=0
	while [ $number -lt "$copies" ]; do
		number=$((number + 1))
		copy "$file" $number
	done > "$work/one.md"
	cat "$work/one.md" >> "$work/all.md"
	measure "$file" "$work/one.md"
done
measure "all" "$work/all.md"
