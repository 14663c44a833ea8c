#include "render/scan.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void start_tags_are_found(void **state)
{
	struct scan scan = { TEXT("<?xml version='1.0'?><!DOCTYPE html>\n"
				  "<!-- <x> --><a><!----><![CDATA[<y>]]>"
				  "</a ><b\n/>"),
		0 };

	(void)state;
	assert_int_equal(scan_tag(&scan), 49);
	assert_int_equal(scan_tag(&scan), 79);
	assert_int_equal(scan.at, 81);
}

static void attributes_are_taken_apart(void **state)
{
	struct scan scan = { TEXT("<a\n b = 'x>\"' c:d=\"y'/>\"/><e f=''>"),
		0 };
	struct raw_attribute raw;

	(void)state;
	assert_int_equal(scan_tag(&scan), 0);
	assert_true(scan_attribute(&scan, &raw));
	assert_true(text_equal_string(raw.name, "b"));
	assert_true(text_equal_string(raw.value, "x>\""));
	assert_true(scan_attribute(&scan, &raw));
	assert_true(text_equal_string(raw.name, "c:d"));
	assert_true(text_equal_string(raw.value, "y'/>"));
	assert_false(scan_attribute(&scan, &raw));
	assert_int_equal(scan_tag(&scan), 26);
	assert_true(scan_attribute(&scan, &raw));
	assert_true(text_equal_string(raw.name, "f"));
	assert_int_equal(raw.value.length, 0);
	assert_false(scan_attribute(&scan, &raw));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(start_tags_are_found),
		cmocka_unit_test(attributes_are_taken_apart),
	};

	return cmocka_run_group_tests_name("render/scan", tests, NULL, NULL);
}
