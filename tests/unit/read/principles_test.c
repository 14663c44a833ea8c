#include "read/principles.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/reading.h"

static struct principle_entries entries_of(struct reading *reading,
    const char *bytes)
{
	struct principle_entries entries;
	const struct source *source = reading_of(reading, bytes);

	memset(&entries, 0xAA, sizeof(entries));
	principles_read(&entries, &reading->arena, &reading->report, source);
	return entries;
}

static void entries_are_read_in_order(void **state)
{
	struct reading *reading = *state;
	struct principle_entries entries = entries_of(reading,
	    "# Prinsipler\n"
	    "- id: prepare\n"
	    "  name: Prepare, and use your resources\n"
	    "  phase: before\n"
	    "  definition: Have ready what\n"
	    "    leads to an answer.\n"
	    "  when_not: When help is urgent.\n"
	    "  question: Which one?\n"
	    "  aliases:\n"
	    "    - training\n"
	    "    - look it up\n"
	    "- {id: calm, name: Stay calm, phase: during}\n"
	    "- {name: Follow up, id: follow-up, phase: after}\n"
	    "- {name: Listen, id: listen}\n");
	const struct principle_entry *items = entries.items;

	assert_report(reading, "");
	assert_int_equal(entries.count, 4);
	assert_text(items[0].id.text, "prepare");
	assert_text(items[0].name.text, "Prepare, and use your resources");
	assert_int_equal(items[0].phase, PRINCIPLE_BEFORE);
	assert_text(items[0].definition.text,
	    "Have ready what leads to an answer.");
	assert_text(items[0].when_not.text, "When help is urgent.");
	assert_text(items[0].question.text, "Which one?");
	assert_int_equal(items[0].aliases.count, 2);
	assert_text(items[0].aliases.items[1].text, "look it up");
	assert_int_equal(items[0].place.offset, 15);
	assert_int_equal(items[0].id.place.offset, 19);
	assert_text(items[1].id.text, "calm");
	assert_int_equal(items[1].phase, PRINCIPLE_DURING);
	assert_int_equal(items[1].definition.text.length, 0);
	assert_int_equal(items[2].phase, PRINCIPLE_AFTER);
	assert_int_equal(items[3].phase, PRINCIPLE_NONE);
}

static void a_guide_needs_no_principles(void **state)
{
	struct reading *reading = *state;
	struct principle_entries entries;

	memset(&entries, 0xAA, sizeof(entries));
	principles_read(&entries, &reading->arena, &reading->report, NULL);
	assert_int_equal(entries.count, 0);
	assert_int_equal(entries_of(reading, "").count, 0);
	assert_int_equal(entries_of(reading, "# none yet\n").count, 0);
	assert_int_equal(entries_of(reading, "[]\n").count, 0);
	assert_int_equal(entries_of(reading, "~\n").count, 0);
	assert_report(reading, "");
}

static void id_and_name_are_required(void **state)
{
	struct reading *reading = *state;
	struct principle_entries entries = entries_of(reading,
	    "- name: a\n- id: b\n- {}\n- {id: [c], name: d}\n"
	    "- {id: e, name: ''}\n");

	assert_int_equal(entries.count, 2);
	assert_text(entries.items[0].id.text, "b");
	assert_text(entries.items[1].id.text, "e");
	assert_report(reading,
	    "x.md:1:3: error: the key 'id' is missing [key-missing]\n"
	    "x.md:2:3: error: the key 'name' is missing [key-missing]\n"
	    "x.md:3:3: error: the key 'id' is missing [key-missing]\n"
	    "x.md:3:3: error: the key 'name' is missing [key-missing]\n"
	    "x.md:4:8: error: 'id' must be a text [yaml-kind]\n"
	    "x.md:5:3: error: the key 'name' is missing [key-missing]\n");
}

static void ids_are_portable_and_given_once(void **state)
{
	struct reading *reading = *state;
	struct principle_entries entries = entries_of(reading,
	    "- {id: listen, name: Listen to the end}\n"
	    "- {id: Go Beyond, name: Go beyond}\n"
	    "- {id: listen, name: Listen again}\n"
	    "- {id: index, name: Not reserved for principles}\n");

	assert_int_equal(entries.count, 2);
	assert_text(entries.items[0].name.text, "Listen to the end");
	assert_text(entries.items[1].id.text, "index");
	assert_report(reading,
	    "x.md:2:8: error: 'Go Beyond' cannot be an id: use at most 80 of "
	    "a-z, 0-9 and '-'; con, prn, aux, nul, com1-9 and lpt1-9 are "
	    "barred too; 'go-beyond' would do [id-unportable]\n"
	    "x.md:3:8: error: 'listen' is already the id of 'Listen to the "
	    "end'; rename one of them [id-twice]\n");
}

static void a_phase_is_one_of_three(void **state)
{
	struct reading *reading = *state;
	struct principle_entries entries =
	    entries_of(reading, "- {id: a, name: b, phase: later}\n");

	assert_int_equal(entries.count, 1);
	assert_int_equal(entries.items[0].phase, PRINCIPLE_NONE);
	assert_report(reading,
	    "x.md:1:27: error: 'later' is no value for 'phase'; it must be "
	    "before, during or after [yaml-value]\n");
}

static void entries_are_mappings_of_known_keys(void **state)
{
	struct reading *reading = *state;
	struct principle_entries entries = entries_of(reading,
	    "- listen\n- {id: a, name: b, when-not: c}\n");

	assert_int_equal(entries.count, 1);
	assert_report(reading,
	    "x.md:1:3: error: 'principles' must be a list of entries "
	    "'- id: ...' [yaml-kind]\n"
	    "x.md:2:20: warning: the key 'when-not' is not known here and is "
	    "ignored; did you mean 'when_not'? [key-unknown]\n");
}

static void the_file_is_a_list(void **state)
{
	struct reading *reading = *state;

	assert_int_equal(entries_of(reading, "listen: a\n").count, 0);
	assert_report(reading,
	    "x.md:1:1: error: YAML: this file must be a list of entries "
	    "'- id: ...' [yaml-syntax]\n");
	assert_int_equal(entries_of(reading, "listen\n").count, 0);
	assert_report(reading,
	    "x.md:1:1: error: YAML: this file must be a list of entries "
	    "'- id: ...' [yaml-syntax]\n");
	assert_int_equal(entries_of(reading, "- id: 'a\n").count, 0);
	assert_report(reading,
	    "x.md:1:7: error: YAML: the quotation that begins here does not "
	    "end [yaml-syntax]\n");
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, reading_setup, reading_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(entries_are_read_in_order),
		TEST(a_guide_needs_no_principles),
		TEST(id_and_name_are_required),
		TEST(ids_are_portable_and_given_once),
		TEST(a_phase_is_one_of_three),
		TEST(entries_are_mappings_of_known_keys),
		TEST(the_file_is_a_list),
	};

	return cmocka_run_group_tests_name("read/principles", tests, NULL,
	    NULL);
}
