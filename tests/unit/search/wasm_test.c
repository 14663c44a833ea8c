#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "search/wasm.h"
#include "write/compress.h"

/* Bytes that readers wait for; as a script a third more, which the server
 * compresses away again. */
enum { MOST = 12000 };

static void the_engine_is_webassembly_without_imports(void **state)
{
	const unsigned char *at = engine_wasm + 8;
	const unsigned char *end = engine_wasm + engine_wasm_length;

	(void)state;
	assert_memory_equal(engine_wasm, "\0asm\1\0\0\0", 8);
	/* Sections: a number, 2 of imports, and a length. */
	while (at < end) {
		size_t length = 0;
		unsigned shift = 0;

		assert_int_not_equal(*at++, 2);
		do {
			length |= (size_t)(*at & 127) << shift;
			shift += 7;
		} while ((*at++ & 128) != 0);
		at += length;
	}
	assert_ptr_equal(at, end);
}

static void the_engine_is_small(void **state)
{
	struct arena arena = { 0 };
	const struct text bytes = { (const char *)engine_wasm,
		engine_wasm_length };
	struct text script = compress_script(&arena, TEXT("0123456789"), bytes);

	(void)state;
	print_message("the engine: %zu bytes, compressed %zu\n", bytes.length,
	    script.length * 3 / 4);
	assert_true(script.length * 3 / 4 <= MOST);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_engine_is_webassembly_without_imports),
		cmocka_unit_test(the_engine_is_small),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
