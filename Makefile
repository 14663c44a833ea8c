# make site        what building needs, the program, the guide in site/
# make check       what the tests need, and every test (tests/README.md)
# make check-long  the slow tests
# make audit       every page of the guide: axe, contrast, keys, widths, the
#                  HTML checker, Lighthouse; takes some minutes
# make unit        the unit tests only
# make handouts    every article and principle in every language, and the whole
#                  guide, as PDF in handouts/
# make spell       words of the guide that no dictionary knows
# make fuzz        feeds the search engine with random bytes, for SECONDS=60
# make bench-search  how good the search is and what it costs, beside Pagefind
# make gallery     pictures of the pages in build/gallery, to look at; with
#                  STARLIGHT=1 beside those of Starlight with the same texts
# make install     the program and its data, under DESTDIR and PREFIX
# make clean       removes all that was made
# Variables: CC, SANITIZE=address,undefined (own build folder), NO_INSTALL=1
# (say what is missing and stop), PREFIX, DESTDIR, UPDATE=1 (golden tests
# rewrite what they expect), V=1 (show commands)

CC = gcc
COMMA := ,
VARIANT := $(patsubst -%,%,$(if $(filter clang%,$(CC)),clang)$(if \
	$(SANITIZE),-$(subst $(COMMA),-,$(SANITIZE))))
BUILD := build$(if $(VARIANT),/$(VARIANT))
PREFIX = /usr/local
OPTIMIZE = -O2 -g
WARN = -Wall -Wextra -Wshadow -Wconversion -Wmissing-prototypes \
	-Wstrict-prototypes -Wvla -Werror
PACKAGES = libcmark libxml-2.0 icu-i18n icu-uc yaml-0.1 libvoikko \
	libpng libjpeg libgif libwebp libexif zlib libqrencode libqpdf \
	harfbuzz-subset
CFLAGS_ALL := -std=c11 -D_GNU_SOURCE $(OPTIMIZE) $(WARN) -Igenerator \
	$(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-omit-frame-pointer) \
	$(shell pkg-config --cflags $(PACKAGES) 2>/dev/null) $(CFLAGS)
LIBS := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lstemmer \
	-lpthread -lm

SOURCES := $(filter-out generator/main.c generator/search/wasm.c %_test.c, \
	$(wildcard generator/*/*.c))
GENERATED := fold_data engine_wasm
OBJECTS := $(SOURCES:generator/%.c=$(BUILD)/%.o) \
	$(GENERATED:%=$(BUILD)/generated/%.o)
TESTS := $(patsubst tests/unit/%.c,%,$(wildcard tests/unit/*/*_test.c))

Q = $(if $(V),,@)

# Debian packages, and why.  After a '?' a command that does instead.

define SITE_NEEDS
gcc?$(firstword $(CC)) compiles the program
libc6-dev headers of the C library
pkg-config finds the libraries
libcmark-dev reads Markdown
libxml2-dev reads templates
libicu-dev names of languages, dates, digits, alphabetical order
libyaml-dev reads front matter and guide.yaml
libvoikko-dev finds the parts of Finnish compound words
voikko-fi the dictionary for it
libstemmer-dev finds the stems of words
zlib1g-dev compresses the index of the search
libqrencode-dev codes on handouts that lead to the page
libpng-dev sizes of PNG images
libjpeg62-turbo-dev sizes of JPEG images
libgif-dev sizes of GIF images
libwebp-dev sizes of WebP images
libexif-dev which way up photographs are
libqpdf-dev finds the pages of headings in handouts
libharfbuzz-dev makes the fonts in printed handouts smaller
gettext merges and checks translations
clang compiles the search engine for browsers
lld?wasm-ld links it
endef

define CHECK_NEEDS
libcmocka-dev runs the unit tests
cmark?cmark renders Markdown, to hold ours against it
libgettextpo-dev reads PO files, to hold our own reader against it
libxml2-utils checks that feeds, sitemap and pictures are well-formed (xmllint)
clang builds with address and undefined behaviour sanitizers
libclang-rt-dev the sanitizers themselves
chromium opens the site as a reader does
firefox-esr opens the search as a reader does
fonts-noto-core letters for Chromium, Arabic and Cyrillic among them
fonts-nanum Korean letters for Chromium
default-jre-headless?java runs the Nu HTML checker
poppler-utils?pdftotext reads printed handouts
qpdf?qpdf looks into printed handouts
zbar-tools?zbarimg reads the codes on printed handouts
nodejs?node runs the site tests
npm?npm fetches the Nu HTML checker, the driver of Chromium, examples of Markdown
endef

define LONG_NEEDS
valgrind looks for wrong use of memory
endef

define HANDOUT_NEEDS
chromium prints
fonts-noto-core letters for Chromium, Arabic and Cyrillic among them
fonts-nanum Korean letters for Chromium
endef

define SPELL_NEEDS
nodejs?node runs tests/spell.mjs
hunspell looks words up for most languages
hunspell-en-gb English words
hunspell-tr Turkish words
hunspell-ko Korean words
hunspell-sr Serbian words
aspell looks words up for Persian
aspell-fa Persian words
libvoikko-dev?voikkospell looks words up for Finnish
voikko-fi Finnish words
endef

export SITE_NEEDS CHECK_NEEDS LONG_NEEDS HANDOUT_NEEDS SPELL_NEEDS

all: $(BUILD)/opas

$(BUILD)/opas: $(OBJECTS) $(BUILD)/main.o
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/%.o: generator/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

# Sources that programs of ours write, for all variants at once.
$(BUILD)/generated/%.o: build/generated/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

build/make/fold: generator/search/make/fold.c generator/search/fold_data.h
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c11 $(OPTIMIZE) $(WARN) -Igenerator \
		$(shell pkg-config --cflags icu-i18n icu-uc 2>/dev/null) \
		-o $@ $< $(shell pkg-config --libs icu-i18n icu-uc 2>/dev/null)

build/generated/fold_data.c: build/make/fold
	@mkdir -p $(@D)
	$(Q)$< >$@.new && mv $@.new $@

# The search engine for browsers.
WASM_SOURCES := $(wildcard generator/search/engine*.c) \
	generator/search/fold.c generator/search/wasm.c \
	build/generated/fold_data.c

build/engine.wasm: $(WASM_SOURCES) $(wildcard generator/search/engine*.h) \
		generator/search/fold.h generator/search/fold_data.h
	$(Q)clang --target=wasm32 -std=c11 -nostdlib -ffreestanding -Oz \
		-flto -mbulk-memory $(WARN) -Igenerator -Wl,--no-entry \
		-Wl,--strip-all,--compress-relocations \
		-Wl,-mllvm,-disable-lsr,-z,stack-size=131072 \
		-o $@.new $(WASM_SOURCES)
	$(Q)mv $@.new $@

build/make/embed: generator/search/make/embed.c
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c11 $(OPTIMIZE) $(WARN) -o $@ $<

build/generated/engine_wasm.c: build/make/embed build/engine.wasm
	@mkdir -p $(@D)
	$(Q)$< engine_wasm search/wasm.h <build/engine.wasm >$@.new
	$(Q)mv $@.new $@

$(BUILD)/unit/%.o: tests/unit/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) -Itests/unit -MMD -MP -c -o $@ $<

$(BUILD)/unit/%: $(BUILD)/unit/%.o $(OBJECTS)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS) -o $@ $^ $(LIBS) -lcmocka -lgettextpo

# What the program knows of single words, for tests/search/classes.mjs.
$(BUILD)/words: $(BUILD)/search/words.o $(OBJECTS)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/search/words.o: tests/search/words.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

# The search engine is all that reads what a reader or a server gives it.
FUZZERS = engine_index engine_query
FUZZ_SOURCES = $(filter-out %/wasm.c,$(WASM_SOURCES))
SECONDS = 60

build/fuzz/%: tests/fuzz/%.c tests/fuzz/engine_use.h $(FUZZ_SOURCES) \
		tests/unit/search/indexed.h $(wildcard generator/search/*.h)
	@mkdir -p $(@D)
	$(Q)clang -std=c11 -O1 -g -fsanitize=fuzzer,address,undefined \
		-fno-sanitize-recover=undefined $(WARN) -Igenerator -Itests \
		-Itests/unit -o $@ $< $(FUZZ_SOURCES)

fuzzers: $(FUZZERS:%=build/fuzz/%)

fuzz: fuzzers
	node tests/fuzz.mjs --seconds $(SECONDS) $(FUZZERS:%=build/fuzz/%)

units: $(TESTS:%=$(BUILD)/unit/%)

unit: units
	@node tests/units.mjs $(TESTS:%=$(BUILD)/unit/%)

# The libraries are looked for anew in a make of its own, since the packages
# may have been installed only now.
SELF = $(Q)$(MAKE) --no-print-directory -j$(shell nproc)

site:
	@echo "$$SITE_NEEDS" | .ci/install site
	$(SELF) all
	$(BUILD)/opas build

check: site
	@echo "$$CHECK_NEEDS" | .ci/install check
	$(SELF) tests/node_modules/.package-lock.json
	$(SELF) units
	@node tests/check.mjs $(BUILD)

# Reads the development sets in $OPAS_SEARCH_DEV, which are no part of this.
bench-search: site
	@echo "$$CHECK_NEEDS" | .ci/install check
	$(SELF) tests/node_modules/.package-lock.json build/peer/.package-lock.json
	@node tests/bench/search.mjs

gallery: site
	@echo "$$CHECK_NEEDS" | .ci/install check
	$(SELF) tests/node_modules/.package-lock.json \
		$(if $(STARLIGHT),starlight)
	@node tests/gallery.mjs $(if $(STARLIGHT), \
		--beside build/peer/starlight/dist)

# Lighthouse is large, and nothing else needs it.
audit: site
	@echo "$$CHECK_NEEDS" | .ci/install audit
	$(SELF) tests/node_modules/.package-lock.json \
		tests/audit/node_modules/.package-lock.json
	@node tests/audit.mjs --self-test
	@node tests/audit.mjs

check-long: check
	@echo "$$LONG_NEEDS" | .ci/install check-long
	@node tests/check.mjs --long $(BUILD)

handouts: site
	@echo "$$HANDOUT_NEEDS" | .ci/install handouts
	@for page in site/*/handouts/*.html site/*/handouts/principles/*.html \
		$$(cd site && ls -d */handouts | sed 's,handouts$$,guide.html,'); do \
		page=$${page#site/}; name=$$(basename $$page .html); \
		case $$page in \
		*/principles/*) choice="--principle $$name";; \
		*/handouts/*) choice="--article $$name";; \
		*) choice=--all;; \
		esac; \
		echo "--locale $${page%%/*} $$choice" \
			"-o handouts/$$(echo $${page%.html} | \
			sed s,/handouts/,/,).pdf"; \
	done | while read -r line; do \
		mkdir -p "$$(dirname "$${line##* }")"; echo "$${line##* }"; \
		$(BUILD)/opas handout $$line </dev/null || exit; \
	done

spell:
	@echo "$$SPELL_NEEDS" | .ci/install spell
	@node tests/spell.mjs

# npm writes this file last. The packages' own scripts fetch what we do not
# need.
tests/node_modules/.package-lock.json: tests/package-lock.json
	@echo "command: npm ci (in tests: checker, driver, specification, reader of PDF)"
	@test "$(NO_INSTALL)" != 1
	$(Q)cd tests && npm ci --ignore-scripts --omit=optional --loglevel=error
	@touch $@

tests/audit/node_modules/.package-lock.json: tests/audit/package-lock.json
	@echo "command: npm ci (in tests/audit: Lighthouse)"
	@test "$(NO_INSTALL)" != 1
	$(Q)cd tests/audit && npm ci --ignore-scripts --loglevel=error
	@touch $@

# The program that the search is measured against: only for the benchmark, and
# not in the lock file, since npm leaves the programs of other systems out of
# it and then misses them.
build/peer/.package-lock.json:
	@echo "command: npm install pagefind@1.6.0 (in build/peer)"
	@test "$(NO_INSTALL)" != 1
	@mkdir -p build/peer
	$(Q)cd build/peer && npm init -y >/dev/null && \
		npm install --ignore-scripts --loglevel=error pagefind@1.6.0
	@touch $@

# Another generator to look at beside ours: only for the gallery. These are
# the last versions that run on Debian's Node.
build/peer/starlight/.package-lock.json:
	@echo "command: npm install @astrojs/starlight@0.37.7 astro@5.18.0" \
		"(in build/peer/starlight)"
	@test "$(NO_INSTALL)" != 1
	@mkdir -p $(@D)
	$(Q)cd $(@D) && echo '{"private": true, "type": "module"}' \
		>package.json && npm install --ignore-scripts \
		--loglevel=error @astrojs/starlight@0.37.7 astro@5.18.0
	@touch $@

# Made anew whenever it is asked for: its texts are those of site/.
starlight: build/peer/starlight/.package-lock.json
	$(Q)node tests/gallery/starlight.mjs site $(<D)
	$(Q)cd $(<D) && ASTRO_TELEMETRY_DISABLED=1 npx astro build \
		>build.log || { cat build.log; false; }

DATA = $(DESTDIR)$(PREFIX)/share/opas

install: all
	install -D -m 755 $(BUILD)/opas $(DESTDIR)$(PREFIX)/bin/opas
	install -d $(DATA)/templates/assets $(DATA)/locales/ui
	install -m 644 templates/*.html templates/*.xml $(DATA)/templates
	install -m 644 templates/assets/* $(DATA)/templates/assets
	install -m 644 locales/ui/*.po locales/ui/ui.pot $(DATA)/locales/ui

clean:
	rm -rf build .cache handouts tests/node_modules
	find site -mindepth 1 ! -name .gitignore -delete

-include $(OBJECTS:.o=.d) $(BUILD)/main.d $(TESTS:%=$(BUILD)/unit/%.d)

.PHONY: all unit units fuzz fuzzers bench-search spell site handouts check check-long \
	gallery starlight install clean
.SECONDARY:
