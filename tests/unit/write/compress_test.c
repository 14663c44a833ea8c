#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/hash.h"
#include "write/compress.h"

#include <stdlib.h>
#include <string.h>

static struct text script_of(struct arena *arena, struct text bytes)
{
	return compress_script(
	    arena, hash_name(arena, hash_bytes(bytes)), bytes);
}

/* size bytes that do not compress to nothing. */
static struct text noise(struct arena *arena, size_t size)
{
	char *bytes = arena_alloc(arena, size);
	uint32_t state = 1;
	size_t i;

	for (i = 0; i < size; i++) {
		state = state * 1664525u + 1013904223u;
		bytes[i] = (char)(state >> 24);
	}
	return (struct text){ bytes, size };
}

static void bytes_of_every_length_come_back(void **state)
{
	struct arena arena = { 0 };
	struct text bytes, script, back;
	size_t i;

	(void)state;
	for (i = 0; i < 70; i++) {
		bytes = noise(&arena, i);
		script = script_of(&arena, bytes);
		assert_true(compress_read(&back, &arena, script, 1000));
		assert_true(text_equal(bytes, back));
	}
	bytes = noise(&arena, 300000);
	script = script_of(&arena, bytes);
	assert_true(compress_read(&back, &arena, script, 300000));
	assert_true(text_equal(bytes, back));
	arena_release(&arena);
}

/* What browsers do is node's Buffer and zlib.inflateRawSync of it. */
static void the_script_has_exactly_this_form(void **state)
{
	struct arena arena = { 0 };
	struct text script = compress_script(
	    &arena, TEXT("0123456789"), TEXT("aaaaaaaaaa"));

	(void)state;
	assert_true(text_equal_string(
	    script, "opasFile(\"0123456789\",\"S0yEAQA=\");\n"));
	arena_release(&arena);
}

static void what_is_larger_than_it_may_be_is_refused(void **state)
{
	struct arena arena = { 0 };
	char *zeros = arena_alloc(&arena, 1 << 20);
	struct text script =
	    script_of(&arena, (struct text){ zeros, 1 << 20 });
	struct text back;

	(void)state;
	assert_true(script.length < 4096);
	assert_true(compress_read(&back, &arena, script, 1 << 20));
	assert_false(compress_read(&back, &arena, script, (1 << 20) - 1));
	arena_release(&arena);
}

/* One text has one script: what is behind the last bit must be nothing. */
static void only_what_we_write_is_read(void **state)
{
	static const char *const broken[] = {
		"opasFile(\"0123456789\",\"S0yEAQB=\");\n",
		"opasFile(\"0123456789\",\"S0yEAQA\");\n",
		"opasFile(\"0123456789\",\"S0yE=AQA\");\n",
		"opasFile(\"0123456789\",\"S0yEAQA=\");",
		"opasFile(\"0123456789\",\"S0yEAQA=AAAA\");\n",
		"opasFile(\"0123456789\");\n",
		"opasFile(\"\",\");\n",
		"",
	};
	struct arena arena = { 0 };
	struct text fine = script_of(&arena, TEXT("aaaaaaaaaa")), back;
	struct text hash = text_slice(fine, 10, 10);
	size_t i;

	(void)state;
	assert_true(compress_read(&back, &arena, fine, 100));
	for (i = 0; i < sizeof(broken) / sizeof(*broken); i++) {
		struct text script = text_copy(&arena, text_from(broken[i]));

		/* With the right hash, that nothing else is wrong. */
		if (script.length > 20)
			memcpy((char *)(uintptr_t)script.at + 10, hash.at, 10);
		assert_false(compress_read(&back, &arena, script, 100));
	}
	arena_release(&arena);
}

static void no_damage_goes_unseen(void **state)
{
	struct arena arena = { 0 };
	struct text script =
	    script_of(&arena, TEXT("some bytes, and some bytes again")), back;
	size_t i;

	(void)state;
	for (i = 0; i < script.length; i++) {
		char *copy = memory_new(script.length);

		memcpy(copy, script.at, script.length);
		copy[i] = (char)(copy[i] ^ 1);
		assert_false(compress_read(&back, &arena,
		    (struct text){ copy, script.length }, 4096));
		assert_false(compress_read(
		    &back, &arena, (struct text){ copy, i }, 4096));
		free(copy);
	}
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_of_every_length_come_back),
		cmocka_unit_test(the_script_has_exactly_this_form),
		cmocka_unit_test(what_is_larger_than_it_may_be_is_refused),
		cmocka_unit_test(only_what_we_write_is_read),
		cmocka_unit_test(no_damage_goes_unseen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
