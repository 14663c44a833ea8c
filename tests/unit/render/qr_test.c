#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "render/qr.h"

/* Bytes that a code of each size holds with error correction M, and its
 * modules (ISO 18004, tables 1 and 7). */
static void codes_have_the_size_that_their_length_needs(void **state)
{
	static const size_t bytes[] = { 14, 26, 42, 62, 84, 106 };
	static const char long_text[] =
	    "https://guide.example/abcdefghijklmnopqrstuvwxyzabcdefghijklmno"
	    "pqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bytes) / sizeof(bytes[0]); i++) {
		struct buffer out = { 0 };

		assert_int_equal(
		    qr_add(&out, (struct text){ long_text, bytes[i] }),
		    21 + 4 * i);
		buffer_clear(&out);
		assert_int_equal(
		    qr_add(&out, (struct text){ long_text, bytes[i] + 1 }),
		    25 + 4 * i);
		buffer_release(&out);
	}
}

static void a_quiet_zone_is_a_part_of_the_drawing(void **state)
{
	struct buffer out = { 0 };

	(void)state;
	assert_int_equal(qr_add(&out, TEXT("https://a.b/")), 21);
	buffer_add_char(&out, '\0');
	assert_non_null(strstr(out.bytes, "viewBox=\"0 0 29 29\""));
	/* The first row of the first finder pattern. */
	assert_non_null(strstr(out.bytes, "d=\"M4 4h7v1h-7z"));
	buffer_release(&out);
}

static void what_fits_no_code_gives_none(void **state)
{
	static const char much[3000] = { 'a' };
	struct buffer out = { 0 };

	(void)state;
	assert_int_equal(qr_add(&out, TEXT("")), 0);
	assert_int_equal(
	    qr_add(&out, (struct text){ much, sizeof(much) }), 0);
	assert_int_equal(out.length, 0);
	buffer_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(codes_have_the_size_that_their_length_needs),
		cmocka_unit_test(a_quiet_zone_is_a_part_of_the_drawing),
		cmocka_unit_test(what_fits_no_code_gives_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
