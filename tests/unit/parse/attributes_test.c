#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "parse/attributes.h"

/* All attributes as "name=value|", with where reading broke off. */
static void assert_read(const char *written, const char *expected)
{
	static const char *const kinds[] = {
		[ATTRIBUTE_ANCHOR] = "anchor ",
		[ATTRIBUTE_CLASS] = "class ",
		[ATTRIBUTE_PAIR] = "",
	};
	struct text all = text_from(written);
	struct text rest = all;
	struct buffer list = { 0 };
	struct attribute read;

	while ((read = attribute_next(&rest)).kind != ATTRIBUTE_END) {
		if (read.kind == ATTRIBUTE_BROKEN) {
			buffer_format(&list, "broken at %d|",
			    (int)(read.name.at - all.at));
			break;
		}
		buffer_format(&list, "%s%.*s=%.*s|", kinds[read.kind],
		    TEXT_ARGUMENTS(read.name), TEXT_ARGUMENTS(read.value));
	}
	buffer_add_char(&list, '\0');
	assert_string_equal(list.bytes, expected);
	buffer_release(&list);
}

static void anchors_classes_and_pairs_are_told_apart(void **state)
{
	(void)state;
	assert_read("#a .b c=d", "anchor #a=a|class .b=b|c=d|");
	assert_read("  #a\t.b\n", "anchor #a=a|class .b=b|");
	assert_read("data-x:y.z_0=1", "data-x:y.z_0=1|");
	assert_read("", "");
	assert_read(" \t", "");
}

static void quoted_values_hold_blanks(void **state)
{
	(void)state;
	assert_read("p=\"a b\" q='c \"d'", "p=a b|q=c \"d|");
	assert_read("p=\"\"", "p=|");
	assert_read("p=\"a}b\"", "p=a}b|");
}

static void letters_of_all_scripts_may_be_in_values(void **state)
{
	(void)state;
	assert_read("#dinlə k=한글", "anchor #dinlə=dinlə|k=한글|");
}

static void broken_attributes_say_where(void **state)
{
	(void)state;
	assert_read("listen", "broken at 0|");
	assert_read("#a b", "anchor #a=a|broken at 3|");
	assert_read("# a", "broken at 0|");
	assert_read("#a .", "anchor #a=a|broken at 3|");
	assert_read("p=", "broken at 2|");
	assert_read("p= q", "broken at 2|");
	assert_read("p=\"a b", "broken at 2|");
	assert_read("p=\"a\"b", "broken at 5|");
	assert_read("=a", "broken at 0|");
	assert_read("\xC3\xA4=a", "broken at 0|");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(anchors_classes_and_pairs_are_told_apart),
		cmocka_unit_test(quoted_values_hold_blanks),
		cmocka_unit_test(letters_of_all_scripts_may_be_in_values),
		cmocka_unit_test(broken_attributes_say_where),
	};

	return cmocka_run_group_tests_name("parse/attributes", tests, NULL,
	    NULL);
}
