#include "command/extract.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/body_message.h"
#include "guiding.h"

/* The messages as a template without its header. */
static const char *template_of(struct guiding *guiding,
    const struct catalog_messages *messages)
{
	struct buffer out = { 0 };
	const char *string, *body;

	catalog_write_template(&out, "x", TEXT(""), messages);
	string = text_string(&guiding->arena, buffer_text(&out));
	buffer_release(&out);
	body = strstr(string, "\n\n");
	return body != NULL ? body + 2 : "";
}

#define NAMED(comment, file, id)                                               \
	"#. " comment "\n#: content" file "\nmsgid \"" id "\"\nmsgstr \"\"\n"
#define PRINCIPLE(comment, id) NAMED(comment, "/principles.yaml", id)
#define TAG(id)                                                                \
	"#. A tag: the topic of some articles.\n#: content\n"                  \
	"msgctxt \"tag\"\nmsgid \"" id "\"\nmsgstr \"\"\n"

static void all_that_readers_see_of_the_configuration_is_a_message(
    void **state)
{
	struct guiding *guiding = *state;
	struct catalog_messages messages = { 0 };

	guiding_configure(guiding,
	    "title: Small\ntagline: Heading\ndescription: Words.\n"
	    "base_url: https://guide.example/\nlocales: [fi]\n");
	guiding_principles(guiding,
	    "- {id: listen, name: Listen, phase: during, definition: Hear.,"
	    " when_not: Fire., question: Who?, aliases: [hear, heed]}\n"
	    "- {id: calm, name: Calm}\n");
	guiding_file(guiding, "fi/a.md",
	    "---\ntitle: Otsikko\ntags: [calls, Small]\nowner: tiimi\n---\n");
	guiding_assemble(guiding);
	extract_guide(&messages, &guiding->arena, &guiding->guide);
	assert_string_equal(template_of(guiding, &messages),
	    NAMED("The name of the guide.", "/guide.yaml", "Small") "\n"
	    NAMED("Heading of the home page.", "/guide.yaml", "Heading") "\n"
	    NAMED("Text of the home page.", "/guide.yaml", "Words.") "\n"
	    PRINCIPLE("Principle listen: its name.", "Listen") "\n"
	    PRINCIPLE("Principle listen: its definition.", "Hear.") "\n"
	    PRINCIPLE("Principle listen: when it does not apply.", "Fire.")
	    "\n"
	    PRINCIPLE("Principle listen: a question to practise with.",
		"Who?") "\n"
	    PRINCIPLE("Principle listen: search words, separated by commas; "
		      "as many or as few as readers would type.",
		"hear, heed") "\n"
	    PRINCIPLE("Principle calm: its name.", "Calm") "\n"
	    TAG("calls") "\n" TAG("Small"));
}

static void a_title_that_is_not_given_is_the_programs_message(void **state)
{
	struct guiding *guiding = *state;
	struct catalog_messages messages = { 0 };

	guiding_locales(guiding, "fi");
	guiding_assemble(guiding);
	extract_guide(&messages, &guiding->arena, &guiding->guide);
	assert_int_equal(messages.count, 0);
	extract_defaults(&messages, &guiding->arena);
	assert_int_equal(messages.count, 1 + BODY_MESSAGE_COUNT);
	assert_true(text_equal(messages.items[0].id,
	    guiding->guide.configuration.title.text));
}

static bool extract(struct guiding *guiding,
    struct catalog_messages *messages, struct theme *theme)
{
	return extract_templates(messages, &guiding->arena, &guiding->report,
	    theme, theme->names, theme->name_count);
}

/* What pages say in words of their own is in the program's templates, since
 * only those are extracted. */
static void words_that_the_program_looks_up_are_extracted(void **state)
{
	static const char *const words[] = { "Principles", "Topics",
		"A–Z index", "There is no such page.", "Search the guide",
		"Page {number} of {count}" };
	struct guiding *guiding = *state;
	struct catalog_messages messages = { 0 };
	struct theme theme;
	size_t i, j;

	theme_open(&theme, &guiding->arena, "none", "templates");
	assert_true(extract(guiding, &messages, &theme));
	assert_reported("");
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		bool found = false;

		for (j = 0; j < messages.count; j++)
			found = found ||
			    (messages.items[j].context.length == 0 &&
				text_equal_string(
				    messages.items[j].id, words[i]));
		if (!found)
			fail_msg("'%s' is not extracted", words[i]);
	}
}

/* The program's scripts are its interface; of a guide's own scripts those
 * that stand in for them. */
static void scripts_of_the_guide_are_extracted(void **state)
{
	struct guiding *guiding = *state;
	struct catalog_messages messages = { 0 };
	struct theme theme;
	size_t i;

	theme_open(&theme, &guiding->arena, "none", "templates");
	extract_scripts(&messages, &guiding->arena, &theme);
	assert_int_equal(messages.count, 0);
	theme_open(&theme, &guiding->arena, ".", "templates");
	extract_scripts(&messages, &guiding->arena, &theme);
	assert_true(messages.count > 0);
	for (i = 0; i < messages.count; i++)
		assert_true(text_starts(messages.items[i].reference,
		    TEXT("templates/assets/")));
}

static void templates_that_are_not_there_are_reported(void **state)
{
	struct guiding *guiding = *state;
	struct catalog_messages messages = { 0 };
	const struct text names[] = { TEXT("none.html"), TEXT("tags.html") };
	struct theme theme;

	theme_open(&theme, &guiding->arena, "none", "templates");
	assert_false(extract_templates(&messages, &guiding->arena,
	    &guiding->report, &theme, names, 2));
	assert_int_equal(guiding->report.count, 1);
	assert_int_equal(
	    guiding->report.items[0].message, MESSAGE_TEMPLATE_MISSING);
	/* The others are extracted none the less. */
	assert_true(messages.count > 0);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, guiding_setup, guiding_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(
		    all_that_readers_see_of_the_configuration_is_a_message),
		TEST(a_title_that_is_not_given_is_the_programs_message),
		TEST(words_that_the_program_looks_up_are_extracted),
		TEST(scripts_of_the_guide_are_extracted),
		TEST(templates_that_are_not_there_are_reported),
	};

	return cmocka_run_group_tests_name(
	    "command/extract", tests, NULL, NULL);
}
