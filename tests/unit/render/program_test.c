#include "render/program.h"

#include "render/templating.h"

static void absent_value_gives_way(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<p tal:content=\"missing | title\"/>"
	    "<p tal:content=\"empty | item/parent/parent/title | date\"/>"
	    "<p tal:content=\"missing | string:none\"/>"
	    "<p tal:content=\"missing | nothing\"/>"
	    "<p tal:content=\"missing\"/>")),
	    "<p>&lt;Title&gt; &amp; \"more\"</p><p>3.11.2026</p><p>none</p>"
	    "<p></p><p></p>");
}

static void conditions_take_any_kind(void **state)
{
	static const char *const yes[] = { "title", "count", "date", "url",
		"yes", "items", "item", "body", "not:no", "not:none",
		"not:nobody", "not:missing", "not:empty",
		"not:item/parent/parent", "string:x", "missing | yes",
		"not:missing | no" };
	struct templating *templating = *state;
	char content[1000];
	size_t i;

	for (i = 0; i < sizeof(yes) / sizeof(yes[0]); i++) {
		(void)snprintf(content, sizeof(content),
		    BLOCK("<b tal:condition=\"%s\"/>|"), yes[i]);
		assert_string_equal(page(templating, content), "<b></b>|");
	}
	assert_string_equal(page(templating, BLOCK(
	    "<b tal:condition=\"no\"/><b tal:condition=\"none\"/>"
	    "<b tal:condition=\"nobody\"/><b tal:condition=\"missing\"/>"
	    "<b tal:condition=\"string:\"/><b tal:condition=\"nothing\"/>|")),
	    "|");
}

static void loops_know_where_they_are(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<tal:block repeat=\"x items\">"
	    "<b tal:attributes=\"id repeat/x/index; data-n repeat/x/number; "
	    "data-first repeat/x/first; data-last repeat/x/last; "
	    "data-even repeat/x/even; data-odd repeat/x/odd\"/></tal:block>")),
	    "<b id=\"0\" data-n=\"1\" data-first=\"true\" "
	    "data-even=\"true\"></b>"
	    "<b id=\"1\" data-n=\"2\" data-odd=\"true\"></b>"
	    "<b id=\"2\" data-n=\"3\" data-last=\"true\" "
	    "data-even=\"true\"></b>");
}

static void loops_can_be_in_loops(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<ul tal:repeat=\"x items\">"
	    "<li tal:repeat=\"y items\">"
	    "<i tal:content=\"string:${repeat/x/index}${repeat/y/index} "
	    "${x/count}${y/count}\"/></li>"
	    "<b tal:repeat=\"y x/children\" tal:content=\"y/title\"/></ul>"
	    "<p tal:repeat=\"x nobody\"/>")),
	    "<ul><li><i>00 \xD9\xA1\xD9\xA1</i></li>"
	    "<li><i>01 \xD9\xA1\xD9\xA2</i></li>"
	    "<li><i>02 \xD9\xA1\xD9\xA5</i></li><b>leaf</b></ul>"
	    "<ul><li><i>10 \xD9\xA2\xD9\xA1</i></li>"
	    "<li><i>11 \xD9\xA2\xD9\xA2</i></li>"
	    "<li><i>12 \xD9\xA2\xD9\xA5</i></li></ul>"
	    "<ul><li><i>20 \xD9\xA5\xD9\xA1</i></li>"
	    "<li><i>21 \xD9\xA5\xD9\xA2</i></li>"
	    "<li><i>22 \xD9\xA5\xD9\xA5</i></li></ul>");
}

static void numbers_have_digits_for_their_readers(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<td tal:attributes=\"colspan count; title count; "
	    "data-x string:n${size}\" tal:content=\"count\"/>")),
	    "<td colspan=\"5\" title=\"\xD9\xA5\" data-x=\"n1234\">"
	    "\xD9\xA5</td>");
}

static void foreign_addresses_are_dropped(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<a tal:attributes=\"href url\"/><a tal:attributes=\"href evil\"/>"
	    "<a tal:repeat=\"x items\" tal:attributes=\"href x/url\"/>")),
	    "<a href=\"../x.html#y\"></a><a href=\"\"></a>"
	    "<a href=\"a.html?x=1&amp;y=2\"></a><a href=\"b%20c.html\"></a>"
	    "<a href=\"\"></a>");
}

static void parts_of_addresses_are_encoded(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<a tal:attributes=\"href string:s.html?q=${title}&amp;"
	    "n=${size}\"/>"
	    "<a tal:attributes=\"href string:${url}-${item/title}\"/>"
	    "<a tal:attributes=\"href string:${evil}\"/>"
	    "<a tal:define=\"s string:${evil}#\" "
	    "tal:attributes=\"title s\"/>")),
	    "<a href=\"s.html?q=%3CTitle%3E%20%26%20%22more%22&amp;n=1234\">"
	    "</a><a href=\"../x.html#y-Two\"></a><a href=\"\"></a>"
	    "<a title=\"JavaScript:alert(1)#\"></a>");
}

static void blank_lines_do_not_pile_up(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<b/>\n  <i tal:condition=\"no\"/>\n  <i tal:condition=\"no\"/>\n"
	    "  <tal:block repeat=\"x items\">\n<u/>\n</tal:block>\n<b/>")),
	    "<b></b>\n<u></u>\n<u></u>\n<u></u>\n<b></b>");
}

static void program_runs_again_and_again(void **state)
{
	struct templating *templating = *state;
	const char *once;
	const struct program *program;
	size_t i;

	(void)page(templating, BLOCK("<b tal:repeat=\"x items\" "
				     "tal:content=\"x/title | default\">d"
				     "</b>"));
	once = text_string(&templating->arena, text_from(
	    templating->page.bytes));
	program = compile(templating, "page.html");
	for (i = 0; i < 3; i++) {
		buffer_clear(&templating->page);
		arena_reset(&templating->scratch);
		program_run(program, &templating->page, &templating->scratch,
		    &templating->scratch, NULL);
		assert_memory_equal(templating->page.bytes, once,
		    strlen(once));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(absent_value_gives_way),
		cmocka_unit_test(conditions_take_any_kind),
		cmocka_unit_test(loops_know_where_they_are),
		cmocka_unit_test(loops_can_be_in_loops),
		cmocka_unit_test(numbers_have_digits_for_their_readers),
		cmocka_unit_test(foreign_addresses_are_dropped),
		cmocka_unit_test(parts_of_addresses_are_encoded),
		cmocka_unit_test(blank_lines_do_not_pile_up),
		cmocka_unit_test(program_runs_again_and_again),
	};

	return cmocka_run_group_tests_name("render/program", tests,
	    templating_setup, templating_teardown);
}
