#include "base/hash.h"

#include "base/arena.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static void hash_sees_every_bit(void **state)
{
	enum { LENGTH = 37 };
	unsigned char bytes[LENGTH] = { 0 };
	struct text text = { (const char *)bytes, LENGTH };
	uint64_t hashes[LENGTH * 8 + 1];
	size_t i, j;

	(void)state;
	hashes[LENGTH * 8] = hash_bytes(text);
	for (i = 0; i < LENGTH * 8; i++) {
		bytes[i / 8] = (unsigned char)(1 << (i % 8));
		hashes[i] = hash_bytes(text);
		bytes[i / 8] = 0;
	}
	/* Names of assets have only the first forty bits. */
	for (i = 0; i <= LENGTH * 8; i++)
		for (j = 0; j < i; j++)
			assert_true(hashes[i] >> 24 != hashes[j] >> 24);
}

static void hash_sees_order_and_length(void **state)
{
	static const char zeros[32];
	size_t i, j;

	(void)state;
	assert_true(hash_bytes(TEXT("12345678abcdefgh")) !=
	    hash_bytes(TEXT("abcdefgh12345678")));
	for (i = 0; i < 32; i++)
		for (j = 0; j < i; j++)
			assert_true(
			    hash_bytes((struct text){ zeros, i }) !=
			    hash_bytes((struct text){ zeros, j }));
}

/* Records and the names of assets must be the same wherever they are made. */
static void hash_never_changes(void **state)
{
	(void)state;
	assert_true(hash_bytes((struct text){ 0 }) ==
	    UINT64_C(0xefd01f60ba992926));
	assert_true(hash_bytes(TEXT("Hello, world")) ==
	    UINT64_C(0xbf51ba50f37824c7));
}

static void pieces_give_the_hash_of_the_whole(void **state)
{
	static const char bytes[] = "a long text, which comes in many pieces";
	struct text whole = { bytes, sizeof(bytes) - 1 };
	size_t piece;

	(void)state;
	for (piece = 8; piece <= 40; piece += 8) {
		uint64_t hash = hash_begin(whole.length);
		size_t i;

		for (i = 0; i < whole.length; i += piece)
			hash = hash_add(hash, text_slice(whole, i,
			    whole.length - i < piece ? whole.length - i
						     : piece));
		assert_true(hash_end(hash) == hash_bytes(whole));
	}
}

static void name_is_the_first_ten_digits(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	assert_string_equal(
	    hash_name(&arena, UINT64_C(0x00a2345678abcdef)).at, "00a2345678");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hash_sees_every_bit),
		cmocka_unit_test(hash_sees_order_and_length),
		cmocka_unit_test(hash_never_changes),
		cmocka_unit_test(pieces_give_the_hash_of_the_whole),
		cmocka_unit_test(name_is_the_first_ten_digits),
	};

	return cmocka_run_group_tests_name("base/hash", tests, NULL, NULL);
}
