#include "model/placeholder.h"

#include "base/arena.h"
#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void assert_placeholders(const char *text, const char *expected)
{
	struct arena arena = { 0 };
	struct buffer found = { 0 };
	struct text placeholder;
	size_t at = 0;

	while (placeholder_next(&placeholder, text_from(text), &at))
		buffer_add(&found, placeholder);
	assert_int_equal(at, text_from(text).length);
	assert_string_equal(text_string(&arena, buffer_text(&found)),
	    expected);
	buffer_release(&found);
	arena_release(&arena);
}

static void names_in_braces_are_placeholders(void **state)
{
	(void)state;
	assert_placeholders("", "");
	assert_placeholders("no braces", "");
	assert_placeholders("{count} of {total}", "{count}{total}");
	assert_placeholders("{a}{B_2}{0}", "{a}{B_2}{0}");
}

static void other_braces_are_text(void **state)
{
	(void)state;
	assert_placeholders("{} { a } {a {a-b} a} {ä} {", "");
	assert_placeholders("{{a}} {{b}", "");
	assert_placeholders("{{{a}}}", "{a}");
	assert_placeholders("{a{b}", "{b}");
	assert_placeholders("{#anchor .class}", "");
}

/* The fault as "form:placeholder", "missing:placeholder" or "". */
static void assert_fault(const char *id, const char *plural,
    const char *form0, const char *form1, const char *expected)
{
	const struct text messages[] = { text_from(id), text_from(plural) };
	const struct text forms[] = { text_from(form0), text_from(form1) };
	struct placeholder_fault fault = { 0 };
	struct arena arena = { 0 };
	const char *found = "";

	if (!placeholder_agree(&fault, messages, forms,
		form1 != NULL ? 2 : 1))
		found = text_string(&arena, fault.missing ?
			text_format(&arena, "missing:%.*s",
			    TEXT_ARGUMENTS(fault.placeholder)) :
			text_format(&arena, "%zu:%.*s", fault.form,
			    TEXT_ARGUMENTS(fault.placeholder)));
	assert_string_equal(found, expected);
	arena_release(&arena);
}

static void translations_keep_what_the_message_has(void **state)
{
	(void)state;
	assert_fault("a", NULL, "b", NULL, "");
	assert_fault("{a} {b}", NULL, "{b} {a} {b}", NULL, "");
	assert_fault("{a} {b}", NULL, "{a}", NULL, "missing:{b}");
	assert_fault("{a}", NULL, "{A}", NULL, "0:{A}");
	assert_fault("a", NULL, "{x}", NULL, "0:{x}");
	assert_fault("{a}", NULL, "{{a}}", NULL, "missing:{a}");
}

static void one_plural_form_must_have_each(void **state)
{
	(void)state;
	assert_fault("one", "{n}", "yksi", "{n}", "");
	assert_fault("{n}", "{n}", "yksi", "{n}", "");
	assert_fault("one", "{n}", "{n}", "{n}", "");
	assert_fault("one", "{n}", "yksi", "monta", "missing:{n}");
	assert_fault("one {a}", "{n} {a}", "yksi {a}", "{n}", "");
}

static void no_plural_form_may_invent_one(void **state)
{
	(void)state;
	assert_fault("one", "{n}", "yksi", "{n} {m}", "1:{m}");
	assert_fault("one", "{n}", "{k}", "{n} {m}", "0:{k}");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_in_braces_are_placeholders),
		cmocka_unit_test(other_braces_are_text),
		cmocka_unit_test(translations_keep_what_the_message_has),
		cmocka_unit_test(one_plural_form_must_have_each),
		cmocka_unit_test(no_plural_form_may_invent_one),
	};

	return cmocka_run_group_tests_name("model/placeholder", tests, NULL,
	    NULL);
}
