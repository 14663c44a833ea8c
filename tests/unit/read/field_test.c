#include "read/field.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/front.h"
#include "read/reading.h"

struct object {
	struct field_text text;
	struct field_texts texts, chain;
	struct date date;
	const struct front_node *node;
	int number;
	bool flag;
};

static const struct field fields[] = {
	{ "text", FIELD_TEXT, offsetof(struct object, text), 0, 0 },
	{ "texts", FIELD_TEXTS, offsetof(struct object, texts), 0, 0 },
	{ "chain", FIELD_CHAIN, offsetof(struct object, chain), 0, 0 },
	{ "flag", FIELD_FLAG, offsetof(struct object, flag), 0, 0 },
	{ "number", FIELD_NUMBER, offsetof(struct object, number), -5, 100 },
	{ "date", FIELD_DATE, offsetof(struct object, date), 0, 0 },
	{ "node", FIELD_NODE, offsetof(struct object, node), 0, 0 },
};

static void read_into(struct object *object, struct reading *reading,
    const char *bytes)
{
	const struct source *source = reading_of(reading, bytes);
	const struct field_reader reader = { &reading->arena,
		&reading->report, source };
	struct front_node root = { 0 };

	assert_true(front_parse_file(&root, &reading->arena, &reading->report,
	    source));
	field_read(object, &reader, fields,
	    sizeof(fields) / sizeof(fields[0]), &root);
}

static struct object object_of(struct reading *reading, const char *bytes)
{
	struct object object = { 0 };

	read_into(&object, reading, bytes);
	return object;
}

static void every_kind_is_read(void **state)
{
	struct reading *reading = *state;
	struct object object = object_of(reading,
	    "text: ä b\ntexts: [c, \"d\"]\nchain:\n- e\n- f\nflag: true\n"
	    "number: 42\ndate: 2026-11-21\nnode: {g: h}\n");

	assert_report(reading, "");
	assert_text(object.text.text, "ä b");
	assert_int_equal(object.text.place.offset, 6);
	assert_ptr_equal(object.text.place.source, &reading->source);
	assert_int_equal(object.texts.count, 2);
	assert_text(object.texts.items[0].text, "c");
	assert_text(object.texts.items[1].text, "d");
	assert_int_equal(object.texts.items[1].place.offset, 22);
	assert_int_equal(object.chain.count, 2);
	assert_text(object.chain.items[1].text, "f");
	assert_true(object.flag);
	assert_int_equal(object.number, 42);
	assert_int_equal(object.date.day, 21);
	assert_int_equal(object.node->kind, FRONT_MAPPING);
}

static void what_is_not_given_keeps_its_default(void **state)
{
	struct reading *reading = *state;
	struct object object = { .number = 7, .flag = true };

	object.text.text = TEXT("default");
	read_into(&object, reading,
	    "text:\nnumber: ~\nflag: null\ndate:\nnode:\ntexts:\nchain: ~\n");
	assert_report(reading, "");
	assert_text(object.text.text, "default");
	assert_int_equal(object.number, 7);
	assert_true(object.flag);
	assert_false(object.date.given);
	assert_null(object.node);
	read_into(&object, reading, "text: '  '\n");
	assert_report(reading, "");
	assert_text(object.text.text, "default");
}

static void what_is_wrong_keeps_its_default(void **state)
{
	struct reading *reading = *state;
	struct object object = { .number = 7, .flag = true };

	read_into(&object, reading,
	    "number: seven\nflag: yes\ndate: 2026-02-29\ntexts: a, b\n");
	assert_int_equal(object.number, 7);
	assert_true(object.flag);
	assert_false(object.date.given);
	assert_int_equal(object.texts.count, 0);
	assert_report(reading,
	    "x.md:1:9: error: 'seven' is no value for 'number'; it must be a "
	    "whole number from -5 to 100 [yaml-value]\n"
	    "x.md:2:7: error: 'yes' is no value for 'flag'; it must be true "
	    "or false [yaml-value]\n"
	    "x.md:3:7: error: '2026-02-29' is no date; write it as "
	    "2026-11-21 [date-invalid]\n"
	    "x.md:4:8: error: 'texts' must be a list of texts [yaml-kind]\n");
}

static void each_kind_refuses_other_nodes(void **state)
{
	struct reading *reading = *state;

	(void)object_of(reading,
	    "text: [a]\ntexts: {a: b}\nchain: {a: b}\nflag: [true]\n"
	    "number: {}\ndate: []\n");
	assert_report(reading,
	    "x.md:1:7: error: 'text' must be a text [yaml-kind]\n"
	    "x.md:2:8: error: 'texts' must be a list of texts [yaml-kind]\n"
	    "x.md:3:8: error: 'chain' must be a text or a list of texts "
	    "[yaml-kind]\n"
	    "x.md:4:7: error: 'flag' must be true or false [yaml-kind]\n"
	    "x.md:5:9: error: 'number' must be a whole number from -5 to 100 "
	    "[yaml-kind]\n"
	    "x.md:6:7: error: 'date' must be a date such as 2026-11-21 "
	    "[yaml-kind]\n");
}

static void items_of_lists_are_texts_that_say_something(void **state)
{
	struct reading *reading = *state;
	struct object object = object_of(reading,
	    "texts:\n- a\n- [b]\n-\n- ''\n- c\n");

	assert_int_equal(object.texts.count, 2);
	assert_text(object.texts.items[0].text, "a");
	assert_text(object.texts.items[1].text, "c");
	assert_report(reading,
	    "x.md:3:3: error: 'texts' must be a list of texts [yaml-kind]\n"
	    "x.md:4:2: error: '' is no value for 'texts'; it must be a list "
	    "of texts [yaml-value]\n"
	    "x.md:5:3: error: '' is no value for 'texts'; it must be a list "
	    "of texts [yaml-value]\n");
}

static void a_chain_may_be_one_text(void **state)
{
	struct reading *reading = *state;
	struct object object = object_of(reading, "chain: fi\n");

	assert_report(reading, "");
	assert_int_equal(object.chain.count, 1);
	assert_text(object.chain.items[0].text, "fi");
}

static void numbers_keep_to_their_range(void **state)
{
	struct reading *reading = *state;

	assert_int_equal(object_of(reading, "number: -5").number, -5);
	assert_int_equal(object_of(reading, "number: 100").number, 100);
	assert_report(reading, "");
	assert_int_equal(object_of(reading, "number: -6").number, 0);
	assert_report(reading,
	    "x.md:1:9: error: '-6' is no value for 'number'; it must be a "
	    "whole number from -5 to 100 [yaml-value]\n");
	assert_int_equal(object_of(reading, "number: 101").number, 0);
	assert_int_equal(object_of(reading, "number: 1.5").number, 0);
	assert_int_equal(object_of(reading, "number: '-'").number, 0);
	assert_int_equal(object_of(reading, "number: 99999999999").number, 0);
	assert_int_equal(reading->report.count, 1);
}

static void flags_are_spelled_as_yaml_does(void **state)
{
	struct reading *reading = *state;

	assert_true(object_of(reading, "flag: True").flag);
	assert_true(object_of(reading, "flag: 'true'").flag);
	assert_false(object_of(reading, "flag: FALSE").flag);
	assert_report(reading, "");
}

static void texts_are_uniform(void **state)
{
	struct reading *reading = *state;
	struct object object = object_of(reading,
	    "text: \" a\\u0308  b\\t\\n c \"\nnode: x\n"
	    "texts:\n- >\n  one\n  two\n\n  three\n- می‌خواهم\n");

	assert_report(reading, "");
	assert_text(object.text.text, "\xC3\xA4 b c");
	assert_text(object.texts.items[0].text, "one two three");
	assert_text(object.texts.items[1].text, "می‌خواهم");
}

static void an_unknown_key_is_warned_of_with_the_nearest_name(void **state)
{
	struct reading *reading = *state;

	(void)object_of(reading, "ä: 1\ntextz: [a]\nnumbre: 3\n");
	assert_report(reading,
	    "x.md:1:1: warning: the key 'ä' is not known here and is ignored "
	    "[key-unknown]\n"
	    "x.md:2:1: warning: the key 'textz' is not known here and is "
	    "ignored; did you mean 'text'? [key-unknown]\n"
	    "x.md:3:1: warning: the key 'numbre' is not known here and is "
	    "ignored; did you mean 'number'? [key-unknown]\n");
}

static void one_text_can_be_read_alone(void **state)
{
	struct reading *reading = *state;
	const struct source *source = reading_of(reading, "[ a , [b], ~]");
	const struct field_reader reader = { &reading->arena,
		&reading->report, source };
	struct front_node root = { 0 };
	struct field_text text = { 0 };

	assert_true(front_parse_file(&root, &reading->arena, &reading->report,
	    source));
	assert_true(field_read_text(&text, &reader, "k", &root.items[0]));
	assert_text(text.text, "a");
	assert_false(field_read_text(&text, &reader, "k", &root.items[1]));
	assert_true(field_read_text(&text, &reader, "k", &root.items[2]));
	assert_text(text.text, "a");
	field_refuse(&reader, &text, "k", "another one");
	assert_report(reading,
	    "x.md:1:3: error: 'a' is no value for 'k'; it must be another one "
	    "[yaml-value]\n"
	    "x.md:1:7: error: 'k' must be a text [yaml-kind]\n");
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, reading_setup, reading_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_kind_is_read),
		TEST(what_is_not_given_keeps_its_default),
		TEST(what_is_wrong_keeps_its_default),
		TEST(each_kind_refuses_other_nodes),
		TEST(items_of_lists_are_texts_that_say_something),
		TEST(a_chain_may_be_one_text),
		TEST(numbers_keep_to_their_range),
		TEST(flags_are_spelled_as_yaml_does),
		TEST(texts_are_uniform),
		TEST(an_unknown_key_is_warned_of_with_the_nearest_name),
		TEST(one_text_can_be_read_alone),
	};

	return cmocka_run_group_tests_name("read/field", tests, NULL, NULL);
}
