#include "render/template.h"

#include "base/process.h"
#include "render/templating.h"
#include "scratch.h"

static void page_is_html(void **state)
{
	assert_string_equal(page(*state,
				"<!DOCTYPE html>\n"
				"<html xmlns=\"http://www.w3.org/1999/xhtml\""
				TAL " tal:attributes=\"lang item/tag\">\n"
				"  <head>\n"
				"    <meta charset=\"utf-8\"/>\n"
				"    <script src=\"a.js\" defer=\"defer\"/>\n"
				"  </head>\n"
				"  <!-- dropped -->\n"
				"  <body>a &amp; b &lt; c<br/>\xC2\xA0</body>\n"
				"</html>\n"),
	    "<!DOCTYPE html>\n"
	    "<html lang=\"fi\">\n"
	    "<head>\n"
	    "<meta charset=\"utf-8\">\n"
	    "<script src=\"a.js\" defer></script>\n"
	    "</head>\n"
	    "<body>a &amp; b &lt; c<br>\xC2\xA0</body>\n"
	    "</html>");
}

static const char *xml(struct templating *templating, const char *content)
{
	templating_clear(templating);
	add_file(templating, "feed.xml", content);
	return page_of(templating, "feed.xml");
}

static void xml_is_written_as_xml(void **state)
{
	assert_string_equal(xml(*state,
	    "<feed xmlns=\"http://www.w3.org/2005/Atom\" "
	    "xmlns:x=\"urn:x\"" TAL " tal:attributes=\"xml:lang item/tag\">\n"
	    "  <title tal:content=\"foreign\"/>\n"
	    "  <link rel=\"self\" tal:attributes=\"href url; x:f yes\"/>\n"
	    "  <x:entry tal:repeat=\"i items\"><id><b tal:replace=\"words\"/>"
	    "</id></x:entry>\n"
	    "  <content type=\"html\" tal:content=\"strange\"/>\n"
	    "  <style on=\"x\"/><p i18n:translate=\"\">Hi</p>\n"
	    "</feed>"),
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:x=\"urn:x\" "
	    "xml:lang=\"fi\">\n"
	    "<title xml:lang=\"fi\">Suomi</title>\n"
	    "<link rel=\"self\" href=\"../x.html#y\" x:f=\"x:f\"/>\n"
	    "<x:entry><id>sivu</id></x:entry><x:entry><id>sivu</id></x:entry>"
	    "<x:entry><id>sivu</id></x:entry>\n"
	    "<content type=\"html\" xml:lang=\"fi\">&lt;p&gt;Runko&lt;/p&gt;"
	    "</content>\n"
	    "<style on=\"x\"/><p xml:lang=\"en\">Hi</p>\n"
	    "</feed>");
}

static void markup_is_barred_from_xml(void **state)
{
	struct templating *templating = *state;

	templating_clear(templating);
	add_file(templating, "feed.xml",
	    "<a" TAL ">\n<b tal:content=\"structure body\"/></a>");
	assert_null(compile(templating, "feed.xml"));
	assert_string_equal(said(templating),
	    "templates/feed.xml:2:17: error: 'structure body' is not "
	    "understood: markup cannot be put into XML as it is; leave "
	    "'structure' out and write type=\"html\" [template-syntax]\n");
}

static void missing_template_is_reported(void **state)
{
	struct templating *templating = *state;

	templating_clear(templating);
	add_file(templating, "article.html", "<p/>");
	assert_null(compile(templating, "artikle.html"));
	assert_string_equal(said(templating),
	    "error: there is no template 'artikle.html'; did you mean "
	    "'article.html'? [template-missing]\n");
}

static void all_problems_are_reported_each_time(void **state)
{
	struct templating *templating = *state;
	int i;

	templating_clear(templating);
	add_file(templating, "base.html",
	    "<p" TAL " metal:define-macro=\"m\" clas=\"x\">\n"
	    "<b tal:content=\"titel\"/></p>");
	add_file(templating, "page.html",
	    "<div" TAL ">\n<p style=\"x\" tal:content=\"body\"/>\n"
	    "<p metal:use-macro=\"base.html/m\"/>"
	    "<p metal:use-macro=\"base.html/m\"/>\n"
	    "<p i18n:translate=\"\"/></div>");
	for (i = 0; i < 2; i++) {
		arena_release(&templating->report.arena);
		templating->report = (struct report){ 0 };
		free(templating->said);
		assert_null(compile(templating, "page.html"));
		assert_string_equal(said(templating),
		    "templates/base.html:1:174: error: 'clas' is no attribute "
		    "of <p>; did you mean 'class'? "
		    "[template-attribute-unknown]\n"
		    "templates/base.html:2:17: error: 'titel' is no slot of "
		    "page; did you mean 'title'? [template-slot]\n"
		    "templates/page.html:2:4: error: the attribute 'style' "
		    "may not stand in a template; styles belong in a "
		    "stylesheet, under a class [template-attribute]\n"
		    "templates/page.html:2:27: error: 'body' is markup, and "
		    "'structure' before it is needed here [template-kind]\n"
		    "templates/page.html:4:1: error: this text cannot be "
		    "translated as it is: there is no text "
		    "[template-phrase]\n");
	}
}

static void broken_file_of_a_macro_is_reported(void **state)
{
	struct templating *templating = *state;

	templating_clear(templating);
	add_file(templating, "base.html", "<p>");
	add_file(templating, "page.html",
	    BLOCK("<p metal:use-macro=\"base.html/m\"/>"));
	assert_null(compile(templating, "page.html"));
	assert_string_equal(said(templating),
	    "templates/base.html:1:4: error: this template is no well-formed "
	    "XML: Premature end of data in tag p line 1 [template-xml]\n");
}

/* ---- Messages ---- */

static struct catalog_messages messages_of(struct templating *templating,
    const char *content)
{
	struct catalog_messages messages = { 0 };

	templating_clear(templating);
	add_file(templating, "page.html", content);
	templating->set = template_set_new(&templating->arena,
	    templating_load, templating, templating->names,
	    templating->file_count);
	if (!template_messages(templating->set, &templating->arena,
		&templating->report, TEXT("page.html"), &messages))
		fail_msg("%s", said(templating));
	return messages;
}

static void messages_are_what_is_looked_up(void **state)
{
	struct catalog_messages messages = messages_of(*state,
	    "<html" TAL " metal:use-macro=\"base.html/page\">"
	    "<p i18n:translate=\"\">not in a slot</p>"
	    "<body metal:fill-slot=\"main\">"
	    "<p title=\"Tip\" i18n:attributes=\"title\" i18n:translate=\"\" "
	    "i18n:comment=\" A\n note \" i18n:context=\"c\">By "
	    "<b i18n:name=\"who\" title=\"Inner\" i18n:attributes=\"title\" "
	    "tal:content=\"x\"/></p>"
	    "<p tal:content=\"x\"><b i18n:translate=\"\">sample</b></p>"
	    "<p tal:replace=\"x\" title=\"no\" i18n:attributes=\"title\"/>"
	    "<p tal:content=\"x | default\" i18n:translate=\"\">Default</p>"
	    "<p i18n:plural=\"n\"><i18n:one>A page</i18n:one>"
	    "<i18n:other>{n} pages</i18n:other></p>"
	    "</body></html>");
	const struct catalog_message *items = messages.items;

	assert_int_equal(messages.count, 5);
	assert_true(text_equal_string(items[0].id, "Tip"));
	assert_true(text_equal_string(items[0].comment, "A note"));
	assert_true(text_equal_string(items[0].context, "c"));
	assert_null(items[0].plural_id.at);
	assert_null(items[0].flag);
	assert_true(text_equal_string(items[1].id, "By {who}"));
	assert_string_equal(items[1].flag, "python-brace-format");
	assert_true(text_equal_string(items[1].reference,
	    "templates/page.html"));
	assert_true(text_equal_string(items[2].id, "Inner"));
	assert_null(items[2].context.at);
	assert_int_equal(items[2].comment.length, 0);
	assert_true(text_equal_string(items[3].id, "Default"));
	assert_true(text_equal_string(items[4].id, "A page"));
	assert_true(text_equal_string(items[4].plural_id, "{n} pages"));
	assert_string_equal(items[4].flag, "python-brace-format");
}

static void messages_of_a_bad_file_are_refused(void **state)
{
	struct templating *templating = *state;
	struct catalog_messages messages = { 0 };

	templating_clear(templating);
	add_file(templating, "page.html",
	    "<p" TAL " i18n:translate=\"\">a <b tal:content=\"x\"/></p>");
	templating->set = template_set_new(&templating->arena,
	    templating_load, templating, templating->names, 1);
	assert_false(template_messages(templating->set, &templating->arena,
	    &templating->report, TEXT("page.html"), &messages));
	assert_int_equal(templating->report.count, 1);
	assert_false(template_messages(templating->set, &templating->arena,
	    &templating->report, TEXT("none.html"), &messages));
}

/* Rules that tell xgettext of our statements; context and comment hold for
 * attributes too. */
static const char rules[] =
    "<its:rules xmlns:its=\"http://www.w3.org/2005/11/its\" "
    "xmlns:gt=\"https://www.gnu.org/s/gettext/ns/its/extensions/1.0\" "
    "xmlns:i18n=\"http://xml.zope.org/namespaces/i18n\" version=\"2.0\">"
    "<its:translateRule selector=\"//*\" translate=\"no\"/>"
    "<its:translateRule selector=\"//*[@i18n:translate]|"
    "//*[@i18n:translate]//*|//@title[../@i18n:attributes]|"
    "//@aria-label[../@i18n:attributes]\" translate=\"yes\"/>"
    "<its:withinTextRule selector=\"//*[@i18n:translate]//*\" "
    "withinText=\"yes\"/>"
    "<gt:escapeRule selector=\"//*|//@*\" escape=\"no\"/>"
    "<its:preserveSpaceRule selector=\"//*\" space=\"default\"/>"
    "</its:rules>";

static void messages_are_those_of_xgettext(void **state)
{
	struct templating *templating = *state;
	struct scratch *scratch = NULL;
	struct buffer output = { 0 };
	struct catalog catalog;
	struct source source = { TEXT("x.pot"), { 0 }, NULL };
	const char *content =
	    "<div" TAL "><p i18n:translate=\"\">Plain  text,\n two lines</p>"
	    "<p>Not marked</p>"
	    "<p i18n:translate=\"\">R&amp;D &lt; 3 &quot;x&quot; \xC2\xA0é</p>"
	    "<p i18n:translate=\"\">A <b class=\"x&amp;&quot;y\">bold "
	    "<i>and</i></b> end<br/><u></u> {count} left</p>"
	    "<a href=\"#\" title=\" Tip &amp; more \" aria-label=\"Go\" "
	    "i18n:attributes=\"title; aria-label\" i18n:translate=\"\">Go "
	    "there</a></div>";
	struct catalog_messages messages = messages_of(templating, content);
	size_t i;
	int status;

	assert_int_equal(scratch_setup((void **)&scratch), 0);
	scratch_write(scratch, "x.its", rules);
	scratch_write(scratch, "page.xhtml", content);
	assert_true(process_run(&status, &output, NULL,
	    (const char *const[]){ "xgettext",
		text_string(&templating->arena,
		    text_format(&templating->arena, "--its=%s/x.its",
			scratch->folder)),
		"--from-code=UTF-8", "--no-location", "--no-wrap", "-o", "-",
		scratch_path(scratch, "page.xhtml"), NULL }));
	assert_int_equal(status, 0);
	source.bytes = buffer_copy(&output, &templating->arena);
	buffer_release(&output);
	/* xgettext's header says CHARSET; nothing else is outside ASCII. */
	memcpy(strstr((char *)(uintptr_t)source.bytes.at, "charset="),
	    "charset=UTF-8\\n\"\n\"X:", 20);
	if (!catalog_read(&catalog, &templating->arena, &templating->report,
		&source))
		fail_msg("%s\n%.*s", said(templating),
		    TEXT_ARGUMENTS(source.bytes));
	assert_int_equal(messages.count, catalog.count);
	for (i = 0; i < catalog.count; i++) {
		size_t j = 0;

		while (j < messages.count &&
		    !text_equal(messages.items[j].id, catalog.entries[i].id))
			j++;
		if (j == messages.count)
			fail_msg("only xgettext has: %.*s",
			    TEXT_ARGUMENTS(catalog.entries[i].id));
	}
	assert_int_equal(scratch_teardown((void **)&scratch), 0);
}

/* ---- Nothing that a file holds may break the program ---- */

static const char everything[] =
    "<!DOCTYPE html><html" TAL " tal:attributes=\"lang item/tag\">"
    "<title tal:content=\"string:${title} - $$ ${foreign}\">x</title>"
    "<tal:block define=\"a item; b a/parent | item; c string:x;;y\"/>"
    "<ul tal:define=\"x item; y x/title\" tal:condition=\"not:no\">"
    "<li tal:repeat=\"i items\" metal:define-macro=\"m\" class=\"a\" "
    "tal:attributes=\"class i/title | default; data-x repeat/i/first\">"
    "<metal:block define-slot=\"s\" tal:content=\"structure body\"/></li>"
    "<metal:block use-macro=\"m\"><p "
    "metal:fill-slot=\"s\">&#x41;</p></metal:block></ul>"
    "<p i18n:translate=\"\" i18n:comment=\"c\">A <b class=\"q\">b</b> "
    "<i i18n:name=\"n\" tal:replace=\"date\"/> {count}</p>"
    "<p i18n:plural=\"k count\"><i18n:one>a</i18n:one>"
    "<i18n:other>{k} b</i18n:other></p><!-- c --><![CDATA[<x>]]>"
    "<svg><path d=\"\"/></svg><a tal:attributes=\"href string:#${title}\" "
    "title=\"t {title}\" i18n:attributes=\"title\"/></html>";

static void try_bytes(struct templating *templating, struct text bytes)
{
	const struct program *program;
	struct catalog_messages messages = { 0 };

	templating_clear(templating);
	add_bytes(templating, "page.html", bytes);
	program = compile(templating, "page.html");
	assert_true((program == NULL) == (templating->report.count > 0));
	if (program != NULL)
		program_run(program, &templating->page, &templating->scratch,
		    &templating->scratch, NULL);
	(void)template_messages(templating->set, &templating->arena,
	    &templating->report, TEXT("page.html"), &messages);
	(void)said(templating);
}

static void no_truncation_breaks_the_compiler(void **state)
{
	size_t length;

	assert_non_null(strstr(page(*state, everything), "t &lt;Title"));
	for (length = 0; length < sizeof(everything); length++)
		try_bytes(*state, (struct text){ everything, length });
}

/* Changes of one byte, and pieces left out, by a fixed sequence. */
static void no_damage_breaks_the_compiler(void **state)
{
	static const char signs[] = "<>\"'&;{}/|:$= \nx\0\xFF";
	struct arena arena = { 0 };
	uint32_t random = 12345;
	size_t i;

	for (i = 0; i < 3000; i++) {
		size_t length = sizeof(everything) - 1;
		char *copy = arena_copy(&arena, everything, length);
		size_t at;
		size_t gap;

		random = random * 1664525 + 1013904223;
		at = (random >> 8) % length;
		gap = (random >> 4) % 16;
		if (i % 2 == 0 || at + gap > length) {
			copy[at] = signs[(random >> 4) % (sizeof(signs) - 1)];
		} else {
			memmove(copy + at, copy + at + gap, length - at - gap);
			length -= gap;
		}
		try_bytes(*state, (struct text){ copy, length });
		arena_reset(&arena);
	}
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(page_is_html),
		cmocka_unit_test(xml_is_written_as_xml),
		cmocka_unit_test(markup_is_barred_from_xml),
		cmocka_unit_test(missing_template_is_reported),
		cmocka_unit_test(all_problems_are_reported_each_time),
		cmocka_unit_test(broken_file_of_a_macro_is_reported),
		cmocka_unit_test(messages_are_what_is_looked_up),
		cmocka_unit_test(messages_of_a_bad_file_are_refused),
		cmocka_unit_test(messages_are_those_of_xgettext),
		cmocka_unit_test(no_truncation_breaks_the_compiler),
		cmocka_unit_test(no_damage_breaks_the_compiler),
	};

	return cmocka_run_group_tests_name("render/template", tests,
	    templating_setup, templating_teardown);
}
