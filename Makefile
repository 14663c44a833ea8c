# make site: what building needs, the program, the guide in site/
# make check: what the tests need, and every test
# Variables: CC, SANITIZE=address,undefined (own build folder), NO_INSTALL=1,
# PREFIX, DESTDIR, UPDATE=1 (golden tests rewrite what they expect), V=1

CC = gcc
VARIANT := $(if $(SANITIZE),$(subst $(COMMA),-,$(SANITIZE)),$(if $(filter clang%,$(CC)),clang,))
COMMA := ,
VARIANT := $(if $(SANITIZE),$(subst $(COMMA),-,$(SANITIZE)),$(if $(filter clang%,$(CC)),clang,))
BUILD := build$(if $(VARIANT),/$(VARIANT))
PREFIX = /usr/local
OPTIMIZE = -O2 -g
WARN = -Wall -Wextra -Wshadow -Wconversion -Wmissing-prototypes \
	-Wstrict-prototypes -Wvla -Werror
PACKAGES = libcmark libxml-2.0 icu-i18n icu-uc yaml-0.1
CFLAGS_ALL = -std=c11 -D_GNU_SOURCE $(OPTIMIZE) $(WARN) -Igenerator \
	$(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-omit-frame-pointer) \
	$(shell pkg-config --cflags $(PACKAGES) 2>/dev/null) $(CFLAGS)
LIBS = $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lpthread -lm

SOURCES := $(filter-out generator/main.c %_test.c,$(wildcard generator/*/*.c))
OBJECTS := $(SOURCES:generator/%.c=$(BUILD)/%.o)
TESTS := $(patsubst tests/unit/%.c,%,$(wildcard tests/unit/*/*_test.c))

Q = $(if $(V),,@)

all: $(BUILD)/opas

$(BUILD)/opas: $(OBJECTS) $(BUILD)/main.o
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/%.o: generator/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

$(BUILD)/unit/%.o: tests/unit/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) -Itests/unit -MMD -MP -c -o $@ $<

$(BUILD)/unit/%: $(BUILD)/unit/%.o $(OBJECTS)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS) -o $@ $^ $(LIBS) -lcmocka -lgettextpo

unit: $(TESTS:%=$(BUILD)/unit/%)
	@set -e; for test in $^; do $$test; done

-include $(OBJECTS:.o=.d) $(BUILD)/main.d $(TESTS:%=$(BUILD)/unit/%.d)

.PHONY: all unit
.SECONDARY:
