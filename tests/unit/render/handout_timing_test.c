#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "render/handout_timing.h"

static void the_words_of_the_first_heading_have_no_tags(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	assert_string_equal(
	    text_string(&arena,
		handout_title_words(&arena,
		    TEXT("<div><header><b>E</b></header>\n<h3 id=\"x\">A "
			 "<em>b</em> &amp; c</h3><h4>d</h4></div>"))),
	    "A b &amp; c");
	assert_true(text_is_empty(
	    handout_title_words(&arena, TEXT("<div><p>A</p></div>"))));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_words_of_the_first_heading_have_no_tags),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
