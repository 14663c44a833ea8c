#!/bin/sh
# The same input gives the same bytes, a second build writes nothing, what is
# gone from the input goes from the site, and a build that is killed leaves
# every page whole.
# usage: sh tests/reproducible.sh PROGRAM [--long]
set -eu

program=$(realpath "$1")
long=${2:-}
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

# Status 0 if the command after it ends well; its output is shown if not.
quietly() {
	"$@" >"$work/output" 2>&1 || {
		status=$?
		head -n 20 "$work/output"
		return "$status"
	}
}

copy_guide() { # to
	mkdir -p "$1"
	cp -R "$root/content" "$root/templates" "$root/locales" "$1"
}

# What a build must not touch if nothing is new: inode, size, time.
listing() {
	(cd "$1" && find . -printf '%p %i %s %T@\n' | sort)
}

hashes() {
	(cd "$1" && find . -type f ! -name '*.opas-new' ! -name '.opas*' \
		-exec sha256sum {} + | sort)
}

same_everywhere() {
	copy_guide "$work/guide"
	copy_guide "$work/some where/else/guide"
	TZ=UTC LANG=C "$program" build --quiet --jobs 1 \
		--root "$work/guide" --output "$work/first"
	claim $? "the guide is built"
	(cd "$work/some where/else/guide" && TZ=Asia/Tokyo LC_ALL=tr_TR.UTF-8 \
		"$program" build --quiet --jobs 4)
	status=0
	quietly diff -r "$work/first" "$work/some where/else/guide/site" ||
		status=$?
	claim $status "another path, time zone, language and --jobs 4: same bytes"
	(cd "$work" && TZ=America/Caracas LANGUAGE=fi LANG=fa_IR.UTF-8 \
		"$program" build --quiet --jobs 2 --root guide/../guide \
		--output second)
	status=0
	quietly diff -r "$work/first" "$work/second" || status=$?
	claim $status "--jobs 2 and relative paths: same bytes"
}

# Five builds that differ in all that must not matter; slow only because the
# guide grows.
same_many_times() {
	for jobs in 1 2 3 8 16; do
		folder="$work/many $jobs"
		copy_guide "$folder/$jobs"
		find "$folder" -exec touch -d "2001-0$((jobs % 9 + 1))-01" {} +
		TZ="Etc/GMT+$((jobs % 12))" LANG=tr_TR.UTF-8 LANGUAGE=ko \
			"$program" build --quiet \
			--jobs "$jobs" --root "$folder/$jobs" \
			--output "$folder/site"
		status=0
		quietly diff -r "$work/first" "$folder/site" || status=$?
		claim $status "build with --jobs $jobs, other times: same bytes"
	done
}

second_build_writes_nothing() {
	listing "$work/first" >"$work/before"
	for jobs in 1 4; do
		"$program" build --quiet --jobs $jobs --root "$work/guide" \
			--output "$work/first"
		listing "$work/first" >"$work/after"
		status=0
		quietly diff "$work/before" "$work/after" || status=$?
		claim $status "a second build (--jobs $jobs) writes nothing"
	done
	rm -rf "$work/guide/.cache"
	"$program" build --quiet --root "$work/guide" --output "$work/first"
	listing "$work/first" >"$work/after"
	status=0
	quietly diff "$work/before" "$work/after" || status=$?
	claim $status "nor does one without its cache"
}

what_is_gone_goes() {
	printf -- '---\ntitle: Ylimääräinen\naliases: [vanha]\n---\n\nMoi.\n' \
		>"$work/guide/content/fi/extra.md"
	"$program" build --quiet --root "$work/guide" --output "$work/first"
	claim "$(test -e "$work/first/fi/extra.html" &&
		test -e "$work/first/fi/vanha.html"; echo $?)" \
		"a new article is built, with its alias"
	echo mine >"$work/first/notes.txt"
	echo mine >"$work/first/fi/mine.html"
	rm "$work/guide/content/fi/extra.md"
	"$program" build --quiet --root "$work/guide" --output "$work/first"
	claim "$(test ! -e "$work/first/fi/extra.html" &&
		test ! -e "$work/first/fi/vanha.html"; echo $?)" \
		"the pages of a removed article vanish"
	claim "$(test "$(cat "$work/first/notes.txt")" = mine &&
		test "$(cat "$work/first/fi/mine.html")" = mine; echo $?)" \
		"files that opas did not write stay"
	rm "$work/first/notes.txt" "$work/first/fi/mine.html"
	status=0
	quietly diff -r "$work/first" "$work/second" || status=$?
	claim $status "and the rest is as it was"
}

# Two guides with the same addresses, other words and another style sheet.
make_large() {
	for seed in 1 2; do
		node "$root/tests/generate.mjs" 60 "$work/large$seed" $seed
		cp -R "$root/templates" "$work/large$seed"
		echo "p { orphans: $seed }" \
			>>"$work/large$seed/templates/assets/base.css"
	done
	rm "$work/large2/content/fi/fi-00059.md"
	sed -i 's/fi-00059\.md[^)]*/fi-00001.md/' "$work"/large2/content/*/*.md
	"$program" build --quiet --root "$work/large1" --output "$work/old"
	begin=$(date +%s%N)
	"$program" build --quiet --root "$work/large2" --output "$work/new"
	duration=$((($(date +%s%N) - begin) / 1000))
	hashes "$work/old" >"$work/whole"
	hashes "$work/new" >>"$work/whole"
}

# Every page that is there has the style sheet that it names.
finds_its_style() {
	(cd "$1" && find . -name '*.html' ! -name '*.opas-new' \
		-exec grep -ho '[^"/]*\.[0-9a-f]\{10\}\.css' {} + |
		sort -u | while read -r name; do
			find . -name "$name" | grep -q . || exit 1
		done)
}

dies() { # try
	rm -rf "$work/site"
	cp -a "$work/old" "$work/site"
	"$program" build --quiet --root "$work/large2" --output "$work/site" &
	child=$!
	sleep "$(awk "BEGIN { srand($1); print rand() * $duration / 1e6 }")"
	killed=0
	kill -9 $child 2>/dev/null || true
	wait $child 2>/dev/null || killed=$?
	if [ $killed -eq 137 ]; then
		deaths=$((deaths + 1))
	fi
	hashes "$work/site" | grep -Fvx -f "$work/whole" >"$work/broken" ||
		true
	claim "$(test ! -s "$work/broken"; echo $?)" \
		"try $1: every file is whole, old or new: $(head -n 3 \
			"$work/broken")"
	claim "$(finds_its_style "$work/site"; echo $?)" \
		"try $1: every page finds its style sheet"
	"$program" build --quiet --root "$work/large2" --output "$work/site"
	status=0
	quietly diff -r "$work/site" "$work/new" || status=$?
	claim $status "try $1: the next build repairs the site"
}

killed_builds() { # tries
	make_large
	deaths=0
	try=1
	while [ $try -le "$1" ]; do
		dies $try
		try=$((try + 1))
	done
	claim "$(test $deaths -gt 0; echo $?)" "a build was killed under way"
}

same_everywhere
second_build_writes_nothing
what_is_gone_goes
if [ "$long" = --long ]; then
	same_many_times
	killed_builds 10
else
	killed_builds 3
fi
echo "reproducible: $passed passed, $failed failed"
test $failed -eq 0
