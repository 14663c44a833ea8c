/*
 * What the tests of 'opas locale' share: a run of it on the guide of
 * running.h.
 */
#ifndef UNIT_COMMAND_TRANSLATORS_H
#define UNIT_COMMAND_TRANSLATORS_H

#include "command/running.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static inline struct ran translators_run(struct scratch *scratch,
    struct options options, const char *first, const char *second,
    const char *third, const char *fourth)
{
	const char *arguments[] = { first, second, third, fourth, NULL };

	options.root = scratch_path(scratch, "guide");
	options.arguments = arguments;
	while (arguments[options.argument_count] != NULL)
		options.argument_count++;
	return running_run(scratch, command_locale, &options);
}

#define translators_do(scratch, ...)                                           \
	translators_do_(scratch, (const char *[5]){ __VA_ARGS__ })
static inline const char *translators_do_(struct scratch *scratch,
    const char *const words[5])
{
	struct ran ran = translators_run(scratch, (struct options){ 0 },
	    words[0], words[1], words[2], words[3]);

	if (ran.status != 0)
		fail_msg("%s", ran.printed);
	return ran.printed;
}

/* Replaces the first occurrence of a string in a file. */
static inline void translators_edit(struct scratch *scratch,
    const char *path, const char *from, const char *to)
{
	const char *bytes = scratch_read(scratch, path);
	const char *at = strstr(bytes, from);

	if (at == NULL)
		fail_msg("%s holds no '%s': %s", path, from, bytes);
	scratch_write(scratch, path,
	    text_format(&scratch->arena, "%.*s%s%s", (int)(at - bytes), bytes,
		to, at + strlen(from)).at);
}

#define assert_holds(string, part)                                             \
	do {                                                                   \
		if (strstr((string), (part)) == NULL)                          \
			fail_msg("'%s' is not in:\n%s", (part), (string));     \
	} while (0)

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

#endif
