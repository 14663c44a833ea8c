#include "render/script.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "guiding.h"

/* The messages of a script as a template without its header. */
static const char *messages_of(struct guiding *guiding, const char *script)
{
	struct catalog_messages messages = { 0 };
	struct buffer out = { 0 };
	const char *string, *body;

	script_messages(&messages, &guiding->arena, text_from(script),
	    TEXT("x.js"));
	catalog_write_template(&out, "x", TEXT(""), &messages);
	string = text_string(&guiding->arena, buffer_text(&out));
	buffer_release(&out);
	body = strstr(string, "\n\n");
	return body != NULL ? body + 2 : "";
}

#define MESSAGE(id) "#: x.js\nmsgid \"" id "\"\nmsgstr \"\"\n"
#define NOTED(comment, id) "#. " comment "\n" MESSAGE(id)

static void literals_of_both_functions_are_messages(void **state)
{
	struct guiding *guiding = *state;

	assert_string_equal(messages_of(guiding,
				"f(_(\"Close\"), _('It\\'s'));\n"
				"x = ngettext(\"{count} hit\", \"{count} hits\",\n"
				"	n);"),
	    MESSAGE("Close") "\n" MESSAGE("It's")
	    "\n#: x.js\n#, python-brace-format\nmsgid \"{count} hit\"\n"
	    "msgid_plural \"{count} hits\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n");
}

/* A script as it reaches browsers. */
static const char *shortened(struct guiding *guiding, const char *script)
{
	struct buffer out = { 0 };
	const char *string;

	script_shorten(&out, text_from(script));
	string = text_string(&guiding->arena, buffer_text(&out));
	buffer_release(&out);
	return string;
}

static void comments_and_indentation_are_left_out(void **state)
{
	struct guiding *guiding = *state;

	assert_string_equal(
	    shortened(guiding,
		"/* A note. */\n(function () {\n\t\"use strict\";\n"
		"\t// why\n\n\tvar a = 1; /* b */\n\treturn a\n\t\t+ 1;\n"
		"})();\n"),
	    "(function(){\n\"use strict\";\nvar a=1;\nreturn a\n+1;\n})();\n");
}

static void what_must_stay_apart_does(void **state)
{
	struct guiding *guiding = *state;

	assert_string_equal(shortened(guiding, "a + +b - -c; a / /x y/.d"),
	    "a+ +b- -c;a / /x y/.d\n");
	assert_string_equal(
	    shortened(guiding, "typeof a in b"), "typeof a in b\n");
}

static void strings_templates_and_expressions_stay_whole(void **state)
{
	struct guiding *guiding = *state;

	assert_string_equal(
	    shortened(guiding, "f('/* a */  b', `c\n\t// d ${e  + 1}`, /\\/\\*  g/)"),
	    "f('/* a */  b',`c\n\t// d ${e  + 1}`, /\\/\\*  g/)\n");
}

static void templates_in_templates_stay_whole(void **state)
{
	static const char *const templates[] = {
		"`${f(`a ${b} \xc2\xb7 c`)}  d`",
		"`a ${b({ c: `  ${d}  }  ` })}  `",
		"`a ${'`  }'}  b ${/[`}\"]/.test(c  )}  /* d */`",
		"`a ${/* ` } */ b}  \\`  \\${  $ {  `",
		"`a  ${`b  ${`c  ${d}  e`}  f`}  g`" };
	struct guiding *guiding = *state;
	struct arena *arena = &guiding->arena;
	size_t i;

	for (i = 0; i < sizeof(templates) / sizeof(templates[0]); i++)
		assert_string_equal(
		    shortened(guiding, text_string(arena, text_format(arena,
				"x = %s;\n", templates[i]))),
		    text_string(arena, text_format(arena, "x=%s;\n",
				templates[i])));
	for (i = 0; i < strlen(templates[4]); i++)
		(void)shortened(guiding, text_string(arena, text_slice(
				text_from(templates[4]), 0, i)));
}

static void pieces_with_plus_signs_are_one_message(void **state)
{
	struct guiding *guiding = *state;

	assert_string_equal(
	    messages_of(guiding, "_(\"One \" +\n\t\t'two' + \" three\")"),
	    MESSAGE("One two three"));
	assert_string_equal(messages_of(guiding, "_(\"One \" + two)"), "");
}

static void escapes_mean_what_they_mean_in_javascript(void **state)
{
	struct guiding *guiding = *state;

	assert_string_equal(
	    messages_of(guiding, "_(\"a\\\"b\\\\c \\u00e4\\x41 \\\nd\")"),
	    MESSAGE("a\\\"b\\\\c \xc3\xa4" "A d"));
}

static void what_is_no_call_with_a_literal_is_no_message(void **state)
{
	static const char *const scripts[] = { "", "_", "_(", "_(text)",
		"_(\"\")", "a_(\"x\")", "_a(\"x\")", "ngettext(\"x\")",
		"ngettext(\"x\", y, n)", "gettext(\"x\")", "\"_('x')\"",
		"'\\'_(\"x\")'", "`_(\"x\")`", "// _(\"x\")\n",
		"/* _(\"x\") */", "/_(\"x\")/", "f(/[/_(\"x\")\"]/)",
		"return /\\/_(\"x\")/", "_(`x`)", "_(\"x\"", "_ = \"x\"" };
	struct guiding *guiding = *state;
	size_t i;

	for (i = 0; i < sizeof(scripts) / sizeof(scripts[0]); i++)
		if (strcmp(messages_of(guiding, scripts[i]), "") != 0)
			fail_msg("%s has a message", scripts[i]);
}

static void a_division_is_no_regular_expression(void **state)
{
	struct guiding *guiding = *state;

	assert_string_equal(
	    messages_of(guiding, "a / _(\"x\") / 2; f(1) / g[2] / _(\"y\");"),
	    MESSAGE("x") "\n" MESSAGE("y"));
	assert_string_equal(
	    messages_of(guiding, "a.replace(/['\"]/g, _(\"x\"))"),
	    MESSAGE("x"));
}

static void translators_read_the_comment_right_before(void **state)
{
	struct guiding *guiding = *state;

	assert_string_equal(
	    messages_of(guiding,
		"/* Translators: On a\n   button. */\n_(\"Close\");\n"
		"_(\"Open\");\n"
		"/* not for them */ _(\"Shut\");\n"
		"// Translators: On a line.\n_(\"Lock\");\n"
		"/* Translators: Here. */ _(\"Bar\");\n"
		"/* Translators: Too far. */\n\n_(\"Bolt\");"),
	    NOTED("On a button.", "Close") "\n" MESSAGE("Open") "\n"
	    MESSAGE("Shut") "\n" NOTED("On a line.", "Lock") "\n"
	    NOTED("Here.", "Bar") "\n" MESSAGE("Bolt"));
}

/* As guiding_catalog, with a header of its own. */
static void catalog(struct guiding *guiding, const char *tag, const char *po)
{
	struct catalog *catalog = arena_new(&guiding->arena, struct catalog);
	struct locale *locale =
	    guiding->guide.locales[guiding_locale(guiding, tag)->index];

	assert_true(catalog_read(catalog, &guiding->arena, &guiding->report,
	    guiding_source(guiding, "locales/ui/x.po", po)));
	locale->catalogs.items[0] = catalog;
	locale->catalogs.count = 2;
}

/* The words of a locale for a script. */
static const char *words_of(struct guiding *guiding, const char *tag,
    const char *script)
{
	struct catalog_messages messages = { 0 };
	struct buffer out = { 0 };
	const char *string;

	script_messages(&messages, &guiding->arena, text_from(script),
	    TEXT("x.js"));
	script_words(&out, &guiding->arena, &messages,
	    &guiding_locale(guiding, tag)->catalogs);
	string = text_string(&guiding->arena, buffer_text(&out));
	buffer_release(&out);
	return string;
}

#define SCRIPT                                                                 \
	"_(\"Close\"); _(\"Close\"); _(\"New\"); "                             \
	"ngettext(\"{count} hit\", \"{count} hits\", n)"

static void words_are_translations_with_the_plural_rule(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi sr ko en");
	guiding_catalog(guiding, "fi",
	    "msgid \"Close\"\nmsgstr \"\\\"Sulje\\\"\\n\\\\\"\n\n"
	    "msgid \"{count} hit\"\nmsgid_plural \"{count} hits\"\n"
	    "msgstr[0] \"{count} osuma\"\nmsgstr[1] \"{count} osumaa\"\n");
	assert_string_equal(words_of(guiding, "fi", SCRIPT),
	    "opasWords({\n\"Close\": \"\\\"Sulje\\\"\\u000a\\\\\",\n"
	    "\"{count} hit\": function (n) { return [\"{count} osuma\", "
	    "\"{count} osumaa\"][Number(n != 1)]; }\n});\n");
	catalog(guiding, "sr",
	    "msgid \"\"\nmsgstr \"\"\n\"Language: sr\\n\"\n"
	    "\"Plural-Forms: nplurals=3; "
	    "plural=n==1 ? 0 : n==2 ? 1 : 2;\\n\"\n\n"
	    "msgid \"{count} hit\"\nmsgid_plural \"{count} hits\"\n"
	    "msgstr[0] \"a {count}\"\nmsgstr[1] \"b {count}\"\n"
	    "msgstr[2] \"c {count}\"\n");
	assert_string_equal(words_of(guiding, "sr", SCRIPT),
	    "opasWords({\n\"{count} hit\": function (n) { return "
	    "[\"a {count}\", \"b {count}\", \"c {count}\"]"
	    "[Number(n==1 ? 0 : n==2 ? 1 : 2)]; }\n});\n");
	/* As in a template that nobody has filled in. */
	catalog(guiding, "ko",
	    "msgid \"\"\nmsgstr \"\"\n\"Plural-Forms: nplurals=INTEGER; "
	    "plural=EXPRESSION;\\n\"\n\n"
	    "msgid \"{count} hit\"\nmsgid_plural \"{count} hits\"\n"
	    "msgstr[0] \"a {count}\"\nmsgstr[1] \"b {count}\"\n");
	assert_string_equal(words_of(guiding, "ko", SCRIPT),
	    "opasWords({\n\"{count} hit\": function (n) { return "
	    "[\"a {count}\", \"b {count}\"][Number(n != 1)]; }\n});\n");
	assert_string_equal(
	    words_of(guiding, "en", SCRIPT), "opasWords({\n});\n");
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, guiding_setup, guiding_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(literals_of_both_functions_are_messages),
		TEST(comments_and_indentation_are_left_out),
		TEST(what_must_stay_apart_does),
		TEST(strings_templates_and_expressions_stay_whole),
		TEST(templates_in_templates_stay_whole),
		TEST(pieces_with_plus_signs_are_one_message),
		TEST(escapes_mean_what_they_mean_in_javascript),
		TEST(what_is_no_call_with_a_literal_is_no_message),
		TEST(a_division_is_no_regular_expression),
		TEST(translators_read_the_comment_right_before),
		TEST(words_are_translations_with_the_plural_rule),
	};

	return cmocka_run_group_tests_name("render/script", tests, NULL, NULL);
}
