#include "render/compile.h"

#include "render/templating.h"

static const char *translated(struct templating *templating, const char *po,
    const char *content)
{
	templating_clear(templating);
	add_catalog(templating, po);
	add_file(templating, "page.html", content);
	return page_of(templating, "page.html");
}

/* The report of a page and a catalog that do not fit. */
static const char *at_odds(struct templating *templating, const char *po,
    const char *content)
{
	templating_clear(templating);
	add_catalog(templating, po);
	add_file(templating, "page.html", content);
	assert_null(compile(templating, "page.html"));
	return said(templating);
}

static void translation_takes_the_place_of_the_message(void **state)
{
	assert_string_equal(translated(*state,
	    "msgid \"Skip to content\"\nmsgstr \"На садржај <&\"\n\n"
	    "msgctxt \"button\"\nmsgid \"Print\"\nmsgstr \"Штампај\"\n\n"
	    "msgid \"Print\"\nmsgstr \"Штампа\"\n",
	    BLOCK("<p i18n:translate=\"\">\n Skip\n to content </p>"
		  "<p i18n:translate=\"\" i18n:context=\"button\">Print</p>"
		  "<p i18n:translate=\"\">Print</p>")),
	    "<p>На садржај &lt;&amp;</p><p>Штампај</p><p>Штампа</p>");
}

static void elements_go_where_the_translation_puts_them(void **state)
{
	assert_string_equal(translated(*state,
	    "msgid \"Read <a>the <b class=\\\"x\\\">text</b></a>, {name}, on "
	    "{date}\"\n"
	    "msgstr \"{date}: <b class=\\\"x\\\">{name}</b> <a>чита</a>\"\n",
	    BLOCK("<p i18n:translate=\"\">Read <a tal:attributes=\"href url\">"
		  "the <b class=\"x\">text</b></a>, "
		  "<i i18n:name=\"name\" tal:content=\"foreign\"/>, on "
		  "<tal:block i18n:name=\"date\" replace=\"date\"/></p>")),
	    "<p>3.11.2026: <b class=\"x\"><i lang=\"fi\" dir=\"ltr\">Suomi</i>"
	    "</b> <a href=\"../x.html#y\">чита</a></p>");
}

static void placeholder_is_a_variable_of_that_name(void **state)
{
	const char *content = BLOCK(
	    "<p i18n:translate=\"\" tal:define=\"who item/title; w words\">"
	    "{who}, {date}, {w}</p>");

	assert_string_equal(translated(*state,
	    "msgid \"{who}, {date}, {w}\"\nmsgstr \"{w} {who} {date}\"\n",
	    content),
	    "<p><span lang=\"fa\" dir=\"rtl\">sivu</span> Two 3.11.2026</p>");
	assert_string_equal(refused(*state, BLOCK(
	    "\n<p i18n:translate=\"\">On {dat} {item}</p>")),
	    "templates/page.html:2:1: error: 'item' is an object, and text is "
	    "needed here [template-kind]\n"
	    "templates/page.html:2:1: error: 'dat' is no slot of page; did "
	    "you mean 'date'? [template-slot]\n");
}

static void untranslated_message_is_marked_as_english(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<p class=\"c\" i18n:translate=\"\">Hi {title} {foreign}</p>"
	    "<p><tal:block i18n:translate=\"\">Hi</tal:block></p>"
	    "<p lang=\"en\" i18n:translate=\"\">Hi</p>"
	    "<title i18n:translate=\"\">Hi</title>"
	    "<title><tal:block i18n:translate=\"\">Hi</tal:block></title>"
	    "<p i18n:plural=\"count\"><i18n:one>One</i18n:one>"
	    "<i18n:other>{count} more</i18n:other></p>"
	    "<p tal:content=\"missing | default\" i18n:translate=\"\">Hi</p>")),
	    "<p class=\"c\" lang=\"en\" dir=\"ltr\">Hi "
	    "<span lang=\"sr\" dir=\"ltr\">&lt;Title&gt; &amp; \"more\"</span>"
	    " <span lang=\"fi\" dir=\"ltr\">Suomi</span></p>"
	    "<p><span lang=\"en\" dir=\"ltr\">Hi</span></p>"
	    "<p lang=\"en\" dir=\"ltr\">Hi</p>"
	    "<title lang=\"en\" dir=\"ltr\">Hi</title><title>Hi</title>"
	    "<p lang=\"en\" dir=\"ltr\">\xD9\xA5 more</p>"
	    "<p><span lang=\"en\" dir=\"ltr\">Hi</span></p>");
}

static void english_page_needs_no_mark(void **state)
{
	static const struct slot_language british = { { "en-GB", 5 }, false };
	struct templating *templating = *state;
	const char *got;

	templating->language = &british;
	got = page(templating, BLOCK("<p i18n:translate=\"\">Hi</p>"
				     "<p i18n:plural=\"one\"><i18n:one>One"
				     "</i18n:one><i18n:other>More</i18n:other>"
				     "</p>"));
	templating->language = &serbian;
	assert_string_equal(got, "<p>Hi</p><p>One</p>");
}

#define PAGES                                                                  \
	"<tal:block i18n:one=\"\"><b>A</b> page</tal:block>"                   \
	"<tal:block i18n:other=\"\"><b i18n:name=\"n\" tal:content=\"x\"/> "   \
	"pages</tal:block>"
#define PAGES_PO                                                               \
	SERBIAN "msgid \"<b>A</b> page\"\nmsgid_plural \"{n} pages\"\n"        \
		"msgstr[0] \"{n} страна\"\nmsgstr[1] \"{n} стране\"\n"         \
		"msgstr[2] \"страна: {n}\"\n"

static void plural_follows_the_catalog(void **state)
{
	assert_string_equal(translated(*state, PAGES_PO, BLOCK(
	    "<p tal:define=\"x one\" i18n:plural=\"x\">" PAGES "</p>"
	    "<p tal:repeat=\"i items\" tal:define=\"x size\" "
	    "i18n:plural=\"i/count\">" PAGES "</p>"
	    "<p tal:define=\"x none\" i18n:plural=\"none\">" PAGES "</p>")),
	    "<p><b>\xD9\xA1</b> страна</p>"
	    "<p><b>#1234</b> страна</p><p><b>#1234</b> стране</p>"
	    "<p>страна: <b>#1234</b></p>"
	    "<p>страна: <b>\xD9\xA0</b></p>");
}

static void plural_can_name_its_number(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<p lang=\"en\" dir=\"ltr\" tal:repeat=\"i items\" "
	    "i18n:plural=\"n i/count\"><i18n:one>One page</i18n:one>"
	    "<i18n:other>{n} pages</i18n:other></p>")),
	    "<p lang=\"en\" dir=\"ltr\">One page</p>"
	    "<p lang=\"en\" dir=\"ltr\">\xD9\xA2 pages</p>"
	    "<p lang=\"en\" dir=\"ltr\">\xD9\xA5 pages</p>");
	assert_string_equal(refused(*state, BLOCK(
	    "\n<p i18n:plural=\"title\"><i18n:one>1</i18n:one>"
	    "<i18n:other>2</i18n:other></p>"
	    "\n<p i18n:plural=\"a/b count\"><i18n:one>1</i18n:one>"
	    "<i18n:other>2</i18n:other></p>")),
	    "templates/page.html:2:17: error: 'title' is text, and a number "
	    "is needed here [template-kind]\n"
	    "templates/page.html:3:17: error: 'a/b' is not understood: it "
	    "cannot be the name of a variable [template-syntax]\n");
}

static void attributes_are_translated(void **state)
{
	const char *content = BLOCK(
	    "<a href=\"#\" title=\" Link  to {name}\" aria-label=\"Go\" "
	    "i18n:attributes=\"title; aria-label\" "
	    "tal:define=\"name title\"/>"
	    "<a title=\"Go\" tal:attributes=\"title missing | default\" "
	    "i18n:attributes=\"title\" i18n:context=\"verb\"/>");

	assert_string_equal(translated(*state,
	    "msgid \"Link to {name}\"\nmsgstr \"{name} \\\"и\\\" веза\"\n\n"
	    "msgid \"Go\"\nmsgstr \"Иди\"\n\n"
	    "msgctxt \"verb\"\nmsgid \"Go\"\nmsgstr \"Хајде\"\n",
	    content),
	    "<a href=\"#\" title=\"&lt;Title&gt; &amp; &quot;more&quot; "
	    "&quot;и&quot; веза\" aria-label=\"Иди\"></a>"
	    "<a title=\"Хајде\"></a>");
	assert_string_equal(page(*state, content),
	    "<a href=\"#\" title=\"Link to &lt;Title&gt; &amp; "
	    "&quot;more&quot;\" aria-label=\"Go\"></a><a title=\"Go\"></a>");
	assert_string_equal(refused(*state, BLOCK(
	    "\n<p title=\"{titl}\" i18n:attributes=\"title\"/>")),
	    "templates/page.html:2:11: error: 'titl' is no slot of page; did "
	    "you mean 'title'? [template-slot]\n");
}

static void translation_at_odds_is_reported_where_it_is(void **state)
{
	assert_string_equal(at_odds(*state,
	    "# x\nmsgid \"a <b>b</b>\"\nmsgstr \"a <i>b</i>\"\n",
	    BLOCK("<p i18n:translate=\"\">a <b>b</b></p>")),
	    "x.po:2:1: error: the translation must hold the same markup as "
	    "the message: '<i>' is not in the message, or not at this place "
	    "[po-markup]\n");
	assert_string_equal(at_odds(*state,
	    SERBIAN "msgid \"<b>A</b> page\"\nmsgid_plural \"{n} pages\"\n"
	    "msgstr[0] \"<b>A</b> страна\"\nmsgstr[1] \"{n} стране\"\n"
	    "msgstr[2] \"<u>{n}</u>\"\n",
	    BLOCK("<p tal:define=\"x one\" i18n:plural=\"x\">" PAGES "</p>")),
	    "x.po:6:1: error: the translation must hold the same markup as "
	    "the message: '<u>' is not in the message, or not at this place "
	    "[po-markup]\n");
}

static void guide_goes_before_the_interface(void **state)
{
	struct templating *templating = *state;
	struct catalog interface;
	struct source source = { TEXT("ui.po"),
		TEXT("msgid \"Home\"\nmsgstr \"Почетак\"\n\n"
		     "msgid \"Index\"\nmsgstr \"Индекс\"\n"), NULL };

	templating_clear(templating);
	add_catalog(templating, "msgid \"Home\"\nmsgstr \"Кућа\"\n");
	assert_true(catalog_read(&interface, &templating->arena,
	    &templating->report, &source));
	templating->catalogs.items[1] = &interface;
	templating->catalogs.count = 2;
	add_file(templating, "page.html",
	    BLOCK("<p i18n:translate=\"\">Home</p>"
		  "<p i18n:translate=\"\">Index</p>"));
	assert_string_equal(page_of(templating, "page.html"),
	    "<p>Кућа</p><p>Индекс</p>");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(translation_takes_the_place_of_the_message),
		cmocka_unit_test(elements_go_where_the_translation_puts_them),
		cmocka_unit_test(placeholder_is_a_variable_of_that_name),
		cmocka_unit_test(untranslated_message_is_marked_as_english),
		cmocka_unit_test(english_page_needs_no_mark),
		cmocka_unit_test(plural_follows_the_catalog),
		cmocka_unit_test(plural_can_name_its_number),
		cmocka_unit_test(attributes_are_translated),
		cmocka_unit_test(translation_at_odds_is_reported_where_it_is),
		cmocka_unit_test(guide_goes_before_the_interface),
	};

	return cmocka_run_group_tests_name("render/compile_phrase", tests,
	    templating_setup, templating_teardown);
}
