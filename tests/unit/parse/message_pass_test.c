#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/file.h"
#include "parse/canonical.h"
#include "parse/inlines.h"
#include "parse/message_put.h"
#include "parse/tree.h"

#include "translating.h"

#include <cmark.h>
#include <glob.h>

static const struct document_options plain = {
	.locale = { "en", 2 },
	.alone = true,
	.raw_html = true,
	.collect_messages = true,
	.render_blocks = body_render_blocks,
	.render_inlines = body_render_inlines,
};

/* A construct, and its messages, each on a line. */
static const struct {
	const char *markdown, *ids;
} constructs[] = {
	{ "one\ntwo\n", "one two" },
	{ "_one_ and __two__\n", "*one* and **two**" },
	{ "*__one__* **_two_**\n", "***one*** **_two_**" },
	{ "***one* two**\n", "***one* two**" },
	{ "**one *two***\n", "**one *two***" },
	{ "_*one*_\n", "*_one_*" },
	{ "*one*_two_\n", "*one*_two_" },
	{ "****one****\n", "****one****" },
	{ "one\\*two\\*\n", "one\\*two\\*" },
	{ "2 * 3 * 4\n", "2 * 3 * 4" },
	{ "snake_case_name and \\_one\\_\n",
	    "snake_case_name and \\_one\\_" },
	{ "`a` ``b ` c`` `` ` `` ` d `\n",
	    "`a` ``b ` c`` `` ` `` `d`" },
	{ "`  a  `\n", "`  a  `" },
	{ "\\`no code\\`\n", "\\`no code\\`" },
	{ "[a](http://b.example \"c\")\n", "[a]({link} \"c\")" },
	{ "[a](b.md) and [c](<d e.md> 'f \"g\"')\n",
	    "[a]({link}) and [c]({link2} \"f \\\"g\\\"\")" },
	{ "[a][b] [b]\n\n[b]: c.md \"d\"\n",
	    "[a]({link} \"d\") [b]({link2} \"d\")" },
	{ "<http://a.example> <b@c.example>\n", "<{link}> <{link2}>" },
	{ "[http://a.example](http://a.example)\n", "<{link}>" },
	{ "[](a.md)\n", "[]({link})" },
	{ "[*a* `b` **c**](d.md)\n", "[*a* `b` **c**]({link})" },
	{ "[a \\] b](c.md)\n", "[a \\] b]({link})" },
	{ "[a [b] c](d.md)\n", "[a \\[b\\] c]({link})" },
	{ "a ![b *c*](d.png) e\n", "a ![b *c*]({image}) e" },
	{ "![a](b.png \"c *d* ~~e~~\")\n",
	    "![a]({image})\nc \\*d\\* ~~e~~" },
	{ "[![a](b.png)](c.md)\n", "[![a]({image})]({link})" },
	{ "![a [b](c.md) d](e.png)\n",
	    "![a [b]({link}) d]({image})" },
	{ "a\\![b](c.md)\n", "a\\![b]({link})" },
	{ "[a] (b) [c]\\(d)\n", "[a] (b) [c\\](d)" },
	{ "\\[a](b.md)\n", "[a\\](b.md)" },
	{ "one\\\ntwo  \nthree\n", "one\\\ntwo\\\nthree" },
	{ "one\\\n\\- two\\\n\\# three\\\n1\\. four\\\n\\> five\n",
	    "one\\\n\\- two\\\n\\# three\\\n1\\. four\\\n\\> five" },
	{ "one\\\n\\=\\\n\\---\n", "one\\\n\\=\\\n\\---" },
	{ "\\- one\n", "- one" },
	{ "1990\\. one\n", "1990. one" },
	{ "\\# one\n", "# one" },
	{ "\\[a]: b\n", "[a]: b" },
	{ "~~one~~ \\~~two~~ ~ ~~~\n", "~~one~~ \\~~two~~ ~ ~~~" },
	{ "a \\~ b\n", "a \\~ b" },
	{ "*~~a~~ b*\n", "*~~a~~ b*" },
	{ "a[^b] \\[^b] `\\[^b]`\n\n[^b]: c\n",
	    "a[^b] \\[^b] `\\[^b]`\nc" },
	{ "[^a] is\n\n[^a]: b\n\n    c\n", "[^a] is\nb\nc" },
	{ "a &amp; b &lt;c&gt; &copy;\n", "a & b \\<c> \xC2\xA9" },
	{ "a &amp;amp; b &amp;#38; &amp;x\n", "a \\&amp; b \\&#38; &x" },
	{ "a &lt; b, a<3 \\<b>\n", "a < b, a<3 \\<b>" },
	{ "a <b>c</b> <!-- d -->\n", "a <b>c</b> <!-- d -->" },
	{ "a <b\nid=\"c\">d</b>\n", "a <b id=\"c\">d</b>" },
	{ "a \\\\ b\\c \\\\* \\\\\\*\n", "a \\ b\\c \\\\\\* \\\\\\*" },
	{ "a\\\\\n", "a\\\\" },
	{ "*&nbsp;a*\n", "*&#160;a*" },
	{ "&#32;a&#32;\n", "&#32;a&#32;" },
	{ "a&#10;b\n", "a&#10;b" },
	{ "# Title\n\na\n", "Title\na" },
	{ "## One *two* {#three principles=\"listen\"}\n", "One *two*" },
	{ "One\n===\n\nTwo\n---\n", "One\nTwo" },
	{ "### \n\na\n", "a" },
	{ "- a\n- b\n\n  c\n- > d\n", "a\nb\nc\nd" },
	{ "1. a\n2. b\n   - c\n", "a\nb\nc" },
	{ "- [ ] a *b*\n- [x] c\n", "a *b*\nc" },
	{ "> a\n> b\n", "a b" },
	{ "> [!TIP] A *b*\n> c\n", "A *b*\nc" },
	{ "> [!EXERCISE]{minutes=5}\n> a\n", "a" },
	{ "| a | b |\n|---|---|\n| *c* | d \\| e |\n| | `f` |\n",
	    "a\nb\n*c*\nd | e\n`f`" },
	{ "| a |\n|---|\n| b |\n\nTable: c *d* {#e}\n", "c *d*\na\nb" },
	{ "Term\n: what *it* is\n", "Term\nwhat *it* is" },
	{ "A\nB\n: c\n: d\n", "A\nB\nc\nd" },
	{ "```\ncode\n```\n\n    more\n\n***\n\na\n", "a" },
	{ "<div>\na\n</div>\n\nb\n", "b" },
	{ "{link} and `{link}` and `<{link}>` \\<{link}>\n",
	    "{link} and `{link}` and `<{link}>` \\<{link}>" },
	{ "[a{link}](a.md)\n", "[a{link}]({link})" },
	{ "a {#b} {c=d}\n", "a {#b} {c=d}" },
	{ "Home {ctx=menu}\n", "Home" },
	{ "\xD8\xA8\xE2\x80\x8C\xD9\x87 *\xD8\xA7*\n",
	    "\xD8\xA8\xE2\x80\x8C\xD9\x87 *\xD8\xA7*" },
	{ "a! [b](c.md)!\n", "a! [b]({link})!" },
	{ "(*a*)\"**b**\"*c*.\n", "(*a*)\"**b**\"*c*." },
};

enum { CONSTRUCTS = sizeof(constructs) / sizeof(constructs[0]) };

static void join_ids(struct buffer *out, const struct document *document)
{
	size_t i;

	for (i = 0; i < document->message_count; i++) {
		if (i > 0)
			buffer_add_char(out, '\n');
		buffer_add(out, document->messages[i].id);
	}
}

static void each_construct_has_its_messages(void **state)
{
	size_t i, failed = 0;

	(void)state;
	for (i = 0; i < CONSTRUCTS; i++) {
		struct parsing parsing;
		struct buffer ids = { 0 };

		parse_bytes(&parsing, text_from(constructs[i].markdown),
		    &plain);
		join_ids(&ids, &parsing.document);
		if (!text_equal_string(buffer_text(&ids),
			constructs[i].ids)) {
			print_error("%s\nis:\n%.*s\nshould be:\n%s\n",
			    constructs[i].markdown,
			    TEXT_ARGUMENTS(buffer_text(&ids)),
			    constructs[i].ids);
			failed++;
		}
		buffer_release(&ids);
		parsing_release(&parsing);
	}
	assert_int_equal(failed, 0);
	assert_true(CONSTRUCTS >= 60);
}

/* Reads a message as inlines, and writes it again. */
static bool is_fixed(struct text id)
{
	struct arena scratch = { 0 };
	struct source source = { .name = TEXT("x"), .bytes = id };
	struct masks masks;
	struct canonical canonical = { 0 };
	cmark_node *paragraph;
	bool same;

	masks_apply(&masks, &scratch, &source, id.length);
	(void)tree_parse(&scratch, TEXT(""));
	inlines_parse(&paragraph, &masks, &id, 1);
	if (paragraph != NULL)
		canonical_write(&canonical, &masks,
		    cmark_node_first_child(paragraph),
		    cmark_node_last_child(paragraph));
	tree_done();
	same = text_equal(canonical.text, id);
	if (!same)
		print_error("%.*s\nbecomes\n%.*s\n", TEXT_ARGUMENTS(id),
		    TEXT_ARGUMENTS(canonical.text));
	arena_release(&scratch);
	return same;
}

/* In the body of a page a line end is as good as a blank. */
static void blank(struct buffer *buffer)
{
	size_t i;

	for (i = 0; i < buffer->length; i++)
		if (buffer->bytes[i] == '\n')
			buffer->bytes[i] = ' ';
}

/* The same document in its own words, by way of its messages. */
static bool comes_back(struct text markdown)
{
	struct document_options options = plain;
	struct translating translating;
	struct parsing source, edition;
	struct buffer before = { 0 }, after = { 0 };
	bool same = true;
	size_t i;

	parse_bytes(&source, markdown, &options);
	translating_begin(&translating, NULL, 0);
	options.translator = &translating.translator;
	options.anchors = source.document.anchor_names;
	options.anchor_count = source.document.anchor_count;
	parse_bytes(&edition, markdown, &options);
	translating_html(&before, &source.document);
	translating_html(&after, &edition.document);
	blank(&before);
	blank(&after);
	for (i = 0; i < source.document.message_count; i++)
		same = is_fixed(source.document.messages[i].id) && same;
	if (!text_equal(buffer_text(&before), buffer_text(&after)) ||
	    edition.report.count > 0) {
		print_error("%.*s\nis:\n%.*s\nshould be:\n%.*s\n%s",
		    TEXT_ARGUMENTS(markdown),
		    TEXT_ARGUMENTS(buffer_text(&after)),
		    TEXT_ARGUMENTS(buffer_text(&before)),
		    parsing_messages(&edition));
		same = false;
	}
	buffer_release(&before);
	buffer_release(&after);
	arena_release(&translating.arena);
	parsing_release(&source);
	parsing_release(&edition);
	return same;
}

static void answer_exactly(struct translation *translation,
    struct translator *translator, const struct block_message *message)
{
	(void)translator;
	translation->state = TRANSLATION_CURRENT;
	translation->text = message->id;
}

static void the_message_itself_changes_no_byte(void **state)
{
	struct translator translator = { .translate = answer_exactly };
	size_t i;

	(void)state;
	for (i = 0; i < CONSTRUCTS; i++) {
		struct text markdown = text_from(constructs[i].markdown);
		struct document_options options = plain;
		struct parsing source, edition;

		parse_bytes(&source, markdown, &options);
		options.translator = &translator;
		options.anchors = source.document.anchor_names;
		options.anchor_count = source.document.anchor_count;
		parse_bytes(&edition, markdown, &options);
		assert_true(text_equal(source.document.whole.bytes,
		    edition.document.whole.bytes));
		assert_true(text_equal(source.document.notes.bytes,
		    edition.document.notes.bytes));
		parsing_release(&source);
		parsing_release(&edition);
	}
}

static void each_construct_comes_back_through_its_messages(void **state)
{
	size_t i, failed = 0;

	(void)state;
	for (i = 0; i < CONSTRUCTS; i++)
		failed += !comes_back(text_from(constructs[i].markdown));
	assert_int_equal(failed, 0);
}

/* "kind address anchor context line:column" of each message. */
static void messages_know_where_they_stand(void **state)
{
	static const char markdown[] =
	    "# Title\n\na\n\n## B {#b ctx=\"x y\"}\n\n- c {ctx=z}\n- d\n\n"
	    "### E\n\n| f |\n|---|\n| g |\n\n> [!TIP] h\n> i\n\n"
	    "J\n: k\n\n![l](m.png \"n\")\n";
	static const char expected[] =
	    "0 '' '' '' 1:1\n4 '.1' '' '' 3:1\n3 'b.0' 'b' 'x y' 5:1\n"
	    "5 'b.1' 'b' 'z' 7:3\n5 'b.2' 'b' '' 8:3\n3 'e.0' 'b' '' 10:1\n"
	    "6 'e.1' 'b' '' 12:3\n6 'e.2' 'b' '' 14:3\n"
	    "9 'e.3' 'b' '' 16:3\n4 'e.4' 'b' '' 16:3\n"
	    "8 'e.5' 'b' '' 19:1\n5 'e.6' 'b' '' 20:3\n"
	    "4 'e.7' 'b' '' 22:1\n7 'e.8' 'b' '' 22:1\n";
	struct document_options options = plain;
	struct parsing parsing;
	struct buffer found = { 0 };
	size_t i;

	(void)state;
	options.alone = false;
	parse_bytes(&parsing, text_from(markdown), &options);
	for (i = 0; i < parsing.document.message_count; i++) {
		const struct block_message *message =
		    &parsing.document.messages[i];
		size_t line, column;

		place_locate(message->place, &line, &column);
		buffer_format(&found, "%d '%.*s' '%.*s' '%.*s' %zu:%zu\n",
		    (int)message->kind, TEXT_ARGUMENTS(message->address),
		    TEXT_ARGUMENTS(message->anchor),
		    TEXT_ARGUMENTS(message->context), line, column);
	}
	assert_text(buffer_text(&found), expected);
	assert_messages(&parsing, "");
	buffer_release(&found);
	parsing_release(&parsing);
}

static void headings_keep_the_source_s_anchors(void **state)
{
	static const char markdown[] =
	    "## Yksi ~~a~~[^n]\n\n## Kaksi {#k principles=p}\n\n"
	    "## Yksi a\n\n[^n]: b\n";
	static const struct answer answers[] = {
		{ "Yksi ~~a~~[^n]", "*One*[^n]", NULL },
		{ "Kaksi", "Two {#no}", NULL },
		{ "b", "B", NULL },
	};
	struct document_options options = { .locale = TEXT("fi") };
	struct translating translating;
	struct parsing source, edition;
	size_t i;

	(void)state;
	parse_bytes(&source, text_from(markdown), &options);
	translating_begin(&translating, answers, 3);
	options.translator = &translating.translator;
	options.anchors = source.document.anchor_names;
	options.anchor_count = source.document.anchor_count;
	parse_bytes(&edition, text_from(markdown), &options);
	assert_messages(&edition, "");
	assert_int_equal(edition.document.section_count, 3);
	for (i = 0; i < 3; i++)
		assert_true(text_equal(edition.document.sections[i].anchor,
		    source.document.sections[i].anchor));
	assert_text(edition.document.sections[0].anchor, "yksi-a");
	assert_text(edition.document.sections[0].title, "One");
	assert_text(edition.document.sections[1].title, "Two {#no}");
	assert_int_equal(edition.document.sections[1].annotation_count, 1);
	assert_int_equal(edition.document.sections[2].title_state,
	    TRANSLATION_MISSING);
	parsing_release(&source);
	parsing_release(&edition);
}

/* Whatever comes first in the translation. */
static void links_are_reported_where_the_source_has_them(void **state)
{
	static const char markdown[] = "a [b](b.md) `](c.md)` [c](c.md) <d>\n";
	static const struct answer answers[] = {
		{ "a [b]({link}) `](c.md)` [c]({link2}) <d>",
		    "[C]({link2}) <d> and [B]({link}) `](c.md)`", NULL },
	};
	struct document_options options = { .locale = TEXT("fi") };
	struct translating translating;
	struct parsing parsing;
	const struct reference *references;

	(void)state;
	translating_begin(&translating, answers, 1);
	options.translator = &translating.translator;
	parse_bytes(&parsing, text_from(markdown), &options);
	references = parsing.document.references;
	assert_int_equal(parsing.document.reference_count, 2);
	assert_text(references[0].target, "c");
	assert_int_equal(references[0].place.offset, 26);
	assert_text(references[1].target, "b");
	assert_int_equal(references[1].place.offset, 6);
	parsing_release(&parsing);
}

static void other_spellings_are_the_same_message(void **state)
{
	static const char *const pairs[][2] = {
		{ "*a* **b**\n", "_a_ __b__\n" },
		{ "- a\n- b\n", "* a\n\n* b\n" },
		{ "a b c\n", "a\nb\n  c\n" },
		{ "1. a\n2. b\n", "3) a\n3) b\n" },
		{ "## A {#x}\n", "A\n---\n" },
		{ "[a](b.md)\n", "[a][x]\n\n[x]: c.md\n" },
		{ "\"a\" & b\n", "&quot;a&quot; &amp; b\n" },
		{ "a\\\nb\n", "a  \nb\n" },
		{ "| a | b |\n|--|--|\n", "a|b\n:-:|-\n" },
		{ "`a`\n", "`` a ``\n" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		struct parsing one, other;
		struct buffer a = { 0 }, b = { 0 };

		parse_bytes(&one, text_from(pairs[i][0]), &plain);
		parse_bytes(&other, text_from(pairs[i][1]), &plain);
		join_ids(&a, &one.document);
		join_ids(&b, &other.document);
		buffer_add_char(&b, '\0');
		assert_text(buffer_text(&a), b.bytes);
		assert_true(a.length > 0);
		buffer_release(&a);
		buffer_release(&b);
		parsing_release(&one);
		parsing_release(&other);
	}
}

static size_t files_that_fail(const char *pattern, size_t *count)
{
	struct arena arena = { 0 };
	size_t failed = 0, i;
	glob_t files;

	assert_int_equal(glob(pattern, 0, NULL, &files), 0);
	for (i = 0; i < files.gl_pathc; i++) {
		struct text bytes;
		size_t end;

		if (!file_read(&bytes, &arena, files.gl_pathv[i]) ||
		    text_malformed(bytes) != TEXT_NONE)
			continue;
		end = text_starts(bytes, TEXT("---\n"))
		    ? text_find(bytes, TEXT("\n---\n"), 0)
		    : TEXT_NONE;
		++*count;
		if (!comes_back(end == TEXT_NONE
			    ? bytes
			    : text_after(bytes, end + 5))) {
			print_error("%s\n", files.gl_pathv[i]);
			failed++;
		}
	}
	globfree(&files);
	arena_release(&arena);
	return failed;
}

static void whole_articles_come_back(void **state)
{
	size_t count = 0;

	(void)state;
	assert_int_equal(files_that_fail("content/*/*.md", &count), 0);
	assert_true(count >= 5);
	assert_int_equal(
	    files_that_fail("tests/sites/*/guide/content/*/*.md", &count), 0);
	assert_true(count >= 50);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_construct_has_its_messages),
		cmocka_unit_test(
		    each_construct_comes_back_through_its_messages),
		cmocka_unit_test(the_message_itself_changes_no_byte),
		cmocka_unit_test(whole_articles_come_back),
		cmocka_unit_test(messages_know_where_they_stand),
		cmocka_unit_test(headings_keep_the_source_s_anchors),
		cmocka_unit_test(links_are_reported_where_the_source_has_them),
		cmocka_unit_test(other_spellings_are_the_same_message),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
